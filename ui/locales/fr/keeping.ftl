# Sauvegardes, clés, et tout emporter
keeping-envelope-read-me = Douze mots qui ouvrent le journal de quelqu’un, scellés pour la personne qui reçoit ce fichier. Garder ce fichier tel quel. Quand la personne à qui est le journal les demande, l’ouvrir dans Awai et dire les mots de vive voix.
keeping-sheet-heading = Douze mots qui ouvrent le journal
keeping-sheet-what = Toute personne qui a ces mots et le dossier du journal, ou une sauvegarde, peut tout lire. Cette feuille est bien là où seule la personne à qui est le journal, ou une personne de confiance, la trouvera.
keeping-sheet-how = À la porte d’Awai, ils s’écrivent à la place de la phrase secrète. Tout logiciel age les prend joints ainsi :
keeping-sheet-day = Faite le { $day }

keeping-choose-place = Où va la sauvegarde
keeping-choose-copy = La sauvegarde à ramener
keeping-copies = Sauvegardes du livre
keeping-copies-what = Chaque jour d’utilisation, tout le livre est copié en arrière-plan, chiffré tel quel. La copie est rouverte, relue et comparée avant de valoir comme sauvegarde.
keeping-last = Dernière sauvegarde vérifiée : { $when }
keeping-last-elsewhere = Dernière sauvegarde vérifiée, dans un autre dossier : { $when }
keeping-last-none = Il n’y a pas encore de sauvegarde vérifiée.
keeping-day-refused = La sauvegarde d’aujourd’hui n’a pas pu être faite.
keeping-day-damaged = La sauvegarde d’aujourd’hui ne contient pas tout ce qu’elle devait contenir, et n’a pas été gardée. Quelque chose dans le livre est peut-être abîmé : « { settings-whole } », dans les réglages, dit quoi. Les sauvegardes précédentes restent.
keeping-back-up = Sauvegarder maintenant
keeping-back-up-elsewhere = Dans un autre dossier ou sur une clé USB…
keeping-copying = Copie…
keeping-comparing = Comparaison…
keeping-checking = Relecture de la sauvegarde…
keeping-stop = Arrêter
keeping-copy-done = Sauvegardé et vérifié.
keeping-copies-here =
    { $copies ->
        [one] { $copies } sauvegarde se trouve avec le livre
       *[other] { $copies } sauvegardes se trouvent avec le livre
    }
keeping-copies-truth = Ces sauvegardes sont à côté du livre : si l’ordinateur se perd, elles se perdent aussi. Une sauvegarde sur une clé USB reste. Chacune s’ouvre avec la phrase secrète du jour où elle a été faite, et contient encore ce qui a été effacé depuis.

keeping-words = Douze mots, si la phrase secrète s’oublie
keeping-words-what = Douze mots peuvent aussi ouvrir le livre. Ils sont sur une feuille, dans un endroit sûr. C’est un choix libre; sans eux, rien ne manque.
keeping-words-truth = Toute personne qui trouve la feuille et une copie du livre peut tout lire. Si quelqu’un à la maison ne devrait pas lire ceci, ne pas avoir de feuille peut être mieux.
keeping-sheet-make = Tirer douze mots…
keeping-sheet-another = En tirer d’autres à leur place…
keeping-sheet-code = Les mêmes mots, pour l’appareil photo
keeping-sheet-clear = Une feuille enregistrée dans un fichier n’est pas chiffrée : toute personne qui trouve le fichier peut la lire. Écrite à la main, elle ne laisse rien dans l’ordinateur.
keeping-sheet-saved = La feuille est écrite dans le fichier.
keeping-sheet-written = Ils sont notés
keeping-sheet-save = Enregistrer la feuille à imprimer…
keeping-sheet-back = Trois des mots, pour voir qu’ils sont bien notés. D’ici là, ils n’ouvrent rien.
keeping-sheet-word = Mot { $number }
keeping-sheet-not-the-same = L’un des trois mots n’est pas le même sur la feuille. Rien n’a été changé. On peut essayer de nouveau.
keeping-sheet-keep = Permettre à ces mots d’ouvrir le livre
keeping-sheet-kept = À partir de maintenant, les douze mots ouvrent aussi le livre.
keeping-sheet-there = Il y a une feuille.
keeping-envelope-there = Il y a une enveloppe que quelqu’un garde.
keeping-words-remove = Que ses mots n’ouvrent plus rien
keeping-words-gone = Ces mots n’ouvrent plus le livre. Les copies d’avant s’ouvrent encore avec eux.

