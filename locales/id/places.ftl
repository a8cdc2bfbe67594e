## Di mana: posisi langsung, sinyal, dan tempat kejadian.

news-place-moved = 📍 <b>{ $ticket }</b>: pelapor berpindah sekitar { $far }, posisi pukul { $located }.
news-live-ended = 📍 <b>{ $ticket }</b>: pelapor berhenti membagikan posisi langsung. Posisi terakhir pukul { $located }.
alarm-signal-lost = 📡 <b>{ $ticket }</b>: tidak ada posisi baru dari { $name } sejak { $since }{ $where ->
        [none] { "" }
       *[other] , terakhir di Kel. { $where }
    }{ $far ->
        [none] { "" }
       *[other] , { $far } dari lokasi
    }. Hubungi lewat HT.
alarm-reporter-signal-lost = 📡 <b>{ $ticket }</b>: tidak ada posisi baru dari pelapor sejak { $since }{ $where ->
        [none] { "" }
       *[other] , terakhir di Kel. { $where }
    }. Posisi langsungnya belum dihentikan; tanyakan lewat bot bila aman.

## Umur, ketelitian, dan luar kota.

card-elsewhere = 📌 Kejadiannya di tempat lain, menurut pelapor: <b>{ $words }</b>
card-place-coarse = ⚠️ Posisi kasar: bisa meleset { $accuracy } m. Tanyakan patokan.
card-place-old = ⚠️ Posisi dari sebelum panggilan ini; pelapor mungkin sudah di tempat lain.
card-signal-lost = 📡 Tidak ada posisi baru sejak { $since }
place-in = <b>Kel. { $kelurahan }</b>, Kec. { $kecamatan }
place-unknown = { $outside ->
        [none] Posisi diterima
       *[other] ⚠️ <b>{ $outside }</b>
    }
place-outside = { $reach ->
        [near] di luar { $city ->
            [none] wilayah kota
           *[other] { $city }
        }, mungkin di laut, sekitar { $far } dari Kel. { $nearest }
        [far] jauh di luar { $city ->
            [none] wilayah kota
           *[other] { $city }
        }, sekitar { $far } dari sana
       *[beyond] di luar { $city ->
            [none] wilayah kota
           *[other] { $city }
        }, sekitar { $far } dari Kel. { $nearest }
    }
time-ago = { $amount ->
        [0] baru saja
       *[other] { $amount } { $unit ->
            [hours] jam lalu
           *[minutes] menit lalu
        }
    }

## 📌 Ubah lokasi, dan kode tempat.

menu-relocate = 📌 Ubah lokasi
menu-panic-here = 🚨 PANIK di sini
relocate-ask = Di mana kejadiannya? Kirim titik di peta (📎 → Lokasi), atau tulis alamat atau patokannya.
relocate-done = ✅ Tempat kejadian diterima dan diteruskan ke yang menangani. Lokasi ini tidak ikut bergerak dengan ponsel Anda.
alarm-relocated = 📌 <b>{ $ticket }</b>: pelapor menyebut tempat kejadian yang lain. Lihat peta dan kartunya.
code-unknown =
    Kode tempat ini tidak kami kenal; mungkin sudah diganti.

    Dalam bahaya? Tekan <b>🚨 PANIK</b>, lalu kirim lokasi atau tulis patokan.
code-scanned =
    📍 Anda memindai kode tempat <b>{ $name }</b>.

    Dalam bahaya? Tekan <b>🚨 PANIK di sini</b>: panggilan Anda langsung membawa tempat ini. Berlaku 10 menit.
code-words = kode tempat: { $name }{ $landmark ->
        [none] { "" }
       *[other] , { $landmark }
    }
