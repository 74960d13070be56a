# La première pièce
welcome-what = Un livre tranquille pour ce qui arrive entre soi et les autres. Il n’y a pas de bonne façon d’écrire. Un seul mot fait une page.
welcome-where = Ce qui est écrit reste sur cet ordinateur, chiffré. Aucun compte. Ce programme n’utilise jamais Internet.
welcome-language = Langue
welcome-start = Commencer à écrire
welcome-who-else = Qui d’autre peut se servir de cet ordinateur?
welcome-who-can-read = Qui peut lire, et ce que ceci n’est pas

welcome-near-heading = Qui d’autre peut se servir de cet ordinateur?
welcome-near-lead = Un moment avant les premiers mots. Ouvrir ce qui est le plus proche, ou continuer sans lire.
welcome-near-me = Seulement moi
welcome-near-me-1 = Une phrase secrète suffit. Le livre se verrouille chaque fois qu’il se ferme.
welcome-near-me-2 = Garder la phrase ailleurs que sur cet ordinateur. Si elle est oubliée, seuls douze mots préparés d’avance peuvent ouvrir le livre.
welcome-near-others = D’autres s’en servent aussi
welcome-near-others-1 = Fermer le livre avant de se lever. Si rien ne bouge pendant un moment, il se ferme de lui-même.
welcome-near-others-2 = Les autres peuvent voir que ce programme est ici. Sans la phrase secrète, personne ne peut lire ce qu’il contient.
welcome-near-others-3 = Certains claviers se souviennent des mots écrits. Les réglages disent comment arrêter cela.
welcome-near-afraid = Une personne qui me fait peur
welcome-near-afraid-1 = Sans la phrase secrète, personne ne peut lire ce qui est écrit. Mais aucun programme n’est sûr sur un ordinateur qu’une autre personne contrôle. D’autres programmes peuvent copier les touches et l’écran.
welcome-near-afraid-2 = Si quelqu’un force à l’ouvrir, ce programme ne peut pas l’empêcher. Toute personne qui peut me forcer à ouvrir ceci peut le lire.
welcome-near-afraid-3 = Le seul fait que ce programme soit trouvé ici peut avoir des suites. Quand quelque chose manque tout à coup, ou change, cela peut aussi rendre les choses plus dures.
welcome-near-afraid-4 = Un appareil que cette personne ne peut pas atteindre est un meilleur endroit. À la bibliothèque, par exemple, ou chez quelqu’un de confiance. Ce programme peut aussi tenir sur une clé USB, avec tout ce qui s’écrit. Mais une clé peut être trouvée.
welcome-near-afraid-5 = Pour écrire ici malgré tout, mieux vaut laisser de côté les projets et les adresses.
welcome-near-leave = Fermer cette fenêtre maintenant, et aucun livre n’est créé. Ce qui a été ouvert ici n’est gardé nulle part.
welcome-near-not-kept = Ce qui est lu ici n’est pas gardé.

welcome-truth-heading = Qui peut lire, et ce que ceci n’est pas
welcome-read-heading = Qui peut lire
welcome-read-1 = Personne d’autre ne lit ceci, et rien n’est transmis à qui que ce soit.
welcome-read-2 = Toute personne qui peut me forcer à ouvrir ceci peut le lire. Tant que le livre est ouvert, qui voit l’écran peut lire aussi.
welcome-read-3 = Si la phrase secrète est oubliée, seuls douze mots préparés d’avance, sur une feuille gardée en lieu sûr, peuvent ouvrir le livre. Sans eux, personne ne le peut, pas même les personnes qui ont conçu ce programme.
welcome-not-heading = Ce que ceci n’est pas
welcome-not-1 = Ce n’est pas une façon de joindre quelqu’un, et ce programme ne peut appeler personne. Si une vie est en danger, appeler le numéro d’urgence de l’endroit où l’on vit, ou aller vers une personne à proximité.
welcome-not-2 = Il ne mesure pas, ne compte pas, ne félicite pas, ne presse pas. Un jour sans écrire ne change rien.
welcome-not-3 = Ce n’est pas un outil pour les employeurs, les assureurs ou les institutions. C’est un logiciel libre, qui n’appartient à personne en particulier.
