## Pengganti sementara (Plh, Plt).

command-delegasi = Tunjuk pengganti (Plh, Plt)
delegation-not-yours = Pengganti hanya dapat ditunjuk oleh pejabat. Piket diserahkan lewat <b>🔴 Piket selesai</b>.
delegation-empty = Tidak ada yang menggantikan Anda.
delegation-list =
    Yang menggantikan Anda:
    { $list }
delegation-one = • { $deputy }, { $capacity }, { $begins } sampai { $ends }
delegation-new = ➕ Tunjuk pengganti
delegation-end = Akhiri · { $name }
delegation-who = Siapa yang menggantikan Anda?
delegation-chosen = Pengganti: <b>{ $name }</b>
delegation-as = Sebagai apa?
delegation-plh = Plh (pelaksana harian)
delegation-plt = Plt (pelaksana tugas)
delegation-first = Mulai tanggal berapa? Pilih, atau tulis. Contoh: <i>{ $example }</i>
delegation-last = Sampai tanggal berapa, hari itu ikut dihitung? Pilih, atau tulis. Contoh: <i>{ $example }</i>
delegation-no-day = Ini bukan tanggal. Tulis hari/bulan/tahun. Contoh: <i>25/11/2026</i>
delegation-past = Tanggal itu sudah lewat. Tulis hari ini atau sesudahnya. Contoh: <i>{ $example }</i>
delegation-wrong-span = Tanggal akhir tidak boleh sebelum tanggal mulai, dan paling lama satu tahun. Contoh: <i>{ $example }</i>
delegation-taken = Pada tanggal itu sudah ada yang menggantikan Anda. Akhiri dulu yang lama: /delegasi.
delegation-nobody = Belum ada rekan kerja yang dapat dipilih. Mintalah admin menambahkannya dengan perintah staf.
delegation-sure =
    <b>{ $deputy }</b> menggantikan Anda sebagai <b>{ $capacity }</b>, { $first } sampai { $last }.

    Selama itu yang menunggu Anda masuk kepadanya. Anda tetap dapat mengerjakannya, tetapi tidak dipanggil.
delegation-send = ✅ Tunjuk
delegation-kept = ✅ Pengganti ditunjuk. Lihat atau akhiri kapan saja: /delegasi.
delegation-ended = Penggantian diakhiri.
stand-in-appointed = 📅 Anda ditunjuk sebagai <b>{ $capacity }</b>, menggantikan { $principal }, { $begins } sampai { $ends }.
stand-in-began =
    👤 Mulai sekarang Anda <b>{ $capacity }</b>, menggantikan { $principal }, sampai { $ends }.{ $waiting ->
        [0] { "" }
       *[other] {" "}{ $waiting } kasus sudah menunggu Anda.
    }
stand-in-began-principal =
    👤 { $deputy } menggantikan Anda mulai sekarang sampai { $ends }.{ $waiting ->
        [0] { "" }
       *[other] {" "}{ $waiting } kasus yang menunggu Anda ada padanya.
    }
stand-in-cancelled = Penunjukan Anda sebagai <b>{ $capacity }</b> mulai { $begins } dibatalkan oleh { $principal }.
stand-in-ended = Tugas Anda sebagai <b>{ $capacity }</b> selesai. Yang masih menunggu kembali kepada { $principal }.
stand-in-ended-principal =
    Penggantian oleh { $deputy } selesai. { $waiting ->
        [0] Tidak ada yang menunggu Anda.
       *[other] { $waiting } kasus menunggu Anda.
    }
card-deputised = ✍️ { $action }: { $name }, { $capacity }
