# The first room
welcome-what = A quiet book for what happens between you and other people. There is no right way to write in it. One word makes a page.
welcome-where = What you write stays on this computer, encrypted. There is no account. This program never uses the internet.
welcome-language = Language
welcome-start = Start writing now
welcome-who-else = Who else can use this computer?
welcome-who-can-read = Who can read it, and what this is not

welcome-near-heading = Who else can use this computer?
welcome-near-lead = A moment before the first words. Open the one that is closest, or go on without reading.
welcome-near-me = Only me
welcome-near-me-1 = One passphrase is enough. The book locks each time it closes.
welcome-near-me-2 = Keep the passphrase somewhere else than on this computer. If it is forgotten, only twelve words made beforehand can open the book.
welcome-near-others = Others use it too
welcome-near-others-1 = Close the book when you get up. If nothing moves for a while, it closes by itself.
welcome-near-others-2 = Others can see that this program is here. Without the passphrase they cannot read what is inside.
welcome-near-others-3 = Some keyboards remember the words that are typed. Settings tells how to turn that off.
welcome-near-afraid = Someone I am afraid of
welcome-near-afraid-1 = Without the passphrase nobody can read what you write. But no program can be safe on a computer that someone else controls. Keys and screens can be copied by other programs.
welcome-near-afraid-2 = If someone presses you to open it, this program cannot stop them. Whoever can make me open this can read it.
welcome-near-afraid-3 = It may matter that this program is found here at all. When something is suddenly missing, or different from before, that can make things harder too.
welcome-near-afraid-4 = A device that this person cannot reach is a better place. It may be at a library, or with someone you trust. This program can also lie on a USB stick, with everything that is written. But a stick can be found.
welcome-near-afraid-5 = If you do write here, it may be wise to leave out plans and addresses.
welcome-near-leave = If you close this window now, no book is made. Which of these you opened is not kept anywhere.
welcome-near-not-kept = What you read here is not kept.

welcome-truth-heading = Who can read it, and what this is not
welcome-read-heading = Who can read it
welcome-read-1 = No one reads this but you, and it calls no one.
welcome-read-2 = Whoever can make me open this can read it. While the book is open, whoever sees the screen can read it too.
welcome-read-3 = If the passphrase is forgotten, only twelve words made beforehand, on a sheet that is kept safe, can open the book. Where there are none nobody can, and the people who made this program cannot either.
welcome-not-heading = What this is not
welcome-not-1 = It is not a way to reach someone, and it cannot call for anyone. If a life is in danger, call the emergency number where you live, or go to a person nearby.
welcome-not-2 = It does not measure, count, praise or hurry. A day without writing changes nothing.
welcome-not-3 = It is not a tool for employers, insurers or institutions. It is free software, and belongs to nobody alone.
