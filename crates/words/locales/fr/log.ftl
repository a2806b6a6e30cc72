# Le journal en phrases (docs/log.md): ce qui s'est passé, ce qui s'ensuit, où en est chaque chose, ce qui est refusé.

log-amendment = l'amendement { $number }
log-sub-amendment = le sous-amendement { $number } à l'amendement { $parent }
log-unnumbered = l'amendement sans numéro «{ $id }»
log-unnumbered-sub = le sous-amendement sans numéro «{ $id }» à l'amendement { $parent }
log-oral = l'amendement oral «{ $id }»
log-oral-sub = le sous-amendement oral «{ $id }» à l'amendement { $parent }
log-amendments = les amendements { $list }
log-and-others = { $list } et { $count } autres
log-text = { $kind ->
    [resolution] le projet de résolution
    [recommendation] le projet de recommandation
    [opinion] le projet d'avis
   *[other] le projet de texte
}
log-text-unknown = le texte { $part } du journal
log-ruling = ({ $by }: { $reason })
log-because = { $count ->
    [one] de l'événement { $list }
   *[other] des événements { $list }
}
log-count = { $for } voix pour, { $against } contre, { $abstentions ->
    [0] aucune abstention
    [one] { $abstentions } abstention
   *[other] { $abstentions } abstentions
}
log-carried = { " " }par { $for } voix contre { $against }{ $abstentions ->
    [0] , sans abstention
    [one] , avec { $abstentions } abstention
   *[other] , avec { $abstentions } abstentions
}
log-lost = : { $for } voix pour, { $against } contre, { $abstentions ->
    [0] aucune abstention
    [one] { $abstentions } abstention
   *[other] { $abstentions } abstentions
}
log-method-electronic = par scrutin électronique
log-method-show-of-hands = à main levée
log-method-sitting-and-standing = par assis et levé
log-method-roll-call = par appel nominal
log-method-secret-ballot = au scrutin secret
log-method-voice = de vive voix
log-in-language = { $lang ->
    [en] en anglais
    [fr] en français
   *[other] dans la langue «{ $lang }»
}
log-wording = Rédaction { $language }: { $wording }
log-roll-for = Pour: { $names }
log-roll-against = Contre: { $names }
log-roll-abstention = Abstentions: { $names }

# Jours et heures, en temps universel. Les minutes s'écrivent sans zéro: 10 h 5.
time-day = { $day ->
    [1] 1er
   *[other] { $day }
} { $month ->
    [m01] janvier
    [m02] février
    [m03] mars
    [m04] avril
    [m05] mai
    [m06] juin
    [m07] juillet
    [m08] août
    [m09] septembre
    [m10] octobre
    [m11] novembre
   *[m12] décembre
} { $year }
time-hour = { $exact ->
    [midnight] minuit
    [noon] midi
    [hour] { $hour ->
        [one] { $hour } heure
       *[other] { $hour } heures
    }
   *[minute] { $hour } h { $minute }
}
time-moment = { $day } à { $hour }

