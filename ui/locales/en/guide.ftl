# The guide: how to begin, who can read this, a shared computer, keyboards, what this is not, if a life is in danger
guide-title = Guide
guide-lead = All of this is in the program itself. Nothing is fetched from anywhere.
guide-parts = Parts of the guide

guide-begin = How to begin
guide-begin-1 = “Today” is an empty page. One word makes a page. What is written is kept at every pause, and “That’s enough for now” lets the page rest.
guide-begin-2 = When an empty page is too wide, there is “A question, if you like”. Each question can be set aside, asked differently, or left without an answer.
guide-begin-3 = Above the page it can be said between whom it is. Any name will do, also one that only I know. In “Between us” each of them has a room.
guide-begin-4 = “Company” is for a heavy hour: what I can turn to, in large letters. { $key } opens it from every room. It can be written in a calm one.
guide-begin-5 = There is no right way to use this, and nothing to finish. After a day or after a year, the first page is the same.
guide-begin-keys = What the keyboard can do

guide-examples = How it can look
guide-examples-1 = Two short exchanges between people who do not exist. In each of them the thread slips and is picked up again, and nobody is right.
guide-examples-read = Read them
guide-examples-back = Bring back what was put away
guide-examples-here = Both are here.

guide-read = Who can read this
guide-read-1 = Without the passphrase nobody can read what is inside. Every word, name and date is encrypted before it reaches the disk.
guide-read-2 = Whoever can make me open this can read it. While the book is open, whoever sees the screen can read it, and so can a program that copies the screen or the keys.
guide-read-3 = If the passphrase is forgotten, nobody can open the book. The people who made this program cannot either. Only twelve words made beforehand, on a sheet or in an envelope for a companion, can take its place. Whoever has those words can read, too.
guide-read-4 = That there is a book can be seen from outside: its folder, how large it is, when it last changed. No name and no title stands there.
guide-read-5 = A copy of the folder, on a stick or in a cloud, opens with the passphrase of the day it was made. What is erased here is still in that copy.
guide-read-6 = What is printed, copied or taken out in another form is no longer encrypted.

guide-shared = A shared computer
guide-shared-1 = { $key } closes the book from every room. When nothing moves for a while, it closes by itself. Settings says after how long.
guide-shared-2 = A closed book shows a door and nothing else: no name, no day, no word.
guide-shared-3 = Others can see that this program is here. From outside it is an ordinary journal.
guide-shared-4 = Where someone I am afraid of uses the computer too, no program can be safe. Keys and screens can be copied. A device that this person cannot reach is a better place.
guide-shared-5 = A program that is suddenly gone, or a history that is suddenly empty, can be noticed. Before changing something, it can be good to talk with people who know such situations. Many regions have a shelter’s line, a listening line, or a group of people who have lived it.
guide-shared-6 = Plans and addresses may be safer unwritten.

guide-keyboards-linux = Linux
guide-keyboards-windows = Windows
guide-keyboards-macos = Mac

guide-not = What this is not
guide-not-1 = It is not a way to reach anyone. It cannot call, write or warn, and nobody reads along.
guide-not-2 = It does not measure, count, praise or hurry. It gives no advice, and it looks for nothing in what is written.
guide-not-3 = It is not a health service, and it says nothing for or against one.
guide-not-4 = It is not made for employers, insurers or institutions, and no report comes out of it. It is free software, and belongs to nobody alone.

guide-danger = If a life is in danger
guide-danger-1 = This program cannot reach anyone.
guide-danger-2 = If a life is in danger, one’s own or another’s: call the emergency number where you live, or go to a person.
guide-danger-3 = A neighbour, a shop that is open, someone in the street can call, too. If speaking is too hard, two words sent to someone can be enough: “Please come.”
guide-danger-4 = No number stands here, because numbers differ from place to place and grow old. Those that are mine can be written in “Company”.

example-title = Two made-up exchanges
example-lead = Nobody in them exists. They are here to be read, and can be put away.
example-all = Back to both exchanges
example-near = Near this question
example-put-away = Put this one away
example-is-away = It is put away. The guide can bring it back.
example-none = Both are put away.
