## Pelapor di bawah tekanan: yang dibacanya.

menu-safe = ✅ Saya aman
menu-needed = 🆘 Masih perlu
menu-number = 📞 Kirim nomor saya
menu-again = Kirim lagi
menu-go-on = Lanjut
alarm-close-asked =
    Permintaan Anda sudah dicatat. Panggilan BELUM ditutup: tetap berjalan sampai operator memastikan Anda aman.

    Masih perlu pertolongan? Tekan <b>🆘 Masih perlu</b>, atau tulis di sini kapan saja.
alarm-goes-on =
    Baik, panggilan Anda tetap berjalan. Permintaan untuk menutupnya tidak berlaku lagi.

    Bila keadaan berubah, tulis atau ucapkan di sini. Butuh suara manusia: telepon 112, gratis.
alarm-closed-safe =
    Laporan { $ticket } ditutup operator pukul { $time }, atas permintaan Anda.

    Bila Anda perlu pertolongan lagi, tekan <b>🚨 PANIK</b> atau telepon 112. Kapan saja.
alarm-describe-place =
    Petugas kami beri tahu bahwa Anda belum bertemu. Tulis, ucapkan, atau foto ciri tempat Anda: warna rumah, pagar, yang ada di depannya.

    Semua yang Anda kirim di sini diteruskan ke petugas dan operator. Tetap di tempat yang aman.
alarm-number-asked =
    📞 Operator ingin dapat menelepon Anda. Tekan <b>📞 Kirim nomor saya</b> di bawah, lalu setujui.

    Tidak aman untuk bicara? Jangan tekan; tulis saja di sini.
alarm-number-received = ✅ Nomor Anda diterima. Hanya yang menangani panggilan Anda yang melihatnya.
alarm-others-number =
    ✅ Kontak itu diterima dan diteruskan sebagai catatan. Itu bukan nomor Anda sendiri: yang menangani belum dapat menelepon Anda.

    Nomor Anda sendiri: tekan <b>📞 Kirim nomor saya</b> bila tombolnya ada, atau tulis di sini.
number-by-clip = Ponsel ini tidak mengirim nomor lewat tombol. Tulis saja nomor Anda di sini. Contoh: <i>0812 3456 7890</i>.
silent-not-yet = Belum

## Yang dibaca operator dan petugas.

alarm-asks-to-close =
    ❕ <b>{ $ticket }</b>: pelapor menulis bahwa ia aman dan minta panggilan ditutup. Yang memegang ponsel belum tentu yang dalam bahaya: pastikan dulu.

    Sudah pasti aman? Tekan <b>Pelapor aman, tutup</b> pada kartu. Petugas tetap jalan sampai itu ditekan.
alarm-goes-on-news = 🆘 <b>{ $ticket }</b>: pelapor MASIH perlu pertolongan; permintaan menutup tidak berlaku lagi.
alarm-not-met = ❗ <b>{ $ticket }</b>: pelapor BELUM bertemu petugas. Ciri tempatnya kami mintakan; yang dikirim pelapor kami teruskan.
news-number = 📞 <b>{ $ticket }</b>, nomor pelapor: { $words }
news-turn-back = ☑️ <b>{ $ticket }</b> ditutup pukul { $time }: { $outcome }. Anda tidak perlu berangkat; bila sudah di jalan, silakan kembali.
card-number = 📞 { $number }
card-asks-close = ❕ <b>Pelapor minta ditutup</b>, pastikan dulu ia aman
