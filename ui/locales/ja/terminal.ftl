# コマンドライン
terminal-about = ターミナルから使う、自分だけの手帖です。書いたものは、このパソコンの中だけに、暗号で守って置きます。
terminal-about-more =
    ページのことばは、stdin かファイルから読みます。コマンドラインに書いたものは、題やあいだの名前も、ほかのプログラムから見え、シェルの履歴に残ります。「-」をさがすと、さがすことばを stdin から読みます。
    合言葉は、ターミナルでたずねるか、ファイルから読みます。
    ページは id で、または id のはじめの四文字以上で指します。
    ターミナルでは、ターミナルを動かしてしまう文字を、見える印に置きかえます。パイプやファイルへは、書いたとおりのまま出します。
    --json をつけると、答えは stdout のひとつのオブジェクトか配列になり（形は awai COMMAND --help にあります）、断られたときは「kind」のあるオブジェクトを stderr に出します。
    終わりの番号は、できたときが 0、断られたときが 1、読みとれなかったときが 2 です。
terminal-heading-usage = 使いかた
terminal-heading-commands = コマンド
terminal-heading-arguments = ことば
terminal-heading-everywhere = どのコマンドでも
terminal-heading-options = オプション

terminal-about-create = 空のフォルダーに、新しい手帖を作る
terminal-about-write = ページを書き、その id を出す
terminal-about-revise = ページを書きなおす（前のことばも残ります）
terminal-about-list = ページを新しい順に並べる
terminal-about-show = ページを見る
terminal-about-versions = ページの以前の言葉を見る
terminal-about-set-aside = ページを三十日のあいだ置いておく（もどせます）
terminal-about-bring-back = 置いておいたページをもどす
terminal-about-aside = 置いておいたページを並べる
terminal-about-search = ことばからページをさがす
terminal-about-tie = だれとのあいだ・集まり・場所
terminal-about-tie-add = あいだに名前をつける
terminal-about-tie-list = あいだを並べる
terminal-about-check = ページ・照合の印・鍵のファイルを、すべて見わたす
terminal-about-import = ほかのプログラムのページを、数えてから持ってくる
terminal-about-passphrase = 合言葉を変える

terminal-argument-id = ページの id、またはそのはじめの四文字以上
terminal-argument-file = ことばの入ったファイル（なければ stdin）
terminal-argument-search = さがすことば。「かぎかっこ」の中はひとつづきでさがします。- は stdin から読みます
terminal-argument-name = 自分だけに分かる名前でも
terminal-argument-format = どのプログラムからか、day-one
terminal-argument-path = その書き出し（JSON か ZIP かフォルダー）

terminal-option-journal = 手帖のフォルダー
terminal-option-passphrase-file = このファイルから合言葉を読む（終わりの改行をのぞく全体）
terminal-option-new-passphrase-file = このファイルから新しい合言葉を読む（create と passphrase）
terminal-option-use-older = 前にここで開いたものより古い手帖を、これから使う
terminal-option-json = JSON で答える
terminal-option-lang = このプログラムのことば
terminal-option-version = どの版かを見る
terminal-option-help = 使いかたを見る
terminal-option-at = 書いたとき（時差つき）、2026-11-26T21:40:00+09:00 のように
terminal-option-title = 題
terminal-option-tie-of-page = だれとのあいだか（くりかえし書けます）
terminal-option-no-tie = だれとのあいだでもないページにする
terminal-option-page-lang = ページのことば、ja・fr・en など
terminal-option-cover = ページを開くまで、このことばだけが見える
terminal-option-happened = いつのことか、1999・1999-02・1999-02-28 のように、またはことばで
terminal-option-stays-here = このページを、便りや書き出しに決して差しださない
terminal-option-same-words = 本文はそのままにする
terminal-option-tie = このあいだのページだけ
terminal-option-from = この日から、2026-11-26 のように
terminal-option-to = この日まで（この日も入ります）
terminal-option-limit = 多くてもいくつまで
terminal-option-open-cover = 覆いをひらく
terminal-option-words = 本文だけを、書いたとおりに
terminal-option-closest = 近い順
terminal-option-kind = person・group・place・myself・other のどれか
terminal-option-dry-run = 来るものを数えるところまで

terminal-passphrase = 合言葉：
terminal-new-passphrase = 新しい合言葉（何も打たずに Enter を押すと、六つのことばを出します）：
terminal-once-more = もう一度、同じ合言葉：
terminal-not-the-same = 同じではありませんでした。何も変えていません。もう一度試せます。
terminal-six-words-stay = このターミナルを消すか閉じるまで、ここで読めます。
terminal-six-words-take = どこかに控えたら、六つのうちの最後のことばを打つと、これに決まります。Enter で別の六つを出します：
terminal-write-now = ここに書けます。空の行で Ctrl+D を押すと、ページを残します。

