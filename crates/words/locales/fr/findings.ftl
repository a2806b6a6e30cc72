# Un message par code de constat; `remedy` dit que faire.

and = { $rest } et { $last }
candidate = «{ $words }»
candidate-in = paragraphe { $number }: «{ $words }»
    .alinea = alinéa { $number }: «{ $words }»
candidates-more = { $count ->
    [1] et un autre
   *[other] et { $count } autres
}
reading-first = première lecture: { $words }
reading-second = deuxième lecture: { $words }
reading-taken = retenu: { $words }
reading-left = l'autre lecture: { $words }
number-first = le premier figure à la ligne { $line }
part-there = il y a { $letter }. { $heading }
words-gone = disparu: «{ $words }»

# Le lecteur
empty-file = le fichier est vide
    .remedy = donner le recueil en texte brut
file-too-big = le fichier dépasse 4 Gio et n'a pas été lu
    .remedy = diviser le dossier
not-text = { $kind ->
        [pdf] c'est un document PDF, et non du texte brut
        [office] c'est un fichier Word, OpenDocument ou autre fichier compressé, et non du texte brut
        [rtf] c'est un document au format RTF, et non du texte brut
        [markup] c'est une page web ou du XML, et non du texte brut
       *[unknown] ce n'est pas un texte
    }
    .remedy = { $kind ->
        [pdf] en extraire d'abord le texte, par exemple avec «pdftotext -layout FICHIER.pdf»
        [office] l'ouvrir et l'enregistrer comme texte brut (UTF-8)
        [rtf] l'ouvrir et l'enregistrer comme texte brut (UTF-8)
        [markup] l'ouvrir et l'enregistrer comme texte brut (UTF-8)
       *[unknown] donner le recueil en texte brut
    }
file-ends-early = le fichier s'arrête ici, au milieu d'une phrase; la suite manque peut-être
    .remedy = comparer la fin avec le document imprimé; si rien ne manque, terminer par un point
not-a-compendium = ni projet de texte ni amendement n'ont été reconnus dans ce fichier
    .remedy = docs/format.md décrit la forme d'un recueil
no-draft = il y a des amendements, mais pas de projet de texte
    .remedy = placer les paragraphes du projet, «1. …», avant ou entre les amendements
no-amendments = il y a un projet de texte, mais pas d'amendement
encoding-windows-1252 = le fichier n'est pas en UTF-8; il a été lu comme Windows-1252
    .remedy = l'enregistrer en UTF-8
encoding-utf-16 = le fichier est en UTF-16
    .remedy = l'enregistrer en UTF-8
encoding-broken = { $count ->
    [one] un caractère qui n'a pas de sens dans le codage du fichier a été remplacé par �
   *[other] { $count } caractères qui n'ont pas de sens dans le codage du fichier ont été remplacés par �
}
    .remedy = vérifier les mots alentour, et enregistrer le fichier en UTF-8
language-uncertain = aucun mot du fichier ne dit dans quelle langue il est
    .remedy = lui donner un intitulé tel que «A. Projet de résolution»
part-heading-missing = des paragraphes sont sans intitulé tel que «A. Projet de résolution»; ils ont été pris pour un projet de résolution
    .remedy = placer l'intitulé avant le premier paragraphe
part-heading-twice = la lettre { $letter } se trouve devant deux projets de texte différents
    .remedy = donner à chaque projet de texte sa propre lettre
contents-skipped = la table des matières a été laissée de côté
furniture-skipped = { $count ->
    [one] un titre courant ou un numéro de page a été laissé de côté
   *[other] { $count } titres courants et numéros de page ont été laissés de côté
}
furniture-in-wording = amendement { $amendment }: «{ $text }», seul sur sa ligne dans le texte de l'amendement, a été pris pour un numéro de page
    .remedy = vérifier le texte; ôter la ligne du fichier, ou la joindre à la précédente
text-set-aside = «{ $text }» se trouve avant le premier projet de texte et n'est pas le titre; cela a été mis de côté
    .remedy = vérifier que rien n'est perdu
