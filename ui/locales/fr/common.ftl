# Les mots de toutes les pièces
common-awai = Awai
common-subtitle = l’espace entre nous
common-skip = Aller à la page
common-rooms = Pièces
common-today = Aujourd’hui
common-questions = Questions
common-looking-back = Relire
common-settings = Réglages
common-close-book = Fermer le livre
common-back = Revenir
common-go-on = Continuer
common-close = Fermer
common-show = Montrer
common-both-years = { $plain } ({ $era })
common-day-and-time = { $day } à { $time }

common-said = Un mot sur ce qui est arrivé
common-fell = L’affichage s’est arrêté et a été relancé, livre fermé. Ce qui était gardé est intact; les mots des dernières secondes peuvent manquer.
common-read = C’est lu
common-close-without = Fermer sans les derniers mots
common-closing-soon-label = Le livre va se fermer
common-closing-soon = Tout est calme depuis un moment : le livre va se fermer. Ce qui est écrit sera gardé avant.
common-stay = Rester

common-six-words =
    { $years ->
        [one] Six mots, chacun tiré au sort parmi { $list }. Avec un million d’ordinateurs, à un essai par seconde chacun, les deviner prend environ un million d’années.
       *[other] Six mots, chacun tiré au sort parmi { $list }. Avec un million d’ordinateurs, à un essai par seconde chacun, les deviner prend environ { $years } millions d’années.
    }
common-six-words-label = Les six mots de la phrase secrète
common-typed-so = À écrire ainsi :
common-another-six = Six autres mots
common-write-own = Écrire la mienne
common-own-phrase = Une phrase longue, à laquelle personne d’autre ne penserait. Trois ou quatre mots de suite la rendent solide.
common-new-passphrase = Nouvelle phrase secrète
common-copies-still = Les copies du journal faites avant contiennent encore ce qui s’efface ici.
common-once-more = La même phrase, encore une fois
common-drawn-instead = Revenir aux six mots
common-weight-hint = Dix caractères ou plus, ou des mots difficiles à deviner.
common-weight-fine = C’est bien ainsi.
common-weight-short = Un peu plus longue, elle serait plus difficile à deviner.
common-weight-guessable = Cette phrase se devine facilement. Un mot de plus la rendrait beaucoup plus solide.
common-not-the-same = Les deux phrases ne sont pas pareilles. « Montrer » permet de les comparer.
common-phrase-kept = J’ai noté cette phrase à un endroit où je la retrouverai
common-phrase-remembered = Une méthode de saisie japonaise peut montrer une phrase secrète parmi ses suggestions, et la retenir. Le guide dit comment l’en empêcher.
common-keep-phrase-first = Une fois la phrase notée quelque part, cocher la case. Sans elle, personne ne peut ouvrir le livre.

common-keys = Ce que le clavier peut faire
common-key-shift = Maj
common-key-close = Fermer le livre
common-key-new = Nouvelle page
common-key-enough = Assez pour le moment
common-key-search = Chercher
common-key-only = Seulement la page
common-key-person = Choisir entre qui et qui
common-key-question = Une autre question
common-key-company = Ce qui m’accompagne
common-key-vertical = Lignes verticales, en lisant
common-key-print = Imprimer la page qu’on lit
common-key-neighbours = Page plus récente, page plus ancienne
common-key-page-up = Page préc.
common-key-page-down = Page suiv.
common-key-places = Les pièces, dans leur ordre
common-key-settings = Réglages
common-key-size = Texte plus grand, plus petit, habituel
common-key-region = Partie suivante de la fenêtre
common-key-back = Un pas en arrière
common-key-keys = Montrer cette liste
common-copy = Copier
common-copied = C’est copié, pour quatre-vingt-dix secondes.
common-copy-by-hand = Le texte est choisi. Ctrl C le copie.
