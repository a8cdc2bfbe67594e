## Yang dibaca pelapor, tahap demi tahap.

alarm-pressed =
    🚨 <b>Panggilan Anda SUDAH MASUK</b> pukul { $opened } ({ $ticket }).

    { $located ->
        [none] Sekarang tekan <b>📍 Kirim lokasi</b> di bawah, lalu OK.
               Tidak bisa? Tulis atau ucapkan patokan: jalan, RT, masjid, toko.
       *[other] Lokasi Anda sudah ada, dari pukul { $located }. Pindah? Kirim lokasi lagi.
    }

    Butuh suara manusia: telepon 112, gratis.
alarm-pressed-again =
    🚨 Panggilan Anda sejak pukul { $opened } masih terbuka ({ $ticket }). Operator dipanggil lagi.

    Tekan <b>📍 Kirim lokasi</b> di bawah, atau tulis patokan terdekat. Butuh suara manusia: telepon 112, gratis.
alarm-pressed-again-located =
    🚨 Panggilan Anda sejak pukul { $opened } masih terbuka ({ $ticket }) dan lokasi Anda sudah ada. Operator dipanggil lagi.

    Bila keadaan berubah, tulis atau ucapkan di sini. Butuh suara manusia: telepon 112, gratis.
alarm-no-location =
    Lokasi Anda belum kami terima. Panggilan Anda TETAP diteruskan ke operator pukul { $time }.

    Tulis atau ucapkan patokan terdekat, atau tekan <b>📍 Kirim lokasi</b> lagi.
alarm-located =
    ✅ Lokasi diterima{ $area ->
        [none] { $outside ->
            [none] { "" }
           *[other] : { $outside }
        }
       *[other] : sekitar Kel. { $area }
    }. Operator sedang dipanggil; kami kabari begitu ada yang menangani.

    Utamakan keselamatan Anda. Bila aman, kirim suara, tulisan, atau foto di sini.
alarm-described =
    ✅ Pesan Anda diterima. Operator sedang dipanggil; kami kabari begitu ada yang menangani.

    Bila bisa, tekan juga <b>📍 Kirim lokasi</b>: petugas lebih cepat sampai. Utamakan keselamatan Anda.
alarm-nobody-yet =
    Maaf, sudah 1 menit dan belum ada operator yang menangani. Kami terus memanggil.

    <b>Jangan hanya menunggu pesan ini</b>: bila bisa, telepon 112 (gratis) atau 110 (polisi). Panggilan Anda tetap terbuka.
alarm-asked-directly = Petugas terdekat juga sedang kami panggil langsung. Panggilan Anda tetap terbuka. Butuh suara manusia: telepon 112, gratis.
alarm-taken =
    👤 Operator menangani panggilan Anda sejak { $time } dan sedang menyiapkan petugas.

    Ada yang perlu mereka tahu? Tulis atau kirim suara di sini; langsung sampai ke operator. Tidak aman untuk bicara? Tekan <b>🤫 Jangan telepon</b>.
alarm-on-the-way =
    🛵 { $officer ->
        [none] Petugas
       *[other] Petugas { $officer }
    } berangkat pukul { $time }{ $distance ->
        [none] { "" }
       *[other] , sekitar { $distance } dari Anda
    }.

    Tunggu di tempat yang aman. Bila keadaan berubah atau Anda pindah, tulis di sini.
alarm-officer-turned-back =
    ⚠️ { $officer ->
        [none] Petugas
       *[other] Petugas { $officer }
    } tidak dapat melanjutkan perjalanan. Operator sedang dipanggil untuk mengirim petugas lain; panggilan Anda tetap terbuka.

    Tetap di tempat yang aman. Butuh suara manusia: telepon 112, gratis.
alarm-arrived =
    📍 { $officer ->
        [none] Petugas
       *[other] Petugas { $officer }
    } melapor sudah tiba pukul { $time }.

    Belum bertemu? Tekan <b>Belum bertemu</b>, atau tulis di sini ciri tempat Anda.
alarm-closed =
    ✅ Petugas melaporkan penanganan selesai; laporan { $ticket } ditutup pukul { $time }.

    <b>Apakah pertolongan sudah Anda terima?</b> Bila belum, tekan <b>Belum selesai</b> dalam 72 jam: laporan dibuka lagi dan diperiksa pimpinan. Darurat lagi? Tekan <b>🚨 PANIK</b> atau telepon 112.
alarm-not-emergency =
    Laporan { $ticket } ditutup operator pukul { $time }: bukan keadaan darurat{ $reason ->
        [none] { "" }
       *[other] {" "}({ $reason })
    }. Tidak apa-apa.

    Jika Anda MASIH perlu pertolongan, tekan <b>Masih darurat</b>: operator langsung dipanggil lagi. Atau telepon 112.
