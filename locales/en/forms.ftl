## Forms: one question a message.

form-question = <b>{ $question }</b>
form-hint-text = Write the answer, at most { $most } letters.
form-hint-said = Write it (at most { $most } letters), or send a voice message.
form-hint-number = Write a number only, such as 12.
form-hint-phrase = Choose one, or write or say it yourself.
form-hint-choice = Choose one.
form-hint-duration = Choose one.
form-hint-yes_no = Choose one.
form-hint-phone = Press 📎, choose Contact and send your own contact.
form-hint-location = Press 📎, choose Location and send it.
form-hint-photos = Send photos from your camera or gallery.
form-hint-voice = Press 🎤 and speak.
form-hint-video = Send a video.
form-hint-document = Send the file ({ $kinds }) with 📎; { $most ->
        [1] one only
       *[other] { $most } at most
    }.
form-hint-person = Choose one; the nearest come first.
form-hint-people = Tap one or several; the nearest come first. The first you choose leads. Then press <b>Done</b>.
form-nobody-there = No officer on duty can be reached. Call by radio or phone, and ask them to press 🟢 Start duty.
form-more = { $count ->
        [none] Received
       *[other] { $count } received
    } (at most { $most }). Send more, or press <b>Done</b>.
form-done = ✅ Done
form-skip = Skip
form-back = ‹ Back
form-cancel = Cancel
form-without = There is none…
form-send = ✅ Send
form-summary =
    <b>Please check:</b>
    { $answers }
form-cancelled = Cancelled. Nothing has been sent.
form-accepted = ✅ Noted on { $ticket }.
form-answer =
    { $question }
    ➜ { $answer }
answer-yes = Yes
answer-no = No
wrong-text = Write the answer as text. For example: <i>fire is out, one person taken to hospital</i>.
wrong-length = Your answer has { $length } letters; { $least } to { $most } can be kept. Shorten it and send it again.
wrong-number = Write a number only. For example: { $example }.
wrong-range = The number must be { $least ->
        [none] { $most } at most
       *[other] { $most ->
            [none] { $least } at least
           *[other] from { $least } to { $most }
        }
    }. Example: <i>{ $example }</i>.
wrong-location = Send a position with 📎 → Location.
wrong-phone = Send your own contact with 📎 → Contact.
wrong-contact = This is somebody else's contact. Send your own.
wrong-photos = Send it as a photo, not as words or a file. For example: press 📎, choose Gallery.
wrong-voice = Send a voice message: press and hold 🎤.
wrong-video = Send it as a video.
wrong-document = Send it as a file with 📎 → File.
wrong-tap = Choose one of the buttons above.
