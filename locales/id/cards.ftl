## Kartu kasus.

card-heading-alarm = 🚨 <b>{ $kind ->
        [new] Alarm baru · { $ticket }
        [none] { $ticket }
       *[other] { $ticket } · { $kind }
    }</b>
card-heading = 📄 <b>{ $ticket } · { $title }</b>
card-mark = ⚠️ <b>{ $mark }</b>
card-do-not-phone = 🤫 <b>JANGAN TELEPON PELAPOR</b>, tulis singkat lewat bot; layarnya mungkin dibaca orang lain
card-requester = 👤 { $name } · masuk { $time }{ $presses ->
        [1] { "" }
       *[other] {" "}· ditekan { $presses }×
    }
card-requester-lost = ⚠️ Pelapor tidak dapat dijangkau lewat bot.
card-no-place = 📍 <b>Lokasi belum diketahui</b>
card-place = 📍 { $where } · { $time } ({ $age }){ $accuracy ->
        [none] { "" }
       *[other] , ±{ $accuracy } m
    }
card-street = 🛣 { $street }
card-answer = { $question } <b>{ $answer }</b>
card-evidence = 📷 { $count } berkas
card-officer = 🛵 { $name }{ $distance ->
        [none] { "" }
       *[other] {" "}· { $distance } dari lokasi
    }{ $age ->
        [none] { "" }
       *[other] {" "}(posisi { $age }{ $accuracy ->
            [none] )
           *[other] , ±{ $accuracy } m)
        }
    }
card-step = <b>Tahap { $row }/{ $rows }</b> · { $step }
card-step-unnumbered = <b>{ $step }</b>
card-claimed = Ditangani { $name } sejak { $time }
card-held = Oleh { $name }
card-nobody = ⚠️ Belum ada yang menangani
card-due = ⏳ Batas { $time } ({ $left })
card-closed = ☑️ <b>{ $outcome }</b> · ditutup { $time }
time-left = { $amount ->
        [0] kurang dari 1 menit lagi
       *[other] { $amount } { $unit ->
            [hours] jam lagi
            [days] hari lagi
           *[minutes] menit lagi
        }
    }
time-over = lewat { $amount } { $unit ->
        [hours] jam
        [days] hari
       *[minutes] menit
    }

## Berita singkat, sebagai balasan pada kartu.

news-your-turn = 👉 <b>{ $ticket }</b>: giliran Anda · { $step }
news-taken-over = <b>{ $ticket }</b> diambil alih oleh { $name }. Anda tidak perlu melanjutkan.
news-claim-lapsed = 🔔 <b>{ $ticket }</b> terbuka lagi: { $name } menanganinya tetapi belum melanjutkan.
news-your-claim-lapsed = 🔔 <b>{ $ticket }</b> terbuka lagi untuk semua karena belum Anda lanjutkan. Masih Anda tangani? Tekan <b>{ $label }</b> lagi.
news-claim-released = 🔔 <b>{ $ticket }</b> dilepas oleh { $name } dan terbuka lagi.
news-not-needed = <b>{ $ticket }</b> tidak perlu Anda jawab lagi. Keadaan terbaru ada di kartunya.
news-requester-lost = ⚠️ <b>{ $ticket }</b>: { $asker ->
        [alarm] pelapor
       *[other] pemohon
    } tidak dapat dijangkau lagi lewat bot.
news-words-requester = 💬 <b>{ $ticket }</b>, { $asker ->
        [alarm] pelapor
       *[other] pemohon
    }: { $words }
news-words-staff = 📝 <b>{ $ticket }</b>{ $name ->
        [none] { "" }
       *[other] , { $name }
    }: { $words }
news-passed-over = <b>{ $ticket }</b> dialihkan karena belum Anda jawab. Anda tidak perlu berangkat.
news-holder-unanswered = ⚠️ <b>{ $ticket }</b>: { $name } tidak menjawab. { $officer ->
        [none] Pilih petugas lain.
       *[other] Yang dimintai sekarang: { $officer }.
    }
news-holder-unreachable = ⚠️ <b>{ $ticket }</b>: { $name } tidak dapat dijangkau lewat bot. { $officer ->
        [none] Pilih petugas lain.
       *[other] Yang dimintai sekarang: { $officer }.
    }
news-holder-lost = 🔴 <b>{ $ticket }</b>: { $name } tidak dapat dijangkau lewat bot. Hubungi lewat HT atau telepon; kasus ini dapat Anda lanjutkan dari kartunya.
news-nobody-holds = 🔴 <b>{ $ticket }</b>: tidak ada { $role } piket yang dapat dijangkau. Anda dipanggil agar panggilan ini tidak menunggu.
news-pressed-again = 🔔 <b>{ $ticket }</b>: pelapor menekan lagi ({ $presses }×).
news-closed = ☑️ <b>{ $ticket }</b> ditutup pukul { $time }: { $outcome }.
evidence-caption = 📷 <b>{ $ticket }</b> · { $time }
own-words = { $words }

## Pengingat.

remind-soon = ⏳ <b>{ $ticket }</b>: waktunya hampir habis · { $step }
remind-late = 🔴 <b>{ $ticket }</b>: waktunya sudah lewat · { $step }
remind-above = 🔴 <b>{ $ticket }</b> terlambat · { $step }{ $distance ->
        [none] { "" }
       *[other] , masih { $distance } dari lokasi
    }. Mohon diperiksa.
delivery-repeated = <i>(pesan ini mungkin terkirim dua kali)</i>
audit-day-end =
    🔏 Jejak audit sampai { $day }: { $count } peristiwa.
    Hash terakhir: <code>{ $hash }</code>

    Simpan pesan ini. Bila catatan lama diubah diam-diam, hash ini tidak akan cocok lagi.

## Tombol.

button-look = Lihat kartu
button-route = 🧭 Rute
button-no = Tidak jadi
