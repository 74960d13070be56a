# Taking everything out
takeout-read-me = Pages, and what stands around them, taken out of Awai, a private journal. Whoever reads this file reads them.
takeout-company = Company
takeout-words = My words
takeout-letter-from = From { $name }, { $day }
takeout-letter-to = To { $name }, { $day }
takeout-title = Take everything out
takeout-what = Everything in this journal can leave it at any time, in a form that other programs read. Nothing here changes by it.
takeout-begin = Take everything out…
takeout-form = In which form
takeout-json = JSON, whole
takeout-markdown = Markdown
takeout-html = One page to read
takeout-json-why = Loses nothing, earlier wordings and what is set aside included. Another journal of Awai takes it in.
takeout-markdown-why = A file for each page, pictures beside. Any editor reads it.
takeout-html-why = Everything on one page, for any browser, and for printing.
takeout-letters = Letters
takeout-letters-none = None
takeout-letters-mine = The ones I wrote
takeout-letters-everybodys = Other people’s words, too
takeout-clear = Without a lock
takeout-clear-truth = Whoever finds this file can read it. Otherwise it opens only with the passphrase of this journal.
takeout-passphrase = The passphrase of this journal
takeout-go = Choose a place…
takeout-busy = Taking out…
takeout-done =
    { $pages ->
        [0] No page was there to take out; the rest is outside now, and whole on the disk.
        [one] One page is outside now, and whole on the disk.
       *[other] { $pages } pages are outside now, and whole on the disk.
    }
takeout-done-pictures =
    { $pictures ->
        [one] One picture went along.
       *[other] { $pictures } pictures went along.
    }
takeout-done-letters =
    { $letters ->
        [one] One letter went along.
       *[other] { $letters } letters went along.
    }
takeout-done-truth = That copy lives its own life from now on: what is erased here stays in it.
takeout-in = Bring in what was taken out
takeout-in-why = A whole JSON of another journal of Awai comes in here. What is here already stays as it is.
takeout-in-choose = Choose a file…
takeout-in-title = A whole JSON of Awai
takeout-in-what = Everything in it that is not here yet comes in: pages, ties, questions, what we move toward. Nothing is written yet.
takeout-in-passphrase = The passphrase it was closed with
