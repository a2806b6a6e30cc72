# What the commands say that serve, and look after what is kept.

serve-begins = The site is at { $address }; Ctrl-C ends it
serve-demo = The Assembly of the Lakes sits at { $address }; Ctrl-C ends it, and nothing is kept.
    Sign in with the password “the lakes are open”:
serve-first = There is no administrator yet. Whoever opens this address first becomes one: { $address }
serve-fault = the dossier { $slug } is left out: { $why }
serve-failed = { $why } [{ $code }]
serve-proofs = the options do not fit together: { $why } (docs/operations.md)
instance-none = there is no instance in { $folder }: give its folder with --data, or its database with --database
instance-added = { $slug } is on the site
instance-exported = everything is written to { $place }
instance-imported = everything in { $place } is read
instance-backed-up = the copy is { $place }