# Événements
log-event-opened = le journal est ouvert sur { $reference } selon les règles { $profile } { $edition }, avec { $texts ->
    [one] { $texts } texte
   *[other] { $texts } textes
} et { $amendments ->
    [one] { $amendments } amendement
   *[other] { $amendments } amendements
}.
log-event-drafted = { $to ->
    [yes] { $amendment }, qui porte sur { $text }, est rédigé.
   *[no] { $amendment } est rédigé.
}
log-event-signed = { $by } signe { $amendment }.
log-event-signature-withdrawn = { $by } retire sa signature { $of-amendment }.
log-event-tabled = { $amendment } est déposé { $how ->
    [committee] au nom { $of-committee }
   *[members] { $count ->
        [0] sans signature
        [one] avec une signature
       *[other] avec { $count } signatures
    }
}{ $late ->
    [yes] , hors délai, mais néanmoins accepté { $ruling }
   *[no] { "" }
}.
log-event-admitted = { $amendment } est déclaré recevable par { $by }.
log-event-ruled-out = { $amendment } est déclaré irrecevable { $ruling }.
log-event-numbered = { $amendment } reçoit le numéro { $number }.
log-event-revised = { $amendment } est révisé par ses auteurs et porte désormais le numéro { $number }.
log-event-translated = { $amendment } est désormais disponible { $language }.
log-event-published = { $edition ->
    [provisional] la version provisoire
    [revised] une version révisée
   *[final] la version finale
} du recueil est publiée: { $name }.
log-event-ordered = { $place ->
    [before] il est décidé d'appeler { $amendment } avant { $before } { $ruling }.
   *[last] il est décidé d'appeler { $amendment } en dernier { $ruling }.
}
log-event-related = { $relation ->
    [fells] il est déclaré que, si { $first } est adopté, { $second } tombe { $ruling }.
    [independent] il est déclaré que { $first } et { $second } ne dépendent pas l'un de l'autre { $ruling }.
   *[consequential] il est déclaré que { $second } suit la décision prise sur { $first } { $ruling }.
}
log-event-relation-lifted = la relation déclarée entre { $first } et { $second } est levée { $ruling }.
log-event-seized = { $what ->
    [report] { $the-committee } { $gender ->
        [feminine] est saisie
        [plural] sont saisis
       *[masculine] est saisi
    } au fond.
   *[opinion] { $the-committee } { $gender ->
        [feminine] est saisie
        [plural] sont saisis
       *[masculine] est saisi
    } pour avis.
}
log-event-compromise = { $amendment } est un amendement de compromis { $ruling }.
log-event-grouped = { $amendments } font l'objet d'une discussion commune { $ruling }.
log-event-separated = { $by } obtient un vote séparé sur { $amendment }.
log-event-committee-position = avis { $of-committee } sur { $amendment }: { $position ->
    [unanimous] favorable à l'unanimité
    [in-favour] favorable
    [against] défavorable
    [against-by-two-thirds] défavorable à la majorité des deux tiers
   *[no-position] aucune position n'est prise
}{ $figures }.
log-event-deadline-set = le délai de dépôt des { $what ->
    [sub-amendments] sous-amendements
   *[amendments] amendements
} est fixé par { $by } au { $at }.
log-event-sitting-opened = la séance est ouverte: { $name }.
log-event-sitting-closed = la séance est levée.
log-event-quorum-checked = { $present } membres sur { $members } sont présents: le quorum ({ $quorum }) { $reached ->
    [yes] est atteint
   *[no] n'est pas atteint
}.
log-event-proposed = la présidence propose que { $amendments } { $outcome ->
    [adopted] { $count ->
        [one] soit déclaré adopté
       *[other] soient déclarés adoptés
    }
   *[rejected] { $count ->
        [one] soit déclaré rejeté
       *[other] soient déclarés rejetés
    }
} sans vote.
log-event-objected = { $amendment } { $count ->
    [0] ne fait l'objet d'aucune opposition
    [one] fait l'objet d'une opposition
   *[other] fait l'objet de { $count } oppositions
} à une décision sans vote{ $enough ->
    [yes] {" "}et reprend sa place dans l'ordre d'appel
   *[no] { "" }
}.
log-event-declared-decided = { $amendment } est déclaré { $outcome ->
    [adopted] adopté
   *[rejected] rejeté
} sans vote.
log-event-called = { $amendment } est appelé.
log-event-moved = { $how ->
    [taken-over] { $by } reprend { $amendment } et le soutient.
   *[moved] { $by } soutient { $amendment }.
}
log-event-not-moved = { $amendment } n'est pas soutenu.
log-event-oral-offered = { $to ->
    [yes] { $by } présente { $amendment }, qui porte sur { $text }.
   *[no] { $by } présente { $amendment }.
}
log-event-oral-objected = la prise en considération { $of-amendment } { $count ->
    [0] ne suscite aucune opposition
    [one] suscite une opposition
   *[other] suscite { $count } oppositions
}{ $enough ->
    [yes] {" "}et est refusée
   *[no] { "" }
}.
log-event-oral-admitted = { $amendment } est pris en considération.
log-event-spoke = { $by } s'exprime sur { $amendment } ({ $speaker ->
    [mover] pour le soutenir
    [for] pour
    [against] contre
    [committee] au nom de la commission
    [rapporteur] au titre du rapport
    [government] au nom du gouvernement
   *[groups] au nom d'un groupe politique
}).
log-event-split = { $amendment } est divisé en { $count ->
    [1] une partie, mise
    [2] deux parties, mises
    [3] trois parties, mises
   *[other] { $count } parties, mises
} aux voix séparément: { $pieces }.
log-event-voted = { $count ->
    [one] { $amendments } est mis aux voix { $method }; il est { $outcome ->
        [adopted] adopté{ $figures }.
       *[rejected] rejeté{ $figures }.
    }
   *[other] { $amendments } sont mis aux voix ensemble { $method }; ils sont { $outcome ->
        [adopted] adoptés{ $figures }.
       *[rejected] rejetés{ $figures }.
    }
}
log-event-paired = { $first } est opposé à { $second } { $method }; { $winner } l'emporte{ $counted ->
    [yes] { " " }par { $more } voix contre { $fewer }{ $abstentions ->
        [0] , sans abstention
        [one] , avec { $abstentions } abstention
       *[other] , avec { $abstentions } abstentions
    }
   *[no] { "" }
}.
log-event-common-part-voted = la partie commune aux textes suivants est mise aux voix { $method }: { $amendments }; elle est { $outcome ->
    [adopted] adoptée{ $figures }.
   *[rejected] rejetée{ $figures }.
}
log-event-withdrawn = { $amendment } est retiré par { $by }.
log-event-corrected = les chiffres du vote de l'événement { $event }{ $found ->
    [yes] , sur { $decided },
   *[no] { "" }
} sont rectifiés: { $figures } { $ruling }.
log-event-annulled = la décision de l'événement { $event } est annulée { $ruling }{ $found ->
    [yes] ; il faut statuer à nouveau sur { $decided }
   *[no] { "" }
}.
log-event-upheld = la décision de l'événement { $event }{ $found ->
    [yes] , sur { $decided },
   *[no] { "" }
} est confirmée { $ruling }.
log-event-draft-revised = le projet est révisé: { $reason }.
log-event-carried-over = { $amendment } est reporté sur le projet révisé, { $wording ->
    [same] sans changement de rédaction
   *[new] dans une nouvelle rédaction
} { $ruling }.
log-event-text-voted = { $text } est mis aux voix dans son ensemble { $method }; il est { $outcome ->
    [adopted] adopté{ $figures }.
   *[rejected] rejeté{ $figures }.
}
log-event-referred-back = { $text } est renvoyé à la commission { $ruling }.
log-event-text-numbered = { $text }, tel qu'adopté, devient { $kind ->
    [resolution] la Résolution { $number }
    [recommendation] la Recommandation { $number }
    [opinion] l'Avis { $number }
   *[other] le texte numéro { $number }
}.
log-event-edited = après l'adoption, { $text } fait l'objet d'une mise au point rédactionnelle { $language }, { $place ->
    [title] au titre
   *[provision] au paragraphe { $provision }
} { $ruling }.

