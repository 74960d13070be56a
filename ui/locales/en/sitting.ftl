# A slow walk through a set
sitting-title = A slow walk
sitting-none = No walk is under way. One begins from a set of questions.
sitting-aside = Set aside
sitting-aside-told = Set aside. Nothing of it is kept.
sitting-later = Keep it to come back to
sitting-later-kept = It is kept among the questions to come back to.
sitting-enough = Enough for today
sitting-any-order = Any of these, in any order
sitting-kept-page = What was written is kept as a page.
sitting-begun = A page is already begun
sitting-begun-more = It can rest as a page of its own while this walk begins with a clean sheet. Or go back to it first.
sitting-keep-and-begin = Keep it as a page, and begin
sitting-back-to-page = Back to that page
sitting-close = That is enough for today
sitting-close-more = Whatever was written is kept. Whatever was not can stay so.
sitting-last = One more, before closing, if you like:
sitting-write-last = Write to it
sitting-further = Or, from a little further away:
sitting-end = Leave the walk
sitting-not-yet = Not yet

sitting-still = Sit for a while
sitting-still-here = Sitting for a while
sitting-still-more = Nothing has to come of it. Nothing of it is kept.
sitting-still-write = Write something
