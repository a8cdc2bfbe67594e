## The heads' monthly report.

command-laporan = This month's report
report-not-yours = Reports are for heads only.
report-heading =
    📊 <b>{ $title }</b>
    { $month } { $year }{ $upto ->
        [none] { "" }
       *[other] , up to { $upto }
    }
month-name = { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
report-counts = Came in { $opened } · ended { $closed } · still open { $open }
report-outcome = • { $outcome }: { $count }
report-times = <b>Times against the SOP</b>
report-step = { $row ->
        [none] •
       *[other] { $row }.
    } { $step }: median { $median }{ $within ->
        [none] { "" }
       *[other] {" "}of { $within }
    }{ $share ->
        [none] { "" }
       *[other] , { $share }% in time
    } ({ $count }×)
report-length = { $amount } { $unit ->
        [days] working days
        [hours] hours
        [minutes] minutes
       *[seconds] seconds
    }
report-index = <b>Satisfaction</b>: IKM { $index } ({ $quality }, { $performance }) from { $count } ratings
report-no-index = <b>Satisfaction</b>: { $count ->
        [0] nobody has rated it yet
        [one] one rating; the IKM is computed once all nine questions have an answer
       *[other] { $count } ratings; the IKM is computed once all nine questions have an answer
    }
report-month = { $way ->
        [back] ◀ { $month } { $year }
       *[on] { $month } { $year } ▶
    }
