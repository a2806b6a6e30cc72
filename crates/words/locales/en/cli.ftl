# What the command line prints around findings and reasons.

row-rank = rank
row-number = no.
row-place = place
row-operation = operation
row-relations = relations
row-fells = fells { $numbers }
row-falls-with = falls with { $numbers }
row-identical = identical to { $numbers }
row-fells-count = { $count ->
    [1] fells 1 amendment
   *[other] fells { $count } amendments
}

summary = { $amendments ->
    [0] no amendments
    [one] 1 amendment
   *[other] { $amendments } amendments
}: { $errors ->
    [0] no errors
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] 1 warning
   *[other] { $warnings } warnings
}, { $notes ->
    [0] no notes
    [one] 1 note
   *[other] { $notes } notes
}

error = error
warning = warning
note = note
help = help
more-diagnostics = { $count ->
    [one] 1 more finding
   *[other] { $count } more findings
}; --format json gives them all
renumbered-at-once = { $count } paragraphs have new numbers, the first of them is { $old }, now { $new }; --changes shows them all
refused = { $out } was not written
nothing-written = nothing was written
volumes = too long for one file, written in volumes: { $files }
explain-rank = called { $rank } of { $count }: { $reason }
explain-uncertain = the order is uncertain; a clerk should decide
explain-does = { $who } { $action }
explain-unexecutable = { $who } is not carried out: { $why }
explain-fells = if adopted, it fells { $numbers }
explain-falls-with = it falls if one of these is adopted: { $numbers }
explain-identical = it is identical to { $numbers }, and decided with it
explain-alone = it fells nothing, and nothing alone fells it
explain-tablers = tabled by { $names }

wording-no-paragraph = there is no paragraph { $number } in this text
    .remedy = give the number as printed, such as 9.2.1, and the draft text with --part
wording-no-title = the draft text has no title
    .remedy = give the draft text its title in the file
wording-empty = the edited text is empty
    .remedy = to delete the paragraph, ask with --delete
wording-unchanged = the edited text does not differ from the draft
    .remedy = give the text as it should read
wording-below = the edited text takes in sub-paragraph { $number }
    .remedy = edit one at a time: the words above its sub-paragraphs, or --paragraph { $number }
wording-inexpressible = no wording gives exactly this text
    .remedy = change less at a time, or replace the whole paragraph
wording-untranslated = the { $language } wording has words marked for translation
wording-uncounted = the { $language } draft is not at hand: check which sentences correspond
wording-unsettled = there is no { $language } wording: the sentences do not correspond one to one, or it is uncertain how
    .remedy = word it by hand, or set in the dossier (json) which sentences correspond
wording-no-draft = the draft in the { $language } version is not at hand
    .remedy = give its file too, or ask for the frame with --frame-only

# Arguments that ask for something that is not there
usage-read-once = the standard input (-) can be read only once
usage-no-version = there is no { $wanted } version: the files are in { $has }
usage-no-day = a feed needs the day of the paper, and { $date ->
    [none] it has no date
   *[other] “{ $date }” is not read as one
    }; give it as 01/02/2031
usage-named-twice = amendment { $cited } is named twice
usage-no-amendment = no amendment { $cited } in this dossier; { $count ->
    [0] there are none
    [1] there is { $numbers }
   *[other] there are { $numbers }
}
usage-no-place = no place “{ $place }” in this dossier; there are title, { $known }
usage-title-stays = a title cannot be deleted: give the new one with --text
usage-no-part = no draft text { $wanted }; { $count ->
    [0] there are none
    [1] there is { $letters }
   *[other] there are { $letters }
}
usage-several-parts = { $number ->
    [title] there is a title
   *[other] there is a paragraph { $number }
} in { $letters }: name one with --part

# The heads of the table of amendments (docs/tables.md)
column-rank = Rank
column-number = Number
column-parent = Sub-amendment to
column-part = Text
column-place = Place
column-operation = Operation
column-tablers = Tabled by
column-wording = Wording
column-note = Explanatory note
column-remarks = Remarks
column-fells = Fells if adopted
column-falls-with = Falls with
column-identical = Identical to
column-position = Committee's position
column-outcome = Outcome
column-for = Votes in favour
column-against = Votes against
column-abstentions = Abstentions
cell-more = and { $count } more
cells-guarded = { $count ->
    [one] 1 cell begins
   *[other] { $count } cells begin
} with a sign that a spreadsheet would calculate or take away, and { $count ->
    [one] was
   *[other] were
} written with ' before { $count ->
    [one] it
   *[other] them
} (docs/tables.md)
relations-left-out = more than 5,000 amendments: the columns on falling and identical ones are left empty
# What convert says

not-carried = not carried by { $format }: { $what } ({ $count ->
    [one] one place
   *[other] { $count } places
}{ $first ->
    [none] {""}
   *[other] , the first at { $first }
})
other-languages = only the version in { $language } was written; --lang writes another
feature-head = reference, title, date or edition of the paper
feature-rules = name of the chamber's rules
feature-languages = other language versions
feature-correspondences = which sentences of two languages correspond
feature-parts = letter, kind and heading of a draft text
feature-part-titles = a title that is not the paper's
feature-provisions = numbered paragraphs
feature-further-text = further text of a paragraph
feature-text-between = text outside numbered paragraphs
feature-opaque = tables and headings
feature-raised = raised signs
feature-emphasis = italics
feature-note-references = references to notes
feature-odd-spaces = carets and spaces in a row
feature-amendments = amendments
feature-sub-amendments = sub-amendments
feature-standing = the draft text an amendment stands under
feature-tablers = who tabled an amendment
feature-notes = explanatory notes
feature-falling = printed notes on falling
feature-remarks = remarks in parentheses
feature-outcomes = positions of committees, outcomes and votes on amendments
feature-circumstances = when, by whom and because of what it was decided
feature-text-outcomes = what became of a draft text as a whole

# What differs between two versions
diff-title = Differences between two versions
diff-none = no differences
diff-added = new
diff-withdrawn = withdrawn
diff-new-version = new version of { $old }
diff-moved-from = moved from { $number }
diff-moved-to = moved to { $number }
diff-moved = moved
diff-text-came = this text is new
diff-text-gone = this text is gone
diff-heading = { $old } → { $new }
diff-place = place: { $old } → { $new }
diff-nowhere = no place
diff-key-came = in the second version only
diff-key-gone = in the first version only
diff-key-moved = moved, or with another number
diff-renumbered = paragraph { $old } is now { $new }
diff-renumbered-run = paragraphs { $old } to { $old-last } are now { $new } to { $new-last }
diff-field-reference = reference
diff-field-title = title
diff-field-date = date
diff-field-edition = edition
diff-field-tablers = tabled by
diff-field-wording = wording
diff-field-note = explanatory note
diff-field-remarks = remarks
diff-field-falling = notes on falling
diff-empty = (none)
diff-amendments = Amendments
diff-language-gone = the { $language } version is gone
diff-language-came = the { $language } version is new
diff-amendment-gone = no longer in { $language }
diff-amendment-came = now in { $language } too
diff-elsewhere = the { $language } version differs as well; --lang { $tag } draws it
diff-unread = { $file } was not read without error, and is not compared
diff-summary = amendments: { $added } new, { $changed } changed, { $withdrawn } withdrawn; draft text: { $lines ->
    [one] 1 paragraph differs
   *[other] { $lines } paragraphs differ
}, { $renumbered } renumbered
