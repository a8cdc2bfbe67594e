## The satisfaction survey after the end.

survey-begin =
    🙏 <b>{ $ticket }</b> · { $title } is finished. Would you rate our service? { $count ->
        [1] One tap is enough; you may skip it.
       *[other] One tap a question; you may stop at any time, and what you have answered counts.
    } Your name is not shown in any report.
survey-question = { $count ->
        [1] { $question }
       *[other] <b>{ $number }/{ $count }</b> · { $question }
    }
survey-stop = { $form ->
        [one] Skip
       *[many] Enough
    }
survey-thanks = { $count ->
        [0] All right. Thank you.
        [one] 🙏 Thank you. Your answer helps us to serve better.
       *[other] 🙏 Thank you. Your { $count } answers help us to serve better.
    }
