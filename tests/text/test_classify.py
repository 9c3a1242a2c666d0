"""What kind of source, how openly, of which country: by the article's own words only."""

import pytest

from analysis.text import classify, countries, lexicon, mentions
from analysis.text.grammar import inflection
from analysis.text.grammar.tokens import tokenise
from analysis.text.quotes import Quote
from analysis.text.resolve.names import bare

FRENCH, ENGLISH = lexicon.load("fr"), lexicon.load("en")


def kind(text, source, speaker=None, *, known=FRENCH, rule="own words"):
    """The classification of one mention in a text."""
    start = text.index(source)
    tokens = tokenise(source, known)
    quote = Quote(
        0, 0, "", "indirect", 1, 1, source=source, source_start=start, source_end=start + len(source)
    )
    form = mentions.form(tokens, 0, len(tokens.line))
    quote = quote._replace(source_form=form, speaker=speaker or bare(source, known), speaker_rule=rule)
    return classify.sources(text, [quote], known)[0]


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("le ministre de la Santé", "executive_government"),
        ("un porte-parole de la police", "security_forces"),
        ("un proche du ministre", "executive_government"),
        ("une source judiciaire", "judiciary_legal"),
        ("la présidente du syndicat des dockers", "civil_society"),
        ("l'ancien président", "politician_party"),
        ("le député de l'opposition", "opposition_challenger"),
        ("des manifestants", "protester_activist"),
        ("la chercheuse", "expert_academic"),
        ("une habitante", "citizen_witness"),
        ("les pompiers", "public_services"),
        ("le PDG du groupe", "business"),
        ("un rapport", "document_data"),
        ("l'OTAN", "intergovernmental"),
        ("quelqu'un", "unspecified"),
        ("le président d'un cercle", "unspecified"),  # head of a body that no cue tells
    ],
)
def test_the_words_of_the_mention_tell_the_type(mention, expected):
    assert kind(f"Selon {mention}, tout va bien.", mention).source_type == expected


@pytest.mark.parametrize(
    ("mention", "expected", "cue"),
    [
        ("the Foreign Ministry spokesman", "executive_government", "Ministry"),
        ("a police union official", "civil_society", "union"),
        ("the head of the teachers' union", "civil_society", "union"),
        ("a lawyer for the president", "judiciary_legal", "lawyer"),
        ("a former minister", "politician_party", "former minister"),
        ("a campaign manager", "politician_party", "campaign manager"),
    ],
)
def test_english_heads_stand_at_the_end(mention, expected, cue):
    made = kind(f"Said {mention} on Monday.", mention, known=ENGLISH)
    assert (made.source_type, made.type_cue) == (expected, cue)


def test_a_name_alone_tells_nothing_of_the_world():
    made = kind("Selon Emmanuel Macron, tout va bien.", "Emmanuel Macron", rule="name")
    assert (made.source_type, made.type_cue, made.country) == ("unspecified", None, None)


def test_the_first_mention_and_the_apposition_tell_the_type():
    text = "La ministre italienne Ada Roy arrive. Paul Orme, avocat, attend. Roy et Orme ont parlé."
    start = text.rindex("Roy")
    spoke = Quote(0, 0, "", "indirect", 1, 1, source="Roy", source_start=start, source_end=start + 3)
    spoke = spoke._replace(source_form="name", speaker="Ada Roy", speaker_rule="fuller name")
    ada = classify.sources(text, [spoke], FRENCH)[0]
    assert (ada.source_type, ada.type_cue, ada.country) == ("executive_government", "ministre", "IT")
    paul = kind(text, "Paul Orme", rule="name")
    assert (paul.source_type, paul.type_cue) == ("judiciary_legal", "avocat")


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ("La préfète, Ada Roy, arrive.", "executive_government"),
        ("Ada Roy, qui préside le syndicat du port, arrive.", "civil_society"),
        ("Ada Roy, de l'association Lor, arrive.", "civil_society"),
        ("Ada Roy, qui craint le syndicat, arrive.", "unspecified"),  # fears, and does not lead it
        ("Vu par la préfète, Ada Roy arrive.", "unspecified"),  # no apposition: it has its preposition
        ("Ada Roy, au palais depuis lundi, arrive.", "unspecified"),
    ],
)
def test_what_stands_around_the_name(described, expected):
    assert kind(described, "Ada Roy", rule="name").source_type == expected


