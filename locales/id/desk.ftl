## Laporan yang masuk lewat telepon, radio, atau datang langsung.

case-recorded = { $ticket } tercatat dan Anda tangani. Kartunya ada di bawah.
card-caller = 👤 { $name ->
        [none] Pelapor
       *[other] { $name }
    } · lewat { $channel }, dicatat { $operator } { $time }
card-caller-phone = ☎️ { $number }
