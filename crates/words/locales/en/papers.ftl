# The papers of a sitting: voting list, script, minutes, results (docs/papers.md).

paper-voting-list = Voting list
paper-script = Chair's script
paper-minutes = Minutes of decisions
paper-results = Results of the votes
paper-amendment = Amendment { $number }
paper-sub-amendment = Sub-amendment { $number } to amendment { $parent }
paper-oral = Oral amendment { $number }
paper-oral-sub = Oral sub-amendment { $number } to amendment { $parent }
paper-under-no-text = Amendments under no text
paper-and-others = { $mover } and { $count ->
    [one] 1 other
   *[other] { $count } others
}

# Heads of columns
list-number = No.
list-place = Place
list-tablers = Tabled by
list-committee = Committee
list-remarks = Remarks
list-outcome = Outcome
list-votes = Votes

# The voting list
voting-list-majority = (Amendments need: { $majority }.)
list-whole = the text as a whole
list-majority = needs: { $majority }
list-operations = { $operation }{ $more ->
    [0] { "" }
    [one] {" "}(and one more operation)
   *[other] {" "}(and { $more } more operations)
}
list-falls-if = falls if { $numbers } { $count ->
    [one] is adopted
   *[other] is adopted
}
list-fells = if adopted, { $numbers } { $count ->
    [one] falls
   *[other] fall
}
list-identical = identical to { $numbers }
list-displaced = its place in the revised draft is not settled
list-propose-adopted = can be declared adopted without a vote
list-propose-rejected = can be declared rejected without a vote

# The results
results-open = open
results-in-pieces = put in parts
results-because = { $outcome } because of { $because }
results-superseded = { $outcome }, then replaced by a wider change
results-referred-back = referred back to the committee
results-numbered = { $outcome }: { $kind ->
    [resolution] Resolution { $number }
    [recommendation] Recommendation { $number }
    [opinion] Opinion { $number }
   *[other] number { $number }
}
results-votes = { $for } in favour { $against } against { $abstentions ->
    [one] { $abstentions } abstention
   *[other] { $abstentions } abstentions
}
results-line = { $outcome }
results-line-votes = { $outcome }. Votes: { $votes }

# The minutes
minutes-before = Before the sitting
minutes-after = After the sitting
minutes-sitting = { $name } ({ $day })
minutes-opened = The sitting was opened at { $hour }.
minutes-closed = The sitting was closed at { $hour }.
minutes-published = The compendium of amendments was published: { $name }.
minutes-moved = Moved by { $by }.
minutes-taken-over = Taken over and moved by { $by }.
minutes-spoke = { $speaker ->
    [mover] In support
    [for] In favour
    [against] Against
    [committee] For the committee
    [rapporteur] The rapporteur
    [government] For the government
   *[groups] For a political group
}: { $by }.
minutes-vote = Vote { $method }{ $counted ->
    [yes] : { $figures }
   *[no] { "" }
}.
minutes-together = Put to the vote together, with one result for each of them.
minutes-each = Each of them was { $outcome }.
minutes-called-again = Called again.
minutes-withdrawn = Withdrawn by { $by }.
minutes-offered = Offered orally by { $by }:
minutes-oral-objected = { $count ->
    [0] Nobody
    [one] One member
   *[other] { $count } members
} objected to its being taken into consideration{ $enough ->
    [yes] , and it is not taken
   *[no] { "" }
}.
minutes-oral-admitted = Taken into consideration.
minutes-split = Divided for separate votes:
minutes-piece = { $number }: { $wording }
minutes-whole = vote on { $text } as a whole
minutes-without-vote = Decisions without a vote
minutes-general = Announcements
minutes-end = End of the sitting
minutes-hours = (All hours are in universal time.)
minutes-fell = { $amendment } fell{ $known ->
    [yes] { " " }(see { $causes })
   *[no] { "" }
}.
minutes-reason = Reason: { $reason }.
minutes-corrected = the figures of the vote on { $decided } were corrected: { $figures } ({ $by }: { $reason }). The outcome stands.
minutes-annulled = the decision on { $decided } was annulled ({ $by }: { $reason }).
minutes-upheld = the decision on { $decided } was confirmed ({ $by }: { $reason }).
minutes-for-ruling = the decision on { $decided } depended on it: the chair has to rule.
minutes-annex = Annex: roll calls
minutes-roll = { $at }. { $on }
minutes-roll-for = In favour ({ $count }){ $count ->
    [0] { "" }
   *[other] : { $names }
}
minutes-roll-against = Against ({ $count }){ $count ->
    [0] { "" }
   *[other] : { $names }
}
minutes-roll-abstentions = Abstentions ({ $count }){ $count ->
    [0] { "" }
   *[other] : { $names }
}

# What is wrong with a file of templates
template-syntax = this is not a message in Fluent
    .remedy = write a name, =, and the text; a { "{" } needs its { "}" }, and further lines are indented
template-unknown = no sentence called “{ $id }” can be replaced
    .remedy = { $found ->
    [yes] there is “{ $near }”; docs/papers.md lists all
   *[no] docs/papers.md lists those that can be
}
template-variable = “{ $id }” is not given a variable ${ $variable }
    .remedy = { $count ->
    [0] it is given none
    [one] it is given { $known }
   *[other] it is given { $known }
}
template-reference = there is no “{ $name }” in this file
    .remedy = cite messages and terms of this file only, without arguments; functions are not available
template-twice = “{ $id }” is in the file twice
    .remedy = keep one of them
template-empty = “{ $id }” has no text, or attributes that are never said
    .remedy = write the text behind the =, without attributes
template-circle = “{ $id }” cites itself
    .remedy = break the circle

# The adopted text
text-left-out = { $text } is left out: { $open ->
    [yes] it has not been put to the vote
   *[no] it was not adopted
}
    .remedy = { $open ->
    [yes] record the vote on it once it is taken
   *[no] there is nothing to do
}
number-unknown = { $text }: “{ $words }” stands for the number of { $other }, which has none yet
    .remedy = record the number once it is given: text-numbered
number-of-failed = { $text }: “{ $words }” stands for the number of { $other }, which was not adopted
    .remedy = settle how the text shall read, and record it: edited
number-of-several = { $text }: “{ $words }” may stand for the number of several texts
    .remedy = settle which one is meant, and record how the text shall read: edited
edit-without-place = event { $event } has edited { $place ->
    [title] a title that { $text } does not have
   *[provision] paragraph { $provision }, which { $text } does not have as adopted
}
    .remedy = name the paragraph by its number in the adopted text

# The compendium with its log
change-new = new
change-revised = revised
change-translated = now in both languages
changes-since = Changes since: { $name }
changes-new = New: { $numbers }
changes-revised = Revised: { $numbers }
changes-translated = Translated: { $numbers }
changes-withdrawn = Withdrawn: { $numbers }
changes-ruled-out = Not in order: { $numbers }

# The command
usage-paper-kind = { $out }: a paper is written as pdf, html, docx, odt or txt
usage-paper-log = minutes and results tell what a log says: give it by --log
usage-paper-templates = only the script is made of sentences of your own (--templates)
usage-paper-log-illegal = event { $event } is against the rules that the log names: { $why }
templates-refused = { $file } was not taken, and nothing was written
adopted-provisional = provisional text
