## Urungkan: salah tekan ditarik kembali dalam 30 detik.

button-undo = ↩️ Urungkan
case-undone = ↩️ { $action } diurungkan. Kasus kembali seperti sebelumnya.
refused-undo-over = Waktu untuk mengurungkan sudah lewat. Keadaan terbaru ada di kartunya.
refused-overtaken = Tidak bisa diurungkan: { $name ->
        [none] kasus sudah berlanjut.
       *[other] { $name } sudah menekan { $action }.
    } Keadaan terbaru ada di kartunya.
news-undone = ↩️ <b>{ $ticket }</b>: { $name } salah tekan; <b>{ $action }</b> diurungkan. Sekarang: { $step }.
news-undone-spared = ↩️ <b>{ $ticket }</b>: { $name } salah tekan. Yang baru diminta dari Anda <b>tidak jadi</b>; Anda tidak perlu berangkat atau menjawab.
undone-requester =
    Maaf, pesan kami barusan <b>keliru</b>: ada yang salah tekan. Panggilan Anda { $ticket } tetap terbuka, dan Anda tidak perlu mengulanginya.

    Keadaannya sekarang: { $step }.
