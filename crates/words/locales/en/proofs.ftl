# Signing in by other proofs than a password, and letters.

# $provider: what people call the identity provider, a proper name.
openid-sign-in = Sign in with { $provider }
openid-title = { $provider }
openid-known = Your account is known to { $provider }: you can sign in there.
openid-unknown = Whoever is signed in there as you can sign in here, once the account is known there.
openid-link = Let { $provider } know this account
openid-link-about = You go on to { $provider } and sign in there as yourself. From then on, whoever signs in there as you is signed in here.
openid-go-on = Go on to { $provider }
openid-leave = Leave it as it is
openid-end = Sign in there no longer
openid-late = That took too long, or was begun in another browser. Begin again.
openid-denied = { $provider } did not sign you in.
openid-untrue = What came from { $provider } does not hold. Begin again; if it happens again, tell the administrators.
openid-silent = { $provider } does not answer. Try again later, or sign in with your password.
openid-nobody = You are known to { $provider }, but have no account here that is known there or has your address. The administrators can make one.
openid-other = Somebody else is signed in here by now. Begin again.
openid-taken = That account of { $provider } is another one’s here, or yours is known there as somebody else.
account-done-openid = The account is known there: you can sign in with it.
account-done-openid-end = You no longer sign in there.

passkey-title = Passkeys
passkey-about = A passkey is kept by your phone, your computer or a security key, and opened by a finger, a face or a number. You can sign in with it instead of the password.
passkey-name = What the passkey is called
passkey-name-help = So that you can tell it from others: “My phone”.
passkey-make = Make a passkey
passkey-used = last used
passkey-end-which = Take back the passkey: { $name }
passkey-sign-in = Sign in with a passkey
passkey-failed = The device gave no passkey for this site.
passkey-untrue = The device’s answer does not hold, or its key is known already.
passkey-wrong = No account signs in with this passkey.
passkey-too-many = There are 20 passkeys already: take one back first.
passkey-too-often = Too many attempts. Try again in a few minutes.
account-done-passkey = The passkey is made: you can sign in with it.
account-done-passkey-end = The passkey is taken back. Remove it from the device, too.

letter-about = If there is an account with this address, a link for a new password goes there.
letter-sent = If there is an account with this address, a link for a new password is on its way. Where no letter comes, ask the administrators.
# $site: what the site is called.
letter-subject = { $site }: a new password
letter-text =
    { $name },

    by this link you set a new password:

    { $link }

    It works once, within { $hours ->
        [one] one hour
       *[other] { $hours } hours
    }. If you did not ask for it, do nothing: your password stays as it is.

    { $site }
