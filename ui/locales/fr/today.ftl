# Aujourd’hui
today-between = Entre moi et
today-someone = Choisir quelqu’un
today-someone-else = Quelqu’un d’autre
today-ties-known = Déjà nommés
today-tie-called = Nom
today-tie-hint = un nom connu de moi seulement
today-tie-kind = Sorte de lien
today-kind-person = Une personne
today-kind-group = Un groupe
today-kind-place = Une communauté ou un lieu
today-kind-myself = Moi-même
today-kind-other = Autre
today-tie-add = Ajouter
today-tie-added = Cette page est maintenant aussi entre moi et { $called }.
today-ties-done = C’est bien ainsi

today-only-the-page = Seulement la page
today-sheet = La feuille
today-sheet-words = Les mots de cette page
today-sheet-hint = Commencer ici, ou n’importe où
today-title = Titre
today-title-hint = Un titre, si ça me dit
today-enough = Assez pour le moment
today-kept = Gardé sur cet ordinateur, chiffré · { $time }
today-nothing-yet = Ce qui est écrit est gardé à chaque pause.
today-only-here = Seulement à l’écran jusqu’ici. Une phrase secrète permettra de le garder.
today-not-kept-full = Le disque est plein : ce n’est pas encore gardé. Les mots sont toujours à l’écran, et on peut continuer d’écrire. Ils seront gardés dès qu’il y aura de la place.
today-not-kept-trouble = Le disque n’a pas pu être lu ou écrit. Ce qui était gardé est resté tel quel. Les mots à l’écran sont toujours là; un nouvel essai de les garder suivra.
today-not-kept-gone = Le dossier du journal est introuvable. Une clé USB débranchée, un dossier déplacé? Les mots à l’écran sont toujours là; ils seront gardés dès son retour.
today-writing-anew = La page du { $day }, écrite à nouveau. Les mots d’avant sont gardés aussi.
today-leave-as-it-was = La laisser comme elle était

today-finished = Assez pour le moment. La page se repose sur cet ordinateur.
today-finished-more = On peut fermer le livre, écrire encore un peu, ou relire.
today-another-page = Une autre page
today-look-back = Relire

today-read-only = Ouvert en lecture seulement
today-read-only-older = Ce journal est plus ancien que le dernier ouvert ici : rien n’y est écrit pour le moment. On peut lire et chercher.
today-read-only-folder = Rien ne peut être écrit à l’endroit où se trouve ce journal. On peut lire et chercher. Déplacé là où l’écriture est permise, il pourra de nouveau recevoir des mots.

today-about-page = À propos de cette page
today-page-language = Langue de cette page
today-page-language-other = Une autre langue
today-happened = Quand c’est arrivé
today-happened-untold = Ne pas le dire
today-happened-in-words = En mots
today-happened-a-day = Un jour
today-happened-a-month = Un mois
today-happened-a-year = Une année
today-happened-words = Quand, en mots
today-happened-hint = quand j’avais neuf ans, dans la neige
today-happened-day = Le jour
today-happened-month = Le mois
today-happened-year = L’année
today-cover = Voile
today-cover-why = Si quelque chose est écrit ici, cela seul se voit tant que la page n’est pas ouverte.
today-stays-here = Cette page reste ici
today-stays-here-why = Elle n’est jamais proposée pour une lettre ni pour les lignes d’un groupe. « Tout emporter » l’emporte aussi.

today-lenses = D’autres endroits d’où regarder
today-lenses-why = Chacun peut rester vide.
today-fear-says = Ce que dit la peur
today-hope-says = Ce que dit l’espoir
today-wider = Plus large que nous : quelle règle, quelle habitude ou quel mot autour de nous y a sa part

today-keep-heading = Choisir une phrase secrète pour garder cette page
today-keep-before-closing = Garder cette page avant de fermer?
today-keep-why = Le livre reçoit une serrure. Seule une personne qui connaît la phrase peut l’ouvrir.
today-keep-truth = Si la phrase secrète est oubliée, personne ne peut ouvrir le livre. Pas même les personnes qui ont conçu ce programme. Seuls douze mots peuvent la remplacer, une fois préparés dans les réglages. Garder la phrase ailleurs que sur cet ordinateur.
today-keep-do = Verrouiller et garder la page
today-keep-busy = Verrouillage…
today-keep-not-now = Pas maintenant, revenir à la page
today-keep-let-go = Laisser aller ces mots
