## Answers that are dates, times, lists of names, and files.

day-of = { $weekday ->
        [0] Mon
        [1] Tue
        [2] Wed
        [3] Thu
        [4] Fri
        [5] Sat
       *[6] Sun
    } { $date }
moment-of = { $day } at { $time }
records-more = {" "}and { $count } more
form-slot = { $at } · { $left } left
form-now = Now, { $time }
form-earlier = ‹ Earlier
form-later = Later ›
form-no-slots = No time is free at present. Try again another day, or press <b>Cancel</b>.
form-slot-gone = Sorry, somebody else has just taken that time, or it is over. Your other answers are kept; choose another time.
form-hint-slot = Tap a time, or write the date that you would like, such as 25/11.
form-hint-slots = Your party is split: { $seats } people at most at one time. Tap { $count } times, then press <b>Done</b>. For another date, write it, such as 25/11.
form-hint-date = Tap a date, or write it, such as 25/11/2026.
form-hint-time = Write the time, such as 14:30.
form-hint-choices = Tap one or several, then press <b>Done</b>.
form-hint-person-at = Choose one; those who are free then stand first.
form-hint-records = Write a line for each person or thing ({ $most } at most). All at once, or one by one.
form-hint-records-or-photo = Write one name a line ({ $most } at most), all at once or one by one. Do you have a signed list? Just send a photo of it.
form-hint-scan = Send the file ({ $kinds }) with 📎, or a photo that can be read well; { $most ->
        [1] one only
       *[other] { $most } at most
    }.
form-more-records = ✍️ { $count } noted ({ $most } at most). Write more, or press <b>Done</b>.
form-album-cut = That album has more files than can be taken here; the rest are not kept.
form-left = The form <b>{ $title }</b> is not finished. You last filled it in { $at }; { $count } answers are kept. Go on?
form-go-on = Go on
form-anew = Begin again
wrong-date = Write the date like this: <i>{ $example }</i>.
wrong-date-past = { $date } is over. These can still be had:
wrong-date-closed = { $date } is { $name ->
        [none] not a working day
       *[other] a holiday ({ $name })
    }. These are the nearest after it:
wrong-date-soon = { $date } is too soon. These are the earliest:
wrong-date-far = { $date } is too far ahead; { $last } at the latest. These can still be had:
wrong-date-full = { $date } is full. These are the nearest after it:
wrong-time = Write the time like this: <i>14:30</i>.
wrong-time-outside = The time must be between { $earliest } and { $latest }.
wrong-records = Write one name a line. Example: <i>{ $example }</i>.
wrong-record = The line “{ $line }” is not complete: write { $count } things, with commas between them. Example: <i>{ $example }</i>.
wrong-kind = A file of this kind cannot be used. Send { $kinds }; your other answers are kept.
wrong-photo-of-it = A file is needed here ({ $kinds }), not a photo. Press 📎, choose File. Your other answers are kept.
wrong-size = This file is too big; { $most } MB at most. Make it smaller, or split it into several files, for example one for each year.{ $link ->
        [none] { "" }
       *[other] {" "}Or put it at { $link }, and name its address in the file that you send here.
    } Your other answers are kept.
refused-too-early = This can be done from { $at } on.
refused-slot-taken = That time cannot be had any more: it is full or over. Choose another time.
