# Pourquoi rien n’a été enregistré.

desk-meanwhile = L’événement { $event } a été enregistré entre-temps et porte sur le même amendement : rien n’a été enregistré
desk-no-dossier = Il n’y a pas de tel dossier
desk-nothing-said = Rien n’a été remis
desk-key-reused = Le même formulaire a déjà été envoyé avec un autre contenu : rechargez la page
desk-unreachable = Les données ne sont pas accessibles en ce moment : rien n’a été enregistré ; réessayez
desk-fault = Ce qui est conservé de ce dossier présente un défaut : rien n’a été enregistré ; prévenez les administrateurs
