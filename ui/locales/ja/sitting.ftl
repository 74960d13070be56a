# 問いの組をゆっくり歩く
sitting-title = ゆっくり歩く
sitting-none = いま歩いている組はありません。問いの組から始められます。
sitting-aside = 置いておく
sitting-aside-told = 置いておきました。あとには何も残しません。
sitting-later = また戻ってこられるように残す
sitting-later-kept = また戻ってきたい問いとして残しました。
sitting-enough = 今日はここまで
sitting-any-order = 順番は自由に
sitting-kept-page = 書いたことばを、ページとして残しました。
sitting-begun = 書きかけのページがあります
sitting-begun-more = それをひとつのページとして休ませ、新しい紙で歩きはじめられます。先に戻って書いてもかまいません。
sitting-keep-and-begin = ページとして残し、歩きはじめる
sitting-back-to-page = そのページに戻る
sitting-close = 今日はここまで
sitting-close-more = 書いたものは残してあります。書かなかったことは、そのままでかまいません。
sitting-last = よければ、閉じる前にもうひとつ。
sitting-write-last = この問いで書く
sitting-further = または、少し離れたところから。
sitting-end = 歩みを終える
sitting-not-yet = もう少し

sitting-still = ただ座っている
sitting-still-here = ただ座っている時間
sitting-still-more = 何も出てこなくてかまいません。ここには何も残りません。
sitting-still-write = 何か書く
