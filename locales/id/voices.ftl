## Beberapa laporan tentang satu kejadian.

card-alike = 🔗 mungkin kejadian yang sama: { $ticket } ({ $distance }, { $ago })
card-minutes-ago = { $minutes ->
        [0] baru saja
       *[other] { $minutes } menit lalu
    }
card-merged = 🔗 <b>Digabung ke { $main }</b>: satu kejadian, ditangani di sana.
card-reporters = 👥 { $count } pelapor, juga { $tickets }
case-merged = { $ticket } digabung ke { $main }. Keliru? Buka kartu { $ticket }, tekan Pisahkan.
case-parted = { $ticket } berdiri sendiri lagi.
news-merged = 🔗 <b>{ $ticket }</b> digabung ke <b>{ $main }</b>: satu kejadian. Pesan kedua pelapor sampai ke yang menangani { $main }.
news-parted = 🔗 <b>{ $ticket }</b> dipisahkan lagi dan kembali Anda tangani.
news-merged-position = 📍 <b>{ $ticket }</b>, pelapor lain kejadian ini: posisinya di peta berikut.
merged-told =
    Laporan Anda ({ $ticket }) ditangani bersama laporan lain tentang kejadian yang sama. Perkembangannya tetap kami kabarkan di sini.

    Ada yang berubah, atau ini kejadian lain? Tulis atau ucapkan di sini.
parted-told = Laporan Anda ({ $ticket }) kini ditangani tersendiri. Perkembangannya tetap kami kabarkan di sini.
refused-merged-already = Laporan ini digabung ke { $ticket } dan ditangani di sana. Bukan kejadian yang sama? Tekan Pisahkan dulu.
refused-same-case = Kedua laporan ini sudah satu.
refused-sent-already = Kedua laporan sudah ada petugasnya, jadi tidak digabung: tidak seorang pun boleh kehilangan tugasnya tanpa tahu.

## Riwayat pelapor, apa adanya: jumlah dan tanggal.

card-wave = 🆕 { $new } dari { $all } pelapor alarm terbuka baru dikenal dalam 1 jam ini
card-history = 🕘 laporan lalu: { $count }, terakhir { $newest }; { $endings }
