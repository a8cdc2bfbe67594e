## Personal data: what is kept, download, erase.

command-privasi = My data: see, download, erase
privacy-shown =
    🔒 <b>What is kept about you</b>
    Telegram account: { $account }
    Name: { $name }
    Telephone number: { $number ->
        [none] none
       *[other] { $number }
    }
    Registered: { $since ->
        [none] no
       *[other] since { $since }
    }
    Relative: { $relative ->
        [none] none
       *[other] { $relative }, { $relativenumber }
    }
    Your last position: { $position ->
        [none] none
       *[other] of { $position }
    }
    { $count ->
        [0] Reports: none
       *[other] Reports: { $count }, with the place, words, voice and photos you sent for them. The newest:
        { $cases }
    }
    Conversation: your messages are kept for 48 hours, ours for 30 days.
privacy-case = { $ticket } · opened { $opened } · { $closed ->
        [none] still open
       *[other] closed { $closed }
    }
privacy-export = 📄 Download
privacy-erase = Erase all my data
privacy-coming = The file will come to this chat shortly.
privacy-file = Your data. Keep it in a safe place, then delete it from this chat if others use this phone.
privacy-not-now = Your call is still open. Look at your data once it is closed.
privacy-sure =
    This cannot be undone. Your name, number, relative and position are erased, and the contents of closed reports: the places and what you wrote.

    Kept: the reports' numbers and times; files, photos and voice as evidence; the office's letters and registers as its records; and the number of your Telegram account. Only you can delete the messages in this chat.

    Are you sure?
privacy-erased =
    Your data has been erased: name, number, relative, position, and the contents of closed reports.

    Copies of messages in our system are gone within 30 days. PANIC can still be pressed at any time; if you write here again, your Telegram name is kept again.
privacy-erased-partly =
    The contents of closed reports have been erased. Your name, number, relative and position have <b>not</b> been erased yet, for reports that are not finished still need them: { $cases }.

    Repeat /privasi once those are closed.
privacy-erased-toast = What could be erased has been erased.
privacy-key-account = telegram_account
privacy-key-name = name
privacy-key-language = language
privacy-key-phone = telephone
privacy-key-registered = registered_since
privacy-key-relative = relative
privacy-key-allowed = may_be_told
privacy-key-position = last_position
privacy-key-earlier-position = earlier_position
privacy-key-roles = roles
privacy-key-time = time
privacy-key-cases = reports
privacy-key-ticket = number
privacy-key-opened = opened
privacy-key-closed = closed
privacy-key-contents = contents
privacy-key-files = files
privacy-key-kind = kind
privacy-key-conversation = conversation
privacy-key-unfinished = unfinished_form
privacy-key-messages = our_messages
privacy-key-text = text
