# Des pages sur papier
paper-title = Sur papier
paper-these = Imprimer ces pages…
paper-own = Il n’y a ici que mes propres pages, les mots de personne d’autre.
paper-more = Les { $number } premières pages sont ici. Moins de jours montrent les autres, et les réglages sortent tout d’un coup.
paper-covers = Imprimer aussi ce qui est sous un voile
paper-covers-why = Sinon, une page voilée ne montre que son voile.
paper-print = Imprimer…
paper-none = Il n’y a pas de page à imprimer ici.
