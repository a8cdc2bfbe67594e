## Kode pendek yang diketik atau dipindai petugas.

check-code-given =
    🎫 Kode masuk Anda untuk { $ticket }: <b>{ $code }</b>

    Tunjukkan kode ini atau gambar QR-nya kepada petugas saat tiba. Simpan pesan ini.
check-code-picture = 🎫 { $ticket } · <b>{ $code }</b>
check-code-is-yours = 🎫 Kode Anda <b>{ $code }</b> benar. Tunjukkan kepada petugas saat tiba; petugas yang memindai atau mengetiknya.
check-code-used = ✅ { $ticket }: { $action }
check-code-unknown = Kode itu tidak dikenal. Periksa lagi enam huruf dan angkanya.
candidate-at = { $name }{ $engaged ->
        [none] { "" }
       *[other] {" "}· sudah bertugas { $engaged }
    }

## Meja tanpa orang.

form-nobody-holds = Belum ada yang memegang peran ini dan dapat dijangkau. Minta admin menambahkannya, lalu tekan tombolnya lagi.
news-nobody-at-desk = 🔴 <b>{ $ticket }</b>: belum ada { $role } yang dapat dijangkau. Anda diminta melanjutkan supaya permohonan ini tidak berhenti.
news-holder-gone = 🔴 <b>{ $ticket }</b>: yang ditugaskan untuk “{ $step }” tidak ada lagi atau tidak dapat dijangkau. Tunjuk penggantinya dari kartunya.
