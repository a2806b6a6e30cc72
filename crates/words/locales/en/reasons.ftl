# Clauses and reasons. A clause has no subject: "replaces paragraph 7".

amendment = amendment { $number }
sub-amendment = sub-amendment { $number } to amendment { $parent }
# The same as the subject of a sentence.
the-amendment = amendment { $number }
the-sub-amendment = sub-amendment { $number } to amendment { $parent }
about = { $who }: { $what }

replaces = replaces { $place }
deletes = deletes { $place }
adds-words = { $count ->
    [1] adds a word to { $place }
   *[other] adds words to { $place }
}
adds-sentences = { $count ->
    [1] adds a sentence to { $place }
   *[other] adds sentences to { $place }
}
inserts-after = { $count ->
    [one] inserts a paragraph after paragraph { $number }
   *[other] inserts { $count } paragraphs after paragraph { $number }
}
    .alinea = { $count ->
        [one] inserts an alinéa after alinéa { $number }
       *[other] inserts { $count } alinéas after alinéa { $number }
    }
inserts-before = { $count ->
    [one] inserts a paragraph before paragraph { $number }
   *[other] inserts { $count } paragraphs before paragraph { $number }
}
    .alinea = { $count ->
        [one] inserts an alinéa before alinéa { $number }
       *[other] inserts { $count } alinéas before alinéa { $number }
    }
inserts = { $count ->
    [one] inserts a paragraph
   *[other] inserts { $count } paragraphs
}
    .alinea = { $count ->
        [one] inserts an alinéa
       *[other] inserts { $count } alinéas
    }

that-paragraph = that paragraph
    .alinea = that alinéa
that-sentence = that sentence
those-sentences = those sentences
those-words = { $count ->
    [1] that word
   *[other] those words
}

object-title = the title
object-text = the text
object-paragraph = paragraph { $number }
    .alinea = alinéa { $number }
object-two-paragraphs = paragraphs { $number } and { $last }
    .alinea = alinéas { $number } and { $last }
object-paragraphs = paragraphs { $number } to { $last }
    .alinea = alinéas { $number } to { $last }
object-sentence = the { $nth } sentence of paragraph { $number }
    .alinea = the { $nth } sentence of alinéa { $number }
object-two-sentences = the { $first } and { $last } sentences of paragraph { $number }
    .alinea = the { $first } and { $last } sentences of alinéa { $number }
object-sentences = the { $first } to { $last } sentences of paragraph { $number }
    .alinea = the { $first } to { $last } sentences of alinéa { $number }
object-words = { $count ->
    [0] “{ $words }”
    [1] the word “{ $words }”
   *[other] the words “{ $words }”
}
object-words-in = { $count ->
    [0] “{ $words }” in paragraph { $number }
    [1] the word “{ $words }” in paragraph { $number }
   *[other] the words “{ $words }” in paragraph { $number }
}
    .alinea = { $count ->
        [0] “{ $words }” in alinéa { $number }
        [1] the word “{ $words }” in alinéa { $number }
       *[other] the words “{ $words }” in alinéa { $number }
    }
direction-title = the title
direction-text = the text
direction-paragraph = paragraph { $number }
    .alinea = alinéa { $number }
direction-two-paragraphs = paragraphs { $number } and { $last }
    .alinea = alinéas { $number } and { $last }
direction-paragraphs = paragraphs { $number } to { $last }
    .alinea = alinéas { $number } to { $last }
direction-sentence = the { $nth } sentence of paragraph { $number }
    .alinea = the { $nth } sentence of alinéa { $number }
direction-two-sentences = the { $first } and { $last } sentences of paragraph { $number }
    .alinea = the { $first } and { $last } sentences of alinéa { $number }
direction-sentences = the { $first } to { $last } sentences of paragraph { $number }
    .alinea = the { $first } to { $last } sentences of alinéa { $number }
direction-words = { $count ->
    [0] “{ $words }”
    [1] the word “{ $words }”
   *[other] the words “{ $words }”
}
direction-words-in = { $count ->
    [0] “{ $words }” in paragraph { $number }
    [1] the word “{ $words }” in paragraph { $number }
   *[other] the words “{ $words }” in paragraph { $number }
}
    .alinea = { $count ->
        [0] “{ $words }” in alinéa { $number }
        [1] the word “{ $words }” in alinéa { $number }
       *[other] the words “{ $words }” in alinéa { $number }
    }

ordinal = { $n ->
    [1] first
    [2] second
    [3] third
    [4] fourth
    [5] fifth
    [6] sixth
    [7] seventh
    [8] eighth
    [9] ninth
    [10] tenth
   *[other] { $n }th
}

relation-two = { $first } { $one }; { $second } { $two }
relation-mutual = { $both }: whichever is adopted first, the other falls
relation-same-point = { $both }, at the same place: both can be adopted
relation-contradicts = { $both }: they overlap, and both can be adopted
relation-identical = { $first } and { $second } are identical and are decided together
relation-independent = { $first } and { $second } do not touch each other

kind-overtakes = fells
kind-overtaken-by = falls by
kind-contradicts = overlaps
kind-same-point = same place as
kind-identical = identical to
kind-independent = independent of

order-first = it is the first to be called
order-part = it amends the next draft text
order-place = its place comes later in the text than that of { $before }
order-contained = { $before } is wider and contains its place
order-rank = at one place, deletions are called before replacements, and replacements before insertions ({ $before })
order-distance = { $before }, at the same place, differs more from the text
order-kind = { $before }, at the same place, goes on with the words before it
order-reach = { $before } begins at the same place and reaches farther
order-joint = it is debated jointly with { $before }
order-number = { $before }, at the same place, has the lower number
order-sub = sub-amendments are voted before their amendment
order-unplaced = it has no place in the text and is called last

operation-insert = insert
operation-replace = replace
operation-delete = delete
unexecutable = not executable

why-conditional = it depends on what happens to another amendment
why-consequential = it asks for changes that follow, without saying which
why-described = it describes the new text instead of quoting it
why-layout = lines and pages depend on how the text is printed; paragraphs and sentences do not
why-move = it moves or joins what the text has instead of quoting it; a deletion and an insertion do that
why-findings = its wording was not understood or its place not found; see the diagnostics
why-empty = it has no effect in this language
