# One message for each code of a finding; `remedy` says what to do.

and = { $rest } and { $last }
candidate = “{ $words }”
candidate-in = paragraph { $number }: “{ $words }”
    .alinea = alinéa { $number }: “{ $words }”
candidates-more = and { $count } more
reading-first = first reading: { $words }
reading-second = second reading: { $words }
reading-taken = taken: { $words }
reading-left = the other reading: { $words }
number-first = the first stands in line { $line }
part-there = there is { $letter }. { $heading }
words-gone = gone: “{ $words }”

# The reader
empty-file = the file is empty
    .remedy = give the compendium in plain text
file-too-big = the file is larger than 4 GiB and was not read
    .remedy = split the dossier into parts
not-text = { $kind ->
        [pdf] this is a PDF document, not plain text
        [office] this is a Word, OpenDocument or other packed file, not plain text
        [rtf] this is a rich-text document, not plain text
        [markup] this is a web page or XML, not plain text
       *[unknown] this is not a text
    }
    .remedy = { $kind ->
        [pdf] take its text out first, for example with “pdftotext -layout FILE.pdf”
        [office] open it and save it as plain text (UTF-8)
        [rtf] open it and save it as plain text (UTF-8)
        [markup] open it and save it as plain text (UTF-8)
       *[unknown] give the compendium in plain text
    }
file-ends-early = the file ends here, within a sentence; what follows may be missing
    .remedy = compare its end with the paper; if nothing is missing, end it with a full stop
not-a-compendium = neither a draft text nor an amendment was recognised in this file
    .remedy = docs/format.md describes the form of a compendium
no-draft = there are amendments, but no draft text
    .remedy = put the paragraphs of the draft, “1. …”, before or between the amendments
no-amendments = there is a draft text, but no amendment
encoding-windows-1252 = the file is not UTF-8; it was read as Windows-1252
    .remedy = save it as UTF-8
encoding-utf-16 = the file is UTF-16
    .remedy = save it as UTF-8
encoding-broken = { $count ->
    [one] a character that means nothing in the file's encoding was replaced by �
   *[other] { $count } characters that mean nothing in the file's encoding were replaced by �
}
    .remedy = check the words around it, and save the file as UTF-8
language-uncertain = no word of the file says which language it is in
    .remedy = give it a heading such as “A. Draft resolution”
part-heading-missing = there are paragraphs without a heading such as “A. Draft resolution”; they were taken for a draft resolution
    .remedy = put the heading before the first paragraph
part-heading-twice = letter { $letter } stands before two different draft texts
    .remedy = give each draft text its own letter
contents-skipped = the table of contents was skipped
furniture-skipped = { $count ->
    [one] a running head or page number was skipped
   *[other] { $count } running heads and page numbers were skipped
}
furniture-in-wording = amendment { $amendment }: “{ $text }”, alone on its line inside the wording, was taken for a page number
    .remedy = check the wording; take the line out of the file, or join it to the line before
text-set-aside = “{ $text }” stands before the first draft text and is not the title; it was set aside
    .remedy = check that nothing is lost
lines-joined = { $count ->
    [one] a line end was taken for a space
   *[other] { $count } line ends were taken for spaces
}{ $width ->
    [0] {""}
   *[other] : the lines are broken at about { $width } characters
}
spaces-joined = { $count ->
    [one] a run of spaces or tabs was taken for one space
   *[other] { $count } runs of spaces or tabs were taken for one space each
}
characters-dropped = { $count ->
    [one] a control character was dropped
   *[other] { $count } control characters were dropped
}
markup-as-text = { $count ->
    [one] what <{ $element }> says of its words is not kept; the words are
   *[other] what <{ $element }> says of its words ({ $count } times) is not kept; the words are
}
markup-kept-whole = { $count ->
    [one] <{ $element }> is printed as it stands; amendments find no words in it
   *[other] <{ $element }> ({ $count } times) is printed as it stands; amendments find no words in it
}
markup-ignored = { $count ->
    [one] <{ $element }> has no place in a dossier; it was left out, and no words with it
   *[other] <{ $element }> ({ $count } times) has no place in a dossier; it was left out, and no words with it
}
markup-text-left-out = “{ $text }” in <{ $element }> has no place in a dossier; it was left out
    .remedy = if it belongs to the text, put it into a paragraph there
