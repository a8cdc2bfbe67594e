## Survei kepuasan sesudah layanan selesai.

survey-begin =
    🙏 <b>{ $ticket }</b> · { $title } sudah selesai. Bersediakah Anda menilai layanan kami? { $count ->
        [1] Cukup satu ketukan; boleh dilewati.
       *[other] Satu ketukan tiap pertanyaan; boleh berhenti kapan saja, dan yang sudah dijawab tetap dihitung.
    } Nama Anda tidak ditampilkan dalam laporan.
survey-question = { $count ->
        [1] { $question }
       *[other] <b>{ $number }/{ $count }</b> · { $question }
    }
survey-stop = { $form ->
        [one] Lewati
       *[many] Cukup
    }
survey-thanks = { $count ->
        [0] Baik, tidak apa-apa. Terima kasih.
        [1] 🙏 Terima kasih. Jawaban Anda membantu kami memperbaiki layanan.
       *[other] 🙏 Terima kasih. { $count } jawaban Anda membantu kami memperbaiki layanan.
    }
