# Ce que dit la présidence, et la mention d'origine d'un texte adopté. Chaque message peut être remplacé par le vôtre:
# hemicycle paper script FICHIER… -o SORTIE --lang fr --templates LES-MIENS.ftl (docs/papers.md dit ce que chacun reçoit).

script-amendment = l'amendement { $number }
script-sub-amendment = le sous-amendement { $number } à l'amendement { $parent }
script-oral = l'amendement oral { $number }
script-oral-sub = le sous-amendement oral { $number } à l'amendement { $parent }
script-amendments = les amendements { $list }
script-opening = Nous abordons maintenant { $text }{ $count ->
    [0] , sur lequel aucun amendement n'est à examiner
    [one] , sur lequel un amendement est à examiner
   *[other] , sur lequel { $count } amendements et sous-amendements sont à examiner
}.
script-again = Nous poursuivons l'examen des amendements déposés sur { $text }. { $count ->
    [0] Il n'en reste aucun à examiner
    [one] Il en reste un à examiner
   *[other] Il en reste { $count } à examiner, sous-amendements compris
}.
script-order = Les amendements seront appelés dans l'ordre de la liste de vote.
script-time = Je rappelle que le temps de parole est limité à { $seconds } secondes pour chaque intervention sur un amendement.
script-without-vote = Propositions { $outcome ->
    [adopted] d'adoption
   *[rejected] de rejet
} sans vote
script-propose = { $outcome ->
    [adopted] { $amendments } { $count ->
        [one] a été approuvé
       *[other] ont été approuvés
    } { $majority ->
        [unanimity] à l'unanimité
       *[other] à la majorité requise
    } par la commission. Je propose à l'Assemblée de { $count ->
        [one] le déclarer adopté
       *[other] les déclarer adoptés
    }.
   *[rejected] { $amendments } { $count ->
        [one] a été rejeté
       *[other] ont été rejetés
    } par la commission { $majority ->
        [two-thirds-cast] à la majorité des deux tiers des suffrages exprimés
       *[other] à la majorité requise
    }. Je propose à l'Assemblée de { $count ->
        [one] le déclarer rejeté
       *[other] les déclarer rejetés
    }.
}
script-objections = Y a-t-il une opposition?
script-objectors = (Un amendement est mis aux voix à son rang si { $count ->
    [one] un membre au moins s'oppose
   *[other] { $count } membres au moins s'opposent
} à une décision sans vote.)
script-declared = En l'absence d'opposition, je déclare { $amendment } { $outcome ->
    [adopted] adopté
   *[rejected] rejeté
}.
script-falls = En conséquence, { $amendments } { $count ->
    [one] tombe
   *[other] tombent
}.
script-reopened = (Une décision antérieure a été annulée: il faut statuer à nouveau.)
script-only-if-objected = (À n'appeler que si { $count ->
    [one] un membre au moins s'est opposé
   *[other] { $count } membres au moins se sont opposés
} à une décision sans vote.)
script-falls-if = (Tombe, et n'est pas appelé, si { $count ->
    [one] l'amendement { $numbers }
   *[other] l'un des amendements { $numbers }
} a été adopté.)
script-identical = { $amendments } { $count ->
    [one] est identique
   *[other] sont identiques
}: la décision prise sur { $amendment } vaudra pour { $count ->
    [one] les deux
   *[other] tous
}.
script-decided-with = (Identique: n'est pas appelé si la décision prise sur { $amendments } vaut aussi pour lui.)
script-call = Je donne la parole à { $who } pour soutenir { $amendment }.
script-seconds = Vous disposez de { $seconds } secondes.
script-call-committee = La parole est { $to-committee } pour soutenir { $amendment }.
script-call-nobody = Qui souhaite soutenir { $amendment }?
script-not-moved = { $others ->
    [any-member] (Si aucun signataire n'est présent: «Un autre membre souhaite-t-il soutenir { $amendment }?» Si personne ne le souhaite: «Je constate que { $amendment } n'est pas soutenu.»)
    [same-group] (Si aucun signataire n'est présent: «Un autre membre du groupe souhaite-t-il soutenir { $amendment }?» Si personne ne le souhaite: «Je constate que { $amendment } n'est pas soutenu.»)
   *[nobody] (Si personne ne le soutient: «Je constate que { $amendment } n'est pas soutenu.»)
}
script-sub-first = { $count ->
    [one] Un sous-amendement a été déposé: nous l'examinons avant { $amendment }
   *[other] { $count } sous-amendements ont été déposés: nous les examinons avant { $amendment }
}.
script-blocked = { $count ->
    [one] (N'est pas appelé, car son libellé ne peut pas être exécuté: { $amendments }.)
   *[other] (Ne sont pas appelés, car leur libellé ne peut pas être exécuté: { $amendments }.)
}
script-debated-with = Discussion commune avec { $amendments }: la commission et les orateurs s'expriment une fois pour tous.
script-series = (Une partie commune peut d'abord être mise aux voix, pour { $amendments }: «{ $words }»)
script-rivals = { $amendment } est d'abord opposé, un à un, aux textes suivants: { $amendments }. Celui qui ne l'emporte pas tombe.
script-quorum = (Le quorum est vérifié avant le vote.)
script-back = Nous revenons à l'amendement lui-même.
script-speaker = { $speaker ->
    [for] Quelqu'un demande-t-il la parole pour { $amendment }?
    [against] Quelqu'un demande-t-il la parole contre { $amendment }?
    [committee] Quel est l'avis de la commission sur { $amendment }?
    [rapporteur] Quel est l'avis du rapporteur sur { $amendment }?
    [government] Quel est l'avis du gouvernement sur { $amendment }?
    [groups] Les groupes politiques souhaitent-ils s'exprimer sur { $amendment }?
   *[mover] Qui souhaite soutenir { $amendment }?
}
script-no-position = La commission n'a pas pris position sur { $amendment }. { $speaker ->
    [rapporteur] Quel est l'avis du rapporteur?
    [government] Quel est l'avis du gouvernement?
   *[other] Qui souhaite s'exprimer au nom de la commission?
}
script-position = ({ $committee }: { $position ->
    [unanimous] favorable à l'unanimité
    [in-favour] favorable
    [against] défavorable
    [against-by-two-thirds] défavorable, aux deux tiers des suffrages exprimés
   *[no-position] sans avis
}.)
script-put = Je mets maintenant aux voix { $amendment }{ $amended ->
    [yes] , tel que sous-amendé
    [perhaps] , le cas échéant sous-amendé
   *[no] { "" }
}.
script-ballot = { $method ->
    [electronic] Le scrutin est ouvert. … Le scrutin est clos. Je demande l'affichage des résultats.
    [show-of-hands] Que ceux qui sont pour lèvent la main. … Qui est contre? … Qui s'abstient?
    [sitting-and-standing] Que ceux qui sont pour se lèvent. … Qui est contre? … Qui s'abstient?
    [voice] Que ceux qui sont pour disent «oui». … Que ceux qui sont contre disent «non».
    [roll-call] Il est procédé au vote par appel nominal. … Le scrutin est clos.
   *[secret-ballot] Il est procédé au vote au scrutin secret. … Le scrutin est clos.
}
script-result = { $amendment } est { $outcome ->
    [adopted] adopté
   *[rejected] rejeté
}.
script-or = – ou –
script-whole = Vote sur l'ensemble du texte
script-whole-put = Nous allons procéder au vote sur l'ensemble. Je mets aux voix { $text }{ $amended ->
    [yes] , tel qu'amendé
    [perhaps] , le cas échéant amendé
   *[no] { "" }
}.
script-whole-majority = { $majority ->
    [votes-cast] La majorité des suffrages exprimés est requise.
    [two-thirds-cast] La majorité des deux tiers des suffrages exprimés est requise.
    [present] La majorité des membres présents est requise.
    [members] La majorité de l'ensemble des membres est requise.
   *[unanimity] L'unanimité est requise.
}
script-whole-result = { $text } est { $outcome ->
    [adopted] adopté par … voix pour, … voix contre et … abstentions
   *[rejected] rejeté par … voix contre, … voix pour et … abstentions
}.
script-cites-failed = (Ce texte cite { $other }, qui n'a pas été adopté.)
origin-number = { $kind ->
    [resolution] Résolution { $number }
    [recommendation] Recommandation { $number }
    [opinion] Avis { $number }
   *[other] { $number }
}
origin-provisional = Texte provisoire, susceptible de modification: { $count ->
    [0] la présidence doit encore statuer sur une décision qui dépendait d'une décision annulée.
   *[other] il reste à statuer sur { $amendments }.
}
origin-note = Discussion par l'Assemblée le { $debates } (voir { $reference }{ $report ->
    [yes] , rapport { $of-committee }
   *[no] { "" }
}). Texte adopté par l'Assemblée le { $day } ({ $sitting }).
