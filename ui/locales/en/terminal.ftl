# The command line
terminal-about = A private journal, from a terminal. What is written stays on this computer, encrypted.
terminal-about-more =
    Words of a page come from standard input or a file. What stands on the command line itself can be seen by other programs, and shells keep it: titles and names of ties, too. Searching for “-” reads the words from standard input.
    The passphrase is asked on the terminal, or read from a file.
    A page is named by its id, or by the first four characters of it or more.
    On a terminal, signs that could act on it are shown as signs. Into a pipe or a file, words go exactly as they were written.
    With --json the answer is one object or array on standard output (awai COMMAND --help shows its shape), and what was refused is an object with a “kind” on standard error.
    The program ends with 0 when it was done, 1 when it was refused, 2 when it was not understood.
terminal-heading-usage = Usage
terminal-heading-commands = Commands
terminal-heading-arguments = Words
terminal-heading-everywhere = For every command
terminal-heading-options = Options

terminal-about-create = Make a new journal in an empty folder
terminal-about-write = Write a page and print its id
terminal-about-revise = Write a page anew; what it said before is kept beside it
terminal-about-list = List pages, newest first
terminal-about-show = Show a page
terminal-about-versions = Show the earlier wordings of a page
terminal-about-set-aside = Set a page aside for thirty days; it can come back
terminal-about-bring-back = Bring a page back that was set aside
terminal-about-erase = Erase a page that lies aside, at once; this cannot be taken back
terminal-about-erase-versions = Erase what a page said earlier, and pictures that only it shows; this cannot be taken back
terminal-about-aside = List what is set aside
terminal-about-search = Find pages by their words
terminal-about-tie = The people, groups and places that pages are about
terminal-about-tie-add = Name a tie
terminal-about-tie-list = List the ties
terminal-about-check = Look through everything: pages, digests, key files
terminal-about-import = Bring pages over from another program, after counting them
terminal-about-passphrase = Change the passphrase

terminal-argument-id = The page’s id, or the first four characters of it or more
terminal-argument-file = A file with the words; standard input when there is none
terminal-argument-search = What to find. “Quoted words” stay together; - reads standard input
terminal-argument-name = Any name only you know
terminal-argument-format = Where they come from: day-one, or awai for a journal that was taken out as JSON
terminal-argument-path = Its export: a JSON file, a ZIP or a folder

terminal-option-journal = The journal’s folder
terminal-option-passphrase-file = Read the passphrase from this file: all of it, without the last line break
terminal-option-new-passphrase-file = Read the new passphrase from this file (create, passphrase)
terminal-option-use-older = Use a journal that is older than the one last opened here, from now on
terminal-option-json = Answer as JSON
terminal-option-lang = The language of this program
terminal-option-version = Show which version this is
terminal-option-help = Show how this is used
terminal-option-at = When it was written, with the offset: 2026-11-26T21:40:00+09:00
terminal-option-title = A title
terminal-option-tie-of-page = Between me and whom; can be given several times
terminal-option-no-tie = Between me and nobody in particular
terminal-option-page-lang = The language of the page: ja, fr, en or another
terminal-option-cover = Only this shows until the page is opened
terminal-option-happened = When it happened: 1999, 1999-02, 1999-02-28, or in words
terminal-option-stays-here = This page is never offered for a letter or for a group’s lines; awai export takes it along
terminal-option-picture = Put a picture on the page, after its words (PNG, JPEG, WebP); can be given several times
terminal-option-shows = What the picture named before it shows, in words
terminal-option-same-words = Leave the words as they are
terminal-option-tie = Only pages that hang on this tie
terminal-option-from = From this day on: 2026-11-26
terminal-option-to = Until this day, included
terminal-option-limit = How many at the most
terminal-option-open-cover = Open the cover
terminal-option-words = Only the words of the page, exactly as they were written
terminal-option-pictures-to = Write its pictures into this folder, in clear
terminal-option-closest = The closest pages first
terminal-option-kind = person, group, place, myself or other
terminal-option-dry-run = Only count what would come

terminal-passphrase = Passphrase:
terminal-new-passphrase = New passphrase (Enter offers six words):
terminal-once-more = The same passphrase once more:
terminal-not-the-same = That was not the same. Nothing was changed. It can be tried again.
terminal-six-words-stay = They can be read on this terminal until it is cleared or closed.
terminal-six-words-take = Once they are kept somewhere, the last of the six words takes them. Enter draws another six:
terminal-write-now = Write here. Ctrl+D on an empty line keeps the page.

