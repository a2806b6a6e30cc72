# The sitting for whoever presides.

chair-title = The sitting
chair-name = Name of the sitting
chair-open = Open the sitting
chair-close = Close the sitting
chair-call = Call it
chair-mover = Moved by
chair-moved = Moved
chair-not-moved = Not moved
chair-for = In favour
chair-against = Against
chair-abstentions = Abstentions
chair-adopted = Adopted
chair-rejected = Rejected
chair-withdraw = An amendment is withdrawn
chair-withdrawn = Withdrawn
chair-by = By whom
chair-nothing-left = Nothing is left to be called.
chair-no-figures = The form does not say what happened: figures are whole numbers
chair-no-event = The form does not say which event it was made behind: load the page again
