# The pages of the table office.

account-offices = Table office of
office-import = A dossier is brought in
office-import-lede = A draft, or a whole compendium with its amendments: one file for each language. Nothing is kept before all of it can be read.
office-import-open = Read and open the dossier
office-import-confirm = Open it with these warnings
office-files = The text
office-files-more = More files, or corrected ones
office-file = Files
office-file-help = Plain text, Word, OpenDocument, web page, PDF, Akoma Ntoso or JSON; together { $megabytes } MB at most. A file that comes again under its name takes the place of the one before.
office-paste = Or the text itself
office-pasted = Text { $count }
office-text-read = The text as it was read
office-typed = Read the text as it stands here instead of the file
office-drop = Leave this one out
office-found-in = { $count ->
    [one] 1 finding in { $file }
   *[other] { $count } findings in { $file }
}
office-more-found = { $count ->
    [one] One more finding is not shown.
   *[other] { $count } more findings are not shown.
}
office-place = line { $line }, column { $column }
office-errors = Nothing was opened: what is marked as an error must be put right first
office-warnings = Nothing was opened yet: look at what was found, then open the dossier with it or correct the text.
office-nothing-given = There is no file and no text
office-mixed = The files of one dossier are all in one format
office-unread = { $file } cannot be read: { $why }
office-slug = Name in addresses
office-slug-help = Small letters, figures and hyphens: 412-lakes
office-slug-wrong = Only small letters, figures and hyphens, and not a name that the site itself uses
office-slug-taken = Another dossier is called so
office-rules = Rules
office-rules-of-file = Those that the file names, or else those of PACE
office-deadline = Deadline for amendments
office-deadline-subs = Deadline for sub-amendments
office-moment-help = Day and hour in universal time; may stay empty
office-no-moment = This is no day and hour
