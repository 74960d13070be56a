# The command line: backups, keys, and taking everything out
terminal-about-backup = Make a backup of the whole journal, encrypted, and look it through; into its own folder, or into another
terminal-about-backups = List the backups in the journal’s own folder
terminal-about-restore = Bring a backup back as a journal
terminal-about-sheet = Twelve words on a sheet that open the journal, too; or take them away again
terminal-about-envelope = Twelve words in an envelope, sealed for a companion; open one, or take mine away again
terminal-argument-copy-to = The folder that the backup goes into
terminal-argument-copy = A backup; the journal itself when none is named
terminal-argument-copy-from = A backup: a folder with journal.db and keys
terminal-argument-restore-to = Where the journal will lie: an empty folder, or none yet
terminal-argument-envelope = What I call the companion
terminal-option-put-by = A journal may be there: it is put by in a folder of its own
terminal-option-new-key = Give the database a new key, too: for when somebody saw the passphrase
terminal-option-sheet-into = Write the sheet into this file (HTML, for printing). It is not encrypted
terminal-option-unasked = Do not ask three of the words back
terminal-option-remove = The words open the journal no longer
terminal-option-open-envelope = Open an envelope that somebody gave me
terminal-backed-up = Backed up and checked: { $folder }
terminal-backup-last = Last backed up and checked on { $day }.
terminal-backup-last-elsewhere = Last backed up and checked on { $day }, in another folder.
terminal-backup-none = There is no backup yet that was checked.
terminal-restored = The backup is the journal in { $folder } now. Everything is as it was when the backup was made.
terminal-key-renewed = The journal has a new key and a new passphrase. Sheets and envelopes made before open it no longer. Copies made before still open with the old passphrase.
terminal-tries =
    { $tries ->
        [one] Since it was last opened, another passphrase was tried once.
       *[other] Since it was last opened, another passphrase was tried { $tries } times.
    }
terminal-twelve-words = Write these twelve words down in their order. They open nothing until three of them are typed back:
terminal-word-back = Word number { $number }, to see that they were written down:
terminal-sheet-kept = From now on the twelve words open the journal, too.
terminal-words-gone = Those words open the journal no longer. Copies made before still open with them.
terminal-envelope-sealed = The envelope lies in { $file }. Only { $name } can open it. When I ask, they say the words by voice.
terminal-envelope-opened = From { $called }, who signs as { $name }. The words, to be said by voice:
terminal-about-export = Take everything out, closed with the passphrase: a Markdown folder, one JSON, or one page to read
terminal-argument-form = markdown, json, html
terminal-argument-export-to = A file that is not there yet (for Markdown in clear: a folder)
terminal-option-letters = Letters go along: the ones I wrote, or other people’s words, too
terminal-option-in-clear = Without a lock: whoever finds it can read it
terminal-option-file-passphrase = Read the passphrase it was closed with from this file
terminal-about-siblings = Copies of this journal that a sync tool made beside it: find them, look, bring over what is only there
terminal-about-siblings-look = Show what is only in a copy, and pages that were written anew on both sides, beside each other
terminal-about-siblings-bring = Bring over what is only there; a backup is made first, and nothing here is changed by it
terminal-about-siblings-aside = Lay a copy aside in the journal’s folder, where it is not found any more. It is not erased
terminal-argument-sibling = The file of the copy, or its folder
terminal-option-both = Pages written anew on both sides come too: among what they said earlier, or as pages of their own
terminal-option-unfinished = Words that are not finished there come too, as pages of their own
terminal-siblings-none = No other copy of this journal lies beside it.
terminal-sibling-aside = It lies in the folder “siblings” of the journal now, and still opens.
terminal-sibling-here = Here:
terminal-sibling-there = There:
terminal-about-erase-everything = Erase the whole journal, after its passphrase; what goes and what stays is told first
terminal-option-erase-copies = Erase the backups in its folder, too
terminal-option-erase-settings = Erase the settings of the window, too
terminal-erase-copies-go =
    { $copies ->
        [one] The backup in its folder goes, too.
       *[other] The { $copies } backups in its folder go, too.
    }
terminal-erase-copies-stay =
    { $copies ->
        [one] The backup in its folder stays, and opens with the passphrase of the day it was made.
       *[other] The { $copies } backups in its folder stay, and each opens with the passphrase of the day it was made.
    }
