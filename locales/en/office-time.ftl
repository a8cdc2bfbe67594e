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

## /libur: holidays and hours of the office.

command-libur = Holidays and office hours
holidays =
    🗓 <b>The office's working days</b>
    Today { $hours ->
        [none] the office is closed.
       *[other] the office is open { $hours }.
    }

    <b>Coming holidays</b>
    { $holidays }{ $undecreed ->
        [none] { "" }
       *[other] {"\u000A"}⚠️ The joint leave of { $undecreed } is not in the bot's calendar yet: add it once the government has decreed it.
    }{ $corrections ->
        [none] { "" }
       *[other] {"\u000A\u000A"}<b>Changed by the office</b>{"\u000A"}{ $corrections }
    }

    <b>To change it</b>
    <code>/libur add 28/12/2026-30/12/2026 Moving house</code>
    <code>/libur open 26/12/2026 Worked instead</code>
    <code>/libur hours 08/02/2027-09/03/2027 08:00-15:00 Ramadan</code>
    <code>/libur remove 3</code>
holidays-one = { $day } · { $name } ({ $source ->
        [national] national
        [joint] joint leave
        [estimated] estimate, until the government decrees it
       *[office] office
    })
holidays-correction = { $number }. { $change ->
        [closed] Closed
        [open] Open
       *[hours] Hours { $hours }
    }: { $first }{ $last ->
        [none] { "" }
       *[other] {" "}to { $last }
    } · { $reason }
holidays-correction-by = { $correction } ({ $name }, { $on })
holidays-made =
    ✅ Noted, and in force at once:
    { $correction }

    Deadlines that run are counted anew.
holidays-removed =
    ✅ Removed:
    { $correction }

    Deadlines that run are counted anew.
holidays-no-such = There is no change number { $number }. The numbers stand in /libur.
holidays-unreadable =
    That change cannot be read: dates are day/month/year, at most a year, then the reason. Examples:

    <code>/libur add 28/12/2026-30/12/2026 Moving house</code>
    <code>/libur open 26/12/2026 Worked instead</code>
    <code>/libur hours 08/02/2027-09/03/2027 08:00-15:00 Ramadan</code>
    <code>/libur remove 3</code>

## Forecast.

card-forecast = 📅 Expected end: { $day } · with { $holder } since { $since }{ $off ->
        [none] { "" }
        [0] {"\u000A"}⚠️ Late: put off by less than a working day
        [1] {"\u000A"}⚠️ Late: put off by 1 working day
       *[other] {"\u000A"}⚠️ Late: put off by { $off } working days
    }
card-forecast-requester = the requester