# Conséquences
log-then-fell = { $amendment } tombe du fait { $because }.
log-then-shares = { $how ->
    [consequential] { $amendment }, qui en découle, suit la même décision.
    [near] { $amendment } suit la même décision.
    [series] { $amendment }, qui fait partie de la série, suit la même décision.
   *[identical] { $amendment }, qui est identique, suit la même décision.
}
log-then-superseded = ce que { $amendment } avait modifié est remplacé par une modification plus large.
log-then-for-ruling = la décision de l'événement { $event }{ $found ->
    [yes] , sur { $decided },
   *[no] { "" }
} en dépendait: la présidence doit trancher.
log-then-displaced = le service de la séance doit fixer l'endroit où { $amendment } se place dans le projet révisé.

# Où en est chaque chose
log-drafted = en cours de rédaction, { $count ->
    [0] aucune signature
    [one] { $count } signature
   *[other] { $count } signatures
}
log-tabled = déposé
log-offered = présenté oralement, { $count ->
    [0] personne ne s'oppose
    [one] { $count } membre s'oppose
   *[other] { $count } membres s'opposent
}
log-open = en attente de décision
log-reopened = rouvert par l'événement { $event }
log-left-undecided = sans décision: son texte a été renvoyé à la commission par l'événement { $event }
log-displaced = sa place dans le projet révisé reste à fixer
log-decided = { $outcome }{ $figures }, événement { $event }
log-fallen = { $outcome }, du fait { $because }
log-in-pieces = mis aux voix par division
log-superseded = remplacé par une modification plus large, événement { $event }
log-referred-back = renvoyé à la commission, événement { $event }
log-number = numéro { $number }
log-edits = { $count ->
    [one] { $count } mise au point rédactionnelle
   *[other] { $count } mises au point rédactionnelles
}
log-awaits = événement { $event }: { $decided }
log-by-rule = selon les règles { $profile } { $edition } ({ $parameter }: { $value }; { $source })