terminal-created = A journal was made, encrypted:
terminal-passphrase-changed = The passphrase was changed. Copies of the journal made before still open with the old one.
terminal-more = There are further pages. --limit or --to shows them.
terminal-between = Between me and:
terminal-happened = It happened:
terminal-keywords = Words kept with it:
terminal-revised = Written anew:
terminal-aside = Set aside:
terminal-not-aside = This page does not lie aside, so it was not erased. awai set-aside puts it aside first; from there it can come back or be erased.
terminal-pictures = Pictures:
terminal-pictures-none = No picture stands on this page.
terminal-pictures-written = Whoever finds these files can look at them.
terminal-cover = Cover:
terminal-fear-says = What fear says:
terminal-hope-says = What hope says:
terminal-wider = Wider than us:
terminal-covered = This page has a cover. --open-cover shows its words.
terminal-second-copy = One key file is damaged; its second copy opened the journal. Nothing is lost. Changing the passphrase makes both copies new.
terminal-check-whole = Everything is as it was written.
terminal-check-pages = These pages are not as they were written:
terminal-brought-pages =
    { $pages ->
        [one] One page came over.
       *[other] { $pages } pages came over.
    }
terminal-bring-let-go =
    { $pages ->
        [one] One page was set aside or erased here before and does not come again.
       *[other] { $pages } pages were set aside or erased here before and do not come again.
    }
terminal-bring-days-unsure =
    { $pages ->
        [one] One page has a time zone that is not known here. It stands on the day that the export’s own clock says.
       *[other] { $pages } pages have a time zone that is not known here. They stand on the day that the export’s own clock says.
    }
terminal-bring-files =
    { $files ->
        [one] One other file stays with the export.
       *[other] { $files } other files stay with the export.
    }

terminal-misused = That was not understood. Nothing was changed.
terminal-misused-command = There is no such command. Nothing was changed.
terminal-misused-option = There is a word or an option too many. Nothing was changed.
terminal-misused-value = { $option } takes something else. Nothing was changed.
terminal-misused-missing = { $option } is still open. Nothing was changed.
terminal-misused-no-command = Which command? Nothing was changed.
terminal-misused-perhaps = Perhaps { $word }?
terminal-misused-see = { $command } shows how it is used.

terminal-not-text = What came in is not text (UTF-8). Nothing was changed. It can be saved as UTF-8 and tried again.
terminal-file-unreadable = A file that was named cannot be read. Nothing was changed. Its path or its permissions may tell why.
terminal-no-terminal = The passphrase could not be asked, because there is no terminal here. Nothing was changed. --passphrase-file reads it from a file.
terminal-stopped = Stopped here. Nothing was changed.
terminal-several-pages = Several pages begin so. Nothing was changed. A few more characters tell them apart.
terminal-no-place = There is no home folder here. Nothing was changed. --journal names the journal’s folder.
terminal-answer-lost = It was done, and what was kept is safe. The answer could not be written out.

terminal-trouble-no-journal = There is no journal here yet. Whatever lies elsewhere is as it was. awai create makes one; --journal names another folder.
terminal-trouble-folder-gone = The journal’s folder cannot be reached. What was kept before is as it was. A USB stick may be unplugged, or the folder moved.
terminal-trouble-changed-elsewhere = This journal was opened elsewhere meanwhile, so this was not kept. Nothing was written over. It can be tried again.
terminal-trouble-older-than-seen = This journal is older than the one last opened here, so it is only read. Nothing was changed. --use-older uses this one from now on.
terminal-trouble-read-only = Nothing can be written there, so nothing was kept. What was kept before is safe and can be read.
terminal-trouble-disk-full = The disk is full, so this was not kept. What was kept before is safe. Once there is room, it can be tried again.
terminal-trouble-disk-trouble = The disk could not be read or written, so this was not kept. What was kept before is safe. It can be tried again.
terminal-trouble-not-found = That was not found. Everything else is as it was. awai list and awai search may find a page; awai threads shows the letters.
terminal-trouble-passphrase-weak = That passphrase is easy to guess. Nothing was changed yet. Ten characters or more, or words that are hard to guess, make it stronger.
terminal-trouble-too-large = This is more than one page can hold (16 MiB). Nothing was changed. In two pages it can be kept.
terminal-trouble-unknown-tie = No tie is called that. Nothing was changed. awai tie list shows the ties; awai tie add names a new one.
terminal-trouble-unexpected = Something unexpected happened. What was kept is safe. It can be tried again.

