## Steps that go to somebody else.

reassign-which = Write the number of a case that is open. Example: <i>/alih KJ-2026-000042</i>
reassign-nobody = <b>{ $ticket }</b> · { $step }: nobody else with that role can be reached.
reassign-to = <b>{ $ticket }</b> · { $step }: who is to have it?
reassign-person = { $name }{ $busy ->
    [yes] {" "}· has other work
   *[no] {""}
}
reassign-sure = <b>{ $ticket }</b>: pass on to { $name }?
button-reassign = 🔁 Pass on
reassign-done = ✅ <b>{ $ticket }</b> is with { $name } now.
news-left-to-you = 🔁 <b>{ $ticket }</b>: { $name } does not work on this any more. The step is yours now · { $step }
news-reassigned = 🔁 <b>{ $ticket }</b>: { $name } has passed this step on to you · { $step }
news-reassigned-away = 🔁 <b>{ $ticket }</b>: { $name } has passed this step on to { $to }. You need not go on.

## At whose desk a request lies.

status-desk = At the desk of: { $desk }
status-desk-yours = Waiting for your answer
