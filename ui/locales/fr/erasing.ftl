# Tout effacer
erase-title = Tout effacer
erase-what = Tout le livre s’en va : chaque page, lettre, image et nom, et les clés avec. Rien ici ne peut le ramener.
erase-begin = Tout effacer…
erase-stays = Ce qui reste, parce que rien ici ne l’atteint
erase-stays-elsewhere = Les copies ailleurs : sur une clé USB, un autre ordinateur, ou avec un service qui recopie des dossiers. Chacune s’ouvre encore avec la phrase secrète du jour où elle a été faite.
erase-stays-given = Les feuilles, les lettres confiées, et tout ce qui a été emporté.
erase-stays-disk = Sur certains disques, des parties de ce qui a été effacé. Un disque SSD peut les garder un temps. Seul un disque chiffré couvre cela.
erase-stays-program = Ce logiciel, et ce que le système en retient.
erase-others = D’autres fichiers se trouvent dans le même dossier. Ils restent tels quels.
erase-copies =
    { $copies ->
        [one] Effacer aussi la sauvegarde qui est dans son dossier
       *[other] Effacer aussi les { $copies } sauvegardes qui sont dans son dossier
    }
erase-copies-why = Sinon elles restent, et chacune s’ouvre avec la phrase secrète du jour où elle a été faite.
erase-settings = Effacer aussi les réglages
erase-settings-why = La langue, l’apparence et les délais. Rien de privé n’y est.
erase-go = Effacer le tout
erase-busy = Effacement en cours…
erase-done = Le journal est effacé.
erase-remains = Le journal est effacé et ne s’ouvre plus. Certains de ses fichiers n’ont pas encore pu être retirés. Le prochain démarrage essaiera de nouveau. Le dossier peut aussi s’effacer à la main.
