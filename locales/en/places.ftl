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

## Age, accuracy, and outside the city.

card-elsewhere = 📌 It happens elsewhere, the reporter says: <b>{ $words }</b>
card-place-coarse = ⚠️ A coarse position: it may be { $accuracy } m off. Ask for a landmark.
card-place-old = ⚠️ A position from before this call; the reporter may be elsewhere by now.
card-signal-lost = 📡 No new position since { $since }
place-in = <b>{ $kelurahan }</b>, { $kecamatan }
place-unknown = { $outside ->
        [none] Position received
       *[other] ⚠️ <b>{ $outside }</b>
    }
place-outside = { $reach ->
        [near] outside { $city ->
            [none] the city
           *[other] { $city }
        }, maybe at sea, about { $far } from { $nearest }
        [far] far outside { $city ->
            [none] the city
           *[other] { $city }
        }, about { $far } from there
       *[beyond] outside { $city ->
            [none] the city
           *[other] { $city }
        }, about { $far } from { $nearest }
    }
time-ago = { $amount ->
        [0] just now
        [1] { $amount } { $unit ->
            [hours] hour ago
           *[minutes] minute ago
        }
       *[other] { $amount } { $unit ->
            [hours] hours ago
           *[minutes] minutes ago
        }
    }

## 📌 Change place, and codes of places.

menu-relocate = 📌 Change place
menu-panic-here = 🚨 PANIC here
relocate-ask = Where does it happen? Send a point on the map (📎 → Location), or write the address or a landmark.
relocate-done = ✅ The place is here and passed on to whoever handles your call. It does not move along with your phone.
alarm-relocated = 📌 <b>{ $ticket }</b>: the reporter names another place for the incident. See the map and the card.
code-unknown =
    We do not know the code of this place; it may have been replaced.

    In danger? Press <b>🚨 PANIC</b>, then send your position or write a landmark.
code-scanned =
    📍 You scanned the code of <b>{ $name }</b>.

    In danger? Press <b>🚨 PANIC here</b>: your call brings this place along at once. Good for 10 minutes.
code-words = code of the place: { $name }{ $landmark ->
        [none] { "" }
       *[other] , { $landmark }
    }
