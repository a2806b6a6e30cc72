# Propositions et raisons. Une proposition est sans sujet: « remplace le paragraphe 7 ».

amendment = amendement { $number }
sub-amendment = sous-amendement { $number } à l'amendement { $parent }
# Les mêmes, comme sujet d'une phrase.
the-amendment = l'amendement { $number }
the-sub-amendment = le sous-amendement { $number } à l'amendement { $parent }
about = { $who }: { $what }

replaces = remplace { $place }
deletes = supprime { $place }
adds-words = { $count ->
    [1] ajoute un mot { $place }
   *[other] ajoute des mots { $place }
}
adds-sentences = { $count ->
    [1] ajoute une phrase { $place }
   *[other] ajoute des phrases { $place }
}
inserts-after = { $count ->
    [1] insère un paragraphe après le paragraphe { $number }
   *[other] insère { $count } paragraphes après le paragraphe { $number }
}
    .alinea = { $count ->
        [1] insère un alinéa après l'alinéa { $number }
       *[other] insère { $count } alinéas après l'alinéa { $number }
    }
inserts-before = { $count ->
    [1] insère un paragraphe avant le paragraphe { $number }
   *[other] insère { $count } paragraphes avant le paragraphe { $number }
}
    .alinea = { $count ->
        [1] insère un alinéa avant l'alinéa { $number }
       *[other] insère { $count } alinéas avant l'alinéa { $number }
    }
inserts = { $count ->
    [1] insère un paragraphe
   *[other] insère { $count } paragraphes
}
    .alinea = { $count ->
        [1] insère un alinéa
       *[other] insère { $count } alinéas
    }

that-paragraph = ce paragraphe
    .alinea = cet alinéa
that-sentence = cette phrase
those-sentences = ces phrases
those-words = { $count ->
    [1] ce mot
   *[other] ces mots
}

object-title = le titre
object-text = le texte
object-paragraph = le paragraphe { $number }
    .alinea = l'alinéa { $number }
object-two-paragraphs = les paragraphes { $number } et { $last }
    .alinea = les alinéas { $number } et { $last }
object-paragraphs = les paragraphes { $number } à { $last }
    .alinea = les alinéas { $number } à { $last }
object-sentence = la { $nth } phrase du paragraphe { $number }
    .alinea = la { $nth } phrase de l'alinéa { $number }
object-two-sentences = les { $first } et { $last } phrases du paragraphe { $number }
    .alinea = les { $first } et { $last } phrases de l'alinéa { $number }
object-sentences = les { $first } à { $last } phrases du paragraphe { $number }
    .alinea = les { $first } à { $last } phrases de l'alinéa { $number }
object-words = { $count ->
    [0] «{ $words }»
    [1] le mot «{ $words }»
   *[other] les mots «{ $words }»
}
object-words-in = { $count ->
    [0] «{ $words }» du paragraphe { $number }
    [1] le mot «{ $words }» du paragraphe { $number }
   *[other] les mots «{ $words }» du paragraphe { $number }
}
    .alinea = { $count ->
        [0] «{ $words }» de l'alinéa { $number }
        [1] le mot «{ $words }» de l'alinéa { $number }
       *[other] les mots «{ $words }» de l'alinéa { $number }
    }
direction-title = au titre
direction-text = au texte
direction-paragraph = au paragraphe { $number }
    .alinea = à l'alinéa { $number }
direction-two-paragraphs = aux paragraphes { $number } et { $last }
    .alinea = aux alinéas { $number } et { $last }
direction-paragraphs = aux paragraphes { $number } à { $last }
    .alinea = aux alinéas { $number } à { $last }
direction-sentence = à la { $nth } phrase du paragraphe { $number }
    .alinea = à la { $nth } phrase de l'alinéa { $number }
direction-two-sentences = aux { $first } et { $last } phrases du paragraphe { $number }
    .alinea = aux { $first } et { $last } phrases de l'alinéa { $number }
direction-sentences = aux { $first } à { $last } phrases du paragraphe { $number }
    .alinea = aux { $first } à { $last } phrases de l'alinéa { $number }
direction-words = { $count ->
    [0] à «{ $words }»
    [1] au mot «{ $words }»
   *[other] aux mots «{ $words }»
}
direction-words-in = { $count ->
    [0] à «{ $words }» du paragraphe { $number }
    [1] au mot «{ $words }» du paragraphe { $number }
   *[other] aux mots «{ $words }» du paragraphe { $number }
}
    .alinea = { $count ->
        [0] à «{ $words }» de l'alinéa { $number }
        [1] au mot «{ $words }» de l'alinéa { $number }
       *[other] aux mots «{ $words }» de l'alinéa { $number }
    }

ordinal = { $n ->
    [1] première
    [2] deuxième
    [3] troisième
    [4] quatrième
    [5] cinquième
    [6] sixième
    [7] septième
    [8] huitième
    [9] neuvième
    [10] dixième
   *[other] { $n }e
}

relation-two = { $first } { $one }; { $second } { $two }
relation-mutual = { $both }: le premier adopté fait tomber l'autre
relation-same-point = { $both }, au même endroit: les deux peuvent être adoptés
relation-contradicts = { $both }: ils se recoupent, et les deux peuvent être adoptés
relation-identical = { $first } et { $second } sont identiques et font l'objet d'une seule décision
relation-independent = { $first } et { $second } ne se touchent pas

kind-overtakes = fait tomber
kind-overtaken-by = tombe avec
kind-contradicts = recoupe
kind-same-point = même endroit que
kind-identical = identique à
kind-independent = indépendant de

order-first = il est appelé en premier
order-part = il modifie le projet de texte suivant
order-place = son endroit vient plus loin dans le texte que celui visé par { $before }
order-contained = { $before } est plus large et contient son endroit
order-rank = à un même endroit, les suppressions sont appelées avant les remplacements, et les remplacements avant les insertions ({ $before })
order-distance = { $before }, au même endroit, s'écarte davantage du texte
order-kind = { $before }, au même endroit, continue les mots qui précèdent
order-reach = { $before } commence au même endroit et va plus loin
order-joint = il est en discussion commune avec { $before }
order-number = { $before }, au même endroit, porte le numéro inférieur
order-sub = les sous-amendements sont mis aux voix avant leur amendement
order-unplaced = il n'a pas de place dans le texte et est appelé en dernier

operation-insert = insérer
operation-replace = remplacer
operation-delete = supprimer
unexecutable = non exécutable

why-conditional = il dépend du sort d'un autre amendement
why-consequential = il demande des modifications de conséquence sans dire lesquelles
why-described = il décrit le nouveau texte au lieu de le citer
why-layout = les lignes et les pages dépendent de l'impression; les paragraphes et les phrases n'en dépendent pas
why-move = il déplace ou réunit ce que le texte contient au lieu de le citer; une suppression et une insertion y suffisent
why-findings = son texte n'a pas été compris ou son endroit n'a pas été trouvé; voir les constats
why-empty = il est sans effet dans cette langue
