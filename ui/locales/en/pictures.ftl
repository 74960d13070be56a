# Pictures of the page being written
picture-add = Add a picture
picture-taking = Getting the picture ready…
picture-put = The picture is on the page.
picture-here = Pictures of this page
picture-here-told = Each picture stands where its line stands among the words. What a camera noted in it, such as the place and the hour, stays outside.
picture-number = Picture { $number }
picture-shows = What picture { $number } shows, for whoever does not see it
picture-up = Move picture { $number } up
picture-take-off = Take picture { $number } off the page
picture-not-shown = Picture { $number } is not on the page now.
picture-put-back = Put picture { $number } back
