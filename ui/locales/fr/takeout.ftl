# Tout emporter
takeout-read-me = Des pages, et ce qui les entoure, sorties d’Awai, un journal privé. Qui lit ce fichier les lit.
takeout-company = Compagnie
takeout-words = Mes mots
takeout-letter-from = De { $name }, { $day }
takeout-letter-to = À { $name }, { $day }
