# まるごと取り出す
takeout-read-me = 手帖「あわい」から取り出したページと、そのまわりのものです。このファイルを開いた人は、すべて読めます。
takeout-company = そばにあるもの
takeout-words = 自分のことば
takeout-letter-from = { $name }から、{ $day }
takeout-letter-to = { $name }へ、{ $day }
takeout-title = まるごと取り出す
takeout-what = この手帖にあるものは、いつでもすべて、ほかのプログラムで読める形で取り出せます。手帖のほうは何も変わりません。
takeout-begin = まるごと取り出す…
takeout-form = どんな形で
takeout-json = JSON、まるごと
takeout-markdown = Markdown
takeout-html = 一枚の読みもの
takeout-json-why = 以前のことばも、置いておいたものも、何も失いません。「あわい」のほかの手帖に入れることができます。
takeout-markdown-why = ページごとに一つのファイルで、写真はそのとなりに入ります。どのエディターでも読めます。
takeout-html-why = すべてが一枚に入ります。どのブラウザーでも読めて、印刷もできます。
takeout-letters = 便り
takeout-letters-none = 入れない
takeout-letters-mine = 自分が書いたもの
takeout-letters-everybodys = ほかの人のことばも
takeout-clear = 鍵をかけない
takeout-clear-truth = このファイルを見つけた人は、だれでも読めます。鍵をかければ、この手帖の合言葉でだけ開きます。
takeout-passphrase = この手帖の合言葉
takeout-go = 置き場所を選ぶ…
takeout-busy = 取り出しています…
takeout-done =
    { $pages ->
        [0] 取り出すページはありませんでした。ほかのものを取り出して、ディスクにすっかり書き終えました。
       *[other] { $pages }ページを取り出して、ディスクにすっかり書き終えました。
    }
takeout-done-pictures = 写真も{ $pictures }枚、いっしょです。
takeout-done-letters = 便りも{ $letters }通、いっしょです。
takeout-done-truth = この写しは、これからは別のものです。ここで消しても、写しには残ります。
takeout-in = 取り出したものを入れる
takeout-in-why = 「あわい」のほかの手帖からまるごと取り出したJSONを、ここに入れられます。もうここにあるものは、そのままです。
takeout-in-choose = ファイルを選ぶ…
takeout-in-title = 「あわい」からまるごと取り出したJSON
takeout-in-what = まだここにないものが、すべて入ります。ページ、「あいだ」、問い、「向かうこと」。まだ何も書いていません。
takeout-in-passphrase = 閉じたときの合言葉
