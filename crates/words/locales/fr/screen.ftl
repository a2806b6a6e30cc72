# La séance sur un terminal

# En tête
screen-no-sitting = aucune séance n'est ouverte
screen-no-log-yet = pas encore de journal
screen-begin-log = Il n'y a pas encore de journal. Il s'ouvre selon les règles { $rules }; ouvrir ensuite la séance.

# L'amendement en discussion
screen-floor = en discussion depuis { $since }, pas encore soutenu
screen-floor-moved = en discussion depuis { $since }, soutenu par { $by }
screen-next = à appeler
screen-next-reopened = à appeler, car rouvert
screen-next-sub-amendment = à appeler avant la mise aux voix de l'amendement qu'il modifie
screen-next-compromise = à appeler, en tant que compromis
screen-next-ordered = à appeler, selon l'ordre fixé par décision
screen-tablers = Déposé par
screen-if-adopted = S'il est adopté:
screen-nothing-falls = aucun amendement ne tombe
screen-falls = { $count ->
    [one] { $numbers } tombe
   *[other] { $numbers } tombent
}
screen-identical = Identiques: { $numbers }
screen-identical-one-vote = Identiques, tranchés par le même vote: { $numbers }
screen-may-speak = Peuvent intervenir:
screen-nobody = plus personne
screen-heard = Entendus:
screen-needs = Majorité requise:
screen-reads = S'il est adopté, le texte se lira ainsi:
screen-lands = Porte sur
screen-for-ruling = À trancher: { $event }

# L'ordre d'appel
screen-after = Ensuite
screen-nothing = plus rien à examiner
screen-left-over = encore { $votes ->
    [one] { $votes } vote
   *[other] { $votes } votes
}{ $minutes ->
    [none] {""}
   *[other] , ~{ $minutes } min
}
screen-order = Ordre d'appel
screen-on-the-floor = en discussion
screen-open = à examiner
screen-reopened = rouvert
screen-proposed = proposé
screen-offered = oral, proposé
screen-drafted = en rédaction
screen-tabled = déposé
screen-displaced = place à fixer
screen-superseded = remplacé
screen-more = { $count ->
    [one] ▼ encore { $count } ligne
   *[other] ▼ encore { $count } lignes
}

# Les touches
screen-key-open = ouvrir le journal; ouvrir la séance, ou la lever
    .short = { $open ->
        [yes] lever
       *[no] ouvrir
    }
screen-key-call = appeler l'amendement affiché, ou le suivant
    .short = appeler { $number }
screen-key-move = il est soutenu, ou repris
    .short = soutenu
screen-key-not-moved = personne ne le soutient
    .short = non soutenu
screen-key-speak = quelqu'un prend la parole
    .short = orateur
screen-key-vote = le vote sur l'amendement en discussion
    .short = vote
screen-key-withdraw = l'amendement affiché est retiré
    .short = retirer
screen-key-propose = proposer une décision sans vote
    .short = proposer
screen-key-object = des membres s'opposent à ce qui est proposé, ou à un amendement oral
    .short = oppositions
screen-key-declare = proclamer ce qui a été proposé; prendre en considération un amendement oral
    .short = proclamer
screen-key-oral = quelqu'un propose un amendement ou un sous-amendement oral
    .short = oral
screen-key-text = le vote sur l'ensemble d'un texte
    .short = ensemble
screen-key-undo = annuler une décision, avec un motif: ce qu'elle avait tranché est rouvert
    .short = annuler
screen-key-correct = rectifier les chiffres d'un vote, avec un motif
    .short = chiffres
screen-key-rule = statuer sur une décision qui dépendait d'une décision annulée
    .short = trancher
screen-key-position = la position d'une commission sur l'amendement affiché
    .short = avis
screen-key-order = l'amendement affiché est appelé avant un autre, ou en dernier, avec un motif
    .short = ordre
screen-key-roll = un vote par appel nominal, sur un texte ou, si les règles le prévoient, sur un amendement
    .short = appel nominal
screen-key-split = l'amendement en discussion est mis aux voix par division
    .short = division
screen-key-bloc = plusieurs amendements en un seul vote
    .short = en bloc
screen-key-settle = fixer l'endroit où un amendement se place dans le projet révisé
    .short = replacer
screen-key-jump = aller à un amendement par son numéro, ou par des mots qu'il contient
    .short = chercher
screen-key-language = anglais
    .short = English
screen-key-help = ces touches
    .short = touches
screen-key-quit = quitter; ce qui est consigné est sur le disque
    .short = quitter

# L'aide
screen-help = Touches
screen-keys-scroll = ↑ ↓ PgPréc PgSuiv
screen-help-scroll = faire défiler la partie gauche
screen-keys-browse = ← →, Tab
screen-help-browse = l'amendement précédent ou suivant dans l'ordre d'appel
screen-keys-back = Début, Échap
screen-help-back = revenir à l'amendement en discussion
screen-keys-field = Entrée, ↑ ↓
screen-help-field = dans un formulaire: champ suivant ou précédent; à la dernière ligne, Entrée consigne
screen-keys-choice = ← →, Espace
screen-help-choice = dans un formulaire: un autre choix
screen-keys-line = Alt-Entrée
screen-help-line = dans un formulaire: une nouvelle ligne dans le libellé
screen-keys-escape = Échap, Ctrl-C
screen-help-escape = quitter un formulaire: rien n'est consigné
screen-help-safe = Une seule touche ne consigne jamais rien. Ce qui figure parmi les derniers événements est sur le disque.
screen-no-such-key = cette touche ne fait rien; ? affiche les touches

