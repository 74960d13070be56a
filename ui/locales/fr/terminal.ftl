# La ligne de commande
terminal-about = Un journal intime, depuis un terminal. Ce qui est écrit reste sur cet ordinateur, chiffré.
terminal-about-more =
    Les mots d’une page viennent de stdin ou d’un fichier. Ce qui se trouve sur la ligne de commande peut être vu par d’autres programmes, et l’interpréteur le garde : les titres et les noms des liens aussi. Chercher « - » lit les mots sur stdin.
    La phrase secrète est demandée au terminal, ou lue dans un fichier.
    Une page se nomme par son id, ou par ses quatre premiers caractères ou plus.
    Au terminal, les signes qui pourraient agir sur lui sont montrés comme des signes. Dans un tube ou un fichier, les mots vont exactement comme ils ont été écrits.
    Avec --json, la réponse est un seul objet ou tableau sur stdout (awai COMMAND --help en montre la forme), et un refus est un objet avec un « kind » sur stderr.
    Le programme finit par 0 quand c’est fait, 1 quand c’est refusé, 2 quand ce n’est pas compris.
terminal-heading-usage = Utilisation
terminal-heading-commands = Commandes
terminal-heading-arguments = Mots
terminal-heading-everywhere = Pour toutes les commandes
terminal-heading-options = Options

terminal-about-create = Créer un nouveau journal dans un dossier vide
terminal-about-write = Écrire une page et afficher son id
terminal-about-revise = Réécrire une page; ce qu’elle disait avant est gardé à côté
terminal-about-list = Lister les pages, les plus récentes d’abord
terminal-about-show = Montrer une page
terminal-about-versions = Montrer les formulations précédentes d’une page
terminal-about-set-aside = Laisser une page de côté pendant trente jours; elle peut revenir
terminal-about-bring-back = Ramener une page laissée de côté
terminal-about-erase = Effacer tout de suite une page laissée de côté, sans retour possible
terminal-about-erase-versions = Effacer ce qu’une page disait avant, et les images que cela seul montre, sans retour possible
terminal-about-aside = Lister ce qui est laissé de côté
terminal-about-search = Trouver des pages par leurs mots
terminal-about-tie = Les personnes, les groupes et les lieux dont parlent les pages
terminal-about-tie-add = Nommer un lien
terminal-about-tie-list = Lister les liens
terminal-about-check = Tout parcourir : pages, empreintes, fichiers de clé
terminal-about-import = Apporter des pages d’un autre programme, après les avoir comptées
terminal-about-passphrase = Changer la phrase secrète

terminal-argument-id = L’id de la page, ou ses quatre premiers caractères ou plus
terminal-argument-file = Un fichier avec les mots; sans lui, stdin
terminal-argument-search = Ce qu’on cherche. Les « mots entre guillemets » restent ensemble; - lit stdin
terminal-argument-name = Un nom connu de moi, par exemple un surnom
terminal-argument-format = D’où elles viennent : day-one, ou awai pour un journal sorti en JSON
terminal-argument-path = Son exportation : un fichier JSON, un ZIP ou un dossier

