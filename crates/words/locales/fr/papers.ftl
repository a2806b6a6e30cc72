# Les documents de séance: liste de vote, conduite de séance, procès-verbal, résultats (docs/papers.md).

paper-voting-list = Liste de vote
paper-script = Déroulé de séance
paper-minutes = Procès-verbal des décisions
paper-results = Résultats des votes
paper-amendment = Amendement { $number }
paper-sub-amendment = Sous-amendement { $number } à l'amendement { $parent }
paper-oral = Amendement oral { $number }
paper-oral-sub = Sous-amendement oral { $number } à l'amendement { $parent }
paper-under-no-text = Amendements ne portant sur aucun texte
paper-and-others = { $mover } et { $count ->
    [one] un autre signataire
   *[other] { $count } autres
}

# En-têtes des colonnes
list-number = N°
list-place = Disposition
list-tablers = Auteurs
list-committee = Commission
list-remarks = Observations
list-outcome = Sort
list-votes = Votes

# La liste de vote
voting-list-majority = (Pour les amendements: { $majority }.)
list-whole = ensemble du texte
list-majority = { $majority }
list-operations = { $operation }{ $more ->
    [0] { "" }
    [one] {" "}(et une autre opération)
   *[other] {" "}(et { $more } autres opérations)
}
list-falls-if = tombe si { $count ->
    [one] l'amendement { $numbers }
   *[other] l'un des amendements { $numbers }
} est adopté
list-fells = si adopté, { $count ->
    [one] l'amendement { $numbers } tombe
   *[other] les amendements { $numbers } tombent
}
list-identical = identique { $count ->
    [one] à l'amendement { $numbers }
   *[other] aux amendements { $numbers }
}
list-displaced = sa place dans le projet révisé reste à fixer
list-propose-adopted = peut être déclaré adopté sans vote
list-propose-rejected = peut être déclaré rejeté sans vote

# Les résultats
results-open = en attente
results-in-pieces = mis aux voix par division
results-because = { $outcome }, voir { $because }
results-superseded = { $outcome }, puis remplacé par une modification plus large
results-referred-back = renvoyé à la commission
results-numbered = { $outcome }: { $kind ->
    [resolution] Résolution { $number }
    [recommendation] Recommandation { $number }
    [opinion] Avis { $number }
   *[other] numéro { $number }
}
results-votes = { $for } pour, { $against } contre, { $abstentions ->
    [0] aucune abstention
    [one] { $abstentions } abstention
   *[other] { $abstentions } abstentions
}
results-line = { $outcome }
results-line-votes = { $outcome }. Votes: { $votes }

# Le procès-verbal
minutes-before = Avant la séance
minutes-after = Après la séance
minutes-sitting = { $name } ({ $day })
minutes-opened = La séance est ouverte à { $hour }.
minutes-closed = La séance est levée à { $hour }.
minutes-published = Le recueil des amendements est publié: { $name }.
minutes-moved = Soutenu par { $by }.
minutes-taken-over = Repris et soutenu par { $by }.
minutes-spoke = { $speaker ->
    [mover] À l'appui
    [for] Pour
    [against] Contre
    [committee] Au nom de la commission
    [rapporteur] Au titre du rapport
    [government] Au nom du gouvernement
   *[groups] Au nom d'un groupe politique
}: { $by }.
minutes-vote = Vote { $method }{ $counted ->
    [yes] : { $figures }
   *[no] { "" }
}.
minutes-together = Mis aux voix ensemble; le résultat vaut pour chacun d'eux.
minutes-each = Chacun d'eux est { $outcome }.
minutes-called-again = Appelé de nouveau.
minutes-withdrawn = Retiré par { $by }.
minutes-offered = Présenté oralement par { $by }:
minutes-oral-objected = { $count ->
    [0] Sa prise en considération ne suscite aucune opposition
    [one] Sa prise en considération suscite une opposition
   *[other] Sa prise en considération suscite { $count } oppositions
}{ $enough ->
    [yes] {" "}et est refusée
   *[no] { "" }
}.
minutes-oral-admitted = Il est pris en considération.
minutes-split = Divisé en vue de votes séparés:
minutes-piece = { $number }: { $wording }
minutes-whole = vote sur l'ensemble { $of-text }
minutes-without-vote = Décisions sans vote
minutes-general = Communications
minutes-end = Fin de la séance
minutes-hours = (Les heures sont exprimées en temps universel.)
minutes-fell = { $amendment } tombe{ $known ->
    [yes] { " " }(voir { $causes })
   *[no] { "" }
}.
minutes-reason = Motif: { $reason }.
minutes-corrected = les chiffres du vote sur { $decided } sont rectifiés: { $figures } ({ $by }: { $reason }). Le résultat est inchangé.
minutes-annulled = la décision prise sur { $decided } est annulée ({ $by }: { $reason }).
minutes-upheld = la décision prise sur { $decided } est confirmée ({ $by }: { $reason }).
minutes-for-ruling = la décision prise sur { $decided } en dépendait: la présidence doit trancher.
minutes-annex = Annexe: votes par appel nominal
minutes-roll = { $at }. { $on }
minutes-roll-for = Pour ({ $count }){ $count ->
    [0] { "" }
   *[other] : { $names }
}
minutes-roll-against = Contre ({ $count }){ $count ->
    [0] { "" }
   *[other] : { $names }
}
minutes-roll-abstentions = Abstentions ({ $count }){ $count ->
    [0] { "" }
   *[other] : { $names }
}

