## Sehari setelah kasus ditutup.

card-forgotten =
    📁 <b>{ $ticket }</b>{ $kind ->
        [none] { "" }
       *[other] {" "}· { $kind }
    }{ $kelurahan ->
        [nowhere] { "" }
        [none] {"\u000A"}📍 Tempat tidak tercatat
       *[other] {"\u000A"}📍 Kel. { $kelurahan }, Kec. { $kecamatan }
    }
    Masuk { $opened }, ditutup { $closed }
    ☑️ <b>{ $outcome }</b>

    Nama, nomor, tempat, dan isi laporan tidak ditampilkan lagi di sini.
forgotten-news = { $ticket } sudah ditutup. Isi pesan ini dihapus.
forgotten-file = { $ticket } sudah ditutup. Hapus berkas ini dari ponsel Anda.
