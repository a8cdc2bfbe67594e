## Ringkasan pagi, dan menyelesaikan yang menunggu satu per satu atau beberapa sekaligus.

digest-heading = 🗓 <b>Menunggu Anda pagi ini: { $count }</b>
digest-line = { $state ->
        [late] 🔴
       *[waiting] •
    } { $ticket } · { $step } · sejak { $since }
digest-more = … dan { $count } lainnya di <b>🗂 Tugas saya</b>.
digest-below = 🔴 <b>Terlambat di meja bawahan Anda: { $count }</b>
digest-late = • { $ticket } · { $step } · { $holders ->
        [none] belum ada yang memegang
       *[other] { $holders }
    } · sejak { $since }
digest-more-below = … dan { $count } lainnya.
tasks-singly = ▶ Satu per satu
tasks-bulk = ☑ Beberapa sekaligus · { $step }
button-next = Berikutnya ▸ ({ $count })
bulk-choose = <b>{ $title }</b>: tandai yang sama keputusannya, lalu tekan keputusannya. Ditandai: { $count }.
bulk-all = Tandai semua
bulk-chosen = Untuk { $count } kasus sekaligus.
bulk-done = ✅ Tercatat pada { $done } kasus. { $refused ->
        [0] Tiap kartu masih dapat diurungkan selama tombolnya ada.
       *[other] { $refused } lainnya tidak berubah karena sudah ditangani; lihat kartunya.
    }
