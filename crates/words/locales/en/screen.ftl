# The sitting on a terminal

# The head
screen-no-sitting = no sitting is open
screen-no-log-yet = no log yet
screen-begin-log = There is no log yet. It is begun under the rules { $rules }; then open the sitting.

# The amendment that is dealt with
screen-floor = on the floor since { $since }, not moved yet
screen-floor-moved = on the floor since { $since }, moved by { $by }
screen-next = next
screen-next-reopened = next, since it was opened again
screen-next-sub-amendment = next, before what it changes is put
screen-next-compromise = next, as a compromise
screen-next-ordered = next, as ordered by hand
screen-tablers = Tabled by
screen-if-adopted = If adopted:
screen-nothing-falls = nothing falls
screen-falls = { $count ->
    [one] { $numbers } falls
   *[other] { $numbers } fall
}
screen-identical = Identical: { $numbers }
screen-identical-one-vote = Identical, decided by the same vote: { $numbers }
screen-may-speak = May speak:
screen-nobody = nobody any more
screen-heard = Heard:
screen-needs = Needs:
screen-reads = If it is adopted the text reads:
screen-lands = Acts on
screen-for-ruling = For ruling: { $event }

# The calling order
screen-after = Next
screen-nothing = nothing is open
screen-left-over = { $votes ->
    [one] { $votes } vote
   *[other] { $votes } votes
} left{ $minutes ->
    [none] {""}
   *[other] , ~{ $minutes } min
}
screen-order = Calling order
screen-on-the-floor = on the floor
screen-open = open
screen-reopened = open again
screen-proposed = proposed
screen-offered = offered orally
screen-drafted = drafted
screen-tabled = tabled
screen-displaced = to be placed
screen-superseded = replaced
screen-more = { $count ->
    [one] ▼ { $count } more line
   *[other] ▼ { $count } more lines
}

# Keys: what each does, and in a word or two at the foot
screen-key-open = begin the log; open the sitting, or close it
    .short = { $open ->
        [yes] close
       *[no] open
    }
screen-key-call = call the amendment shown, or the next
    .short = call { $number }
screen-key-move = it is moved, or taken over
    .short = moved
screen-key-not-moved = nobody moves it
    .short = not moved
screen-key-speak = somebody speaks
    .short = speaker
screen-key-vote = the vote on what is on the floor
    .short = vote
screen-key-withdraw = the amendment shown is withdrawn
    .short = withdraw
screen-key-propose = propose to decide without a vote
    .short = propose
screen-key-object = members object to what is proposed, or to an oral amendment
    .short = objections
screen-key-declare = declare decided what was proposed; take an oral amendment into consideration
    .short = declare
screen-key-oral = somebody offers an oral amendment or sub-amendment
    .short = oral
screen-key-text = the vote on a text as a whole
    .short = text vote
screen-key-undo = annul a decision, with a reason: what it decided is open again
    .short = undo
screen-key-correct = put the figures of a vote right, with a reason
    .short = figures
screen-key-rule = rule on a decision that depended on an annulled one
    .short = ruling
screen-key-position = a committee's position on the amendment shown
    .short = position
screen-key-order = the amendment shown is called before another, or last, with a reason
    .short = order
screen-key-roll = a vote by name, on a text or where the rules have it on an amendment
    .short = roll call
screen-key-split = what is on the floor is put in pieces
    .short = divide
screen-key-bloc = several amendments in one vote
    .short = en bloc
screen-key-settle = settle where an amendment stands in the revised draft
    .short = settle
screen-key-jump = go to an amendment by its number, or by words in it
    .short = find
screen-key-language = French
    .short = français
screen-key-help = these keys
    .short = keys
screen-key-quit = leave; what is recorded is on the disk
    .short = quit

# Help
screen-help = Keys
screen-keys-scroll = ↑ ↓ PgUp PgDn
screen-help-scroll = scroll what is on the left
screen-keys-browse = ← →, Tab
screen-help-browse = the amendment before or behind it in calling order
screen-keys-back = Home, Esc
screen-help-back = back to the one dealt with
screen-keys-field = Enter, ↑ ↓
screen-help-field = in a form: on to the next field, or back; at its last line Enter records
screen-keys-choice = ← →, Space
screen-help-choice = in a form: another of several choices
screen-keys-line = Alt-Enter
screen-help-line = in a form: another line in a wording
screen-keys-escape = Esc, Ctrl-C
screen-help-escape = leave a form: nothing is recorded
screen-help-safe = One key alone records nothing. What stands under the last events is on the disk.
screen-no-such-key = this key does nothing; ? shows the keys

