# Backups, keys, and taking everything out
keeping-envelope-read-me = Twelve words that open somebody’s journal, sealed for you alone. Keep this file as it is. When they ask for it, open it in Awai and say the words by voice.
keeping-sheet-heading = Twelve words that open the journal
keeping-sheet-what = Whoever has these words and the journal’s folder, or a backup of it, can read everything. This sheet lies well where only you, or somebody you trust, will find it.
keeping-sheet-how = At the door of Awai they can be typed in the place of the passphrase. Any age program takes them joined like this:
keeping-sheet-day = Made on { $day }

keeping-choose-place = Where the backup goes
keeping-choose-copy = The backup to bring back
keeping-copies = Backups of the book
keeping-copies-what = On each day of use a copy of the whole book is made in the background, encrypted as it is. It is opened again, looked through and compared before it counts as a backup.
keeping-last = Last backed up and checked: { $when }
keeping-last-elsewhere = Last backed up and checked, in another folder: { $when }
keeping-last-none = There is no backup yet that was checked.
keeping-day-refused = Today’s backup could not be made.
keeping-day-damaged = Today’s backup does not hold all that it was made of, so it was not kept. Something in the book may be hurt: “{ settings-whole }”, in Settings, says what. The earlier backups stay.
keeping-back-up = Back up now
keeping-back-up-elsewhere = Into another folder or onto a stick…
keeping-copying = Copying…
keeping-comparing = Comparing…
keeping-checking = Looking through the backup…
keeping-stop = Stop
keeping-copy-done = Backed up and checked.
keeping-copies-here =
    { $copies ->
        [one] One backup lies with the book
       *[other] { $copies } backups lie with the book
    }
keeping-copies-truth = Backups lie beside the book: when the computer is lost they are lost with it. One on a stick stays. Each opens with the passphrase of the day it was made, and still holds what was erased since.

keeping-words = Twelve words, for when the passphrase is forgotten
keeping-words-what = Twelve words can open the book too. They stand on a sheet that lies somewhere safe. It is a free choice; without them nothing is missing.
keeping-words-truth = Whoever finds the sheet and a copy of the book can read everything. Where somebody at home may not read this, having no sheet can be better.
keeping-sheet-make = Draw twelve words…
keeping-sheet-another = Draw others in their place…
keeping-sheet-code = The same words, for a camera
keeping-sheet-clear = A sheet that is saved as a file is not encrypted: anyone who finds the file can read it. Written by hand, it leaves nothing on the computer.
keeping-sheet-saved = The sheet was written into the file.
keeping-sheet-written = They are written down
keeping-sheet-save = Save the sheet for printing…
keeping-sheet-back = Three of the words, to see that they were written down. Until then they open nothing.
keeping-sheet-word = Word { $number }
keeping-sheet-not-the-same = One of the three words is another one on the sheet. Nothing was changed. It can be tried again.
keeping-sheet-keep = Let them open the book
keeping-sheet-kept = From now on the twelve words open the book too.
keeping-sheet-there = There is a sheet.
keeping-envelope-there = There is an envelope that somebody keeps.
keeping-words-remove = Let its words open nothing
keeping-words-gone = Those words open the book no longer. Copies made before still open with them.

keeping-envelope = Twelve words with a companion
keeping-envelope-what = Twelve words that open the book can go to a companion in a sealed envelope. They then have the words, and not the book. It is a free choice.
keeping-envelope-can = If the passphrase is forgotten, they open the envelope in their Awai and say the words by voice.
keeping-envelope-cannot = Nobody can call it back. Whoever has the words and a copy of the book can read everything. The words can be made to open nothing; copies made before still open with them.
keeping-envelope-back = It opens for as long as they keep the keys of our exchange.
keeping-envelope-instead = The earlier envelope opens nothing from then on.
keeping-envelope-to = For whom
keeping-envelope-seal = Seal it, and choose a place…
keeping-envelope-make = Seal an envelope…
keeping-envelope-another = Seal another in its place…
keeping-envelope-made = The envelope is sealed. Its file can go to them like a letter.
keeping-envelope-theirs = Open one that somebody gave me…
keeping-envelope-opened = From { $called }, who signs as { $name }
keeping-envelope-voice = Words to be said by voice, to whoever they belong to. Nothing of them is kept here.
keeping-envelope-place = Where the envelope goes
keeping-envelope-choose = An envelope that somebody gave me

keeping-new-key = Somebody may know the old passphrase: make a new key as well
keeping-new-key-why = Every page is encrypted anew. Somebody with the old passphrase and the old key file can then open only the copies made before. Sheets and envelopes open nothing afterwards.
keeping-new-key-done = The book has a new key and a new passphrase. Copies made before still open with the old one; those that lie with the book can be erased in its folder.

keeping-back = Bring back a backup
keeping-back-what = A backup becomes the book again, with everything as it was when the backup was made.
keeping-back-put-by = The book that is here now is put by in a folder of its own and can still be opened.
keeping-back-which = Which backup
keeping-back-chosen = The one that was chosen
keeping-back-choose = Another one, on a stick or in a folder…
keeping-back-passphrase = The passphrase of the day the backup was made, or the twelve words of a sheet
keeping-back-go = Bring it back
keeping-back-busy = Bringing it back…
keeping-back-done = The backup is the book now.

keeping-door-sheet = The twelve words of a sheet can be typed here too.
keeping-tries-heading = Another passphrase was tried
keeping-tries =
    { $tries ->
        [one] Since the book was last open, another passphrase was tried once. It did not open.
       *[other] Since the book was last open, another passphrase was tried { $tries } times. It did not open.
    }
keeping-tries-then = It may have been a slip. If somebody may know the passphrase, a new one can be chosen in Settings.
keeping-words-opened-heading = The twelve words opened it
keeping-words-opened = If the passphrase is forgotten, a new one can be chosen in Settings. The twelve words stand in for the old one there.