lines-joined = { $count ->
    [one] une fin de ligne a été prise pour une espace
   *[other] { $count } fins de ligne ont été prises pour des espaces
}{ $width ->
    [0] {""}
   *[other] : les lignes sont coupées vers { $width } caractères
}
spaces-joined = { $count ->
    [one] une suite d'espaces ou de tabulations a été prise pour une espace
   *[other] { $count } suites d'espaces ou de tabulations ont été prises chacune pour une espace
}
characters-dropped = { $count ->
    [one] un caractère de commande a été ôté
   *[other] { $count } caractères de commande ont été ôtés
}
markup-as-text = { $count ->
    [one] ce que <{ $element }> dit de ses mots n'est pas conservé; les mots le sont
   *[other] ce que <{ $element }> dit de ses mots ({ $count } fois) n'est pas conservé; les mots le sont
}
markup-kept-whole = { $count ->
    [one] <{ $element }> est imprimé tel quel; les amendements n'y trouvent pas de mots
   *[other] <{ $element }> ({ $count } fois) est imprimé tel quel; les amendements n'y trouvent pas de mots
}
markup-ignored = { $count ->
    [one] <{ $element }> n'a pas de place dans un dossier; cet élément, qui ne contient pas de mots, a été omis
   *[other] <{ $element }> ({ $count } fois) n'a pas de place dans un dossier; ces éléments, qui ne contiennent pas de mots, ont été omis
}
markup-text-left-out = «{ $text }» dans <{ $element }> n'a pas de place dans un dossier; cela a été omis
    .remedy = si cela fait partie du texte, le placer dans un paragraphe
change-accepted = «{ $text }» est marqué comme supprimé; le texte a été lu sans ces mots
quotation-marks-added = { $count ->
    [one] une citation n'est marquée que par un élément; elle a été mise entre guillemets
   *[other] { $count } citations ne sont marquées que par des éléments; elles ont été mises entre guillemets
}
provision-rejoined = une fin de page coupait le paragraphe { $number }; ses deux moitiés ont été réunies
wording-rejoined = amendement { $amendment }: une fin de page ou de colonne coupait une phrase; ses moitiés ont été réunies
web-remains-read = ce que des pages web laissent dans un texte (&nbsp;, _bis_) a été lu pour ce qu'il représente dans { $count ->
    [one] cette ligne
   *[other] { $count } lignes, dont voici la première
}
style-uncertain = le document porte les signes de deux styles rédactionnels; il a été lu dans le style { $taken }, et peut être en { $other }
    .remedy = dire lequel : --style { $taken } ou --style { $other }
rules-assumed = le document ne nomme pas son règlement; { $rules } a été retenu, usuel dans son style rédactionnel
    .remedy = le nommer en tête du document (« Règlement : senat ») ou avec --rules
rules-unknown = aucun règlement appelé { $rules } ne vient avec le programme
    .remedy = « hemicycle rules » en donne la liste; donner un profil propre avec --rules
article-not-found = l'amendement { $amendment } porte sur l'article { $article }, que le document n'a pas
    .remedy = mettre le texte de l'article dans le document, ou corriger son numéro
alinea-count = le numéro { $printed } précède l'alinéa { $count } de { $article }; il a été compté selon sa place
    .remedy = comparer l'article au document officiel : un alinéa peut manquer, ou une ligne être de trop
closing-text-placed = ce texte après des alinéas a été pris pour la fin du paragraphe { $number }
paragraph-in-payload = le paragraphe { $number } se trouvait au milieu du nouveau texte de l'amendement { $amendment }; il a été remis dans le projet
    .remedy = comparer avec le document officiel; sortir le paragraphe de l'amendement pour confirmer cette lecture
provision-number-gap = { $after ->
    [none] le premier numéro est { $found }
   *[other] le numéro { $found } suit { $after }: il manque un numéro
}
    .remedy = vérifier s'il manque un paragraphe dans le fichier
provision-number-twice = le numéro { $number } figure déjà plus haut
    .remedy = corriger l'un des deux numéros
provision-number-order = le numéro { $found } se trouve après { $after }
    .remedy = vérifier l'ordre des paragraphes
provision-too-deep = { $count ->
        [one] un numéro a plus de 32 niveaux; sa ligne a été gardée comme texte
       *[other] { $count } numéros ont plus de 32 niveaux; leurs lignes ont été gardées comme texte
    }
    .remedy = numéroter avec moins de niveaux
heading-unread = «{ $text }» commence comme l'intitulé d'un amendement, mais n'en est pas un
    .remedy = placer l'intitulé seul sur sa ligne, «Amendement 4»; si c'est du texte, le faire précéder de \
footnote-in-text = ceci ressemble à une note de bas de page et a été pris pour du texte du paragraphe { $number }
    .remedy = l'ôter du fichier; si c'est du texte, le faire précéder de \
wording-missing = l'amendement { $amendment } ne dit rien
    .remedy = placer son texte sous son intitulé
falling-note-unread = amendement { $amendment }: «{ $text }» ressemble à une mention de chute, mais ne nomme aucun amendement
    .remedy = écrire «(Si adopté, l'amendement 6 tombe)» ou «(Tombe si l'amendement 4 est adopté)»