alarm-withdrawn =
    Panggilan { $ticket } dibatalkan pukul { $time }, sebelum diteruskan ke operator.

    Jika Anda perlu pertolongan, tekan <b>🚨 PANIK</b>, atau telepon 112.
alarm-operator-asks =
    ❓ <b>Operator bertanya</b>{ $words ->
        [none] {" "}lewat pesan suara berikut.
       *[other] : { $words }
    }

    Jawab di sini dengan tulisan atau suara. Tidak aman? Tidak perlu menjawab.
alarm-officer-asks =
    ❓ <b>Petugas bertanya</b>{ $words ->
        [none] {" "}lewat pesan suara berikut.
       *[other] : { $words }
    }

    Jawab di sini dengan tulisan atau suara. Tidak aman? Tidak perlu menjawab.
alarm-added = ✅ Diterima dan diteruskan ke yang menangani panggilan Anda.
alarm-moved =
    ✅ Lokasi baru diterima{ $area ->
        [none] { $outside ->
            [none] { "" }
           *[other] : { $outside }
        }
       *[other] : sekitar Kel. { $area }
    }, dan diteruskan.
alarm-unreadable =
    Panggilan Anda tetap terbuka, tetapi pesan jenis ini tidak bisa kami baca.

    Kirim lokasi, tulisan, suara, foto, atau video. Contoh: <i>depan Masjid, RT 5, ada asap</i>.
alarm-words-only =
    ✅ Tulisan Anda diterima dan diteruskan. Berkasnya tidak bisa kami baca: kirim sebagai foto, suara, atau video.

## Yang dibaca operator, petugas, dan pimpinan.

alarm-nobody-took-it = 🔴 <b>{ $ticket }</b>: sudah 1 menit dan belum ada operator yang menangani. Anda dapat menekan <b>Tangani</b> pada kartunya.
alarm-still-nobody = 🔴 <b>{ $ticket }</b>: sudah 2 menit dan belum ada operator yang menangani. Anda dapat menekan <b>Tangani</b> pada kartunya.
alarm-officer-unable = ⚠️ <b>{ $ticket }</b>: { $officer } tidak bisa berangkat ({ $hindrance }). Pilih petugas lain.
alarm-officer-ready = 🛵 <b>{ $ticket }</b>: { $officer } siap, berangkat pukul { $time }.
alarm-officer-arrived = 📍 <b>{ $ticket }</b>: { $officer } tiba pukul { $time }.
alarm-officer-finished = ✅ <b>{ $ticket }</b>: { $officer } selesai di lokasi pukul { $time }; laporannya menyusul.
alarm-do-not-phone = 🤫 <b>{ $ticket }</b>: jangan menelepon pelapor. Tulis singkat lewat bot, tanpa menyebut siapa Anda; layarnya mungkin dibaca orang lain.

## Pertolongan yang diminta tanpa menekan PANIK.

cry-question = Apakah ini keadaan darurat?
cry-asked =
    🚨 <b>Apakah ini keadaan darurat?</b>

    Pesan Anda kami simpan, tetapi BELUM dikirim ke siapa pun. Tekan <b>Ya, kirim</b>: operator dipanggil sekarang dan menerima semua yang Anda kirim. Ragu-ragu? Tekan Ya.

    Butuh suara manusia: telepon 112, gratis.
cry-yes = 🚨 Ya, kirim
cry-no = Bukan
cry-forgotten =
    Baik, pesan Anda tidak kami kirim ke siapa pun.

    Bila nanti darurat, tekan <b>🚨 PANIK</b> kapan saja. Keperluan lain: /bantuan.
cry-earlier-position = Lokasi yang dikirim { $at }: { $where }

## Setelah 🤫 Jangan telepon: tidak satu kata pun yang membuka rahasia, tanpa bunyi.

silent-received = Pesan Anda diterima.
silent-waiting = Pesan Anda diterima, masih menunggu.
silent-in-hand = Pesan Anda sedang diproses, pukul { $time }{ $distance ->
        [none] { "" }
       *[other] {" "}· { $distance }
    }.
silent-there = Sudah sampai, pukul { $time }.
silent-closed = Selesai, pukul { $time }. Terima kasih.
silent-question = { $words ->
        [none] Ada pesan suara untuk Anda. Dengarkan pelan, atau abaikan.
       *[other] { $words }
    }
silent-no-place = Lokasi belum terbaca. Kirim lagi, atau tulis nama jalan.
silent-unreadable = Pesan ini tidak terbaca. Tulis, atau kirim suara atau foto.
