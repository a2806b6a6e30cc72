# Comptes, sessions et rôles (docs/web.md)

account-not-permitted = Cette page n’est pas ouverte à votre compte
    .about = Ce que vous pouvez faire ici dépend des rôles qu’un administrateur vous a donnés.
account-cross-site = La demande venait d’ailleurs
    .about = Elle a été envoyée par une page d’un autre site, ou par autre chose qu’une page. Rien n’a été fait. Ouvrez la page ici et recommencez.
account-unreadable = L’envoi est illisible
    .about = Rien n’a été fait. Revenez en arrière et recommencez.
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
