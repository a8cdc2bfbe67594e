## A short code that staff type or scan.

check-code-given =
    🎫 Your check-in code for { $ticket }: <b>{ $code }</b>

    Show this code or its QR picture to the staff when you arrive. Keep this message.
check-code-picture = 🎫 { $ticket } · <b>{ $code }</b>
check-code-is-yours = 🎫 Your code <b>{ $code }</b> is right. Show it to the staff when you arrive; they scan or type it.
check-code-used = ✅ { $ticket }: { $action }
check-code-unknown = That code is not known. Check its six letters and figures again.
candidate-at = { $name }{ $engaged ->
        [none] { "" }
       *[other] {" "}· already needed at { $engaged }
    }

## Desks with nobody there.

form-nobody-holds = Nobody holds this role and can be reached. Have the admin add somebody, then press the button again.
news-nobody-at-desk = 🔴 <b>{ $ticket }</b>: no { $role } can be reached. You are asked to go on with it, so that it does not come to a stop.
news-holder-gone = 🔴 <b>{ $ticket }</b>: whoever was to do “{ $step }” has left or cannot be reached. Appoint somebody else from the card.
