## Siapa yang dapat berangkat.

crew-candidate = { $name }{ $distance ->
        [none] {" "}· posisi belum diketahui
       *[other] {" "}· { $distance } · { $footing ->
            [post] pos
            [hours] { $age } jam lalu
           *[minutes] { $age ->
                [0] baru saja
               *[other] { $age } menit lalu
            }
        }
    } · { $state ->
        [busy] sibuk
        [passed] tadi tidak bisa
        [beside] sudah ikut
       *[free] bebas
    }
crew-candidate-post = ☎ { $name }{ $distance ->
        [none] { "" }
       *[other] {" "}· { $distance }
    } · pos · lewat telepon
crew-dial = ☎ Telepon sekarang: <b>{ $post }</b>, { $phone }. Setelah mereka berangkat, tekan <b>Siap</b> pada kartu: tombol petugas ada pada Anda.

## Petugas tambahan.

card-crew = ➕ { $name } · { $step } sejak { $time }
card-crew-finished = ➕ { $name } · selesai { $time }
crew-coming = 🛵 Petugas tambahan berangkat ke tempat Anda.
crew-ready = 🛵 <b>{ $ticket }</b>: { $who } ikut membantu, berangkat pukul { $time }.
crew-arrived = 📍 <b>{ $ticket }</b>: { $who } ikut membantu, tiba pukul { $time }.
crew-finished = ✅ <b>{ $ticket }</b>: { $who } selesai membantu pukul { $time }.
crew-unable = ⚠️ <b>{ $ticket }</b>: { $who } tidak bisa ikut membantu ({ $hindrance }).
crew-not-coming = ⚠️ <b>{ $ticket }</b>: { $who } tidak jadi datang membantu ({ $hindrance }).
crew-needed = ➕ <b>{ $ticket }</b>: { $officer } minta tambahan: { $words }
crew-asked = ➕ <b>{ $ticket }</b>: operator meminta { $crew } ikut membantu Anda.
crew-unanswered = ⚠️ <b>{ $ticket }</b>: { $name } tidak menjawab permintaan ikut membantu. { $asked ->
        [none] Tidak ada lagi yang dapat diminta: hubungi lewat HT atau telepon, atau tekan Tambah petugas pada kartu.
       *[other] Yang diminta sekarang: { $asked }.
    }
crew-unreachable = ⚠️ <b>{ $ticket }</b>: { $name } tidak dapat dijangkau lewat bot untuk ikut membantu. { $asked ->
        [none] Tidak ada lagi yang dapat diminta: hubungi lewat HT atau telepon, atau tekan Tambah petugas pada kartu.
       *[other] Yang diminta sekarang: { $asked }.
    }
