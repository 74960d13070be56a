# Questions
questions-lead = Une question peut se répondre en un mot, en une page, ou pas du tout. Chacune peut être posée autrement.
questions-sets = Suites de questions
questions-for = Pour : { $audience }
questions-for-alone = en solo
questions-for-pair = à deux
questions-for-group = en groupe
questions-for-between = { " · " }
questions-all = Toutes les questions
questions-own = Mes questions
questions-own-none = Aucune pour l’instant. Il peut en venir une d’elle-même, ou en pousser une à partir de celles d’ici.
questions-received = Venues d’ailleurs
questions-further = D’autres questions
questions-later = Où revenir
questions-not-again-list = Qui ne sont plus proposées

questions-page-asks = Une nouvelle page commence par une question
questions-page-asks-why = On peut la ranger; la page blanche reste toujours l’autre choix.
questions-if-you-like = Une question, si ça me dit
questions-another = Une autre question
questions-walk = Marcher lentement : { $set }
questions-walk-on = Reprendre la marche
questions-walk-this = Parcourir lentement ces questions
questions-without = Écrire sans question
questions-take-off = La retirer de la page
questions-taken-off = La question est retirée. Les mots restent.
questions-changed = Comment cette question a changé
questions-of-library = Telle qu’elle est venue avec le livre
questions-of-others = Dans les mots de quelqu’un d’autre
questions-asked-now = posée maintenant
questions-grew-from = Née de :

questions-order = L’ordre n’est qu’une suggestion.
questions-use = Écrire à partir d’elle
questions-use-named = Écrire à partir d’elle : { $question }
questions-grown = Posée autrement depuis
questions-offered = Ces questions peuvent être proposées sur une page
questions-offered-why = Seulement quand une question est demandée.

questions-differently = Poser la question autrement
questions-differently-why = Les mots d’ici restent. Les nouveaux se placent à côté, et chaque page garde les mots de sa question.
questions-moves = Une façon de la tourner, si l’une convient
questions-move-opened = L’ouvrir
questions-move-opened-before = Est-ce que je l’ai dit trop tard?
questions-move-opened-after = Qu’est-ce qui se passait quand je l’ai dit?
questions-move-assumption = Nommer ce qu’elle tient pour acquis
questions-move-assumption-before = Comment passer les dimanches sans personne?
questions-move-assumption-after = Qui m’a dit que le dimanche, c’est pour la famille?
questions-move-us = De moi ou de l’autre vers nous, ou vers le lieu
questions-move-us-before = Qu’est-ce que cette personne me veut?
questions-move-us-after = Qu’est-ce qu’on cherche à deux, ces soirs-là?
questions-move-toward = De ce qui est brisé vers ce qui veut pousser
questions-move-toward-before = Que reste-t-il de nos soirées?
questions-move-toward-after = Qu’est-ce qui commence dans les soirées tranquilles?
questions-move-slower = Plus lente, plus petite, ou à deux
questions-move-slower-before = Qu’est-ce que je veux faire de ma vie?
questions-move-slower-after = Qu’est-ce que j’aimerais entendre demain matin?
questions-move-other = D’une autre façon
questions-differently-words = La question, dans ses nouveaux mots
questions-differently-because = Changée parce que (si l’envie y est)
questions-differently-keep = Garder ces mots
questions-differently-same = Les mots sont encore les mêmes. En changer même un seul permet de la garder.
questions-kept = La question est gardée.
questions-because = Changée parce que : { $because }
questions-opened = Ce qui s’est ouvert : { $words }
questions-branch = Poser autrement à partir d’ici
questions-branch-named = Poser autrement à partir d’ici : { $question }
questions-wording-erase = Effacer ces mots
questions-wording-erase-named = Effacer ces mots : { $question }
questions-wording-erase-told = Ces mots quittent la question. Les pages gardent les mots de leur question.
questions-wording-erased = Les mots sont effacés.
questions-wish-later = Y revenir
questions-wish-not-again = Ne plus la proposer
questions-pages = Pages nées de cette question
questions-pages-further = Montrer plus de pages
questions-not-now = Pas maintenant

questions-new = Écrire une question
questions-new-words = La question
questions-new-why = Comme elle vient. Elle pourra changer, et ces premiers mots resteront.
questions-new-hint = Quelques mots à côté (si l’envie y est)
questions-new-keep = Garder la question
questions-new-empty = Pas encore de mots. Un seul suffit.

questions-new-set = Composer une suite
questions-set-title = Titre
questions-set-untitled = La suite n’a pas encore de titre. Un mot suffit.
questions-set-purpose = À quoi elle sert (si l’envie y est)
questions-set-whom = Pour qui
questions-set-chosen = Questions de cette suite
questions-set-chosen-none = Aucune pour l’instant.
questions-set-from = Ajouter parmi toutes les questions
questions-set-find = Des mots de la question
questions-set-added = Ajoutée à la suite.
questions-set-earlier = Plus tôt
questions-set-earlier-named = Plus tôt : { $question }
questions-set-take-out = Retirer
questions-set-take-out-named = Retirer : { $question }
questions-set-keep = Garder la suite
questions-set-kept = La suite est gardée.
questions-set-change = Changer cette suite
questions-set-erase = Effacer cette suite
questions-set-erase-told = La suite s’en va; ses questions et toutes les pages restent.
questions-set-erased = La suite est effacée. Ses questions restent.

questions-to-file = Cette suite dans un fichier
questions-to-file-what = Le fichier contient le titre, les questions et les mots dont elles sont nées. Ni page, ni réponse, ni raison d’un changement. Qui a le fichier peut le lire.
questions-to-file-do = Écrire le fichier…
questions-file-written = Le fichier est écrit.
questions-from-file = Une suite venue d’un fichier
questions-file-what = Une suite reçue dans un fichier peut d’abord être regardée ici. Rien de ce qui est ici ne change.
questions-file-choose = Regarder un fichier…
questions-file-holds = { $questions ->
    [one] Une question. Rien n’en est encore ici.
   *[other] { $questions } questions. Rien n’en est encore ici.
}
questions-file-take-in = La recevoir
questions-file-taken = La suite est ici
questions-file-new = { $questions ->
    [one] Une question est nouvelle ici.
   *[other] { $questions } questions sont nouvelles ici.
}
questions-file-beside = { $questions ->
    [one] Une question a d’autres mots que celle d’ici. Elle se tient à côté.
   *[other] { $questions } questions ont d’autres mots que celles d’ici. Elles se tiennent à côté.
}
questions-file-already = { $questions ->
    [one] Une question était déjà ici.
   *[other] { $questions } questions étaient déjà ici.
}
questions-file-look = Voir la suite

questions-elsewhere = Voir d’ailleurs
questions-wider = Plus large que nous
questions-on-new-page = Sur une nouvelle page
questions-beside-page = À côté de cette page
questions-none-to-offer = Il n’y a pas d’autre question à proposer ici.
