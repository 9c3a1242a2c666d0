"""The rules: each takes a sentence and proposes quotations, content, cue and source together."""
