## A day after a case has closed.

card-forgotten =
    📁 <b>{ $ticket }</b>{ $kind ->
        [none] { "" }
       *[other] {" "}· { $kind }
    }{ $kelurahan ->
        [nowhere] { "" }
        [none] {"\u000A"}📍 No place recorded
       *[other] {"\u000A"}📍 { $kelurahan }, { $kecamatan }
    }
    Received { $opened }, closed { $closed }
    ☑️ <b>{ $outcome }</b>

    Name, number, place and what was reported are no longer shown here.
forgotten-news = { $ticket } is closed. What this message said has been removed.
forgotten-file = { $ticket } is closed. Delete this file from your phone.
