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