terminal-created = 手帖を作り、暗号で守りました：
terminal-passphrase-changed = 合言葉を変えました。前に取った手帖の写しは、いまも前の合言葉で開きます。
terminal-more = ほかにもページがあります。--limit か --to で見られます。
terminal-between = だれとのあいだ：
terminal-happened = あったとき：
terminal-keywords = 添えた言葉：
terminal-revised = 書きなおした日：
terminal-aside = 置いた日：
terminal-cover = 覆い：
terminal-fear-says = 怖れの言うこと：
terminal-hope-says = 希望の言うこと：
terminal-wider = ふたりの外へ：
terminal-covered = このページには覆いがあります。--open-cover で言葉が見えます。
terminal-second-copy = 鍵のファイルのひとつが傷んでいましたが、控えのもう一枚で開きました。ことばは何も失われていません。合言葉を変えると、二枚とも新しくなります。
terminal-check-whole = すべて、書いたときのままです。
terminal-check-pages = 書いたときのままではないページ：
terminal-brought-pages = 持ってきたページ：{ $pages }
terminal-bring-let-go = ここで前に置いておいたか手放したページ：{ $pages }（また来ることはありません）
terminal-bring-days-unsure = 時間帯が分からないページ：{ $pages }（書き出しの時計の日付に置きます）
terminal-bring-files = 書き出しの中に残るほかのファイル：{ $files }

terminal-misused = 読みとれませんでした。何も変えていません。
terminal-misused-command = そのコマンドはありません。何も変えていません。
terminal-misused-option = ことばかオプションが、ひとつ多いようです。何も変えていません。
terminal-misused-value = { $option } に書けるものと違うようです。何も変えていません。
terminal-misused-missing = { $option } がまだありません。何も変えていません。
terminal-misused-no-command = どのコマンドでしょうか。何も変えていません。
terminal-misused-perhaps = { $word } でしょうか。
terminal-misused-see = { $command } で使いかたが見られます。

terminal-not-text = 受けとったものは文字（UTF-8）ではありませんでした。何も変えていません。UTF-8 で保存すると、もう一度試せます。
terminal-file-unreadable = 名前のあったファイルを読めませんでした。何も変えていません。場所や読みとりの許可を見てみてください。
terminal-no-terminal = ターミナルがないので、合言葉をたずねられませんでした。何も変えていません。--passphrase-file でファイルから読めます。
terminal-stopped = ここで止めました。何も変えていません。
terminal-several-pages = そうはじまるページがいくつかあります。何も変えていません。もう何文字か足すと見分けられます。
terminal-no-place = ホームフォルダーが見つかりません。何も変えていません。--journal で手帖のフォルダーを指せます。
terminal-answer-lost = できました。残したことばは無事です。答えを書き出すことだけ、できませんでした。

terminal-trouble-no-journal = ここにはまだ手帖がありません。ほかのところにあるものは、そのままです。awai create で作れます。--journal でほかのフォルダーを指せます。
terminal-trouble-folder-gone = 手帖の置き場所に届きません。前に残したものは、そのままです。USBメモリーが抜けていないか、フォルダーが移されていないか、見てみてください。
terminal-trouble-older-than-seen = この手帖は、前にここで開いたものより古いので、読むだけにしています。何も変えていません。--use-older で、これからはこの手帖を使えます。
terminal-trouble-read-only = そこには書きこめないので、何も残していません。前に残したことばは無事で、読むことができます。
terminal-trouble-disk-full = ディスクがいっぱいで、残せませんでした。前に残したことばは無事です。場所を空けると、もう一度試せます。
terminal-trouble-disk-trouble = ディスクの読み書きがうまくいかず、残せませんでした。前に残したことばは無事です。もう一度試せます。
terminal-trouble-not-found = そのページは見つかりませんでした。ほかのページはそのままです。awai list か awai search でさがせます。
terminal-trouble-passphrase-weak = その合言葉は、当てられやすいようです。まだ何も変えていません。十文字以上か、当てにくいことばにすると強くなります。
terminal-trouble-too-large = 一ページに入る大きさ（16 MiB）を超えています。何も変えていません。ふたつのページに分けると残せます。
terminal-trouble-unknown-tie = その名前のあいだはありません。何も変えていません。awai tie list で見られ、awai tie add で新しく名前をつけられます。
terminal-trouble-unexpected = 思いがけないことが起きました。残したことばは無事です。もう一度試せます。
