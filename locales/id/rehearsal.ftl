## Latihan: layar yang sama, tanpa memanggil siapa pun.

rehearsal-frame =
    🧪 <b>LATIHAN</b> · tidak ada yang dipanggil

    { $words }

    <i>Ini sungguhan → 🚨 PANIK</i>
rehearsal-goes-on = Latihan Anda masih berjalan. Kirim lokasi, tulis patokan, atau tunggu langkah berikutnya.
rehearsal-kept = ✅ Diterima. Dalam panggilan sungguhan, ini langsung diteruskan ke yang menangani.
rehearsal-unreadable = Pesan jenis ini tidak bisa kami baca. Kirim lokasi, tulisan, suara, foto, atau video.
rehearsal-silence = Dalam panggilan sungguhan, tombol ini memberi tahu semua yang menangani agar tidak menelepon Anda. Pesan kami lalu pendek, tanpa bunyi, dan tidak menyebut siapa pun.
rehearsal-not-now = Panggilan Anda masih terbuka. Latihan bisa dicoba setelah panggilan itu ditutup.