# Le texte des amendements
wording-not-understood = ces mots ne relèvent d'aucune règle de la grammaire
    .remedy = { $nearest ->
        [none] employer l'une des formes de docs/wordings.md
       *[other] écrire «{ $nearest }», si c'est ce qui est voulu; sinon employer l'une des formes de docs/wordings.md
    }
places-apart = un seul nouveau texte ne peut occuper plusieurs places qui ne se suivent pas
    .remedy = donner une seule place au nouveau texte, et supprimer les autres
numbers-unclear = on ne sait si le paragraphe { $number } commence ici ou si seul son numéro est cité
    .remedy = commencer chaque paragraphe du nouveau texte à la ligne
words-not-beside = «{ $words }» s'y trouve, mais pas juste à côté de «{ $beside }»
    .remedy = citer des mots qui se touchent
nothing-beside = rien ne s'y trouve à part «{ $words }»
    .remedy = citer les mots qui restent, ou ceux qui partent
not-a-sentence = «{ $words }» n'est pas une phrase entière
    .remedy = citer la phrase entière, ou parler de mots
wording-ambiguous = les guillemets permettent deux lectures qui modifient le texte différemment
    .remedy = employer d'autres guillemets pour la citation intérieure, «extérieur “intérieur” extérieur»
quote-not-closed = ce guillemet n'est jamais fermé
    .remedy = ajouter le guillemet fermant
payload-rejoined = le nouveau texte porte un guillemet fermant avant son dernier paragraphe; il a été tenu pour une faute de frappe, et le nouveau texte a été lu jusqu'au dernier guillemet
    .remedy = ôter ce guillemet fermant pour confirmer cette lecture
payload-empty = il n'y a rien entre les guillemets
    .remedy = écrire le nouveau texte, ou supprimer les mots
not-executable = reconnu, mais pas exécuté: { $why }
    .remedy = le service de la séance l'applique à la main, ou demande un texte exact
part-not-found = { $wanted ->
    [none] ce dossier ne contient aucun projet de texte de cette nature
   *[other] ce dossier n'a pas de projet de texte «{ $wanted }»
}
    .remedy = vérifier les premiers mots de l'amendement
part-ambiguous = plusieurs projets de texte sont de cette nature: { $letters }
    .remedy = nommer la lettre, ou placer l'amendement sous son projet de texte
provision-not-found = { $text ->
        [amendment] le nouveau texte de l'amendement n'a pas de paragraphe { $number }
       *[draft] il n'y a pas de paragraphe { $number }
    }
    .remedy = { $count ->
        [0] vérifier le numéro
       *[other] les numéros les plus proches sont { $nearest }
    }
    .alinea = { $unit ->
        [label] l'article n'a pas de { $number }
       *[count] l'article n'a pas d'alinéa { $number }
    }
provision-ambiguous = le projet a plus d'un paragraphe { $number }
    .remedy = corriger les numéros du projet
    .alinea = plusieurs unités de l'article sont { $number }
    .remedy-alinea = citer aussi l'unité qui la contient, ou l'alinéa
label-elsewhere = { $label } ne suivrait pas l'unité dont il porte le numéro, qui est à l'alinéa { $number }
    .remedy = vérifier le compte des alinéas ou corriger le numéro
sentence-not-found = { $number ->
        [none] le texte
       *[other] le paragraphe { $number }
    } { $has ->
        [0] n'a pas de phrase
        [one] a une phrase
       *[other] a { $has } phrases
    }, et c'est la { $wanted ->
        [1] première
       *[other] phrase n° { $wanted }
    } qui est citée
    .remedy = vérifier quelle phrase est visée
    .alinea = { $number ->
        [none] le texte
       *[other] l'alinéa { $number }
    } { $has ->
        [0] n'a pas de phrase
        [one] a une phrase
       *[other] a { $has } phrases
    }, et c'est la { $wanted ->
        [1] première
       *[other] phrase n° { $wanted }
    } qui est citée
title-not-found = le projet de texte n'a pas de titre
    .remedy = amender une disposition, ou donner au projet de texte son titre dans le fichier
words-not-found = { $length ->
        [1] le mot «{ $words }» ne s'y trouve pas
       *[other] les mots «{ $words }» ne s'y trouvent pas
    }
    .remedy = { $count ->
        [0] comparer la citation au projet
        [one] ce qui s'y trouve en est proche; corriger la citation si c'est cela qui est visé
       *[other] ceux-ci en sont proches; corriger la citation si l'un d'eux est visé
    }
