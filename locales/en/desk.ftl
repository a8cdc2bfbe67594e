## Reports that come in by telephone, by radio or in person.

case-recorded = { $ticket } is recorded and yours. Its card is below.
card-caller = 👤 { $name ->
        [none] Reporter
       *[other] { $name }
    } · by { $channel }, recorded by { $operator } { $time }
card-caller-phone = ☎️ { $number }

## Other services that the operator has telephoned.

alarm-other-service =
    📞 The operator recorded at { $time }: { $service } has been called for you. Your call stays open here.

    If anything changes, write or say it here.
alarm-handed-over =
    ✅ Your case is now with { $service }; report { $ticket } was closed at { $time }.

    If you have not received help, press <b>🚨 PANIC</b> again or call 112.

## Officers' answers that the operator writes down.

proxy-which = <b>{ $ticket }</b>: what is the answer of { $name }?
news-recorded-for-you =
    📝 <b>{ $ticket }</b>: { $name } has recorded for you: <b>{ $action }</b>{ $way ->
        [none] { "" }
       *[other] , by { $way }
    }.{ $words ->
        [none] { "" }
       *[other] {" "}As written down: “{ $words }”
    }

## Change of shift.

handover-who = You still have { $count ->
        [one] 1 case
       *[other] { $count } cases
    }: { $tickets }. Who takes over?
handover-all = All → { $name }
handover-to = { $name }
handover-singly = One by one
handover-stay = Stay on duty
handover-stayed = Fine, you stay on duty.
handover-one = <b>{ $ticket }</b>: who takes over?
handover-chosen = → { $name }
handover-note = A note for whoever takes over? Write it here, or press <b>Skip</b>.
handover-offered =
    { $names ->
        [none] You do not have that case any more.
       *[other] Waiting for { $names } to press <b>Accept</b>. Until then the cases are yours and you stay on duty.
    }
handover-asked =
    🔁 { $name } goes off duty and hands over to you ({ $count }): { $tickets }.{ $note ->
        [none] { "" }
       *[other] {" "}Note: { $note }
    }

    Press <b>Accept</b>: from then on you are the operator.
handover-accept = Accept
handover-accepted = ✅ You have taken over { $tickets }.
handover-yours = Cases that are yours now: { $count }.
handover-complete = 🔴 { $name } has taken over all your cases. Your duty has ended; you are not called any more.
handover-nobody =
    ⚠️ You still have cases ({ $count }): { $tickets }, and no other operator is on duty. We are messaging your superior.

    If you leave all the same, these cases open again and those above you are called.
handover-leave = End duty all the same
handover-left = You left without a successor; your cases are open again.
handover-orphans = 🔴 Operator { $name } wants to end duty and still has cases ({ $count }): { $tickets }. No other operator is on duty.
news-handed-over = ✅ <b>{ $ticket }</b> was taken over by { $name }.
card-offered = 🔁 Offered to { $name }, not accepted yet

## The sound test as duty begins.

sound-test = 🔔 Sound test: press <b>Heard</b> within 2 minutes, to be sure that an alarm is heard on this phone.
sound-heard-button = Heard
sound-heard = 🔔 The sound was heard at { $time }.
sound-not-heard =
    ⚠️ You have not pressed <b>Heard</b>: an alarm may not be heard on this phone. Check its sound and Telegram's notifications, then press <b>Heard</b>.
sound-not-heard-of = ⚠️ { $name } is on duty but has not pressed <b>Heard</b> within 2 minutes: the phone may not be heard. Telephone or use the radio.
