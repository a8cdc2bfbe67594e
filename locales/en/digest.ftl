## The morning's digest, and going through what waits one by one or several at once.

digest-heading = 🗓 <b>Waiting for you this morning: { $count }</b>
digest-line = { $state ->
        [late] 🔴
       *[waiting] •
    } { $ticket } · { $step } · since { $since }
digest-more = … and { $count } more in <b>🗂 My tasks</b>.
digest-below = 🔴 <b>Late at the desks below you: { $count }</b>
digest-late = • { $ticket } · { $step } · { $holders ->
        [none] nobody has it
       *[other] { $holders }
    } · since { $since }
digest-more-below = … and { $count } more.
tasks-singly = ▶ One by one
tasks-bulk = ☑ Several at once · { $step }
button-next = Next ▸ ({ $count })
bulk-choose = <b>{ $title }</b>: tick those that you decide alike, then press what you decide. Ticked: { $count }.
bulk-all = Tick all
bulk-chosen = For { $count } cases at once.
bulk-done = ✅ Noted on { $done ->
        [one] one case
       *[other] { $done } cases
    }. { $refused ->
        [0] Each can be taken back on its card as long as the button is there.
        [one] One other has not changed, because it was dealt with already; see its card.
       *[other] { $refused } others have not changed, because they were dealt with already; see their cards.
    }