words-ambiguous = { $length ->
        [1] le mot «{ $words }» s'y trouve
       *[other] les mots «{ $words }» s'y trouvent
    } { $count ->
        [2] deux
       *[other] { $count }
    } fois
    .remedy = citer plus de mots, ou préciser: «la deuxième occurrence de …»
words-folded = trouvé sous la forme «{ $found }»: les guillemets, tirets ou espaces diffèrent
range-reversed = les derniers mots cités se trouvent avant les premiers
    .remedy = échanger les deux citations
children-lost = le paragraphe { $number } a { $count ->
        [one] un alinéa, et le nouveau texte n'en a pas: il disparaît aussi
       *[other] { $count } alinéas, et le nouveau texte n'en a pas: ils disparaissent aussi
    }
    .remedy = pour les garder, remplacer plutôt les phrases du paragraphe
end-after-children = le paragraphe { $number } a des alinéas et aucun texte après eux: «à la fin» crée un nouveau texte final
    .remedy = pour compléter son texte introductif, nommer sa dernière phrase
leading-mark = le nouveau texte commence par «{ $mark }» et rien ne le précède: le signe est omis
    .remedy = vérifier si les mots étaient destinés à un autre endroit
list-emptied = le paragraphe { $number } se termine par un deux-points, et il ne reste rien de la liste qui suivait
    .remedy = amender les mots qui annoncent la liste, ou supprimer le paragraphe
paragraph-counted = on ne sait quel paragraphe est visé
    .remedy = { $count ->
        [0] le désigner par sa place, «le deuxième paragraphe», ou citer ses mots
       *[other] désigner le paragraphe par son numéro: { $numbers }
    }
    .alinea = on ne sait quel alinéa est visé
    .remedy-alinea = { $count ->
        [0] désigner l'alinéa par son numéro dans l'article
       *[other] l'article, ou l'unité, a { $numbers } alinéas
    }
no-paragraphs-there = l'amendement apporte des mots ou des phrases, parmi lesquels un paragraphe ne peut prendre place
    .remedy = ajouter plutôt des phrases, ou déposer un amendement qui insère le paragraphe
nothing-left = il ne resterait rien du nouveau texte de l'amendement
    .remedy = voter plutôt contre l'amendement
amendment-unreadable = ainsi modifié, l'amendement ne pourrait être exécuté
    .remedy = vérifier comment l'amendement se lirait; en changer moins, ou une autre partie

# Le dossier
number-twice = { $who } figure { $count ->
        [2] deux
       *[other] { $count }
    } fois dans le dossier
    .remedy = donner à l'un des deux un autre numéro
parent-not-found = il n'y a pas d'amendement { $parent }
    .remedy = vérifier le numéro dans son intitulé
sub-amendment-too-deep = un sous-amendement ne peut être amendé à son tour
    .remedy = en faire un autre sous-amendement à l'amendement
falling-not-computed = le document dit que l'amendement { $falling } tombe si { $wider } est adopté, mais les endroits visés ne le disent pas
    .remedy = vérifier les deux textes; le Président décide
falling-not-printed = l'amendement { $falling } tombe si { $wider } est adopté, et le document ne le dit pas
    .remedy = imprimer la mention, ou vérifier les deux textes
order-uncertain = son ordre après { $before } est incertain: la différence est petite, ou leurs endroits se croisent
    .remedy = laisser le service de la séance décider
rules-not-at-hand = le dossier cite les règles { $profile } { $edition }, qui ne sont pas disponibles; celles de l'Assemblée parlementaire ont été appliquées
    .remedy = donner leur fichier, --rules "FICHIER ÉDITION", ou corriger le nom; «hemicycle rules» énumère ce qui est disponible
votes-against-outcome = les voix consignées ne peuvent avoir conduit à la décision consignée
    .remedy = comparer les deux au procès-verbal ou au journal, et corriger ce qui est faux
decided-by-unknown = il est consigné comme tombé ou remplacé à cause de { $cited }, qui n'est pas parmi les amendements de ce fichier
    .remedy = corriger le numéro; il n'y a rien à faire si cet amendement n'a pas de texte dans cette langue
