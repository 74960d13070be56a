# Réglages
settings-parts = Parties des réglages
settings-not-now = Pas maintenant

settings-look = L’apparence
settings-language = Langue
settings-appearance = Papier
settings-look-system = Comme l’ordinateur
settings-look-light = De jour
settings-look-dark = À la lampe
settings-look-contrast-light = Net, clair
settings-look-contrast-dark = Net, sombre
settings-text-size = Taille du texte
settings-smaller = Plus petit
settings-usual = Habituel
settings-larger = Plus grand
settings-size-now = { $size } points
settings-sample = On était côte à côte, et pendant un moment personne n’a parlé.
settings-darker-ink = Encre plus foncée
settings-darker-ink-why = Les traits fins deviennent un peu plus forts.
settings-era = Années
settings-era-gregorian = 2026
settings-era-era = Ère japonaise
settings-era-both = Les deux
settings-vertical = Lire les pages japonaises en lignes verticales
settings-vertical-why = Une page peut aussi se tourner pendant la lecture.
settings-old-input = Utiliser l’ancien mode de saisie
settings-old-input-why = Si des caractères doublent ou sautent en écrivant le japonais, cela peut les calmer.

settings-lock = La serrure
settings-lock-where = « Fermer le livre » le verrouille. Le bouton est au même endroit dans chaque pièce; { $key } fait la même chose.
settings-lock-after = Se ferme de lui-même quand rien ne bouge pendant
settings-lock-minutes =
    { $minutes ->
        [60] une heure
        [one] une minute
       *[other] { $minutes } minutes
    }
settings-lock-after-why = Ce qui est écrit est gardé avant. Quinze secondes plus tôt, un mot l’annonce, avec un bouton pour rester.
settings-lock-sleep = Il se ferme aussi avant que l’ordinateur s’endorme, quand l’écran se verrouille, et quand la session prend fin.
settings-lock-woken = Il se ferme aussi quand l’ordinateur a dormi.

settings-passphrase = La phrase secrète
settings-passphrase-truth = Si elle est oubliée, seuls douze mots préparés d’avance peuvent ouvrir le livre. Sans eux, personne ne le peut, pas même les personnes qui ont conçu ce programme.
settings-passphrase-change = Changer la phrase secrète
settings-passphrase-old = La phrase secrète actuelle
settings-passphrase-new = La nouvelle
settings-passphrase-go = Utiliser la nouvelle phrase
settings-passphrase-busy = Un moment…
settings-passphrase-changed = La nouvelle phrase ouvre le livre à partir de maintenant. Les copies faites avant s’ouvrent toujours avec l’ancienne.

settings-bring = Apporter des pages
settings-bring-what = Les pages écrites dans Day One peuvent venir de son exportation (JSON ou ZIP). Elles sont d’abord comptées, et rien n’est écrit sans un oui.
settings-bring-choose = Choisir une exportation…
settings-bring-reading = Lecture…
settings-bring-found = Dans cette exportation
settings-bring-pages =
    { $pages ->
        [one] { $pages } page qui n’est pas encore ici.
       *[other] { $pages } pages qui ne sont pas encore ici.
    }
settings-bring-nothing = Aucune page qui ne soit déjà ici.
settings-bring-day = Du { $day }.
settings-bring-days = Du { $first } au { $last }.
settings-bring-already =
    { $pages ->
        [one] { $pages } page est déjà ici et ne viendra pas deux fois.
       *[other] { $pages } pages sont déjà ici et ne viendront pas deux fois.
    }
settings-bring-let-go =
    { $pages ->
        [one] { $pages } page a été laissée de côté ou effacée ici, et ne revient pas.
       *[other] { $pages } pages ont été laissées de côté ou effacées ici, et ne reviennent pas.
    }
settings-bring-days-unsure =
    { $pages ->
        [one] Pour { $pages } page, le lieu d’écriture n’est pas connu. Son jour suit l’horloge de l’exportation.
       *[other] Pour { $pages } pages, le lieu d’écriture n’est pas connu. Leurs jours suivent l’horloge de l’exportation.
    }
settings-bring-pictures =
    { $pictures ->
        [one] { $pictures } image vient avec.
       *[other] { $pictures } images viennent avec.
    }
settings-bring-pictures-missing =
    { $pictures ->
        [one] { $pictures } image n’est pas dans l’exportation. Sa page le dit à sa place.
       *[other] { $pictures } images ne sont pas dans l’exportation. Leurs pages le disent à leur place.
    }
settings-bring-sounds =
    { $sounds ->
        [one] { $sounds } son reste avec l’exportation.
       *[other] { $sounds } sons restent avec l’exportation.
    }
settings-bring-films =
    { $films ->
        [one] { $films } film reste avec l’exportation.
       *[other] { $films } films restent avec l’exportation.
    }
settings-bring-files =
    { $files ->
        [one] { $files } autre fichier reste avec l’exportation.
       *[other] { $files } autres fichiers restent avec l’exportation.
    }
settings-bring-keywords =
    { $words ->
        [one] { $words } étiquette est gardée comme mot avec sa page.
       *[other] { $words } étiquettes sont gardées comme mots avec leurs pages.
    }
settings-bring-refused = « { $name } » : { $why }
settings-bring-not-yet = Rien n’est encore écrit.
settings-bring-go = Apporter ces pages
settings-bring-busy = Les pages arrivent…
settings-bring-done = Apporté
settings-bring-export-stays = L’exportation elle-même n’est pas chiffrée et se trouve toujours au même endroit. Toute personne qui la trouve peut la lire.
settings-bring-look = Relire