change-accepted = “{ $text }” is marked as deleted; the text was read without it
quotation-marks-added = { $count ->
    [one] a quotation is marked by an element only; it was put between quotation marks
   *[other] { $count } quotations are marked by elements only; they were put between quotation marks
}
provision-rejoined = a page end cut paragraph { $number }; its two halves were joined
wording-rejoined = amendment { $amendment }: a page or column end cut a sentence of the wording; its halves were joined
web-remains-read = what web pages leave in a text (&nbsp;, _bis_) was read as what it stands for in { $count ->
    [one] this line
   *[other] { $count } lines, of which this is the first
}
style-uncertain = the paper has signs of two drafting styles; it was read in the style { $taken }, and may be in { $other }
    .remedy = say which it is: --style { $taken } or --style { $other }
rules-assumed = the paper does not name its rules; { $rules } was taken, which is usual in its drafting style
    .remedy = name them in the head of the paper ("Règlement : senat") or with --rules
rules-unknown = no rules called { $rules } come with the program
    .remedy = "hemicycle rules" lists them; give a profile of your own with --rules
article-not-found = amendment { $amendment } is to article { $article }, which the paper does not have
    .remedy = put the text of the article into the paper, or correct its number
alinea-count = the count { $printed } stands before alinéa { $count } of { $article }; it was counted by its place
    .remedy = compare the article with the official paper: an alinéa may be missing, or one line too many
closing-text-placed = this text after sub-paragraphs was taken for the end of paragraph { $number }
paragraph-in-payload = paragraph { $number } stood in the middle of the new text of amendment { $amendment }; it was put back into the draft
    .remedy = compare with the official paper; move the paragraph out of the amendment to confirm this reading
provision-number-gap = { $after ->
    [none] the first number is { $found }
   *[other] number { $found } follows { $after }: a number is missing
}
    .remedy = check whether a paragraph is missing from the file
provision-number-twice = the number { $number } was there before
    .remedy = correct one of the two numbers
provision-number-order = the number { $found } stands after { $after }
    .remedy = check the order of the paragraphs
provision-too-deep = { $count ->
        [one] a number has more than 32 levels; its line was kept as text
       *[other] { $count } numbers have more than 32 levels; their lines were kept as text
    }
    .remedy = number with fewer levels
heading-unread = “{ $text }” begins like the heading of an amendment, but is not one
    .remedy = put the heading alone on its line, “Amendment 4”; where it is text, put a \ before it
footnote-in-text = this looks like a footnote; it was taken for text of paragraph { $number }
    .remedy = take it out of the file; where it is text, put a \ before it
wording-missing = amendment { $amendment } says nothing
    .remedy = put its wording below its heading
falling-note-unread = amendment { $amendment }: “{ $text }” looks like a note on falling, but names no amendment
    .remedy = write “(If adopted, amendment 6 falls)” or “(Falls if amendment 4 is adopted)”

# Wordings
wording-not-understood = these words are in no rule of the grammar
    .remedy = { $nearest ->
        [none] word it as one of the forms in docs/wordings.md
       *[other] write “{ $nearest }”, if that is what is meant; else word it as one of the forms in docs/wordings.md
    }
places-apart = one new text cannot stand in several places that do not follow one another
    .remedy = name one place for the new text, and delete the others
numbers-unclear = it is not clear whether paragraph { $number } begins here or only its number is cited
    .remedy = begin each paragraph of the new text on a line of its own
words-not-beside = “{ $words }” stands there, but not directly beside “{ $beside }”
    .remedy = quote the words that stand side by side
nothing-beside = nothing stands there but “{ $words }” itself
    .remedy = quote the words that stay, or those that go
not-a-sentence = “{ $words }” is less than a whole sentence
    .remedy = quote the whole sentence, or call it words
wording-ambiguous = the quotation marks allow two readings that change the text differently
    .remedy = use different marks for the inner quotation, “outer ‘inner’ outer”
