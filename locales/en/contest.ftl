## After the end: what the reporter reads.

alarm-contested =
    We are sorry that this is not finished. Report { $origin } goes on as <b>{ $ticket }</b>, and a head is asked to look into it now.

    What is still missing? Write, say or photograph it here. An emergency? Press <b>🚨 PANIC</b> or phone 112: the operators are called at once.
alarm-reopened =
    🚨 <b>Your call is open again</b> as { $ticket } and the operators are being called. Your position and messages have gone along.

    Have you moved? Send your position again. Want a human voice: phone 112, free of charge.
alarm-sent-again =
    A head has looked into it: the operators are being called for you again ({ $ticket }). You hear from us as soon as somebody has it.

    If anything changes, write here. Want a human voice: phone 112, free of charge.
alarm-head-asks =
    ❓ <b>A head asks</b>{ $words ->
        [none] {" "}by the voice message below.
       *[other] : { $words }
    }

    Answer here, in writing or by voice. Not safe? You need not answer.
alarm-settled =
    A head has looked into report { $ticket } and closed it at { $time }: { $finding }.

    If you need help again, press <b>🚨 PANIC</b> or phone 112. At any time.
contest-thanks = 🙏 Thank you, your answer for report { $ticket } has been noted. We wish you well.
contest-already =
    That report goes on as <b>{ $ticket }</b> already; how far it is: /status.

    An emergency? Press <b>🚨 PANIC</b> or phone 112.
contest-too-late =
    Report { $ticket } was closed more than 72 hours ago, so it cannot be opened again from here.

    Need help now? Press <b>🚨 PANIC</b> or phone 112: you are helped at once. A complaint? Come to the office or phone it.
silent-done = Done

## What heads and operators read.

alarm-still-emergency = 🔴 <b>{ $ticket }</b>: the reporter says that it is STILL AN EMERGENCY after { $origin } was closed as none. The operators are being called again.
card-origin = 🔗 Follows { $ticket }{ $outcome ->
        [none] { "" }
       *[other] {" "}· { $outcome }
    }
card-linked = 🔗 Goes on as { $ticket }
card-accepted = 👍 The reporter says that it is done, { $time }
button-origin = 🔗 Card of { $ticket }
