## Several reports of one event.

card-alike = 🔗 may be the same event: { $ticket } ({ $distance }, { $ago })
card-minutes-ago = { $minutes ->
        [0] just now
        [1] 1 minute ago
       *[other] { $minutes } minutes ago
    }
card-merged = 🔗 <b>Merged into { $main }</b>: one event, dealt with there.
card-reporters = 👥 { $count } reporters, also { $tickets }
case-merged = { $ticket } is merged into { $main }. A mistake? Open the card of { $ticket } and press Separate.
case-parted = { $ticket } stands by itself again.
news-merged = 🔗 <b>{ $ticket }</b> was merged into <b>{ $main }</b>: one event. What both reporters send reaches whoever has { $main }.
news-parted = 🔗 <b>{ $ticket }</b> was separated again and is back with you.
news-merged-position = 📍 <b>{ $ticket }</b>, another reporter of this event: the position is on the following map.
merged-told =
    Your report ({ $ticket }) is dealt with together with another of the same event. We go on telling you here what happens.

    Has something changed, or is it another event? Write or say it here.
parted-told = Your report ({ $ticket }) is now dealt with by itself. We go on telling you here what happens.
refused-merged-already = This report is merged into { $ticket } and dealt with there. Not the same event? Press Separate first.
refused-same-case = These two reports are one already.
refused-sent-already = Both reports have their officer already, so they are not merged: nobody may lose a task without knowing.

## The reporter's past, as it is: counts and dates.

card-wave = 🆕 { $new } of { $all } reporters of open alarms were first met within the hour
card-history = 🕘 earlier reports: { $count }, the last { $newest }; { $endings }

## Storm mode.

storm-heading =
    ⛈ <b>Storm mode</b> since { $since }
    <b>{ $waiting }</b> not taken · { $taken } taken
storm-line = <b>{ $number }.</b> { $triage ->
        [none] { "" }
       *[other] <b>{ $triage }</b> ·{" "}
    }{ $kind ->
        [none] { "" }
       *[other] { $kind } ·{" "}
    }{ $where ->
        [none] { $located ->
            [yes] position known
           *[no] place not known yet
        }
       *[other] { $where }
    } · { $minutes ->
        [0] just now
       *[other] { $minutes } min
    } · { $ticket }{ $presses ->
        [1] { "" }
       *[other] {" "}· pressed { $presses }×
    }{ $silent ->
        [yes] {" "}· 🤫 DO NOT PHONE
       *[no] { "" }
    }
storm-more = … and { $count } more
storm-open = { $number } · Look
storm-over = ⛈ Storm mode is over. Alarms come as a card each again.
storm-triage = Many calls are coming in at once. So that the most urgent come first, press one:
storm-triaged = ✅ { $answer }. Passed on to the operators' queue. If it changes, write or say it here.
storm-began = ⛈ <b>Storm mode</b> began at { $time }: { $waiting } alarms not taken. Operators read one queue, the most urgent first. To end it: /badai.
storm-ended = ⛈ <b>Storm mode</b> ended at { $time }, since { $since }. { $waiting ->
        [0] No alarm is waiting.
       *[other] { $waiting } alarms still wait and ring one by one.
    }
storm-summary = ⛈ Storm mode: { $waiting } alarms not taken, { $taken } being dealt with.
storm-is-off =
    Storm mode is off; { $waiting } alarms are not taken.

    Switched on, operators read <b>one queue</b> for all alarms, and reporters are asked how they are with one button.
storm-is-on =
    ⛈ Storm mode has been on since { $since }; { $waiting } alarms are not taken.

    Ended, those that wait ring again with a card each.
storm-begin = ⛈ Begin storm mode
storm-end = End storm mode
