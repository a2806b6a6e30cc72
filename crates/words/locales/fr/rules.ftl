# Profils de règles: noms des paramètres et de leurs valeurs (docs/rules.md).

rules-unverified = non vérifié
rules-taken-over = non vérifié (comme { $profile } { $edition })
rules-yes = oui
rules-no = non
rules-none = néant
rules-time = { $hour } h { $minute }
rules-of-the-members = { $fraction } des membres

rules-head = { $title }: profil { $profile }, édition { $edition }
rules-in-force = { $until ->
    [open] en vigueur depuis le { $from }
   *[other] en vigueur du { $from } au { $until } (ce jour exclu)
}: { $source }
rules-count = { $verified } valeurs sur { $count } sont vérifiées
rules-differences = { $count ->
    [0] l'édition { $other } a les mêmes valeurs que l'édition { $edition }
    [one] l'édition { $other } a une autre valeur que l'édition { $edition } en { $count } endroit
   *[other] l'édition { $other } a d'autres valeurs que l'édition { $edition } en { $count } endroits
}
rules-here = édition { $edition }
rules-parameter = paramètre
rules-value = valeur
rules-source = source
rules-is-good = { $file }: profil { $profile }, { $count ->
    [one] { $count } édition
   *[other] { $count } éditions
}, rien à signaler

usage-no-profile = il n'y a ni profil ni fichier { $name }; il y a les profils { $known }
usage-no-rules = il n'y a ni profil de règles ni fichier { $name }; il y a les profils { $known }
usage-edition-too = nommer aussi une édition de { $profile }, ou une date: il y a { $known }
usage-no-edition = le profil { $profile } n'a pas d'édition «{ $wanted }», et aucune n'est en vigueur à une telle date; il y a { $known }

rules-kind-text = un texte entre guillemets
rules-kind-word = un mot entre guillemets
rules-kind-whole = un nombre entier
rules-kind-truth = true ou false
rules-kind-day = une date comme 2031-10-16
rules-kind-time = une heure comme 16:00:00
rules-kind-list = une liste entre crochets
rules-kind-table = un tableau de clés et de valeurs
rules-kind-sourced = une valeur avec sa source, { "{" } value = …, source = "…" { "}" }
rules-kind-fraction = une fraction des membres comme "1/3"
rules-kind-deadline = un délai: "open", "set" ou { "{" } hours = 3, before = "opening" { "}" }
rules-kind-other = une valeur qu'aucune clé n'admet
rules-parser-says = l'analyseur dit: { $detail }
rules-known-words = il y a { $known }

rules-deadline-open = aucun: jusqu'à l'appel
rules-deadline-set = fixé pour chaque débat
rules-deadline-before = { $span } avant { $what }
rules-deadline-first-day = le premier jour à { $time }
rules-deadline-days = { $days ->
    [0] le jour même, avant { $what }, à { $time }
    [one] la veille, avant { $what }, à { $time }
   *[other] { $days } jours avant { $what }, à { $time }
}
rules-deadline-working-days = { $days ->
    [0] le jour même, avant { $what }, à { $time }
    [one] le jour ouvrable précédant { $what }, à { $time }
   *[other] { $days } jours ouvrables avant { $what }, à { $time }
}
rules-anchor-opening = l'ouverture de la séance
rules-anchor-preceding-end = la fin prévue de la séance précédente
rules-anchor-debate = le débat

