"""Word classes, patterns over them, noun phrases and the forms of verbs: what the rules are written in."""