decision-unread = la décision <{ $what }> n'est pas lue: { $why ->
    [foreign] son sens est défini par les auteurs du fichier
    [place] elle ne se trouve ni dans un amendement ni dans un projet de texte
    [date] sa date n'est pas un instant comme 2031-10-16T10:03:00Z
    [by] il n'est pas dit qui a décidé, ou il ne peut l'avoir fait
    [because] un avis ou un vote sur l'ensemble d'un texte n'a pas de cause
    [twice] elle y figure deux fois et ne compte qu'une fois
    [contradiction] deux décisions se contredisent; aucune n'a été retenue
   *[outcome] ce qu'elle décide n'est pas connu
}
    .remedy = { $why ->
        [foreign] la consigner dans un journal, «hemicycle sitting», s'il faut la garder
        [twice] supprimer l'une des deux
        [contradiction] laisser la décision qui vaut, et supprimer l'autre
       *[other] la corriger comme le montre docs/akoma-ntoso.md, ou récrire le fichier à partir du journal
    }
votes-unread = les voix <{ $what }> ne sont pas lues: { $why ->
    [foreign] leur sens est défini par les auteurs du fichier
    [place] elles ne se trouvent ni dans un amendement ni dans un projet de texte
    [undecided] aucune décision ne figure à côté
    [outcome] la décision qui figure à côté en est une autre
    [twice] elles y figurent deux fois et ne comptent qu'une fois
    [contradiction] deux décomptes se contredisent; aucun n'a été retenu
   *[figures] pour, contre et abstentions doivent y figurer une fois chacun, en nombres entiers
}
    .remedy = { $why ->
        [foreign] consigner le vote dans un journal, «hemicycle sitting», s'il faut le garder
        [twice] supprimer l'un des deux
        [contradiction] laisser le décompte qui vaut, et supprimer l'autre
       *[other] les corriger comme le montre docs/akoma-ntoso.md, ou récrire le fichier à partir du journal
    }
note-too-long = la note explicative a { $words } mots; le règlement en permet { $allowed }
    .remedy = demander à l'auteur de l'abréger

# Les langues
language-twice = deux fichiers sont en version { $language }; le second a été laissé de côté
    .remedy = donner un fichier par langue
amendment-in-one-language = il ne figure que dans la version { $language }
    .remedy = l'ajouter à l'autre version, ou y dire qu'il ne concerne qu'une version
places-differ = les versions { $one } et { $two } n'agissent pas au même endroit
    .remedy = comparer les deux textes
words-differ = la version { $one } vise «{ $first }», la version { $two } «{ $second }»: ce ne sont pas les mêmes mots
    .remedy = «{ $likely }» correspond mieux; corriger l'une des deux citations
words-uncertain = la version { $one } vise «{ $first }», la version { $two } «{ $second }»: peut-être pas les mêmes mots
    .remedy = comparer les deux citations; «{ $likely }» correspond mieux
sentences-uncertain = les versions { $one } et { $two } semblent agir dans des phrases différentes, mais la correspondance des phrases est incertaine
    .remedy = comparer les deux textes, ou fixer dans le dossier (json) quelles phrases se correspondent
operations-differ = les versions { $one } et { $two } diffèrent par l'opération ou le nombre de mots, au même endroit
    .remedy = comparer les deux textes
decisions-differ = les versions linguistiques ne consignent pas les mêmes décisions; celles de la première ont été retenues
    .remedy = récrire les deux versions à partir du journal, ou corriger celle qui est fausse
draft-text = projet de texte { $name }
drafts-differ = le paragraphe { $number } du texte { $part } ne figure que dans la version { $language }
    .remedy = comparer les deux projets

# L'adoption
falls = { $who } tombe: { $causes } { $count ->
        [1] fait
       *[other] font
    } disparaître ce à quoi il tient
    .remedy = le laisser de côté, ou donner l'ordre d'adoption par --sequence
    .in-a-sitting = il n'est pas adopté en même temps: le laisser tomber, ou faire annuler la décision sur les autres
adopted-not-executable = { $who } ne peut être exécuté: { $why }
    .remedy = le laisser de côté et l'appliquer à la main
    .in-a-sitting = le faire réviser ou retirer par ses auteurs, ou déclarer irrecevable
parent-not-adopted = { $who } ne peut être adopté sans { $parent }
    .remedy = ajouter { $parent } ou laisser le sous-amendement de côté
sub-amendment-does-not-apply = { $why ->
        [falls] { $who } tombe du fait des autres sous-amendements adoptés à { $parent }
        [nothing] { $who } ne laisse rien du nouveau texte de { $parent }
        [unreadable] avec { $who }, { $parent } ne peut être exécuté
       *[place] { $who } n'a pas de place dans le texte de { $parent }
    }
    .remedy = { $why ->
        [falls] n'en adopter qu'un
        [nothing] écarter les deux
        [unreadable] vérifier comment l'amendement se lirait
       *[place] comparer ses mots à ce texte
    }
