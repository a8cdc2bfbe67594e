## Data pribadi: apa yang tersimpan, unduh, hapus.

command-privasi = Data saya: lihat, unduh, hapus
privacy-shown =
    🔒 <b>Yang tersimpan tentang Anda</b>
    Akun Telegram: { $account }
    Nama: { $name }
    Nomor telepon: { $number ->
        [none] tidak ada
       *[other] { $number }
    }
    Terdaftar: { $since ->
        [none] tidak
       *[other] sejak { $since }
    }
    Keluarga: { $relative ->
        [none] tidak ada
       *[other] { $relative }, { $relativenumber }
    }
    Posisi terakhir Anda: { $position ->
        [none] tidak ada
       *[other] dari { $position }
    }
    { $count ->
        [0] Laporan: tidak ada
       *[other] Laporan: { $count }, dengan lokasi, tulisan, suara, dan foto yang Anda kirim untuknya. Yang terbaru:
        { $cases }
    }
    Percakapan: pesan Anda disimpan 48 jam, pesan kami 30 hari.
privacy-case = { $ticket } · dibuka { $opened } · { $closed ->
        [none] masih terbuka
       *[other] ditutup { $closed }
    }
privacy-export = 📄 Unduh
privacy-erase = Hapus semua data saya
privacy-coming = Berkasnya segera kami kirim ke obrolan ini.
privacy-file = Data Anda. Simpan di tempat yang aman, lalu hapus dari obrolan ini bila ponsel dipakai bersama.
privacy-not-now = Panggilan Anda masih terbuka. Lihat data Anda setelah itu ditutup.
privacy-sure =
    Ini tidak dapat dibatalkan. Nama, nomor, keluarga, dan posisi Anda dihapus, juga isi laporan yang sudah ditutup: lokasi dan tulisan Anda.

    Tetap disimpan: nomor dan waktu laporan; berkas, foto, dan suara sebagai bukti; surat dan buku register kantor sebagai arsip; dan nomor akun Telegram Anda. Pesan di obrolan ini hanya dapat Anda hapus sendiri.

    Yakin?
privacy-erased =
    Data Anda sudah dihapus: nama, nomor, keluarga, posisi, dan isi laporan yang sudah ditutup.

    Salinan pesan di sistem kami hilang paling lambat 30 hari. PANIK tetap bisa ditekan kapan saja; bila Anda menulis lagi di sini, nama Telegram Anda tercatat lagi.
privacy-erased-partly =
    Isi laporan yang sudah ditutup dihapus. Nama, nomor, keluarga, dan posisi Anda <b>belum</b> dihapus, karena masih diperlukan untuk laporan yang belum selesai: { $cases }.

    Ulangi /privasi setelah laporan itu ditutup.
privacy-erased-toast = Yang dapat dihapus sudah dihapus.
privacy-key-account = akun_telegram
privacy-key-name = nama
privacy-key-language = bahasa
privacy-key-phone = nomor_telepon
privacy-key-registered = terdaftar_sejak
privacy-key-relative = keluarga
privacy-key-allowed = boleh_dikabari
privacy-key-position = posisi_terakhir
privacy-key-earlier-position = posisi_sebelumnya
privacy-key-roles = peran
privacy-key-time = waktu
privacy-key-cases = laporan
privacy-key-ticket = nomor
privacy-key-opened = dibuka
privacy-key-closed = ditutup
privacy-key-contents = isi
privacy-key-files = berkas
privacy-key-kind = jenis
privacy-key-conversation = percakapan
privacy-key-unfinished = isian_belum_selesai
privacy-key-messages = pesan_kami
privacy-key-text = tulisan
