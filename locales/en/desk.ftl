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