# La recherche d'un amendement
screen-jump = Chercher
screen-hint-jump = numéro, ou mots · ↓ suivant · Entrée y rester · Échap revenir
screen-not-found = aucun amendement n'a ce numéro ni ces mots

# Ce qui est à remplir
screen-form-log = Ouvrir le journal
screen-form-begin = Ouvrir une séance
screen-form-end = Lever la séance
screen-form-call = Appel: { $who }
screen-form-move = Soutien: { $who }
screen-form-not-moved = Non soutenu: { $who }
screen-form-speak = Prise de parole: { $who }
screen-form-vote = Vote: { $who }
screen-form-withdraw = Retrait: { $who }
screen-form-propose = Proposer une décision sans vote
screen-form-object = Oppositions: { $who }
screen-form-declare = Proclamer sans vote: { $who }
screen-form-take = Prendre en considération: { $who }
screen-form-oral = Amendement oral
screen-form-text = Vote sur l'ensemble d'un texte
screen-form-annul = Annuler une décision
screen-form-correct = Rectifier des chiffres
screen-form-rule = Statuer sur une décision
screen-form-position = Avis sur { $who }
screen-form-order = Ordre d'appel: { $who }
screen-form-roll = Vote par appel nominal
screen-form-split = Division: { $who }
screen-form-bloc = Vote sur plusieurs amendements ensemble
screen-form-settle = Dans le projet révisé: { $who }
screen-field-position = Position
screen-field-committee = Commission
screen-field-before = Avant
screen-field-on = Sur
screen-field-pieces = Parties (version { $language })
screen-field-carried = Il se place
screen-pieces = une partie par ligne, chacune avec un libellé complet (Alt-Entrée pour la suivante)
screen-roll = les noms séparés par des virgules, ou un par ligne
screen-settle = un autre libellé se consigne par la commande: hemicycle sitting … carry --wording
screen-as-it-is = selon son libellé tel quel
screen-as-proposed = selon le libellé proposé
screen-no-roll-call = rien ne peut être mis aux voix par appel nominal pour l'instant
screen-none-displaced = aucun amendement n'est à replacer dans un projet révisé
screen-want-names = il manque les noms
screen-want-several = il faut au moins deux amendements
screen-want-pieces = il faut au moins deux parties, en nombre égal dans chaque langue
screen-field-name = Nom
screen-field-mover = Numéro ou nom
screen-movers = un numéro désigne un signataire; tout autre nom vaut reprise de l'amendement
screen-field-speaker = En qualité de
screen-field-who = Qui
screen-field-for = Pour
screen-field-against = Contre
screen-field-abstentions = Abstentions
screen-field-method = Mode de scrutin
screen-field-declared = Proclamé
screen-by-figures = selon les chiffres
screen-field-as = Résultat
screen-field-amendments = Amendements
screen-field-objections = Membres opposés
screen-field-to = Texte visé
screen-field-by = Proposé par
screen-field-wording = Libellé (version { $language })
screen-field-text = Texte
screen-field-event = Décision
screen-field-decides = Qui tranche
screen-field-reason = Motif
screen-field-ruling = Sort
screen-uphold = elle est maintenue
screen-annul = elle est annulée
screen-president = la présidence
screen-carries = { $how ->
    [yes] Adopté
    [no] Rejeté
   *[open] Les chiffres ne suffisent pas: indiquer ce qui a été proclamé
} (majorité requise: { $majority })
screen-out-of-turn = Hors de son tour: { $next } vient d'abord.

# Ce qui manque, et ce qu'il faut presser
screen-want-name = Indiquer un nom.
screen-want-signatory = Aucun signataire n'a ce numéro.
screen-want-figures = Indiquer les voix pour et contre; ou, si les mains n'ont pas été comptées, ce qui a été proclamé.
screen-want-declared = Indiquer ce qui a été proclamé.
screen-want-number = Indiquer leur nombre.
screen-want-numbers = Indiquer les numéros des amendements: 2, 5.
screen-want-wording = Indiquer le libellé tel qu'il est proposé: Dans le projet de résolution, paragraphe 2, …
screen-want-reason = Indiquer qui tranche, et pourquoi.
screen-want-event = Cette décision n'existe pas.
screen-want-amendment = Cet amendement n'existe pas.
screen-hint-field = Entrée: champ suivant
screen-hint-record = Entrée: CONSIGNER
screen-hint-not-yet = Impossible à consigner pour l'instant
screen-hint-back = { " " }· ↑: revenir aux champs
screen-hint-leave = { " " }· Échap: quitter

# Réponses
screen-left = rien n'a été consigné
screen-not-yet = impossible à consigner en l'état
screen-not-recorded = NON CONSIGNÉ: { $why }. Entrée essaie de nouveau.
screen-read-in = { $count ->
    [one] un autre programme a consigné { $count } événement; vérifier avant de consigner
   *[other] un autre programme a consigné { $count } événements; vérifier avant de consigner
}
screen-no-log = il n'y a pas encore de journal: o l'ouvre
screen-nobody-speaks = selon les règles, plus personne n'a la parole sur cet amendement
screen-no-text-left = il ne reste aucun texte à mettre aux voix
screen-nothing-decided = aucune décision ne peut être annulée
screen-nothing-counted = il n'y a pas de chiffres à rectifier
screen-nothing-to-rule = aucune décision n'est à trancher
screen-draft-revised = un autre programme a consigné que le projet a été révisé; recommencer avec les nouveaux fichiers