settings-whole = Tout parcourir
settings-whole-what = Chaque page, chaque formulation précédente, chaque image est lue et comparée à ce qui a été gardé. Rien n’en est changé.
settings-whole-go = Parcourir maintenant
settings-whole-busy = Lecture de l’ensemble…
settings-whole-all = Tout est comme il a été gardé
settings-whole-not-all = Tout n’est pas comme il a été gardé
settings-whole-looked = Parcouru : { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }, { $versions ->
        [one] { $versions } formulation précédente
       *[other] { $versions } formulations précédentes
    }, { $pictures ->
        [one] { $pictures } image
       *[other] { $pictures } images
    }.
settings-whole-file = Le fichier du journal est abîmé.
settings-whole-chain = La suite des changements a un trou. Quelque chose a peut-être été remis ou retiré de l’extérieur.
settings-whole-pages =
    { $pages ->
        [one] { $pages } page n’est pas comme elle a été gardée.
       *[other] { $pages } pages ne sont pas comme elles ont été gardées.
    }
settings-whole-page = Page { $number }
settings-whole-key-one = Une des deux copies du fichier de clé est abîmée. Le livre s’ouvre encore. Changer la phrase secrète remet les deux copies à neuf.
settings-whole-key-both = Les deux copies d’un fichier de clé sont abîmées. Tant que le livre est ouvert, changer la phrase secrète les remet à neuf.
settings-whole-then = Rien n’a été changé. Fermer le livre, faire une copie de son dossier tel quel, puis chercher une sauvegarde plus ancienne.

settings-folder = Où se trouve le livre
settings-folder-here = Tout est dans ce dossier :
settings-folder-copy = Fermer le livre, copier le dossier au complet, et voilà une copie du livre. Elle s’ouvre avec la phrase secrète de ce jour-là.
settings-folder-names = Les autres peuvent voir ce dossier et sa taille. Aucun nom, titre ou date ne paraît à l’extérieur.

settings-keyboards = Les claviers qui se souviennent des mots
settings-keyboards-what = Certains claviers gardent les mots écrits, hors de ce programme et sans les chiffrer. Ce programme ne peut pas les arrêter. Voici où le faire.
settings-keyboards-mozc = Mozc (japonais), avec Fcitx 5 ou dans GNOME
settings-keyboards-mozc-steps = Avec Fcitx 5, le menu du petit clavier dans le tableau de bord mène aux réglages de Mozc. Dans GNOME, ils sont dans Paramètres, sous « Clavier », derrière les points à côté de « Japonais (Mozc) ». Là, « Privacy » offre le mode secret, qui ne retient rien tant qu’il est actif. « Dictionary » efface ce que la conversion a appris, et « Suggest » efface l’historique de saisie et le désactive.
settings-keyboards-ibus = Autres méthodes de saisie avec IBus ou Fcitx
settings-keyboards-ibus-steps = Plusieurs apprennent de ce qui est écrit. Dans leurs réglages, désactiver l’apprentissage ou les suggestions tirées de la saisie, et effacer ce qui a été retenu. Typing Booster l’appelle « Off the record mode ».
settings-keyboards-windows-ime = Microsoft IME (japonais)
settings-keyboards-windows-ime-steps = Clic droit sur « あ » ou « A » dans la barre des tâches, puis activer le mode privé. Il se désactive quand l’ordinateur redémarre. Dans ses paramètres, effacer l’historique de saisie et désactiver les suggestions infonuagiques.
settings-keyboards-windows = Windows
settings-keyboards-windows-steps = Dans Paramètres, sous « Confidentialité », désactiver ce qui apprend de l’écriture et de la saisie. Sous « Heure et langue », puis « Saisie », désactiver les suggestions de texte. Sous « Système », puis « Presse-papiers », désactiver l’historique.
settings-keyboards-mac-ime = Le japonais sur un Mac
settings-keyboards-mac-ime-steps = Dans Réglages Système, sous « Clavier » puis les sources de saisie, l’historique de conversion peut être effacé.
settings-keyboards-mac = Un Mac dans toute langue
settings-keyboards-mac-steps = Au même endroit, désactiver la correction de l’orthographe et les prédictions. Un mot « appris » va dans une liste hors de ce programme.
settings-keyboards-names = Les noms peuvent changer un peu d’une version à l’autre.
settings-keyboards-clipboard = Ce qui est copié peut être lu par d’autres programmes. Il demande à rester hors de l’historique du presse-papiers, et s’en va quand le livre se ferme. Ce qui est coupé y reste.

settings-promises = Ce que ce programme promet, et ce qu’il ne peut pas
settings-promise-network = Ce programme n’utilise jamais Internet. Aucun compte.
settings-promise-encrypted = Chaque mot est chiffré avant d’atteindre le disque.
settings-promise-kept = Rien n’est dit gardé avant d’être en sûreté sur le disque.
settings-promise-open = La façon de garder les pages est décrite ouvertement. Avec la phrase secrète, d’autres logiciels libres peuvent les lire aussi.
settings-promise-nobody = Il n’a aucune fonction pour les employeurs, les assureurs ou les cliniques, et n’en aura pas : ni vue de supervision, ni présences, ni rapports sur des personnes.

settings-about = À propos de ce programme
settings-about-version = Awai { $version }
settings-about-licence = Un logiciel libre, sous la Mozilla Public License 2.0 : toute personne peut l’utiliser, l’examiner, le modifier et le transmettre.
settings-about-fonts = Caractères
settings-about-libraries = Le travail d’autres personnes, sur lequel il s’appuie
settings-about-texts = Les licences au complet accompagnent le code source.
