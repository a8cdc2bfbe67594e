## Stand-ins (Plh, Plt).

command-delegasi = Appoint a stand-in (Plh, Plt)
delegation-not-yours = Stand-ins are appointed by those who hold an office. A duty is handed over by <b>🔴 End duty</b>.
delegation-empty = Nobody stands in for you.
delegation-list =
    Whoever stands in for you:
    { $list }
delegation-one = • { $deputy }, { $capacity }, { $begins } to { $ends }
delegation-new = ➕ Appoint somebody
delegation-end = End it · { $name }
delegation-who = Who stands in for you?
delegation-chosen = Stand-in: <b>{ $name }</b>
delegation-as = As what?
delegation-plh = Plh (for some days)
delegation-plt = Plt (the office is vacant)
delegation-first = From which day? Choose, or write it. Example: <i>{ $example }</i>
delegation-last = Until which day, that day included? Choose, or write it. Example: <i>{ $example }</i>
delegation-no-day = This is no date. Write day/month/year. Example: <i>25/11/2026</i>
delegation-past = That day is past. Write today or a later day. Example: <i>{ $example }</i>
delegation-wrong-span = The last day may not stand before the first, and it lasts a year at most. Example: <i>{ $example }</i>
delegation-taken = Somebody stands in for you on those days already. End that first: /delegasi.
delegation-nobody = There is no colleague to choose yet. Ask an admin to add one with the staff command.
delegation-sure =
    <b>{ $deputy }</b> stands in for you as <b>{ $capacity }</b>, { $first } to { $last }.

    Until then what waits for you goes to them. You may still do it, but are not called.
delegation-send = ✅ Appoint
delegation-kept = ✅ The stand-in is appointed. See or end it at any time: /delegasi.
delegation-ended = Nobody stands in for you any more.
stand-in-appointed = 📅 You are appointed <b>{ $capacity }</b> in the place of { $principal }, { $begins } to { $ends }.
stand-in-began =
    👤 From now on you are <b>{ $capacity }</b> in the place of { $principal }, until { $ends }.{ $waiting ->
        [0] { "" }
        [one] {" "}One case waits for you already.
       *[other] {" "}{ $waiting } cases wait for you already.
    }
stand-in-began-principal =
    👤 { $deputy } stands in for you from now until { $ends }.{ $waiting ->
        [0] { "" }
        [one] {" "}One case that waited for you is with them.
       *[other] {" "}{ $waiting } cases that waited for you are with them.
    }
stand-in-cancelled = Your appointment as <b>{ $capacity }</b> from { $begins } was withdrawn by { $principal }.
stand-in-ended = You are <b>{ $capacity }</b> no longer. What still waits goes back to { $principal }.
stand-in-ended-principal =
    { $deputy } stands in for you no longer. { $waiting ->
        [0] Nothing waits for you.
        [one] One case waits for you.
       *[other] { $waiting } cases wait for you.
    }
card-deputised = ✍️ { $action }: { $name }, { $capacity }
