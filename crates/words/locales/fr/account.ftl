# Comptes, sessions et rôles (docs/web.md)

account-not-permitted = Cette page n’est pas ouverte à votre compte
    .about = Ce que vous pouvez faire ici dépend des rôles qu’un administrateur vous a donnés.
account-cross-site = La demande venait d’ailleurs
    .about = Elle a été envoyée par une page d’un autre site, ou par autre chose qu’une page. Rien n’a été fait. Ouvrez la page ici et recommencez.
account-unreadable = L’envoi est illisible
    .about = Rien n’a été fait. Revenez en arrière et recommencez.
account-too-large = L’envoi est trop grand
    .about = Rien n’a été fait.
account-unreachable = La base de données ne répond pas
    .about = Rien ne peut être lu ni conservé pour l’instant. Réessayez dans une minute.

account-sign-in = Se connecter
account-sign-out = Se déconnecter
account-email = Adresse électronique
account-password = Mot de passe
account-forgotten = Mot de passe oublié ?
account-wrong = L’adresse ou le mot de passe est incorrect, ou le compte ne peut pas se connecter.
account-too-often = Trop d’essais. Réessayez dans { $minutes ->
    [0] { $seconds ->
        [one] { $seconds } seconde
       *[other] { $seconds } secondes
    }
   *[other] { $minutes } minutes
}.
account-done-out = Vous êtes déconnecté.
account-done-password = Le mot de passe est enregistré. Utilisez-le pour vous connecter.
account-done-sessions = C’est fait.
account-done-changed = Le mot de passe est modifié. Vous êtes déconnecté partout ailleurs.
account-spent = Ce lien ne sert plus
    .about = Il a été utilisé, ou il est trop ancien. Demandez-en un autre à la personne qui vous l’a donné.

account-moment = { $day }, { $hour } (temps universel)

# Mots de passe, noms, adresses
account-password-short = Un mot de passe a au moins 12 caractères.
account-password-long = Un mot de passe a au plus 256 caractères.
account-password-known = Il est trop facile à deviner.
account-password-differs = Ce n’est pas le même mot de passe.
account-password-new = Nouveau mot de passe
account-password-again = Le même encore une fois
account-password-help = Au moins 12 caractères ; plusieurs mots conviennent bien.
account-name = Nom
account-name-help = Tel qu’il signe les amendements : « Mme Clara SOUND ».
account-name-missing = Il faut un nom.
account-name-odd = Un nom tient sur une ligne d’au plus 200 caractères.
account-email-odd = Ce n’est pas une adresse électronique.
account-email-taken = Un autre compte a cette adresse.

# Son propre compte
account-roles = Rôles
account-roles-none = Aucun rôle n’a été donné.
account-sessions = Où vous êtes connecté
account-session-unnamed = Un navigateur sans nom
account-session-since = depuis le
account-session-this = ici
account-end = Fermer
account-end-which = Fermer : { $agent }
account-end-others = Fermer toutes les autres
account-change = Changer le mot de passe
account-present = Mot de passe actuel
account-present-wrong = Ce n’est pas votre mot de passe actuel.

# Liens
account-first = Le premier administrateur
account-first-about = Qui crée ce compte s’occupe de tous les autres. La page ne sert qu’une fois.
account-new-password = Nouveau mot de passe
account-forgotten-about = Les administrateurs verront qu’il vous faut un nouveau mot de passe et vous donneront un lien.
account-forgotten-send = Demander un lien
account-forgotten-sent = S’il existe un compte à cette adresse, les administrateurs voient qu’il lui faut un nouveau mot de passe. Ils vous donneront un lien.

# Personnes
account-people = Personnes
account-people-new = Nouveau compte
account-people-make = Créer le compte
account-people-count = { $count ->
    [one] { $count } compte
   *[other] { $count } comptes
}
account-state = État
account-disabled = Ne peut pas se connecter
account-asked = Mot de passe oublié
account-named = Nom et adresse
account-keep = Enregistrer
account-entry = Connexion
account-link-about = Un lien qui permet de choisir un nouveau mot de passe. Les liens précédents ne servent plus.
account-link-make = Créer un lien
account-link-once = Ne remettez ce lien qu’au titulaire du compte. Il sert une fois et ne sera plus affiché.
account-disable = Désactiver
account-disable-about = Un compte désactivé est déconnecté aussitôt et ne peut plus se connecter. Les rôles restent.
account-enable = Réactiver
account-enable-about = Le compte peut de nouveau se connecter.
account-is-disabled = Le compte ne peut pas se connecter : réactivez-le d’abord.
account-last-administrator = Personne d’autre n’administre ce site : désignez d’abord un autre administrateur.
account-role = Rôle
account-role-member = Membre
account-role-group-staff = Personnel d’un groupe
account-role-committee = Commission
account-role-table-office = Service de la séance
account-role-chair = Présidence
account-role-administrator = Administrateur
account-role-unknown = Ce rôle n’existe pas.
account-role-for-all = Un administrateur l’est pour tout le site.
account-dossier = Dossier
account-dossier-all = Tous les dossiers
account-dossier-unknown = Ce dossier n’existe pas.
account-in-all = dans tous les dossiers
account-in-one = dans { $dossier }
account-body = Groupe ou commission
account-body-help = Nécessaire pour le personnel d’un groupe et pour une commission ; un membre peut en avoir un.
account-body-missing = Quel groupe ou quelle commission ?
account-body-odd = Ce rôle n’a ni groupe ni commission, ou le nom ne tient pas sur une ligne.
account-grant = Donner le rôle
account-revoke = Retirer
account-revoke-which = Retirer : { $role }
account-presides = Séances que vous pouvez conduire :
