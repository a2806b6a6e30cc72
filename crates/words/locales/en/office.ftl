# The pages of the table office.

account-offices = Table office of
office-import = A dossier is brought in
office-import-lede = A draft, or a whole compendium with its amendments: one file for each language. Nothing is kept before all of it can be read.
office-import-open = Read and open the dossier
office-import-confirm = Open it with these warnings
office-files = The text
office-files-more = More files, or corrected ones
office-file = Files
office-file-help = Plain text, Word, OpenDocument, web page, PDF, Akoma Ntoso or JSON; together { $megabytes } MB at most. A file that comes again under its name takes the place of the one before.
office-paste = Or the text itself
office-pasted = Text { $count }
office-text-read = The text as it was read
office-typed = Read the text as it stands here instead of the file
office-drop = Leave this one out
office-found-in = { $count ->
    [one] 1 finding in { $file }
   *[other] { $count } findings in { $file }
}
office-more-found = { $count ->
    [one] One more finding is not shown.
   *[other] { $count } more findings are not shown.
}
office-place = line { $line }, column { $column }
office-errors = Nothing was opened: what is marked as an error must be put right first
office-warnings = Nothing was opened yet: look at what was found, then open the dossier with it or correct the text.
office-nothing-given = There is no file and no text
office-mixed = The files of one dossier are all in one format
office-unread = { $file } cannot be read: { $why }
office-slug = Name in addresses
office-slug-help = Small letters, figures and hyphens: 412-lakes
office-slug-wrong = Only small letters, figures and hyphens, and not a name that the site itself uses
office-slug-taken = Another dossier is called so
office-rules = Rules
office-rules-of-file = Those that the file names, or else those of PACE
office-deadline = Deadline for amendments
office-deadline-subs = Deadline for sub-amendments
office-moment-help = Day and hour in universal time; may stay empty
office-no-moment = This is no day and hour

office-pair = { $what }: { $name }
office-more-wait = { $count ->
    [one] One more waits. “Number all in calling order” numbers it, too.
   *[other] { $count } more wait. “Number all in calling order” numbers them, too.
}
office-pages = Pages of the table office
office-inbox = Table office
office-amendment = Amendment
office-translate = Translate
office-revise = Word anew
office-order = Calling order
office-translations = Translations
office-positions = Positions
office-arrange = Deadlines, committees
office-publish = Publish
office-history = History

# Why nothing was recorded.
office-no-act = The form does not say what is to be recorded here: load the page again
office-no-event = The form does not say which event it was made behind: load the page again
office-no-name = It must be said who
office-no-relation = It must be said how, in one of the ways that are offered
office-no-position = It must be said which position
office-no-figures = Figures are whole numbers
office-not-looked = The preview must be looked at first
office-no-edition = It must be said which version
office-too-long = A field holds more than is kept: shorten it
office-none-waits = No amendment waits for a number
office-lacks-none = This amendment lacks no language
office-no-wording = There is no wording
office-blank = Every blank must be filled
office-wording-refused = Nothing was recorded: the wordings do not do the same, or cannot be carried out
office-wording-doubted = Nothing was recorded yet: look at what was found, then correct the wording or record it all the same

# Checks.
office-check-in-time = tabled on { $moment }, in time (deadline: { $deadline })
office-check-late = tabled on { $moment }, after the deadline ({ $deadline })
office-check-late-taken = tabled on { $moment } and taken late by { $by }: { $reason }
office-check-no-deadline = tabled on { $moment }; no deadline is set
office-check-committee = tabled by a committee
office-check-signed = { $count ->
    [one] 1 signature, { $needed } needed
   *[other] { $count } signatures, { $needed } needed
}
office-check-too-few = { $count ->
    [one] 1 signature only, { $needed } needed
   *[other] { $count } signatures only, { $needed } needed
}
office-check-read = the wording is read and can be carried out
office-check-place = place: { $place }
office-check-lacks = lacks { $lang }
office-check-identical = identical to { $list }
office-check-fells = if it is adopted, these fall: { $list }
office-check-falls-with = falls if one of these is adopted: { $list }

