## Grup operator: satu kartu setiap alarm, tanpa satu pun data pribadi.

group-card =
    🚨 <b>{ $ticket }</b>{ $kind ->
        [none] { "" }
       *[other] {" "}· { $kind }
    }
    { $kecamatan ->
        [none] 📍 Lokasi belum diketahui
       *[other] 📍 { $kelurahan ->
            [none] { "" }
           *[other] Kel. { $kelurahan },{" "}
        }Kec. { $kecamatan }
    }
    Masuk { $opened }
group-card-silent = 🤫 <b>JANGAN TELEPON PELAPOR</b>
group-card-step = <b>{ $step }</b> · sejak { $since }
group-card-staff = { $name ->
        [none] ⚠️ Belum ada yang menangani
       *[other] 👥 { $name }
    }
button-group-card = Buka kartu

## Menghubungkan grup.

linking-code =
    Grup yang Anda hubungkan akan melihat setiap alarm: nomor, jenis, wilayah, tahap, dan siapa yang menangani. Tanpa nama pelapor.

    Tambahkan bot lewat tombol di bawah. Bot sudah ada di grup? Tulis di grup itu:
    <code>/hubungkan { $code }</code>

    Berlaku 10 menit, satu kali, dan hanya bila Anda sendiri yang menulisnya.
button-add-to-group = Tambahkan ke grup
linking-linked = ✅ Grup ini terhubung. Alarm baru tampil di sini sebagai satu kartu; rinciannya hanya di obrolan pribadi. Melepaskan: /lepaskan.
linking-wrong = Kata ini tidak berlaku. Minta yang baru di obrolan pribadi dengan bot: /hubungkan.
linking-anonymous = Anda menulis sebagai grup, jadi kami tidak tahu siapa Anda. Matikan <b>Tetap anonim</b> pada hak admin grup Anda, lalu tulis lagi.
linking-moved = Grup ini sekarang supergrup dan tetap terhubung.
linking-none = Belum ada grup yang terhubung. Menghubungkan: /hubungkan.
linking-list = Grup yang terhubung. Tekan untuk melepaskan:
linking-unlinked = ✂️ { $title } tidak terhubung lagi. Alarm tidak lagi tampil di sana.
