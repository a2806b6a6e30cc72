# The log in sentences (docs/log.md): what happened, what followed, where everything stands, what is refused.

log-amendment = amendment { $number }
log-sub-amendment = sub-amendment { $number } to amendment { $parent }
log-unnumbered = the unnumbered amendment “{ $id }”
log-unnumbered-sub = the unnumbered sub-amendment “{ $id }” to amendment { $parent }
log-oral = the oral amendment “{ $id }”
log-oral-sub = the oral sub-amendment “{ $id }” to amendment { $parent }
log-amendments = amendments { $list }
log-and-others = { $list } and { $count } others
log-text = { $kind ->
    [resolution] the draft resolution
    [recommendation] the draft recommendation
    [opinion] the draft opinion
   *[other] the draft text
}
log-text-unknown = text { $part } of the log
log-ruling = ({ $by }: { $reason })
log-because = { $count ->
    [one] event { $list }
   *[other] events { $list }
}
log-count = { $for } in favour, { $against } against, { $abstentions ->
    [0] no abstentions
    [one] { $abstentions } abstention
   *[other] { $abstentions } abstentions
}
log-carried = : { $for } in favour, { $against } against, { $abstentions ->
    [0] no abstentions
    [one] { $abstentions } abstention
   *[other] { $abstentions } abstentions
}
log-lost = : { $for } in favour, { $against } against, { $abstentions ->
    [0] no abstentions
    [one] { $abstentions } abstention
   *[other] { $abstentions } abstentions
}
log-method-electronic = by the electronic system
log-method-show-of-hands = by show of hands
log-method-sitting-and-standing = by sitting and standing
log-method-roll-call = by roll call
log-method-secret-ballot = by secret ballot
log-method-voice = by voice
log-in-language = { $lang ->
    [en] in English
    [fr] in French
   *[other] in the language “{ $lang }”
}
log-wording = Wording { $language }: { $wording }
log-roll-for = In favour: { $names }
log-roll-against = Against: { $names }
log-roll-abstention = Abstentions: { $names }

# Days and hours, universal time
time-day = { $day } { $month ->
    [m01] January
    [m02] February
    [m03] March
    [m04] April
    [m05] May
    [m06] June
    [m07] July
    [m08] August
    [m09] September
    [m10] October
    [m11] November
   *[m12] December
} { $year }
time-hour = { $exact ->
    [midnight] 12 midnight
    [noon] 12 noon
    [hour] { $twelve } { $half ->
        [am] a.m.
       *[pm] p.m.
    }
   *[minute] { $twelve }.{ $minutes } { $half ->
        [am] a.m.
       *[pm] p.m.
    }
}
time-moment = { $hour } on { $day }