def test_whoever_heads_a_site_is_no_document():
    assert (
        kind("Selon le directeur du site, tout va bien.", "le directeur du site").source_type == "unspecified"
    )


@pytest.mark.parametrize(
    ("mention", "expected"), [("Oksana", "anonymous_explicit"), ("Ada Roy", "named_person")]
)
def test_only_a_first_name_may_hide_somebody(mention, expected):
    text = f"Oui, dit {mention}, près d’un homme qui veut rester anonyme."
    assert kind(text, mention, rule="name").named_status == expected


@pytest.mark.parametrize(
    ("mention", "status", "anonymity"),
    [
        ("Ada Roy", "named_person", 5),
        ("l'ONU", "named_institution", 5),
        ("le ministère des Affaires étrangères", "named_institution", 5),
        ("les autorités italiennes", "collective_unnamed", 3),
        ("les policiers", "collective_unnamed", 2),
        ("certains", "collective_unnamed", 1),
        ("une source", "anonymous_explicit", 1),
        ("une source policière", "anonymous_explicit", 2),
        ("un haut responsable du ministère", "role_only", 3),
    ],
)
def test_openness(mention, status, anonymity):
    rule = "name" if status.startswith("named") else "own words"
    made = kind(f"Selon {mention}, tout va bien.", mention, rule=rule)
    assert (made.named_status, made.anonymity) == (status, anonymity)


def test_anonymity_that_the_text_speaks_of():
    made = kind("« Non », dit un diplomate sous couvert d’anonymat.", "un diplomate")
    assert (made.named_status, made.anonymity) == ("anonymous_explicit", 4)


def test_nobody_speaks():
    text = "Il a été annoncé que la route rouvrira."
    quote = Quote(16, 38, text[16:38], "indirect", 1, 4, cue="a été annoncé", cue_start=3, cue_end=16)
    made = classify.sources(text, [quote], FRENCH)[0]
    assert (made.named_status, made.anonymity, made.source_type) == ("impersonal", 0, "unspecified")


@pytest.mark.parametrize(
    ("mention", "country"),
    [
        ("le dirigeant kazakh", "KZ"),
        ("la présidente de la Géorgie", "GE"),
        ("le Kremlin", "RU"),
        ("une étudiante en littérature française", None),
        ("le dirigeant karsovien", None),
    ],
)
def test_countries_by_the_mention(mention, country):
    assert kind(f"Selon {mention}, tout va bien.", mention).country == country


@pytest.mark.parametrize(
    ("code", "words", "expected"),
    [
        ("fr", "les autorités kazakhes", "KZ"),
        ("en", "U.S. officials", "US"),
        ("es", "el canciller ruso", "RU"),
        ("de", "die kasachische Regierung", "KZ"),
        ("it", "il ministro francese", "FR"),
        ("pt", "o presidente norte-americano", "US"),
        ("ru", "казахстанского лидера", "KZ"),
    ],
)
def test_countries_in_seven_languages(code, words, expected):
    known = lexicon.load(code)
    printed = inflection.printed(tokenise(words, known))
    assert [hit.value for hit in countries.find(printed, known)] == [expected]


def test_capitals_ask_for_capitals():
    phrases = inflection.index([("WHO", "body"), ("Me", "lawyer"), ("police", "force")], ENGLISH)
    assert inflection.find(["who", "me", "Police"], phrases, ENGLISH) == [inflection.Hit(2, 3, "force")]
    assert [hit.value for hit in inflection.find(["WHO", "Me"], phrases, ENGLISH)] == ["body", "lawyer"]


def test_every_type_has_its_data_and_every_country_names_in_seven_languages():
    types = lexicon.shared("source_types")
    assert len(types) == 16
    assert all(set(table) == {"group", "cues"} for table in types.values())
    languages = set(lexicon.available())
    assert all(set(table["cues"]) == languages for table in types.values())
    assert all(set(table["names"]) == languages for table in lexicon.shared("countries").values())


