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
report-no-index = <b>Kepuasan</b>: { $count ->
        [0] belum ada yang menilai
       *[other] { $count } penilai; IKM dihitung setelah kesembilan unsur dijawab
    }
report-month = { $way ->
        [back] ◀ { $month } { $year }
       *[on] { $month } { $year } ▶
    }
