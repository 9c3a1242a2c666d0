"""Reporting verbs: which words are one, in which form, with which auxiliaries, denied or at a distance."""

import pytest

from analysis.text import lexicon
from analysis.text.grammar.verb_forms import forms
from analysis.text.quotes import verbs
from analysis.text.quotes.reading import read

FORMS = [
    # auxiliaries, adverbs and clitics before a verb
    (
        "fr",
        "Le maire n'a toutefois pas encore très clairement dit.",
        ["a toutefois pas encore très clairement dit: finite"],
    ),
    ("fr", "Le maire a longuement répété que oui.", ["a longuement répété: finite"]),
    ("fr", "Le logement répété est vendu.", ["répété: participle"]),
    ("fr", "Le maire devrait annoncer sa venue.", ["devrait annoncer: finite"]),
    ("fr", "Roy ne souhaite toutefois pas pointer le bac.", ["souhaite: finite", "pointer: infinitive"]),
    ("fr", "Le maire est accusé. Il s'est félicité.", ["est accusé: passive", "est félicité: finite"]),
    ("fr", "Le maire a fait savoir que oui.", ["a fait savoir: finite"]),
    ("en", "She had been told.", ["had been told: passive"]),
    # what makes a form no verb
    ("en", "The said ferry is late.", []),
    ("en", "The Claims Office is shut.", []),
    ("en", "Mayor Says No.", ["Says: finite"]),
    ("en", "Says Lee.", ["Says: finite"]),
    ("en", "The ferry he came with said no.", ["said: finite"]),
    ("fr", "Il vient sur demande.", []),
    ("fr", "L'annonce surprend. Il l'annonce.", []),
    ("fr", "Elle l'assure. Il leur assure que oui.", ["assure: finite", "assure: finite"]),
    ("de", "Das teilte sie mit.", ["teilte: finite"]),
    # forms that may be nouns
    ("en", "Lee reports that it is late. Lee reports were late.", ["reports: finite"]),
    ("en", "The report claims much. The ferry claims are many.", ["claims: finite"]),
    ("en", "She wants to report it.", ["report: infinitive"]),
    ("en", "Officials say no. The mayor say no.", ["say: finite"]),
    ("en", "Police say no. They met and say no.", ["say: finite", "say: finite"]),
    ("en", "The mayor claims it. Many claims are old.", ["claims: finite"]),
    # participles that have lost their auxiliary
    ("en", "Asked whether it sails, she left.", ["Asked: passive"]),
    ("en", "Lee, asked whether it sails, left.", ["asked: passive"]),
    ("en", "When told that, she left. Lee, told that, left.", ["told: passive", "told: finite"]),
    # verbs in two parts, and the frame of a German auxiliary
    (
        "de",
        "Die Werft teilte am Montag nach einer Sitzung im Rathaus von Lor und einem Essen im Hafen mit.",
        ["teilte: finite"],
    ),
    ("de", "Sie teilte das Brot. Er kam mit.", []),
    ("de", "Sie teilte das Brot; er kam mit.", []),
    (
        "de",
        "Die Werft hat nach einer Sitzung im Rathaus von Lor und einem Essen im Hafen mitgeteilt.",
        ["hat nach einer Sitzung im Rathaus von Lor und einem Essen im Hafen mitgeteilt: finite"],
    ),
    ("de", "Das ist am Montag mitgeteilt worden.", ["ist am Montag mitgeteilt: passive"]),
    ("de", "Sie hat Zeit, am Montag mitgeteilt.", ["mitgeteilt: participle"]),
    ("de", "Sie hat alles gesagt und mitgeteilt.", ["hat alles gesagt: finite", "mitgeteilt: finite"]),
    # verbs that no list holds, by their place after marks
    ("fr", "« Non », s'étrangle-t-elle.", ["s'étrangle-t-elle: finite"]),
    ("fr", "« Non », n'a-t-il trépigné.", ["n'a-t-il trépigné: finite"]),
    ("fr", "« Je sais, trépigne-t-il, mais non. »", ["trépigne-t-il: finite"]),
    ("fr", "Hier, trépigne-t-il, il neigeait.", []),
    ("fr", "« Non », trépigné-je.", []),
    ("fr", "« Non », s'étrangle Ada Roy.", ["étrangle: finite"]),
    ("fr", "« Non », a tonné le maire.", ["a tonné: finite"]),
    ("fr", "« Non », trépigne du maire. « Non », trépigne le mur. « Non », mardi le maire.", []),
    ("it", "« No », gesticola la sindaca.", ["gesticola: finite"]),
    ("es", "«No», gesticula la alcaldesa.", ["gesticula: finite"]),
    ("ru", "«Нет», жестикулирует мэр.", []),
]


@pytest.mark.parametrize(("lang", "text", "told"), FORMS)
def test_forms(lang, text, told):
    reading, found = verbs.find(read(text, lexicon.load(lang)))
    assert [f"{reading.printed(cue.first, cue.last)}: {cue.form}" for cue in found] == told


@pytest.mark.parametrize(
    ("lang", "text", "negated", "hearsay"),
    [
        ("en", "She said no.", False, False),
        ("en", "She didn't say no.", True, False),
        ("en", "She has not said no.", True, False),
        ("fr", "Elle aurait dit non.", False, True),
        ("de", "Sie soll mitgeteilt haben.", False, True),
    ],
)
def test_denied_or_at_a_distance(lang, text, negated, hearsay):
    [cue] = verbs.find(read(text, lexicon.load(lang)))[1]
    assert (cue.negated, cue.hearsay) == (negated, hearsay)


def test_a_first_word_is_not_judged_by_the_last():
    english = lexicon.load("en")
    told = read("Claim of the mayor and they", english)
    assert verbs.noun_forms.is_noun(told, 0, forms(english)["claim"][0])
