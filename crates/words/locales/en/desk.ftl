# Why the desk recorded nothing.

desk-meanwhile = Event { $event } was recorded meanwhile and is about the same amendment: nothing was recorded now
desk-no-dossier = There is no such dossier
desk-nothing-said = Nothing was handed in
desk-key-reused = The same form was sent before with another content: load the page again
desk-unreachable = What is recorded cannot be reached at this moment: nothing was recorded; try again
desk-fault = Something is wrong with what is kept of this dossier: nothing was recorded; tell the administrators
