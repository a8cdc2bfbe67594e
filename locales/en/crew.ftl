## Who can go.

crew-candidate = { $name }{ $distance ->
        [none] {" "}· position unknown
       *[other] {" "}· { $distance } · { $footing ->
            [post] post
            [hours] { $age } h ago
           *[minutes] { $age ->
                [0] just now
               *[other] { $age } min ago
            }
        }
    } · { $state ->
        [busy] busy
        [passed] could not before
        [beside] already going
       *[free] free
    }
crew-candidate-post = ☎ { $name }{ $distance ->
        [none] { "" }
       *[other] {" "}· { $distance }
    } · post · by telephone
crew-dial = ☎ Telephone now: <b>{ $post }</b>, { $phone }. Once they are on their way, press <b>Ready</b> on the card: the officer's buttons are yours.

## Further officers.

card-crew = ➕ { $name } · { $step } since { $time }
card-crew-finished = ➕ { $name } · finished { $time }
crew-coming = 🛵 Further help is on its way to you.
crew-ready = 🛵 <b>{ $ticket }</b>: { $who } is coming to help, on the way at { $time }.
crew-arrived = 📍 <b>{ $ticket }</b>: { $who }, who came to help, arrived at { $time }.
crew-finished = ✅ <b>{ $ticket }</b>: { $who } finished helping at { $time }.
crew-unable = ⚠️ <b>{ $ticket }</b>: { $who } cannot come to help ({ $hindrance }).
crew-not-coming = ⚠️ <b>{ $ticket }</b>: { $who } is not coming to help after all ({ $hindrance }).
crew-needed = ➕ <b>{ $ticket }</b>: { $officer } asks for more: { $words }
crew-asked = ➕ <b>{ $ticket }</b>: the operator has asked { $crew } to help you.
crew-unanswered = ⚠️ <b>{ $ticket }</b>: { $name } has not answered the request to help. { $asked ->
        [none] There is nobody left to ask: call by radio or phone, or press Send more on the card.
       *[other] Asked now: { $asked }.
    }
crew-unreachable = ⚠️ <b>{ $ticket }</b>: { $name } cannot be reached through the bot to help. { $asked ->
        [none] There is nobody left to ask: call by radio or phone, or press Send more on the card.
       *[other] Asked now: { $asked }.
    }
