# Le guide : comment commencer, qui peut lire, un ordinateur partagé, les claviers, ce que ceci n’est pas, si une vie est en danger
guide-title = Guide
guide-lead = Tout ce qui est ici se trouve dans le programme. Rien n’est cherché ailleurs.
guide-parts = Parties du guide

guide-begin = Comment commencer
guide-begin-1 = « Aujourd’hui » est une page vide. Un seul mot fait une page. Ce qui est écrit est gardé à chaque pause, et « Assez pour le moment » laisse reposer la page.
guide-begin-2 = Quand une page vide est trop grande, il y a « Une question, si ça me dit ». Chaque question peut être laissée de côté, posée autrement, ou rester sans réponse.
guide-begin-3 = En haut de la page, on peut dire entre qui cela se passe. N’importe quel nom convient, même un nom que personne d’autre ne connaît. Dans « Entre nous », chaque lien a sa pièce.
guide-begin-4 = « Ce qui m’accompagne » est là pour une heure lourde : ce vers quoi me tourner, en grosses lettres. { $key } l’ouvre de partout. On peut l’écrire à une heure calme.
guide-begin-5 = Il n’y a pas de bonne façon de faire, et rien à finir. Après un jour ou après un an, la première page est la même.
guide-begin-keys = Ce que le clavier peut faire

guide-examples = À quoi ça peut ressembler
guide-examples-1 = Deux courts échanges entre des gens qui n’existent pas. Dans chacun, le fil se rompt, puis se renoue, et personne n’a raison.
guide-examples-read = Les lire
guide-examples-back = Ramener ce qui a été rangé
guide-examples-here = Les deux sont ici.

guide-read = Qui peut lire
guide-read-1 = Sans la phrase secrète, personne ne peut lire ce qui est à l’intérieur. Chaque mot, chaque nom, chaque date est chiffré avant d’atteindre le disque.
guide-read-2 = Toute personne qui peut me forcer à ouvrir ceci peut le lire. Tant que le livre est ouvert, qui voit l’écran peut lire, et un programme qui copie l’écran ou les touches aussi.
guide-read-3 = Si la phrase secrète est oubliée, personne ne peut ouvrir le livre. Pas même les personnes qui ont conçu ce programme. Seuls douze mots préparés d’avance, sur une feuille ou dans une enveloppe confiée, peuvent la remplacer. Qui a ces mots peut lire aussi.
guide-read-4 = De l’extérieur, on voit qu’il y a un livre : son dossier, sa taille, son dernier changement. Aucun nom ni aucun titre n’y paraît.
guide-read-5 = Une copie du dossier, sur une clé USB ou dans un nuage, s’ouvre avec la phrase du jour où elle a été faite. Ce qui est effacé ici reste dans cette copie.
guide-read-6 = Ce qui est imprimé, copié ou sorti sous une autre forme n’est plus chiffré.

guide-shared = Un ordinateur partagé
guide-shared-1 = { $key } ferme le livre de partout. Quand rien ne bouge pendant un moment, il se ferme de lui-même. Les réglages disent après combien de temps.
guide-shared-2 = Un livre fermé montre une porte, et rien d’autre : aucun nom, aucune date, aucun mot.
guide-shared-3 = Les autres peuvent voir que ce programme est ici. De l’extérieur, c’est un journal ordinaire.
guide-shared-4 = Si une personne qui me fait peur se sert aussi de l’ordinateur, aucun programme n’est sûr. L’écran et les touches peuvent être copiés. Un appareil que cette personne ne peut pas atteindre est un meilleur endroit.
guide-shared-5 = Un programme qui disparaît d’un coup, un historique soudain vide, cela peut se remarquer. Avant de changer quelque chose, on peut en parler avec des gens qui connaissent ces situations. Bien des régions ont la ligne d’une maison d’hébergement, une ligne d’écoute, un groupe de gens qui sont passés par là.
guide-shared-6 = Les projets et les adresses sont parfois plus en sûreté s’ils ne sont pas écrits.

guide-keyboards-linux = Linux
guide-keyboards-windows = Windows
guide-keyboards-macos = Mac

guide-not = Ce que ceci n’est pas
guide-not-1 = Ce n’est pas une façon de joindre quelqu’un. Ce programme ne peut ni appeler, ni écrire, ni avertir, et personne ne lit en même temps.
guide-not-2 = Il ne mesure pas, ne compte pas, ne félicite pas, ne presse pas. Il ne donne pas de conseils et ne cherche rien dans ce qui est écrit.
guide-not-3 = Ce n’est pas un service de santé, et il ne dit rien pour ou contre ces services.
guide-not-4 = Il n’est pas fait pour les employeurs, les assureurs ou les institutions, et aucun rapport n’en sort. C’est un logiciel libre, qui n’appartient à personne en particulier.

guide-danger = Si une vie est en danger
guide-danger-1 = Ce programme ne peut joindre personne.
guide-danger-2 = Si une vie est en danger, la sienne ou celle d’une autre personne : appeler le numéro d’urgence de l’endroit où l’on vit, ou aller vers quelqu’un.
guide-danger-3 = Une personne du voisinage, un commerce ouvert, quelqu’un dans la rue peuvent appeler aussi. Si parler est trop dur, quelques mots envoyés à quelqu’un peuvent suffire : « Viens, s’il te plaît. »
guide-danger-4 = Aucun numéro n’est écrit ici, parce que les numéros changent d’un lieu à l’autre et vieillissent. Les miens peuvent être écrits dans « Ce qui m’accompagne ».

example-title = Deux échanges inventés
example-lead = Personne ici n’existe. Ces échanges se lisent, et peuvent être rangés.
example-all = Revenir aux deux échanges
example-near = Près de cette question
example-put-away = Ranger celui-ci
example-is-away = C’est rangé. Le guide peut le ramener.
example-none = Les deux sont rangés.
