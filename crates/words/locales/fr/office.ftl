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