quote-not-closed = this quotation mark is never closed
    .remedy = add the closing mark
payload-rejoined = the new text has a closing mark before its last paragraph; it was taken for a slip, and the new text for running on
    .remedy = take out that closing mark to confirm this reading
payload-empty = there is nothing between the quotation marks
    .remedy = write the new text, or delete the words instead
not-executable = recognised, but not carried out: { $why }
    .remedy = the table office applies it by hand, or asks for an exact wording
part-not-found = { $wanted ->
    [none] this dossier has no such draft text
   *[other] this dossier has no draft text “{ $wanted }”
}
    .remedy = check the first words of the wording
part-ambiguous = several draft texts are of this kind: { $letters }
    .remedy = name the letter, or put the amendment below its draft text
provision-not-found = { $text ->
        [amendment] the new text of the amendment has no paragraph { $number }
       *[draft] there is no paragraph { $number }
    }
    .remedy = { $count ->
        [0] check the number
       *[other] the nearest numbers are { $nearest }
    }
    .alinea = { $unit ->
        [label] the article has no { $number }
       *[count] the article has no alinéa { $number }
    }
provision-ambiguous = the draft has more than one paragraph { $number }
    .remedy = correct the numbers of the draft
    .alinea = several units of the article are { $number }
    .remedy-alinea = cite the unit around it too, or the alinéa
label-elsewhere = { $label } would not come behind the unit that it follows, which stands in alinéa { $number }
    .remedy = check the count of the alinéas, or correct the label
sentence-not-found = { $number ->
        [none] the text
       *[other] paragraph { $number }
    } has { $has ->
        [0] no sentence
        [one] one sentence
       *[other] { $has } sentences
    }, and this cites { $wanted ->
        [1] the first
       *[other] sentence { $wanted }
    }
    .remedy = check which sentence is meant
    .alinea = { $number ->
        [none] the text
       *[other] alinéa { $number }
    } has { $has ->
        [0] no sentence
        [one] one sentence
       *[other] { $has } sentences
    }, and this cites { $wanted ->
        [1] the first
       *[other] sentence { $wanted }
    }
title-not-found = the draft text has no title
    .remedy = amend a provision, or give the draft text its title in the file
words-not-found = { $length ->
        [1] the word “{ $words }” does not stand there
       *[other] the words “{ $words }” do not stand there
    }
    .remedy = { $count ->
        [0] check the quotation against the draft
        [one] what stands there comes near; correct the quotation if it is meant
       *[other] these come near; correct the quotation if one is meant
    }
words-ambiguous = { $length ->
        [1] the word “{ $words }” stands
       *[other] the words “{ $words }” stand
    } there { $count ->
        [2] twice
       *[other] { $count } times
    }
    .remedy = quote more words, or say which: “the second occurrence of …”
words-folded = found as “{ $found }”: quotation marks, dashes or spaces differ
range-reversed = the words after “to” stand before those after “from”
    .remedy = exchange the two quotations
children-lost = paragraph { $number } has { $count ->
        [one] a sub-paragraph, and the new text has none: it goes too
       *[other] { $count } sub-paragraphs, and the new text has none: they go too
    }
    .remedy = to keep them, replace the sentences of the paragraph instead
end-after-children = paragraph { $number } has sub-paragraphs and no text after them: “at the end” makes a new closing text
    .remedy = to add to its opening text, name its last sentence
leading-mark = the new text begins with “{ $mark }” and nothing stands before it: the mark is left out
    .remedy = check whether the words were meant for another place
list-emptied = paragraph { $number } ends with a colon, and nothing is left of the list that followed
    .remedy = amend the words that announce the list, or delete the paragraph
paragraph-counted = it is not clear which paragraph is meant
    .remedy = { $count ->
        [0] name it by its place, “the second paragraph”, or quote its words
       *[other] name the paragraph by its number: { $numbers }
    }
    .alinea = it is not clear which alinéa is meant
    .remedy-alinea = { $count ->
        [0] name the alinéa by its number in the article
       *[other] the article, or the unit, has { $numbers } alinéas
    }
