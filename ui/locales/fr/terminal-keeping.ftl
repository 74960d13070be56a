# La ligne de commande : sauvegardes, clés, et tout emporter
terminal-about-backup = Sauvegarder tout le journal, chiffré, et relire la sauvegarde; dans son propre dossier, ou dans un autre
terminal-about-backups = Lister les sauvegardes dans le dossier du journal
terminal-about-restore = Ramener une sauvegarde comme journal
terminal-about-sheet = Douze mots sur une feuille qui ouvrent aussi le journal; ou les retirer
terminal-about-envelope = Douze mots dans une enveloppe, scellés pour une personne; en ouvrir une, ou retirer les miens
terminal-argument-copy-to = Le dossier où va la sauvegarde
terminal-argument-copy = Une sauvegarde; le journal lui-même si aucune n’est nommée
terminal-argument-copy-from = Une sauvegarde : un dossier avec journal.db et keys
terminal-argument-restore-to = Où le journal se trouvera : un dossier vide, ou pas encore là
terminal-argument-envelope = Comment j’appelle la personne
terminal-option-put-by = Un journal peut s’y trouver : il est mis à part dans son propre dossier
terminal-option-new-key = Donner aussi une nouvelle clé au journal : pour quand quelqu’un a vu la phrase secrète
terminal-option-sheet-into = Écrire la feuille dans ce fichier (HTML, à imprimer). Elle n’est pas chiffrée
terminal-option-unasked = Ne pas redemander trois des mots
terminal-option-remove = Ces mots n’ouvrent plus le journal
terminal-option-open-envelope = Ouvrir une enveloppe que quelqu’un m’a confiée
terminal-backed-up = Sauvegardé et vérifié : { $folder }
terminal-backup-last = Sauvegardé et vérifié le { $day }.
terminal-backup-last-elsewhere = Sauvegardé et vérifié le { $day }, dans un autre dossier.
terminal-backup-none = Il n’y a pas encore de sauvegarde vérifiée.
terminal-restored = La sauvegarde est maintenant le journal dans { $folder }. Tout est comme au moment où elle a été faite.
terminal-key-renewed = Le journal a une nouvelle clé et une nouvelle phrase secrète. Les feuilles et les enveloppes d’avant ne l’ouvrent plus. Les copies d’avant s’ouvrent encore avec l’ancienne phrase.
terminal-tries =
    { $tries ->
        [one] Depuis la dernière ouverture, une autre phrase a été essayée { $tries } fois.
       *[other] Depuis la dernière ouverture, d’autres phrases ont été essayées { $tries } fois.
    }
terminal-twelve-words = Écrire ces douze mots dans leur ordre. Ils n’ouvrent rien tant que trois d’entre eux n’ont pas été redonnés :
terminal-word-back = Le mot numéro { $number }, pour voir qu’ils sont bien notés :
terminal-sheet-kept = À partir de maintenant, les douze mots ouvrent aussi le journal.
terminal-words-gone = Ces mots n’ouvrent plus le journal. Les copies d’avant s’ouvrent encore avec eux.
terminal-envelope-sealed = L’enveloppe se trouve dans { $file }. Personne d’autre que { $name } ne peut l’ouvrir. Quand je le demande, les mots se disent de vive voix.
terminal-envelope-opened = De { $called }, qui signe { $name }. Les mots, à dire de vive voix :
terminal-about-export = Tout emporter, fermé avec la phrase secrète : un dossier Markdown, un JSON ou une page à lire
terminal-argument-form = markdown, json, html
terminal-argument-export-to = Un fichier qui n’existe pas encore (pour Markdown sans serrure : un dossier)
terminal-option-letters = Les lettres viennent avec : celles que j’ai écrites, ou les mots des autres aussi
terminal-option-in-clear = Sans serrure : qui le trouve peut le lire
terminal-option-file-passphrase = Lire dans ce fichier la phrase secrète avec laquelle il a été fermé
terminal-about-siblings = Les copies de ce journal qu’un outil de synchronisation a faites à côté : les trouver, les voir, apporter ce qui se trouve seulement là-bas
terminal-about-siblings-look = Montrer ce qui se trouve seulement dans une copie, et côte à côte les pages réécrites des deux côtés
terminal-about-siblings-bring = Apporter ce qui se trouve seulement là-bas; une sauvegarde est faite d’abord, et rien ici n’en est changé
terminal-about-siblings-aside = Mettre une copie de côté dans le dossier du journal, où elle n’est plus trouvée. Elle n’est pas effacée
terminal-argument-sibling = Le fichier de la copie, ou son dossier
terminal-option-both = Les pages réécrites des deux côtés viennent aussi : parmi ce qu’elles disaient avant, ou comme pages à part
terminal-option-unfinished = Les mots non terminés là-bas viennent aussi, comme pages à part
terminal-siblings-none = Aucune autre copie de ce journal ne se trouve à côté.
terminal-sibling-aside = Elle est maintenant dans le dossier « siblings » du journal, et s’ouvre encore.
terminal-sibling-here = Ici :
terminal-sibling-there = Là-bas :
terminal-about-erase-everything = Effacer tout le journal, après sa phrase secrète; ce qui s’en va et ce qui reste est dit d’abord
terminal-option-erase-copies = Effacer aussi les sauvegardes dans son dossier
terminal-option-erase-settings = Effacer aussi les réglages de la fenêtre
terminal-erase-copies-go =
    { $copies ->
        [one] La sauvegarde dans son dossier s’en va aussi.
       *[other] Les { $copies } sauvegardes dans son dossier s’en vont aussi.
    }
terminal-erase-copies-stay =
    { $copies ->
        [one] La sauvegarde dans son dossier reste, et s’ouvre avec la phrase secrète du jour où elle a été faite.
       *[other] Les { $copies } sauvegardes dans son dossier restent, et chacune s’ouvre avec la phrase secrète du jour où elle a été faite.
    }
