## Where: live positions, signals, and the place of the incident.

news-place-moved = 📍 <b>{ $ticket }</b>: the reporter moved about { $far }, position at { $located }.
news-live-ended = 📍 <b>{ $ticket }</b>: the reporter stopped sharing the live position. Last position at { $located }.
alarm-signal-lost = 📡 <b>{ $ticket }</b>: no new position from { $name } since { $since }{ $where ->
        [none] { "" }
       *[other] , last in { $where }
    }{ $far ->
        [none] { "" }
       *[other] , { $far } from the place
    }. Call them on the radio.
alarm-reporter-signal-lost = 📡 <b>{ $ticket }</b>: no new position from the reporter since { $since }{ $where ->
        [none] { "" }
       *[other] , last in { $where }
    }. The live position has not been stopped; ask through the bot if it is safe.
