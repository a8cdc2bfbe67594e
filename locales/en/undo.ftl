## Undo: a wrong press is taken back within 30 seconds.

button-undo = ↩️ Undo
case-undone = ↩️ { $action } is taken back. The case is as it was before.
refused-undo-over = The time to take it back is over. The card shows how things stand.
refused-overtaken = It cannot be taken back: { $name ->
        [none] the case has gone on since.
       *[other] { $name } has pressed { $action } since.
    } The card shows how things stand.
news-undone = ↩️ <b>{ $ticket }</b>: { $name } pressed the wrong button; <b>{ $action }</b> is taken back. Now: { $step }.
news-undone-spared = ↩️ <b>{ $ticket }</b>: { $name } pressed the wrong button. What was just asked of you is <b>off</b>; you need not go or answer.
undone-requester =
    Sorry, our last message was <b>wrong</b>: somebody pressed the wrong button. Your call { $ticket } is still open, and you need not send it again.

    How it stands now: { $step }.
