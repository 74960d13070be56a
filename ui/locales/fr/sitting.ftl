# Une marche lente dans une suite
sitting-title = Une marche lente
sitting-none = Aucune marche en cours. Une suite de questions permet d’en commencer une.
sitting-aside = Laisser de côté
sitting-aside-told = Laissée de côté. Rien n’en est gardé.
sitting-later = La garder pour y revenir
sitting-later-kept = Elle est gardée parmi celles où revenir.
sitting-enough = Assez pour aujourd’hui
sitting-any-order = N’importe laquelle, dans l’ordre qui vient
sitting-kept-page = Ce qui a été écrit est gardé comme page.
sitting-begun = Une page est déjà commencée
sitting-begun-more = Elle peut se reposer comme page à part, et la marche commence sur une feuille neuve. Ou bien y revenir d’abord.
sitting-keep-and-begin = La garder comme page et commencer
sitting-back-to-page = Revenir à cette page
sitting-close = C’est assez pour aujourd’hui
sitting-close-more = Ce qui a été écrit est gardé. Ce qui ne l’a pas été peut rester ainsi.
sitting-last = Une dernière, avant de fermer, si ça me dit :
sitting-write-last = Écrire à partir d’elle
sitting-further = Ou bien, d’un peu plus loin :
sitting-end = Quitter la marche
sitting-not-yet = Pas tout de suite

sitting-still = Rester là un moment
sitting-still-here = Rester là un moment
sitting-still-more = Rien n’a besoin d’en sortir. Rien n’en est gardé.
sitting-still-write = Écrire quelque chose
