# Ce que la ligne de commande imprime autour des constats et des raisons.

row-rank = rang
row-number = n°
row-place = endroit
row-operation = opération
row-relations = relations
row-fells = fait tomber { $numbers }
row-falls-with = tombe avec { $numbers }
row-identical = identique à { $numbers }
row-fells-count = { $count ->
    [1] fait tomber 1 amendement
   *[other] fait tomber { $count } amendements
}

summary = { $amendments ->
    [0] aucun amendement
    [1] 1 amendement
   *[other] { $amendments } amendements
}: { $errors ->
    [0] aucune erreur
    [1] 1 erreur
   *[other] { $errors } erreurs
}, { $warnings ->
    [0] aucun avertissement
    [1] 1 avertissement
   *[other] { $warnings } avertissements
}, { $notes ->
    [0] aucune note
    [1] 1 note
   *[other] { $notes } notes
}

error = erreur
warning = avertissement
note = note
help = aide
more-diagnostics = { $count ->
    [one] encore 1 constat
   *[other] encore { $count } constats
}; --format json les donne tous
renumbered-at-once = { $count } paragraphes changent de numéro, à commencer par { $old }, désormais { $new }; --changes les montre tous
refused = { $out } n'a pas été écrit
nothing-written = rien n'a été écrit
volumes = trop long pour un seul fichier, écrit en volumes: { $files }
explain-rank = appelé au rang { $rank } sur { $count }: { $reason }
explain-uncertain = l'ordre est incertain; au service de la séance de décider
explain-does = { $who } { $action }
explain-unexecutable = { $who } n'est pas exécuté: { $why }
explain-fells = s'il est adopté, il fait tomber { $numbers }
explain-falls-with = il tombe si l'un de ceux-ci est adopté: { $numbers }
explain-identical = il est identique à { $numbers }, et fait l'objet de la même décision
explain-alone = il ne fait rien tomber, et rien à lui seul ne le fait tomber
explain-tablers = déposé par { $names }

wording-no-paragraph = il n'y a pas de paragraphe { $number } dans ce texte
    .remedy = donner le numéro tel qu'imprimé, par exemple 9.2.1, et le projet de texte par --part
wording-no-title = le projet de texte n'a pas de titre
    .remedy = donner au projet de texte son titre dans le fichier
wording-empty = le texte modifié est vide
    .remedy = pour supprimer le paragraphe, le demander par --delete
wording-unchanged = le texte modifié ne diffère pas du projet
    .remedy = donner le texte tel qu'il doit se lire
wording-below = le texte modifié comprend l'alinéa { $number }
    .remedy = modifier un texte à la fois: les mots qui précèdent les alinéas, ou --paragraph { $number }
wording-inexpressible = aucun libellé ne donne exactement ce texte
    .remedy = modifier moins à la fois, ou remplacer tout le paragraphe
wording-untranslated = la version { $language } a des mots signalés comme à traduire
wording-uncounted = le projet en version { $language } n'est pas disponible: vérifier quelles phrases se correspondent
wording-unsettled = pas de libellé en version { $language }: les phrases ne se correspondent pas une à une, ou leur correspondance est incertaine
    .remedy = le rédiger à la main, ou fixer dans le dossier (json) quelles phrases se correspondent
wording-no-draft = le projet en version { $language } n'est pas disponible
    .remedy = donner aussi son fichier, ou demander le cadre par --frame-only

# Arguments qui demandent ce qui n'existe pas
usage-read-once = l'entrée standard (-) ne peut être lue qu'une fois
usage-no-version = il n'y a pas de version { $wanted }; celle des fichiers: { $has }
usage-no-day = un flux a besoin du jour du document, et { $date ->
    [none] celui-ci n'a pas de date
   *[other] « { $date } » n'est pas lu comme un jour
    }; l'écrire sous la forme 01/02/2031
usage-named-twice = l'amendement { $cited } est nommé deux fois
usage-no-amendment = pas d'amendement { $cited } dans ce dossier; { $count ->
    [0] il n'y en a aucun
   *[other] il y a { $numbers }
}
usage-no-place = pas d'endroit «{ $place }» dans ce dossier; il y a title (le titre), { $known }
usage-title-stays = un titre ne peut être supprimé: donner le nouveau par --text
usage-no-part = pas de projet de texte { $wanted }; { $count ->
    [0] il n'y en a aucun
   *[other] il y a { $letters }
}
usage-several-parts = { $number ->
    [title] il y a un titre
   *[other] il y a un paragraphe { $number }
} dans { $letters }: désigner l'un d'eux par --part