terminal-about-invite = Invite somebody to exchange letters: a file, and eight words to be said by voice
terminal-about-accept = Accept an invitation, or take in the reply to one
terminal-about-companions = Those I exchange letters with
terminal-about-rest = Let an exchange rest; letters can still come
terminal-about-take-up = Take an exchange up again
terminal-about-end = End an exchange: its keys are wiped, the letters stay
terminal-about-forget = Forget a companion with every letter, both ways
terminal-about-seal = Put a letter together, show exactly what leaves, let it rest, seal it
terminal-about-open = Look at a letter that came: who wrote it first, then the cover
terminal-about-threads = The letters of both, side by side
terminal-about-echo = Answer a letter with up to five short texts
terminal-about-release = Write the wish that a letter of mine be no longer kept
terminal-argument-companion = What I call them
terminal-option-as = The name I choose towards them
terminal-option-tie-of-companion = The tie they are linked to
terminal-option-into = The folder the file is written into; this one when none is named
terminal-option-words-file = Read the eight words from this file
terminal-option-letter-file = The file that came
terminal-option-to-companion = To whom; can be given several times
terminal-option-to-words = To somebody without Awai, under eight words
terminal-option-draft = A letter that was laid to rest
terminal-option-page = A page, and which of its passages, counted from one
terminal-option-letter-words = A file with words for this letter; - is standard input
terminal-option-wish = What I would like back
terminal-option-as-written = This name stays as it is written
terminal-option-stands-as = Another name stands in the place of this one
terminal-option-send-now = Seal it now; otherwise it rests until the morning
terminal-option-armor = As text, for the body of an e-mail
terminal-option-html = For somebody without Awai: as a page that any browser opens with the words, without the internet
terminal-option-read = Show the words, too
terminal-option-keep = Keep it
terminal-option-later = Lay it by, unread
terminal-option-return = Note that it goes back unread
terminal-option-erase = Do not keep it
terminal-option-letter = A letter: the first four characters of its id or more
terminal-option-echo-words = A file with the texts, --- alone on a line between them; standard input when there is none
terminal-eight-words = The eight words:
terminal-an-invitation = This is an invitation or a reply to one. Nothing was changed. awai accept takes it in.
terminal-invited = The invitation lies in { $file }. It can travel in any way.
terminal-invited-words = These words open it. Say them by voice, and send them in no other way:
terminal-invited-ends = It can be answered once, until { $day }.
terminal-paired = Letters can go between me and { $called }, who goes by { $name } there.
terminal-reply = The reply lies in { $file }. It goes to the one who invited.
terminal-paired-on = paired with words on { $day }
terminal-not-checked = not checked yet
terminal-waiting = { $called }: an answer can come until { $day }
terminal-companion-done = It was done. awai companions shows how it stands.
terminal-resting = This is what will leave. It rests until { $until }; then: awai seal --draft { $id }
terminal-sealed = Sealed for { $to }: { $file }
terminal-sealed-words = These words open it. They stay here with my copy; say them by voice:
terminal-letter-done = It is noted. awai threads shows it.
terminal-copy-stays = The file itself still lies where it was.
terminal-writer-me = Written by me
terminal-writer-unknown = It is not known who wrote it. The name in it is { $name }, and nothing proves it.
terminal-letter-missing = Letter { $from } has not come.
terminal-letters-missing = Letters { $from } to { $to } have not come.
terminal-letter-later = laid by
terminal-letter-returned = returned unread
terminal-letter-erased = erased
terminal-letter-released = its writer would like it no longer kept
terminal-option-end-release = Before the keys go, seal the wish that this letter of mine be no longer kept; all names every one
terminal-option-no-release = Go on without such a wish
terminal-option-again = A letter of mine whose file was lost, sealed once more as it was
terminal-option-erase-here = Erase its words here
terminal-option-follow = Erase here the letters that this wish names
terminal-ended = The exchange has ended, and its keys are gone. The letters that were kept stay. awai export with --letters mine takes my own out, without anybody else’s words.
terminal-wish-undecided = Nothing has changed yet. They may keep letters of mine, and once the keys are gone, the wish that these be no longer kept can only be said by voice. --release all writes it first, --release LETTER names some, --no-release goes on without it.
terminal-no-wish-left = Nothing has changed yet. No letter of mine is left that such a wish could name. awai seal --again LETTER makes the file of a wish once more; --no-release goes on without one.
terminal-letter-let-go = Its words are erased here. Copies elsewhere stay.
terminal-letter-followed = The words of the letters that it names are erased here. Copies elsewhere stay.
terminal-follow-it = awai threads --letter { $id } --follow erases them here.
terminal-releases-elsewhere = It names letters that are not here, too.
terminal-about-card = A card by hand, for when no words can be said: nobody has checked it, and that is said
terminal-about-card-make = Make a card to hand over
terminal-about-card-answer = Take in a card that came first, and make the one that answers it
terminal-about-card-take = Take in the card that answers mine
terminal-about-agreement = How we would like to be together: both sides, and mine written anew with --answers
terminal-option-card-file = The card that came, as text; - is standard input
terminal-option-answers = A file with a text for each question of the set “agreement”, --- alone on a line between them; an empty one is set aside
terminal-option-reread = When to read it again, in words
terminal-option-agreement = Send my side of the agreement
terminal-option-pass-on = Pass a question on, without its answers
terminal-option-changed-because = What changed the question; it goes along
terminal-option-same-question = A question that both answer
terminal-card-made = A card for { $called }. What they hand back is taken in with “awai card take”:
terminal-card-answered = Letters can go between me and { $called }, not checked yet. This card goes to them:
terminal-agreement-mine = Mine, version { $number }
terminal-agreement-theirs = Theirs, version { $number }
terminal-agreement-reread = To read again: { $when }
terminal-agreement-none = Nothing is written here yet, and nothing has to be.
terminal-how-far = { $percent } %
