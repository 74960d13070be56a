# Les lettres, et ce qui est écrit dans les fichiers qui partent
letter-read-me = Une lettre, écrite avec Awai, un journal intime. Tout ce qu’elle contient se trouve ci-dessous et se lit tel quel; Awai l’affiche plus confortablement. Rien n’y agit tout seul.
invite-read-me = Une invitation à échanger des lettres avec Awai. Ouverte dans Awai, elle peut recevoir une seule réponse, jusqu’au jour indiqué sous « ends ».
reply-read-me = Une réponse à une invitation à échanger des lettres avec Awai. C’est l’Awai de la personne qui a invité qui la reçoit.
