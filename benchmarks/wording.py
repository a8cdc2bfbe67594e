"""What the other bots say: as much, and as marked up, as Sigap does at the same place."""

HTML = "HTML"
PANIC, LOCATE, CANCEL, STATUS_LABEL = "🚨 PANIK", "📍 Kirim lokasi", "Batal", "📋 Status saya"
GREETING = (
    "Halo, {name}. Ini layanan darurat Kota Tarakan.\n\nDalam bahaya? Tekan <b>🚨 PANIK</b>. "
    "Tidak perlu mendaftar dulu. Bisa juga telepon 112, gratis."
)
HELP = (
    "<b>🚨 PANIK</b>: minta pertolongan darurat. Setelah itu kirim lokasi, atau tulis patokan.\n"
    "<b>📋 Status saya</b>: sampai di mana laporan Anda.\n"
    "/bahasa: ganti bahasa. /batal: batalkan yang sedang diisi.\n\n"
    "Tidak bisa memakai bot? Telepon 112, gratis, 24 jam."
)
PRESSED = (
    "🚨 <b>Panggilan Anda SUDAH MASUK pukul {time}</b>, nomor <b>{ticket}</b>.\n\n"
    "Kirim lokasi Anda sekarang: tekan <b>📍 Kirim lokasi</b>. "
    "Tidak bisa? Tulis patokan, misalnya <i>RT 5, dekat Masjid</i>."
)
LOCATED = "✅ Lokasi diterima. Operator sedang dipanggil."
ADDED = "✅ Diterima dan diteruskan ke yang menangani panggilan Anda."
STATUS = "<b>{ticket}</b> · Layanan Informasi Alarm Kota (Panic Button)\nOperator memverifikasi, sejak {time}"
NOTHING = "Anda belum punya laporan atau permohonan."
