## Officers on the road and on the scene.

remind-on-the-road = ⏳ <b>{ $ticket }</b>: the time to arrive is up at { $until }. There already? Press <b>Arrived</b> on the card. Riding? Ignore this, answer by radio.
remind-call-the-officer = 🔴 <b>{ $ticket }</b>: no word from { $officer ->
        [none] the officer
       *[other] { $officer }
    } yet · { $step }{ $distance ->
        [none] { "" }
       *[other] , still { $distance } from the place
    }. Call by radio.
remind-still = ⏳ <b>{ $ticket }</b>: the time you asked for is up · { $step }. Still at it? Press the button below. Finished? Press so on the card. No hand free? Answer by radio.
alarm-officer-still = 🕒 <b>{ $ticket }</b>: { $officer } is still at it on the scene; asked again at { $until }.

## An officer in danger.

alarm-officer-in-danger =
    🆘 <b>{ $ticket }: { $who } IS IN DANGER</b>, pressed at { $time }. { $at ->
        [none] The position is not known.
       *[other] The last position, of { $at }, is on the map that follows.
    }

    Call by radio now. Does it ring for you? Press <b>Take the rescue</b> on the card.
alarm-colleague-in-danger =
    🆘 <b>{ $who } IS IN DANGER</b>, pressed at { $time }{ $area ->
        [none] { "" }
       *[other] {" "}on the way to Kel. { $area }
    }. { $at ->
        [none] The position is not known.
       *[other] The last position, of { $at }, is on the map that follows.
    }

    You are near. Report by radio before you move, and do not go in alone.
alarm-rescue-taken = 🆘 <b>{ $ticket }</b>: your call for help has been in hand since { $time }. Your safety first; answer by radio if you can.
alarm-rescue-over = <b>{ $ticket }</b>: the rescue is noted as over at { $time }. Still in danger? Press <b>🆘 I am in danger</b> again, or call by radio.
