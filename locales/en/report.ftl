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
report-stars = <b>Satisfaction</b>: ⭐ { $mean } of 5, from { $count ->
        [one] one rating
       *[other] { $count } ratings
    }
report-no-index = <b>Satisfaction</b>: { $count ->
        [0] nobody has rated it yet
        [one] one rating; the IKM is computed once all nine questions have an answer
       *[other] { $count } ratings; the IKM is computed once all nine questions have an answer
    }
report-month = { $way ->
        [back] ◀ { $month } { $year }
       *[on] { $month } { $year } ▶
    }
report-file = { $form ->
        [pdf] 📄 PDF
       *[xlsx] 📊 Spreadsheet
    }
report-coming = It is being prepared. The file comes to this chat.
report-caption = 📊 Report <b>{ $title }</b>, { $month }.
report-sheet-counts = Counts
report-sheet-times = Times against the SOP
report-sheet-satisfaction = Satisfaction
report-case = Cases
report-count = Number
report-opened = Came in
report-closed = Ended
report-of-these = Of these: { $outcome }
report-open = Still open
report-column-step = Step
report-column-row = Row of the SOP
report-column-times = How often
report-column-median = Median
report-column-unit = Unit
report-column-within = The SOP's time
report-column-share = In time (%)
report-unit = { $unit ->
        [days] working days
        [hours] hours
        [minutes] minutes
       *[seconds] seconds
    }
report-unsur = Element of the service
report-answers = Ratings
report-mean = Value
report-ikm = { $quality ->
        [none] IKM (computed once all nine elements have an answer)
       *[other] IKM ({ $quality })
    }
