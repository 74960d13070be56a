# The door
unlock-quiet = Nothing is open yet.
unlock-passphrase = Passphrase
unlock-open = Open the book
unlock-busy = Opening…
unlock-hint = Capital letters and accents matter. Try as often as you like.
unlock-second-heading = The second copy of the key opened it
unlock-second = One key file is damaged; its second copy opened the book. Nothing is lost. Changing the passphrase in Settings makes both copies new.
unlock-damaged-heading = Parts of this journal are damaged
unlock-damaged = What can still be read can be read, and nothing is written into it. Before anything else, make a copy of its folder as it is. An earlier backup may hold the rest.
unlock-older-heading = This journal is older than the one last opened here
unlock-older = When it was last opened here, it held newer words. This happens when an older copy was put back, for instance. It can be open for reading only, while you look for the newer one.
unlock-read-only = Read only for now
unlock-use-this-one = Use this one from now on