# Looking for an amendment
screen-jump = Find
screen-hint-jump = number, or words · ↓ next · Enter stay there · Esc back
screen-not-found = no amendment has this number or these words

# What is filled in
screen-form-log = Begin the log
screen-form-begin = Open a sitting
screen-form-end = Close the sitting
screen-form-call = Call { $who }
screen-form-move = Who moves { $who }?
screen-form-not-moved = Nobody moves { $who }
screen-form-speak = Who speaks on { $who }?
screen-form-vote = Vote on { $who }
screen-form-withdraw = { $who } is withdrawn
screen-form-propose = Propose to decide without a vote
screen-form-object = Objections: { $who }
screen-form-declare = Declare decided without a vote: { $who }
screen-form-take = Take into consideration: { $who }
screen-form-oral = Oral amendment
screen-form-text = Vote on a text as a whole
screen-form-annul = Annul a decision
screen-form-correct = Put figures right
screen-form-rule = Rule on a decision
screen-form-position = Position on { $who }
screen-form-order = Order of calling: { $who }
screen-form-roll = Vote by name
screen-form-split = Divide { $who }
screen-form-bloc = Vote on several amendments together
screen-form-settle = In the revised draft: { $who }
screen-field-position = Position
screen-field-committee = Committee
screen-field-before = Before
screen-field-on = On
screen-field-pieces = Parts ({ $language })
screen-field-carried = It stands
screen-pieces = a part on each line, as a wording of its own (Alt-Enter for the next)
screen-roll = names with commas between them, or one on each line
screen-settle = another wording is recorded by the command: hemicycle sitting … carry --wording
screen-as-it-is = by its wording as it is
screen-as-proposed = by the wording proposed
screen-no-roll-call = nothing can be put by roll call now
screen-none-displaced = nothing is to be settled in a revised draft
screen-want-names = the names are wanting
screen-want-several = two amendments or more are wanting
screen-want-pieces = two parts or more are wanting, as many in each language
screen-field-name = Its name
screen-field-mover = Number or name
screen-movers = a number is a signatory; another name takes the amendment over
screen-field-speaker = As
screen-field-who = Who
screen-field-for = In favour
screen-field-against = Against
screen-field-abstentions = Abstentions
screen-field-method = Method
screen-field-declared = Declared
screen-by-figures = as the figures say
screen-field-as = As
screen-field-amendments = Amendments
screen-field-objections = Members who object
screen-field-to = To
screen-field-by = Offered by
screen-field-wording = Wording ({ $language })
screen-field-text = Text
screen-field-event = Decision
screen-field-decides = Who decides
screen-field-reason = Reason
screen-field-ruling = Ruling
screen-uphold = it stands
screen-annul = it is annulled
screen-president = the President
screen-carries = { $how ->
    [yes] Carries
    [no] Does not carry
   *[open] The figures do not settle it: say what was declared
} (needs { $majority })
screen-out-of-turn = Out of its turn: next is { $next }.

# What is wanting, and what to press
screen-want-name = Give a name.
screen-want-signatory = No signatory has this number.
screen-want-figures = Give the votes in favour and against; or, where hands were not counted, what was declared.
screen-want-declared = Say what was declared.
screen-want-number = Give their number.
screen-want-numbers = Give the numbers of amendments: 2, 5.
screen-want-wording = Give the wording as it is offered: In the draft resolution, paragraph 2, …
screen-want-reason = Say who decides, and why.
screen-want-event = No such decision.
screen-want-amendment = No such amendment.
screen-hint-field = Enter: next field
screen-hint-record = Enter: RECORD
screen-hint-not-yet = It cannot be recorded yet
screen-hint-back = { " " }· ↑: back to the fields
screen-hint-leave = { " " }· Esc: leave

# What is said to a key
screen-left = nothing was recorded
screen-not-yet = it cannot be recorded as it is
screen-not-recorded = NOT RECORDED: { $why }. Enter tries again.
screen-read-in = { $count ->
    [one] another program has recorded { $count } event; look again before you record
   *[other] another program has recorded { $count } events; look again before you record
}
screen-no-log = there is no log yet: o begins it
screen-nobody-speaks = nobody else may speak on it under the rules
screen-no-text-left = no text is left to be decided
screen-nothing-decided = nothing was decided that could be annulled
screen-nothing-counted = there are no figures to put right
screen-nothing-to-rule = no ruling is asked for
screen-draft-revised = another program has recorded that the draft was revised; begin again with the new files
