## Menu dan perintah.

menu-locate = 📍 Kirim lokasi
menu-cancel = Batal
menu-status = 📋 Status saya
menu-silence = 🤫 Jangan telepon
menu-tasks = 🗂 Tugas saya
menu-duty-on = 🟢 Piket mulai
menu-duty-off = 🔴 Piket selesai
command-status = Status laporan saya
command-bantuan = Bantuan
command-bahasa = Bahasa · Language
command-batal = Batalkan yang sedang diisi
command-tugas = Tugas saya
command-piket = Mulai atau selesai piket

greeting =
    Halo, { $name }. Ini layanan darurat Kota Tarakan.

    Dalam bahaya? Tekan <b>🚨 PANIK</b>. Tidak perlu mendaftar dulu. Bisa juga telepon 112, gratis.
greeting-desk =
    Halo, { $name }. Yang menunggu Anda ada di <b>🗂 Tugas saya</b>; yang mendesak berbunyi di sini dengan sendirinya.
greeting-staff =
    Halo, { $name }. { $duty ->
        [on] 🟢 Anda sedang piket: alarm berbunyi di sini, dan yang menunggu Anda ada di
       *[off] Mulai piket dengan <b>🟢 Piket mulai</b>; yang menunggu Anda ada di
    } <b>🗂 Tugas saya</b>.
help =
    <b>🚨 PANIK</b>: minta pertolongan darurat. Setelah itu kirim lokasi, atau tulis patokan.
    <b>📋 Status saya</b>: sampai di mana laporan Anda.
    /daftar: daftarkan nama dan nomor Anda, sekali saja. /latihan: mencoba tanpa memanggil siapa pun.
    /bahasa: ganti bahasa. /batal: batalkan yang sedang diisi.

    Tidak bisa memakai bot? Telepon 112, gratis, 24 jam.
    ID Telegram Anda: <code>{ $number }</code>
help-staff =
    <b>🟢 Piket mulai</b>: Anda dipanggil bila ada alarm. <b>🔴 Piket selesai</b>: tidak lagi.
    <b>🗂 Tugas saya</b>: yang menunggu Anda, yang paling mendesak di atas.
    Semua tombol kasus ada di kartunya; kartu selalu menunjukkan keadaan terbaru.
    Petugas: kirim lokasi kapan saja supaya jarak Anda benar.

    /bahasa: ganti bahasa. /batal: batalkan yang sedang diisi.
    ID Telegram Anda: <code>{ $number }</code>
language-name = Bahasa Indonesia
language-choose = Pilih bahasa.
language-set = Baik, kita pakai bahasa Indonesia.
nothing-to-cancel = Tidak ada yang perlu dibatalkan.
not-understood = Maaf, ini tidak kami pahami. Gunakan tombol di bawah, atau /bantuan. Darurat? Tekan <b>🚨 PANIK</b>.
group-alarm =
    🚨 Di grup panggilan darurat <b>tidak</b> sampai ke operator. Tekan <b>PANIK</b> di obrolan pribadi dengan bot ini, atau telepon 112, gratis.
group-command = Layanan ini hanya ada di obrolan pribadi dengan bot ini, bukan di grup.
button-private-chat = Buka obrolan pribadi
unknown-command = Perintah itu tidak ada. Contoh yang ada: /panik, /status, /bantuan.
odd-position = Ponsel Anda mengirim posisi 0,0, yang bukan lokasi siapa pun. Nyalakan GPS dan kirim lagi, atau tulis patokan. Contoh: <i>Jl. Yos Sudarso, depan Bank</i>.
location-by-clip = Ponsel ini tidak mengirim lokasi lewat tombol. Tekan 📎, pilih Lokasi, lalu kirim; atau tulis patokan. Contoh: <i>RT 5, dekat Masjid</i>.
edit-unread = Perubahan pada pesan lama tidak kami baca. Kirimlah sebagai pesan baru.

## Status dan tugas.

status-empty = Anda belum punya laporan atau permohonan.
status-list = { $cases }
status-open =
    <b>{ $ticket }</b> · { $title }
    { $step }, sejak { $since }{ $until ->
        [none] { "" }
       *[other] , batas { $until }
    }{ $forecast ->
        [none] { "" }
       *[other] {"\u000A"}Perkiraan selesai: { $forecast }
    }
status-closed =
    <b>{ $ticket }</b> · { $title }
    { $outcome }, ditutup { $at }
tasks-empty = Tidak ada yang menunggu Anda.
tasks-not-yours = Daftar tugas hanya untuk petugas. Laporan Anda sendiri: /status.
tasks-list = 🗂 { $count } kasus menunggu Anda, yang paling mendesak di atas:
tasks-one = { $ticket } · { $step }{ $until ->
        [none] { "" }
       *[other] {" "}· batas { $until }
    }
tasks-more = Berikutnya

## Piket.

duty-not-yours = Piket hanya untuk operator dan petugas.
duty-started =
    🟢 Anda piket. Alarm baru akan berbunyi di sini: pastikan suara ponsel menyala.{ $waiting ->
        [0] { "" }
       *[other] {" "}Yang menunggu sekarang: { $waiting }, lihat 🗂 Tugas saya.
    }
duty-started-officer =
    🟢 Anda piket. Panggilan akan berbunyi di sini: pastikan suara ponsel menyala.{ $waiting ->
        [0] { "" }
       *[other] {" "}Yang menunggu sekarang: { $waiting }, lihat 🗂 Tugas saya.
    }

    Bagikan posisi: 📎 → Lokasi → Bagikan lokasi terkini, 8 jam. Boleh tidak; posisi yang lebih tua dari 30 menit dihitung sebagai pos Anda.
duty-ended = 🔴 Piket selesai. Anda tidak dipanggil lagi.{ $waiting ->
        [0] { "" }
       *[other] {" "}Masih ada { $waiting } yang menunggu Anda: selesaikan atau alihkan lewat 🗂 Tugas saya.
    }
duty-position = 📍 Posisi Anda diterima.

## Yang terjadi setelah tombol ditekan.

case-yours = { $ticket } Anda tangani.
case-released = { $ticket } Anda lepaskan dan terbuka lagi.
case-done = ✅ { $action }
case-untouched = Baik, tidak ada yang berubah.
case-sure = <b>{ $ticket }</b>: yakin <b>{ $action }</b>?
case-added = ✅ Ditambahkan ke { $ticket }.
case-opened = ✅ Terkirim dengan nomor <b>{ $ticket }</b>. Perkembangannya: /status.
refused-not-allowed = Ini bukan wewenang Anda.
refused-case-over = Kasus ini sudah ditutup pukul { $time }{ $outcome ->
        [none] .
       *[other] : { $outcome }.
    }
refused-step-over = Tahap ini sudah lewat.{ $step ->
        [none] { "" }
       *[other] {" "}Sekarang: { $step }{ $name ->
            [none] .
           *[other] {" "}({ $name }).
        }
    } Kartunya sudah diperbarui.
refused-already-taken = Sudah ditangani { $name } sejak { $time }.
refused-answer-missing = Masih ada pertanyaan yang belum dijawab. Mulai lagi dari kartunya.
refused-guarded = Belum bisa: masih ada yang harus diselesaikan dulu.
refused-person-unfit = Orang itu tidak sedang piket atau tidak dapat dijangkau. Pilih yang lain.
refused-wrong-chat = Tombol ini hanya berlaku di obrolan pribadi Anda dengan bot.
refused-old-button = Tombol ini sudah tidak berlaku.
register-line =
    📒 <b>Baris register { $ticket }</b>
    Masuk: { $opened }
    Jenis: { $kind }{ $others ->
        [none] { "" }
       *[other] {" "}· { $others }
    }
    Ditangani: { $people }
    Berkas: { $files }
    { $times }
    { "" }
