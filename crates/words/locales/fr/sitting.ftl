# La séance: ce qui est consigné, ce qui en découle, ce qui suit

sitting-nothing-recorded = rien n'a été consigné
sitting-floor = en discussion: { $who }
sitting-next = à appeler ensuite: { $who }{ $why ->
    [reopened] {","} de nouveau en discussion
    [sub-amendment] {","} avant la mise aux voix de l'amendement qu'il modifie
    [ordered] {","} selon l'ordre fixé à la main
   *[order] {""}
}
sitting-none-open = aucun amendement ne reste à examiner
sitting-tablers = déposé par { $names }
sitting-position = { $committee }: { $position }
sitting-needs = majorité requise: { $majority }; peuvent prendre la parole: { $speakers }
sitting-would-read = s'il est adopté, le texte se lit ainsi:
sitting-log-cut = { $file }: la dernière ligne n'est pas achevée et a été laissée de côté ({ $bytes } octets); elle n'avait jamais été confirmée
sitting-log-there = { $file } existe déjà; un journal ne s'ouvre qu'une fois
sitting-log-empty = { $file } n'est le journal d'aucun dossier; l'ouvrir avec «open»
sitting-log-illegal = l'événement { $event } du journal est contraire au règlement qu'il cite: { $why }
sitting-not-a-log = la ligne { $line } de { $file } n'est plus telle qu'elle a été écrite: { $why }
sitting-other-dossier = { $log } est le journal d'un autre dossier, ou d'une autre version de { $file }
sitting-no-rules = le règlement { $name } n'est pas disponible
sitting-no-text = il n'y a pas de texte { $text }; un texte se nomme par sa lettre, ou par son rang à partir de 1
sitting-no-event = ceci n'est pas un événement: { $why }
sitting-outcome-open = dire ce que la présidence a proclamé (--declared adopted, ou rejected): les chiffres ne le disent pas
sitting-floor-empty = rien n'est en discussion; appeler d'abord un amendement
usage-log-in-tables = { $out }: un journal ne se lit que dans les tableaux; écrire en csv ou en xlsx