no-paragraphs-there = the amendment brings words or sentences, and a paragraph cannot stand among them
    .remedy = add sentences instead, or table an amendment that inserts the paragraph
nothing-left = nothing would be left of the new text of the amendment
    .remedy = vote against the amendment instead
amendment-unreadable = with this change the amendment could not be carried out
    .remedy = check how the amendment would read; change less, or another part of it

# The dossier
number-twice = { $who } stands in the dossier { $count ->
        [2] twice
       *[other] { $count } times
    }
    .remedy = give one of the two another number
parent-not-found = there is no amendment { $parent }
    .remedy = check the number in its heading
sub-amendment-too-deep = a sub-amendment cannot itself be amended
    .remedy = word it as another sub-amendment to the amendment
falling-not-computed = the paper says that amendment { $falling } falls if { $wider } is adopted, but the places do not say so
    .remedy = check both wordings; the President decides
falling-not-printed = amendment { $falling } falls if { $wider } is adopted, and the paper does not say so
    .remedy = print the note, or check both wordings
order-uncertain = its order after { $before } is uncertain: the difference is small, or their places cross
    .remedy = let the table office decide
rules-not-at-hand = the dossier names the rules { $profile } { $edition }, which are not at hand; those of the Parliamentary Assembly were taken
    .remedy = give their file, --rules "FILE EDITION", or correct the name; “hemicycle rules” lists what is at hand
votes-against-outcome = the recorded figures of the vote cannot have led to the recorded outcome
    .remedy = compare both with the minutes or with the log, and correct the one that is wrong
decided-by-unknown = it is recorded as fallen or superseded because of { $cited }, which is not among the amendments of this file
    .remedy = correct the number; nothing is to be done where that amendment has no text in this language
decision-unread = the decision <{ $what }> is not read: { $why ->
    [foreign] what it means is defined by those who wrote the file
    [place] it stands neither in an amendment nor in a draft text
    [date] its date is no moment such as 2031-10-16T10:03:00Z
    [by] it is not said who decided, or they cannot have done so
    [because] a position or a vote on a whole text has no cause
    [twice] it stands there twice and counts once
    [contradiction] two outcomes contradict each other; neither was taken
   *[outcome] its outcome is none that is known
}
    .remedy = { $why ->
        [foreign] record it in a log, “hemicycle sitting”, if it is to be kept
        [twice] delete one of the two
        [contradiction] leave the outcome that stands, and delete the other
       *[other] correct it as docs/akoma-ntoso.md shows, or write the file anew from the log
    }
votes-unread = the figures <{ $what }> are not read: { $why ->
    [foreign] what they mean is defined by those who wrote the file
    [place] they stand neither in an amendment nor in a draft text
    [undecided] no outcome stands beside them
    [outcome] the outcome beside them is another
    [twice] they stand there twice and count once
    [contradiction] two sets of figures contradict each other; neither was taken
   *[figures] for, against and abstentions must each stand there once, as whole numbers
}
    .remedy = { $why ->
        [foreign] record the vote in a log, “hemicycle sitting”, if it is to be kept
        [twice] delete one of the two
        [contradiction] leave the figures that count, and delete the others
       *[other] correct them as docs/akoma-ntoso.md shows, or write the file anew from the log
    }
note-too-long = the explanatory note has { $words } words; the rules allow { $allowed }
    .remedy = ask the mover to shorten it

# Languages
language-twice = two files are in { $language }; the second was left out
    .remedy = give one file for each language
amendment-in-one-language = it stands in the { $language } version only
    .remedy = add it to the other version, or say there that it concerns one version only
places-differ = the { $one } and { $two } wordings do not act at the same place
    .remedy = compare the two wordings
words-differ = the { $one } wording is about “{ $first }”, the { $two } about “{ $second }”: these are not the same words
    .remedy = “{ $likely }” is the likelier counterpart; correct one of the two quotations
words-uncertain = the { $one } wording is about “{ $first }”, the { $two } about “{ $second }”: perhaps not the same words
    .remedy = compare the two quotations; the likelier counterpart is “{ $likely }”
sentences-uncertain = the { $one } and { $two } wordings seem to act in different sentences, but which sentences correspond is uncertain
    .remedy = compare the two wordings, or set in the dossier (json) which sentences correspond
