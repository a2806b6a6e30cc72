# La séance: ce qui est consigné, ce qui en découle, ce qui suit

sitting-nothing-recorded = rien n'a été consigné
sitting-floor = en discussion: { $who }
sitting-next = à appeler ensuite: { $who }{ $why ->
    [reopened] {","} qui a été rouvert
    [sub-amendment] {","} avant la mise aux voix de l'amendement qu'il modifie
    [ordered] {","} selon l'ordre fixé par décision
   *[order] {""}
}
sitting-none-open = aucun amendement ne reste à examiner
sitting-tablers = déposé par { $names }
sitting-position = { $committee }: { $position }
sitting-needs = majorité requise: { $majority }; peuvent prendre la parole: { $speakers }
sitting-would-read = s'il est adopté, le texte se lira ainsi:
sitting-log-there = { $file } existe déjà; un journal ne s'ouvre qu'une fois
sitting-write-unknown = { $file }: { $why }; l'événement n'a pas été confirmé, et peut néanmoins figurer dans le journal: voir hemicycle log show
sitting-other-dossier = { $log } est le journal d'un autre dossier, ou d'une autre version de { $file }
sitting-no-rules = les règles { $name } ne sont pas disponibles; donner leur fichier par --rules
sitting-no-text = il n'y a pas de texte { $text }; un texte se nomme par sa lettre, ou par son rang à partir de 1
sitting-no-event = ceci n'est pas un événement: { $why }
sitting-outcome-open = dire ce que la présidence a proclamé (--declared adopted, ou rejected): les chiffres ne le disent pas
sitting-floor-empty = rien n'est en discussion; appeler d'abord un amendement
usage-log-in-tables = { $out }: un journal ne se lit qu’en csv, en xlsx et en xml
sitting-without-effect = rien ici ne tire les conséquences de cet événement: réviser le projet et ouvrir un autre journal, ou fixer l'ordre des amendements par décision
akn-referred-back = Renvoyé à la commission
sitting-log-held = { $file }: un autre programme écrit dans le journal; rien n'a été consigné
sitting-log-replaced = { $file } n'est plus le journal qui a été lu: il a été remplacé ou modifié; rien n'y a été écrit
