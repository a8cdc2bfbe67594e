## The rehearsal: the same screens, and nobody is called.

rehearsal-frame =
    🧪 <b>REHEARSAL</b> · nobody is called

    { $words }

    <i>This is real → 🚨 PANIC</i>
rehearsal-goes-on = Your rehearsal goes on. Send your position, write a landmark, or wait for what comes next.
rehearsal-kept = ✅ Received. In a real call this goes straight to whoever deals with it.
rehearsal-unreadable = We cannot read this kind of message. Send a position, words, a voice message, a photo or a film.
rehearsal-silence = In a real call this button tells everybody who deals with it not to phone you. Our messages are short then, without a sound, and name nobody.
rehearsal-not-now = Your call is still open. You can rehearse once it is closed.