translated-already = { $who } a déjà un libellé dans la langue «{ $lang }»
    .remedy = une traduction ajoute une langue; consigner un autre libellé comme révision, sous le même numéro: hemicycle sitting … event
not-separated = { $first } et { $second } sont identiques: il est statué sur les deux à la fois
    .remedy = faire demander des votes séparés par qui le peut selon les règles (identical.separated-by), et dire à quel titre
rivals-first = { $first } est incompatible avec { $second }, auquel il est d'abord opposé (votes.pairwise)
    .remedy = enregistrer lequel des deux l'emporte: hemicycle sitting … pair
no-rivals = { $first } et { $second } ne sont pas incompatibles
    .remedy = les mettre aux voix l'un après l'autre
no-series = { $first } et { $second } ne forment pas une série: ils n'ont pas de début commun au même endroit
    .remedy = les mettre aux voix l'un après l'autre, ou plusieurs ensemble
heard-together = { $first } fait l'objet d'une discussion commune avec { $second }, sur lequel quelqu'un s'est déjà exprimé à ce titre pour les deux (debate.joint)
    .remedy = voir qui peut s'exprimer: hemicycle sitting … next
renumbered = le paragraphe { $old } devient { $new }
reference-updated = au paragraphe { $number }, le renvoi «{ $old }» devient «{ $new }»
reference-to-deleted = au paragraphe { $number }, «{ $reference }» renvoie à un paragraphe supprimé; le texte est resté
    .remedy = régler ce renvoi à la main
reference-range-grew = au paragraphe { $number }, «{ $reference }» comprend désormais un nouveau paragraphe
    .remedy = vérifier si cela est voulu
place-tracked = { $who }: une partie de ce à quoi il tient a disparu; il a été appliqué à ce qui reste
operation-lapsed = { $who }: l'endroit de l'une de ses opérations a disparu; les autres ont été exécutées
    .remedy = vérifier le résultat
crossing = { $first } et { $second } se croisent; les deux ont été exécutés
    .remedy = relire le résultat
leading-mark-dropped = { $who }: le signe «{ $mark }» au début du nouveau texte a été omis: rien ne le précède { $number ->
        [none] dans le titre
       *[other] au paragraphe { $number }
    }
    .remedy = vérifier si les mots étaient destinés à un autre endroit
superseded = { $earlier } a été remplacé par { $later }
    .remedy = vérifier que c'est bien ce qui a été décidé

# Fichiers de traitement de texte

office-comments = les commentaires ont été laissés de côté ({ $count })
office-note-texts = le texte des notes de bas de page et de fin n'est pas repris ({ $count }); la première: «{ $text }»
    .remedy = les appels de note restent; placer dans le texte ce qui importe
office-text-boxes = les zones de texte ont été laissées de côté ({ $count }); la première: «{ $text }»
    .remedy = placer leur texte dans le document s'il fait partie du projet
office-hidden-text = le texte masqué a été laissé de côté ({ $count }); le premier passage: «{ $text }»
    .remedy = l'afficher et enregistrer de nouveau s'il fait partie du projet
office-pictures = les images et les dessins ont été laissés de côté ({ $count })
office-formulas = les formules ont été laissées de côté ({ $count }); la première: «{ $text }»
    .remedy = les écrire sous forme de texte
office-embedded = le texte tiré d'un autre document a été laissé de côté ({ $count })
    .remedy = le coller sous forme de texte
office-symbols = les signes d'une police de symboles ne sont pas repris ({ $count }); le premier suit «{ $text }»
    .remedy = les remplacer par des lettres ou des signes d'une police courante
office-tables = les tableaux sont gardés tels quels, sans être lus ({ $count }); le premier: «{ $text }»
office-formatting-changes = les modifications de mise en forme ont été ignorées ({ $count })
office-table-changes = des lignes de tableau ont été ajoutées ou retirées ({ $count }); aucun libellé ne peut le dire; la première: «{ $text }»
    .remedy = décrire la modification dans un amendement à part
office-bullets = les paragraphes à puce sont la suite du paragraphe qui les précède ({ $count }); le premier: «{ $text }»
office-number-composed = les alinéas sont cités avec les numéros qui précèdent le leur ({ $count }); le premier: { $text }
office-label-kept = une étiquette automatique n'est pas un numéro de paragraphe et reste devant le texte ({ $count }); la première: «{ $text }»
    .remedy = numéroter le paragraphe 1., 1.1. ou (a) s'il doit être cité
office-came-and-went = des mots insérés par une personne et supprimés par une autre ne sont dans aucun des deux textes ({ $count })
office-changes-accepted = le recueil contient des modifications suivies; il a été lu comme si toutes étaient acceptées
    .remedy = les accepter ou les rejeter, puis enregistrer de nouveau
