# 鍵を開けるところ
unlock-quiet = まだ何も開いていません。
unlock-passphrase = 合言葉
unlock-open = 本を開く
unlock-busy = 開いています…
unlock-hint = 大文字と小文字、かなの違いも見ています。何度でも試せます。
unlock-second-heading = 鍵のもう一枚で開きました
unlock-second = 鍵のファイルのひとつが傷んでいましたが、控えのもう一枚で開きました。ことばは何も失われていません。「設定と備え」で合言葉を変えると、二枚とも新しくなります。
unlock-damaged-heading = この手帖には、傷んでいるところがあります
unlock-damaged = 読めるところは、いまも読めます。ここには何も書き込みません。まずフォルダーをそのまま写しておくと安心です。残りは、前の控えにあるかもしれません。
unlock-older-heading = この手帖は、前に開いたものより古いようです
unlock-older = 前にここで開いたときの手帖には、もっと新しいことばがありました。古い控えにもどしたときなどに起こります。いまは読むだけにして、新しいほうをさがすこともできます。
unlock-read-only = いまは読むだけにする
unlock-use-this-one = これからはこの手帖を使う
