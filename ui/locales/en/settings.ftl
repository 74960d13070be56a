# Settings
settings-parts = Parts of the settings
settings-not-now = Not now

settings-look = How it looks
settings-language = Language
settings-appearance = Paper
settings-look-system = As the computer
settings-look-light = Day
settings-look-dark = Lamp
settings-look-contrast-light = Clear, light
settings-look-contrast-dark = Clear, dark
settings-text-size = Size of the text
settings-smaller = Smaller
settings-usual = As usual
settings-larger = Larger
settings-size-now = { $size } points
settings-sample = We sat side by side, and for a while nobody spoke.
settings-darker-ink = Darker ink
settings-darker-ink-why = Thin strokes become a little stronger.
settings-era = Years
settings-era-gregorian = 2026
settings-era-era = Japanese era
settings-era-both = Both
settings-vertical = Read Japanese pages in vertical lines
settings-vertical-why = A page can be turned while it is read, too.
settings-old-input = Use the old input style
settings-old-input-why = If characters appear twice or jump while Japanese is typed, this can calm them.

settings-lock = The lock
settings-lock-where = “Close the book” locks it. The button stands in the same place in every room, and { $key } does the same.
settings-lock-after = Closes by itself when nothing moves for
settings-lock-minutes =
    { $minutes ->
        [one] a minute
        [60] an hour
       *[other] { $minutes } minutes
    }
settings-lock-after-why = What is written is kept first. Fifteen seconds before, there is a word about it, with a button to stay.
settings-lock-sleep = It also closes before the computer sleeps, when its screen is locked, and when the session ends.
settings-lock-woken = It also closes when the computer has slept.

settings-passphrase = The passphrase
settings-passphrase-truth = If it is forgotten, only twelve words made beforehand can open the book. Where there are none nobody can, and the people who made this program cannot either.
settings-passphrase-change = Change the passphrase
settings-passphrase-old = The passphrase as it is now
settings-passphrase-new = The new one
settings-passphrase-go = Use the new passphrase
settings-passphrase-busy = One moment…
settings-passphrase-changed = The new passphrase opens the book from now on. Copies made earlier still open with the old one.

settings-bring = Bring pages over
settings-bring-what = Pages written in Day One can come in from its export (JSON or ZIP). They are counted first, and nothing is written before you say so.
settings-bring-choose = Choose an export…
settings-bring-reading = Reading…
settings-bring-found = In this export
settings-bring-pages =
    { $pages ->
        [one] One page that is not here yet.
       *[other] { $pages } pages that are not here yet.
    }
settings-bring-nothing = No page that is not here already.
settings-bring-day = Of { $day }.
settings-bring-days = From { $first } to { $last }.
settings-bring-already =
    { $pages ->
        [one] One page is here already and does not come a second time.
       *[other] { $pages } pages are here already and do not come a second time.
    }
settings-bring-let-go =
    { $pages ->
        [one] One page was set aside here or erased, and does not come again.
       *[other] { $pages } pages were set aside here or erased, and do not come again.
    }
settings-bring-days-unsure =
    { $pages ->
        [one] For one page it is not known where it was written. Its day follows the export’s own clock.
       *[other] For { $pages } pages it is not known where they were written. Their days follow the export’s own clock.
    }
settings-bring-pictures =
    { $pictures ->
        [one] One picture comes along.
       *[other] { $pictures } pictures come along.
    }
settings-bring-pictures-missing =
    { $pictures ->
        [one] One picture is not in the export. Its page says so in its place.
       *[other] { $pictures } pictures are not in the export. Their pages say so in their place.
    }
settings-bring-sounds =
    { $sounds ->
        [one] One sound stays with the export.
       *[other] { $sounds } sounds stay with the export.
    }
settings-bring-films =
    { $films ->
        [one] One film stays with the export.
       *[other] { $films } films stay with the export.
    }
settings-bring-files =
    { $files ->
        [one] One other file stays with the export.
       *[other] { $files } other files stay with the export.
    }
settings-bring-keywords =
    { $words ->
        [one] One tag is kept as a word with its page.
       *[other] { $words } tags are kept as words with their pages.
    }
settings-bring-refused = “{ $name }”: { $why }
settings-bring-not-yet = Nothing is written yet.
settings-bring-go = Bring them over
settings-bring-busy = Bringing over…
settings-bring-done = Brought over
settings-bring-export-stays = The export itself is not encrypted and lies where it was. Whoever finds it can read it.
settings-bring-look = Look back

