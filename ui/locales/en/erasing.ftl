# Erasing everything
erase-title = Erase everything
erase-what = The whole book goes: every page, letter, picture and name, and the keys to them. Nothing here can bring it back.
erase-begin = Erase everything…
erase-stays = What stays, because nothing here can reach it
erase-stays-elsewhere = Copies elsewhere: on a stick, on another computer, or with a service that copies folders. Each still opens with the passphrase of the day it was made.
erase-stays-given = Sheets, letters that were given away, and whatever was taken out.
erase-stays-disk = On some disks, parts of what was erased. A solid-state drive may keep them for a while. Only an encrypted disk covers that.
erase-stays-program = This program, and what the system remembers of it.
erase-others = Other files lie in the same folder. They stay as they are.
erase-copies =
    { $copies ->
        [one] Erase the backup in its folder, too
       *[other] Erase the { $copies } backups in its folder, too
    }
erase-copies-why = Otherwise they stay, and each opens with the passphrase of the day it was made.
erase-settings = Erase the settings, too
erase-settings-why = Language, look and times. They hold nothing private.
erase-go = Erase it all
erase-busy = Erasing…
erase-done = The journal is erased.
erase-remains = The journal is erased and opens no longer. Some of its files could not be removed yet. The next start tries again. The folder can be removed by hand, too.