def test_a_word_inside_another_tells_nothing():
    made = kind("Le maire Luc Lemaire a parlé.", "Le maire Luc Lemaire", "Luc Lemaire", rule="name")
    assert (made.named_status, made.source_type) == ("named_person", "executive_government")
    assert kind("« Oui », dit le maire, en offrant son aide.", "le maire").named_status == "role_only"
    assert kind("« Oui », dit le maire, en off.", "le maire").named_status == "anonymous_explicit"


def test_a_phrase_with_a_capital_is_found_in_a_text():
    german = lexicon.load("de")
    made = kind("„Ja“, sagt die Bewohnerin (Name geändert).", "die Bewohnerin", known=german)
    assert (made.named_status, made.anonymity) == ("anonymous_explicit", 4)


def test_an_article_before_an_office_makes_no_institution_of_its_holder():
    german = lexicon.load("de")
    spoke = "Der Sprecher der Polizei Luc Roy"
    made = kind(f"{spoke} hat gesprochen.", spoke, "Luc Roy", known=german, rule="name")
    assert made.named_status == "named_person"
    made = kind("La Casa Mayor a parlé.", "La Casa Mayor", "Casa Mayor", rule="name")
    assert made.named_status == "named_institution"
    made = kind("La  Casa d’Orme a parlé.", "La  Casa d’Orme", "Casa d’Orme", rule="name")  # two spaces
    assert made.named_status == "named_institution"
    made = kind("A Roya Maior falou.", "A Roya Maior", "Roya Maior", known=lexicon.load("pt"), rule="name")
    assert made.named_status == "named_person"  # an article stands before people there


@pytest.mark.parametrize(("between", "expected"), [(135, "anonymous_explicit"), (136, "role_only")])
def test_anonymity_is_told_within_160_code_points(between, expected):
    # 160 = "sous couvert d’anonymat" (23), the filler, and two spaces
    text = f"« Non », dit un diplomate {'x' * between} sous couvert d’anonymat."
    assert kind(text, "un diplomate").named_status == expected


def test_anonymity_in_the_next_line_is_told_of_somebody_else():
    assert (
        kind("« Non », dit un diplomate.\nIl veut rester anonyme.", "un diplomate").named_status
        == "role_only"
    )


@pytest.mark.parametrize(("apart", "expected"), [(6, "impersonal"), (7, None)])
def test_nobody_speaks_within_twelve_code_points_of_the_cue(apart, expected):
    before = "On dit" + " " * apart  # of which 12 code points are looked at
    quote = Quote(0, 0, "", "indirect", 1, 1, cue="annoncé", cue_start=len(before), cue_end=len(before) + 7)
    assert classify.sources(f"{before}annoncé", [quote], FRENCH)[0].named_status == expected


