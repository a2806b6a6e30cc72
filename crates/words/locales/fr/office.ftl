# Les pages du service de la séance.

account-offices = Service de la séance de
office-import = Un dossier est introduit
office-import-lede = Un projet, ou tout un recueil avec ses amendements : un fichier par langue. Rien n’est conservé avant que tout puisse être lu.
office-import-open = Lire et ouvrir le dossier
office-import-confirm = L’ouvrir avec ces avertissements
office-files = Le texte
office-files-more = D’autres fichiers, ou des fichiers corrigés
office-file = Fichiers
office-file-help = Texte brut, Word, OpenDocument, page web, PDF, Akoma Ntoso ou JSON ; { $megabytes } Mo au plus en tout. Un fichier qui revient sous son nom prend la place du précédent.
office-paste = Ou le texte lui-même
office-pasted = Texte { $count }
office-text-read = Le texte tel qu’il a été lu
office-typed = Lire le texte tel qu’il est ici, et non le fichier
office-drop = Laisser celui-ci de côté
office-found-in = { $count ->
    [one] 1 constat dans { $file }
   *[other] { $count } constats dans { $file }
}
office-more-found = { $count ->
    [one] Un autre constat n’est pas affiché.
   *[other] { $count } autres constats ne sont pas affichés.
}
office-place = ligne { $line }, colonne { $column }
office-errors = Rien n’a été ouvert : ce qui est marqué comme erreur doit d’abord être corrigé
office-warnings = Rien n’a encore été ouvert : regardez les constats, puis ouvrez le dossier avec eux ou corrigez le texte.
office-nothing-given = Il n’y a ni fichier ni texte
office-mixed = Les fichiers d’un dossier sont tous dans un même format
office-unread = { $file } ne peut être lu : { $why }
office-slug = Nom dans les adresses
office-slug-help = Minuscules, chiffres et traits d’union : 412-lacs
office-slug-wrong = Seulement des minuscules, des chiffres et des traits d’union, et aucun nom que le site emploie lui-même
office-slug-taken = Un autre dossier porte ce nom
office-rules = Règles
office-rules-of-file = Celles que le fichier nomme, sinon celles de l’APCE
office-deadline = Délai de dépôt des amendements
office-deadline-subs = Délai de dépôt des sous-amendements
office-moment-help = Jour et heure en temps universel ; peut rester vide
office-no-moment = Ce n’est ni un jour ni une heure

office-pair = { $what } : { $name }
office-more-wait = { $count ->
    [one] Un autre attend. « Tout numéroter dans l’ordre d’appel » le numérote aussi.
   *[other] { $count } autres attendent. « Tout numéroter dans l’ordre d’appel » les numérote aussi.
}
office-pages = Pages du service de la séance
office-inbox = Service de la séance
office-amendment = Amendement
office-translate = Traduire
office-revise = Reformuler
office-order = Ordre d’appel
office-translations = Traductions
office-positions = Positions
office-arrange = Délais, commissions
office-publish = Publier
office-history = Historique

# Pourquoi rien n’a été enregistré.
office-no-act = Le formulaire ne dit pas ce qui doit être enregistré ici : rechargez la page
office-no-event = Le formulaire ne dit pas après quel événement il a été fait : rechargez la page
office-no-name = Il faut dire qui
office-no-relation = Il faut dire comment, de l’une des façons proposées
office-no-position = Il faut dire quelle position
office-no-figures = Les chiffres sont des nombres entiers
office-not-looked = Il faut d’abord regarder l’aperçu
office-no-edition = Il faut dire quelle version
office-too-long = Un champ contient plus que ce qui est conservé : abrégez-le
office-none-waits = Aucun amendement n’attend de numéro
office-lacks-none = Il ne manque aucune langue à cet amendement
office-no-wording = Il n’y a pas de libellé
office-blank = Tous les blancs doivent être remplis
office-wording-refused = Rien n’a été enregistré : les libellés ne font pas la même chose, ou ne peuvent être exécutés
office-wording-doubted = Rien n’a encore été enregistré : regardez les constats, puis corrigez le libellé ou enregistrez-le malgré tout

# Contrôles.
office-check-in-time = déposé le { $moment }, dans le délai ({ $deadline })
office-check-late = déposé le { $moment }, après le délai ({ $deadline })
office-check-late-taken = déposé le { $moment } et accepté hors délai par { $by } : { $reason }
office-check-no-deadline = déposé le { $moment } ; aucun délai n’est fixé
office-check-committee = déposé par une commission
office-check-signed = { $count ->
    [one] 1 signature, { $needed } requises
   *[other] { $count } signatures, { $needed } requises
}
office-check-too-few = { $count ->
    [one] 1 signature seulement, { $needed } requises
   *[other] { $count } signatures seulement, { $needed } requises
}
office-check-read = le libellé est lu et peut être exécuté
office-check-place = endroit : { $place }
office-check-lacks = manque : { $lang }
office-check-identical = identique : { $list }
office-check-fells = s’il est adopté, tombent : { $list }
office-check-falls-with = tombe si l’un de ceux-ci est adopté : { $list }

