# Rédaction : projets privés, du paragraphe de la page publique au récépissé.

drafting-id = (ce projet)
drafting-amend = Amender
drafting-amend-place = Amender : { $place }
drafting-amend-title = Amender le titre
drafting-amend-sub = Proposer un sous-amendement
drafting-begin = Rédiger un amendement
drafting-heading = Projet : { $about }
drafting-title = Titre
drafting-paragraph = paragraphe { $number }
drafting-alinea = alinéa { $number }

drafting-what-change = Modifier ce paragraphe
drafting-what-before = Nouveau paragraphe avant celui-ci
drafting-what-after = Nouveau paragraphe après celui-ci
drafting-what-delete = Le supprimer
drafting-what-title = Modifier le titre
drafting-what-new-text = Modifier ce qu’il insérerait
drafting-what-wording = Écrire un dispositif
drafting-others = Amendements à ce paragraphe
drafting-sub = Sous-amendement à l’amendement { $number }
drafting-language = Langue dans laquelle vous écrivez
language-en = anglais
language-fr = français
drafting-member = Pour quel membre
drafting-member-help = Le membre voit le projet dès le début, le signe et le dépose. Vous l’écrivez et ne signez rien.
drafting-no-member = Aucun membre, ou plus d’un, ne signe ici sous ce nom
drafting-too-many = Vous avez mille projets : supprimez-en d’abord

drafting-mine = Mes amendements
drafting-own = Mes projets
drafting-own-none = Aucun projet. Sur la page d’un dossier, chaque paragraphe porte un lien pour l’amender.
drafting-shared = Partagés avec moi
drafting-tabled = Déposés
drafting-tabled-none = Rien n’a été déposé en votre nom.
drafting-by = Par { $owner }.
drafting-for = Par { $owner }, pour { $member }.
drafting-private = Privé : seules les personnes nommées ici le voient.
drafting-updated = Enregistré le

drafting-text = Texte tel qu’il devrait se lire
drafting-text-help = Une ligne vide sépare les paragraphes. Le dispositif officiel découle de ce que vous modifiez.
drafting-new-paragraph = Nouveau paragraphe
drafting-new-title = Titre tel qu’il devrait se lire
drafting-new-text-help = Le texte que l’amendement insérerait. Modifiez les mots ; le nombre de paragraphes ne change pas.
drafting-wording = Dispositif
drafting-wording-help = Tel qu’il serait imprimé : « Dans le projet de résolution, au paragraphe 2, … »
drafting-note = Note explicative
drafting-show = Montrer ce qu’il fait
drafting-save = Enregistrer
drafting-drops = Enregistrer un autre texte retire toutes les signatures : chacune porte sur le texte tel qu’il était.
drafting-save-first = Ce que vous voyez n’est pas encore enregistré. Enregistrez-le pour le signer, le partager ou le déposer.
drafting-meanwhile = Quelqu’un a enregistré ce projet pendant que vous écriviez. Rien n’est perdu : son texte figure ci-dessous, le vôtre est dans le formulaire. Enregistrez de nouveau pour mettre le vôtre à sa place
drafting-other-text = Tel qu’il a été enregistré entre-temps
drafting-stale = Ce projet a été modifié entre-temps : relisez-le tel qu’il est maintenant

drafting-done-saved = Enregistré.
drafting-done-signed = Vous avez signé.
drafting-done-unsigned = Votre signature est retirée.
drafting-done-shared = Partagé.
drafting-done-unshared = N’est plus partagé.
drafting-done-revoked = Les liens ne servent plus à rien.
drafting-done-removed = Le projet est supprimé.
drafting-done-withdrawn = L’amendement est retiré.
drafting-dropped = { $count ->
    [one] Une signature portait sur le texte précédent et n’existe plus : redemandez-la.
   *[other] { $count } signatures portaient sur le texte précédent et n’existent plus : redemandez-les.
}

