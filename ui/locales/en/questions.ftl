# Questions
questions-lead = A question can be answered with one word, a page, or not at all. Any of them may be asked differently.
questions-sets = Sets
questions-for = For: { $audience }
questions-for-alone = alone
questions-for-pair = two people
questions-for-group = a group
questions-for-between = { " · " }
questions-all = All questions
questions-own = My own questions
questions-own-none = None yet. One may come by itself, or grow out of one that is here.
questions-received = From others
questions-further = Further questions
questions-later = To come back to
questions-not-again-list = Not offered again

questions-page-asks = A new page begins with a question
questions-page-asks-why = It can be put away, and an empty page is always the other choice.
questions-if-you-like = A question, if you like
questions-another = Another question
questions-walk = Walk slowly: { $set }
questions-walk-on = Back to the walk
questions-walk-this = Walk slowly through these
questions-without = Write without one
questions-take-off = Take it off the page
questions-taken-off = The question is off the page. The words stay.
questions-changed = How this question has changed
questions-of-library = As it came with the book
questions-of-others = In somebody else’s words
questions-asked-now = asked now
questions-grew-from = It grew from:

questions-order = The order is only a suggestion.
questions-use = Write to it
questions-use-named = Write to it: { $question }
questions-grown = Asked differently since
questions-offered = These may be offered on a page
questions-offered-why = Only when a question is asked for.

questions-differently = Ask it differently
questions-differently-why = The wording that is here stays. The new one stands beside it, and pages keep the words they were asked.
questions-moves = A way to turn it, if one fits
questions-move-opened = Open it
questions-move-opened-before = Did I say it too late?
questions-move-opened-after = What was happening when I said it?
questions-move-assumption = Name what it takes for granted
questions-move-assumption-before = How do I get through Sundays alone?
questions-move-assumption-after = Who told me that Sundays are for families?
questions-move-us = From me or them to us, or to the place
questions-move-us-before = What do they want from me?
questions-move-us-after = What do we both look for on these evenings?
questions-move-toward = From what is broken to what wants to grow
questions-move-toward-before = What is left of our evenings?
questions-move-toward-after = What is beginning in the quiet ones?
questions-move-slower = Slower, smaller, or as a duet
questions-move-slower-before = What do I want to do with my life?
questions-move-slower-after = What would I like to hear tomorrow morning?
questions-move-other = In some other way
questions-differently-words = The question, in its new words
questions-differently-because = Changed because (if you like)
questions-differently-keep = Keep this wording
questions-differently-same = The words are still the same. Change even one of them, and it can be kept.
questions-kept = The question is kept.
questions-because = Changed because: { $because }
questions-opened = What opened: { $words }
questions-branch = From this one, ask differently
questions-branch-named = From this one, ask differently: { $question }
questions-wording-erase = Erase this wording
questions-wording-erase-named = Erase this wording: { $question }
questions-wording-erase-told = This wording goes from the question. Pages keep the words they were asked.
questions-wording-erased = The wording is erased.
questions-wish-later = To come back to
questions-wish-not-again = Not offer it again
questions-pages = Pages begun from it
questions-pages-further = Show more pages
questions-not-now = Not now

questions-new = Write a question
questions-new-words = The question
questions-new-why = However it comes. It can change later, and this first wording stays.
questions-new-hint = A few words beside it (if you like)
questions-new-keep = Keep the question
questions-new-empty = No words yet. One is enough.

questions-new-set = Make a set
questions-set-title = Title
questions-set-untitled = The set has no title yet. One word is enough.
questions-set-purpose = What it is for (if you like)
questions-set-whom = For whom
questions-set-chosen = Questions in this set
questions-set-chosen-none = None yet.
questions-set-from = Add from all questions
questions-set-find = Words in the question
questions-set-added = Added to the set.
questions-set-earlier = Earlier
questions-set-earlier-named = Earlier: { $question }
questions-set-take-out = Take out
questions-set-take-out-named = Take out: { $question }
questions-set-keep = Keep the set
questions-set-kept = The set is kept.
questions-set-change = Change this set
questions-set-erase = Erase this set
questions-set-erase-told = The set goes; its questions and every page stay.
questions-set-erased = The set is erased. Its questions stay.

questions-to-file = This set as a file
questions-to-file-what = The file holds the title, the questions and the wordings they grew from. No page and no answer is in it, and not why anything was changed. Whoever has it can read it.
questions-to-file-do = Write the file…
questions-file-written = The file is written.
questions-from-file = A set from a file
questions-file-what = A set somebody gave as a file can be looked at here first. Nothing that is here changes.
questions-file-choose = Look at a file…
questions-file-holds = { $questions ->
    [one] One question. Nothing of it is here yet.
   *[other] { $questions } questions. Nothing of it is here yet.
}
questions-file-take-in = Take it in
questions-file-taken = The set is here
questions-file-new = { $questions ->
    [one] One question is new here.
   *[other] { $questions } questions are new here.
}
questions-file-beside = { $questions ->
    [one] One question has other words than the one here. It stands beside it.
   *[other] { $questions } questions have other words than those here. They stand beside them.
}
questions-file-already = { $questions ->
    [one] One question was here already.
   *[other] { $questions } questions were here already.
}
questions-file-look = Look at the set

questions-elsewhere = See it from elsewhere
questions-wider = Wider than us
questions-on-new-page = On a new page
questions-beside-page = Beside this page
questions-none-to-offer = No other question is offered here.
