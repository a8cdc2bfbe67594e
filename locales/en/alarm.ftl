## What the reporter reads, turn by turn.

alarm-pressed =
    🚨 <b>Your call HAS COME IN</b> at { $opened } ({ $ticket }).

    { $located ->
        [none] Now press <b>📍 Send position</b> below, then OK.
               Not possible? Write or say a landmark: street, neighbourhood, mosque, shop.
       *[other] We have your position, of { $located }. Somewhere else now? Send it again.
    }

    Need a human voice: phone 112, free.
alarm-pressed-again =
    🚨 Your call of { $opened } is still open ({ $ticket }). The operators are being called again.

    Press <b>📍 Send position</b> below, or write the nearest landmark. Need a human voice: phone 112, free.
alarm-pressed-again-located =
    🚨 Your call of { $opened } is still open ({ $ticket }) and we have your position. The operators are being called again.

    If anything changes, write or say it here. Need a human voice: phone 112, free.
alarm-no-location =
    We do not have your position yet. Your call has been passed to the operators ALL THE SAME at { $time }.

    Write or say the nearest landmark, or press <b>📍 Send position</b> again.
alarm-located =
    ✅ Position received{ $area ->
        [none] { $outside ->
            [none] { "" }
           *[other] : { $outside }
        }
       *[other] : around { $area }
    }. The operators are being called; we tell you as soon as somebody has taken your call.

    Your own safety comes first. If it is safe, send voice, words or photos here.
alarm-described =
    ✅ Your message is here. The operators are being called; we tell you as soon as somebody has taken your call.

    If you can, press <b>📍 Send position</b> too: help finds you faster. Your own safety comes first.
alarm-nobody-yet =
    We are sorry: 1 minute has passed and no operator has taken your call. We go on calling.

    <b>Do not only wait for this message</b>: if you can, phone 112 (free) or 110 (police). Your call stays open.
alarm-asked-directly = We are also calling the nearest officers directly. Your call stays open. Need a human voice: phone 112, free.
alarm-taken =
    👤 An operator has had your call since { $time } and is getting an officer ready.

    Anything they should know? Write it or send a voice message here; it goes straight to the operator. Not safe to talk? Press <b>🤫 Do not phone</b>.
alarm-on-the-way =
    🛵 { $officer ->
        [none] The officer
       *[other] Officer { $officer }
    } set out at { $time }{ $distance ->
        [none] { "" }
       *[other] , about { $distance } from you
    }.

    Wait in a safe place. If anything changes or you move, write it here.
alarm-officer-turned-back =
    ⚠️ { $officer ->
        [none] The officer
       *[other] Officer { $officer }
    } cannot go on. The operators are being called to send somebody else; your call stays open.

    Stay in a safe place. Need a human voice: phone 112, free.
alarm-arrived =
    📍 { $officer ->
        [none] The officer
       *[other] Officer { $officer }
    } reports having arrived at { $time }.

    Have not met yet? Press <b>Not met yet</b>, or write what your place looks like.
alarm-closed =
    ✅ The officer reports that the work is done; report { $ticket } was closed at { $time }.

    <b>Has help reached you?</b> If not, press <b>Not finished</b> within 72 hours: the report is opened again and a head looks into it. An emergency again? Press <b>🚨 PANIC</b> or phone 112.
alarm-not-emergency =
    Report { $ticket } was closed by the operator at { $time }: not an emergency{ $reason ->
        [none] { "" }
       *[other] {" "}({ $reason })
    }. No harm done.

    If you STILL need help, press <b>Still an emergency</b>: the operators are called again at once. Or phone 112.
alarm-withdrawn =
    Call { $ticket } was withdrawn at { $time }, before it was passed to the operators.

    If you need help, press <b>🚨 PANIC</b>, or phone 112.
alarm-operator-asks =
    ❓ <b>The operator asks</b>{ $words ->
        [none] {" "}by the voice message below.
       *[other] : { $words }
    }

    Answer here, in writing or by voice. Not safe? You need not answer.
alarm-officer-asks =
    ❓ <b>The officer asks</b>{ $words ->
        [none] {" "}by the voice message below.
       *[other] : { $words }
    }

    Answer here, in writing or by voice. Not safe? You need not answer.
alarm-added = ✅ Received and passed to whoever has your call.
alarm-moved =
    ✅ New position received{ $area ->
        [none] { $outside ->
            [none] { "" }
           *[other] : { $outside }
        }
       *[other] : around { $area }
    }, and passed on.
alarm-unreadable =
    Your call stays open, but we cannot read this kind of message.

    Send your position, words, voice, a photo or a video. For example: <i>in front of the mosque, RT 5, there is smoke</i>.
alarm-words-only =
    ✅ Your words have been received and passed on. We cannot read the file: send it as a photo, voice or a video.

## What operators, officers and heads read.

alarm-nobody-took-it = 🔴 <b>{ $ticket }</b>: 1 minute has passed and no operator has taken it. You can press <b>Take it</b> on its card.
alarm-still-nobody = 🔴 <b>{ $ticket }</b>: 2 minutes have passed and no operator has taken it. You can press <b>Take it</b> on its card.
alarm-officer-unable = ⚠️ <b>{ $ticket }</b>: { $officer } cannot go ({ $hindrance }). Choose another officer.
alarm-officer-ready = 🛵 <b>{ $ticket }</b>: { $officer } is ready and set out at { $time }.
alarm-officer-arrived = 📍 <b>{ $ticket }</b>: { $officer } arrived at { $time }.
alarm-officer-finished = ✅ <b>{ $ticket }</b>: { $officer } finished on the scene at { $time }; the report follows.
alarm-do-not-phone = 🤫 <b>{ $ticket }</b>: do not phone the reporter. Write little, through the bot, without saying who you are; others may read the screen.

## Help asked for without pressing PANIC.

cry-question = Is this an emergency?
cry-asked =
    🚨 <b>Is this an emergency?</b>

    We have kept your message, but sent it to NOBODY yet. Press <b>Yes, send</b>: the operators are called now and get all that you have sent. Not sure? Press Yes.

    Need a human voice: phone 112, free.
cry-yes = 🚨 Yes, send
cry-no = No
cry-forgotten =
    Very well, your message was not sent to anybody.

    In an emergency press <b>🚨 PANIC</b> at any time. Anything else: /bantuan.
cry-earlier-position = Position sent { $at }: { $where }

## After 🤫 Do not phone: not one word that gives the secret away, and no sound.

silent-received = Your message is here.
silent-waiting = Your message is here, still waiting.
silent-in-hand = Your message is being dealt with, { $time }{ $distance ->
        [none] { "" }
       *[other] {" "}· { $distance }
    }.
silent-there = There, { $time }.
silent-closed = Finished, { $time }. Thank you.
silent-question = { $words ->
        [none] There is a voice message for you. Listen softly, or ignore it.
       *[other] { $words }
    }
silent-no-place = No position yet. Send it again, or write the name of the street.
silent-unreadable = This message cannot be read. Write, or send a voice message or a photo.
