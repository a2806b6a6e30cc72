# Rules profiles: names of parameters and of their values (docs/rules.md).

rules-unverified = unverified
rules-taken-over = unverified (as in { $profile } { $edition })
rules-yes = yes
rules-no = no
rules-none = none
rules-time = { $hour }:{ $minute }
rules-of-the-members = { $fraction } of the members

rules-head = { $title }: profile { $profile }, edition { $edition }
rules-in-force = { $until ->
    [open] in force from { $from }
   *[other] in force from { $from } until { $until } (that day excluded)
}: { $source }
rules-count = { $verified } of { $count } values are verified
rules-differences = { $count ->
    [0] edition { $other } has the same values as edition { $edition }
    [one] edition { $other } has another value than edition { $edition } in 1 place
   *[other] edition { $other } has other values than edition { $edition } in { $count } places
}
rules-here = edition { $edition }
rules-parameter = parameter
rules-value = value
rules-source = source
rules-is-good = { $file }: profile { $profile }, { $count ->
    [one] 1 edition
   *[other] { $count } editions
}, nothing wrong

usage-no-profile = there is no profile and no file { $name }; there are the profiles { $known }
usage-no-rules = there is no profile of rules and no file { $name }; there are the profiles { $known }
usage-edition-too = name an edition of { $profile }, too, or a day: there are { $known }
usage-no-edition = profile { $profile } has no edition “{ $wanted }”, and none in force on such a day; there are { $known }

rules-kind-text = a text in quotation marks
rules-kind-word = a word in quotation marks
rules-kind-whole = a whole number
rules-kind-truth = true or false
rules-kind-day = a day such as 2031-10-16
rules-kind-time = a time such as 16:00:00
rules-kind-list = a list in brackets
rules-kind-table = a table of keys and values
rules-kind-sourced = a value with its source, { "{" } value = …, source = "…" { "}" }
rules-kind-fraction = a fraction of the members such as "1/3"
rules-kind-deadline = a deadline: "open", "set", or { "{" } hours = 3, before = "opening" { "}" }
rules-kind-other = something that no key takes
rules-parser-says = the parser says: { $detail }
rules-known-words = there are { $known }

rules-deadline-open = none: until it would be called
rules-deadline-set = set for each debate
rules-deadline-before = { $span } before { $what }
rules-deadline-first-day = { $time } on the first day
rules-deadline-days = { $days ->
    [0] on the day of { $what }, { $time }
    [one] the day before { $what }, { $time }
   *[other] { $days } days before { $what }, { $time }
}
rules-deadline-working-days = { $days ->
    [0] on the day of { $what }, { $time }
    [one] the working day before { $what }, { $time }
   *[other] { $days } working days before { $what }, { $time }
}
rules-anchor-opening = the opening of the sitting
rules-anchor-preceding-end = the scheduled end of the preceding sitting
rules-anchor-debate = the debate

# Sections and parameters
rules-tabling = Tabling amendments
rules-tabling-signatories = signatories, at least
rules-tabling-exempt = without signatures
rules-tabling-amendable = what can be amended
rules-tabling-out-of-order = out of order
rules-tabling-admitted-by = who decides on order
rules-tabling-signatures-until = signature withdrawn until
rules-tabling-note-words = words of a note, at most
rules-tabling-one-place-each = one provision each
rules-sub-amendments = Sub-amendments
rules-sub-amendments-signatories = signatories, at least
rules-sub-amendments-exempt = without signatures
rules-sub-amendments-depth = depth
rules-sub-amendments-out-of-order = out of order
rules-deadlines = Deadlines
rules-deadlines-first-day = debates on the first day
rules-deadlines-second-day = on the second day
rules-deadlines-later-days = on later days
rules-deadlines-sub-amendments = sub-amendments
rules-deadlines-urgent-debates = urgent debates
rules-deadlines-set-by = others are set by
rules-order = Calling order
rules-order-ranks = operations at one place
rules-order-farthest-from = farthest from
rules-order-compromise-first = compromises first
rules-order-uncertain-below-percent = uncertain below, per cent
rules-falls = What falls
rules-falls-conflicting-if-adopted = conflicting, on adoption
rules-falls-identical-if-adopted = identical, on adoption
rules-falls-dependent-if-adopted = dependent, on adoption
rules-falls-conflicting-if-rejected = conflicting, on rejection
rules-falls-identical-if-rejected = identical, on rejection
rules-falls-dependent-if-rejected = dependent, on rejection
rules-falls-sub-amendments-if-gone = its sub-amendments
rules-falls-wider-after-narrower = a wider one after it
rules-falls-lost-anchor = one beside lost words
rules-identical = Identical amendments
rules-identical-votes = votes
rules-identical-separated-by = put separately by
rules-committee = The committee
rules-committee-positions = positions
rules-committee-filtered-by = whose position decides
rules-committee-adopted-when = declared adopted at
rules-committee-adopted-objectors = objectors needed
rules-committee-with-open-sub-amendment = with an open sub-amendment
rules-committee-rejected-when = declared rejected at
rules-committee-rejected-objectors = objectors needed
rules-committee-no-position-speaks = no position: who speaks
rules-oral = Oral amendments
rules-oral-allowed = allowed
rules-oral-objectors = objectors needed
rules-oral-purposes = purposes
rules-oral-sub-amendments = oral sub-amendments
rules-debate = Debate on an amendment
rules-debate-speakers = who may speak
rules-debate-taken-over-by = taken over by
rules-debate-speaking-seconds = seconds for each
rules-debate-joint = debated together
rules-votes = Votes
rules-votes-amendment = majority for an amendment
rules-votes-resolution = for a resolution
rules-votes-recommendation = for a recommendation
rules-votes-opinion = for an opinion
rules-votes-other-text = for another text
rules-votes-abstentions = abstentions
rules-votes-tie = a tie
rules-votes-methods = methods
rules-votes-roll-call = roll call
rules-votes-quorum = quorum
rules-votes-quorum-checked = quorum checked
rules-votes-en-bloc = several in one vote
rules-votes-split = one in several votes
rules-votes-separate = one out of a bloc
rules-votes-common-part-first = common part first
rules-votes-series-if-rejected = if that fails, the series
rules-votes-pairwise = rivals in pairs
rules-votes-unopposed-adopted = unopposed without a vote
rules-overrides = By hand, with a reason
rules-overrides-order = calling order
rules-overrides-relation = relations
rules-overrides-fall = falling
rules-overrides-admissibility = admissibility
rules-overrides-deadline = late amendments
rules-overrides-result = results
rules-outcomes = Words for outcomes
rules-outcomes-adopted = adopted
rules-outcomes-rejected = rejected
rules-outcomes-withdrawn = withdrawn
rules-outcomes-not-moved = not moved
rules-outcomes-fell = fell
rules-outcomes-absorbed = already said
rules-outcomes-ruled-out = out of order
rules-outcomes-declared-adopted = declared adopted
rules-outcomes-declared-rejected = declared rejected

