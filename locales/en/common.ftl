## Menu and commands.

menu-locate = 📍 Send position
menu-cancel = Cancel
menu-status = 📋 My status
menu-silence = 🤫 Do not phone
menu-tasks = 🗂 My tasks
menu-duty-on = 🟢 Start duty
menu-duty-off = 🔴 End duty
command-status = State of my reports
command-bantuan = Help
command-bahasa = Bahasa · Language
command-batal = Cancel what is being filled in
command-tugas = My tasks
command-piket = Begin or end duty

greeting =
    Hello, { $name }. This is the emergency service of Tarakan.

    In danger? Press <b>🚨 PANIC</b>. No registration needed. Or phone 112, free.
greeting-desk =
    Hello, { $name }. What waits for you is in <b>🗂 My tasks</b>; what is urgent sounds here by itself.
greeting-staff =
    Hello, { $name }. { $duty ->
        [on] 🟢 You are on duty: alarms sound here, and what waits for you is in
       *[off] Begin your duty with <b>🟢 Start duty</b>; what waits for you is in
    } <b>🗂 My tasks</b>.
help =
    <b>🚨 PANIC</b>: ask for help in an emergency. Then send your position, or write a landmark.
    <b>📋 My status</b>: how far your report has come.
    /daftar: register your name and number, once. /latihan: try it without calling anybody.
    /bahasa: change the language. /batal: cancel what is being filled in.

    Cannot use the bot? Phone 112, free, day and night.
    Your Telegram id: <code>{ $number }</code>
help-staff =
    <b>🟢 Start duty</b>: you are called when there is an alarm. <b>🔴 End duty</b>: no longer.
    <b>🗂 My tasks</b>: what waits for you, the most urgent first.
    All buttons of a case are on its card; the card always shows the newest state.
    Officers: send your position at any time, so that your distance is right.

    /bahasa: change the language. /batal: cancel what is being filled in.
    Your Telegram id: <code>{ $number }</code>
language-name = English
language-choose = Choose a language.
language-set = Fine, we speak English.
nothing-to-cancel = There is nothing to cancel.
not-understood = Sorry, we do not understand this. Use the buttons below, or /bantuan. An emergency? Press <b>🚨 PANIC</b>.
group-alarm =
    🚨 In a group an emergency call does <b>not</b> reach the operators. Press <b>PANIC</b> in the private chat with this bot, or call 112, free of charge.
group-command = This service is only given in the private chat with this bot, not in groups.
button-private-chat = Open the private chat
unknown-command = There is no such command. Some that there are: /panik, /status, /bantuan.
odd-position = Your phone sent the position 0,0, where nobody is. Switch on GPS and send it again, or write a landmark. For example: <i>Jl. Yos Sudarso, in front of the bank</i>.
location-by-clip = This phone does not send its position by the button. Press 📎, choose Location and send it; or write a landmark. For example: <i>RT 5, near the mosque</i>.
edit-unread = We do not read changes to old messages. Please send it as a new message.

## Status and tasks.

status-empty = You have no reports or requests yet.
status-list = { $cases }
status-open =
    <b>{ $ticket }</b> · { $title }
    { $step }, since { $since }{ $until ->
        [none] { "" }
       *[other] , until { $until }
    }{ $forecast ->
        [none] { "" }
       *[other] {"\u000A"}Expected end: { $forecast }
    }
status-closed =
    <b>{ $ticket }</b> · { $title }
    { $outcome }, closed { $at }
tasks-empty = Nothing waits for you.
tasks-not-yours = The task list is for staff. Your own reports: /status.
tasks-list = 🗂 { $count ->
        [one] 1 case waits for you:
       *[other] { $count } cases wait for you, the most urgent first:
    }
tasks-one = { $ticket } · { $step }{ $until ->
        [none] { "" }
       *[other] {" "}· until { $until }
    }
tasks-more = Next

## Duty.

duty-not-yours = Duty is for operators and officers.
duty-started =
    🟢 You are on duty. New alarms will sound here: make sure that your phone is not silent.{ $waiting ->
        [0] { "" }
       *[other] {" "}Waiting now: { $waiting }, see 🗂 My tasks.
    }
duty-started-officer =
    🟢 You are on duty. Calls will sound here: make sure that your phone is not silent.{ $waiting ->
        [0] { "" }
       *[other] {" "}Waiting now: { $waiting }, see 🗂 My tasks.
    }

    Share your position: 📎 → Location → Share my live location, 8 hours. You need not; a position older than 30 minutes counts as your post.
duty-ended = 🔴 Your duty is over. You are not called any more.{ $waiting ->
        [0] { "" }
       *[other] {" "}{ $waiting } still waiting for you: finish them or pass them on in 🗂 My tasks.
    }
duty-position = 📍 Your position is here.

## What a press led to.

case-yours = { $ticket } is yours.
case-released = You have given { $ticket } back; it is open again.
case-done = ✅ { $action }
case-untouched = Fine, nothing has changed.
case-sure = <b>{ $ticket }</b>: sure about <b>{ $action }</b>?
case-added = ✅ Added to { $ticket }.
case-opened = ✅ Sent with the number <b>{ $ticket }</b>. How it goes: /status.
refused-not-allowed = This is not yours to do.
refused-case-over = This case was closed at { $time }{ $outcome ->
        [none] .
       *[other] : { $outcome }.
    }
refused-step-over = This step is over.{ $step ->
        [none] { "" }
       *[other] {" "}Now: { $step }{ $name ->
            [none] .
           *[other] {" "}({ $name }).
        }
    } Its card has been brought up to date.
refused-already-taken = { $name } has had it since { $time }.
refused-answer-missing = A question is still unanswered. Begin again from the card.
refused-guarded = Not yet: something else has to be done first.
refused-person-unfit = That person is off duty or cannot be reached. Choose somebody else.
refused-wrong-chat = This button works only in your private chat with the bot.
refused-old-button = This button does not work any more.
register-line =
    📒 <b>Line of the register { $ticket }</b>
    Came in: { $opened }
    Kind: { $kind }{ $others ->
        [none] { "" }
       *[other] {" "}· { $others }
    }
    Handled by: { $people }
    Files: { $files }
    { $times }
    { "" }
