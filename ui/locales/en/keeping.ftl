# Copies, keys, and taking everything out
keeping-envelope-read-me = Twelve words that open somebody’s journal, sealed for you alone. Keep this file as it is. When they ask for it, open it in Awai and say the words by voice.
keeping-sheet-heading = Twelve words that open the journal
keeping-sheet-what = Whoever has these words and the journal’s folder, or a backup of it, can read everything. This sheet lies well where only you, or somebody you trust, will find it.
keeping-sheet-how = At the door of Awai they can be typed in the place of the passphrase. Any age program takes them joined like this:
keeping-sheet-day = Made on { $day }
