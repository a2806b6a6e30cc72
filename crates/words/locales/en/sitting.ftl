# The sitting: what was recorded, what follows, what is next

sitting-nothing-recorded = nothing was recorded
sitting-floor = on the floor: { $who }
sitting-next = next: { $who }{ $why ->
    [reopened] {","} which was opened again
    [sub-amendment] {","} before what it changes is put
    [compromise] {","} as a compromise
    [ordered] {","} as ordered by hand
   *[order] {""}
}
sitting-floor-taken = { $who } is on the floor and is decided first: vote, not-moved, withdraw
sitting-none-open = no amendment is open
sitting-tablers = tabled by { $names }
sitting-position = { $committee }: { $position }
sitting-needs = needs { $majority }; may speak: { $speakers }
sitting-against = put first against { $amendments }; whichever loses falls
sitting-series = the common part of { $amendments } can be put first: “{ $words }”
sitting-debated-with = debated together with { $amendments }
sitting-quorum-not-checked = members are counted before the vote (votes.quorum-checked)
sitting-no-quorum = no vote: { $present } of { $members } members were present (votes.quorum)
sitting-would-read = if it is adopted the text reads:
sitting-log-there = { $file } is there already; a log is begun once
sitting-write-unknown = { $file }: { $why }; the event was not acknowledged, and may be in the log all the same: see hemicycle log show
sitting-other-dossier = { $log } is the log of another dossier, or of another version of { $file }
sitting-no-rules = the rules { $name } are not at hand; give their file with --rules
sitting-no-text = there is no text { $text }; texts are named by their letter, or by their place from 1
sitting-no-event = this is no event: { $why }
sitting-outcome-open = say what the chair declared (--declared adopted, or rejected): it does not follow from figures
sitting-floor-empty = nothing is on the floor; call an amendment first
usage-log-in-tables = { $out }: atom does not tell what a log says; pdf, html, docx, odt, txt, xml, json, csv and xlsx do
sitting-without-effect = a revision of the draft is recorded with the files of the new one: hemicycle sitting … revise
recorded-otherwise = what the dossier records of it is not what { $log } says; the log counts
    .remedy = write the dossier anew from the log
akn-referred-back = Referred back to the committee
sitting-log-held = { $file }: another program is writing to the log; nothing was recorded
sitting-log-replaced = { $file } is not the log that was read: it was replaced or changed; nothing was written to it

# The draft is revised
revised-not-at-all = the draft reads as before
    .remedy = give the files with the revised draft
revised-other-texts = these files have other texts, or other language versions, than the dossier
    .remedy = give all language versions of the same texts; for other texts begin another log
revised-other-amendments = these files have other amendments, or with other wordings: { $numbers }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } others
}
    .remedy = leave the amendments as they are; a new wording is recorded by itself, as revised
revised-after-adoption = { $who } has been adopted in a text that is revised: nobody has voted on how it would read now
    .remedy = have the decision annulled first, or edit the text after its adoption
revised-after-decision = { $text } has been decided
    .remedy = have the decision annulled first, or edit the text after its adoption
sitting-displaced = to be settled in the revised draft: { $who }
sitting-displaced-was = { $language }: it stood in “{ $text }”
sitting-displaced-nowhere = { $language }: it had no place
sitting-displaced-now = there its wording leads to “{ $text }”
sitting-displaced-lost = there its wording leads nowhere
sitting-displaced-proposed = proposal ({ $language }): { $text }
sitting-displaced-as-it-is = proposal ({ $language }): its wording as it is
sitting-displaced-open = no proposal: its words stand nowhere, or more than once
sitting-nothing-proposed = nothing is proposed for amendment { $cited }; give its wording with --wording
sitting-no-language = the dossier has no version in the language { $lang }; there are { $known }
