# Pages for paper
paper-title = On paper
paper-these = Print these pages…
paper-own = Only my own pages stand here, nobody else’s words.
paper-more = The first { $number } of these pages stand here. Choose fewer days to see the others. Settings can take everything out at once.
paper-covers = Print what lies under covers, too
paper-covers-why = Otherwise a covered page shows only its cover.
paper-print = Print…
paper-none = There is no page here to be printed.