office-changes-tabled = { $count ->
        [one] les modifications suivies de { $text } donnent un amendement
       *[other] les modifications suivies de { $text } donnent { $count } amendements
    }
    .remedy = relire chaque libellé et ses auteurs avant publication
changes-other-parts = une fois ses modifications acceptées, le projet a d'autres textes ou une autre langue; aucun libellé n'a été établi
    .remedy = modifier les intitulés dans un projet à part
changes-no-wording = { $number ->
        [none] aucun libellé ne donne exactement ce qui a été modifié ici
       *[other] aucun libellé ne donne exactement ce qui a été modifié au paragraphe { $number }
    }
    .remedy = rédiger cet amendement à la main
changes-out-of-reach = { $number ->
        [none] du texte hors des paragraphes numérotés a été modifié, qu'aucun libellé n'atteint
       *[other] le texte final ou un tableau du paragraphe { $number } a été modifié, qu'aucun libellé n'atteint
    }
    .remedy = rédiger cet amendement à la main, comme nouveau texte du paragraphe
changes-not-together = une modification ne pouvait être adoptée avec les autres et ne figure pas parmi les amendements
    .remedy = rédiger cet amendement à la main
changes-too-much = trop de modifications pour toutes les rédiger; le paragraphe { $number } n'a pas d'amendement
    .remedy = diviser le projet ou en rédiger un nouveau
changes-differ = { $number ->
        [none] tous les amendements adoptés, le texte n'est pas celui où toutes les modifications sont acceptées
       *[other] tous les amendements adoptés, le paragraphe { $number } se lit autrement qu'avec toutes les modifications acceptées
    }
    .remedy = comparer les deux textes à cet endroit
changes-settled = { $count ->
        [one] au paragraphe { $number }, un signe final ou un numéro cité découle des amendements, autrement que dans le texte accepté
       *[other] dans { $count } paragraphes, des signes finaux ou des numéros cités découlent des amendements, autrement que dans le texte accepté; le premier est { $number }
    }
office-changes-rejected = le projet contient des modifications suivies de { $text }; il a été lu sans elles
    .remedy = en faire des amendements avec «hemicycle wording», ou les accepter et enregistrer de nouveau le fichier

# Pages web
page-bytes-replaced = des octets de la page n'ont pas de sens dans son codage et ont été remplacés
    .remedy = enregistrer la page de nouveau en UTF-8
page-number-parted = { $count ->
        [one] ligne { $line } de la page: un numéro collé à son texte en a été séparé
       *[other] à partir de la ligne { $line } de la page: { $count } numéros collés à leur texte en ont été séparés
    }
    .remedy = vérifier que chacun est le numéro d'un paragraphe
page-number-joined = { $count ->
        [one] ligne { $line } de la page: un numéro isolé a été placé devant le paragraphe qui le suit
       *[other] à partir de la ligne { $line } de la page: { $count } numéros isolés ont été placés devant les paragraphes qui les suivent
    }
    .remedy = vérifier que chacun est le numéro de ce paragraphe
page-list-numbers = { $count ->
        [one] ligne { $line } de la page: le numéro d'un élément de liste n'est pas écrit; il a été compté
       *[other] à partir de la ligne { $line } de la page: les numéros de { $count } éléments de liste ne sont pas écrits; ils ont été comptés
    }
    .remedy = comparer les numéros à ceux du texte publié
page-struck-out = { $count ->
        [one] ligne { $line } de la page: des mots barrés ont été omis
       *[other] à partir de la ligne { $line } de la page: des mots barrés ont été omis à { $count } endroits
    }
    .remedy = s'ils font partie du texte, ôter la barre
page-wide-table = ligne { $line } de la page: un tableau de plus de deux colonnes a été lu cellule par cellule
    .remedy = comparer son texte à la page
page-amendments-numbered = la page n'imprime aucun numéro d'amendement: { $count ->
    [one] un amendement prend le numéro
   *[other] { $count } amendements prennent les numéros
} de { $count ->
    [one] sa
   *[other] leur
} place dans la page, le premier à la ligne { $line }
    .remedy = leur donner les numéros sous lesquels ils ont été déposés
page-printed-twice = des mots imprimés deux fois de suite ne sont lus qu'une fois ({ $count ->
    [one] un endroit
   *[other] { $count } endroits
}, le premier à la ligne { $line })
    .remedy = aucune correction, sauf si les deux étaient voulus
