# Delegations, groups and committees.

bodies-title = Delegations, groups and committees
bodies-about = Who belongs to what is shown with their account; what is listed here is offered where a role is for a group or a committee.
bodies-new = Another one
bodies-kind = What it is
bodies-kind-unknown = It is a delegation, a group or a committee.
bodies-delegation = Delegation
bodies-group = Group
bodies-committee = Committee
bodies-delegation-all = Delegations
bodies-group-all = Groups
bodies-committee-all = Committees
bodies-en = English name
bodies-fr = French name
bodies-fr-help = May stay empty where it is the same.
bodies-name-parts = A name has no “ / ”: it stands between the names in two languages.
bodies-taken = There is one of this name.
bodies-add = List it
bodies-count = { $count ->
    [one] one member
   *[other] { $count } members
}
bodies-remove = Take it from the list
bodies-remove-which = Take from the list: { $name }
bodies-belongs = Delegation, groups and committees
bodies-none = No delegation, group or committee was told.
bodies-join-which = Belongs to
bodies-join = Add it
bodies-leave-which = Take back: { $name }
