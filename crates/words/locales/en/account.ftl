# Accounts, sessions and roles (docs/web.md)

account-not-permitted = This is not for your account
    .about = What you may do here depends on the roles that an administrator gave you.
account-cross-site = The request came from elsewhere
    .about = It was sent by a page that is not of this site, or not by a page at all. Nothing was done. Open the page here and send it again.
account-unreadable = What was sent cannot be read
    .about = Nothing was done. Go back, and send it again.
account-too-large = What was sent is too large
    .about = Nothing was done.
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
account-done-changed = The password is changed. You are signed out everywhere else.
account-spent = This link is of no use any more
    .about = It was used, or is too old. Ask whoever gave it to you for another.

account-moment = { $day }, { $hour } (universal time)

# Passwords, names, addresses
account-password-short = A password has at least 12 characters.
account-password-long = A password has at most 256 characters.
account-password-known = This is too easy to guess.
account-password-differs = This is not the same password.
account-password-new = New password
account-password-again = The same again
account-password-help = At least 12 characters; several words are good.
account-name = Name
account-name-help = As it signs amendments: “Ms Clara SOUND”.
account-name-missing = A name is needed.
account-name-odd = A name is one line of at most 200 characters.
account-email-odd = This is not an e-mail address.
account-email-taken = Another account has this address.

# One's own account
account-roles = Roles
account-roles-none = No role was given.
account-sessions = Where you are signed in
account-session-unnamed = An unnamed browser
account-session-since = since
account-session-this = here
account-end = End
account-end-which = End: { $agent }
account-end-others = End all others
account-change = Change the password
account-present = Present password
account-present-wrong = This is not your present password.

# Links
account-first = The first administrator
account-first-about = Whoever makes this account looks after all others. The page works once.
account-new-password = New password
account-forgotten-about = The administrators will see that you need a new password, and give you a link.
account-forgotten-send = Ask for a link
account-forgotten-sent = If there is an account with this address, the administrators see that it needs a new password. They will give you a link.

# People
account-people = People
account-people-new = New account
account-people-make = Make the account
account-people-count = { $count ->
    [one] One account
   *[other] { $count } accounts
}
account-state = State
account-disabled = May not sign in
account-asked = Forgot the password
account-named = Name and address
account-keep = Save
account-entry = Signing in
account-link-about = A link by which a new password is set. Earlier links are of no use any more.
account-link-make = Make a link
account-link-once = Hand this link on to the owner of the account alone. It works once, and is not shown again.
account-disable = Disable
account-disable-about = Who is disabled is signed out at once and may not sign in. Roles stay.
account-enable = Enable
account-enable-about = The account may sign in again.
account-is-disabled = The account may not sign in: enable it first.
account-last-administrator = Nobody else administers this site: make another administrator first.
account-role = Role
account-role-member = Member
account-role-group-staff = Group staff
account-role-committee = Committee
account-role-table-office = Table office
account-role-chair = Chair
account-role-administrator = Administrator
account-role-unknown = There is no such role.
account-role-for-all = An administrator is one for the whole site.
account-dossier = Dossier
account-dossier-all = All dossiers
account-dossier-unknown = There is no such dossier.
account-in-all = in all dossiers
account-in-one = in { $dossier }
account-body = Group or committee
account-body-help = Needed for group staff and committees; a member may have one.
account-body-missing = Which group or committee?
account-body-odd = This role has no group or committee, or its name is more than one line.
account-grant = Give the role
account-revoke = Take back
account-revoke-which = Take back: { $role }
account-presides = Sittings that you can run:
