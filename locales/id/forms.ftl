## Formulir: satu pertanyaan satu pesan.

form-question = <b>{ $question }</b>
form-hint-text = Tulis jawabannya, paling banyak { $most } huruf.
form-hint-said = Tulis (paling banyak { $most } huruf), atau kirim pesan suara.
form-hint-number = Tulis angka saja, misalnya 12.
form-hint-phrase = Pilih satu, atau tulis atau ucapkan sendiri.
form-hint-choice = Pilih satu.
form-hint-duration = Pilih satu.
form-hint-yes_no = Pilih satu.
form-hint-phone = Tekan 📎, pilih Kontak, lalu kirim kontak Anda sendiri.
form-hint-location = Tekan 📎, pilih Lokasi, lalu kirim.
form-hint-photos = Kirim foto dari kamera atau galeri.
form-hint-voice = Tekan 🎤 dan bicaralah.
form-hint-video = Kirim video.
form-hint-document = Kirim berkasnya ({ $kinds }) dengan 📎; { $most ->
        [1] satu saja
       *[other] paling banyak { $most }
    }.
form-hint-person = Pilih satu; yang terdekat di atas.
form-hint-people = Ketuk satu atau beberapa; yang terdekat di atas. Yang pertama dipilih memimpin. Lalu tekan <b>Selesai</b>.
form-nobody-there = Belum ada petugas piket yang dapat dijangkau. Hubungi lewat radio atau telepon, lalu minta mereka menekan 🟢 Piket mulai.
form-more = { $count ->
        [none] Diterima
       *[other] { $count } diterima
    } (paling banyak { $most }). Kirim lagi, atau tekan <b>Selesai</b>.
form-done = ✅ Selesai
form-skip = Lewati
form-back = ‹ Kembali
form-cancel = Batal
form-without = Tidak ada…
form-send = ✅ Kirim
form-summary =
    <b>Periksa dulu:</b>
    { $answers }
form-cancelled = Dibatalkan. Tidak ada yang dikirim.
form-accepted = ✅ Tercatat pada { $ticket }.
form-answer =
    { $question }
    ➜ { $answer }
answer-yes = Ya
answer-no = Tidak
wrong-text = Tulis jawabannya sebagai teks. Contoh: <i>api padam, satu orang dibawa ke rumah sakit</i>.
wrong-length = Jawaban Anda { $length } huruf; yang bisa disimpan { $least } sampai { $most }. Persingkat lalu kirim lagi.
wrong-number = Tulis angka saja. Contoh: { $example }.
wrong-range = Angkanya harus { $least ->
        [none] paling banyak { $most }
       *[other] { $most ->
            [none] paling sedikit { $least }
           *[other] dari { $least } sampai { $most }
        }
    }. Contoh: <i>{ $example }</i>.
wrong-location = Kirim lokasi dengan 📎 → Lokasi.
wrong-phone = Kirim kontak Anda sendiri dengan 📎 → Kontak.
wrong-contact = Ini kontak orang lain. Kirim kontak Anda sendiri.
wrong-photos = Kirim sebagai foto, bukan tulisan atau berkas. Contoh: tekan 📎, pilih Galeri.
wrong-voice = Kirim pesan suara: tekan dan tahan 🎤.
wrong-video = Kirim sebagai video.
wrong-document = Kirim sebagai berkas dengan 📎 → Berkas.
wrong-tap = Pilih salah satu tombol di atas.