# Events
log-event-opened = the log was opened on { $reference } under the rules { $profile } { $edition }, with { $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
} and { $amendments ->
    [one] { $amendments } amendment
   *[other] { $amendments } amendments
}.
log-event-drafted = { $to ->
    [yes] { $amendment }, to { $text }, was drafted.
   *[no] { $amendment } was drafted.
}
log-event-signed = { $by } signed { $amendment }.
log-event-signature-withdrawn = { $by } withdrew their signature from { $amendment }.
log-event-tabled = { $amendment } was tabled { $how ->
    [committee] in the name { $of-committee }
   *[members] { $count ->
        [one] with { $count } signature
       *[other] with { $count } signatures
    }
}{ $late ->
    [yes] , after the deadline and yet taken { $ruling }
   *[no] { "" }
}.
log-event-admitted = { $amendment } was declared in order by { $by }.
log-event-ruled-out = { $amendment } was ruled out of order { $ruling }.
log-event-numbered = { $amendment } was given the number { $number }.
log-event-revised = { $amendment } was revised by those who tabled it and is now number { $number }.
log-event-translated = { $amendment } is now available { $language }.
log-event-published = { $edition ->
    [provisional] the provisional version
    [revised] a revised version
   *[final] the final version
} of the compendium was published: { $name }.
log-event-ordered = { $place ->
    [before] it was decided to call { $amendment } before { $before } { $ruling }.
   *[last] it was decided to call { $amendment } last { $ruling }.
}
log-event-related = { $relation ->
    [fells] it was declared that { $second } falls if { $first } is adopted { $ruling }.
    [independent] it was declared that { $first } and { $second } do not depend on each other { $ruling }.
   *[consequential] it was declared that { $second } follows the decision on { $first } { $ruling }.
}
log-event-relation-lifted = the relation declared between { $first } and { $second } was lifted { $ruling }.
log-event-seized = { $what ->
    [report] { $the-committee } was seized for report.
   *[opinion] { $the-committee } was seized for opinion.
}
log-event-compromise = { $amendment } is a compromise amendment { $ruling }.
log-event-grouped = { $amendments } are debated together { $ruling }.
log-event-separated = { $by } had { $amendment } put by itself.
log-event-committee-position = position { $of-committee } on { $amendment }: { $position ->
    [unanimous] unanimously in favour
    [in-favour] in favour
    [against] against
    [against-by-two-thirds] against by two thirds
   *[no-position] none taken
}{ $figures }.
log-event-deadline-set = the deadline for { $what ->
    [sub-amendments] sub-amendments
   *[amendments] amendments
} was set by { $by }: { $at }.
log-event-sitting-opened = the sitting was opened: { $name }.
log-event-sitting-closed = the sitting was closed.
log-event-quorum-checked = { $present } of { $members } members are present: the quorum ({ $quorum }) is { $reached ->
    [yes] reached
   *[no] not reached
}.
log-event-proposed = the chair proposed that { $amendments } be declared { $outcome ->
    [adopted] adopted
   *[rejected] rejected
} without a vote.
log-event-objected = { $count ->
    [0] nobody
    [one] { $count } member
   *[other] { $count } members
} objected to a decision without a vote on { $amendment }{ $enough ->
    [yes] , which returns to its place
   *[no] { "" }
}.
log-event-declared-decided = { $amendment } was declared { $outcome ->
    [adopted] adopted
   *[rejected] rejected
} without a vote.
log-event-called = { $amendment } was called.
log-event-moved = { $how ->
    [taken-over] { $by } took over { $amendment } and moved it.
   *[moved] { $by } moved { $amendment }.
}
log-event-not-moved = { $amendment } was not moved.
log-event-oral-offered = { $to ->
    [yes] { $by } offered { $amendment }, to { $text }.
   *[no] { $by } offered { $amendment }.
}
log-event-oral-objected = { $count ->
    [0] nobody
    [one] { $count } member
   *[other] { $count } members
} objected to taking { $amendment } into consideration{ $enough ->
    [yes] , and it is not taken
   *[no] { "" }
}.
log-event-oral-admitted = { $amendment } was taken into consideration.
log-event-spoke = { $by } spoke on { $amendment } ({ $speaker ->
    [mover] as its mover
    [for] in favour
    [against] against
    [committee] for the committee
    [rapporteur] as rapporteur
    [government] for the government
   *[groups] for a political group
}).
log-event-split = { $amendment } was divided into { $count ->
    [1] one part
    [2] two parts
    [3] three parts
   *[other] { $count } parts
} for separate votes: { $pieces }.
log-event-voted = { $count ->
    [one] { $amendments } was put to the vote { $method } and { $outcome ->
        [adopted] adopted{ $figures }.
       *[rejected] rejected{ $figures }.
    }
   *[other] { $amendments } were put to the vote together { $method } and { $outcome ->
        [adopted] adopted{ $figures }.
       *[rejected] rejected{ $figures }.
    }
}
log-event-paired = { $first } was put against { $second } { $method }; { $winner } prevailed{ $counted ->
    [yes] : { $more } for { $winner }, { $fewer } for { $loser }, { $abstentions ->
        [0] no abstentions
        [one] { $abstentions } abstention
       *[other] { $abstentions } abstentions
    }
   *[no] { "" }
}.
log-event-common-part-voted = the part that { $amendments } have in common was put to the vote { $method } and { $outcome ->
    [adopted] adopted{ $figures }.
   *[rejected] rejected{ $figures }.
}
log-event-withdrawn = { $amendment } was withdrawn by { $by }.
log-event-corrected = the figures of the vote of event { $event }{ $found ->
    [yes] , on { $decided },
   *[no] { "" }
} were corrected: { $figures } { $ruling }.
log-event-annulled = the decision of event { $event } was annulled { $ruling }{ $found ->
    [yes] ; open again: { $decided }
   *[no] { "" }
}.
log-event-upheld = the decision of event { $event }{ $found ->
    [yes] , on { $decided },
   *[no] { "" }
} was upheld { $ruling }.
log-event-draft-revised = the draft was revised: { $reason }.
log-event-carried-over = { $amendment } was carried over to the revised draft, { $wording ->
    [same] its wording unchanged
   *[new] with a new wording
} { $ruling }.
log-event-text-voted = { $text } was put to the vote as a whole { $method } and { $outcome ->
    [adopted] adopted{ $figures }.
   *[rejected] rejected{ $figures }.
}
log-event-referred-back = { $text } was referred back to the committee { $ruling }.
log-event-text-numbered = { $text }, as adopted, became { $kind ->
    [resolution] Resolution { $number }
    [recommendation] Recommendation { $number }
    [opinion] Opinion { $number }
   *[other] number { $number }
}.
log-event-edited = after adoption, { $place ->
    [title] the title
   *[provision] paragraph { $provision }
} of { $text } was edited { $language } { $ruling }.

