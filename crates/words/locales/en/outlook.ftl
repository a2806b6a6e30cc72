# What could happen in a sitting, and where it stands

hypothesis-decided = { $how ->
    [fell] { $who } has fallen by { $causes }
   *[decided] { $who } is decided already: { $outcome }
}
    .remedy = leave it out of the course, or put it before what decides it
supposed-outcome = { $step } cannot be supposed: write 4=adopted, rejected, withdrawn or not-moved; 13/1=adopted of a sub-amendment, text:A=adopted or rejected of a whole text
usage-if-in-tables = { $out }: what is only supposed is told in csv and xlsx; a paper would pass for the record
supposed-amendment = supposed: { $who } is { $outcome ->
    [adopted] adopted
    [rejected] rejected
    [withdrawn] withdrawn
   *[not-moved] not moved
}{ $then }
supposed-text = supposed: { $text } is { $outcome ->
    [adopted] adopted
   *[rejected] rejected
}
supposed-rejected-first = ; { $list } { $count ->
    [one] is
   *[other] are
} taken to be rejected first
outlook-fall = ; { $count ->
    [one] { $list } falls
   *[other] { $list } fall
}
outlook-share = ; { $count ->
    [one] { $list } shares the decision
   *[other] { $list } share the decision
}
outlook-supersede = ; it takes the place of { $list }
sitting-no-log = this is recorded in a log: say which with --log
sitting-standing = { $who }: { $standing }
sitting-open-ones = where they stand:
sitting-outcome = { $outcome }{ $causes ->
    [none] {""}
   *[other] , because of { $causes }
}
rebased-reworded = on the text as amended so far it reads ({ $version } version):
rebased-as-tabled = { $who } ({ $version } version): as tabled
rebased-done = { $who } ({ $version } version): what it asks for is done already
rebased-unsaid = { $who } ({ $version } version): no wording says it exactly on the text as amended so far; see how the text would read
rebased-on = { $who } ({ $version } version), on the text as amended so far:
rebased-none = nothing is open that acts on the text

agenda-questions = put to the vote, in this order:
agenda-usual = where nothing else is said: { $majority } ({ $rule }); may speak: { $speakers }
agenda-question = { $who }{ $with ->
    [none] {""}
   *[other] {" "}(same vote: { $with })
}{ $against ->
    [none] {""}
   *[other] , put against { $against } first
}{ $floor ->
    [yes] , on the floor
   *[no] {""}
}{ $usual ->
    [yes] {""}
   *[no] : { $majority } ({ $rule }); may speak: { $speakers }
}
agenda-nobody = nobody any more
agenda-none = no amendment is put to the vote
agenda-without-vote = without a vote, unless members object:
agenda-declared = { $who }: { $outcome ->
    [adopted] declared adopted
   *[rejected] declared rejected
}
agenda-blocked = cannot be put as they are:
agenda-displaced = { $who }: its place in the revised draft is not settled
agenda-texts = then the texts as a whole:
agenda-text = { $text }: { $majority } ({ $rule })
agenda-heard = time on the floor:
agenda-heard-one = { $who }: { $time }
agenda-left = time left for the amendments: about { $time }; { $each } for each question, { $basis ->
    [heard] { $count ->
        [one] as long as the one that was heard
       *[other] the mean of the { $count } that were heard
    }
   *[speeches] by the rules, none having been heard: { $count } speeches of { $seconds } seconds
}
agenda-left-unknown = time left: unknown; nothing was heard yet, and the rules give no time for a speech

votes-open = { $count ->
    [0] no amendment is open that can be put
    [one] 1 amendment is open and can be put
   *[other] { $count } amendments are open and can be put
}
votes-fewest = the fewest votes still possible: { $count }, for instance:
votes-most = the most votes still possible: { $count }, for instance:
votes-fewest-bound = the fewest votes still possible are not known exactly: at least { $bound } (so many amendments would not fall whatever else is adopted), at most { $count }, as here:
votes-most-bound = the most votes still possible are not known exactly: at most { $bound } (each amendment once), at least { $count }, as here:
votes-paired = { $who }, put against { $rival }, { $outcome ->
    [adopted] prevails
   *[rejected] loses
}{ $then }
votes-put = { $who } is { $outcome ->
    [adopted] adopted
   *[rejected] rejected
}{ $then }
votes-declared = { $who } is declared { $outcome ->
    [adopted] adopted
   *[rejected] rejected
} without a vote{ $then }
votes-more = { $count ->
    [one] and 1 more decision; --format json gives them all
   *[other] and { $count } more decisions; --format json gives them all
}
votes-texts = in addition, { $count ->
    [one] 1 vote on a text as a whole
   *[other] { $count } votes on texts as a whole
}
votes-assumed = counted on: all is moved and nothing withdrawn, split or put together with others; nobody objects to what is declared without a vote

filter-none = no amendment has a position of the committee that lets it be decided without a vote
filter-eligible = can be decided without a vote, in this order:
filter-declared = { $who }: { $outcome ->
    [adopted] declared adopted
   *[rejected] declared rejected
}{ $proposed ->
    [yes] {" "}(proposed by the chair)
   *[no] {""}
}{ $then }
filter-gone = { $who }: { $how ->
    [fell] has fallen by { $causes } by then
   *[shared] is decided by then with one identical to it
}
filter-refused = { $who }: cannot be declared then: { $why }
filter-barred = have that position, and cannot be:
filter-barred-one = { $who }: { $why }
filter-barred-subs = { $who }: { $list } { $count ->
    [one] is
   *[other] are
} open ({ $rule })
filter-clashes = do not go together:
filter-clash = { $first } and { $second }: { $effect ->
    [falls] the second falls when the first is declared
    [supersedes] the second, declared later, takes the place of the first
   *[overlap] both are carried out, and they overlap
}
filter-no-clashes = what would be declared adopted goes together

duration = { $hours ->
    [0] {""}
   *[other] { $hours } h{" "}
}{ $minutes ->
    [0] {""}
   *[other] { $minutes } min{" "}
}{ $seconds } s
