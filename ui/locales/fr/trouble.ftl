# Quand ça se passe autrement : ce qui est arrivé → ce qui est intact → ce qu’on peut faire
trouble-wrong-passphrase = Ça n’a pas ouvert. Rien n’est perdu.
trouble-slot-damaged = Les deux copies du fichier de clé sont abîmées : le livre ne peut pas s’ouvrir. Les pages, elles, sont intactes. Remettre le dossier « keys » d’une sauvegarde permet de l’ouvrir à nouveau.
trouble-journal-damaged = Le fichier du journal est abîmé. Rien n’a été changé. En faire une copie telle quelle, puis essayer une sauvegarde plus ancienne.
trouble-journal-newer = Ce journal a été écrit par une version plus récente d’Awai. Rien n’a été changé. L’ouvrir avec la plus récente.
trouble-journal-empty = Le fichier du journal est vide. Rien n’a été mis à sa place. Une copie a peut-être été interrompue; chercher une sauvegarde plus ancienne.
trouble-no-journal = Il n’y a pas encore de journal ici. Ce qui se trouve ailleurs est intact.
trouble-folder-gone = Le dossier du journal est introuvable. Une clé USB débranchée, un dossier déplacé? Les mots à l’écran sont toujours là.
trouble-journal-exists = Un journal s’y trouve déjà. Rien n’a été écrasé. L’ouvrir avec sa phrase secrète.
trouble-folder-not-empty = Ce dossier contient autre chose. Rien n’a été changé. Choisir un dossier vide.
trouble-older-than-seen = Ce journal est plus ancien que le dernier ouvert ici. Rien n’a été changé. On peut le lire seulement, ou l’utiliser à partir de maintenant.
trouble-read-only = Le journal est ouvert en lecture seulement : rien n’a été écrit. Les mots à l’écran sont toujours là.
trouble-held-elsewhere = Ce journal est ouvert ailleurs en ce moment. Rien n’est perdu. Le fermer là-bas, et il s’ouvrira ici.
trouble-held-elsewhere-by = Ce journal est ouvert ailleurs en ce moment ({ $holder }). Rien n’est perdu. Le fermer là-bas, et il s’ouvrira ici.
trouble-disk-full = Le disque est plein : ce n’est pas encore gardé. Les mots sont toujours à l’écran, et on peut continuer d’écrire. Ils seront gardés dès qu’il y aura de la place.
trouble-disk-trouble = Le disque n’a pas pu être lu ou écrit. Ce qui était gardé est intact. Les mots à l’écran sont toujours là; un nouvel essai suivra.
trouble-not-found = Cette page est introuvable. Les autres sont intactes. On peut la chercher en relisant.
trouble-closed = Le livre est fermé. Ce qui était gardé est intact. La phrase secrète l’ouvre à nouveau.
trouble-passphrase-weak = Cette phrase se devine facilement. Rien n’a encore été changé. L’allonger un peu, ou prendre les six mots.
trouble-too-large = C’est plus qu’une page ne peut contenir. Les mots sont toujours à l’écran. En deux pages, ils peuvent être gardés.
trouble-nothing-written = Rien n’est encore écrit. Un seul caractère fait une page.
trouble-not-a-day-one-export = Ceci ne semble pas être une exportation de Day One (JSON ou ZIP). Rien n’a été apporté. Choisir un fichier exporté en JSON par Day One.
trouble-import-torn = Ce fichier semble coupé. Rien n’a été apporté. L’exporter une fois de plus pourrait suffire.
trouble-import-too-large = C’est trop gros pour être apporté d’un coup. Rien n’a été apporté. L’exporter en plusieurs parties.
<<<<<<< HEAD
trouble-too-long = C’est plus long que ce qui tient ici. Les mots sont toujours à l’écran. Un peu plus courts, ils peuvent être gardés.
trouble-not-here = Cela n’est plus dans ce journal. Tout le reste est intact. Regarder la liste à nouveau.
trouble-unknown-question = Cette question n’est pas dans ce journal. Tout le reste est intact. La choisir à nouveau parmi les questions.
trouble-not-a-question-set = Ceci ne semble pas être une suite de questions. Rien n’a été reçu. Choisir un fichier qu’Awai a écrit comme suite.
trouble-question-set-torn = Cette suite de questions est coupée avant la fin. Rien n’a été reçu. Demander le fichier une fois de plus.
trouble-question-set-too-large = Cette suite de questions est plus grosse que ce qui peut être reçu. Rien n’a été reçu. En plusieurs suites, elle pourrait tenir.
trouble-question-set-newer = Cette suite de questions a été écrite par un Awai plus récent. Rien n’a été reçu. Le plus récent peut la lire.
trouble-question-set-unclear = Cette suite de questions emploie deux fois le même nom et pourrait se lire de deux façons. Rien n’a été reçu. Demander à la personne qui l’a faite d’y revenir.
trouble-question-set-hidden = Cette suite de questions contient des signes invisibles qui changent ce qui se lit. Rien n’a été reçu ni écrit. Retaper les mots les fait disparaître.
=======
trouble-import-gone = L’exportation est introuvable, ou a disparu pendant la lecture. Rien n’a été apporté. Une clé USB débranchée, un fichier déplacé?
trouble-import-page-unreadable = Cette page n’a pas pu être lue. Elle reste dans l’exportation, et les autres pages ne sont pas touchées. On peut la recopier à la main.
trouble-import-page-too-large = Cette page est plus longue qu’une page ne peut l’être ici. Elle reste entière dans l’exportation, et les autres pages ne sont pas touchées. En deux pages, elle entre.
trouble-import-page-empty = Rien n’est écrit sur cette page : elle reste dans l’exportation. Les autres pages ne sont pas touchées.
trouble-import-picture-unreadable = Cette image n’a pas pu être lue. Elle reste dans l’exportation, et la page le dit à sa place. En PNG, JPEG ou WebP, elle peut être gardée.
trouble-import-picture-too-large = Cette image est trop grande. Elle reste dans l’exportation, et la page le dit à sa place. Plus petite, elle peut être gardée.
>>>>>>> 39d63c7 (Pages, words, photos and days of a Day One export are read and brought over)
trouble-unknown-tie = Ce lien n’est pas dans ce journal. Les mots à l’écran sont toujours là. Le choisir à nouveau.
trouble-bad-request = Cela n’a pas pu être reçu. Rien n’a été changé. Essayer encore une fois.
trouble-unexpected = Quelque chose d’inattendu est arrivé. Ce qui était gardé est intact. Fermer le livre et l’ouvrir à nouveau.
