# 設定と備え
settings-parts = 設定の項目
settings-not-now = いまはしない

settings-look = 見た目
settings-language = 言語
settings-appearance = 紙
settings-look-system = パソコンに合わせる
settings-look-light = 昼の紙
settings-look-dark = 夜のあかり
settings-look-contrast-light = くっきり・明るい
settings-look-contrast-dark = くっきり・暗い
settings-text-size = 文字の大きさ
settings-smaller = 小さく
settings-usual = ふつうに
settings-larger = 大きく
settings-size-now = いまは { $size }
settings-sample = となりに座って、しばらくは、だれも話さなかった。
settings-darker-ink = 濃いインク
settings-darker-ink-why = 細い線が、少しだけ濃くなります。
settings-era = 年の数え方
settings-era-gregorian = 西暦
settings-era-era = 元号
settings-era-both = 両方
settings-vertical = 日本語のページを縦書きで読む
settings-vertical-why = 読んでいるときにも切りかえられます。
settings-old-input = 以前の入力方法を使う
settings-old-input-why = 日本語を打つときに文字が二重になったり、飛んだりするなら、落ち着くことがあります。

settings-lock = 鍵
settings-lock-where = 「本を閉じる」で鍵がかかります。どの部屋でも同じところにあり、{ $key } でも閉じられます。
settings-lock-after = 動きがないとき、自分で閉じるまで
settings-lock-minutes =
    { $minutes ->
        [60] 一時間
       *[other] { $minutes }分
    }
settings-lock-after-why = 閉じる前に、書いたことばを残します。十五秒前にお知らせが出て、「まだここにいる」を選べます。
settings-lock-sleep = パソコンがスリープする前や、画面に鍵がかかったとき、パソコンの使用を終えるときにも閉じます。
settings-lock-woken = パソコンがスリープから目ざめたときにも閉じます。

settings-passphrase = 合言葉
settings-passphrase-truth = 忘れたときに開けられるのは、前もって作っておいた十二のことばだけです。それがなければ、だれにも開けられません。作った人にも開けられません。
settings-passphrase-change = 合言葉を変える
settings-passphrase-old = いまの合言葉
settings-passphrase-new = 新しい合言葉
settings-passphrase-go = 新しい合言葉にする
settings-passphrase-busy = 少しお待ちください…
settings-passphrase-changed = これからは新しい合言葉で開きます。前に取った写しは、前の合言葉で開くままです。

settings-bring = ページを持ってくる
settings-bring-what = Day One で書いたページを、書き出し（JSON か ZIP）から持ってくることができます。先に数をお見せします。選ぶまでは、何も書きこみません。
settings-bring-choose = 書き出しをえらぶ…
settings-bring-reading = 読んでいます…
settings-bring-found = この書き出しにあるもの
settings-bring-pages = まだここにないページ：{ $pages }
settings-bring-nothing = まだここにないページは、ありません。
settings-bring-day = { $day }のもの。
settings-bring-days = { $first }から{ $last }まで。
settings-bring-already = もうここにあるページ：{ $pages }（二重にはなりません）
settings-bring-let-go = ここで置いておいた、または消したページ：{ $pages }（もう一度は来ません）
settings-bring-days-unsure = どこで書かれたか分からないページ：{ $pages }（日は書き出しの時計に合わせます）
settings-bring-pictures = いっしょに来る写真：{ $pictures }
settings-bring-pictures-missing = 書き出しに入っていない写真：{ $pictures }（ページのその場所に、そう書いておきます）
settings-bring-sounds = 書き出しの中に残る音声：{ $sounds }
settings-bring-films = 書き出しの中に残る動画：{ $films }
settings-bring-files = 書き出しの中に残るほかのファイル：{ $files }
settings-bring-keywords = ページに添えることばになるタグ：{ $words }
settings-bring-refused = 「{ $name }」：{ $why }
settings-bring-not-yet = まだ何も書きこんでいません。
settings-bring-go = 持ってくる
settings-bring-busy = 持ってきています…
settings-bring-done = 持ってきました
settings-bring-export-stays = 書き出しそのものは暗号で守られておらず、元の場所にあります。見つけた人は読むことができます。
settings-bring-look = ふりかえる