# Words that parameters take
rules-actor-committee-for-report = committee for report
rules-actor-committee-for-opinion = committee for opinion
rules-actor-committee = any committee
rules-actor-government = government
rules-actor-political-group = political groups
rules-actor-president = President
rules-actor-bureau = Bureau
rules-actor-conference-of-presidents = Conference of Presidents
rules-actor-table-office = table office
rules-actor-rapporteur = rapporteur
rules-actor-board = board
rules-actor-assembly = the assembly by vote
rules-actor-member = any member
rules-amendable-draft-text = draft texts
rules-amendable-title = their titles
rules-amendable-appendix = their appendices
rules-amendable-explanatory-memorandum = explanatory memorandum
rules-bar-whole-text-deleted = deletes a whole text
rules-bar-whole-text-replaced = replaces a whole text
rules-bar-whole-text-inoperative = makes a whole text inoperative
rules-bar-kind-of-text-changed = makes a resolution a recommendation
rules-bar-unrelated = unrelated to the text
rules-bar-no-real-change = changes nothing
rules-bar-public-money = public money
rules-bar-contradicts-amendment = contradicts its amendment
rules-bar-to-sub-amendment = amends a sub-amendment
rules-until-tabling = tabling
rules-until-deadline = the deadline
rules-until-call = its call
rules-until-never = never
rules-base-committee-text = the committee's text
rules-base-original-text = the original text
rules-effect-stays = stays open
rules-effect-falls = falls
rules-effect-shares = shares the decision
rules-effect-ruling = the chair rules
rules-lost-anchor-falls = falls
rules-lost-anchor-tracked = is tracked
rules-identical-one-vote = one for all
rules-identical-each = one each
rules-position-unanimous = unanimous
rules-position-in-favour = in favour
rules-position-against = against
rules-position-against-by-two-thirds = against by two thirds
rules-position-no-position = none taken
rules-purpose-clarity = clarity
rules-purpose-accuracy = accuracy
rules-purpose-conciliation = conciliation
rules-speaker-mover = a signatory
rules-speaker-for = one for
rules-speaker-against = one against
rules-speaker-committee = committee
rules-speaker-rapporteur = rapporteur
rules-speaker-government = government
rules-speaker-groups = one for each group
rules-take-over-nobody = nobody
rules-take-over-any-member = any member
rules-take-over-same-group = a member of the group
rules-joint-never = none
rules-joint-competing = competing ones
rules-joint-grouped = as grouped
rules-majority-votes-cast = majority of the votes cast
rules-majority-two-thirds-cast = two thirds of the votes cast
rules-majority-present = majority of those present
rules-majority-members = majority of all members
rules-majority-unanimity = unanimity
rules-abstentions-not-counted = not counted
rules-abstentions-counted = counted as cast
rules-tie-rejected = rejects
rules-tie-casting-vote = the chair's casting vote
rules-tie-vote-again = the vote is repeated
rules-method-electronic = electronic
rules-method-show-of-hands = show of hands
rules-method-sitting-and-standing = sitting and standing
rules-method-roll-call = roll call
rules-method-secret-ballot = secret ballot
rules-method-voice = voices
rules-roll-call-never = never
rules-roll-call-whole-text = whole texts only
rules-roll-call-any-vote = any vote
rules-quorum-check-never = never
rules-quorum-check-on-request = on request
rules-quorum-check-always = always
rules-permission-never = never
rules-permission-president = the President decides
rules-permission-on-request = on request
rules-permission-assembly = the assembly decides
rules-operation-delete = deletion
rules-operation-replace = replacement
rules-operation-insert = insertion
rules-wider-supersedes = stays, and supersedes
rules-wider-falls = falls