# Les intitulés du tableau des amendements (docs/tables.md)
column-rank = Rang
column-number = N°
column-parent = Sous-amendement à
column-part = Texte
column-place = Endroit
column-operation = Opération
column-tablers = Auteurs
column-wording = Libellé
column-note = Note explicative
column-remarks = Remarques
column-fells = Fait tomber si adopté
column-falls-with = Tombe avec
column-identical = Identique à
column-position = Position de la commission
column-outcome = Sort
column-for = Voix pour
column-against = Voix contre
column-abstentions = Abstentions
cell-more = et { $count } { $count ->
    [one] autre
   *[other] autres
}
cells-guarded = { $count ->
    [one] 1 cellule commence
   *[other] { $count } cellules commencent
} par un signe qu'un tableur calculerait ou ôterait, et { $count ->
    [one] a été écrite
   *[other] ont été écrites
} avec une apostrophe (') devant (docs/tables.md)
relations-left-out = plus de 5 000 amendements: les colonnes sur ce qui tombe et sur les identiques restent vides
# What convert says

not-carried = non repris en { $format }: { $what } ({ $count ->
    [one] { $count } endroit
   *[other] { $count } endroits
}{ $first ->
    [none] {""}
   *[other] , le premier: { $first }
})
other-languages = seule la version { $language } a été écrite; --lang en écrit une autre
feature-head = référence, titre, date ou édition du document
feature-rules = nom des règles de l'assemblée
feature-languages = autres versions linguistiques
feature-correspondences = correspondance des phrases entre deux langues
feature-parts = lettre, nature et intitulé d'un projet de texte
feature-part-titles = titre autre que celui du document
feature-provisions = paragraphes numérotés
feature-further-text = texte supplémentaire d'un paragraphe
feature-text-between = texte hors des paragraphes numérotés
feature-opaque = tableaux et intertitres
feature-raised = lettres supérieures
feature-emphasis = italiques
feature-note-references = appels de note
feature-odd-spaces = accents circonflexes isolés et espaces multiples
feature-amendments = amendements
feature-sub-amendments = sous-amendements
feature-standing = projet de texte sous lequel figure un amendement
feature-tablers = auteurs d'un amendement
feature-notes = notes explicatives
feature-falling = mentions imprimées «tombe si …»
feature-remarks = mentions entre parenthèses
feature-outcomes = avis des commissions, sort des amendements et voix
feature-circumstances = la date, l'auteur et la cause de ces décisions
feature-text-outcomes = le sort d'un projet de texte dans son ensemble

# Ce qui distingue deux versions
diff-title = Différences entre deux versions
diff-none = aucune différence
diff-added = nouveau
diff-withdrawn = retiré
diff-new-version = nouvelle version de { $old }
diff-moved-from = déplacé, auparavant { $number }
diff-moved-to = déplacé, désormais { $number }
diff-moved = déplacé
diff-text-came = ce texte est nouveau
diff-text-gone = ce texte a disparu
diff-heading = { $old } → { $new }
diff-place = endroit: { $old } → { $new }
diff-nowhere = sans endroit
diff-key-came = dans la seconde version seulement
diff-key-gone = dans la première version seulement
diff-key-moved = déplacé, ou renuméroté
diff-renumbered = le paragraphe { $old } devient { $new }
diff-renumbered-run = les paragraphes { $old } à { $old-last } deviennent { $new } à { $new-last }
diff-field-reference = référence
diff-field-title = titre
diff-field-date = date
diff-field-edition = édition
diff-field-tablers = déposé par
diff-field-wording = libellé
diff-field-note = note explicative
diff-field-remarks = remarques
diff-field-falling = notes sur ce qui tombe
diff-empty = (rien)
diff-amendments = Amendements
diff-language-gone = la version { $language } a disparu
diff-language-came = la version { $language } est nouvelle
diff-amendment-gone = n'existe plus en version { $language }
diff-amendment-came = existe désormais aussi en version { $language }
diff-elsewhere = la version { $language } diffère aussi; --lang { $tag } la présente
diff-unread = { $file } n'a pas été lu sans erreur, et n'est pas comparé
diff-summary = amendements: { $added ->
    [0] aucun nouveau
    [1] 1 nouveau
   *[other] { $added } nouveaux
}, { $changed ->
    [0] aucun modifié
    [1] 1 modifié
   *[other] { $changed } modifiés
}, { $withdrawn ->
    [0] aucun retiré
    [1] 1 retiré
   *[other] { $withdrawn } retirés
}; projet de texte: { $lines ->
    [0] aucun paragraphe ne diffère
    [1] 1 paragraphe diffère
   *[other] { $lines } paragraphes diffèrent
}, { $renumbered ->
    [0] aucun n'est renuméroté
    [1] 1 est renuméroté
   *[other] { $renumbered } sont renumérotés
}
