# The public site (docs/web.md)

web-skip = Skip to the content
web-parts = Parts of the dossier
web-tab-dossier = Amendments
web-tab-order = Calling order
web-tab-sitting = Sitting
web-tab-adopted = Adopted text
web-tab-versions = Versions
web-theme = Appearance
web-theme-auto = Automatic
web-theme-light = Light
web-theme-dark = Dark
web-stands = As of event { $event }, { $moment } (universal time). Hash of the log:
web-feed = Atom feed

# The first page
web-home = Draft texts before the Assembly, the amendments tabled to them, and what became of each.
web-home-empty = There is no dossier yet.
web-tally = { $count ->
    [0] No amendments
    [one] One amendment: { $each }
   *[other] { $count } amendments and sub-amendments: { $each }
}
web-tally-each = { $count } { $word }
web-open = open
web-floor = before the Assembly
web-split = divided

# A dossier
web-sitting-now = The Assembly is sitting: { $name }
web-now-floor = before the Assembly: { $who }
web-now-next = next: { $who }
web-projector = Projector
web-projector-moved = moved by { $who }
web-projector-tabled = tabled by { $who }
web-projector-falls = if it is adopted, { $who } { $count ->
    [one] falls
   *[other] fall
}
web-words = Words
web-place = Place
web-tabler = Tabled by
web-state = State
web-any = any
web-show = Show
web-show-all = Show all
web-whole-text = the whole text
web-paragraph = Paragraph { $number }
web-alinea = Alinéa { $number }
web-found = { $count ->
    [0] No amendment fits.
    [one] One amendment fits.
   *[other] { $count } amendments fit.
}
web-oral = Oral amendment { $number }
web-oral-sub = Oral sub-amendment { $number } to amendment { $parent }
web-note = Explanatory note
web-files = Download
web-paper-compendium = Compendium of amendments
web-paper-adopted = Adopted text
web-paper-changes = Adopted text with its changes
web-paper-results = Results
web-paper-minutes = Minutes of decisions
web-paper-voting-list = Voting list

# An amendment
web-wording = Wording
web-change = What it changes
web-change-none = what it changes in the wording cannot be shown
web-change-other-language = it changes nothing in the text of this language
web-change-with = With { $list }, which { $count ->
    [one] was
   *[other] were
} adopted.
web-tabled-by = Tabled by
web-positions = Committees
web-relations = With other amendments
web-fells = If it is adopted, these fall
web-falls-with = It falls if one of these is adopted
web-identical = Identical
web-clashes = At the same place
web-alone = It has nothing to do with any other amendment.
web-parent = Changes
web-subs = Sub-amendments
web-history = History
web-event = event { $event }
web-utc = Times are universal time.
web-neighbours = In calling order
web-before = Called before
web-after = Called next

# The adopted text
web-view = View
web-clean = Clean text
web-with-changes = With changes
web-so-far = No text has been adopted yet. This is the draft with the amendments adopted so far.
web-no-text = There is no text in this language.

# The calling order
web-order-lede = The order in which amendments are called, and why each stands where it does. Majority needed: { $majority }.
web-rank = Rank
web-amendment = Amendment
web-reason = Reason
web-uncertain = the table office may decide otherwise

# Versions
web-versions-lede = Each version of the compendium as it was published. None of them changes any more.
web-versions-none = No version has been published yet.
web-edition-provisional = Provisional version
web-edition-revised = Revised version
web-edition-final = Final version
web-version-of = This is { $name }, as published on { $moment } (universal time).
web-version-now = The dossier as it stands now

# What cannot be shown
web-not-found = There is no such page
    .about = Nothing stands at this address. It may have been mistyped, or the amendment may have another number.
web-not-allowed = This cannot be done here
    .about = The page at this address can be read, and nothing else.
web-failed = The page could not be made
    .about = Something went wrong on our side. The record is not touched by it; please try again later.
web-to-all = All dossiers
