# Copies of the book that a sync tool made beside it
siblings-heading = Another copy of this book
siblings-found =
    { $copies ->
        [one] A copy of this book lies beside it, and something was written there that is not here. A sync tool may have made it.
       *[other] { $copies } copies of this book lie beside it, and something was written there that is not here. A sync tool may have made them.
    }
siblings-truth = Nothing comes over by itself, and no copy is erased.
siblings-state-more = Something is only there.
siblings-state-same = Everything that is there is here, too.
siblings-state-damaged = It is of this book, but cannot be read to its end.
siblings-state-newer = A newer Awai wrote in it.
siblings-state-held = It is open elsewhere at the moment.
siblings-state-foreign = This book’s key does not open it: somebody else’s, or from before a new key.
siblings-look = Look at it
siblings-aside = Lay this copy aside
siblings-aside-done = It lies in the folder “siblings” of the book now. It was not erased.
siblings-only-there =
    { $pages ->
        [one] One page is only there.
       *[other] { $pages } pages are only there.
    }
siblings-went-on =
    { $pages ->
        [one] One page went on there.
       *[other] { $pages } pages went on there.
    }
siblings-went-on-why = Here they stand as they stood there before. What they say here stays among their earlier wordings.
siblings-both =
    { $pages ->
        [one] One page was written anew on both sides.
       *[other] { $pages } pages were written anew on both sides.
    }
siblings-both-why = The page here stays. Its words from there can come too, if you like.
siblings-unfinished =
    { $pages ->
        [one] Unfinished words are there.
       *[other] Unfinished words are there, { $pages } times.
    }
siblings-let-go =
    { $pages ->
        [one] One page that is there was let go of here. It does not come again.
       *[other] { $pages } pages that are there were let go of here. They do not come again.
    }
siblings-ties =
    { $ties ->
        [one] One tie is only there.
       *[other] { $ties } ties are only there.
    }
siblings-letters =
    { $letters ->
        [one] One letter is only there.
       *[other] { $letters } letters are only there.
    }
siblings-others = More is only there: questions, what we move toward, words, or company.
siblings-stay = Something else was changed on both sides. It stays as it is here.
siblings-nothing = Everything that is there is here, too.
siblings-here = Here
siblings-there = There
siblings-leave = Leave it there
siblings-as-version = Among its earlier wordings
siblings-as-page = As a page of its own
siblings-unfinished-take = Bring them over as pages of their own
siblings-bring = Bring it over
siblings-bring-why = A backup is made first.
siblings-busy = Bringing over…
siblings-done = It came over. The copy lies as it was.
siblings-came =
    { $pages ->
        [0] No page came.
        [one] One page came.
       *[other] { $pages } pages came.
    }
siblings-came-words =
    { $pages ->
        [one] Words came to one page that is here.
       *[other] Words came to { $pages } pages that are here.
    }
siblings-left =
    { $pages ->
        [one] One page written on both sides was left there.
       *[other] { $pages } pages written on both sides were left there.
    }