operations-differ = the { $one } and { $two } wordings differ in operation or number of words, at the same place
    .remedy = compare the two wordings
decisions-differ = the language versions do not record the same decisions; those of the first were taken
    .remedy = write both versions anew from the log, or correct the one that is wrong
draft-text = draft text { $name }
drafts-differ = paragraph { $number } of text { $part } stands in the { $language } version only
    .remedy = compare the two drafts

# Adoption
falls = { $who } falls: { $causes } { $count ->
        [one] takes
       *[other] take
    } away what it hangs on
    .remedy = leave it out, or give the order of adoption with --sequence
    .in-a-sitting = it is not adopted beside them: let it fall, or have the decision on the others annulled
adopted-not-executable = { $who } cannot be carried out: { $why }
    .remedy = leave it out and apply it by hand
    .in-a-sitting = let those who tabled it revise or withdraw it, or have it ruled out of order
parent-not-adopted = { $who } cannot be adopted without { $parent }
    .remedy = add { $parent } or leave the sub-amendment out
sub-amendment-does-not-apply = { $why ->
        [falls] { $who } falls by the other sub-amendments adopted to { $parent }
        [nothing] { $who } leaves nothing of the new text of { $parent }
        [unreadable] with { $who }, { $parent } cannot be carried out
       *[place] { $who } has no place in the wording of { $parent }
    }
    .remedy = { $why ->
        [falls] adopt one of them only
        [nothing] leave both out
        [unreadable] check how the amendment would read
       *[place] check its words against that wording
    }
translated-already = { $who } is worded in the language “{ $lang }” already
    .remedy = a translation adds a language; record another wording as revised, under the number that it has: hemicycle sitting … event
not-separated = { $first } and { $second } are identical and decided together
    .remedy = let somebody ask for separate votes who may by the rules (identical.separated-by), and say in what capacity
rivals-first = { $first } contradicts { $second }, and is put against it first (votes.pairwise)
    .remedy = record which of the two prevails: hemicycle sitting … pair
no-rivals = { $first } and { $second } do not contradict each other
    .remedy = put each by itself
no-series = { $first } and { $second } are no series: they do not begin alike at the same place
    .remedy = put each by itself, or several in one vote
heard-together = { $first } is debated together with { $second }, on which somebody has spoken in that capacity for both (debate.joint)
    .remedy = see who may speak: hemicycle sitting … next
renumbered = paragraph { $old } is now { $new }
reference-updated = in paragraph { $number }, the reference “{ $old }” became “{ $new }”
reference-to-deleted = in paragraph { $number }, “{ $reference }” refers to a paragraph that is deleted; it was left
    .remedy = settle the reference by hand
reference-range-grew = in paragraph { $number }, “{ $reference }” now takes in a new paragraph
    .remedy = check whether that is meant
place-tracked = { $who }: part of what its place hangs on is gone; it was applied to what is left
operation-lapsed = { $who }: the place of one of its operations is gone; the others were carried out
    .remedy = check the result
crossing = { $first } and { $second } cross; both were carried out
    .remedy = read the result
leading-mark-dropped = { $who }: the “{ $mark }” with which its new text begins was left out: nothing stands before it { $number ->
        [none] in the title
       *[other] in paragraph { $number }
    }
    .remedy = check whether the words were meant for another place
superseded = { $earlier } was superseded by { $later }
    .remedy = check that this is what was decided

# Files of word processors

office-comments = comments were left out ({ $count })
office-note-texts = the texts of footnotes and endnotes are not carried ({ $count }); the first: “{ $text }”
    .remedy = their references stay; put what matters into the text
office-text-boxes = text boxes were left out ({ $count }); the first: “{ $text }”
    .remedy = move their text into the document, if it belongs to the draft
office-hidden-text = hidden text was left out ({ $count }); the first: “{ $text }”
    .remedy = show it and save again, if it belongs to the draft
office-pictures = pictures and drawings were left out ({ $count })
office-formulas = formulas were left out ({ $count }); the first: “{ $text }”
    .remedy = write them as text
