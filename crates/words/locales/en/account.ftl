# Accounts, sessions and roles (docs/web.md)

account-not-permitted = This is not for your account
    .about = What you may do here depends on the roles that an administrator gave you.
account-cross-site = The request came from elsewhere
    .about = It was sent by a page that is not of this site, or not by a page at all. Nothing was done. Open the page here and send it again.
account-unreadable = What was sent cannot be read
    .about = Nothing was done. Go back, and send it again.
account-unreachable = The database does not answer
    .about = Nothing can be read or kept at the moment. Try again in a minute.

account-sign-in = Sign in
account-sign-out = Sign out
account-email = E-mail address
account-password = Password
account-forgotten = Password forgotten?
account-wrong = Address or password is wrong, or the account may not sign in.
account-too-often = Too many attempts. Try again in { $minutes ->
    [0] { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }
   *[other] { $minutes } minutes
}.
account-done-out = You have signed out.
account-done-password = The password is set. Sign in with it.
account-done-sessions = Done.
