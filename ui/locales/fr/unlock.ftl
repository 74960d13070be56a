# La porte
unlock-quiet = Rien n’est encore ouvert.
unlock-passphrase = Phrase secrète
unlock-open = Ouvrir le livre
unlock-busy = Ouverture…
unlock-hint = Les majuscules et les accents comptent. On peut essayer autant qu’on veut.
unlock-second-heading = La deuxième copie de la clé a ouvert le livre
unlock-second = Un fichier de clé est abîmé; sa deuxième copie a ouvert le livre. Rien n’est perdu. Changer la phrase secrète dans les réglages remet les deux copies à neuf.
unlock-damaged-heading = Des parties de ce journal sont abîmées
unlock-damaged = Ce qui se lit encore peut se lire, et rien n’y est écrit. Avant tout, faire une copie du dossier tel quel. Une sauvegarde plus ancienne contient peut-être le reste.
unlock-older-heading = Ce journal est plus ancien que le dernier ouvert ici
unlock-older = La dernière fois, il contenait des mots plus récents. Cela arrive quand une ancienne copie a été remise en place, par exemple. Il peut rester en lecture seule, le temps de chercher le plus récent.
unlock-read-only = Lire seulement, pour le moment
unlock-use-this-one = Utiliser celui-ci à partir de maintenant
