# すべてを消す
erase-title = すべてを消す
erase-what = ページも便りも写真も名前も、そして鍵も、手帖のすべてがなくなります。消したあとは、ここから元にもどせません。
erase-begin = すべてを消す…
erase-stays = ここからは手が届かず、残るもの
erase-stays-elsewhere = ほかの場所にある写し：USBメモリー、ほかのパソコン、フォルダーを写すサービスなど。取った日の合言葉で、いまも開きます。
erase-stays-given = 紙に書いたことば、渡した便り、取り出したもの。
erase-stays-disk = ディスクによっては、消したものの一部。SSDには、しばらく残ることがあります。ディスクごと暗号にしてあれば、それも読めません。
erase-stays-program = このプログラムと、システムが覚えていること。
erase-others = 同じフォルダーに、ほかのファイルもあります。そのまま残します。
erase-copies = フォルダーの中の控え（{ $copies }）も消す
erase-copies-why = 消さなければ残り、取った日の合言葉で開きます。
erase-settings = 設定も消す
erase-settings-why = 言語や見た目や時間です。書いたことばは入っていません。
erase-go = すべて消す
erase-busy = 消しています…
erase-done = 手帖を消しました。
erase-remains = 手帖は消えて、もう開きません。まだ消せなかったファイルが残っています。次に始めるとき、もう一度消します。フォルダーを手で消すこともできます。
