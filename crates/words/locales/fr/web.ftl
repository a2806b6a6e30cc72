# Le site public (docs/web.md)

web-skip = Aller au contenu
web-parts = Parties du dossier
web-tab-dossier = Amendements
web-tab-order = Ordre d’appel
web-tab-sitting = Séance
web-tab-adopted = Texte adopté
web-tab-versions = Versions
web-theme = Apparence
web-theme-auto = Automatique
web-theme-light = Claire
web-theme-dark = Sombre
web-stands = État à l’événement { $event }, { $moment } (temps universel). Empreinte du journal :
web-feed = Fil Atom

# La première page
web-home = Les projets de textes soumis à l’Assemblée, les amendements qui s’y rapportent et le sort de chacun.
web-home-empty = Il n’y a pas encore de dossier.
web-tally = { $count ->
    [0] Aucun amendement
    [one] Un amendement : { $each }
   *[other] { $count } amendements et sous-amendements : { $each }
}
web-tally-each = { $word } : { $count }
web-open = en attente
web-floor = en discussion
web-split = mis aux voix par division

# Un dossier
web-sitting-now = L’Assemblée siège : { $name }
web-now-floor = en discussion : { $who }
web-now-next = à appeler ensuite : { $who }
web-projector = Projection
web-projector-moved = présenté par { $who }
web-projector-tabled = déposé par { $who }
web-projector-falls = s’il est adopté, { $count ->
    [one] tombe
   *[other] tombent
} : { $who }
web-words = Mots
web-place = Disposition
web-tabler = Déposé par
web-state = Sort
web-any = indifférent
web-show = Afficher
web-show-all = Tout afficher
web-whole-text = le texte entier
web-paragraph = Paragraphe { $number }
web-alinea = Alinéa { $number }
web-found = { $count ->
    [0] Aucun amendement ne correspond.
    [one] Un amendement correspond.
   *[other] { $count } amendements et sous-amendements correspondent.
}
web-oral = Amendement oral { $number }
web-oral-sub = Sous-amendement oral { $number } à l’amendement { $parent }
web-note = Note explicative
web-files = Télécharger
web-paper-compendium = Recueil des amendements
web-paper-adopted = Texte adopté
web-paper-changes = Texte adopté avec ses modifications
web-paper-results = Résultats
web-paper-minutes = Procès-verbal des décisions
web-paper-voting-list = Liste de vote

# Un amendement
web-wording = Libellé
web-change = Ce qu’il modifie
web-change-none = ce qu’il modifie dans le libellé ne peut être montré
web-change-other-language = il ne modifie rien dans le texte de cette langue
web-change-with = Avec { $list }, { $count ->
    [one] adopté
   *[other] adoptés
}.
web-tabled-by = Déposé par
web-positions = Commissions
web-relations = Avec d’autres amendements
web-fells = S’il est adopté, tombent
web-falls-with = Il tombe si l’un de ceux-ci est adopté
web-identical = Identiques
web-clashes = Au même endroit
web-alone = Il n’a de rapport avec aucun autre amendement.
web-parent = Modifie
web-subs = Sous-amendements
web-history = Historique
web-event = événement { $event }
web-utc = Les heures sont en temps universel.
web-neighbours = Dans l’ordre d’appel
web-before = Appelé avant
web-after = Appelé ensuite

# Le texte adopté
web-view = Présentation
web-clean = Texte seul
web-with-changes = Avec les modifications
web-so-far = Aucun texte n’est encore adopté. Voici le projet avec les amendements adoptés jusqu’ici.
web-no-text = Il n’y a pas de texte dans cette langue.

# L’ordre d’appel
web-order-lede = L’ordre dans lequel les amendements sont appelés, et la raison de chaque rang. Majorité requise : { $majority }.
web-rank = Rang
web-amendment = Amendement
web-reason = Raison
web-uncertain = le service de la séance peut en décider autrement

# Les versions
web-versions-lede = Chaque version du recueil telle qu’elle a été publiée. Aucune ne change plus.
web-versions-none = Aucune version n’a encore été publiée.
web-edition-provisional = Version provisoire
web-edition-revised = Version révisée
web-edition-final = Version finale
web-version-of = Ceci est { $name }, publié le { $moment } (temps universel).
web-version-now = Le dossier dans son état actuel

# Ce qui ne peut être montré
web-not-found = Cette page n’existe pas
    .about = Rien ne se trouve à cette adresse. Elle est peut-être mal saisie, ou l’amendement porte un autre numéro.
web-not-allowed = Cela ne se fait pas ici
    .about = La page à cette adresse se lit, et rien d’autre.
web-failed = La page n’a pu être établie
    .about = Une erreur s’est produite de notre côté. Le journal n’en est pas touché ; veuillez réessayer plus tard.
web-to-all = Tous les dossiers