office-embedded = text that is taken in from another document was left out ({ $count })
    .remedy = paste it as text
office-symbols = signs of a symbol font are not carried ({ $count }); the first stands behind “{ $text }”
    .remedy = replace them by letters or signs of a usual font
office-tables = tables are kept as they are and not read ({ $count }); the first: “{ $text }”
office-formatting-changes = changes of how the text looks were passed over ({ $count })
office-table-changes = rows of tables were put in or taken out ({ $count }); no wording can say that; the first: “{ $text }”
    .remedy = describe the change in an amendment of its own
office-bullets = paragraphs with a bullet are further text of the paragraph before them ({ $count }); the first: “{ $text }”
office-number-composed = sub-paragraphs are cited with the numbers above theirs ({ $count }); the first: { $text }
office-label-kept = an automatic label is not the number of a paragraph and stays before the text ({ $count }); the first: “{ $text }”
    .remedy = number the paragraph 1., 1.1. or (a), if it is to be cited
office-came-and-went = words put in by one and taken out by another are in neither text ({ $count })
office-changes-accepted = the compendium has tracked changes; it was read with all of them accepted
    .remedy = accept or reject them, and save it again
office-changes-tabled = { $count ->
        [one] the tracked changes of { $text } are one amendment
       *[other] the tracked changes of { $text } are { $count } amendments
    }
    .remedy = read each wording and who tabled it before the paper goes out
changes-other-parts = with its changes accepted the draft has other texts or another language; nothing was worded
    .remedy = change headings in a draft of its own
changes-no-wording = { $number ->
        [none] no wording gives exactly what was changed here
       *[other] no wording gives exactly what was changed in paragraph { $number }
    }
    .remedy = write this amendment by hand
changes-out-of-reach = { $number ->
        [none] text outside the numbered paragraphs was changed, which no wording reaches
       *[other] closing text or a table of paragraph { $number } was changed, which no wording reaches
    }
    .remedy = write this amendment by hand, as a new text for the paragraph
changes-not-together = a change could not be adopted together with the others and is not among the amendments
    .remedy = write this amendment by hand
changes-too-much = more was changed than is worded; paragraph { $number } has no amendment
    .remedy = divide the draft, or write a new one
changes-differ = { $number ->
        [none] with all amendments adopted the text is not the one with all changes accepted
       *[other] with all amendments adopted, paragraph { $number } reads otherwise than with all changes accepted
    }
    .remedy = compare both texts there
changes-settled = { $count ->
        [one] in paragraph { $number } a mark at the end or a number cited follows from the amendments, other than in the accepted text
       *[other] in { $count } paragraphs marks at the end or numbers cited follow from the amendments, other than in the accepted text; the first is { $number }
    }
office-changes-rejected = the draft has tracked changes of { $text }; it was read without them
    .remedy = word them as amendments with “hemicycle wording”, or accept them and save the file again

# Web pages
page-bytes-replaced = bytes of the page mean nothing in its encoding and were replaced
    .remedy = save the page anew as UTF-8
page-number-parted = { $count ->
        [one] line { $line } of the page: a number glued to its text was set apart
       *[other] from line { $line } of the page: { $count } numbers glued to their texts were set apart
    }
    .remedy = check that each is the number of a paragraph
page-number-joined = { $count ->
        [one] line { $line } of the page: a number alone was put before the paragraph behind it
       *[other] from line { $line } of the page: { $count } numbers alone were put before the paragraphs behind them
    }
    .remedy = check that each is the number of that paragraph
page-list-numbers = { $count ->
        [one] line { $line } of the page: the number of a list item is not typed; it was counted
       *[other] from line { $line } of the page: the numbers of { $count } list items are not typed; they were counted
    }
    .remedy = compare the numbers with those of the published text
page-struck-out = { $count ->
        [one] line { $line } of the page: words struck through were left out
       *[other] from line { $line } of the page: words struck through in { $count } places were left out
    }
    .remedy = where they belong to the text, take the strike-through away
page-wide-table = line { $line } of the page: a table of more than two columns was read cell by cell
    .remedy = compare its text with the page
