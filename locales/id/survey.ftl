## Survei kepuasan sesudah layanan selesai.

survey-begin =
    🙏 <b>{ $ticket }</b> · { $title } sudah selesai. Bersediakah Anda menilai layanan kami? Satu ketukan tiap pertanyaan; boleh berhenti kapan saja, dan yang sudah dijawab tetap dihitung. Nama Anda tidak ditampilkan dalam laporan.
survey-question = <b>{ $number }/{ $count }</b> · { $question }
survey-stop = Cukup
survey-thanks = { $count ->
        [0] Baik, tidak apa-apa. Terima kasih.
       *[other] 🙏 Terima kasih. { $count } jawaban Anda membantu kami memperbaiki layanan.
    }