terminal-option-journal = Le dossier du journal
terminal-option-passphrase-file = Lire la phrase secrète dans ce fichier : tout, sauf le dernier saut de ligne
terminal-option-new-passphrase-file = Lire la nouvelle phrase secrète dans ce fichier (create, passphrase)
terminal-option-use-older = Utiliser à partir de maintenant un journal plus ancien que le dernier ouvert ici
terminal-option-json = Répondre en JSON
terminal-option-lang = La langue de ce programme
terminal-option-version = Montrer de quelle version il s’agit
terminal-option-help = Montrer comment on s’en sert
terminal-option-at = Le moment où c’est écrit, avec le décalage : 2026-11-26T21:40:00-05:00
terminal-option-title = Un titre
terminal-option-tie-of-page = Entre moi et qui; peut être donné plusieurs fois
terminal-option-no-tie = Entre moi et personne en particulier
terminal-option-page-lang = La langue de la page : ja, fr, en ou une autre
terminal-option-cover = Seul ceci se voit tant que la page n’est pas ouverte
terminal-option-happened = Quand c’est arrivé : 1999, 1999-02, 1999-02-28, ou en mots
terminal-option-stays-here = Cette page n’est jamais proposée pour une lettre ni pour les lignes d’un groupe; awai export l’emporte aussi
terminal-option-picture = Mettre une image sur la page, après ses mots (PNG, JPEG, WebP); peut être donné plusieurs fois
terminal-option-shows = Ce que montre l’image nommée juste avant, en mots
terminal-option-same-words = Laisser les mots comme ils sont
terminal-option-tie = Seulement les pages de ce lien
terminal-option-from = À partir de ce jour : 2026-11-26
terminal-option-to = Jusqu’à ce jour, compris
terminal-option-limit = Combien, au plus
terminal-option-open-cover = Ouvrir le voile
terminal-option-words = Seulement les mots de la page, exactement comme ils ont été écrits
terminal-option-pictures-to = Écrire ses images dans ce dossier, en clair
terminal-option-closest = Les pages les plus proches d’abord
terminal-option-kind = person, group, place, myself ou other
terminal-option-dry-run = Seulement compter ce qui viendrait

terminal-passphrase = Phrase secrète :
terminal-new-passphrase = Nouvelle phrase secrète (la touche Entrée propose six mots) :
terminal-once-more = La même phrase encore une fois :
terminal-not-the-same = Ce n’était pas la même chose. Rien n’a été changé. On peut essayer de nouveau.
terminal-six-words-stay = On peut les lire dans ce terminal tant qu’il n’est pas effacé ou fermé.
terminal-six-words-take = Une fois gardés quelque part, le dernier des six mots les choisit. La touche Entrée en tire six autres :
terminal-write-now = Écrire ici. Ctrl+D sur une ligne vide garde la page.

terminal-created = Un journal est créé, chiffré :
terminal-passphrase-changed = La phrase secrète est changée. Les copies du journal faites avant s’ouvrent encore avec l’ancienne.
terminal-more = Il y a d’autres pages. --limit ou --to les montre.
terminal-between = Entre moi et :
terminal-happened = C’est arrivé :
terminal-keywords = Mots gardés avec elle :
terminal-revised = Réécrite :
terminal-aside = Laissée de côté :
terminal-not-aside = Cette page n’est pas laissée de côté, alors elle n’est pas effacée. awai set-aside la laisse d’abord de côté; de là, elle peut revenir ou être effacée.
terminal-pictures = Images :
terminal-pictures-none = Aucune image sur cette page.
terminal-pictures-written = Toute personne qui trouve ces fichiers peut les regarder.
terminal-cover = Voile :
terminal-fear-says = Ce que dit la peur :
terminal-hope-says = Ce que dit l’espoir :
terminal-wider = Plus large que nous :
terminal-covered = Cette page a un voile. --open-cover montre ses mots.
terminal-second-copy = Un fichier de clé est abîmé; sa deuxième copie a ouvert le journal. Rien n’est perdu. Changer la phrase secrète remet les deux copies à neuf.
terminal-check-whole = Tout est comme cela a été écrit.
terminal-check-pages = Ces pages ne sont pas comme elles ont été écrites :
terminal-brought-pages =
    { $pages ->
        [one] { $pages } page est arrivée.
       *[other] { $pages } pages sont arrivées.
    }
terminal-bring-let-go =
    { $pages ->
        [one] { $pages } page a été laissée de côté ou effacée ici et ne revient pas.
       *[other] { $pages } pages ont été laissées de côté ou effacées ici et ne reviennent pas.
    }
