## Laporan bulanan pimpinan.

command-laporan = Laporan bulan ini
report-not-yours = Laporan hanya untuk pimpinan.
report-heading =
    📊 <b>{ $title }</b>
    { $month } { $year }{ $upto ->
        [none] { "" }
       *[other] , sampai { $upto }
    }
month-name = { $month ->
        [1] Januari
        [2] Februari
        [3] Maret
        [4] April
        [5] Mei
        [6] Juni
        [7] Juli
        [8] Agustus
        [9] September
        [10] Oktober
        [11] November
       *[12] Desember
    }
report-counts = Masuk { $opened } · selesai { $closed } · masih berjalan { $open }
report-outcome = • { $outcome }: { $count }
report-times = <b>Waktu terhadap SOP</b>
report-step = { $row ->
        [none] •
       *[other] { $row }.
    } { $step }: median { $median }{ $within ->
        [none] { "" }
       *[other] {" "}dari { $within }
    }{ $share ->
        [none] { "" }
       *[other] , { $share }% tepat waktu
    } ({ $count }×)
report-length = { $amount } { $unit ->
        [days] hari kerja
        [hours] jam
        [minutes] menit
       *[seconds] detik
    }
report-index = <b>Kepuasan</b>: IKM { $index } ({ $quality }, { $performance }) dari { $count } penilai
report-stars = <b>Kepuasan</b>: ⭐ { $mean } dari 5, dari { $count } penilai
report-no-index = <b>Kepuasan</b>: { $count ->
        [0] belum ada yang menilai
       *[other] { $count } penilai; IKM dihitung setelah kesembilan unsur dijawab
    }
report-month = { $way ->
        [back] ◀ { $month } { $year }
       *[on] { $month } { $year } ▶
    }
report-file = { $form ->
        [pdf] 📄 PDF
       *[xlsx] 📊 Excel
    }
report-coming = Sedang disiapkan. Berkasnya dikirim ke obrolan ini.
report-caption = 📊 Laporan <b>{ $title }</b>, { $month }.
report-sheet-counts = Jumlah
report-sheet-times = Waktu terhadap SOP
report-sheet-satisfaction = Kepuasan
report-case = Kasus
report-count = Jumlah
report-opened = Masuk
report-closed = Selesai
report-of-these = Di antaranya: { $outcome }
report-open = Masih berjalan
report-column-step = Tahap
report-column-row = Baris SOP
report-column-times = Berapa kali
report-column-median = Median
report-column-unit = Satuan
report-column-within = Waktu SOP
report-column-share = Tepat waktu (%)
report-unit = { $unit ->
        [days] hari kerja
        [hours] jam
        [minutes] menit
       *[seconds] detik
    }
report-unsur = Unsur pelayanan
report-answers = Penilai
report-mean = Nilai
report-ikm = { $quality ->
        [none] IKM (dihitung setelah kesembilan unsur dijawab)
       *[other] IKM ({ $quality })
    }