# Consequences
log-then-fell = { $amendment } falls, because of { $because }.
log-then-shares = { $how ->
    [consequential] { $amendment }, which follows from it, is decided with it.
    [near] { $amendment } shares the decision.
    [series] { $amendment }, which is of the series, shares the decision.
   *[identical] { $amendment }, which is identical, shares the decision.
}
log-then-superseded = what { $amendment } changed is replaced by a wider change.
log-then-for-ruling = the decision of event { $event }{ $found ->
    [yes] , on { $decided },
   *[no] { "" }
} depended on it: the chair must rule.
log-then-displaced = the table office must settle where { $amendment } stands in the revised draft.

# Where everything stands
log-drafted = being drafted, { $count ->
    [0] not signed
    [one] { $count } signature
   *[other] { $count } signatures
}
log-tabled = tabled
log-offered = offered orally, { $count ->
    [0] nobody objects
    [one] { $count } member objects
   *[other] { $count } members object
}
log-open = open
log-reopened = open again by event { $event }
log-left-undecided = not decided: its text was referred back by event { $event }
log-displaced = its place in the revised draft is to be settled
log-decided = { $outcome }{ $figures }, event { $event }
log-fallen = { $outcome }, because of { $because }
log-in-pieces = put in pieces
log-superseded = replaced by a wider change, event { $event }
log-referred-back = referred back to the committee, event { $event }
log-number = number { $number }
log-edits = { $count ->
    [one] { $count } editorial change
   *[other] { $count } editorial changes
}
log-awaits = event { $event }: { $decided }
log-by-rule = by the rules { $profile } { $edition } ({ $parameter }: { $value }; { $source })

# What is wrong with a line
log-cut = the last line is cut: { $bytes ->
    [one] { $bytes } byte was left out
   *[other] { $bytes } bytes were left out
}
    .remedy = nothing is lost that was acknowledged; record the last event again if it happened
log-line-too-long = the line is longer than { $most } MiB
    .remedy = this is no log, or not one of this program
log-not-json = this is no entry of a log
    .remedy = restore the file from a copy; docs/log.md says what a line is
log-version = the entry is in version { $found } of the log, and version 1 is read
    .remedy = read it with the program that wrote it
log-sequence = the entry has the number { $found } where { $expected } comes next: lines are missing, doubled or exchanged
    .remedy = restore the file from a copy
log-chain = the entry was not written after the line before it: one of the two was changed
    .remedy = hold the head of a copy against the one that was noted down, and restore the file from the right one
log-not-canonical = the entry is written in another way than this program writes it
    .remedy = restore the file from a copy; a log is never edited or laid out anew
log-wrong-head = { $found ->
    [0] the log does not end, and never ended, with the head { $given }
   *[other] the head given is that of event { $found }; { $later ->
        [one] { $later } event was recorded since
       *[other] { $later } events were recorded since
    }
}
    .remedy = { $found ->
    [0] this is another log, or one that was changed; look for the copy with this head
   *[other] nothing before that was changed; give the head of the last event if nothing was to be added
}
log-other-rules = the log was opened under another file of the rules { $profile } { $edition } than the one it was held against
    .remedy = give the file as it was then with --rules
log-empty = the log is empty
    .remedy = open it on a dossier (hemicycle sitting … open), or give another log

# Refusals
refusal-not-opened = the first event of a log opens it
    .remedy = open the log on a dossier first
refusal-opened-twice = the log is open already
    .remedy = begin another log for another dossier
refusal-time-goes-back = the event is earlier than the one before it, of { $before }
    .remedy = give the time at which it is recorded
refusal-unknown-amendment = the log has no amendment “{ $id }”
    .remedy = name it as the log does: 4, or 13/1 for sub-amendment 1 to amendment 13
refusal-unknown-text = the dossier has no text { $part }, counted from 0
    .remedy = name one of its texts
refusal-unknown-event = event { $event } decided nothing that stands
    .remedy = name the event that took the decision
