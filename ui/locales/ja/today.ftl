# きょう
today-between = だれとのあいだ
today-someone = 人をえらぶ
today-someone-else = ほかの人
today-ties-known = これまでに名前をつけた「あいだ」
today-tie-called = 呼び名
today-tie-hint = 自分だけに分かる名前でも
today-tie-kind = どんな「あいだ」
today-kind-person = 人
today-kind-group = 集まり
today-kind-place = 地域や場所
today-kind-myself = 自分自身
today-kind-other = そのほか
today-tie-add = 加える
today-tie-added = { $called }とのあいだに加えました。
today-ties-done = これでよい

today-only-the-page = 書くことだけに
today-sheet = 書くところ
today-sheet-words = ページのことば
today-sheet-hint = ここから、どこからでも
today-title = 題
today-title-hint = 題（なくてもよい）
today-enough = ここまでにする
today-kept = このパソコンの中に、暗号で守って置きました・{ $time }
today-nothing-yet = 書いたことばは、ひと息つくたびに残します。
today-only-here = まだこの画面の中だけにあります。合言葉を決めると残せます。
today-not-kept-full = ディスクがいっぱいで、まだ残せていません。ことばは画面にそのままあり、書きつづけられます。場所を空けると残します。
today-not-kept-trouble = ディスクの読み書きがうまくいきませんでした。前に残したことばは元のままです。画面のことばもそのままあり、少しおいて、もう一度残してみます。
today-not-kept-gone = 手帖の置き場所が見つかりません。USBメモリーが抜けていないか、フォルダーが移されていないか、見てみてください。画面のことばはそのままあり、もとに戻ると残します。
today-writing-anew = { $day }のページを書きなおしています。前のことばも残ります。
today-leave-as-it-was = 元のままにする

today-finished = ここまでにしました。ページは、このパソコンの中で休みます。
today-finished-more = このまま閉じても、もう少し書いても、読みかえしてもかまいません。
today-another-page = もう一ページ
today-look-back = ふりかえる

today-read-only = いまは読むだけです
today-read-only-older = 前に開いたものより古い手帖なので、書きこまずに開いています。読むことと、さがすことができます。
today-read-only-folder = この手帖の置き場所には、書きこむことができません。読むことと、さがすことができます。書ける場所に移すと、また書けるようになります。

today-about-page = このページについて
today-page-language = このページの言語
today-page-language-other = ほかの言語
today-happened = いつのこと
today-happened-untold = 書かない
today-happened-in-words = ことばで
today-happened-a-day = 日
today-happened-a-month = 月
today-happened-a-year = 年
today-happened-words = いつのことかを、ことばで
today-happened-hint = 小学生のころ、雪の日に
today-happened-day = その日
today-happened-month = その月
today-happened-year = その年（西暦）
today-cover = 覆いのことば
today-cover-why = 何か書くと、開くまでは本文の代わりにこのことばだけが見えます。
today-stays-here = このページはここにとどめる
today-stays-here-why = 便りにも「みんなのことば」にも選べません。「まるごと取り出す」では、いっしょに出ます。

today-lenses = ほかのところから見る
today-lenses-why = どれも書かなくてかまいません。
today-fear-says = 怖れが言うこと
today-hope-says = 希望が言うこと
today-wider = ふたりの外へ：まわりのどんな決まりや習慣、ことばが関わっているか

today-keep-heading = 合言葉をひとつ決めて、このページを残します
today-keep-before-closing = 閉じる前に、このページを残しますか
today-keep-why = 手帖には鍵をかけます。開けられるのは、合言葉を知る人だけです。
today-keep-truth = 合言葉を忘れると、だれにも開けられません。作った人にも開けられません。代わりになるのは、あとで「設定と備え」で作れる十二のことばだけです。合言葉は、パソコンとは別のところに控えておくと安心です。
today-keep-do = 鍵をかけて残す
today-keep-busy = 鍵をかけています…
today-keep-not-now = いまはやめて、書くところにもどる
today-keep-let-go = 残さずに、このことばを手放す
