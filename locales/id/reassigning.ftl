## Tahap yang beralih kepada orang lain.

reassign-which = Tulis nomor kasus yang masih berjalan. Contoh: <i>/alih KJ-2026-000042</i>
reassign-nobody = <b>{ $ticket }</b> · { $step }: tidak ada orang lain dengan peran itu yang dapat dijangkau.
reassign-to = <b>{ $ticket }</b> · { $step }: alihkan kepada siapa?
reassign-person = { $name }{ $busy ->
    [yes] {" "}· ada tugas lain
   *[no] {""}
}
reassign-sure = <b>{ $ticket }</b>: alihkan kepada { $name }?
button-reassign = 🔁 Alihkan
reassign-done = ✅ <b>{ $ticket }</b> sekarang pada { $name }.
news-left-to-you = 🔁 <b>{ $ticket }</b>: { $name } tidak lagi bertugas di sini. Tahap ini sekarang pada Anda · { $step }
news-reassigned = 🔁 <b>{ $ticket }</b>: { $name } mengalihkan tahap ini kepada Anda · { $step }
news-reassigned-away = 🔁 <b>{ $ticket }</b>: { $name } mengalihkan tahap ini kepada { $to }. Anda tidak perlu melanjutkan.

## Di meja siapa permohonan itu.

status-desk = Di meja: { $desk }
status-desk-yours = Menunggu jawaban Anda
