# Délégations, groupes et commissions.

bodies-title = Délégations, groupes et commissions
bodies-about = L’appartenance de chacun est affichée avec son compte ; ce qui figure ici est proposé là où un rôle vaut pour un groupe ou une commission.
bodies-new = Un autre nom
bodies-kind = Nature
bodies-kind-unknown = C’est une délégation, un groupe ou une commission.
bodies-delegation = Délégation
bodies-group = Groupe
bodies-committee = Commission
bodies-delegation-all = Délégations
bodies-group-all = Groupes
bodies-committee-all = Commissions
bodies-en = Nom anglais
bodies-fr = Nom français
bodies-fr-help = Peut rester vide s’il est le même.
bodies-name-parts = Un nom ne contient pas « / » entre deux espaces : c’est ce qui sépare les noms en deux langues.
bodies-taken = Il y en a un de ce nom.
bodies-add = L’inscrire
bodies-count = { $count ->
    [one] un membre
   *[other] { $count } membres
}
bodies-remove = Le retirer de la liste
bodies-remove-which = Retirer de la liste : { $name }
bodies-belongs = Délégation, groupes et commissions
bodies-none = Ni délégation, ni groupe, ni commission n’a été indiqué.
bodies-join-which = Appartient à
bodies-join = L’ajouter
bodies-leave-which = Retirer : { $name }
