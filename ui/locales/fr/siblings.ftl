# Les copies du livre qu’un outil de synchronisation a faites à côté
siblings-heading = Une autre copie de ce livre
siblings-found =
    { $copies ->
        [one] Une copie de ce livre se trouve à côté, avec quelque chose d’écrit qui n’est pas ici. Un outil de synchronisation l’a peut-être faite.
       *[other] { $copies } copies de ce livre se trouvent à côté, avec quelque chose d’écrit qui n’est pas ici. Un outil de synchronisation les a peut-être faites.
    }
siblings-truth = Rien ne vient de soi-même, et aucune copie n’est effacée.
siblings-state-more = Quelque chose se trouve seulement là-bas.
siblings-state-same = Tout ce qui est là est aussi ici.
siblings-state-damaged = C’est une copie de ce livre, mais elle ne se lit pas jusqu’au bout.
siblings-state-newer = Une version plus récente d’Awai y a écrit.
siblings-state-held = Elle est ouverte ailleurs en ce moment.
siblings-state-foreign = La clé de ce livre ne l’ouvre pas : elle est à quelqu’un d’autre, ou d’avant une nouvelle clé.
siblings-look = La regarder
siblings-aside = Mettre cette copie de côté
siblings-aside-done = Elle est maintenant dans le dossier « siblings » du livre. Elle n’a pas été effacée.
siblings-only-there =
    { $pages ->
        [one] { $pages } page se trouve seulement là-bas.
       *[other] { $pages } pages se trouvent seulement là-bas.
    }
siblings-went-on =
    { $pages ->
        [one] { $pages } page a été poursuivie là-bas.
       *[other] { $pages } pages ont été poursuivies là-bas.
    }
siblings-went-on-why = Ici, elles sont comme elles étaient là avant. Ce qu’elles disent ici reste parmi leurs mots d’avant.
siblings-both =
    { $pages ->
        [one] { $pages } page a été réécrite des deux côtés.
       *[other] { $pages } pages ont été réécrites des deux côtés.
    }
siblings-both-why = La page d’ici reste. Ses mots de là-bas peuvent venir aussi, au choix.
siblings-unfinished =
    { $pages ->
        [one] Il y a là des mots non terminés.
       *[other] Il y a là des mots non terminés, { $pages } fois.
    }
siblings-let-go =
    { $pages ->
        [one] { $pages } page qui est là a été laissée aller ici. Elle ne revient pas.
       *[other] { $pages } pages qui sont là ont été laissées aller ici. Elles ne reviennent pas.
    }
siblings-ties =
    { $ties ->
        [one] { $ties } lien se trouve seulement là-bas.
       *[other] { $ties } liens se trouvent seulement là-bas.
    }
siblings-letters =
    { $letters ->
        [one] { $letters } lettre se trouve seulement là-bas.
       *[other] { $letters } lettres se trouvent seulement là-bas.
    }
siblings-others = Autre chose se trouve seulement là-bas : des questions, ce vers quoi aller, des mots, ou ce qui accompagne.
siblings-stay = Autre chose a été changé des deux côtés. Cela reste comme ici.
siblings-nothing = Tout ce qui est là est aussi ici.
siblings-here = Ici
siblings-there = Là-bas
siblings-leave = Laisser là-bas
siblings-as-version = Parmi ses mots d’avant
siblings-as-page = Comme page à part
siblings-unfinished-take = Les apporter comme pages à part
siblings-bring = Apporter
siblings-bring-why = Une sauvegarde est faite d’abord.
siblings-busy = Un moment, les pages viennent…
siblings-done = C’est venu. La copie reste telle quelle.
siblings-came =
    { $pages ->
        [0] Aucune page n’est venue.
        [one] { $pages } page est venue.
       *[other] { $pages } pages sont venues.
    }
siblings-came-words =
    { $pages ->
        [one] Des mots sont venus à { $pages } page d’ici.
       *[other] Des mots sont venus à { $pages } pages d’ici.
    }
siblings-left =
    { $pages ->
        [one] { $pages } page écrite des deux côtés est restée là-bas.
       *[other] { $pages } pages écrites des deux côtés sont restées là-bas.
    }
