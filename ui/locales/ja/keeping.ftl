# 控えと鍵、すべてを取り出すこと
keeping-envelope-read-me = ある人の手帖を開く十二のことばです。あなただけが開けるように封をしてあります。このファイルは、そのまま持っていてください。頼まれたときに「あわい」で開き、ことばを声で伝えます。
keeping-sheet-heading = 手帖を開く十二のことば
keeping-sheet-what = このことばと、手帖のフォルダーか控えを持っている人は、すべてを読めます。自分か、信じている人だけが見つけられるところに置くと安心です。
keeping-sheet-how = 「あわい」の入り口で、合言葉のかわりに打てます。ほかの age のプログラムには、こうつなげて渡します：
keeping-sheet-day = { $day } に作りました

keeping-choose-place = 控えを置くところ
keeping-choose-copy = もどす控え
keeping-copies = 本の控え
keeping-copies-what = 使った日ごとに、本まるごとの控えを暗号のまま、書いているあいだに取ります。もう一度開き、すべてを見て、元とくらべてから、控えと呼びます。
keeping-last = 控えを取り、確かめた日：{ $when }
keeping-last-elsewhere = ほかのフォルダーに控えを取り、確かめた日：{ $when }
keeping-last-none = 確かめた控えは、まだありません。
keeping-back-up = いま控えを取る
keeping-back-up-elsewhere = ほかのフォルダーやUSBメモリーに…
keeping-copying = 写しています…
keeping-comparing = くらべています…
keeping-checking = 控えを見ています…
keeping-stop = 止める
keeping-copy-done = 控えを取り、確かめました。
keeping-copies-here = 本といっしょにある控え：{ $copies }
keeping-copies-truth = 控えは本のとなりにあります。パソコンがなくなれば、いっしょになくなります。USBメモリーの控えは残ります。どの控えも、その日の合言葉で開き、そのあとで消したことばも残しています。

keeping-words = 合言葉を忘れたときのための、十二のことば
keeping-words-what = 十二のことばでも、本を開けるようにできます。紙に書いて、安心なところに置きます。作らなくても、足りないものはありません。
keeping-words-truth = その紙と本の控えを見つけた人は、すべてを読めます。家に、読まれたくない人がいるときは、紙がないほうがよいこともあります。
keeping-sheet-make = 十二のことばを出す…
keeping-sheet-another = かわりに別のことばを出す…
keeping-sheet-code = 同じことばを、カメラで読む形で
keeping-sheet-clear = ファイルに残した紙は、暗号になりません。見つけた人は、だれでも読めます。紙に書けば、パソコンには何も残りません。
keeping-sheet-saved = ファイルに書き出しました。
keeping-sheet-written = 書きとめました
keeping-sheet-save = 印刷できるように書き出す…
keeping-sheet-back = 書きとめたことを確かめるために、三つのことばを打ってください。それまでは、何も開きません。
keeping-sheet-word = { $number } 番目のことば
keeping-sheet-not-the-same = 三つのうちのどれかが、紙のことばとちがいます。何も変えていません。もう一度試せます。
keeping-sheet-keep = このことばでも開くようにする
keeping-sheet-kept = これからは、十二のことばでも本が開きます。
keeping-sheet-there = 紙があります。
keeping-envelope-there = だれかが持っている封筒があります。
keeping-words-remove = そのことばでは開かないようにする
keeping-words-gone = そのことばでは、もう開きません。前に取った控えは、いまもそのことばで開きます。

keeping-new-key = 前の合言葉を知られたかもしれない。鍵も新しくする
keeping-new-key-why = すべてのページを新しい鍵で暗号にします。前の合言葉と前の鍵のファイルを持つ人に開けるのは、前に取った控えだけになります。紙や封筒のことばでは、開かなくなります。
keeping-new-key-done = 本の鍵と合言葉が新しくなりました。前に取った控えは、いまも前の合言葉で開きます。本といっしょにある控えは、フォルダーから消せます。

keeping-back = 控えをもどす
keeping-back-what = 控えを取ったときのまま、また本になります。
keeping-back-put-by = いまここにある本は、別のフォルダーに取っておきます。あとから開けます。
keeping-back-which = どの控え
keeping-back-chosen = 選んだ控え
keeping-back-choose = USBメモリーやフォルダーにある、ほかの控え…
keeping-back-passphrase = その日の合言葉か、紙の十二のことば
keeping-back-go = もどす
keeping-back-busy = もどしています…
keeping-back-done = 控えが本になりました。

keeping-door-sheet = 紙の十二のことばも、ここに打てます。
keeping-tries-heading = ほかの合言葉が試されました
keeping-tries = 前に本を開いてから、ほかの合言葉が { $tries } 回試されました。開いてはいません。
keeping-tries-then = 打ちまちがいだったのかもしれません。だれかに知られていそうなら、「設定と備え」で新しい合言葉を選べます。
keeping-words-opened-heading = 十二のことばで開きました
keeping-words-opened = 合言葉を忘れたときは、「設定と備え」で新しく選べます。そこでは、十二のことばを前の合言葉のかわりに使えます。
