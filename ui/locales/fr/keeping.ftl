# Sauvegardes, clés, et tout emporter
keeping-envelope-read-me = Douze mots qui ouvrent le journal de quelqu’un, scellés pour une seule personne. Garder ce fichier tel quel. À sa demande, l’ouvrir dans Awai et dire les mots de vive voix.
keeping-sheet-heading = Douze mots qui ouvrent le journal
keeping-sheet-what = Toute personne qui a ces mots et le dossier du journal, ou une sauvegarde, peut tout lire. Cette feuille est bien là où seulement moi, ou quelqu’un de confiance, la retrouvera.
keeping-sheet-how = À la porte d’Awai, ils s’écrivent à la place de la phrase secrète. Tout logiciel age les prend joints ainsi :
keeping-sheet-day = Faite le { $day }
