## Letters, registers, and whether a document is genuine.

date-day = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
date-month = { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
date-weekday = { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }, { $day }
date-moment = { $day }, { $time }
answer-yes-no = { $yes ->
        [yes] Yes
       *[none] No
    }
answer-files = { $count ->
        [one] { $count } file
       *[other] { $count } files
    }

letter-title-surat_tugas = Letter of assignment
letter-title-surat_balasan = Letter of reply
letter-title-lembar_disposisi = Disposition sheet
letter-title-perpanjangan_waktu = Notice of extension
letter-title-penolakan = Letter of refusal
letter-title-lembar_pengesahan = Approval sheet

signed-paraf = Initials
signed-ttd = Signature
signed-outside = Signature made elsewhere

letter-caption = 📄 <b>{ $title }</b> number { $number }, for { $ticket }. The QR code in it shows whether the letter still counts.
letter-caption-apart = 📄 <b>{ $title }</b> number { $number }, for { $ticket }. This sheet is apart from the reply, which is no PDF or picture that can be read; the fingerprint (SHA-256) of its file stands in it. The QR code shows whether the sheet still counts.
letter-failed = ⚠️ <b>{ $ticket }</b>: { $letter } number { $number } could not be made. Its number stays taken. Tell the admin.
page-caption = 📄 First page of the letter in <b>{ $ticket }</b>.

letter-verified = 📄 <b>{ $title }</b>
    Number { $number }, dated { $date }
    { $procedure } · { $ticket }

    { $state ->
        [valid] ✅ We have this letter on record, and it is valid.
        [superseded] ⚠️ We have this letter on record, but it is NO LONGER VALID: there is a newer one.
       *[making] ⏳ This number is on record; the letter's file is being made.
    }{ $hash ->
        [none] { "" }
       *[other] {" "}The fingerprint of its file (SHA-256) begins with { $hash }.
    }
letter-on-record = { $title } number { $number }, dated { $date }
    { $procedure } · { $ticket }
    { $state ->
        [superseded] NO LONGER VALID: there is a newer one
       *[valid] on record and valid
    }; the fingerprint of the file (SHA-256) begins with { $hash }
letter-unknown = We do not know this code. The letter that carries it is not ours, or the code is cut off.

command-buku = Registers by month
register-cases = Register of cases
register-of = Register: { $title }
register-number = No
register-agenda = Agenda number
register-ticket = Ticket
register-opened = Received
register-handled = Handled by
register-ended = Ended
register-choose = Which register and which month do you need? You get a spreadsheet and a PDF.
register-button = { $title } · { $month }
register-coming = It is being prepared. The files come to this chat.
register-caption = 📒 <b>{ $title }</b>, { $month }. Contains personal data: do not pass it on outside the office.
register-resume = 🗓 Monthly résumé: <b>{ $title }</b>, { $month }. { $count ->
        [0] There are no entries of that month.
        [one] One entry: { $ended } ended, { $open } still open.
       *[other] { $count } entries: { $ended } ended, { $open } still open.
    } It holds personal data: do not pass it on outside the office.
register-not-yours = Registers are for heads and for whoever writes them.
