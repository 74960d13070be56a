# Les images de la page qui s’écrit
picture-add = Ajouter une image
picture-taking = L’image se prépare…
picture-put = L’image est sur la page.
picture-here = Images de cette page
picture-here-told = Chaque image se trouve là où sa ligne se trouve parmi les mots. Ce qu’un appareil y a noté, comme le lieu et l’heure, reste dehors.
picture-number = Image { $number }
picture-shows = Ce que montre l’image { $number }, pour qui ne la voit pas
picture-up = Monter l’image { $number }
picture-take-off = Retirer l’image { $number } de la page
picture-not-shown = L’image { $number } n’est pas sur la page maintenant.
picture-put-back = Remettre l’image { $number }
