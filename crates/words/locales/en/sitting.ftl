# The sitting: what was recorded, what follows, what is next

sitting-nothing-recorded = nothing was recorded
sitting-floor = on the floor: { $who }
sitting-next = next: { $who }{ $why ->
    [reopened] {","} which was opened again
    [sub-amendment] {","} before what it changes is put
    [ordered] {","} as ordered by hand
   *[order] {""}
}
sitting-none-open = no amendment is open
sitting-tablers = tabled by { $names }
sitting-position = { $committee }: { $position }
sitting-needs = needs { $majority }; may speak: { $speakers }
sitting-would-read = if it is adopted the text reads:
sitting-log-there = { $file } is there already; a log is begun once
sitting-write-unknown = { $file }: { $why }; the event was not acknowledged, and may be in the log all the same: see hemicycle log show
sitting-other-dossier = { $log } is the log of another dossier, or of another version of { $file }
sitting-no-rules = the rules { $name } are not at hand; give their file with --rules
sitting-no-text = there is no text { $text }; texts are named by their letter, or by their place from 1
sitting-no-event = this is no event: { $why }
sitting-outcome-open = say what the chair declared (--declared adopted, or rejected): it does not follow from figures
sitting-floor-empty = nothing is on the floor; call an amendment first
usage-log-in-tables = { $out }: a log is told in csv, xlsx and xml only
sitting-without-effect = nothing here works out what follows from this event: revise the draft and begin another log, or order the amendments by hand
akn-referred-back = Referred back to the committee
sitting-log-held = { $file }: another program is writing to the log; nothing was recorded
sitting-log-replaced = { $file } is not the log that was read: it was replaced or changed; nothing was written to it
