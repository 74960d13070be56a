# Words used in every room
common-awai = Awai
common-subtitle = the space between
common-skip = Go to the page
common-rooms = Rooms
common-today = Today
common-questions = Questions
common-looking-back = Looking back
common-settings = Settings
common-close-book = Close the book
common-back = Back
common-go-on = Go on
common-close = Close
common-show = Show
common-both-years = { $plain } ({ $era })
common-day-and-time = { $day }, { $time }

common-said = A word about what happened
common-fell = The display stopped and was started again, with the book closed. What was kept is as it was; words of the last seconds may be missing.
common-read = I have read this
common-close-without = Close without the last words
common-closing-soon-label = The book closes soon
common-closing-soon = It has been quiet for a while, so the book will close soon. What is written is kept first.
common-stay = Stay

common-six-words =
    { $years ->
        [one] Six words, each drawn by lot out of { $list }. Whoever guesses with a million computers, one try a second each, takes about a million years.
       *[other] Six words, each drawn by lot out of { $list }. Whoever guesses with a million computers, one try a second each, takes about { $years } million years.
    }
common-six-words-label = The six words of the passphrase
common-typed-so = Typed like this:
common-another-six = Another six words
common-write-own = Write my own
common-own-phrase = Something long that only you would think of. Three or four words in a row make it strong.
common-new-passphrase = New passphrase
common-copies-still = Copies of the journal that were made before still hold it.
common-once-more = The same passphrase once more
common-drawn-instead = Back to the six words
common-weight-hint = Ten characters or more, or words that are hard to guess.
common-weight-fine = This will do well.
common-weight-short = A little longer would be harder to guess.
common-weight-guessable = This is easy to guess. One more word would make it much stronger.
common-not-the-same = The two passphrases are not the same. “Show” lets you compare them.
common-phrase-kept = I have kept this passphrase where I can find it again
common-phrase-remembered = A Japanese input method may show a passphrase among its suggestions, and remember it. The guide tells how to turn that off.
common-keep-phrase-first = Once the passphrase is kept somewhere, please tick the box. Without it nobody can open the book.

common-keys = What the keyboard can do
common-key-shift = Shift
common-key-close = Close the book
common-key-new = New page
common-key-enough = That’s enough for now
common-key-search = Search
common-key-only = Only the page
common-key-person = Choose between whom
common-key-question = Another question
common-key-company = Company: what I can turn to
common-key-vertical = Vertical lines, while reading
common-key-print = Print the page being read
common-key-neighbours = Newer page, older page
common-key-page-up = Page Up
common-key-page-down = Page Down
common-key-places = The rooms, in their order
common-key-settings = Settings
common-key-size = Text larger, smaller, as usual
common-key-region = Next part of the window
common-key-back = One step back
common-key-keys = Show this list
common-copy = Copy
common-copied = It is copied, for ninety seconds.
common-copy-by-hand = The text is chosen. Ctrl C copies it.
