## Days and hours of the office.

day = { $weekday ->
        [0] Mon
        [1] Tue
        [2] Wed
        [3] Thu
        [4] Fri
        [5] Sat
       *[6] Sun
    } { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
card-begins = 🗓 Begins { $time }
card-clock-stopped = ⏸ The clock stands still: waiting for the requester
remind-ahead = ⏰ <b>{ $ticket }</b>: { $moment } · { $step }
