# Des pages sur papier
paper-title = Sur papier
paper-these = Imprimer ces pages…
paper-own = Il n’y a ici que mes propres pages, et les mots d’aucune autre personne.
paper-more = Les { $number } premières pages sont ici. En choisissant moins de jours, on voit les autres; les réglages permettent de tout emporter à la fois.
paper-covers = Imprimer aussi ce qui est sous un voile
paper-covers-why = Sinon, une page voilée ne montre que son voile.
paper-print = Imprimer…
paper-none = Il n’y a pas de page à imprimer ici.
