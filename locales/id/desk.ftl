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

## Pergantian piket.

handover-who = Anda masih memegang { $count } kasus: { $tickets }. Serahkan kepada siapa?
handover-all = Semua → { $name }
handover-to = { $name }
handover-singly = Satu per satu
handover-stay = Tetap piket
handover-stayed = Baik, Anda tetap piket.
handover-one = <b>{ $ticket }</b>: serahkan kepada siapa?
handover-chosen = → { $name }
handover-note = Ada catatan untuk yang menerima? Tulis di sini, atau tekan <b>Lewati</b>.
handover-offered =
    { $names ->
        [none] Kasus itu tidak Anda pegang lagi.
       *[other] Menunggu { $names } menekan <b>Terima</b>. Sampai diterima, kasus tetap pada Anda dan Anda tetap piket.
    }
handover-asked =
    🔁 { $name } selesai piket dan menyerahkan { $count } kasus kepada Anda: { $tickets }.{ $note ->
        [none] { "" }
       *[other] {" "}Catatan: { $note }
    }

    Tekan <b>Terima</b>: sejak itu Anda operatornya.
handover-accept = Terima
handover-accepted = ✅ Anda menerima { $tickets }.
handover-yours = { $count } kasus sekarang pada Anda.
handover-complete = 🔴 { $name } menerima semua kasus Anda. Piket Anda selesai; Anda tidak dipanggil lagi.
handover-nobody =
    ⚠️ Anda masih memegang { $count } kasus: { $tickets }, dan tidak ada operator lain yang piket. Atasan Anda kami kabari.

    Bila Anda tetap pergi, kasus ini terbuka lagi dan yang di atas Anda dipanggil.
handover-leave = Tetap selesai piket
handover-left = Anda pergi tanpa pengganti; kasus Anda terbuka lagi.
handover-orphans = 🔴 Operator { $name } hendak selesai piket dan masih memegang { $count } kasus: { $tickets }. Tidak ada operator lain yang piket.
news-handed-over = ✅ <b>{ $ticket }</b> diterima { $name }.
card-offered = 🔁 Diserahkan kepada { $name }, belum diterima

## Uji bunyi di awal piket.

sound-test = 🔔 Uji bunyi: tekan <b>Dengar</b> dalam 2 menit, supaya pasti alarm terdengar di ponsel ini.
sound-heard-button = Dengar
sound-heard = 🔔 Bunyi terdengar, pukul { $time }.
sound-not-heard =
    ⚠️ <b>Dengar</b> belum Anda tekan: alarm mungkin tidak terdengar di ponsel ini. Periksa suara dan notifikasi Telegram, lalu tekan <b>Dengar</b>.
sound-not-heard-of = ⚠️ { $name } piket, tetapi tidak menekan <b>Dengar</b> dalam 2 menit: ponselnya mungkin tidak terdengar. Hubungi lewat telepon atau HT.
