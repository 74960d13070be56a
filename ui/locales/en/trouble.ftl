# When something went otherwise: what happened → what is safe → what can be done
trouble-wrong-passphrase = That did not open it. Nothing is lost.
trouble-slot-damaged = Both copies of the key file are damaged, so it cannot open. The pages themselves are as they were. Putting back the “keys” folder from a backup lets it open again.
trouble-journal-damaged = The journal’s file is damaged. Nothing was changed. Make a copy of it as it is, then try an earlier backup.
trouble-journal-newer = This journal was written by a newer Awai. Nothing was changed. Open it with the newer one.
trouble-journal-empty = The journal’s file is empty. Nothing was put in its place. A copy may have been cut short; look for an earlier backup.
trouble-no-journal = There is no journal here yet. Whatever lies elsewhere is as it was.
trouble-folder-gone = The folder of the journal is gone. Is a USB stick unplugged, or was the folder moved? The words on the screen are still here.
trouble-journal-exists = A journal is already there. Nothing was written over. Open it with its passphrase.
trouble-folder-not-empty = That folder holds other things. Nothing was changed. Choose an empty folder.
trouble-older-than-seen = This journal is older than the one last opened here. Nothing was changed. You can read it only, or use this one from now on.
trouble-read-only = The journal is open for reading only, so this was not written. The words on the screen are still here.
trouble-held-elsewhere = This journal is open elsewhere at the moment. Nothing is lost. Close it there, and it opens here.
trouble-held-elsewhere-by = This journal is open elsewhere at the moment ({ $holder }). Nothing is lost. Close it there, and it opens here.
trouble-disk-full = The disk is full, so this is not kept yet. The words are still on the screen, and you can go on writing. They are kept once there is room.
trouble-disk-trouble = The disk could not be read or written. What was kept before is safe. The words on the screen are still here, and this is tried again in a moment.
trouble-not-found = That page was not found. The others are as they were. Looking back may find it.
trouble-closed = The book is closed. What was kept is safe. The passphrase opens it again.
trouble-passphrase-weak = That passphrase is easy to guess. Nothing was changed yet. Make it a little longer, or take the six words.
trouble-too-large = This is more than one page can hold. The words are still on the screen. In two pages they can be kept.
trouble-nothing-written = Nothing is written yet. One character makes a page.
trouble-not-a-day-one-export = This does not look like a Day One export (JSON or ZIP). Nothing was brought over. Choose a file that Day One exported as JSON.
trouble-import-torn = That file seems to be cut short. Nothing was brought over. Exporting it once more may help.
trouble-import-too-large = This is too large to bring over at once. Nothing was brought over. Export it in several parts.
<<<<<<< HEAD
trouble-too-long = This is longer than fits here. The words are still on the screen. A little shorter, they can be kept.
trouble-not-here = That is not in this journal any more. Everything else is as it was. Look at the list again.
trouble-unknown-question = That question is not in this journal. Everything else is as it was. Choose it again from the questions.
trouble-not-a-question-set = This does not look like a set of questions. Nothing was taken in. Choose a file that Awai wrote as a set.
trouble-question-set-torn = This set of questions breaks off before its end. Nothing was taken in. Ask for the file once more.
trouble-question-set-too-large = This set of questions is larger than what can be taken in. Nothing was taken in. In several sets it may fit.
trouble-question-set-newer = This set of questions was written by a newer Awai. Nothing was taken in. The newer one can read it.
trouble-question-set-unclear = This set of questions uses one name twice, so it could be read in two ways. Nothing was taken in. Ask whoever made it to look at it again.
trouble-question-set-hidden = This set of questions holds signs that cannot be seen and change what is read. Nothing was taken in or written out. Typing the words anew takes them away.
=======
trouble-import-gone = The export was not found, or went away while it was being read. Nothing was brought over. Is a USB stick unplugged, or was the file moved?
trouble-import-page-unreadable = This page could not be read. It stays in the export, and the other pages are not affected. It can be copied from there by hand.
trouble-import-page-too-large = This page is larger than one page can be here. It stays whole in the export, and the other pages are not affected. In two pages it fits.
trouble-import-page-empty = Nothing is written on this page, so it stays in the export. The other pages are not affected.
trouble-import-picture-unreadable = This picture could not be read. It stays in the export, and the page says so in its place. Saved as PNG, JPEG or WebP it can be kept.
trouble-import-picture-too-large = This picture is too large. It stays in the export, and the page says so in its place. Saved smaller it can be kept.
>>>>>>> 39d63c7 (Pages, words, photos and days of a Day One export are read and brought over)
trouble-unknown-tie = That tie is not in this journal. The words on the screen are still here. Choose it again.
trouble-bad-request = That could not be taken. Nothing was changed. Try it once more.
trouble-unexpected = Something unexpected happened. What was kept is safe. Close the book and open it again.
