## Naskah yang beredar: versi, putaran, paraf dan tanda tangan.

card-register = 🗂 { $register } nomor { $number }
card-version = 📎 { $question } <b>versi { $version }</b>{ $name ->
        [none] { "" }
       *[other] {" "}· { $name }
    }{ $count ->
        [1] { "" }
       *[other] {" "}· { $count } berkas
    }{ $hash ->
        [none] { "" }
       *[other] {" "}· SHA-256 <code>{ $hash }</code>…
    }
card-round = 🔁 <b>Putaran { $number }</b>, dikembalikan { $name ->
        [none] { $time }
       *[other] { $name } { $time }
    }{ $note ->
        [none] { "" }
       *[other] : “{ $note }”
    }
card-signed = ✍️ { $mark ->
        [paraf] Paraf
        [outside] Tanda tangan di luar bot, diunggah
       *[ttd] Tanda tangan
    } { $name ->
        [none] { $role }
       *[other] { $name }{ $role ->
            [none] { "" }
           *[other] , { $role }
        }
    } · { $time } · versi { $version }
document-caption = 📄 <b>{ $ticket }</b>{ $name ->
        [none] { "" }
       *[other] {" "}· { $name }
    }{ $version ->
        [none] { "" }
       *[other] {" "}· versi { $version }
    }
refused-file-not-kept = Berkasnya belum selesai disimpan, jadi belum bisa dibubuhi paraf atau tanda tangan. Coba lagi sebentar lagi; bila tetap begini, minta dikirim ulang.
button-proposed = ⚡ { $phrase }
