# Ce qui pourrait se produire en séance, et où elle en est

hypothesis-decided = { $how ->
    [fell] { $who } est tombé (voir { $causes })
   *[decided] le sort de { $who } est déjà réglé: { $outcome }
}
    .remedy = ne pas le retenir dans l'hypothèse, ou le placer avant ce qui règle son sort
supposed-outcome = { $step } ne peut pas être supposé: écrire 4=adopted, rejected, withdrawn ou not-moved; 13/1=adopted pour un sous-amendement, text:A=adopted ou rejected pour un texte entier
usage-if-in-tables = { $out }: une hypothèse ne s'écrit qu'en csv et en xlsx; un document passerait pour le compte rendu
supposed-amendment = hypothèse: { $who } est { $outcome ->
    [adopted] adopté
    [rejected] rejeté
    [withdrawn] retiré
   *[not-moved] non soutenu
}{ $then }
supposed-text = hypothèse: { $text } est { $outcome ->
    [adopted] adopté
   *[rejected] rejeté
}
supposed-rejected-first = ; est supposé d'abord { $count ->
    [one] le rejet de ce texte
   *[other] le rejet de ces textes
}: { $list }
outlook-fall = ; { $count ->
    [one] { $list } tombe
   *[other] { $list } tombent
}
outlook-share = ; { $count ->
    [one] { $list } suit le même sort
   *[other] { $list } suivent le même sort
}
outlook-supersede = ; il remplace { $list }
sitting-no-log = cela se consigne dans un journal: l'indiquer par --log
sitting-standing = { $who }: { $standing }
sitting-open-ones = où en sont les amendements:
sitting-outcome = { $outcome }{ $causes ->
    [none] {""}
   *[other] {" "}(voir { $causes })
}
rebased-reworded = dans le texte tel qu'amendé jusqu'ici, il se lit ainsi (version { $version }):
rebased-as-tabled = { $who } (version { $version }): tel que déposé
rebased-done = { $who } (version { $version }): ce qu'il demande est déjà fait
rebased-unsaid = { $who } (version { $version }): aucun libellé ne le dit exactement dans le texte tel qu'amendé jusqu'ici; voir comment le texte se lirait
rebased-on = { $who } (version { $version }), dans le texte tel qu'amendé jusqu'ici:
rebased-none = il ne reste aucun amendement au texte à examiner

agenda-questions = seront mis aux voix, dans cet ordre:
agenda-usual = sauf indication contraire: { $majority } ({ $rule }); peuvent prendre la parole: { $speakers }
agenda-question = { $who }{ $with ->
    [none] {""}
   *[other] {" "}(même vote: { $with })
}{ $against ->
    [none] {""}
   *[other] , d'abord opposé: { $against }
}{ $floor ->
    [yes] , en discussion
   *[no] {""}
}{ $usual ->
    [yes] {""}
   *[no] : { $majority } ({ $rule }); peuvent prendre la parole: { $speakers }
}
agenda-nobody = plus personne
agenda-none = aucun amendement ne sera mis aux voix
agenda-without-vote = sans vote, sauf objection:
agenda-declared = { $who }: { $outcome ->
    [adopted] à déclarer adopté
   *[rejected] à déclarer rejeté
}
agenda-blocked = ne peuvent être mis aux voix en l'état:
agenda-displaced = { $who }: sa place dans le projet révisé n'est pas fixée
agenda-texts = puis les textes dans leur ensemble:
agenda-text = { $text }: { $majority } ({ $rule })
agenda-heard = temps de discussion:
agenda-heard-one = { $who }: { $time }
agenda-left = temps restant pour les amendements: environ { $time }; { $each } par mise aux voix, { $basis ->
    [heard] { $count ->
        [one] durée du seul amendement examiné
       *[other] durée moyenne des { $count } amendements examinés
    }
   *[speeches] soit, selon les règles, { $count } interventions de { $seconds } secondes, aucun amendement n'ayant encore été examiné
}
agenda-left-unknown = temps restant: inconnu; aucun amendement n'a encore été examiné, et les règles ne fixent pas de temps de parole

votes-open = { $count ->
    [0] il ne reste aucun amendement qui puisse être mis aux voix
    [one] 1 amendement reste à examiner et peut être mis aux voix
   *[other] { $count } amendements restent à examiner et peuvent être mis aux voix
}
votes-fewest = nombre minimal de votes encore possible: { $count }, par exemple:
votes-most = nombre maximal de votes encore possible: { $count }, par exemple:
votes-fewest-bound = le nombre minimal de votes n'est pas connu exactement: au moins { $bound } (autant d'amendements ne tomberaient pas, quoi qu'on adopte par ailleurs), au plus { $count }, comme ici:
votes-most-bound = le nombre maximal de votes n'est pas connu exactement: au plus { $bound } (chaque amendement une fois), au moins { $count }, comme ici:
votes-paired = { $who }, opposé à { $rival }, { $outcome ->
    [adopted] l'emporte
   *[rejected] ne l'emporte pas
}{ $then }
votes-put = { $who } est { $outcome ->
    [adopted] adopté
   *[rejected] rejeté
}{ $then }
votes-declared = { $who } est déclaré { $outcome ->
    [adopted] adopté
   *[rejected] rejeté
} sans vote{ $then }
votes-more = { $count ->
    [one] et 1 autre décision; --format json les donne toutes
   *[other] et { $count } autres décisions; --format json les donne toutes
}
votes-texts = s'y { $count ->
    [one] ajoute 1 vote sur un texte dans son ensemble
   *[other] ajoutent { $count } votes sur les textes dans leur ensemble
}
votes-assumed = il est supposé que tout est soutenu, que rien n'est retiré, divisé ni mis aux voix en bloc, et que nul ne s'oppose à ce qui est déclaré sans vote

filter-none = aucun amendement n'a recueilli en commission une position qui permette d'en décider sans vote
filter-eligible = peuvent faire l'objet d'une décision sans vote, dans cet ordre:
filter-declared = { $who }: { $outcome ->
    [adopted] à déclarer adopté
   *[rejected] à déclarer rejeté
}{ $proposed ->
    [yes] {" "}(sur proposition de la présidence)
   *[no] {""}
}{ $then }
filter-gone = { $who }: { $how ->
    [fell] sera alors tombé (voir { $causes })
   *[shared] aura alors suivi le sort d'un amendement identique
}
filter-refused = { $who }: ne pourra alors être déclaré adopté ni rejeté: { $why }
filter-barred = ont recueilli une telle position, mais ne peuvent faire l'objet d'une décision sans vote:
filter-barred-one = { $who }: { $why }
filter-barred-subs = { $who }: { $list } { $count ->
    [one] reste à examiner
   *[other] restent à examiner
} ({ $rule })
filter-clashes = sont incompatibles:
filter-clash = { $first } et { $second }: { $effect ->
    [falls] le second tombe quand le premier est déclaré adopté
    [supersedes] le second, déclaré adopté ensuite, remplace le premier
   *[overlap] tous deux s'appliquent, mais se chevauchent
}
filter-no-clashes = les amendements qui seraient déclarés adoptés sont compatibles entre eux

duration = { $hours ->
    [0] {""}
   *[other] { $hours } h{" "}
}{ $minutes ->
    [0] {""}
   *[other] { $minutes } min{" "}
}{ $seconds } s
