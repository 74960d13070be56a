# Taking everything out
takeout-read-me = Pages, and what stands around them, taken out of Awai, a private journal. Whoever reads this file reads them.
takeout-company = Company
takeout-words = My words
takeout-letter-from = From { $name }, { $day }
takeout-letter-to = To { $name }, { $day }