terminal-bring-days-unsure =
    { $pages ->
        [one] { $pages } page a un fuseau horaire inconnu ici. Elle se place au jour de l’horloge de l’exportation.
       *[other] { $pages } pages ont un fuseau horaire inconnu ici. Elles se placent au jour de l’horloge de l’exportation.
    }
terminal-bring-files =
    { $files ->
        [one] { $files } autre fichier reste avec l’exportation.
       *[other] { $files } autres fichiers restent avec l’exportation.
    }

terminal-misused = Cela n’a pas été compris. Rien n’a été changé.
terminal-misused-command = Cette commande n’existe pas. Rien n’a été changé.
terminal-misused-option = Il y a un mot ou une option de trop. Rien n’a été changé.
terminal-misused-value = { $option } attend autre chose. Rien n’a été changé.
terminal-misused-missing = { $option } reste à donner. Rien n’a été changé.
terminal-misused-no-command = Quelle commande? Rien n’a été changé.
terminal-misused-perhaps = Peut-être { $word }?
terminal-misused-see = { $command } montre comment on s’en sert.

terminal-not-text = Ce qui est arrivé n’est pas du texte (UTF-8). Rien n’a été changé. L’enregistrer en UTF-8, puis essayer de nouveau.
terminal-file-unreadable = Un fichier nommé ne peut pas être lu. Rien n’a été changé. Son chemin ou ses permissions peuvent dire pourquoi.
terminal-no-terminal = La phrase secrète n’a pas pu être demandée : il n’y a pas de terminal ici. Rien n’a été changé. --passphrase-file la lit dans un fichier.
terminal-stopped = Arrêté ici. Rien n’a été changé.
terminal-several-pages = Plusieurs pages commencent ainsi. Rien n’a été changé. Quelques caractères de plus les distinguent.
terminal-no-place = Il n’y a pas de dossier personnel ici. Rien n’a été changé. --journal nomme le dossier du journal.
terminal-answer-lost = C’est fait, et ce qui est gardé est intact. La réponse n’a pas pu être affichée.

terminal-trouble-no-journal = Il n’y a pas encore de journal ici. Ce qui se trouve ailleurs est intact. awai create en crée un; --journal nomme un autre dossier.
terminal-trouble-folder-gone = Le dossier du journal est introuvable. Ce qui était gardé n’a pas changé. Une clé USB est peut-être débranchée, ou le dossier déplacé.
terminal-trouble-changed-elsewhere = Ce journal a été ouvert ailleurs entre-temps : ceci n’a pas été gardé. Rien n’a été écrasé. On peut essayer de nouveau.
terminal-trouble-older-than-seen = Ce journal est plus ancien que le dernier ouvert ici : il est seulement lu. Rien n’a été changé. --use-older utilise celui-ci à partir de maintenant.
terminal-trouble-read-only = Rien ne peut être écrit à cet endroit : rien n’a été gardé. Ce qui était gardé est intact et peut être lu.
terminal-trouble-disk-full = Le disque est plein : ceci n’a pas été gardé. Ce qui était gardé est intact. Dès qu’il y aura de la place, on pourra essayer de nouveau.
terminal-trouble-disk-trouble = Le disque n’a pas pu être lu ou écrit : ceci n’a pas été gardé. Ce qui était gardé est intact. On peut essayer de nouveau.
terminal-trouble-not-found = C’est introuvable. Tout le reste est intact. awai list et awai search peuvent trouver une page; awai threads montre les lettres.
terminal-trouble-passphrase-weak = Cette phrase se devine facilement. Rien n’a encore été changé. Dix caractères ou plus, ou des mots difficiles à deviner, la rendent plus forte.
terminal-trouble-too-large = C’est plus qu’une page ne peut contenir (16 Mio). Rien n’a été changé. En deux pages, cela peut être gardé.
terminal-trouble-unknown-tie = Aucun lien ne porte ce nom. Rien n’a été changé. awai tie list montre les liens; awai tie add en nomme un nouveau.
terminal-trouble-unexpected = Quelque chose d’inattendu est arrivé. Ce qui était gardé est intact. On peut essayer de nouveau.

