## Reports that come in by telephone, by radio or in person.

case-recorded = { $ticket } is recorded and yours. Its card is below.
card-caller = 👤 { $name ->
        [none] Reporter
       *[other] { $name }
    } · by { $channel }, recorded by { $operator } { $time }
card-caller-phone = ☎️ { $number }