# Ce qui ne va pas dans une ligne
log-cut = la dernière ligne est tronquée: { $bytes ->
    [one] { $bytes } octet a été laissé de côté
   *[other] { $bytes } octets ont été laissés de côté
}
    .remedy = rien de ce qui avait été confirmé n'est perdu; enregistrer de nouveau le dernier événement s'il a eu lieu
log-line-too-long = la ligne dépasse { $most } Mio
    .remedy = ce n'est pas un journal, ou pas un journal de ce programme
log-not-json = ce n'est pas une entrée de journal
    .remedy = rétablir le fichier à partir d'une copie; docs/log.md dit ce qu'est une ligne
log-version = l'entrée est dans la version { $found } du journal, et c'est la version 1 qui est lue
    .remedy = la lire avec le programme qui l'a écrite
log-sequence = l'entrée porte le numéro { $found }, alors que { $expected } est attendu: des lignes manquent, sont en double ou ont été interverties
    .remedy = rétablir le fichier à partir d'une copie
log-chain = l'entrée n'a pas été écrite à la suite de la ligne précédente: l'une des deux a été modifiée
    .remedy = comparer l'empreinte finale d'une copie à celle qui a été notée, et rétablir le fichier à partir de la bonne
log-not-canonical = l'entrée est écrite autrement que ce programme ne l'écrit
    .remedy = rétablir le fichier à partir d'une copie; un journal ne se modifie pas et ne se remet pas en forme
log-wrong-head = { $found ->
    [0] le journal ne se termine pas, et ne s'est jamais terminé, par l'empreinte { $given }
   *[other] l'empreinte donnée est celle de l'événement { $found }; { $later ->
        [one] { $later } événement a été enregistré depuis
       *[other] { $later } événements ont été enregistrés depuis
    }
}
    .remedy = { $found ->
    [0] c'est un autre journal, ou un journal modifié; chercher la copie qui porte cette empreinte
   *[other] rien n'a été modifié jusque-là; donner l'empreinte du dernier événement si rien ne devait s'ajouter
}
log-other-rules = le journal a été ouvert selon un autre fichier des règles { $profile } { $edition } que celui qui a servi au contrôle
    .remedy = donner le fichier tel qu'il était alors par --rules
log-empty = le journal est vide
    .remedy = l'ouvrir sur un dossier (hemicycle sitting … open), ou donner un autre journal

# Refus
refusal-not-opened = le premier événement d'un journal l'ouvre
    .remedy = ouvrir d'abord le journal sur un dossier
refusal-opened-twice = le journal est déjà ouvert
    .remedy = commencer un autre journal pour un autre dossier
refusal-time-goes-back = l'événement est antérieur au précédent, qui est du { $before }
    .remedy = donner l'heure à laquelle il est enregistré