terminal-about-invite = Inviter quelqu’un à échanger des lettres : un fichier et huit mots à dire de vive voix
terminal-about-accept = Accepter une invitation, ou recevoir la réponse à une invitation
terminal-about-companions = Les personnes avec qui j’échange des lettres
terminal-about-rest = Laisser reposer un échange; des lettres peuvent encore venir
terminal-about-take-up = Reprendre un échange
terminal-about-end = Mettre fin à un échange : ses clés sont effacées, les lettres restent
terminal-about-forget = Oublier une personne avec toutes les lettres, dans les deux sens
terminal-about-seal = Préparer une lettre, montrer exactement ce qui part, la laisser reposer, la sceller
terminal-about-open = Regarder une lettre reçue : d’abord qui l’a écrite, puis le voile
terminal-about-threads = Les lettres des deux, côte à côte
terminal-about-echo = Répondre à une lettre par cinq courts textes au plus
terminal-about-release = Écrire le souhait qu’une de mes lettres ne soit plus gardée
terminal-argument-companion = Comment je l’appelle
terminal-option-as = Le nom que je choisis envers cette personne
terminal-option-tie-of-companion = Le lien qui s’y rattache
terminal-option-into = Le dossier où le fichier est écrit; celui-ci si aucun n’est nommé
terminal-option-words-file = Lire les huit mots dans ce fichier
terminal-option-letter-file = Le fichier reçu
terminal-option-to-companion = À qui; peut être donné plusieurs fois
terminal-option-to-words = À quelqu’un sans Awai, sous huit mots
terminal-option-draft = Une lettre qui repose
terminal-option-page = Une page, et lesquels de ses passages, comptés à partir de un
terminal-option-letter-words = Un fichier de mots pour cette lettre; - lit stdin
terminal-option-wish = Ce que j’aimerais recevoir en retour
terminal-option-as-written = Ce nom reste tel qu’il est écrit
terminal-option-stands-as = Un autre nom prend la place de celui-ci
terminal-option-send-now = La sceller maintenant; sinon elle repose jusqu’au matin
terminal-option-armor = En texte, pour le corps d’un courriel
terminal-option-html = Pour une personne sans Awai : en page que n’importe quel navigateur ouvre avec les mots, sans Internet
terminal-option-read = Montrer aussi les mots
terminal-option-keep = La garder
terminal-option-later = La mettre de côté sans la lire
terminal-option-return = Noter qu’elle repart sans être lue
terminal-option-erase = Ne pas la garder
terminal-option-letter = Une lettre : les quatre premiers caractères de son nom ou plus
terminal-option-echo-words = Un fichier avec les textes, --- seul sur une ligne entre eux; sinon stdin
terminal-eight-words = Les huit mots :
terminal-an-invitation = Ceci est une invitation ou une réponse. Rien n’a été changé. awai accept la reçoit.
terminal-invited = L’invitation se trouve dans { $file }. Elle peut voyager par n’importe quel chemin.
terminal-invited-words = Ces mots l’ouvrent. Les dire de vive voix, et ne les envoyer d’aucune autre façon :
terminal-invited-ends = Elle peut recevoir une seule réponse, jusqu’au { $day }.
terminal-paired = Des lettres peuvent circuler avec { $called }, qui s’y nomme { $name }.
terminal-reply = La réponse se trouve dans { $file }. Elle va à la personne qui a invité.
terminal-paired-on = échange relié par des mots le { $day }
terminal-not-checked = pas encore vérifié
terminal-waiting = { $called } : une réponse peut venir jusqu’au { $day }
terminal-companion-done = C’est fait. awai companions montre où on en est.
terminal-resting = Voilà ce qui partira. La lettre repose jusqu’à { $until }; ensuite : awai seal --draft { $id }
terminal-sealed = Scellée pour { $to } : { $file }
terminal-sealed-words = Ces mots l’ouvrent. Ils restent ici, avec ma copie; les dire de vive voix :
terminal-letter-done = C’est noté. awai threads le montre.
terminal-copy-stays = Le fichier lui-même est resté où il était.
terminal-writer-me = Écrite par moi
terminal-writer-unknown = On ne sait pas qui l’a écrite. Le nom qui y figure est { $name }, et rien ne le prouve.
terminal-letter-missing = La lettre { $from } n’est pas arrivée.
terminal-letters-missing = Les lettres { $from } à { $to } ne sont pas arrivées.
terminal-letter-later = mise de côté
terminal-letter-returned = repartie sans être lue
terminal-letter-erased = effacée
terminal-letter-released = la personne aimerait qu’elle ne soit plus gardée
terminal-option-end-release = Avant que les clés s’effacent, sceller le souhait que cette lettre de moi ne soit plus gardée; all les nomme toutes
terminal-option-no-release = Continuer sans un tel souhait
terminal-option-again = Une de mes lettres dont le fichier s’est perdu, scellée à nouveau telle quelle
terminal-option-erase-here = Effacer ses mots ici
terminal-option-follow = Effacer ici les lettres que ce souhait nomme
terminal-ended = L’échange a pris fin et ses clés n’existent plus. Les lettres gardées restent. awai export avec --letters mine emporte les miennes, sans les mots de personne d’autre.
terminal-wish-undecided = Rien n’a encore changé. Des lettres de moi sont peut-être gardées là-bas, et une fois les clés effacées, le souhait qu’elles ne le soient plus ne peut se dire que de vive voix. --release all l’écrit d’abord, --release LETTER en nomme quelques-unes, --no-release continue sans lui.
terminal-no-wish-left = Rien n’a encore changé. Il ne reste aucune de mes lettres qu’un tel souhait pourrait nommer. awai seal --again LETTER refait le fichier d’un souhait; --no-release continue sans souhait.
terminal-letter-let-go = Ses mots sont effacés ici. Les copies ailleurs restent.
terminal-letter-followed = Les mots des lettres qu’il nomme sont effacés ici. Les copies ailleurs restent.
terminal-follow-it = awai threads --letter { $id } --follow les efface ici.
terminal-releases-elsewhere = Il nomme aussi des lettres qui ne sont pas ici.
terminal-about-card = Une carte à la main, quand aucun mot ne peut être dit : personne ne l’a vérifiée, et c’est écrit
terminal-about-card-make = Faire une carte à remettre
terminal-about-card-answer = Recevoir une carte venue d’abord, et faire celle qui lui répond
terminal-about-card-take = Recevoir la carte qui répond à la mienne
terminal-about-agreement = Comment on aimerait être ensemble : les deux côtés, et le mien écrit à nouveau avec --answers
terminal-option-card-file = La carte reçue, en texte; - lit stdin
terminal-option-answers = Un fichier avec un texte pour chaque question de la suite « agreement », --- seul sur une ligne entre eux; un texte vide est laissé de côté
terminal-option-reread = Quand la relire, en mots
terminal-option-agreement = Envoyer mon côté de l’entente
terminal-option-pass-on = Transmettre une question, sans ses réponses
terminal-option-changed-because = Ce qui a changé la question; cela l’accompagne
terminal-option-same-question = Une question à laquelle les deux répondent
terminal-card-made = Une carte pour { $called }. Celle qui revient se reçoit avec « awai card take » :
terminal-card-answered = Les lettres peuvent circuler entre { $called } et moi; l’échange n’est pas encore vérifié. Carte à lui remettre :
terminal-agreement-mine = De mon côté, version { $number }
terminal-agreement-theirs = De l’autre côté, version { $number }
terminal-agreement-reread = À relire : { $when }
terminal-agreement-none = Rien n’est encore écrit ici, et rien n’y oblige.
terminal-how-far = { $percent } %
