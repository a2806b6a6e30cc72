# La séance: ce qui est consigné, ce qui en découle, ce qui suit

sitting-nothing-recorded = rien n'a été consigné
sitting-floor = en discussion: { $who }
sitting-next = à appeler ensuite: { $who }{ $why ->
    [reopened] {","} qui a été rouvert
    [sub-amendment] {","} avant la mise aux voix de l'amendement qu'il modifie
    [compromise] {","} en tant que compromis
    [ordered] {","} selon l'ordre fixé par décision
   *[order] {""}
}
sitting-floor-taken = { $who } est en discussion et doit d'abord être tranché: vote, not-moved, withdraw
sitting-none-open = il ne reste aucun amendement à examiner
sitting-tablers = déposé par { $names }
sitting-position = { $committee }: { $position }
sitting-needs = majorité requise: { $majority }; peuvent prendre la parole: { $speakers }
sitting-against = à opposer d'abord, un à un, aux textes suivants: { $amendments }; celui qui ne l'emporte pas tombe
sitting-series = une partie commune peut d'abord être mise aux voix, pour { $amendments }: «{ $words }»
sitting-debated-with = en discussion commune avec { $amendments }
sitting-quorum-not-checked = le quorum est à vérifier avant le vote (votes.quorum-checked)
sitting-no-quorum = pas de vote: { $present } membres sur { $members } étaient présents (votes.quorum)
sitting-would-read = s'il est adopté, le texte se lira ainsi:
sitting-log-there = { $file } existe déjà; un journal ne s'ouvre qu'une fois
sitting-write-unknown = { $file }: { $why }; l'événement n'a pas été confirmé, et peut néanmoins figurer dans le journal: voir hemicycle log show
sitting-other-dossier = { $log } est le journal d'un autre dossier, ou d'une autre version de { $file }
sitting-no-rules = les règles { $name } ne sont pas disponibles; donner leur fichier par --rules
sitting-no-text = il n'y a pas de texte { $text }; un texte se nomme par sa lettre, ou par son rang à partir de 1
sitting-no-event = ceci n'est pas un événement: { $why }
sitting-outcome-open = dire ce que la présidence a proclamé (--declared adopted, ou rejected): les chiffres ne le disent pas
sitting-floor-empty = rien n'est en discussion; appeler d'abord un amendement
usage-log-in-tables = { $out }: atom ne dit pas ce que dit un journal; pdf, html, docx, odt, txt, xml, json, csv et xlsx le disent
sitting-without-effect = une révision du projet se consigne avec les fichiers du nouveau projet: hemicycle sitting … revise
recorded-otherwise = ce que le dossier en consigne n'est pas ce que dit { $log }; c'est le journal qui vaut
    .remedy = récrire le dossier à partir du journal
akn-referred-back = Renvoyé à la commission
sitting-log-held = { $file }: un autre programme écrit dans le journal; rien n'a été consigné
sitting-log-replaced = { $file } n'est plus le journal qui a été lu: il a été remplacé ou modifié; rien n'y a été écrit

# Le projet est révisé
revised-not-at-all = le projet se lit comme avant
    .remedy = donner les fichiers du projet révisé
revised-other-texts = ces fichiers ont d'autres textes, ou d'autres versions linguistiques, que le dossier
    .remedy = donner toutes les versions linguistiques des mêmes textes; pour d'autres textes, ouvrir un autre journal
revised-other-amendments = ces fichiers ont d'autres amendements, ou les mêmes autrement libellés: { $numbers }{ $more ->
    [0] { "" }
   *[other] {" "}et { $more } autres
}
    .remedy = laisser les amendements tels qu'ils sont; un nouveau libellé se consigne à part, comme révision de l'amendement
revised-after-adoption = { $who } a été adopté dans un texte qui est révisé: personne n'a voté sur ce texte tel qu'il se lirait
    .remedy = faire d'abord annuler cette décision, ou corriger le texte après son adoption
revised-after-decision = { $text } a fait l'objet d'une décision
    .remedy = faire d'abord annuler cette décision, ou corriger le texte après son adoption
sitting-displaced = à replacer dans le projet révisé: { $who }
sitting-displaced-was = { $language }: il portait sur «{ $text }»
sitting-displaced-nowhere = { $language }: il ne portait sur rien
sitting-displaced-now = son libellé y mène à «{ $text }»
sitting-displaced-lost = son libellé n'y mène nulle part
sitting-displaced-proposed = proposition ({ $language }): { $text }
sitting-displaced-as-it-is = proposition ({ $language }): son libellé tel quel
sitting-displaced-open = aucune proposition: ses mots n'y figurent pas, ou y figurent plusieurs fois
sitting-nothing-proposed = rien n'est proposé pour l'amendement { $cited }; donner son libellé par --wording
sitting-no-language = le dossier n'a pas de version dans la langue { $lang }; il y a { $known }