# Ce qui ne va pas dans un fichier de modèles
template-syntax = ce n'est pas un message au format Fluent
    .remedy = écrire un nom, =, puis le texte; à toute { "{" } répond une { "}" }, et les lignes suivantes sont en retrait
template-unknown = aucune phrase nommée «{ $id }» ne peut être remplacée
    .remedy = { $found ->
    [yes] il y a «{ $near }»; docs/papers.md les énumère toutes
   *[no] docs/papers.md énumère celles qui peuvent l'être
}
template-variable = «{ $id }» ne reçoit pas de variable ${ $variable }
    .remedy = { $count ->
    [0] elle n'en reçoit aucune
    [one] elle reçoit { $known }
   *[other] elle reçoit { $known }
}
template-reference = il n'y a pas de «{ $name }» dans ce fichier
    .remedy = ne citer que des messages et des termes de ce fichier, sans arguments; il n'y a pas de fonctions
template-twice = «{ $id }» figure deux fois dans le fichier
    .remedy = n'en garder qu'une
template-empty = «{ $id }» n'a pas de texte, ou a des attributs qui ne sont jamais dits
    .remedy = écrire le texte après le signe =, sans attributs
template-circle = «{ $id }» se cite elle-même
    .remedy = rompre le cercle

# Le texte adopté
text-left-out = { $text } est laissé de côté: { $open ->
    [yes] il n'a pas été mis aux voix
   *[no] il n'a pas été adopté
}
    .remedy = { $open ->
    [yes] consigner le vote qui le concerne une fois qu'il a eu lieu
   *[no] il n'y a rien à faire
}
number-unknown = { $text }: «{ $words }» tient lieu du numéro qui sera donné à un autre texte, { $other }, et n'est pas encore connu
    .remedy = consigner le numéro une fois qu'il est attribué: text-numbered
number-of-failed = { $text }: «{ $words }» tient lieu du numéro d'un autre texte, { $other }, qui n'a pas été adopté
    .remedy = décider comment le texte doit se lire, et le consigner: edited
number-of-several = { $text }: «{ $words }» peut tenir lieu du numéro de plusieurs textes
    .remedy = décider lequel est visé, et consigner comment le texte doit se lire: edited
edit-without-place = l'événement { $event } a modifié { $place ->
    [title] un titre que n'a pas { $text }
   *[provision] le paragraphe { $provision }, que n'a pas, une fois adopté, { $text }
}
    .remedy = désigner le paragraphe par son numéro dans le texte adopté

# Le recueil et son journal
change-new = nouveau
change-revised = révisé
change-translated = désormais dans les deux langues
changes-since = Modifications par rapport à la version précédente ({ $name })
changes-new = { $count ->
    [one] Nouveau: { $numbers }
   *[other] Nouveaux: { $numbers }
}
changes-revised = { $count ->
    [one] Révisé: { $numbers }
   *[other] Révisés: { $numbers }
}
changes-translated = { $count ->
    [one] Traduit: { $numbers }
   *[other] Traduits: { $numbers }
}
changes-withdrawn = { $count ->
    [one] Retiré: { $numbers }
   *[other] Retirés: { $numbers }
}
changes-ruled-out = { $count ->
    [one] Irrecevable: { $numbers }
   *[other] Irrecevables: { $numbers }
}

# La commande
usage-paper-kind = { $out }: un document de séance s'écrit en pdf, html, docx, odt ou txt
usage-paper-log = le procès-verbal et les résultats disent ce que dit un journal: le donner par --log
usage-paper-templates = seule la conduite de séance se compose de phrases à vous (--templates)
usage-paper-log-illegal = l'événement { $event } est contraire aux règles auxquelles le journal renvoie: { $why }
templates-refused = { $file } n'a pas été pris en compte, et rien n'a été écrit
adopted-provisional = texte provisoire
