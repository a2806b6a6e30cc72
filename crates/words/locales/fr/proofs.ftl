# Se connecter par d’autres preuves qu’un mot de passe, et le courrier.

# $provider: nom du fournisseur d’identité, un nom propre.
openid-sign-in = Se connecter avec { $provider }
openid-title = { $provider }
openid-known = Votre compte est connu de { $provider } : vous pouvez vous connecter par là.
openid-unknown = Une fois le compte connu là-bas, quiconque y est connecté en votre nom peut se connecter ici.
openid-link = Faire connaître ce compte à { $provider }
openid-link-about = Vous allez chez { $provider } et vous y connectez en votre nom. Dès lors, quiconque s’y connecte en votre nom est connecté ici.
openid-go-on = Continuer vers { $provider }
openid-leave = Ne rien changer
openid-end = Ne plus se connecter par là
openid-late = Le délai est passé, ou la demande vient d’un autre navigateur. Recommencez.
openid-denied = { $provider } ne vous a pas connecté.
openid-untrue = La réponse de { $provider } n’est pas valable. Recommencez ; si cela se reproduit, prévenez les administrateurs.
openid-silent = { $provider } ne répond pas. Réessayez plus tard, ou connectez-vous par votre mot de passe.
openid-nobody = { $provider } vous connaît, mais aucun compte d’ici n’y est connu ni ne porte votre adresse. Les administrateurs peuvent en créer un.
openid-other = Quelqu’un d’autre est connecté ici à présent. Recommencez.
openid-taken = Ce compte de { $provider } est ici celui d’une autre personne, ou le vôtre y est connu sous un autre nom.
account-done-openid = Le compte est connu là-bas : vous pouvez vous connecter avec.
account-done-openid-end = Vous ne vous connectez plus par là.

passkey-title = Clés d’accès
passkey-about = Une clé d’accès est gardée par votre téléphone, votre ordinateur ou une clé de sécurité, et s’ouvre d’un doigt, d’un regard ou d’un code. Elle remplace le mot de passe pour se connecter.
passkey-name = Nom de la clé d’accès
passkey-name-help = Pour la distinguer des autres : « Mon téléphone ».
passkey-make = Créer une clé d’accès
passkey-used = dernière connexion
passkey-end-which = Retirer la clé d’accès : { $name }
passkey-sign-in = Se connecter avec une clé d’accès
passkey-failed = L’appareil n’a donné aucune clé d’accès pour ce site.
passkey-untrue = La réponse de l’appareil n’est pas valable, ou sa clé est déjà connue.
passkey-wrong = Aucun compte ne se connecte avec cette clé d’accès.
passkey-too-many = Il y a déjà 20 clés d’accès : retirez-en une d’abord.
passkey-too-often = Trop de tentatives. Réessayez dans quelques minutes.
account-done-passkey = La clé d’accès est créée : vous pouvez vous connecter avec.
account-done-passkey-end = La clé d’accès est retirée. Retirez-la aussi de l’appareil.

letter-about = S’il existe un compte à cette adresse, un lien pour un nouveau mot de passe y est envoyé.
letter-sent = S’il existe un compte à cette adresse, un lien pour un nouveau mot de passe est en route. Si rien n’arrive, adressez-vous aux administrateurs.
# $site: nom du site.
letter-subject = { $site } : nouveau mot de passe
letter-text =
    { $name },

    ce lien vous permet de choisir un nouveau mot de passe :

    { $link }

    Il sert une fois, pendant { $hours ->
        [one] { $hours } heure
       *[other] { $hours } heures
    }. Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.

    { $site }
