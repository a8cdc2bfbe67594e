## Rombongan yang datang pada beberapa waktu.

card-part = 👥 Bagian { $number } dari { $count } · { $time }
button-part = { $label } · bagian { $number }