refusal-id-taken = the name “{ $id }” is taken
    .remedy = name each amendment once, and a new one by a new name
refusal-number-taken = another amendment has the number { $number }
    .remedy = give it another number
refusal-no-reason = what is decided by hand needs somebody who decides it, and a reason
    .remedy = say who decided and why
refusal-nothing-named = the event names too few amendments
    .remedy = name the amendments it is about; a division has at least two parts
refusal-no-wording = it says nothing
    .remedy = record what it says
refusal-position-against-the-figures = by these figures the committee takes another position
    .remedy = see to the figures, or to the position
refusal-too-deep = { $depth ->
    [1] there are no sub-amendments
   *[other] a sub-amendment cannot be amended
}
    .remedy = { $depth ->
    [1] table an amendment instead
   *[other] table a sub-amendment to the amendment itself
}
refusal-not-at-this-stage = { $how ->
    [decided] { $amendment } was decided by event { $event }
   *[early] { $amendment } is not at the stage where this can happen
}
    .remedy = { $how ->
    [decided] if the decision was wrong, have it annulled first
   *[early] record first what comes before
}
refusal-signed-already = { $by } signed it already
    .remedy = nothing is to be done
refusal-not-signed = { $by } did not sign it
    .remedy = name a member who signed
refusal-signatures-stay = it is too late to withdraw a signature
    .remedy = the amendment itself can be withdrawn by those who tabled it
refusal-too-few-signatures = { $signed ->
    [0] no signature is there
    [one] { $signed } signature is there
   *[other] { $signed } signatures are there
}, { $needed ->
    [one] { $needed } is needed
   *[other] { $needed } are needed
}
    .remedy = record the other signatures first
refusal-after-the-deadline = the deadline was { $deadline }
    .remedy = record who takes it nevertheless, and why
refusal-no-sitting = this happens in a sitting, and none is open
    .remedy = open the sitting first
refusal-sitting-open = a sitting is open already
    .remedy = close it first
refusal-floor-taken = { $amendment } is on the floor
    .remedy = decide it first
refusal-not-on-the-floor = { $amendment } is not on top of the floor
    .remedy = call it first
refusal-called-before = it was called by event { $event }, and is called a second time only where its decision is annulled
    .remedy = go on with it; once it is decided, have the decision annulled if it must be called again
refusal-moved-already = it was moved already
    .remedy = go on with the debate
refusal-not-moved-yet = nobody has moved { $amendment }
    .remedy = record who moves it, or that nobody does
refusal-no-taking-over = only those who signed it can move it
    .remedy = record that it was not moved
refusal-speaker-not-heard = nobody speaks in that capacity, or somebody has already
    .remedy = see who may speak: hemicycle rules
refusal-sub-amendments-first = { $amendment } is still open
    .remedy = decide the sub-amendments first
refusal-not-proposed = the chair has not proposed to decide { $amendment } without a vote, or enough members objected
    .remedy = propose it first, or put it to the vote
refusal-not-eligible = { $amendment } cannot be decided without a vote
    .remedy = put it to the vote in its place
refusal-objections = { $count ->
    [one] { $count } member objects
   *[other] { $count } members object
}, { $enough ->
    [one] { $enough } is enough
   *[other] { $enough } are enough
}
    .remedy = put it to the vote in its place
refusal-no-oral-amendments = this chamber takes no such oral amendment
    .remedy = table it in writing
refusal-not-permitted = the rules of this chamber do not permit it
    .remedy = see what is permitted: hemicycle rules
refusal-no-such-position = committees take no such position in this chamber
    .remedy = record one of the positions that the rules know
refusal-put-separately = { $amendment } is to be put by itself
    .remedy = leave it out of the bloc, and put it in its place
refusal-common-part-put = the part that { $amendment } has in common with others was adopted by event { $event }
    .remedy = put the amendments one by one
refusal-quorum-not-checked = members are counted before every vote, and have not been since the last one
    .remedy = record how many are present: hemicycle sitting … quorum
refusal-no-quorum = { $present } of { $members } members were present: too few to vote
    .remedy = put the vote off, or record another count
refusal-no-such-count = there cannot be { $present } present of { $members } members
    .remedy = see to the two figures
refusal-outcome-against-the-figures = { $carried ->
    [yes] by these figures it is adopted
   *[no] by these figures it is not adopted
}
    .remedy = see to the figures, or to what was declared
refusal-roll-differs = the names do not add up to the figures, or one is there twice
    .remedy = see to the list of names