# Sections et paramètres
rules-tabling = Dépôt des amendements
rules-tabling-signatories = signataires, au moins
rules-tabling-exempt = sans signatures
rules-tabling-amendable = ce qui peut être amendé
rules-tabling-out-of-order = irrecevable
rules-tabling-admitted-by = juge de la recevabilité
rules-tabling-signatures-until = retrait d'une signature
rules-tabling-note-words = mots d'une note, au plus
rules-tabling-one-place-each = une seule disposition
rules-sub-amendments = Sous-amendements
rules-sub-amendments-signatories = signataires, au moins
rules-sub-amendments-exempt = sans signatures
rules-sub-amendments-depth = profondeur
rules-sub-amendments-out-of-order = irrecevable
rules-deadlines = Délais
rules-deadlines-first-day = débats du premier jour
rules-deadlines-second-day = du deuxième jour
rules-deadlines-later-days = des jours suivants
rules-deadlines-sub-amendments = sous-amendements
rules-deadlines-urgent-debates = débats d'urgence
rules-deadlines-set-by = autres délais fixés par
rules-order = Ordre d'appel
rules-order-ranks = opérations à un endroit
rules-order-farthest-from = le plus éloigné de
rules-order-compromise-first = compromis d'abord
rules-order-uncertain-below-percent = incertain sous, %
rules-falls = Ce qui tombe
rules-falls-conflicting-if-adopted = contraires, si adopté
rules-falls-identical-if-adopted = identiques, si adopté
rules-falls-dependent-if-adopted = dépendants, si adopté
rules-falls-conflicting-if-rejected = contraires, si rejeté
rules-falls-identical-if-rejected = identiques, si rejeté
rules-falls-dependent-if-rejected = dépendants, si rejeté
rules-falls-sub-amendments-if-gone = ses sous-amendements
rules-falls-wider-after-narrower = un plus large ensuite
rules-falls-lost-anchor = insertion sans repère
rules-identical = Amendements identiques
rules-identical-votes = votes
rules-identical-separated-by = séparés par
rules-committee = La commission
rules-committee-positions = positions
rules-committee-filtered-by = dont l'avis décide
rules-committee-adopted-when = déclaré adopté à
rules-committee-adopted-objectors = opposants requis
rules-committee-with-open-sub-amendment = malgré un sous-amendement
rules-committee-rejected-when = déclaré rejeté à
rules-committee-rejected-objectors = opposants requis
rules-committee-no-position-speaks = sans avis: qui parle
rules-oral = Amendements oraux
rules-oral-allowed = admis
rules-oral-objectors = opposants requis
rules-oral-purposes = objet
rules-oral-sub-amendments = sous-amendements oraux
rules-debate = Débat sur un amendement
rules-debate-speakers = qui peut parler
rules-debate-taken-over-by = repris par
rules-debate-speaking-seconds = secondes par orateur
rules-debate-joint = discussion commune
rules-votes = Votes
rules-votes-amendment = majorité: amendement
rules-votes-resolution = résolution
rules-votes-recommendation = recommandation
rules-votes-opinion = avis
rules-votes-other-text = autre texte
rules-votes-abstentions = abstentions
rules-votes-tie = égalité des voix
rules-votes-methods = modes de votation
rules-votes-roll-call = appel nominal
rules-votes-quorum = quorum
rules-votes-quorum-checked = quorum vérifié
rules-votes-en-bloc = plusieurs en un vote
rules-votes-split = vote par division
rules-votes-separate = un seul hors du bloc
rules-votes-common-part-first = partie commune d'abord
rules-votes-series-if-rejected = si elle échoue, la série
rules-votes-pairwise = rivaux deux à deux
rules-votes-unopposed-adopted = sans opposition, sans vote
rules-overrides = Décidé à la main, avec motif
rules-overrides-order = ordre d'appel
rules-overrides-relation = relations
rules-overrides-fall = chute
rules-overrides-admissibility = recevabilité
rules-overrides-deadline = amendements tardifs
rules-overrides-result = résultats
rules-outcomes = Mots pour le sort
rules-outcomes-adopted = adopté
rules-outcomes-rejected = rejeté
rules-outcomes-withdrawn = retiré
rules-outcomes-not-moved = non soutenu
rules-outcomes-fell = tombé
rules-outcomes-absorbed = déjà satisfait
rules-outcomes-ruled-out = irrecevable
rules-outcomes-declared-adopted = déclaré adopté
rules-outcomes-declared-rejected = déclaré rejeté

