## A reporter under duress: what they read.

menu-safe = ✅ I am safe
menu-needed = 🆘 Still needed
menu-number = 📞 Share my number
menu-again = Send again
menu-go-on = Go on
alarm-close-asked =
    Your request has been noted. The call is NOT closed: it goes on until an operator is sure that you are safe.

    Do you still need help? Press <b>🆘 Still needed</b>, or write here at any time.
alarm-goes-on =
    Your call goes on. The request to close it no longer counts.

    If anything changes, write or say it here. Want a human voice: phone 112, free of charge.
alarm-closed-safe =
    Report { $ticket } was closed by the operator at { $time }, at your request.

    If you need help again, press <b>🚨 PANIC</b> or phone 112. At any time.
alarm-describe-place =
    We are telling the officer that you have not met. Write, say or photograph what your place looks like: the colour of the house, the fence, what stands in front of it.

    Everything you send here is passed to the officer and the operator. Stay where it is safe.
alarm-number-asked =
    📞 The operator would like to be able to phone you. Press <b>📞 Share my number</b> below, and agree.

    Not safe to talk? Do not press it; just write here.
alarm-number-received = ✅ Your number has been received. Only those who have your call can see it.
alarm-others-number =
    ✅ That contact has been received and passed on as a note. It is not your own number: those who have your call cannot phone you yet.

    Your own number: press <b>📞 Share my number</b> if the button is there, or write it here.
number-by-clip = This phone does not share a number by the button. Just write your number here. For example: <i>0812 3456 7890</i>.
silent-not-yet = Not yet

## What operators and officers read.

alarm-asks-to-close =
    ❕ <b>{ $ticket }</b>: the reporter writes that they are safe and asks to close the call. Whoever holds the phone may not be the one in danger: make sure first.

    Sure that they are safe? Press <b>Reporter safe, close</b> on the card. The officer keeps going until that is pressed.
alarm-goes-on-news = 🆘 <b>{ $ticket }</b>: the reporter STILL needs help; the request to close no longer counts.
alarm-not-met = ❗ <b>{ $ticket }</b>: the reporter has NOT met the officer. They are asked what the place looks like; what they send is passed on.
news-number = 📞 <b>{ $ticket }</b>, the reporter's number: { $words }
news-turn-back = ☑️ <b>{ $ticket }</b> was closed at { $time }: { $outcome }. You need not set out; if you are on the way, please turn back.
card-number = 📞 { $number }
card-asks-close = ❕ <b>The reporter asks to close</b>, make sure first that they are safe
