## Checklists.

checklist-good = All is well
form-hint-checklist = Tap what is <b>not well</b> (⚠️), then press <b>Done</b>. If all is well, press Done at once.
