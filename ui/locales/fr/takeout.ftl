# Tout emporter
takeout-read-me = Des pages, et ce qui les entoure, sorties d’Awai, un journal intime. Qui lit ce fichier les lit.
takeout-company = Ce qui m’accompagne
takeout-words = Mes mots
takeout-letter-from = De { $name }, { $day }
takeout-letter-to = À { $name }, { $day }
takeout-title = Tout emporter
takeout-what = Tout ce que contient ce journal peut en sortir à tout moment, dans une forme que d’autres programmes lisent. Ici, rien ne change.
takeout-begin = Tout emporter…
takeout-form = Sous quelle forme
takeout-json = JSON, en entier
takeout-markdown = Markdown
takeout-html = Une page à lire
takeout-json-why = Ne perd rien, ni les formulations précédentes ni ce qui est laissé de côté. Un autre journal d’Awai peut l’accueillir.
takeout-markdown-why = Un fichier par page, les images à côté. N’importe quel éditeur le lit.
takeout-html-why = Tout sur une page, pour n’importe quel navigateur, et pour imprimer.
takeout-letters = Lettres
takeout-letters-none = Aucune
takeout-letters-mine = Celles que j’ai écrites
takeout-letters-everybodys = Les mots des autres aussi
takeout-clear = Sans serrure
takeout-clear-truth = Qui trouve ce fichier peut le lire. Autrement, il ne s’ouvre qu’avec la phrase secrète de ce journal.
takeout-passphrase = La phrase secrète de ce journal
takeout-go = Choisir un endroit…
takeout-busy = Sortie en cours…
takeout-done =
    { $pages ->
        [0] Aucune page n’était à emporter; le reste est dehors, entier sur le disque.
        [one] { $pages } page est maintenant dehors, entière sur le disque.
       *[other] { $pages } pages sont maintenant dehors, entières sur le disque.
    }
takeout-done-pictures =
    { $pictures ->
        [one] Une image est venue avec.
       *[other] { $pictures } images sont venues avec.
    }
takeout-done-letters =
    { $letters ->
        [one] Une lettre est venue avec.
       *[other] { $letters } lettres sont venues avec.
    }
takeout-done-truth = Cette copie vit désormais sa propre vie : ce qui est effacé ici y reste.
takeout-in = Accueillir ce qui a été sorti
takeout-in-why = Un JSON entier d’un autre journal d’Awai peut entrer ici. Ce qui est déjà ici reste tel quel.
takeout-in-choose = Choisir un fichier…
takeout-in-title = Un JSON entier d’Awai
takeout-in-what = Tout ce qui n’est pas encore ici entre : pages, liens, questions, ce vers quoi on va. Rien n’est encore écrit.
takeout-in-passphrase = La phrase secrète avec laquelle il a été fermé
