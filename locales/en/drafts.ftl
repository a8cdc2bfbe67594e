## Work on its way: versions, rounds, initials and signatures.

card-register = 🗂 { $register }, number { $number }
card-version = 📎 { $question } <b>version { $version }</b>{ $name ->
        [none] { "" }
       *[other] {" "}· { $name }
    }{ $count ->
        [one] { "" }
       *[other] {" "}· { $count } files
    }{ $hash ->
        [none] { "" }
       *[other] {" "}· SHA-256 <code>{ $hash }</code>…
    }
card-round = 🔁 <b>Round { $number }</b>, sent back { $name ->
        [none] { $time }
       *[other] by { $name } { $time }
    }{ $note ->
        [none] { "" }
       *[other] : “{ $note }”
    }
card-signed = ✍️ { $mark ->
        [paraf] Initialled
        [outside] Signed outside the bot, uploaded
       *[ttd] Signed
    } { $name ->
        [none] { $role }
       *[other] { $name }{ $role ->
            [none] { "" }
           *[other] , { $role }
        }
    } · { $time } · version { $version }
document-caption = 📄 <b>{ $ticket }</b>{ $name ->
        [none] { "" }
       *[other] {" "}· { $name }
    }{ $version ->
        [none] { "" }
       *[other] {" "}· version { $version }
    }
refused-file-not-kept = The file has not been stored yet, so it cannot be initialled or signed. Try again in a moment; if it stays like this, have it sent anew.
button-proposed = ⚡ { $phrase }