refusal-unknown-amendment = le journal ne connaît pas d'amendement «{ $id }»
    .remedy = le nommer comme le fait le journal: 4, ou 13/1 pour le sous-amendement 1 à l'amendement 13
refusal-unknown-text = le dossier n'a pas de texte { $part }, compté à partir de 0
    .remedy = nommer l'un de ses textes
refusal-unknown-event = l'événement { $event } n'a pris aucune décision encore valable
    .remedy = nommer l'événement qui a pris la décision
refusal-id-taken = le nom «{ $id }» est déjà pris
    .remedy = ne nommer chaque amendement qu'une fois, et un nouveau par un nouveau nom
refusal-number-taken = un autre amendement porte le numéro { $number }
    .remedy = lui donner un autre numéro
refusal-no-reason = ce qui est décidé à la main demande un auteur et un motif
    .remedy = dire qui a décidé et pourquoi
refusal-nothing-named = l'événement nomme trop peu d'amendements
    .remedy = nommer les amendements concernés; une division compte au moins deux parties
refusal-no-wording = aucun texte n'est indiqué
    .remedy = enregistrer le texte proposé
refusal-position-against-the-figures = d'après ces chiffres, la position de la commission est autre
    .remedy = vérifier les chiffres, ou la position
refusal-too-deep = { $depth ->
    [1] il n'y a pas de sous-amendements
   *[other] un sous-amendement ne peut être amendé
}
    .remedy = { $depth ->
    [1] déposer plutôt un amendement
   *[other] déposer un sous-amendement à l'amendement lui-même
}
refusal-not-at-this-stage = { $how ->
    [decided] il a déjà été statué sur { $amendment } par l'événement { $event }
   *[early] { $amendment } n'en est pas au stade où cela peut se produire
}
    .remedy = { $how ->
    [decided] si la décision était erronée, la faire d'abord annuler
   *[early] enregistrer d'abord ce qui précède
}
refusal-signed-already = { $by } l'a déjà signé
    .remedy = il n'y a rien à faire
refusal-not-signed = { $by } ne l'a pas signé
    .remedy = nommer un membre qui a signé
refusal-signatures-stay = il est trop tard pour retirer une signature
    .remedy = l'amendement lui-même peut être retiré par ses auteurs
refusal-too-few-signatures = { $signed ->
    [0] il n'y a aucune signature, il en faut { $needed }
    [one] il y a { $signed } signature, il en faut { $needed }
   *[other] il y a { $signed } signatures, il en faut { $needed }
}
    .remedy = enregistrer d'abord les autres signatures
refusal-after-the-deadline = le délai expirait le { $deadline }
    .remedy = enregistrer qui l'accepte néanmoins, et pourquoi
refusal-no-sitting = cela se produit en séance, et aucune séance n'est ouverte
    .remedy = ouvrir d'abord la séance
refusal-sitting-open = une séance est déjà ouverte
    .remedy = la lever d'abord
refusal-floor-taken = { $amendment } est en discussion
    .remedy = statuer d'abord sur celui-ci
refusal-not-on-the-floor = { $amendment } n'est pas celui qui est en discussion
    .remedy = l'appeler d'abord
refusal-called-before = il a été appelé par l'événement { $event }, et ne l'est une seconde fois que si la décision le concernant est annulée
    .remedy = en poursuivre l'examen; une fois la décision prise, la faire annuler s'il doit être appelé de nouveau
refusal-moved-already = il a déjà été soutenu
    .remedy = poursuivre le débat
refusal-not-moved-yet = personne n'a soutenu { $amendment }
    .remedy = enregistrer qui le soutient, ou que personne ne le soutient
refusal-no-taking-over = seuls ses signataires peuvent le soutenir
    .remedy = enregistrer qu'il n'est pas soutenu
refusal-speaker-not-heard = personne ne s'exprime à ce titre, ou quelqu'un l'a déjà fait
    .remedy = voir qui peut s'exprimer: hemicycle rules
