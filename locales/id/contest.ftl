## Setelah ditutup: yang dibaca pelapor.

alarm-contested =
    Maaf, pertolongan ini belum selesai. Laporan { $origin } dilanjutkan sebagai <b>{ $ticket }</b> dan pimpinan diminta memeriksanya sekarang.

    Apa yang masih kurang? Tulis, ucapkan, atau foto di sini. Darurat? Tekan <b>🚨 PANIK</b> atau telepon 112: operator langsung dipanggil.
alarm-reopened =
    🚨 <b>Panggilan Anda dibuka lagi</b> sebagai { $ticket } dan operator sedang dipanggil. Lokasi dan pesan Anda yang tadi sudah ikut.

    Pindah tempat? Kirim lokasi lagi. Butuh suara manusia: telepon 112, gratis.
alarm-sent-again =
    Pimpinan sudah memeriksa: operator dipanggil lagi untuk Anda ({ $ticket }). Kami kabari begitu ada yang menangani.

    Bila keadaan berubah, tulis di sini. Butuh suara manusia: telepon 112, gratis.
alarm-head-asks =
    ❓ <b>Pimpinan bertanya</b>{ $words ->
        [none] {" "}lewat pesan suara berikut.
       *[other] : { $words }
    }

    Jawab di sini dengan tulisan atau suara. Tidak aman? Tidak perlu menjawab.
alarm-settled =
    Laporan { $ticket } diperiksa pimpinan dan ditutup pukul { $time }: { $finding }.

    Bila Anda perlu pertolongan lagi, tekan <b>🚨 PANIK</b> atau telepon 112. Kapan saja.
contest-thanks = 🙏 Terima kasih, jawaban Anda untuk laporan { $ticket } dicatat.
contest-already =
    Laporan itu sudah dilanjutkan sebagai <b>{ $ticket }</b>; perkembangannya: /status.

    Darurat? Tekan <b>🚨 PANIK</b> atau telepon 112.
contest-too-late =
    Laporan { $ticket } sudah lebih dari 72 jam ditutup, jadi tidak dapat dibuka lagi dari sini.

    Perlu pertolongan sekarang? Tekan <b>🚨 PANIK</b> atau telepon 112: Anda langsung dilayani. Ingin mengadu? Datang atau telepon ke kantor.
silent-done = Sudah

## Yang dibaca pimpinan dan operator.

alarm-still-emergency = 🔴 <b>{ $ticket }</b>: pelapor menyatakan MASIH DARURAT setelah { $origin } ditutup sebagai bukan darurat. Operator dipanggil lagi.
card-origin = 🔗 Lanjutan dari { $ticket }{ $outcome ->
        [none] { "" }
       *[other] {" "}· { $outcome }
    }
card-linked = 🔗 Dilanjutkan sebagai { $ticket }
card-accepted = 👍 Pelapor menyatakan selesai pukul { $time }
button-origin = 🔗 Kartu { $ticket }
