# Drafting: private drafts, from a paragraph of the public page to the receipt.

drafting-id = (this draft)
drafting-amend = Amend
drafting-amend-place = Amend { $place }
drafting-amend-title = Amend the title
drafting-amend-sub = Propose a sub-amendment
drafting-begin = Draft an amendment
drafting-heading = Draft: { $about }
drafting-title = Title
drafting-paragraph = paragraph { $number }
drafting-alinea = alinéa { $number }

drafting-what-change = Change this paragraph
drafting-what-before = New paragraph before it
drafting-what-after = New paragraph after it
drafting-what-delete = Delete it
drafting-what-title = Change the title
drafting-what-new-text = Change what it would insert
drafting-what-wording = Write a wording
drafting-others = Amendments to this paragraph
drafting-sub = Sub-amendment to amendment { $number }
drafting-language = Language in which you write
language-en = English
language-fr = French
drafting-member = For which member
drafting-member-help = They see the draft from the beginning, sign it and table it. You write it and sign nothing.
drafting-no-member = There is no one member of this name who signs here
drafting-too-many = There are a thousand drafts of yours: remove some first

drafting-mine = My amendments
drafting-own = My drafts
drafting-own-none = No drafts. On a dossier’s page every paragraph has a link to amend it.
drafting-shared = Shared with me
drafting-tabled = Tabled
drafting-tabled-none = Nothing was tabled in your name.
drafting-by = By { $owner }.
drafting-for = By { $owner }, for { $member }.
drafting-private = Private: only those named here see it.
drafting-updated = Saved

drafting-text = Text as it should read
drafting-text-help = An empty line parts paragraphs. The official wording follows from what you change.
drafting-new-paragraph = New paragraph
drafting-new-title = Title as it should read
drafting-new-text-help = The text that the amendment would insert. Change words; its paragraphs stay as many as they are.
drafting-wording = Wording
drafting-wording-help = As it would be printed: “In the draft resolution, paragraph 2, …”
drafting-note = Explanatory note
drafting-show = Show what it does
drafting-save = Save
drafting-drops = Saving another text takes all signatures away: each is to the text as it stood.
drafting-save-first = What you see is not saved yet. Save it to sign, share or table it.
drafting-meanwhile = Somebody saved this draft while you wrote. Nothing is lost: their text stands below, yours is in the form. Save again to put yours in its place
drafting-other-text = As it was saved meanwhile
drafting-stale = This draft was changed meanwhile: look at it again as it stands now

drafting-done-saved = Saved.
drafting-done-signed = You have signed.
drafting-done-unsigned = Your signature is taken back.
drafting-done-shared = Shared.
drafting-done-unshared = Not shared any more.
drafting-done-revoked = The links are of no use any more.
drafting-done-removed = The draft is removed.
drafting-done-withdrawn = The amendment is withdrawn.
drafting-dropped = { $count ->
    [one] One signature was to the text before and is gone: ask for it again.
   *[other] { $count } signatures were to the text before and are gone: ask for them again.
}

drafting-worded = Official wording
drafting-untranslated = the words are for the translation desk
drafting-findings = What was found
drafting-reads = How it is read
drafting-meets = What it meets among those tabled
drafting-meets-none = Nothing: it has to do with no other amendment that is published.
drafting-rules = What the rules say
drafting-rules-none = Nothing stands against tabling it now.

drafting-signed = Signatures
drafting-signed-none = Nobody has signed.
drafting-sign = Sign
drafting-unsign = Take my signature back
drafting-members-sign = Members sign.
drafting-sharing = Who sees it
drafting-share-with = Member
drafting-share = Share
drafting-unshare = Remove
drafting-unshare-who = Remove: { $name }
drafting-links-about = A link shows the draft to whoever is signed in and follows it.
drafting-link-once = Link for one person (7 days)
drafting-link-many = Link for several (30 days)
drafting-link-revoke = Revoke all links
drafting-link-made = Hand this on; it is shown only now:
drafting-shared-draft = A draft is shared with you
drafting-shared-by = { $owner } shows you the draft of an amendment. It is private: treat it so.
drafting-see = See it

drafting-table = Tabling
drafting-table-now = Table it
drafting-names = Signed by: { $names }. Who tables it signs it thereby.
drafting-committee = For the committee
drafting-not-executable = The wording cannot be carried out as it stands. It can be tabled; the table office will look at it.
drafting-nothing-to-table = There is no wording to table yet.
drafting-remove = Remove this draft
drafting-remove-about = It is gone for everybody who sees it.
drafting-remove-now = Remove it

drafting-receipt = Receipt
drafting-receipt-about = The amendment is tabled. It stands in the log of the dossier and cannot be lost or changed there.
drafting-receipt-time = Time
drafting-receipt-event = Event
drafting-receipt-hash = Hash of the entry
drafting-receipt-id = Called in the log
drafting-receipt-by = Handed in by
drafting-receipt-state = Now
drafting-receipt-address = Address of this receipt
drafting-stage-tabled = tabled, with the table office
drafting-stage-admitted = admitted, without a number yet
drafting-withdraw = Withdraw: { $name }
drafting-withdraw-about = This cannot be undone. Its open sub-amendments fall with it.
drafting-withdraw-now = Withdraw it
drafting-decided = It is decided, or is not open any more

# Why there is no wording
drafting-no-place = There is nothing at this place in the draft
    .remedy = begin again from the page of the dossier
drafting-no-wording = No wording is written yet
    .remedy = write one, for example “In the draft resolution, delete paragraph 2.”
drafting-empty = The text is empty
    .remedy = write it; to take the paragraph out, begin a draft that deletes it
drafting-unchanged = Nothing is changed yet
    .remedy = change the text: the wording stands here at once
drafting-below = The text takes in paragraph { $number }, which stands below this one
    .remedy = change that one by itself
drafting-new-text = No wording gives exactly this
    .remedy = leave the paragraphs as many as they are, or write the wording of the sub-amendment yourself
drafting-inexpressible = No wording gives exactly this text
    .remedy = change less at one time, or write the wording yourself
drafting-late-about = As it is signed it can be left with the table office, which may take it late.
drafting-late-leave = Leave it with the table office
drafting-receipt-late = It came after the deadline and is not tabled. It is left with the table office, which may take it late.
drafting-stage-late = left with the table office after the deadline
