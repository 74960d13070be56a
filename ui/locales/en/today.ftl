# Today
today-between = Between me and
today-someone = Choose someone
today-someone-else = Someone else
today-ties-known = Named before
today-tie-called = Called
today-tie-hint = any name only you know
today-tie-kind = What kind
today-kind-person = A person
today-kind-group = A group
today-kind-place = A community or place
today-kind-myself = Myself
today-kind-other = Other
today-tie-add = Add
today-tie-added = This page is now also between me and { $called }.
today-ties-done = That’s it

today-only-the-page = Only the page
today-sheet = The sheet
today-sheet-words = The words of this page
today-sheet-hint = Begin here, or anywhere
today-title = Title
today-title-hint = Title, if you like
today-enough = That’s enough for now
today-kept = Kept on this computer, encrypted · { $time }
today-nothing-yet = What you write is kept at every pause.
today-only-here = Only on this screen so far. A passphrase will keep it.
today-not-kept-full = The disk is full, so this is not kept yet. The words are still on the screen, and you can go on writing. They are kept once there is room.
today-not-kept-trouble = The disk could not be read or written. What was kept before is as it was. The words on the screen are still here, and keeping them is tried again in a moment.
today-not-kept-gone = The folder of the journal is gone. Is a USB stick unplugged, or was the folder moved? The words on the screen are still here, and are kept once it is back.
today-writing-anew = Writing the page of { $day } anew. The earlier words are kept too.
today-leave-as-it-was = Leave it as it was

today-finished = Enough for now. The page rests on this computer.
today-finished-more = You can close the book, write a little more, or look back.
today-another-page = Another page
today-look-back = Look back

today-read-only = Open for reading only
today-read-only-older = This journal is older than the one last opened here, so nothing is written into it. You can read and search.
today-read-only-folder = Nothing can be written where this journal lies. You can read and search. Move it to a place that can be written to, and you can write again.

today-about-page = About this page
today-page-language = Language of this page
today-page-language-other = Another language
today-happened = When it happened
today-happened-untold = Not told
today-happened-in-words = In words
today-happened-a-day = A day
today-happened-a-month = A month
today-happened-a-year = A year
today-happened-words = When, in words
today-happened-hint = when I was nine, in the snow
today-happened-day = The day
today-happened-month = The month
today-happened-year = The year
today-cover = Cover
today-cover-why = If you write something here, only this shows until the page is opened.
today-stays-here = This page stays here
today-stays-here-why = It is never offered for a letter or for a group’s lines. Taking everything out takes it along.

today-lenses = Other places to look from
today-lenses-why = Each of these may stay empty.
today-fear-says = What fear says
today-hope-says = What hope says
today-wider = Wider than us: which rule, habit or word around us has a part in it

today-keep-heading = Choose a passphrase, and this page is kept
today-keep-before-closing = Keep this page before closing?
today-keep-why = The book gets a lock. Only someone who knows the passphrase can open it.
today-keep-truth = If the passphrase is forgotten, nobody can open the book. The people who made this program cannot either. Only twelve words can take its place, once they are made in Settings. Keep the passphrase somewhere else than on this computer.
today-keep-do = Lock it and keep the page
today-keep-busy = Locking…
today-keep-not-now = Not now, back to the page
today-keep-let-go = Let these words go