@pytest.mark.parametrize(("before", "expected"), [(2, "judiciary_legal"), (3, "unspecified")])
def test_a_name_is_described_at_its_first_three_places(before, expected):
    text = "On voit Ada Roy. " * before + "Ada Roy, avocate, attend. Selon Ada Roy, non."
    start = text.rindex("Ada Roy")
    quote = Quote(0, 0, "", "indirect", 1, 1, source="Ada Roy", source_start=start, source_end=start + 7)
    quote = quote._replace(source_form="name", speaker="Ada Roy", speaker_rule="name")
    assert classify.sources(text, [quote], FRENCH)[0].source_type == expected


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ("Ada Roy, avocate de Lor, arrive.", "judiciary_legal"),
        ("Ada Roy, avocate, est là.", "judiciary_legal"),
        ("Ada Roy, une avocate est là.", "unspecified"),  # a verb among the first three words: a clause
        ("Ada Roy, une jeune avocate est là.", "judiciary_legal"),
        ("L’avocate et Ada Roy arrivent.", "unspecified"),
        ("Avocate, Ada Roy arrive.", "unspecified"),  # without article no apposition
        ("L’avocate de la ville, Ada Roy, arrive.", "judiciary_legal"),
        ("Ici une avocate de la ville Ada Roy arrive.", "judiciary_legal"),
    ],
)
def test_where_an_apposition_begins_and_ends(described, expected):
    assert kind(described, "Ada Roy", rule="name").source_type == expected


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("le Kremlin", ("executive_government", "RU")),
        ("la Russie", ("executive_government", "RU")),
        ("Moscou", ("executive_government", "RU")),  # a capital alone is its government
        ("une amie à Moscou", ("unspecified", None)),
        ("le chef d’entreprise de Lor", ("business", None)),
        ("une amie de la Russie", ("unspecified", "RU")),
        ("le poète de la Russie", ("celebrity_culture_sport", "RU")),
        ("un géologue russe", ("expert_academic", "RU")),
        ("une géologue en roches russes", ("expert_academic", None)),
        ("un ministre en visite russe", ("executive_government", "RU")),
        ("le président de Lor", ("unspecified", None)),
        ("le président de la Russie", ("executive_government", "RU")),
        ("le président", ("executive_government", None)),
        ("le président du syndicat", ("civil_society", None)),
        ("l’ancien ministre", ("politician_party", None)),
        ("l’ancien juge", ("judiciary_legal", None)),
        ("l’ancien ministre de l’opposition", ("opposition_challenger", None)),
    ],
)
def test_type_and_country_of_a_head_and_its_complements(mention, expected):
    made = kind(f"Selon {mention}, tout va bien.", mention)
    assert (made.source_type, made.country) == expected


@pytest.mark.parametrize(
    ("mention", "speaker", "rule", "expected"),
    [
        ("un rapport", None, "own words", "collective_unnamed"),
        ("le rapport Roy", None, "own words", "named_institution"),
        ("les juges de Lor", None, "own words", "collective_unnamed"),
        ("le juge", "Ada Roy", "office", "named_person"),
        ("le juge", "juge Roy", "mentioned before", "role_only"),
        ("l’OTAN", "Organisation du traité (OTAN)", "abbreviation", "named_institution"),
        ("la SEL", "SEL", "name", "named_institution"),
        ("le ministère Roy", "Ministère Roy", "name", "named_institution"),
    ],
)
def test_who_is_named(mention, speaker, rule, expected):
    made = kind(f"Selon {mention}, tout va bien.", mention, speaker, rule=rule)
    assert made.named_status == expected


def test_a_word_for_documents_makes_one_where_nothing_tells_more():
    made = kind("Selon le site, tout va bien.", "le site")
    assert (made.source_type, made.type_cue) == ("document_data", "le site")


@pytest.mark.parametrize(
    ("code", "spoke", "hidden"),
    [
        ("en", "Ursula von der Aue", "after an aide spoke on condition of anonymity"),
        ("en", "Ronald McOrme", "after an aide spoke on condition of anonymity"),
        ("en", "Ian O'Lor", "after an aide spoke on condition of anonymity"),
        ("fr", "Charles de Lor", "près d’un homme qui veut rester anonyme"),
        ("fr", "Marie-Louise d’Arnel", "près d’un homme qui veut rester anonyme"),
        ("de", "Ada von der Aue", "nach einem Mann, der anonym bleiben möchte"),
        ("es", "Ada de la Roya", "junto a un hombre que pidió el anonimato"),
        ("it", "Ada dell'Orme", "con un uomo che ha chiesto di restare anonimo"),
        ("pt", "Ada da Roya", "com um homem que pediu anonimato"),
        ("ru", "Ада фон Рой", "рядом говорит человек на условиях анонимности"),
    ],
)
def test_a_neighbour_hides_nobody_with_a_full_name(code, spoke, hidden):
    text, known = f"{spoke}, {hidden}.", lexicon.load(code)
    assert kind(text, spoke, spoke, known=known, rule="name").named_status == "named_person"
    first = spoke.split()[0]
    text = f"{first}, {hidden}."
    assert kind(text, first, first, known=known, rule="name").named_status == "anonymous_explicit"
