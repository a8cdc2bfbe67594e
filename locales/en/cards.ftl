## The card of a case.

card-heading-alarm = 🚨 <b>{ $kind ->
        [new] New alarm · { $ticket }
        [none] { $ticket }
       *[other] { $ticket } · { $kind }
    }</b>
card-heading = 📄 <b>{ $ticket } · { $title }</b>
card-mark = ⚠️ <b>{ $mark }</b>
card-do-not-phone = 🤫 <b>DO NOT PHONE THE REPORTER</b>, write little and through the bot; others may read the screen
card-requester = 👤 { $name } · came in { $time }{ $presses ->
        [1] { "" }
       *[other] {" "}· pressed { $presses }×
    }
card-requester-lost = ⚠️ The reporter cannot be reached through the bot.
card-no-place = 📍 <b>Position not known yet</b>
card-place = 📍 { $where } · { $time } ({ $age }){ $accuracy ->
        [none] { "" }
       *[other] , ±{ $accuracy } m
    }
card-street = 🛣 { $street }
card-answer = { $question } <b>{ $answer }</b>
card-evidence = 📷 { $count ->
        [one] 1 file
       *[other] { $count } files
    }
card-officer = 🛵 { $name }{ $distance ->
        [none] { "" }
       *[other] {" "}· { $distance } from the place
    }{ $age ->
        [none] { "" }
       *[other] {" "}(position { $age }{ $accuracy ->
            [none] )
           *[other] , ±{ $accuracy } m)
        }
    }
card-step = <b>Step { $row }/{ $rows }</b> · { $step }
card-step-unnumbered = <b>{ $step }</b>
card-claimed = { $name } has it since { $time }
card-held = By { $name }
card-nobody = ⚠️ Nobody has taken it yet
card-due = ⏳ Until { $time } ({ $left })
card-closed = ☑️ <b>{ $outcome }</b> · closed { $time }
time-left = { $amount ->
        [0] less than 1 minute left
        [1] { $unit ->
            [hours] 1 hour left
           *[minutes] 1 minute left
        }
       *[other] { $amount } { $unit ->
            [hours] hours left
            [days] days left
           *[minutes] minutes left
        }
    }
time-over = { $amount } { $unit ->
        [hours] h over
        [days] days over
       *[minutes] min over
    }

## News, as answers to the card.

news-your-turn = 👉 <b>{ $ticket }</b>: your turn · { $step }
news-taken-over = <b>{ $ticket }</b> was taken over by { $name }. You need not go on.
news-claim-lapsed = 🔔 <b>{ $ticket }</b> is open again: { $name } took it but has not gone on.
news-your-claim-lapsed = 🔔 <b>{ $ticket }</b> is open to all again because you have not gone on. Still yours? Press <b>{ $label }</b> again.
news-claim-released = 🔔 <b>{ $ticket }</b> was given back by { $name } and is open again.
news-not-needed = You need not answer <b>{ $ticket }</b> any more. Its card shows how things stand.
news-requester-lost = ⚠️ <b>{ $ticket }</b>: the { $asker ->
        [alarm] reporter
       *[other] requester
    } can no longer be reached through the bot.
news-words-requester = 💬 <b>{ $ticket }</b>, { $asker ->
        [alarm] reporter
       *[other] requester
    }: { $words }
news-words-staff = 📝 <b>{ $ticket }</b>{ $name ->
        [none] { "" }
       *[other] , { $name }
    }: { $words }
news-passed-over = <b>{ $ticket }</b> went to somebody else because you had not answered. You need not set out.
news-holder-unanswered = ⚠️ <b>{ $ticket }</b>: { $name } does not answer. { $officer ->
        [none] Choose another officer.
       *[other] Asked now: { $officer }.
    }
news-holder-unreachable = ⚠️ <b>{ $ticket }</b>: { $name } cannot be reached through the bot. { $officer ->
        [none] Choose another officer.
       *[other] Asked now: { $officer }.
    }
news-holder-lost = 🔴 <b>{ $ticket }</b>: { $name } cannot be reached through the bot. Try radio or telephone; you can go on with the case from its card.
news-nobody-holds = 🔴 <b>{ $ticket }</b>: nobody on duty as { $role } can be reached. You are called so that this call does not wait.
news-pressed-again = 🔔 <b>{ $ticket }</b>: the reporter pressed again ({ $presses }×).
news-closed = ☑️ <b>{ $ticket }</b> was closed at { $time }: { $outcome }.
evidence-caption = 📷 <b>{ $ticket }</b> · { $time }
own-words = { $words }

## Reminders.

remind-soon = ⏳ <b>{ $ticket }</b>: the time is almost up · { $step }
remind-late = 🔴 <b>{ $ticket }</b>: the time is over · { $step }
remind-above = 🔴 <b>{ $ticket }</b> is late · { $step }{ $distance ->
        [none] { "" }
       *[other] , still { $distance } from the place
    }. Please look into it.
delivery-repeated = <i>(this message may have been sent twice)</i>
audit-day-end =
    🔏 Audit trail up to { $day }: { $count } events.
    Last hash: <code>{ $hash }</code>

    Keep this message. If old records are changed in secret, this hash will not match any more.

## Buttons.

button-look = Show card
button-route = 🧭 Route
button-no = Not after all
