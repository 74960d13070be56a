# Cacher tout de suite : d'abord un écran vide, puis tout le reste
hiding-now = Cacher tout de suite
hiding-held = Quelque chose n’a pas encore pu être gardé. C’est toujours ici, derrière cette porte.

hiding-what = « Cacher tout de suite » vide l’écran sur-le-champ, garde ce qui est écrit, ferme le livre et retire la fenêtre de la vue. Le bouton est au même endroit dans chaque pièce; { $keys } fait la même chose.
hiding-not = Cela ne cache pas que ce programme est ici, ni qu’il était ouvert. Cela n’arrête aucun programme qui copie l’écran ou les touches, ni une personne qui peut me forcer à ouvrir le livre.
hiding-keys = Touches qui cachent
hiding-keys-change = Choisir d’autres touches
hiding-keys-press = Appuyer maintenant
hiding-keys-press-how = Échap les laisse comme elles sont.
hiding-keys-usual = Revenir à { $keys }
hiding-keys-composing = Au milieu d’un mot qu’une méthode de saisie compose, certains bureaux Linux gardent ces touches pour eux. Le bouton « Cacher tout de suite » cache même alors.
hiding-keys-chosen = À partir de maintenant, { $keys } cache le livre.
hiding-keys-bare = Ces touches servent à écrire. { $mod } avec une lettre, un chiffre ou une touche de F2 à F12 convient.
hiding-keys-input = Ces touches appartiennent à une méthode de saisie. D’autres conviennent.
hiding-keys-taken = { $keys } fait déjà autre chose ici.
hiding-keys-system = { $keys } appartient à l’ordinateur, ou sert à copier et à coller.
hiding-then = Ce que devient la fenêtre
hiding-then-minimise = Elle est réduite
hiding-then-quit = Elle disparaît, et le programme se termine

hiding-guide-1 = « Cacher tout de suite », ou { $keys }, est là pour quand quelqu’un arrive. L’écran se vide sur-le-champ, ce qui est écrit est gardé, le livre se ferme, et la fenêtre disparaît de la vue. Qui regarde trouve la porte, comme toujours, et le brouillon est derrière.
hiding-guide-2 = Cela ne cache pas que ce programme est ici, ni qu’il était ouvert. Cela n’arrête aucun programme qui copie l’écran ou les touches, ni une personne qui peut me forcer à ouvrir le livre. Dans les réglages, on peut choisir d’autres touches, ou faire que le programme se termine aussi.
hiding-guide-3 = Si les derniers mots ne peuvent pas être gardés, par exemple sur un disque plein, le livre reste ouvert derrière une porte, et seule la phrase secrète y ramène. Avant qu’il y ait une phrase secrète, les mots ne sont que dans cette fenêtre : ils attendent derrière « Commencer à écrire », pour n’importe qui.
