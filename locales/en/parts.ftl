## A party that comes at several times.

card-part = 👥 Part { $number } of { $count } · { $time }
button-part = { $label } · part { $number }