keeping-envelope = Douze mots confiés à une personne avec qui j’échange
keeping-envelope-what = Douze mots qui ouvrent le livre peuvent aller dans une enveloppe scellée à une personne avec qui j’échange. Elle a alors les mots, et non le livre. C’est un choix libre.
keeping-envelope-can = Si la phrase secrète s’oublie, cette personne ouvre l’enveloppe dans son Awai et dit les mots de vive voix.
keeping-envelope-cannot = Rien ne peut la rappeler. Toute personne qui a les mots et une copie du livre peut tout lire. On peut faire que les mots n’ouvrent plus rien; les copies d’avant s’ouvrent encore avec eux.
keeping-envelope-back = Elle s’ouvre tant que la personne garde les clés de notre échange.
keeping-envelope-instead = Celle qui a été faite avant n’ouvre alors plus rien.
keeping-envelope-to = Pour qui
keeping-envelope-seal = La sceller et choisir un endroit…
keeping-envelope-make = Sceller une enveloppe…
keeping-envelope-another = En sceller une autre à sa place…
keeping-envelope-made = L’enveloppe est scellée. Son fichier peut partir comme une lettre.
keeping-envelope-theirs = Ouvrir celle que quelqu’un m’a confiée…
keeping-envelope-opened = De { $called }, qui signe { $name }
keeping-envelope-voice = Des mots à dire de vive voix, à la personne à qui ils appartiennent. Rien n’en est gardé ici.
keeping-envelope-place = Où va l’enveloppe
keeping-envelope-choose = Une enveloppe que quelqu’un m’a confiée

keeping-new-key = Quelqu’un connaît peut-être l’ancienne phrase : faire aussi une nouvelle clé
keeping-new-key-why = Chaque page est chiffrée de nouveau. Avec l’ancienne phrase et l’ancien fichier de clé, on ne peut alors ouvrir que les copies d’avant. Les feuilles et les enveloppes n’ouvrent plus rien.
keeping-new-key-done = Le livre a une nouvelle clé et une nouvelle phrase secrète. Les copies d’avant s’ouvrent encore avec l’ancienne; celles qui sont avec le livre peuvent s’effacer dans son dossier.

keeping-back = Ramener une sauvegarde
keeping-back-what = Une sauvegarde redevient le livre, avec tout comme au moment où elle a été faite.
keeping-back-put-by = Le livre qui est ici maintenant est mis à part dans son propre dossier, et peut encore s’ouvrir.
keeping-back-which = Quelle sauvegarde
keeping-back-chosen = Celle qui a été choisie
keeping-back-choose = Une autre, sur une clé USB ou dans un dossier…
keeping-back-passphrase = La phrase secrète du jour où la sauvegarde a été faite, ou les douze mots d’une feuille
keeping-back-go = La ramener
keeping-back-busy = Retour de la sauvegarde…
keeping-back-done = La sauvegarde est maintenant le livre.

keeping-door-sheet = Les douze mots d’une feuille peuvent aussi s’écrire ici.
keeping-tries-heading = Une autre phrase a été essayée
keeping-tries =
    { $tries ->
        [one] Depuis la dernière ouverture du livre, une autre phrase a été essayée { $tries } fois. Elle n’a pas ouvert.
       *[other] Depuis la dernière ouverture du livre, d’autres phrases ont été essayées { $tries } fois. Rien n’a ouvert.
    }
keeping-tries-then = C’était peut-être une faute de frappe. Si quelqu’un connaît peut-être la phrase, on peut en choisir une nouvelle dans les réglages.
keeping-words-opened-heading = Les douze mots l’ont ouvert
keeping-words-opened = Si la phrase secrète est oubliée, on peut en choisir une nouvelle dans les réglages. Les douze mots y prennent la place de l’ancienne.
