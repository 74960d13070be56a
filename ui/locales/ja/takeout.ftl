# まるごと取り出す
takeout-read-me = 手帖「あわい」から取り出したページと、そのまわりのものです。このファイルを開いた人は、すべて読めます。
takeout-company = そばにいるもの
takeout-words = 私のことば
takeout-letter-from = { $name }から、{ $day }
takeout-letter-to = { $name }へ、{ $day }
