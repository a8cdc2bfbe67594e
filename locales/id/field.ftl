## Petugas di jalan dan di lokasi.

remind-on-the-road = ⏳ <b>{ $ticket }</b>: batas waktu tiba pukul { $until }. Sudah sampai? Tekan <b>Tiba</b> pada kartu. Sedang berkendara? Abaikan, jawab lewat HT.
remind-call-the-officer = 🔴 <b>{ $ticket }</b>: belum ada kabar dari { $officer ->
        [none] petugas
       *[other] { $officer }
    } · { $step }{ $distance ->
        [none] { "" }
       *[other] , masih { $distance } dari lokasi
    }. Hubungi lewat HT.
remind-still = ⏳ <b>{ $ticket }</b>: waktu yang Anda minta sudah habis · { $step }. Masih ditangani? Tekan tombol di bawah. Sudah selesai? Tekan pada kartunya. Tidak sempat? Jawab lewat HT.
alarm-officer-still = 🕒 <b>{ $ticket }</b>: { $officer } masih menangani di lokasi; ditanya lagi pukul { $until }.

## Petugas dalam bahaya.

alarm-officer-in-danger =
    🆘 <b>{ $ticket }: { $who } DALAM BAHAYA</b>, ditekan pukul { $time }. { $at ->
        [none] Posisinya tidak diketahui.
       *[other] Posisi terakhirnya, pukul { $at }, ada di peta berikut.
    }

    Hubungi lewat HT sekarang. Berbunyi pada Anda? Tekan <b>Tangani bantuan</b> pada kartu.
alarm-colleague-in-danger =
    🆘 <b>{ $who } DALAM BAHAYA</b>, ditekan pukul { $time }{ $area ->
        [none] { "" }
       *[other] {" "}saat bertugas ke Kel. { $area }
    }. { $at ->
        [none] Posisinya tidak diketahui.
       *[other] Posisi terakhirnya, pukul { $at }, ada di peta berikut.
    }

    Anda di dekatnya. Lapor lewat HT sebelum bergerak, dan jangan masuk sendirian.
alarm-rescue-taken = 🆘 <b>{ $ticket }</b>: tanda bahaya Anda ditangani sejak { $time }. Utamakan keselamatan Anda; jawab lewat HT bila bisa.
alarm-rescue-over = <b>{ $ticket }</b>: bantuan untuk Anda dicatat selesai pukul { $time }. Masih dalam bahaya? Tekan <b>🆘 Saya dalam bahaya</b> lagi, atau panggil lewat HT.
