## Hari dan jam kantor.

day = { $weekday ->
        [0] Sen
        [1] Sel
        [2] Rab
        [3] Kam
        [4] Jum
        [5] Sab
       *[6] Min
    } { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] Mei
        [6] Jun
        [7] Jul
        [8] Agu
        [9] Sep
        [10] Okt
        [11] Nov
       *[12] Des
    }
card-begins = 🗓 Mulai { $time }
card-clock-stopped = ⏸ Waktu berhenti: menunggu pemohon
remind-ahead = ⏰ <b>{ $ticket }</b>: { $moment } · { $step }
