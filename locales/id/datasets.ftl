## Dataset terbuka: yang sudah diterbitkan kantor, untuk siapa saja.

menu-datasets = 📈 Dataset
command-dataset = Dataset terbuka
dataset-list =
    📈 <b>Dataset terbuka</b> ({ $count }). Tekan yang Anda perlukan.

    { $found }
dataset-one = <b>{ $name }</b>{ $period ->
        [none] { "" }
       *[other] {" "}· { $period }
    }{ $description ->
        [none] { "" }
       *[other] {""}. { $description }
    }
dataset-take = ⬇️ { $name }
dataset-more = Berikutnya ›
dataset-none = Belum ada dataset yang diterbitkan di sini.
dataset-link = 📈 <b>{ $name }</b> diterbitkan di alamat ini.
dataset-open = 🔗 Buka
dataset-gone = Dataset ini tidak tersedia lagi. Yang masih ada: /dataset.

## Ditawarkan sebelum permohonan dibuka.

instead-ask =
    <b>Ini yang Anda cari?</b> { $count ->
        [1] Data ini sudah diterbitkan
       *[other] Data berikut sudah diterbitkan
    } dan dapat diambil sekarang, tanpa permohonan.

    { $found }
instead-go-on = Bukan ini, lanjutkan
instead-taken = Dikirim ke obrolan ini.
