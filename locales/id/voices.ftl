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

## Mode badai.

storm-heading =
    ⛈ <b>Mode badai</b> sejak { $since }
    <b>{ $waiting }</b> belum ditangani · { $taken } ditangani
storm-line = <b>{ $number }.</b> { $triage ->
        [none] { "" }
       *[other] <b>{ $triage }</b> ·{" "}
    }{ $kind ->
        [none] { "" }
       *[other] { $kind } ·{" "}
    }{ $where ->
        [none] { $located ->
            [yes] posisi ada
           *[no] lokasi belum diketahui
        }
       *[other] { $where }
    } · { $minutes ->
        [0] baru saja
       *[other] { $minutes } mnt
    } · { $ticket }{ $presses ->
        [1] { "" }
       *[other] {" "}· ditekan { $presses }×
    }{ $silent ->
        [yes] {" "}· 🤫 JANGAN TELEPON
       *[no] { "" }
    }
storm-more = … dan { $count } lagi
storm-open = { $number } · Lihat
storm-over = ⛈ Mode badai selesai. Alarm kembali datang sebagai kartu masing-masing.
storm-triage = Banyak panggilan masuk bersamaan. Agar yang paling gawat didahulukan, tekan satu:
storm-triaged = ✅ { $answer }. Diteruskan ke antrean operator. Bila berubah, tulis atau ucapkan di sini.
storm-began = ⛈ <b>Mode badai</b> mulai pukul { $time }: { $waiting } alarm belum ditangani. Operator membaca satu antrean, yang paling gawat di atas. Mengakhiri: /badai.
storm-ended = ⛈ <b>Mode badai</b> selesai pukul { $time }, sejak { $since }. { $waiting ->
        [0] Tidak ada alarm yang menunggu.
       *[other] { $waiting } alarm masih menunggu dan berbunyi masing-masing.
    }
storm-summary = ⛈ Mode badai: { $waiting } alarm belum ditangani, { $taken } sedang ditangani.
storm-is-off =
    Mode badai tidak aktif; { $waiting } alarm belum ditangani.

    Bila diaktifkan, operator membaca <b>satu antrean</b> untuk semua alarm, dan pelapor ditanya keadaannya dengan satu tombol.
storm-is-on =
    ⛈ Mode badai aktif sejak { $since }; { $waiting } alarm belum ditangani.

    Bila diakhiri, yang menunggu berbunyi lagi dengan kartu masing-masing.
storm-begin = ⛈ Mulai mode badai
storm-end = Akhiri mode badai
