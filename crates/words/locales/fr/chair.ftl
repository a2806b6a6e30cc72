# La séance, pour la personne qui préside.

chair-title = La séance
chair-name = Nom de la séance
chair-open = Ouvrir la séance
chair-close = Lever la séance
chair-call = L’appeler
chair-mover = Présenté par
chair-moved = Présenté
chair-not-moved = Non présenté
chair-for = Pour
chair-against = Contre
chair-abstentions = Abstentions
chair-adopted = Adopté
chair-rejected = Rejeté
chair-withdraw = Un amendement est retiré
chair-withdrawn = Retiré
chair-by = Par qui
chair-nothing-left = Il ne reste rien à appeler.
chair-no-figures = Le formulaire ne dit pas ce qui s’est passé : les chiffres sont des nombres entiers
chair-no-event = Le formulaire ne dit pas après quel événement il a été fait : rechargez la page
