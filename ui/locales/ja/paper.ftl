# 紙に印刷するページ
paper-title = 紙に印刷
paper-these = これらのページを印刷…
paper-own = ここにあるのは自分のページだけで、ほかの人のことばはありません。
paper-more = ここには初めの{ $number }ページがあります。日を短く選ぶと、ほかのページも出せます。「設定と備え」からは、まるごと取り出せます。
paper-covers = 覆いの下も印刷する
paper-covers-why = 選ばなければ、覆いのあるページは覆いだけを印刷します。
paper-print = 印刷…
paper-none = ここに、印刷するページはありません。