drafting-worded = Dispositif officiel
drafting-untranslated = les mots relèvent du service de traduction
drafting-findings = Ce qui a été constaté
drafting-reads = Comment il est lu
drafting-meets = Ce qu’il rencontre parmi les amendements déposés
drafting-meets-none = Rien : il ne touche à aucun autre amendement publié.
drafting-rules = Ce que disent les règles
drafting-rules-none = Rien ne s’oppose à son dépôt maintenant.

drafting-signed = Signatures
drafting-signed-none = Personne n’a signé.
drafting-sign = Signer
drafting-unsign = Retirer ma signature
drafting-members-sign = Les membres signent.
drafting-sharing = Qui le voit
drafting-share-with = Membre
drafting-share = Partager
drafting-unshare = Retirer
drafting-unshare-who = Retirer : { $name }
drafting-links-about = Un lien montre le projet à qui le suit après s’être identifié.
drafting-link-once = Lien pour une personne (7 jours)
drafting-link-many = Lien pour plusieurs (30 jours)
drafting-link-revoke = Révoquer tous les liens
drafting-link-made = À transmettre ; il n’est montré que maintenant :
drafting-shared-draft = Un projet est partagé avec vous
drafting-shared-by = { $owner } vous montre un projet d’amendement. Il est privé : traitez-le comme tel.
drafting-see = Le voir

drafting-table = Dépôt
drafting-table-now = Le déposer
drafting-names = Signé par : { $names }. Qui le dépose le signe par là même.
drafting-committee = Pour la commission
drafting-not-executable = Le dispositif ne peut être exécuté tel quel. Il peut être déposé ; le service de la séance l’examinera.
drafting-nothing-to-table = Il n’y a pas encore de dispositif à déposer.
drafting-remove = Supprimer ce projet
drafting-remove-about = Il disparaît pour toutes les personnes qui le voient.
drafting-remove-now = Le supprimer

drafting-receipt = Récépissé
drafting-receipt-about = L’amendement est déposé. Il figure au journal du dossier et ne peut y être ni perdu ni modifié.
drafting-receipt-time = Heure
drafting-receipt-event = Événement
drafting-receipt-hash = Empreinte de l’inscription
drafting-receipt-id = Nom dans le journal
drafting-receipt-by = Déposé par
drafting-receipt-state = À présent
drafting-receipt-address = Adresse de ce récépissé
drafting-stage-tabled = déposé, auprès du service de la séance
drafting-stage-admitted = recevable, encore sans numéro
drafting-withdraw = Retirer : { $name }
drafting-withdraw-about = Cela ne peut être défait. Ses sous-amendements encore ouverts tombent avec lui.
drafting-withdraw-now = Le retirer
drafting-decided = Il est décidé, ou n’est plus ouvert

# Pourquoi il n’y a pas de dispositif
drafting-no-place = Il n’y a rien à cet endroit du projet
    .remedy = recommencez depuis la page du dossier
drafting-no-wording = Aucun dispositif n’est encore écrit
    .remedy = écrivez-en un, par exemple « Dans le projet de résolution, supprimer le paragraphe 2. »
drafting-empty = Le texte est vide
    .remedy = écrivez-le ; pour supprimer le paragraphe, commencez un projet qui le supprime
drafting-unchanged = Rien n’est encore modifié
    .remedy = modifiez le texte : le dispositif figurera ici aussitôt
drafting-below = Le texte englobe le paragraphe { $number }, qui se trouve sous celui-ci
    .remedy = modifiez celui-là séparément
drafting-new-text = Aucun dispositif ne donne exactement cela
    .remedy = gardez le même nombre de paragraphes, ou écrivez vous-même le dispositif du sous-amendement
drafting-inexpressible = Aucun dispositif ne donne exactement ce texte
    .remedy = modifiez moins à la fois, ou écrivez vous-même le dispositif
drafting-late-about = Tel qu’il est signé, il peut être laissé au service de la séance, qui pourra l’accepter hors délai.
drafting-late-leave = Le laisser au service de la séance
drafting-receipt-late = Il est arrivé après l’expiration du délai et n’est pas déposé. Il est laissé au service de la séance, qui peut l’accepter hors délai.
drafting-stage-late = laissé au service de la séance, hors délai
