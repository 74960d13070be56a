# 書いているページの写真
picture-add = 写真を置く
picture-taking = 写真をととのえています…
picture-put = 写真をページに置きました。
picture-here = このページの写真
picture-here-told = 写真は、ことばの中のその行の場所に出ます。カメラが書きこんだ場所や時刻などは、取りこみません。
picture-number = 写真{ $number }
picture-shows = 写真{ $number }に写っているもの（見えない人のために）
picture-up = 写真{ $number }を上へ
picture-take-off = 写真{ $number }を外す
picture-not-shown = 写真{ $number }は、いまページにありません。
picture-put-back = 写真{ $number }をもどす
