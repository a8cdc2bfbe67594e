## Files that could not be fetched from Telegram.

card-evidence-lost = ⚠️ { $count ->
        [one] 1 file
       *[other] { $count } files
    } could not be kept{ $reason ->
        [too_big] {" "}(above 20 MB)
       *[other] { "" }
    }. See this chat or the sender's phone, and do not delete it.
