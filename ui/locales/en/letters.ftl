# Letters, and what stands in the files that leave
letter-read-me = A letter, written with Awai, a private journal. Everything in it stands below and can be read as it is; Awai shows it more comfortably. Nothing in it runs by itself.
invite-read-me = An invitation to exchange letters with Awai. Opened in Awai, it can be answered once, until the day under “ends”.
reply-read-me = A reply to an invitation to exchange letters with Awai. The Awai of the person who invited takes it in.