refusal-sub-amendments-first = il reste à statuer sur { $amendment }
    .remedy = statuer d'abord sur les sous-amendements
refusal-not-proposed = la présidence n'a pas proposé de décision sans vote sur { $amendment }, ou assez de membres s'y sont opposés
    .remedy = la proposer d'abord, ou passer au vote
refusal-not-eligible = il ne peut être statué sans vote sur { $amendment }
    .remedy = l'appeler à son rang et le mettre aux voix
refusal-objections = { $count ->
    [one] { $count } membre s'oppose, et { $enough } suffit
   *[other] { $count } membres s'opposent, et { $enough } suffisent
}
    .remedy = l'appeler à son rang et le mettre aux voix
refusal-no-oral-amendments = cette assemblée n'admet pas un tel amendement oral
    .remedy = le déposer par écrit
refusal-not-permitted = les règles de cette assemblée ne le permettent pas
    .remedy = voir ce qui est permis: hemicycle rules
refusal-no-such-position = les commissions ne prennent pas une telle position dans cette assemblée
    .remedy = enregistrer l'une des positions que prévoient les règles
refusal-put-separately = un vote séparé a été obtenu sur { $amendment }
    .remedy = le retirer du vote en bloc, et l'appeler à son rang
refusal-common-part-put = la partie commune à { $amendment } et à d'autres a été adoptée par l'événement { $event }
    .remedy = mettre aux voix les amendements un à un
refusal-quorum-not-checked = le quorum se vérifie avant chaque vote, et ne l'a pas été depuis le dernier
    .remedy = enregistrer le nombre des présents: hemicycle sitting … quorum
refusal-no-quorum = { $present } membres sur { $members } étaient présents: trop peu pour voter
    .remedy = reporter le vote, ou enregistrer un nouveau décompte
refusal-no-such-count = il ne peut y avoir { $present } présents sur { $members } membres
    .remedy = vérifier les deux chiffres
refusal-outcome-against-the-figures = { $carried ->
    [yes] d'après ces chiffres, le résultat est l'adoption
   *[no] d'après ces chiffres, le résultat est le rejet
}
    .remedy = vérifier les chiffres, ou ce qui a été déclaré
refusal-roll-differs = les noms ne correspondent pas aux chiffres, ou l'un d'eux figure deux fois
    .remedy = vérifier la liste des noms
refusal-outcome-changes = avec ces chiffres, le résultat serait autre
    .remedy = faire annuler le vote, et le reprendre
refusal-amendments-open = il reste à statuer sur { $amendment }
    .remedy = statuer d'abord sur tous les amendements au texte
refusal-rulings-open = la présidence n'a pas encore statué sur la décision de l'événement { $event }, qui dépendait d'une décision annulée
    .remedy = annuler cette décision, ou la confirmer
refusal-text-decided = il a déjà été statué sur le texte par l'événement { $event }
    .remedy = si la décision était erronée, la faire d'abord annuler
refusal-text-not-adopted = { $text } n'est pas adopté
    .remedy = ne numéroter et ne mettre au point que ce qui a été adopté
refusal-nothing-to-rule = rien n'est à trancher pour l'événement { $event }
    .remedy = nommer l'une des décisions à trancher
refusal-leaves-open = { $amendment } est à examiner de nouveau, et ne pourrait plus l'être si cette décision était confirmée
    .remedy = annuler cette décision, et la reprendre
refusal-not-a-number = «{ $number }» ne peut être le numéro d'un amendement
    .remedy = en donner un tel qu'imprimé, 4 ou 4 rév.; un sous-amendement a le sien, 1 pour 13/1
refusal-not-declared = aucune relation de ce genre n'a été déclarée
    .remedy = voir ce qui a été déclaré: hemicycle log show
refusal-relation-not-possible = il ne peut pas y avoir une telle relation entre { $first } et { $second }
    .remedy = nommer deux amendements différents au projet; de deux amendements, un seul peut découler de l'autre
refusal-not-for-them = cette décision ne leur appartient pas
    .remedy = la laisser à qui peut la prendre selon les règles