# Mots des paramètres
rules-actor-committee-for-report = commission saisie au fond
rules-actor-committee-for-opinion = commission saisie pour avis
rules-actor-committee = toute commission
rules-actor-government = gouvernement
rules-actor-political-group = groupes politiques
rules-actor-president = Président
rules-actor-bureau = Bureau
rules-actor-conference-of-presidents = Conférence des présidents
rules-actor-table-office = service de la séance
rules-actor-rapporteur = rapporteur
rules-actor-board = comité directeur
rules-actor-assembly = l'assemblée par un vote
rules-actor-member = tout membre
rules-amendable-draft-text = projets de texte
rules-amendable-title = leurs titres
rules-amendable-appendix = leurs annexes
rules-amendable-explanatory-memorandum = exposé des motifs
rules-bar-whole-text-deleted = supprime tout un texte
rules-bar-whole-text-replaced = remplace tout un texte
rules-bar-whole-text-inoperative = rend tout un texte inopérant
rules-bar-kind-of-text-changed = fait d'une résolution une recommandation
rules-bar-unrelated = sans lien avec le texte
rules-bar-no-real-change = sans portée réelle
rules-bar-public-money = finances publiques
rules-bar-contradicts-amendment = contredit son amendement
rules-bar-to-sub-amendment = modifie un sous-amendement
rules-until-tabling = jusqu'au dépôt
rules-until-deadline = jusqu'à la fin du délai
rules-until-call = jusqu'à l'appel
rules-until-never = jamais
rules-base-committee-text = texte de la commission
rules-base-original-text = texte initial
rules-effect-stays = reste ouvert
rules-effect-falls = tombe
rules-effect-shares = suit la même décision
rules-effect-ruling = la présidence tranche
rules-lost-anchor-falls = tombe
rules-lost-anchor-tracked = est suivie
rules-identical-one-vote = un seul pour tous
rules-identical-each = un pour chacun
rules-position-unanimous = favorable à l'unanimité
rules-position-in-favour = favorable
rules-position-against = défavorable
rules-position-against-by-two-thirds = défavorable à la majorité des deux tiers
rules-position-no-position = sans avis
rules-purpose-clarity = clarté
rules-purpose-accuracy = exactitude
rules-purpose-conciliation = conciliation
rules-speaker-mover = un signataire
rules-speaker-for = un orateur pour
rules-speaker-against = un orateur contre
rules-speaker-committee = la commission
rules-speaker-rapporteur = le rapporteur
rules-speaker-government = le gouvernement
rules-speaker-groups = un orateur par groupe
rules-take-over-nobody = personne
rules-take-over-any-member = tout membre
rules-take-over-same-group = un membre du groupe
rules-joint-never = aucune
rules-joint-competing = amendements concurrents
rules-joint-grouped = par groupements
rules-majority-votes-cast = majorité des suffrages exprimés
rules-majority-two-thirds-cast = majorité des deux tiers des suffrages exprimés
rules-majority-present = majorité des membres présents
rules-majority-members = majorité de tous les membres
rules-majority-unanimity = unanimité
rules-abstentions-not-counted = non comptées
rules-abstentions-counted = comptées comme exprimées
rules-tie-rejected = vaut rejet
rules-tie-casting-vote = voix prépondérante
rules-tie-vote-again = nouveau vote
rules-method-electronic = électronique
rules-method-show-of-hands = main levée
rules-method-sitting-and-standing = assis et levé
rules-method-roll-call = appel nominal
rules-method-secret-ballot = scrutin secret
rules-method-voice = vote de vive voix
rules-roll-call-never = jamais
rules-roll-call-whole-text = ensemble d'un texte seulement
rules-roll-call-any-vote = tout vote
rules-quorum-check-never = jamais
rules-quorum-check-on-request = sur demande
rules-quorum-check-always = toujours
rules-permission-never = jamais
rules-permission-president = le Président décide
rules-permission-on-request = sur demande
rules-permission-assembly = l'assemblée décide
rules-operation-delete = suppression
rules-operation-replace = remplacement
rules-operation-insert = insertion
rules-wider-supersedes = reste, et l'emporte
rules-wider-falls = tombe
