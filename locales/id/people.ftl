## Siapa pelapornya, di kartu petugas.

card-unregistered = ❔ Belum terdaftar
card-registered = ✓ Terdaftar{ $number ->
        [none] { "" }
       *[other] , { $number }
    }
card-relative = 👪 Boleh dikabari: { $name }, { $number }
said-by-voice = 🎤 pesan suara

## Pendaftaran.

command-daftar = Daftarkan nama dan nomor Anda, sekali saja
registration-name = Siapa nama Anda? Supaya petugas tahu siapa yang memanggil. Mendaftar tidak wajib: PANIK selalu bisa ditekan.
registration-phone = Bagikan nomor Anda sendiri. Supaya operator dapat menelepon bila pesan terputus; hanya terlihat selama panggilan Anda terbuka.
registration-relative-name = Adakah keluarga yang boleh dikabari? Tulis namanya, atau tekan Lewati. Tanpa izin Anda ia tidak pernah dihubungi.
registration-relative-phone = Berapa nomor teleponnya? Supaya operator dapat meneleponnya.
registration-relative-allowed = Boleh operator mengabari keluarga itu bila Anda menekan PANIK? Bila Tidak, nomornya hanya tersimpan dan tidak terlihat oleh siapa pun.
registration-kept = ✅ Anda terdaftar. Lihat, ubah, atau hapus kapan saja: /daftar.
registration-shown =
    ✓ <b>Anda terdaftar</b>
    Nama: { $name }
    Nomor: { $number }
    { $relative ->
        [none] Keluarga: tidak ada
       *[other] Keluarga: { $relative }, { $relativenumber } · { $allowed ->
            [yes] boleh dikabari bila Anda menekan PANIK
           *[no] tidak dikabari
        }
    }
registration-change = Ubah
registration-end = Hapus pendaftaran
registration-sure = Nama, nomor, dan keluarga yang Anda daftarkan dihapus. Petugas tidak lagi disebut namanya kepada Anda. Yakin?
registration-ended = Pendaftaran Anda dihapus.
registration-not-now = Panggilan Anda masih terbuka. Mendaftar bisa dilakukan setelah itu ditutup.
form-own-contact = 📱 Bagikan nomor saya
form-hint-contact = Tekan 📱 Bagikan nomor saya di bawah, lalu OK.
wrong-number-of-anybody = Itu bukan nomor telepon. Tulis angkanya, misalnya 0812 0000 000, atau kirim kontaknya dengan 📎.