page-amendments-numbered = the page prints no numbers of amendments: { $count ->
    [one] one has the number
   *[other] { $count } have the numbers
} of { $count ->
    [one] its
   *[other] their
} place on the page, the first in line { $line }
    .remedy = give them the numbers under which they were tabled
page-printed-twice = words printed twice in a row are read once ({ $count ->
    [one] one place
   *[other] { $count } places
}, the first in line { $line })
    .remedy = none needed, unless both were meant
page-raised-lost = line { $line } of the page: raised words stand on the line
    .remedy = compare them with the page; a footnote is no part of the text
page-furniture = running heads, page numbers and heads of tables were left out, first on page { $page }
    .remedy = none needed
page-rotated = page { $page }: text that stands aslant was left out
    .remedy = look at the page; a stamp or a watermark is no part of the text
page-hyphen-kept = page { $page }, line { $line }: a hyphen at the end of a line was kept ({ $count ->
        [one] once
       *[other] { $count } times
    } in the paper)
    .remedy = compare the word with the page: nothing says whether the hyphen is its own

# Rules profiles
rules-not-text = this is no plain text
    .remedy = give the profile as a TOML file (docs/rules.md)
rules-too-big = the file is larger than 1 MiB, and no profile is
    .remedy = give the profile as a TOML file (docs/rules.md)
rules-not-toml = from here on this is not TOML
    .remedy = write “key = value”, each key once in its table, and texts in quotation marks (docs/rules.md)
rules-unknown-key = there is no key “{ $key }” here
    .remedy = { $found ->
        [yes] did you mean “{ $nearest }”? docs/rules.md lists the keys
       *[no] docs/rules.md lists the keys
    }
rules-missing-keys = { $within }: { $count ->
    [one] this key is missing: { $keys }
   *[other] these keys are missing: { $keys }
}
    .remedy = state { $count ->
        [one] it
       *[other] them
    }{ $inherit ->
        [yes] , or base the edition on another that does: based-on = "association general"
       *[no] {""}
    }
rules-wrong-type = here stands { $given }, where { $wanted } is wanted
    .remedy = write { $wanted }
rules-unknown-word = “{ $word }” is none of the words that this key takes
    .remedy = { $found ->
        [yes] did you mean “{ $nearest }”?
       *[no] write one of them
    }
rules-out-of-range = { $value } is out of range
    .remedy = write a number from { $least } to { $most }
rules-twice = “{ $word }” stands in this list twice
    .remedy = take one of the two out
rules-left-out = this list leaves “{ $word }” out
    .remedy = name each of its words once, in the order meant
rules-empty = this text is empty
    .remedy = write what is meant
rules-no-source = this has no source
    .remedy = cite where it comes from, source = "…", or admit unverified = true
rules-two-sources = this has a source, and yet is unverified
    .remedy = take one of the two out
rules-not-unverified = “unverified = false” says nothing
    .remedy = cite where it comes from: source = "…"
rules-bad-day = “{ $written }” is no day
    .remedy = write a day that exists, 2031-10-16
rules-days-reversed = the edition ends on { $until }, and begins only on { $from }
    .remedy = “until” is the first day on which it is no longer in force
rules-overlap = editions { $earlier } and { $later } are in force at the same time
    .remedy = let { $earlier } end where { $later } begins, with “until”
rules-unknown-base = there is no edition “{ $base }” to be based on
    .remedy = { $found ->
        [yes] did you mean “{ $nearest }”?
       *[no] name an edition of this file, or profile and edition of one that “hemicycle rules” lists
    }
rules-circle = the editions are based on each other in a circle: { $editions }
    .remedy = one of them must state everything itself, or be based on another
rules-bad-name = “{ $name }” cannot be the name of a profile or edition
    .remedy = write at most 40 letters (a to z), digits, hyphens and full stops
rules-name-taken = “{ $name }” is the name of a profile that comes with the program
    .remedy = give this one a name of its own, and base its editions on the other: based-on = "{ $name } …"
rules-no-edition = the profile has no edition
    .remedy = begin one with [edition.2031], and say from which day it is in force
rules-too-many-editions = there are more than { $most } editions
    .remedy = split the profile, and give each its own name
