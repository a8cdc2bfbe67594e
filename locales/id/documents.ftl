## Surat, register, dan keaslian dokumen.

date-day = { $day } { $month ->
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
    } { $year }
date-month = { $month ->
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
    } { $year }
date-weekday = { $weekday ->
        [1] Senin
        [2] Selasa
        [3] Rabu
        [4] Kamis
        [5] Jumat
        [6] Sabtu
       *[7] Minggu
    }, { $day }
date-moment = { $day }, pukul { $time }
answer-yes-no = { $yes ->
        [yes] Ya
       *[none] Tidak
    }
answer-files = { $count } berkas

letter-title-surat_tugas = Surat Tugas
letter-title-surat_balasan = Surat Balasan
letter-title-lembar_disposisi = Lembar Disposisi
letter-title-perpanjangan_waktu = Pemberitahuan Perpanjangan Waktu
letter-title-penolakan = Surat Penolakan
letter-title-lembar_pengesahan = Lembar Pengesahan

signed-paraf = Paraf
signed-ttd = Tanda tangan
signed-outside = Tanda tangan di luar sistem

letter-caption = 📄 <b>{ $title }</b> nomor { $number }, untuk { $ticket }. Kode QR di dalamnya menunjukkan apakah surat ini masih berlaku.
letter-caption-apart = 📄 <b>{ $title }</b> nomor { $number }, untuk { $ticket }. Lembar ini terpisah dari berkas jawabannya, karena berkas itu bukan PDF atau gambar yang dapat dibaca; sidiknya (SHA-256) tertulis di dalamnya. Kode QR menunjukkan apakah lembar ini masih berlaku.
letter-failed = ⚠️ <b>{ $ticket }</b>: { $letter } nomor { $number } tidak dapat dibuat. Nomornya tetap tercatat. Beri tahu admin.
page-caption = 📄 Halaman pertama surat pada <b>{ $ticket }</b>.

letter-verified = 📄 <b>{ $title }</b>
    Nomor { $number }, tanggal { $date }
    { $procedure } · { $ticket }

    { $state ->
        [valid] ✅ Surat ini tercatat pada kami dan berlaku.
        [superseded] ⚠️ Surat ini tercatat pada kami, tetapi TIDAK BERLAKU LAGI: sudah ada surat yang lebih baru.
       *[making] ⏳ Nomor ini tercatat; berkas suratnya sedang dibuat.
    }{ $hash ->
        [none] { "" }
       *[other] {" "}Sidik berkasnya (SHA-256) diawali { $hash }.
    }
letter-on-record = { $title } nomor { $number }, tanggal { $date }
    { $procedure } · { $ticket }
    { $state ->
        [superseded] TIDAK BERLAKU LAGI: sudah ada surat yang lebih baru
       *[valid] tercatat dan berlaku
    }; sidik berkas (SHA-256) diawali { $hash }
letter-unknown = Kode ini tidak kami kenal. Surat yang memuatnya bukan dari kami, atau kodenya terpotong.

command-buku = Register per bulan
register-cases = Register kasus
register-of = Register: { $title }
register-number = No
register-agenda = Nomor agenda
register-ticket = Nomor tiket
register-opened = Masuk
register-handled = Ditangani oleh
register-ended = Selesai
register-choose = Register dan bulan mana yang Anda perlukan? Anda menerima Excel dan PDF.
register-button = { $title } · { $month }
register-coming = Sedang disiapkan. Berkasnya dikirim ke obrolan ini.
register-caption = 📒 <b>{ $title }</b>, { $month }. Memuat data pribadi: jangan diteruskan ke luar kantor.
register-resume = 🗓 Rekap bulanan: <b>{ $title }</b>, { $month }. { $count ->
        [0] Tidak ada catatan pada bulan itu.
       *[other] { $count } catatan: { $ended } selesai, { $open } masih berjalan.
    } Memuat data pribadi: jangan diteruskan ke luar kantor.
register-not-yours = Register dapat dibaca pimpinan dan petugas yang mengisinya.
