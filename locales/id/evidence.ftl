## Berkas yang tidak dapat diambil dari Telegram.

card-evidence-lost = ⚠️ { $count } berkas tidak dapat kami simpan{ $reason ->
        [too_big] {" "}(lebih dari 20 MB)
       *[other] { "" }
    }. Lihat di obrolan ini atau di ponsel pengirimnya, dan jangan dihapus.