refusal-decided-with-another = il est statué sur { $amendment } en même temps que sur { $first }
    .remedy = statuer sur { $first }, ou faire lever la relation déclarée entre les deux
refusal-mover-did-not-sign = { $by } ne l'a pas signé; l'ont signé: { $names }{ $more ->
    [0] { "" }
   *[other] {" "}et { $more } autres
}
    .remedy = nommer qui le soutient comme l'amendement le nomme, ou enregistrer qu'il est repris
refusal-mover-signed = { $by } l'a signé: il n'y a rien à reprendre
    .remedy = enregistrer que son signataire le soutient
refusal-language-twice = deux textes sont donnés dans la langue «{ $lang }»
    .remedy = en donner un par langue
refusal-translated-already = il a déjà un libellé dans la langue «{ $lang }»
    .remedy = une traduction ajoute une langue; consigner un autre libellé comme révision, sous le même numéro
refusal-displaced = le projet a été révisé, et l'endroit où { $amendment } se place n'est pas fixé
    .remedy = le faire d'abord fixer par le service de la séance
refusal-consequence-not-possible = la conséquence indiquée pour { $amendment } n'est pas possible, ou une conséquence nécessaire manque
    .remedy = enregistrer de nouveau l'événement avec ses conséquences telles qu'établies maintenant

# Ce que la commande affiche
log-summary = { $file }: { $count ->
    [0] aucun événement
    [one] { $count } événement
   *[other] { $count } événements
}{ $count ->
    [0] { "" }
   *[other] , le dernier du { $until } UTC, selon les règles { $profile } { $edition }
}
log-head = empreinte finale: { $head }
log-good = rien à signaler: la chaîne est intacte, et les règles permettent chaque événement
log-at-line = { $file }, ligne { $line }: { $said }
log-after = { $reference } après l'événement { $event }, { $at } UTC{ $sitting ->
    [yes] ; séance ouverte: { $name }
   *[no] { "" }
}
log-part-floor = En discussion
log-part-amendments = Amendements
log-part-texts = Textes
log-part-proposals = Proposés sans vote
log-part-rulings = À trancher
log-on-the-floor = { $amendment }, appelé le { $since }{ $moved ->
    [yes] , soutenu par { $by }
   *[no] , pas encore soutenu
}
log-proposed = { $amendment }: à déclarer { $outcome ->
    [adopted] adopté
   *[rejected] rejeté
}; { $count ->
    [0] personne ne s'oppose
    [one] { $count } membre s'oppose
   *[other] { $count } membres s'opposent
}
usage-no-event = { $file } compte { $count } événements; il n'y a pas d'événement { $until }
usage-bad-rules = { $file } n'est pas un profil utilisable; { $count ->
    [one] { $count } point est à corriger
   *[other] { $count } points sont à corriger
}, que montre hemicycle rules
usage-log-rules = le journal nomme les règles { $profile } { $edition }, qui ne sont pas disponibles; donner leur fichier par --rules

# Recalculé (log verify --recompute)
log-recomputed-good = recalculé: ce qui découle { $count ->
    [one] du seul événement
   *[other] de chacun des { $count } événements
} est tel qu'il a été consigné
log-other-dossier = le dossier que nomme cet événement ne figure pas parmi les fichiers donnés: ce qui en découle ne peut pas être recalculé
    .remedy = donner les fichiers tels qu'ils étaient lorsque l'événement a été consigné, avec un --recompute de plus pour chaque projet ultérieur
log-recomputed = ce qui découle de cet événement n'est plus aujourd'hui ce qui a été consigné
    .remedy = cela ne change rien: ce qui a été consigné fait foi, et peut être annulé par décision
log-recomputed-recorded = consigné, mais non recalculé: { $what }
log-recomputed-worked = recalculé, mais non consigné: { $what }
log-recomputed-refused = cet événement serait refusé aujourd'hui: { $why }
    .remedy = cela ne change rien: ce qui a été consigné fait foi, et peut être annulé par décision