page-raised-lost = ligne { $line } de la page: des mots en exposant ont été placés sur la ligne
    .remedy = les comparer à la page; une note de bas de page ne fait pas partie du texte
page-furniture = les titres courants, les numéros de page et les en-têtes de tableau ont été omis, d'abord à la page { $page }
    .remedy = aucune correction n'est nécessaire
page-rotated = page { $page }: un texte placé en biais a été omis
    .remedy = regarder la page; un tampon ou un filigrane ne fait pas partie du texte
page-hyphen-kept = page { $page }, ligne { $line }: un trait d'union en fin de ligne a été conservé ({ $count ->
        [one] une fois
       *[other] { $count } fois
    } dans le document)
    .remedy = comparer le mot à la page: rien ne dit si le trait d'union lui appartient

# Profils de règles
rules-not-text = ce n'est pas du texte brut
    .remedy = donner le profil comme fichier TOML (docs/rules.md)
rules-too-big = le fichier dépasse 1 Mio, ce qu'aucun profil ne fait
    .remedy = donner le profil comme fichier TOML (docs/rules.md)
rules-not-toml = à partir d'ici, ce n'est pas du TOML
    .remedy = écrire «clé = valeur», chaque clé une fois dans son tableau, et les textes entre guillemets droits (docs/rules.md)
rules-unknown-key = il n'y a pas ici de clé «{ $key }»
    .remedy = { $found ->
        [yes] serait-ce «{ $nearest }»? docs/rules.md énumère les clés
       *[no] docs/rules.md énumère les clés
    }
rules-missing-keys = { $within }: { $count ->
    [one] cette clé manque: { $keys }
   *[other] ces clés manquent: { $keys }
}
    .remedy = { $count ->
        [one] l'indiquer
       *[other] les indiquer
    }{ $inherit ->
        [yes] , ou fonder l'édition sur une autre qui le fait: based-on = "association general"
       *[no] {""}
    }
rules-wrong-type = ici se trouve { $given }; il faut { $wanted }
    .remedy = écrire { $wanted }
rules-unknown-word = «{ $word }» n'est aucun des mots que cette clé admet
    .remedy = { $found ->
        [yes] serait-ce «{ $nearest }»?
       *[no] écrire l'un d'eux
    }
rules-out-of-range = { $value } est hors des limites
    .remedy = écrire un nombre de { $least } à { $most }
rules-twice = «{ $word }» figure deux fois dans cette liste
    .remedy = ôter l'un des deux
rules-left-out = «{ $word }» manque dans cette liste
    .remedy = nommer chacun de ses mots une fois, dans l'ordre voulu
rules-empty = ce texte est vide
    .remedy = écrire ce qui est voulu
rules-no-source = aucune source n'est donnée
    .remedy = dire d'où cela vient, source = "…", ou avouer unverified = true
rules-two-sources = une source est donnée, et pourtant unverified (non vérifié)
    .remedy = ôter l'un des deux
rules-not-unverified = «unverified = false» ne dit rien
    .remedy = dire d'où cela vient: source = "…"
rules-bad-day = «{ $written }» n'est pas une date
    .remedy = écrire une date qui existe, 2031-10-16
rules-days-reversed = l'édition prend fin le { $until }, et ne commence que le { $from }
    .remedy = «until» est le premier jour où elle n'est plus en vigueur
rules-overlap = les éditions { $earlier } et { $later } sont en vigueur en même temps
    .remedy = faire finir { $earlier } où commence { $later }, par «until»
rules-unknown-base = il n'y a pas d'édition «{ $base }» sur laquelle se fonder
    .remedy = { $found ->
        [yes] serait-ce «{ $nearest }»?
       *[no] nommer une édition de ce fichier, ou le profil et l'édition d'un de ceux que «hemicycle rules» énumère
    }
rules-circle = les éditions se fondent l'une sur l'autre en cercle: { $editions }
    .remedy = l'une d'elles doit tout indiquer elle-même, ou se fonder sur une autre
rules-bad-name = «{ $name }» ne peut être le nom d'un profil ou d'une édition
    .remedy = écrire au plus 40 lettres (a à z), chiffres, traits d'union et points
rules-name-taken = «{ $name }» est le nom d'un profil livré avec le programme
    .remedy = donner à celui-ci un nom propre, et fonder ses éditions sur l'autre: based-on = "{ $name } …"
rules-no-edition = le profil n'a pas d'édition
    .remedy = en commencer une par [edition.2031], et dire à partir de quel jour elle est en vigueur
rules-too-many-editions = il y a plus de { $most } éditions
    .remedy = répartir le profil sur plusieurs, chacun avec son nom
