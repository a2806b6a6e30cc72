# What the chair says, and the line of origin of an adopted text. Each message can be replaced by one of your own:
# hemicycle paper script FILE… -o OUT --templates MINE.ftl (docs/papers.md says what each is given).

script-amendment = Amendment { $number }
script-sub-amendment = Sub-amendment { $number } to Amendment { $parent }
script-oral = the oral amendment { $number }
script-oral-sub = the oral sub-amendment { $number } to Amendment { $parent }
script-amendments = Amendments { $list }
script-opening = We now come to the consideration of { $text }{ $count ->
    [0] , to which no amendments are to be taken
    [one] , to which one amendment is to be taken
   *[other] , to which { $count } amendments and sub-amendments are to be taken
}.
script-again = We continue the consideration of { $text }{ $count ->
    [0] . No amendments are left
    [one] . One amendment is left
   *[other] . { $count } amendments and sub-amendments are left
}.
script-order = The amendments will be taken in the order of the voting list.
script-time = I remind members that speeches on amendments are limited to { $seconds } seconds.
script-without-vote = Proposed for { $outcome ->
    [adopted] adoption
   *[rejected] rejection
} without a vote
script-propose = { $outcome ->
    [adopted] { $amendments } { $count ->
        [one] was
       *[other] were
    } { $majority ->
        [unanimity] unanimously approved
       *[other] approved
    } by the committee. I propose to the Assembly that { $count ->
        [one] it
       *[other] they
    } be declared adopted.
   *[rejected] { $amendments } { $count ->
        [one] was
       *[other] were
    } rejected by the committee { $majority ->
        [two-thirds-cast] by a majority of two thirds of the votes cast
       *[other] by the required majority
    }. I propose to the Assembly that { $count ->
        [one] it
       *[other] they
    } be declared rejected.
}
script-objections = Does anyone object?
script-objectors = (An amendment to which { $count ->
    [one] one member objects
   *[other] { $count } members object
} will be put to the vote in its place.)
script-declared = As there is no objection, I declare { $amendment } { $outcome ->
    [adopted] adopted
   *[rejected] rejected
}.
script-falls = { $amendments } therefore { $count ->
    [one] falls
   *[other] fall
}.
script-reopened = (An earlier decision has been annulled: this one is open again.)
script-only-if-objected = (Only if { $count ->
    [one] a member has objected
   *[other] { $count } members have objected
} to a decision without a vote.)
script-falls-if = (Falls, and is not called, if { $count ->
    [one] Amendment { $numbers }
   *[other] any of Amendments { $numbers }
} has been adopted.)
script-identical = { $amendments } { $count ->
    [one] is
   *[other] are
} identical to { $amendment }: the decision will apply to { $count ->
    [one] both
   *[other] all of them
}.
script-decided-with = (Identical to { $amendments }: not called if that decision applies to it.)
script-call = I call { $who } to support { $amendment }.
script-seconds = You have { $seconds } seconds.
script-call-committee = I call the spokesperson { $of-committee } to support { $amendment }.
script-call-nobody = Who wishes to support { $amendment }?
script-not-moved = { $others ->
    [any-member] (If none of those who signed it is there: “Does any other member wish to move { $amendment }?” If nobody does: “{ $amendment } is not moved.”)
    [same-group] (If none of those who signed it is there: “Does another member of the group wish to move { $amendment }?” If nobody does: “{ $amendment } is not moved.”)
   *[nobody] (If nobody supports it: “{ $amendment } is not moved.”)
}
script-sub-first = { $count ->
    [one] There is a sub-amendment to { $amendment }, which we take first
   *[other] There are { $count } sub-amendments to { $amendment }, which we take first
}.
script-blocked = ({ $amendments } { $count ->
    [one] is not called: it cannot be carried out as it is worded.)
   *[other] are not called: they cannot be carried out as they are worded.)
}
script-debated-with = It is debated together with { $amendments }: committee and members speak once, on all of them.
script-series = (The common part of { $amendments } can be put first: “{ $words }”)
script-rivals = { $amendment } is first put against { $amendments }, one by one: whichever loses falls.
script-quorum = (Members are counted before the vote.)
script-back = We return to { $amendment }.
script-speaker = { $speaker ->
    [for] Does anyone wish to speak in favour of { $amendment }?
    [against] Does anyone wish to speak against { $amendment }?
    [committee] What is the opinion of the committee on { $amendment }?
    [rapporteur] What is the opinion of the rapporteur on { $amendment }?
    [government] What is the opinion of the government on { $amendment }?
    [groups] Do the political groups wish to speak on { $amendment }?
   *[mover] Who wishes to support { $amendment }?
}
script-no-position = The committee has taken no position on { $amendment }. { $speaker ->
    [rapporteur] What is the opinion of the rapporteur?
    [government] What is the opinion of the government?
   *[other] Who wishes to speak for the committee?
}
script-position = ({ $committee }: { $position ->
    [unanimous] unanimously in favour
    [in-favour] in favour
    [against] against
    [against-by-two-thirds] against, by two thirds of the votes cast
   *[no-position] no position
}.)
script-put = I shall now put { $amendment }{ $amended ->
    [yes] , as amended,
    [perhaps] , as amended if a sub-amendment has been adopted,
   *[no] { "" }
} to the vote.
script-ballot = { $method ->
    [electronic] The vote is open. … The vote is closed. I call for the results to be displayed.
    [show-of-hands] Those in favour, please raise your hand. … Those against? … Abstentions?
    [sitting-and-standing] Those in favour, please stand. … Those against? … Abstentions?
    [voice] Those in favour say “Aye”. … Those against say “No”.
    [roll-call] The vote will be taken by roll call. … The vote is closed.
   *[secret-ballot] The vote will be taken by secret ballot. … The ballot is closed.
}
script-result = { $amendment } is { $outcome ->
    [adopted] adopted
   *[rejected] rejected
}.
script-or = – or –
script-whole = Vote on the text as a whole
script-whole-put = We shall now proceed to vote on the whole of { $text }{ $amended ->
    [yes] , as amended
    [perhaps] , as amended if any amendment has been adopted
   *[no] { "" }
}.
script-whole-majority = { $majority ->
    [votes-cast] A majority of the votes cast is required.
    [two-thirds-cast] A majority of two thirds of the votes cast is required.
    [present] A majority of the members present is required.
    [members] A majority of all members is required.
   *[unanimity] A unanimous vote is required.
}
script-whole-result = { $text } is { $outcome ->
    [adopted] adopted, with … votes in favour, … against and … abstentions
   *[rejected] rejected, with … votes in favour, … against and … abstentions
}.
script-cites-failed = (The text cites { $other }, which has not been adopted.)
origin-number = { $kind ->
    [resolution] Resolution { $number }
    [recommendation] Recommendation { $number }
    [opinion] Opinion { $number }
   *[other] { $number }
}
origin-provisional = Provisional: { $count ->
    [0] the President has still to rule on a decision that depended on an annulled one; the text may yet change.
   *[other] { $amendments } { $count ->
        [one] is
       *[other] are
    } open again; the text may yet change.
}
origin-note = Assembly debate on { $debates } (see { $reference }{ $report ->
    [yes] , report { $of-committee }
   *[no] { "" }
}). Text adopted by the Assembly on { $day } ({ $sitting }).
