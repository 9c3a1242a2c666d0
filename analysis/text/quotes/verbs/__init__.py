"""Reporting verbs in an article: those the language file lists, and those only their place tells."""
