# Hide now: an empty screen first, then everything else
hiding-now = Hide now
hiding-held = Something could not be kept yet. It is still here, behind this door.

hiding-what = “Hide now” empties the screen at once, keeps what is written, closes the book and takes the window from sight. The button stands in the same place in every room, and { $keys } does the same.
hiding-not = It does not hide that this program is here, or was open. It stops no program that copies the screen or the keys, and nobody who can make me open the book.
hiding-keys = Keys that hide
hiding-keys-change = Choose other keys
hiding-keys-press = Press them now
hiding-keys-press-how = Escape leaves them as they are.
hiding-keys-usual = Back to { $keys }
hiding-keys-composing = In the middle of a word that an input method composes, some Linux desktops keep these keys from every program. The button “Hide now” hides even then.
hiding-keys-chosen = From now on { $keys } hides the book.
hiding-keys-bare = These keys are for writing. { $mod } and a letter, a digit or a key from F2 to F12 will do.
hiding-keys-input = These keys belong to a keyboard’s input method. Others will do.
hiding-keys-taken = { $keys } does something else here already.
hiding-keys-system = { $keys } belongs to the computer, or to copying and pasting.
hiding-then = What becomes of the window
hiding-then-minimise = It is minimised
hiding-then-quit = It goes, and the program ends

hiding-guide-1 = “Hide now”, or { $keys }, is for when someone comes in. The screen is empty at once, what is written is kept, the book closes, and the window goes from sight. Whoever looks finds the door, as always, and the draft is behind it.
hiding-guide-2 = It does not hide that this program is here, or was open. It stops no program that copies the screen or the keys, and nobody who can make me open the book. Settings has other keys for it, and whether the program ends with it.
hiding-guide-3 = When the last words cannot be kept, on a full disk for instance, the book stays open behind a door, and only the passphrase leads back. Before there is a passphrase, words are in this window alone: they wait behind “Start writing now”, for anyone.
