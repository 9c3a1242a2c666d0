"""Who speaks, within the article: each case is a text and the mentions that speak in it, in order."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import lexicon, mentions, quotes, resolve
from analysis.text.grammar.tokens import tokenise
from analysis.text.quotes import Quote
from analysis.text.resolve import abbreviations, names, roles

HERE = Path(__file__).parents[1]
FRENCH, ENGLISH = lexicon.load("fr"), lexicon.load("en")


def told(text, source, number, *, after=0, known=FRENCH):
    """A quotation spoken by the first such words after a place; its own content is of no account."""
    made = Quote(0, 0, "", "indirect", number, 1)
    if source is None:
        return made._replace(start=after, end=after)
    start = text.index(source, after)
    tokens = tokenise(source, known)
    form = mentions.form(tokens, 0, len(tokens.line))
    made = made._replace(start=start, end=start, source=source, source_start=start)
    return made._replace(source_end=start + len(source), source_form=form)


def speakers(text: str, *sources: str, known: lexicon.Lexicon = FRENCH) -> list[tuple[str | None, str]]:
    after, made = 0, []
    for number, source in enumerate(sources):
        made.append(told(text, source, number, after=after, known=known))
        after = made[-1].source_end or after
    return [(quote.speaker, quote.speaker_rule or "") for quote in resolve.speakers(text, made, known)]


OPENS_WITH_PRESIDENT = "Le président karsovien Dorjan Velt a parlé. "


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("le dirigeant karsovien", ("Dorjan Velt", "office")),
        ("le chef de l’État", ("Dorjan Velt", "office")),
        ("le président", ("Dorjan Velt", "office")),
        ("Velt", ("Dorjan Velt", "fuller name")),
        ("M. Velt", ("Dorjan Velt", "fuller name")),
        ("Il", ("Dorjan Velt", "pronoun")),
        ("Elle", (None, "pronoun without antecedent")),
        ("on", (None, "impersonal pronoun")),
        # another country, another office, somebody new, a body: not he
        ("le dirigeant ouzbek", ("dirigeant ouzbek", "own words")),
        ("le maire", ("maire", "own words")),
        ("l'ancien président", ("ancien président", "own words")),
        ("un dirigeant karsovien", ("dirigeant karsovien", "own words")),
        ("les autorités karsoviennes", ("autorités karsoviennes", "own words")),
    ],
)
def test_an_office_means_its_holder_in_the_article(asked, expected):
    text = OPENS_WITH_PRESIDENT + f"Selon {asked}, tout va bien."
    assert speakers(text, asked)[0] == expected


def test_nobody_is_known_from_the_world():
    assert speakers("Le président français a parlé.", "Le président français") == [
        ("président français", "own words")
    ]
    assert speakers("The president spoke.", "The president", known=ENGLISH) == [("president", "own words")]


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("Prime Minister Ada Roy left. The premier said so.", "The premier", "Ada Roy"),
        (
            "Ada Roy, the Belgian foreign minister, left. The Belgian top diplomat said so.",
            "The Belgian top diplomat",
            "Ada Roy",
        ),
        ("Mr. Tom Lund left. Ms. Lund said so. Eva Lund smiled.", "Ms. Lund", "Eva Lund"),
        ("Mr. Tom Lund met Mrs. Eva Lund. She said so.", "She", "Eva Lund"),
        ("Acme hired Ada Roy. A Roy spokesman said so.", "A Roy spokesman", "Roy spokesman"),
        ("Ada Roy’s campaign said so.", "Ada Roy’s campaign", "Ada Roy’s campaign"),
        ("Senate leader Ada Roy said so.", "Senate leader Ada Roy", "Ada Roy"),
        ("Former Gov. Ada Roy said so.", "Former Gov. Ada Roy", "Ada Roy"),
        ("Rep. Ada Roy of Lund said so.", "Rep. Ada Roy of Lund", "Ada Roy"),
        # a name that is spelled like a modal or a month
        ("Ada May left in May. Mrs. May said so.", "Mrs. May", "Ada May"),
        ("May said so. Ada May left in May.", "May", "Ada May"),
        ("Prime Minister Ada May said so.", "Prime Minister Ada May", "Ada May"),
        # the name of whom somebody speaks for is not the speaker's, with an office before it either
        ("An aide to Mayor Ada Roy said so.", "An aide to Mayor Ada Roy", "aide to Mayor Ada Roy"),
        ("The mayor of New York Ada Roy said so.", "The mayor of New York Ada Roy", "Ada Roy"),
    ],
)
def test_english_names_and_offices(text, asked, expected):
    assert speakers(text, asked, known=ENGLISH)[0][0] == expected


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("Le ministre de la Santé Ada Roy a parlé.", "Le ministre de la Santé Ada Roy", "Ada Roy"),
        (
            "Le directeur de l’hôpital, Marc Orme, a parlé.",
            "Le directeur de l’hôpital, Marc Orme",
            "Marc Orme",
        ),
        ("Ada Roy, sociologue, est venue. La sociologue a parlé.", "La sociologue", "Ada Roy"),
        ("Ada Roy, étudiante, attend. La jeune femme a parlé.", "La jeune femme", "Ada Roy"),
        ("Un proche de Pierre Roy a parlé.", "Un proche de Pierre Roy", "proche de Pierre Roy"),
        ("Un proche du maire Luc Roy a parlé.", "Un proche du maire Luc Roy", "proche du maire Luc Roy"),
        ("L'adjoint au maire Luc Roy a parlé.", "L'adjoint au maire Luc Roy", "Luc Roy"),
        ("Le président du conseil Luc Roy a parlé.", "Le président du conseil Luc Roy", "Luc Roy"),
        (
            "Le ministre des Affaires étrangères a parlé.",
            "Le ministre des Affaires étrangères",
            "ministre des Affaires étrangères",
        ),
        ("La Société des eaux de Lor (SEL) agit. La SEL a parlé.", "La SEL", "Société des eaux de Lor (SEL)"),
        ("Le maire a ouvert la séance. Il a parlé.", "Il", "maire"),
        (
            "Les pêcheurs attendent. Des habitants de Lor, pressés, passent. Ils ont parlé.",
            "Ils",
            "habitants de Lor",
        ),
    ],
)
def test_french_descriptions(text, asked, expected):
    assert speakers(text, asked)[0][0] == expected


@pytest.mark.parametrize(
    ("code", "spoke", "expected"),
    [
        ("de", "Ein Sprecher von Bürgermeisterin Ada Roy", "Sprecher von Bürgermeisterin Ada Roy"),
        ("de", "Die Präsidentin Ada von der Aue", "Ada von der Aue"),
        ("de", "Luc Roy von der Polizei", "Luc Roy"),
        ("de", "Luc Roy von der KLB", "Luc Roy"),
        ("de", "Der Sprecher der Polizei Luc Roy", "Luc Roy"),
        ("en", "Ada van den Berg of Acme", "Ada van den Berg"),
        ("fr", "La présidente de la Commission Ada von der Aue", "Ada von der Aue"),
        ("fr", "Luc Roy de la CGR", "Luc Roy"),
        ("es", "La ministra de la Presidencia Ada Roy", "Ada Roy"),
    ],
)
def test_particles_belong_to_a_name_or_say_where_somebody_works(code, spoke, expected):
    assert speakers(f"{spoke}.", spoke, known=lexicon.load(code))[0][0] == expected


def test_a_source_spoken_before_is_the_same_source():
    text = "Une source policière a parlé. Puis cette source a précisé."
    assert [name for name, _ in speakers(text, "Une source policière", "cette source")] == [
        "source policière"
    ] * 2


def test_of_two_holders_the_last_one_before_is_meant():
    text = "Le maire Ada Roy sort. Le maire Paul Orme entre. Le maire a parlé."
    start = text.rindex("Le maire")
    quote = told(text, "Le maire", 0, after=start)
    assert resolve.speakers(text, [quote], FRENCH)[0].speaker == "Paul Orme"


def test_who_goes_on_by_name_was_the_office_before():
    text = "Rien ne presse, a dit la ministre. On verra, a ajouté Ada Roy."
    first = told(text, "la ministre", 0)._replace(cue="a dit")
    second = told(text, "Ada Roy", 1)._replace(cue="a ajouté")
    made = resolve.speakers(text, [first, second], FRENCH)
    assert [(quote.speaker, quote.speaker_rule) for quote in made] == [
        ("Ada Roy", "named after"),
        ("Ada Roy", "name"),
    ]


def test_another_cue_joins_nobody():
    text = "Rien ne presse, a dit la ministre. Si, a répliqué Ada Roy."
    pair = [
        told(text, "la ministre", 0)._replace(cue="a dit"),
        told(text, "Ada Roy", 1)._replace(cue="a répliqué"),
    ]
    assert [quote.speaker for quote in resolve.speakers(text, pair, FRENCH)] == ["ministre", "Ada Roy"]


def test_parts_of_an_utterance_share_the_speaker():
    text = "Ada Roy a parlé."
    parts = [told(text, "Ada Roy", 7), told(text, None, 7, after=12)]
    assert [quote.speaker for quote in resolve.speakers(text, parts, FRENCH)] == ["Ada Roy", "Ada Roy"]


def test_without_a_mention_there_is_a_reason_and_no_speaker():
    quote = resolve.speakers("Rien.", [told("Rien.", None, 0)], FRENCH)[0]
    assert (quote.speaker, quote.speaker_rule) == (None, "no source")


def test_a_name_between_marks_is_no_antecedent():
    text = "Ada Roy a parlé de « Paul Orme ». Elle a souri, il a dit non."
    content = Quote(text.index("Paul"), text.index(" »"), "Paul Orme", "mixed", 0, 2)
    pronoun = told(text, "il", 1, after=text.index(", il"))
    assert resolve.speakers(text, [content, pronoun], FRENCH)[1].speaker != "Paul Orme"


def test_the_look_alike_has_two_speakers():
    text = (HERE / "seed_lookalike.txt").read_text(encoding="utf-8")
    expected = tomllib.loads((HERE / "seed_lookalike.toml").read_text(encoding="utf-8"))
    found = resolve.speakers(text, quotes.find(text, FRENCH), FRENCH)
    speaking = {quote.quote: quote.speaker for quote in found}
    assert {row["quote"]: speaking.get(row["quote"]) for row in expected["quotes"]} == {
        row["quote"]: row["speaker"] for row in expected["quotes"]
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le Fonds mondial de l’eau (FME) dit", {"FME": "Fonds mondial de l’eau"}),
        ("the World Water Fund (WWF) said", {"WWF": "World Water Fund"}),
        ("le Comité de défense campesine (Codeca) dit", {"Codeca": "Comité de défense campesine"}),
        ("le maire (PS) dit", {}),
        ("Rien. (OMS)", {}),
    ],
)
def test_abbreviations(text, expected):
    assert abbreviations.find(text) == expected


def test_a_role_is_read_with_its_country_and_complements():
    tokens = tokenise("l'ancienne ministre italienne de la Culture", FRENCH)
    role = roles.read(tokens, 0, len(tokens.line))
    assert (role.head, role.country, role.former, role.complement) == ("ministr", "IT", True, {"cultur"})


def test_no_role_no_answer():
    tokens = tokenise("la colline", FRENCH)
    assert roles.read(tokens, 0, 2) is None
    assert names.called(tokens, 0, 2) is None


@given(
    st.text(alphabet="« »\"“”.,:;-—\nAabIlel’' disamrnP", max_size=200), st.sampled_from(["fr", "en", "de"])
)
def test_any_text_has_an_answer(text, code):
    known = lexicon.load(code)
    found = quotes.find(text, known)
    made = resolve.speakers(text, found, known)
    assert [quote[:18] for quote in made] == [quote[:18] for quote in found]
    assert all(quote.speaker_rule for quote in made)
    assert all(quote.speaker is None or quote.speaker for quote in made)


@pytest.mark.parametrize(
    ("text", "sources", "expected"),
    [
        (
            "L’hydrologue Ada Roy est venue. La scientifique a parlé.",
            ["La scientifique"],
            ("Ada Roy", "of that kind"),
        ),
        (
            "La juge Ada Roy a dit non. Paul Orme a dit oui. Le porte-parole a souri.",
            ["La juge Ada Roy", "Paul Orme", "Le porte-parole"],
            ("Paul Orme", "of that kind"),
        ),
        (
            "La maire de la ville, Ada Roy, est venue. L’élue a parlé.",
            ["L’élue"],
            ("Ada Roy", "office"),
        ),
    ],
)
def test_descriptions_of_a_kind(text, sources, expected):
    assert speakers(text, *sources)[-1] == expected


def test_several_are_not_the_one_named():
    text = "Security expert Ada Roy came. Security experts left."
    assert speakers(text, "Security experts", known=ENGLISH) == [("Security experts", "own words")]


def test_finding_quotations_leaves_the_tokens_of_the_text_alone():
    text = "« Non », a dit Ada Roy."
    line = tokenise(text, FRENCH).line
    quotes.find(text, FRENCH)  # gives quote marks letters of its own
    assert tokenise(text, FRENCH).line == line
