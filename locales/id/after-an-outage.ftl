## Alarm yang baru sampai setelah gangguan.

late-question = Masih perlu pertolongan?
late-asked =
    🕰 Karena gangguan, panggilan yang Anda tekan pukul { $pressed } baru kami terima pukul { $received }. Mohon maaf.

    <b>Masih perlu pertolongan?</b> Tidak menjawab pun, operator tetap dipanggil. Butuh suara manusia: telepon 112, gratis.
late-yes = 🚨 Masih perlu
late-no = Sudah tidak perlu
late-still-needed = Baik. Panggilan Anda tetap terbuka dan operator sedang dipanggil. Bila bisa, kirim lokasi Anda sekarang.
card-late = 🕰 <b>Ditekan { $pressed }, diterima { $received }</b>{ $needed ->
        [yes] {" "}· pelapor: masih perlu
       *[none] {" "}· belum pasti masih perlu
    }
alarm-still-needed = 🔔 <b>{ $ticket }</b>: pelapor MASIH perlu pertolongan.
