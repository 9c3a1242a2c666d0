"""Lines that are not the article. Every line below is invented or a phrase of WordPress itself."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import boilerplate, lexicon, words
from analysis.text.words import Span

BODY = "The bridge over the Lerne reopened on Monday, the mayor of Sarnay said."
MORE = "Repairs took eleven weeks and cost the town two million crowns."
LOOKALIKE = Path(__file__).parents[1] / "seed_lookalike.txt"


def gone(*lines: str, repeated: frozenset[str] = frozenset()) -> list[str]:
    return [line.line for line in boilerplate.find("\n\n".join(lines), repeated)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Spread the love", "share"),
        ("LEAVE A REPLY", "comments"),
        ("J’aime ça :", "share"),
        ("Newsletter: Jetzt abonnieren", "promo"),
        ("Soutenez-nous : ce journal n’a pas de propriétaire.", "promo"),
        ("Поддержите нас", "promo"),
        ("Social Media Auto Publish Powered By : XYZScripts.com", "plugin"),
        (
            "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
            "comments",
        ),
        ("→ Lire aussi : Le pont de Sarnay fermé pour onze semaines", "related"),
        ("Follow us on Twitter.", "promo"),
        ("Recevez chaque matin à 7 heures notre newsletter et l’essentiel de Sarnay.", "promo"),
        ("Facebook X - Twitter WhatsApp Telegram LinkedIn Copiar enlace", "share"),
        ("auf Facebook teilen", "share"),
        ("12 commentaires", "comments"),
        ("Il vous reste 63,2 % de cet article à lire.", "paywall"),
        ("Sarnay Post © 2021 Tous droits réservés", "copyright"),
        ("1.5x", "player"),
        ("Реклама", "player"),
        ("Der Bürgermeister auf der Brücke. Foto: Karla Venn", "caption"),
        ("Der Bürgermeister auf der Brücke Bild: Karla Venn/dpa/picture alliance", "caption"),
        ("Фото: Лида Барсова", "caption"),
        ("Le hall de la mairie / (C) Jean Petit", "caption"),
        ("Le maire sur le pont, le 3 mars. PAULE ARNIN / AFP", "caption"),
        ("Workers on the bridge. © Ana Reyes/PA Wire", "caption"),
        ("Obreros en el puente, el 3 de marzo. Ana Reyes (REUTERS)", "caption"),
    ],
)
def test_a_line_goes_wherever_it_stands(line: str, kind: str):
    found = boilerplate.find(f"{BODY}\n{line}\n{MORE}")
    assert [(hit.line, hit.kind) for hit in found] == [(line, kind)]


@pytest.mark.parametrize(
    "line",
    [
        "Follow the money, the inspector told the court in Sarnay last week.",
        "Soutenez-nous dans cette épreuve, a demandé le maire de Sarnay.",
        "Newsletters are read by half of the town, the mayor said.",
        "Recevez mes excuses, a écrit le ministre à la famille du pêcheur disparu.",
        "Shares in the bridge builder fell by a third.",
        "Donatello’s workshop stood beside the bridge.",
        "Facebook",  # a subheading: no other service beside it
        "More than half of the lorries now take the old road.",
        "In his newsletter the mayor wrote that the bridge would hold.",
        "The photographer said: the light was good.",
        "La une du journal était blanche, a-t-il raconté.",
        "Le ministre a démissionné. (AFP)",
        "Le ministre a démissionné lundi. (Le Courrier de Sarnay/AFP)",
        "Le ministre a démissionné lundi. (Reuters/AFP)",
        "Ein anderes Bild: Die Zahlen steigen seit dem Frühjahr wieder.",
        "Le syndicat a publié une photo : deux ouvriers y posent devant le pont.",
        "The council voted on points (a), (b) and (c) of the treaty.",
        "Subscribers to the newsletter complained that it never came.",
        "Сайт суда использует cookie, заявил эксперт.",
        "The rivals agree on one thing / The ferry must go.",
        "Comparte piso con dos estudiantes de Lerne desde el año pasado.",
    ],
)
def test_a_line_of_the_article_stays(line: str):
    assert gone(BODY, line, MORE) == []


@pytest.mark.parametrize(
    "line",
    [
        "SARNAY-SUR-MER",
        "By Anna Smith",
        "Par Jean Petit avec AFP",
        "Von Karl Haupt, Sarnay",
        "Текст: Лида Барсова",
        "Posted on March 3 by anna",
        "Source: Reuters",
        "Quelle: sarnay.de, kv/dpa",
        "Con información de EFE",
        "(avec AFP)",
        "(dpa/lsw)",
        "/ats",
        "AFP",
        "Par Jean Petit / AFP",
    ],
)
def test_bylines_datelines_and_credits_stay_even_after_the_end(line: str):
    assert gone(BODY, MORE, "Leave a Reply", line, "Top") == ["Leave a Reply", "Top"]


def test_a_byline_stays_though_the_outlet_repeats_it():
    assert gone("By Anna Smith", BODY, repeated=frozenset({"by anna smith"})) == []


def test_services_go_in_a_row():
    assert gone(BODY, MORE, "Facebook", "Twitter", "WhatsApp") == ["Facebook", "Twitter", "WhatsApp"]


def test_the_tail_goes_only_where_no_sentence_follows():
    teasers = ["Lerne ferry: what you should know", "Five walks around Sarnay"]
    assert gone(BODY, "Les plus lus", *teasers) == ["Les plus lus", *teasers]
    assert gone(BODY, "Les plus lus", *teasers, MORE) == ["Les plus lus"]


def test_the_head_loses_single_words_and_no_headline():
    headline = "Sarnay bridge reopens"
    assert gone("World", headline, "Anna Smith", "Share", BODY) == ["World", "Share"]
    assert gone("World", headline, BODY, "Share") == ["Share"]


@pytest.mark.parametrize(
    "last",
    ["桥梁于周一重新开放。", "市长说：“桥梁很安全。”", "पुल सोमवार को खुल गया।", "« Nous verrons bien »"],
)
def test_sentences_of_other_scripts_hold_the_tail(last: str):
    assert gone(BODY, "Leave a Reply", last) == ["Leave a Reply"]


def test_a_text_without_a_sentence_is_not_trimmed():
    assert gone("Sarnay 3", "Share", "Lerne 1") == ["Share"]


def test_a_last_sentence_with_a_name_and_an_agency_is_no_caption():
    last = "Le maire a promis vendredi que le pont tiendrait cent ans. Jean Petit (AFP)"
    assert gone(BODY, last) == []
    assert gone(BODY, last, MORE) == [last]


def test_each_line_says_what_found_it():
    found = boilerplate.find(
        f"World\nShare\n{BODY}\nThe Sarnay Post\nLeave a Reply\nTop", {"the sarnay post"}
    )
    assert [(line.kind, line.rule) for line in found] == [
        ("head", "before: Share"),
        ("share", "exact: Share"),
        ("repeated", "repeated by the outlet"),
        ("comments", "exact: Leave A Reply"),
        ("tail", "after: Leave a Reply"),
    ]


def test_of_the_seeds_lookalike_exactly_the_junk_goes():
    text = LOOKALIKE.read_text(encoding="utf-8")
    junk = tomllib.loads(LOOKALIKE.with_suffix(".toml").read_text(encoding="utf-8"))["junk"]
    found = boilerplate.find(text)
    assert [line.line for line in found] == junk
    body = [line for line in re.split(r"\s*\n\s*", text.strip()) if line not in junk]
    assert boilerplate.remove(text, found).split("\n\n") == body


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\nb", "a\nb"),
        ("a\n\nb", "a\n\nb"),
        ("a\n \n\n\u00a0\n b ", "a\n\nb"),
        ("a\nShare\nb", "a\nb"),
        ("a\n\nShare\n\nb", "a\n\nb"),
        ("Share\n\na", "a"),
        ("Share\n\n", ""),
        ("", ""),
    ],
)
def test_what_is_left_keeps_at_most_one_blank_line(raw: str, cleaned: str):
    assert boilerplate.remove(raw, boilerplate.find(raw)) == cleaned


LINES = st.sampled_from(
    [BODY, MORE, "Share", "Leave a Reply", "World", "", " ", "\u00a0", "Le maire", "par AFP", "é́"]
)
TEXTS = st.lists(LINES | st.text(max_size=12), max_size=12).map("\n".join)


@given(TEXTS)
def test_lines_are_slices_in_order(raw: str):
    found = boilerplate.find(raw)
    assert all(raw[line.start : line.end] == line.line == line.line.strip() != "" for line in found)
    assert found == sorted(found)


@given(TEXTS, st.data())
def test_a_cleaned_span_maps_back_to_the_same_raw_text(raw: str, data: st.DataObject):
    found = boilerplate.find(raw)
    pieces, cleaned = boilerplate.kept(raw, found), boilerplate.remove(raw, found)
    if not cleaned:
        return
    start = data.draw(st.integers(0, len(cleaned) - 1))
    end = data.draw(st.integers(start + 1, len(cleaned)))
    first, last = boilerplate.to_raw((start, end), pieces)
    # between two raw ends lies what stayed, in order, and what went
    stayed = "".join(
        raw[max(piece.start, first) : min(piece.end, last)] for piece in pieces if piece.start < last
    )
    assert stayed == cleaned[start:end]
    assert (raw[first], raw[last - 1]) == (cleaned[start], cleaned[end - 1])


@given(TEXTS)
def test_only_lines_and_blanks_are_lost(raw: str):
    found = boilerplate.find(raw)
    cleaned = boilerplate.remove(raw, found)
    starts = {line.start for line in found}
    stayed = [raw[start:end] for start, end in words.written_lines(raw) if start not in starts]
    assert [line for line in cleaned.split("\n") if line] == stayed
    assert "\n\n\n" not in cleaned
    assert cleaned == cleaned.strip()
    assert boilerplate.remove(cleaned, []) == cleaned


@pytest.mark.parametrize("span", [(0, 0), (3, 2), (-1, 2), (0, 6)])
def test_a_span_outside_the_cleaned_text_is_refused(span: tuple[int, int]):
    with pytest.raises(ValueError, match="5 code points"):
        boilerplate.to_raw(span, [Span(2, 7)])


def test_every_phrase_is_found_as_itself():
    kinds = lexicon.shared("boilerplate")
    assert all(set(section) <= {"exact", "opens", "label", "beside", "pattern"} for section in kinds.values())
    for kind, section in kinds.items():
        for phrase in section.get("exact", []) + section.get("opens", []) + section.get("label", []):
            assert [line.line for line in boilerplate.find(f"{BODY}\n{phrase}\n{MORE}")] == [phrase], (
                kind,
                phrase,
            )