settings-whole = Look through everything
settings-whole-what = Every page, earlier wording and picture is read and compared with what was kept. Nothing is changed by it.
settings-whole-go = Look through it now
settings-whole-busy = Looking through…
settings-whole-all = Everything is as it was kept
settings-whole-not-all = Not everything is as it was kept
settings-whole-looked = Looked at: { $pages ->
        [one] one page
       *[other] { $pages } pages
    }, { $versions ->
        [one] one earlier wording
       *[other] { $versions } earlier wordings
    }, { $pictures ->
        [one] one picture
       *[other] { $pictures } pictures
    }.
settings-whole-file = The journal’s file is damaged.
settings-whole-chain = The order of changes has a gap. Something may have been put back or taken out from outside.
settings-whole-pages =
    { $pages ->
        [one] One page is not as it was kept.
       *[other] { $pages } pages are not as they were kept.
    }
settings-whole-page = Page { $number }
settings-whole-key-one = One of the two copies of the key file is damaged. The book still opens. Changing the passphrase makes both copies new.
settings-whole-key-both = Both copies of a key file are damaged. As long as the book is open, changing the passphrase makes them new.
settings-whole-then = Nothing was changed. Close the book, make a copy of its folder as it is, and look for an earlier backup.

settings-folder = Where the book lies
settings-folder-here = Everything is in this folder:
settings-folder-copy = Close the book and copy the whole folder, and you have a copy of the book. It opens with the passphrase it has on that day.
settings-folder-names = Others can see the folder and how large it is. No name, title or date stands on the outside.

settings-keyboards = Keyboards that remember words
settings-keyboards-what = Some keyboards keep the words that are typed, outside this program and not encrypted. This program cannot stop them. Here is where it can be turned off.
settings-keyboards-mozc = Mozc (Japanese), with Fcitx 5 or in GNOME
settings-keyboards-mozc-steps = With Fcitx 5, the menu of the keyboard sign in the panel leads to Mozc’s settings. In GNOME they are in Settings, under “Keyboard”, behind the dots beside “Japanese (Mozc)”. There, “Privacy” has the secret mode, which learns nothing while it is on. “Dictionary” clears what conversion has learned, and “Suggest” clears the input history and turns it off.
settings-keyboards-ibus = Other input methods with IBus or Fcitx
settings-keyboards-ibus-steps = Many of them learn from what is typed. In their settings, turn off learning or suggestions from earlier input, and clear what is remembered. Typing Booster calls it “Off the record mode”.
settings-keyboards-windows-ime = Microsoft IME (Japanese)
settings-keyboards-windows-ime-steps = Right-click “あ” or “A” in the taskbar and turn on “Private mode”. It turns itself off when the computer starts again. In its settings, clear the input history and turn off cloud suggestions.
settings-keyboards-windows = Windows
settings-keyboards-windows-steps = In Settings, under “Privacy”, turn off what learns from inking and typing. Under “Time & language” and “Typing”, turn off text suggestions. Under “System” and “Clipboard”, turn off the history.
settings-keyboards-mac-ime = Japanese on a Mac
settings-keyboards-mac-ime-steps = In System Settings, under “Keyboard” and “Input Sources”, the conversion history can be cleared.
settings-keyboards-mac = A Mac in any language
settings-keyboards-mac-steps = On the same page, turn off spelling correction and predictions. A word that is “learned” goes into a list outside this program.
settings-keyboards-names = The names may differ a little from one version to another.
settings-keyboards-clipboard = What is copied can be read by other programs. It asks to be left out where a clipboard keeps a history, and goes when the book closes. What is cut out stays there.

settings-promises = What this program promises, and what it cannot
settings-promise-network = This program never uses the internet. There is no account.
settings-promise-encrypted = Every word is encrypted before it reaches the disk.
settings-promise-kept = Nothing is called kept before it lies safely on the disk.
settings-promise-open = How it is stored is written down openly. With the passphrase, other free programs can read it too.
settings-promise-nobody = It has no features for employers, insurers or clinics, and will not have any: no supervisor’s view, no attendance, no reports about people.

settings-about = About this program
settings-about-version = Awai { $version }
settings-about-licence = Free software under the Mozilla Public License 2.0: anyone may use it, look into it, change it and pass it on.
settings-about-fonts = Typefaces
settings-about-libraries = Work of others that it stands on
settings-about-texts = The licences in full come with the program’s source.
