## Laporan yang masuk lewat telepon, radio, atau datang langsung.

case-recorded = { $ticket } tercatat dan Anda tangani. Kartunya ada di bawah.
card-caller = 👤 { $name ->
        [none] Pelapor
       *[other] { $name }
    } · lewat { $channel }, dicatat { $operator } { $time }
card-caller-phone = ☎️ { $number }

## Layanan lain yang dihubungi operator.

alarm-other-service =
    📞 Operator mencatat pukul { $time }: { $service } sudah dihubungi untuk Anda. Panggilan Anda tetap terbuka di sini.

    Bila keadaan berubah, tulis atau ucapkan di sini.
alarm-handed-over =
    ✅ Penanganan diserahkan kepada { $service }; laporan { $ticket } ditutup pukul { $time }.

    Bila pertolongan belum Anda terima, tekan <b>🚨 PANIK</b> lagi atau telepon 112.

## Jawaban petugas yang dicatat operator.

proxy-which = <b>{ $ticket }</b>: apa jawaban { $name }?
news-recorded-for-you =
    📝 <b>{ $ticket }</b>: { $name } mencatat atas nama Anda: <b>{ $action }</b>{ $way ->
        [none] { "" }
       *[other] , lewat { $way }
    }.{ $words ->
        [none] { "" }
       *[other] {" "}Yang dicatat: “{ $words }”
    }
