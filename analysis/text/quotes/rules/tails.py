"""Rules for reported clauses that their verb follows, interrupts, or introduces with "as"."""

from bisect import bisect_left
from collections.abc import Iterator

from analysis.text.grammar.classes import CLAUSE_OPENER, COMMA, RELATIVE, any_of
from analysis.text.grammar.patterns import pattern
from analysis.text.grammar.phrase_list import length_at, phrases
from analysis.text.grammar.tokens import Stretch
from analysis.text.mentions import speaks
from analysis.text.quotes.candidates import SHORTEST, Candidate, clause
from analysis.text.quotes.extent import FINITE, clause_end, has_verb
from analysis.text.quotes.sentence import Sentence, lead
from analysis.text.quotes.speaker import before as subjects
from analysis.text.quotes.speaker import inverted, opinion, reaches, speaker
from analysis.text.quotes.verbs.cues import Cue

FRAME = 25
"""Tokens between the verb of a tail and the comma or stop that ends it."""

INTRODUCED = 5
"""Tokens between the opening of a sentence that looks back and its verb: `C'est ce qu' | a annoncé`."""

SET_OFF = pattern(
    "COMMA NOT (COMMA | STOP | SEMICOLON | COLON | OPENING | CLOSING | REPORTING | BREAK)*"
)
"""The comma before a tail and what stands between it and the verb: `…, the minister | said`."""

AFTER_TAIL = pattern(
    "(PREPOSITION | TIME | NUMBER | BRACKET | UNBRACKET | RELATIVE | ADVERB)"
    " NOT (VERB | SUBJECT | COMPLEMENTISER | INTERROGATIVE | OPENING | COMMA | DASH | STOP | SEMICOLON)*"
)
"""What may still belong to a tail after its verb and who speaks: `he said | on Monday in Lor`."""

CLAUSE = pattern("COMMA (COMPLEMENTISER | INTERROGATIVE)")
TO_INFINITIVE_END = any_of("WORD")

ADJUNCT = any_of("PREPOSITION SUBORDINATOR INTERROGATIVE")
"""What opens a clause that does not begin with its subject: `After the vote, …`."""

NO_SUBJECT = ADJUNCT | any_of("ADVERB COORDINATOR")
"""What no subject begins with."""

NO_PREDICATE = any_of("STOP SEMICOLON RELATIVE POSSESSIVE PREPOSITION OPENING CLOSING")
"""What a clause does not go on with after a tail."""