refusal-outcome-changes = with these figures the outcome would be another
    .remedy = have the vote annulled, and take it again
refusal-amendments-open = { $amendment } is still open
    .remedy = decide all amendments to the text first
refusal-rulings-open = the chair has not ruled yet on the decision of event { $event }, which depended on an annulled one
    .remedy = annul that decision, or uphold it
refusal-text-decided = the text was decided by event { $event }
    .remedy = if the decision was wrong, have it annulled first
refusal-text-not-adopted = { $text } is not adopted
    .remedy = number and edit only what was adopted
refusal-nothing-to-rule = no ruling on event { $event } is asked for
    .remedy = name one of the decisions that await a ruling
refusal-leaves-open = { $amendment } is open again and could never be decided if this decision stood
    .remedy = annul it, and have it decided again
refusal-not-a-number = “{ $number }” cannot be the number of an amendment
    .remedy = give one as printed, 4 or 4 rev.; a sub-amendment has its own, 1 for 13/1
refusal-not-declared = no such relation was declared
    .remedy = see what was declared: hemicycle log show
refusal-relation-not-possible = { $first } and { $second } cannot stand in this relation to each other
    .remedy = name two different amendments to the draft; of two only one can follow from the other
refusal-not-for-them = it is not for them to decide this
    .remedy = let somebody decide who may by the rules
refusal-decided-with-another = { $amendment } is decided with { $first }
    .remedy = decide { $first }, or have what was declared of the two lifted
refusal-mover-did-not-sign = { $by } did not sign it; { $names }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } others
} did
    .remedy = name who moves it as the amendment does, or record that it is taken over
refusal-mover-signed = { $by } signed it, and takes nothing over
    .remedy = record that they move it
refusal-language-twice = two wordings are given in the language “{ $lang }”
    .remedy = give one in each language
refusal-translated-already = it is worded in the language “{ $lang }” already
    .remedy = a translation adds a language; record another wording as revised, under the number that it has
refusal-displaced = the draft was revised, and it is not settled where { $amendment } stands
    .remedy = let the table office settle it first
refusal-consequence-not-possible = what is said to follow for { $amendment } cannot follow, or something must that is not said
    .remedy = record the event again with its consequences as worked out now

# What the command prints
log-summary = { $file }: { $count ->
    [0] no events
    [one] { $count } event
   *[other] { $count } events
}{ $count ->
    [0] { "" }
   *[other] , the last of { $until } UTC, under the rules { $profile } { $edition }
}
log-head = head: { $head }
log-good = nothing wrong: the chain is whole, and the rules allow every event
log-at-line = { $file }, line { $line }: { $said }
log-after = { $reference } after event { $event }, { $at } UTC{ $sitting ->
    [yes] ; sitting open: { $name }
   *[no] { "" }
}
log-part-floor = On the floor
log-part-amendments = Amendments
log-part-texts = Texts
log-part-proposals = Proposed without a vote
log-part-rulings = Awaiting a ruling
log-on-the-floor = { $amendment }, called at { $since }{ $moved ->
    [yes] , moved by { $by }
   *[no] , not moved yet
}
log-proposed = { $amendment }: to be declared { $outcome ->
    [adopted] adopted
   *[rejected] rejected
}; { $count ->
    [0] nobody objects
    [one] { $count } member objects
   *[other] { $count } members object
}
usage-no-event = { $file } has { $count } events; there is no event { $until }
usage-bad-rules = { $file } is no profile that can be used; { $count ->
    [one] { $count } thing is wrong with it
   *[other] { $count } things are wrong with it
}, and hemicycle rules shows what
usage-log-rules = the log names the rules { $profile } { $edition }, which are not at hand; give their file with --rules

# Worked out anew (log verify --recompute)
log-recomputed-good = worked out anew: what follows from { $count ->
    [one] the one event
   *[other] each of { $count } events
} is as recorded
log-other-dossier = the dossier that this event names is not among the files given: what follows from it cannot be worked out
    .remedy = give the files as they were when the event was recorded, once more --recompute for those of each later draft
log-recomputed = what follows from this event is another today than what was recorded
    .remedy = nothing is changed by that: what was recorded counts, and can be annulled by a ruling
log-recomputed-recorded = recorded, and not worked out: { $what }
log-recomputed-worked = worked out, and not recorded: { $what }
log-recomputed-refused = this event would be refused today: { $why }
    .remedy = nothing is changed by that: what was recorded counts, and can be annulled by a ruling
