## Who reports, on the cards of staff.

card-unregistered = ❔ Not registered
card-registered = ✓ Registered{ $number ->
        [none] { "" }
       *[other] , { $number }
    }
card-relative = 👪 May be told: { $name }, { $number }
said-by-voice = 🎤 voice message

## Registration.

command-daftar = Register your name and number, once
registration-name = What is your name? So that the officers know who is calling. You need not register: PANIC always works.
registration-phone = Share your own number. So that an operator can phone you when messages break off; it is seen only while a call of yours is open.
registration-relative-name = Is there a relative who may be told? Write the name, or press Skip. Nobody is ever told without your leave.
registration-relative-phone = What is their telephone number? So that an operator can phone them.
registration-relative-allowed = May an operator tell that relative when you press PANIC? If No, the number is only kept, and nobody sees it.
registration-kept = ✅ You are registered. See, change or erase it at any time: /daftar.
registration-shown =
    ✓ <b>You are registered</b>
    Name: { $name }
    Number: { $number }
    { $relative ->
        [none] Relative: none
       *[other] Relative: { $relative }, { $relativenumber } · { $allowed ->
            [yes] may be told when you press PANIC
           *[no] is not told
        }
    }
registration-change = Change
registration-end = Erase the registration
registration-sure = The name, number and relative that you registered are erased. Officers are no longer named to you. Sure?
registration-ended = Your registration is erased.
registration-not-now = Your call is still open. You can register once it is closed.
form-own-contact = 📱 Share my number
form-hint-contact = Press 📱 Share my number below, then OK.
wrong-number-of-anybody = That is no telephone number. Write the digits, for example 0812 0000 000, or send the contact with 📎.