# Forms.
office-decided-by = Decided by
office-why = Reason
office-capacity = In the capacity of
office-capacity-unsaid = not said

office-waiting = { $count ->
    [0] Waiting for a number
    [one] 1 waits for a number
   *[other] { $count } wait for a number
}
office-none-waits-now = Nothing waits.
office-admitted-by = Admitted by
office-number-all = Number all in calling order
office-admit-and-number = Admit and number
office-number-it = Number
office-number = Number
office-drafted = In the log, not handed in
office-drafted-about = What came late can be taken with a reason.
office-all = All amendments
office-open-matters = To be done
office-unread-wording = Wording not carried out.
office-displaced = Its place in the revised draft is to be settled.

office-stage-drafted = being drafted
office-stage-tabled = tabled, to be admitted
office-stage-admitted = admitted, without a number
office-acts = What can be done
office-checks = To look at
office-admit = Admit
office-take-late = Take it although it is late
office-for-committee = Committee that tables it, if any
office-move = Move
office-rule-out = Rule out of order
office-rule-out-it = Rule out
office-withdraw = It is withdrawn
office-withdraw-it = Record the withdrawal
office-withdrawn-by = By whom
office-relate = Declare a relation to another amendment
office-relate-it = Declare
office-relation = Relation
office-relation-fells = the other falls if this one is adopted
office-relation-independent = independent of each other
office-relation-consequential = the other is decided with this one
office-other = The other
office-direction = Direction
office-direction-on = from this one to the other
office-direction-back = from the other to this one
office-declared = Declared
office-lift = Lift
office-separate = Put it by itself, out of any bloc
office-separate-it = Put by itself
office-compromise = It is a compromise
office-compromise-it = Record

office-order-lede = An amendment is moved before another by hand and with a reason: with the arrows in its row, by dragging the row, or in the form.
office-none-open = No amendment is open.
office-move-one = Move an amendment
office-move-it = Move it
office-before = Before
office-at-the-end = at the end
office-by-hand = Ordered by hand.
office-up = One place up
office-down = One place down
office-group = Debate amendments together
office-group-it = Put together
office-together = Debated together

office-position-take = Position of a committee
office-committee = Committee
office-position = Position
office-position-it = Record
office-choose = Choose

office-deadlines = Deadlines
office-of-amendments = amendments
office-of-sub-amendments = sub-amendments
office-no-deadline = none is set
office-deadline-of = For
office-moment = Day and hour, universal time
office-deadline-set = Set the deadline
office-set-by = Set by
office-seized = Committees
office-none-seized = No committee is named yet.
office-for-report = reports
office-for-opinion = is asked for its opinion
office-for = It
office-seize = Name the committee
office-committee-named = Name, in all languages of the dossier with “ / ” between them

office-since = Since the last version
office-no-version = Nothing was published yet.
office-nothing-changed = Nothing has changed since.
office-still-waiting = { $count ->
    [one] 1 amendment waits for a number and is not in it
   *[other] { $count } amendments wait for a number and are not in it
}
office-still-lacking = { $count ->
    [one] 1 amendment lacks a language
   *[other] { $count } amendments lack a language
}
office-publish-now = Publish a version
office-publish-it = Publish
office-edition = Version
office-edition-name = Name as printed, in all languages of the dossier with “ / ” between them
office-looked = I have looked at the preview below
office-preview = Preview

office-earlier = Earlier

office-none-lacks = No amendment lacks a language.
office-into = Into { $lang }
office-original = Original
office-prepared = The wording, with blanks
office-blank-quoted = Words of the draft:
office-blank-new = New words:
office-whole = Write the whole wording instead
office-wording-whole = The whole wording
office-note = Explanatory note
office-translate-it = Record the translation
office-revise-about = A language that is left empty lacks the amendment from then on and is translated anew.
office-revise-it = Record the new wording
office-confirm = Record it all the same
office-judged = What was found