# Formulaires.
office-decided-by = Décidé par
office-why = Motif
office-capacity = En qualité de
office-capacity-unsaid = non précisé

office-waiting = { $count ->
    [0] En attente d’un numéro
    [one] 1 en attente d’un numéro
   *[other] { $count } en attente d’un numéro
}
office-none-waits-now = Rien n’attend.
office-admitted-by = Déclaré recevable par
office-number-all = Tout numéroter dans l’ordre d’appel
office-admit-and-number = Déclarer recevable et numéroter
office-number-it = Numéroter
office-number = Numéro
office-drafted = Au journal, non déposés
office-drafted-about = Ce qui est venu trop tard peut être accepté avec un motif.
office-all = Tous les amendements
office-open-matters = À faire
office-unread-wording = Libellé non exécuté.
office-displaced = Sa place dans le projet révisé est à déterminer.

office-stage-drafted = en rédaction
office-stage-tabled = déposé, recevabilité à décider
office-stage-admitted = recevable, sans numéro
office-acts = Ce qui peut être fait
office-checks = À regarder
office-admit = Déclarer recevable
office-take-late = L’accepter bien que hors délai
office-for-committee = Commission qui le dépose, le cas échéant
office-move = Déplacer
office-rule-out = Déclarer irrecevable
office-rule-out-it = Déclarer irrecevable
office-withdraw = Il est retiré
office-withdraw-it = Enregistrer le retrait
office-withdrawn-by = Par qui
office-relate = Déclarer une relation avec un autre amendement
office-relate-it = Déclarer
office-relation = Relation
office-relation-fells = l’autre tombe si celui-ci est adopté
office-relation-independent = indépendants l’un de l’autre
office-relation-consequential = l’autre est décidé avec celui-ci
office-other = L’autre
office-direction = Sens
office-direction-on = de celui-ci vers l’autre
office-direction-back = de l’autre vers celui-ci
office-declared = Déclaré
office-lift = Lever
office-separate = Le mettre aux voix seul, hors de tout bloc
office-separate-it = Mettre aux voix seul
office-compromise = C’est un compromis
office-compromise-it = Enregistrer

office-order-lede = Un amendement est placé avant un autre à la main et avec un motif : par les flèches de sa ligne, en faisant glisser la ligne, ou dans le formulaire.
office-none-open = Aucun amendement n’est à décider.
office-move-one = Déplacer un amendement
office-move-it = Le déplacer
office-before = Avant
office-at-the-end = à la fin
office-by-hand = Placé à la main.
office-up = Une place plus haut
office-down = Une place plus bas
office-group = Discuter des amendements ensemble
office-group-it = Réunir
office-together = Discutés ensemble

office-position-take = Position d’une commission
office-committee = Commission
office-position = Position
office-position-it = Enregistrer
office-choose = Choisir

office-deadlines = Délais
office-of-amendments = amendements
office-of-sub-amendments = sous-amendements
office-no-deadline = aucun n’est fixé
office-deadline-of = Pour
office-moment = Jour et heure, temps universel
office-deadline-set = Fixer le délai
office-set-by = Fixé par
office-seized = Commissions
office-none-seized = Aucune commission n’est encore nommée.
office-for-report = fait rapport
office-for-opinion = est saisie pour avis
office-for = Elle
office-seize = Nommer la commission
office-committee-named = Nom, dans toutes les langues du dossier, séparés par « / »

office-since = Depuis la dernière version
office-no-version = Rien n’a encore été publié.
office-nothing-changed = Rien n’a changé depuis.
office-still-waiting = { $count ->
    [one] 1 amendement attend un numéro et n’y figure pas
   *[other] { $count } amendements attendent un numéro et n’y figurent pas
}
office-still-lacking = { $count ->
    [one] Il manque une langue à 1 amendement
   *[other] Il manque une langue à { $count } amendements
}
office-publish-now = Publier une version
office-publish-it = Publier
office-edition = Version
office-edition-name = Nom tel qu’imprimé, dans toutes les langues du dossier, séparés par « / »
office-looked = J’ai regardé l’aperçu ci-dessous
office-preview = Aperçu

office-earlier = Plus tôt

office-none-lacks = Il ne manque de langue à aucun amendement.
office-into = En { $lang }
office-original = Original
office-prepared = Le libellé, avec ses blancs
office-blank-quoted = Mots du projet :
office-blank-new = Mots nouveaux :
office-whole = Écrire plutôt tout le libellé
office-wording-whole = Tout le libellé
office-note = Note explicative
office-translate-it = Enregistrer la traduction
office-revise-about = Une langue laissée vide manque dès lors à l’amendement et est traduite à nouveau.
office-revise-it = Enregistrer le nouveau libellé
office-confirm = L’enregistrer malgré tout
office-judged = Constats
