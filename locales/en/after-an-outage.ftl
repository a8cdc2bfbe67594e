## Alarms that came in late, after an outage.

late-question = Do you still need help?
late-asked =
    🕰 Because of an outage, the call that you made at { $pressed } reached us only at { $received }. We are sorry.

    <b>Do you still need help?</b> Even without an answer the operators are being called. To hear a human voice: phone 112, free of charge.
late-yes = 🚨 Still needed
late-no = No longer needed
late-still-needed = All right. Your call stays open and the operators are being called. If you can, send your position now.
card-late = 🕰 <b>Pressed { $pressed }, received { $received }</b>{ $needed ->
        [yes] {" "}· reporter: still needed
       *[none] {" "}· not known whether still needed
    }
alarm-still-needed = 🔔 <b>{ $ticket }</b>: the reporter STILL needs help.
