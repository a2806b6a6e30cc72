# Ce que disent les commandes qui servent le site et veillent sur ce qui est conservé.

serve-begins = Le site est à l'adresse { $address } ; Ctrl-C y met fin
serve-demo = L'Assemblée des lacs siège à l'adresse { $address } ; Ctrl-C y met fin, et rien n'est conservé.
    Pour se connecter, le mot de passe est « the lakes are open » :
serve-first = Il n'y a pas encore d'administrateur. La première personne qui ouvre cette adresse le devient : { $address }
serve-fault = le dossier { $slug } est laissé de côté : { $why }
serve-failed = { $why } [{ $code }]
serve-proofs = les options ne vont pas ensemble : { $why } (docs/operations.md)
instance-none = il n'y a pas d'instance dans { $folder } : indiquez son dossier avec --data, ou sa base avec --database
instance-added = { $slug } est sur le site
instance-exported = tout est écrit dans { $place }
instance-imported = tout ce que contient { $place } est lu
instance-backed-up = la copie est { $place }