settings-whole = すべてに目を通す
settings-whole-what = ページも、以前のことばも、写真も、ひとつずつ読んで、残したときのままかを確かめます。何も変えません。
settings-whole-go = いま目を通す
settings-whole-busy = 目を通しています…
settings-whole-all = すべて、残したときのままです
settings-whole-not-all = 残したときのままではないものがあります
settings-whole-looked = 目を通したもの：ページ { $pages }、以前のことば { $versions }、写真 { $pictures }
settings-whole-file = 手帖のファイルに傷みがあります。
settings-whole-chain = 変わってきた順に、すきまがあります。外から何かがもどされたか、抜かれたのかもしれません。
settings-whole-pages = 残したときのままではないページ：{ $pages }
settings-whole-page = { $number }番目のページ
settings-whole-key-one = 二つある鍵のファイルのうち、ひとつが傷んでいます。本は開けます。合言葉を変えると、二つとも新しくなります。
settings-whole-key-both = 鍵のファイルが二つとも傷んでいます。本が開いているあいだに合言葉を変えると、新しくなります。
settings-whole-then = 何も変えていません。本を閉じて、フォルダーの写しをそのまま取ってから、前の控えをさがしてみてください。

settings-folder = 手帖の置き場所
settings-folder-here = すべて、このフォルダーの中にあります。
settings-folder-copy = 本を閉じてから、フォルダーごと写すと、手帖の写しになります。写しは、その日の合言葉で開きます。
settings-folder-names = フォルダーがあることと大きさは、ほかの人にも見えます。名前や題や日付は、外には出ていません。

settings-keyboards = ことばを覚えるキーボード
settings-keyboards-what = 日本語の入力のしくみなどが、打ったことばを、このプログラムの外に、暗号なしで覚えることがあります。ここからは止められません。止められる場所は、次のとおりです。
settings-keyboards-mozc = Mozc（Fcitx 5 または GNOME）
settings-keyboards-mozc-steps = Fcitx 5 では、パネルのキーボードの印のメニューから、Mozc のプロパティを開きます。GNOME では「設定」の「キーボード」で、「日本語 (Mozc)」の横の点から開きます。「プライバシー」のシークレットモードを入れると、そのあいだは何も覚えません。「辞書」では学習履歴を、「サジェスト」では入力履歴を消せます。履歴からのサジェストも、そこで切れます。
settings-keyboards-ibus = IBus や Fcitx のほかの入力メソッド
settings-keyboards-ibus-steps = 多くの入力メソッドが、打ったことばを覚えます。それぞれの設定で、学習や、前に打ったことばからの予測を切り、覚えたことばを消します。Typing Booster には、何も覚えない “Off the record mode” があります。
settings-keyboards-windows-ime = Microsoft IME
settings-keyboards-windows-ime-steps = タスクバーの「あ」や「A」を右クリックして、「プライベートモード」を入れます。パソコンを起動しなおすと、元にもどります。IMEの設定では、入力履歴を消し、クラウド候補を切っておけます。
settings-keyboards-windows = Windows
settings-keyboards-windows-steps = 「設定」の「プライバシー」で、手書きと入力の個人用設定を切ります。「時刻と言語」の「入力」では、入力候補を切れます。「システム」の「クリップボード」では、履歴を切れます。
settings-keyboards-mac-ime = Mac の日本語入力
settings-keyboards-mac-ime-steps = 「システム設定」の「キーボード」から「入力ソース」を開くと、変換学習を消せます。
settings-keyboards-mac = Mac のほかの入力
settings-keyboards-mac-steps = 同じところで、スペルの自動修正と予測を切れます。「学習」させた単語は、このプログラムの外の一覧に入ります。
settings-keyboards-names = 名前は、版によって少し違うことがあります。
settings-keyboards-clipboard = コピーしたものは、ほかのプログラムからも読めます。履歴には残さないようにたのみ、本を閉じるとなくなります。切り取ったものは、そのまま残ります。

settings-promises = 約束することと、できないこと
settings-promise-network = このプログラムは、インターネットを一切使いません。登録もいりません。
settings-promise-encrypted = どのことばも、ディスクに届く前に暗号で守ります。
settings-promise-kept = ディスクに確かに置くまでは、残したとは言いません。
settings-promise-open = 置き方は、だれでも読めるように書いてあります。合言葉があれば、ほかの自由なソフトウェアでも読めます。
settings-promise-nobody = 会社や保険会社や医療機関のための機能はなく、これからも作りません。見張る人の画面も、出欠も、人についての報告書もありません。

settings-about = このプログラムについて
settings-about-version = あわい { $version }
settings-about-licence = Mozilla Public License 2.0 の自由なソフトウェアです。だれでも使い、中を見て、変え、手渡すことができます。
settings-about-fonts = 書体
settings-about-libraries = 土台になっている、ほかの人たちの仕事
settings-about-texts = それぞれのライセンスの全文は、ソースコードに添えてあります。
