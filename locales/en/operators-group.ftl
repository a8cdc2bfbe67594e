## The operators' group: one card an alarm, and nothing personal on it.

group-card =
    🚨 <b>{ $ticket }</b>{ $kind ->
        [none] { "" }
       *[other] {" "}· { $kind }
    }
    { $kecamatan ->
        [none] 📍 Position not known yet
       *[other] 📍 { $kelurahan ->
            [none] { "" }
           *[other] { $kelurahan },{" "}
        }{ $kecamatan }
    }
    Came in { $opened }
group-card-silent = 🤫 <b>DO NOT PHONE THE REPORTER</b>
group-card-step = <b>{ $step }</b> · since { $since }
group-card-staff = { $name ->
        [none] ⚠️ Nobody has taken it yet
       *[other] 👥 { $name }
    }
button-group-card = Open the card

## Linking a group.

linking-code =
    The group that you link will see every alarm: number, kind, area, step, and who has it. Not the reporter's name.

    Add the bot with the button below. Is it in the group already? Write there:
    <code>/hubungkan { $code }</code>

    Valid for 10 minutes, once, and only if you write it yourself.
button-add-to-group = Add to a group
linking-linked = ✅ This group is linked. New alarms are shown here as one card; the rest is in the private chat only. To unlink: /lepaskan.
linking-wrong = That word is not valid. Ask for a new one in the private chat with the bot: /hubungkan.
linking-anonymous = You write as the group, so we do not know who you are. Turn off <b>Remain anonymous</b> in your admin rights, and write again.
linking-moved = This group is a supergroup now, and stays linked.
linking-none = No group is linked yet. To link one: /hubungkan.
linking-list = Linked groups. Press one to unlink it:
linking-unlinked = ✂️ { $title } is not linked any more. Alarms are not shown there any more.
