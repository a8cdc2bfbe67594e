// The stops of the tour, in the order of the story. A stop is at hand when what it lights can be pressed.
// `role` is whose phone; `key`, `button` or `asks` what must stand there; `after` and `unless` what must,
// and must not, have been said on that phone since the tour began; `sample` is sent for whoever does not want to.

export const STOPS = [
  { role: "citizen", key: /PANIK/, say: "Telegram tiruan: beberapa telepon, satu bot. Mulailah sebagai warga dalam bahaya. Tekan PANIK." },
  { role: "citizen", key: /Kirim lokasi/, after: /SUDAH MASUK/, say: "Warga mengirim lokasi. Tekan Kirim lokasi, lalu Kirim posisi ini." },
  { role: "operator", button: /^\W*Tangani/, say: "Alarm berbunyi di telepon operator. Tekan Tangani." },
  { role: "operator", button: /Jenis kejadian/, unless: /Apa yang terjadi\?\s*➜/, say: "Operator mencatat apa yang terjadi. Tekan Jenis kejadian." },
  { role: "operator", button: /Kebakaran/, asks: /Apa yang terjadi/, say: "Misalnya kebakaran." },
  { role: "operator", button: /^\W*Teruskan/, after: /Apa yang terjadi\?\s*➜/, say: "Tekan Teruskan untuk mengirim petugas." },
  { role: "operator", button: / m · | km · /, asks: /Siapa yang berangkat/, say: "Yang terdekat di atas, dengan jaraknya. Pilih satu." },
  { role: "operator", button: /Selesai/, asks: /Siapa yang berangkat/, say: "Boleh beberapa petugas. Cukup? Tekan Selesai." },
  { role: "officer", button: /^\W*Siap$/, say: "Petugas yang dipilih menjawab. Tekan Siap." },
  { role: "officer", button: /^\W*Tiba$/, say: "Warga membaca bahwa petugas berangkat. Sampai di sana, petugas menekan Tiba." },
  { role: "officer", button: /Selesai di lokasi/, say: "Setelah tertangani: Selesai di lokasi." },
  { role: "officer", button: /^\W*Lapor$/, say: "Petugas menyusun laporan. Tekan Lapor." },
  { role: "officer", asks: /Ceritakan penanganannya/, light: "field", sample: "words", say: "Petugas menulis ceritanya, atau memakai suara." },
  { role: "officer", asks: /satu foto/, light: "attach", sample: "photo", say: "Lalu sedikitnya satu foto, dengan 📎." },
  { role: "officer", button: /Selesai$/, asks: /diterima/, say: "Foto diterima. Tekan Selesai." },
  { role: "operator", button: /^\W*Catat$/, say: "Laporan lengkap. Operator menekan Catat." },
  { role: "operator", button: /^\W*Catat$/, asks: /yakin Catat/, say: "Inilah baris registernya. Tekan Catat sekali lagi: kasus ditutup." },
  { role: "citizen", button: /Sudah, selesai/, fresh: true, say: "Kasus ditutup dan tercatat. Warga ditanya: sudah selesai?" },
];

export const SAMPLE_WORDS = "Api padam, tidak ada korban. Dua rumah rusak ringan.";
