## Jawaban berupa tanggal, waktu, daftar nama, dan berkas.

day-of = { $weekday ->
        [0] Sen
        [1] Sel
        [2] Rab
        [3] Kam
        [4] Jum
        [5] Sab
       *[6] Min
    } { $date }
moment-of = { $day } pukul { $time }
records-more = {" "}dan { $count } lagi
form-slot = { $at } · sisa { $left }
form-now = Sekarang, { $time }
form-earlier = ‹ Sebelumnya
form-later = Berikutnya ›
form-no-slots = Belum ada waktu yang kosong. Coba lagi lain hari, atau tekan <b>Batal</b>.
form-slot-gone = Maaf, waktu itu baru saja diambil orang lain atau sudah lewat. Jawaban Anda yang lain tersimpan; pilih waktu lain.
form-hint-slot = Ketuk satu waktu, atau tulis tanggal yang Anda inginkan, misalnya 25/11.
form-hint-slots = Rombongan Anda dibagi: satu waktu untuk paling banyak { $seats } orang. Ketuk { $count } waktu, lalu tekan <b>Selesai</b>. Untuk tanggal lain, tulis tanggalnya, misalnya 25/11.
form-hint-date = Ketuk satu tanggal, atau tulis sendiri, misalnya 25/11/2026.
form-hint-time = Tulis jamnya, misalnya 14:30.
form-hint-choices = Ketuk satu atau beberapa, lalu tekan <b>Selesai</b>.
form-hint-person-at = Pilih satu; yang belum bertugas saat itu di atas.
form-hint-records = Tulis satu baris untuk tiap orang atau hal (paling banyak { $most }). Boleh sekaligus, boleh satu per satu.
form-hint-records-or-photo = Tulis satu nama tiap baris (paling banyak { $most }), sekaligus atau satu per satu. Punya daftar yang sudah ditandatangani? Kirim fotonya saja.
form-hint-scan = Kirim berkasnya ({ $kinds }) dengan 📎, atau foto yang terbaca jelas; { $most ->
        [1] satu saja
       *[other] paling banyak { $most }
    }.
form-more-records = ✍️ { $count } tercatat (paling banyak { $most }). Tulis lagi, atau tekan <b>Selesai</b>.
form-album-cut = Album itu berisi lebih banyak berkas daripada yang bisa diterima di sini; yang selebihnya tidak tersimpan.
form-left = Formulir <b>{ $title }</b> belum selesai. Terakhir Anda isi { $at }; { $count } jawaban tersimpan. Mau dilanjutkan?
form-go-on = Lanjutkan
form-anew = Mulai dari awal
wrong-date = Tulis tanggalnya seperti ini: <i>{ $example }</i>.
wrong-date-past = { $date } sudah lewat. Ini yang masih bisa:
wrong-date-closed = { $date } { $name ->
        [none] bukan hari kerja
       *[other] libur ({ $name })
    }. Ini yang terdekat sesudahnya:
wrong-date-soon = { $date } terlalu dekat. Ini yang paling cepat:
wrong-date-far = { $date } terlalu jauh; paling jauh { $last }. Ini yang masih bisa:
wrong-date-full = { $date } sudah penuh. Ini yang terdekat sesudahnya:
wrong-time = Tulis jamnya seperti ini: <i>14:30</i>.
wrong-time-outside = Jamnya harus antara { $earliest } dan { $latest }.
wrong-records = Tulis satu nama tiap baris. Contoh: <i>{ $example }</i>.
wrong-record = Baris “{ $line }” belum lengkap: tulis { $count } hal, pisahkan dengan koma. Contoh: <i>{ $example }</i>.
wrong-kind = Berkas jenis ini tidak bisa dipakai. Kirim { $kinds }; jawaban Anda yang lain tersimpan.
wrong-photo-of-it = Di sini perlu berkas ({ $kinds }), bukan foto. Tekan 📎, pilih Berkas. Jawaban Anda yang lain tersimpan.
wrong-size = Berkas ini terlalu besar; paling besar { $most } MB. Perkecil, atau bagi menjadi beberapa berkas, misalnya satu berkas untuk setiap tahun.{ $link ->
        [none] { "" }
       *[other] {" "}Atau taruh di { $link }, lalu sebutkan alamatnya di dalam berkas yang Anda kirim di sini.
    } Jawaban Anda yang lain tersimpan.
refused-too-early = Ini baru bisa sejak { $at }.
refused-slot-taken = Waktu itu tidak bisa dipakai lagi: sudah penuh atau sudah lewat. Pilih waktu lain.
