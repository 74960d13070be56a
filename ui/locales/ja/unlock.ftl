# 鍵を開けるところ
unlock-quiet = まだ何も開いていません。
unlock-passphrase = 合言葉
unlock-open = 本を開く
unlock-busy = 開いています…
unlock-hint = 大文字と小文字、ひらがなとカタカナは、別の文字になります。何度でも試せます。
unlock-second-heading = もうひとつの鍵のファイルで開きました
unlock-second = 鍵のファイルのひとつが傷んでいましたが、もうひとつで開きました。ことばは何も失われていません。「設定と備え」で合言葉を変えると、二つとも新しくなります。
unlock-damaged-heading = この手帖には、傷んでいるところがあります
unlock-damaged = 読めるところは、いまも読めます。ここには何も書き込みません。まずフォルダーをそのまま写しておくと安心です。残りは、前の控えにあるかもしれません。
unlock-older-heading = この手帖は、前に開いたものより古いようです
unlock-older = 前にここで開いたときの手帖には、もっと新しいことばがありました。古い写しにもどしたときなどに起こります。いまは読むだけにして、新しいほうをさがすこともできます。
unlock-read-only = いまは読むだけにする
unlock-use-this-one = これからはこの手帖を使う
