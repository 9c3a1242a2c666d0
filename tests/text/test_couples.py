"""Couples and lists: who speaks together, each resolved; what only looks like several."""

import json

import pytest

from analysis.text import lexicon, quotes, resolve


def spoken(text: str, language: str) -> list[tuple[str | None, str | None, list[str]]]:
    """Source, speaker and all speakers of each quotation."""
    known = lexicon.load(language)
    found = resolve.speakers(text, quotes.find(text, known), known)
    return [(one.source, one.speaker, json.loads(one.speakers or "[]")) for one in found]


COUPLES = [
    ("fr", "Mara Linde et Jonas Ferl ont dit que le bac est plein."),
    ("fr", "« Le bac est plein », ont dit Mara Linde et Jonas Ferl."),
    ("en", "Mara Linde and Jonas Ferl said that the ferry is full."),
    ("en", "“The ferry is full,” said Mara Linde and Jonas Ferl."),
    ("de", "Mara Linde und Jonas Ferl sagten, dass die Fähre voll ist."),
    ("de", "„Die Fähre ist voll“, sagten Mara Linde und Jonas Ferl."),
    ("es", "Mara Linde y Jonas Ferl dijeron que el barco va lleno."),
    ("es", "«El barco va lleno», dijeron Mara Linde y Jonas Ferl."),
    ("it", "Mara Linde e Jonas Ferl hanno detto che il traghetto è pieno."),
    ("it", "«Il traghetto è pieno», hanno detto Mara Linde e Jonas Ferl."),
    ("pt", "Mara Linde e Jonas Ferl disseram que o barco está cheio."),
    ("pt", "“O barco está cheio”, disseram Mara Linde e Jonas Ferl."),
    ("ru", "Мара Линде и Йонас Ферль сказали, что паром полон."),
    ("ru", "«Паром полон», — сказали Мара Линде и Йонас Ферль."),
]


@pytest.mark.parametrize(("language", "text"), COUPLES)
def test_a_couple_is_one_row_and_two_speakers(language: str, text: str) -> None:
    both = ["Мара Линде", "Йонас Ферль"] if language == "ru" else ["Mara Linde", "Jonas Ferl"]
    [(source, speaker, speakers)] = spoken(text, language)
    assert source is not None
    assert source.split()[:2] + source.split()[3:] == " ".join(both).split()
    assert (speaker, speakers) == (both[0], both)


LISTS = [
    ("fr", "Mara Linde, Ada Roy et Jonas Ferl ont dit que le bac est plein."),
    ("en", "Mara Linde, Ada Roy and Jonas Ferl said that the ferry is full."),
    ("en", "Mara Linde, Ada Roy, and Jonas Ferl said that the ferry is full."),
    ("de", "Mara Linde, Ada Roy und Jonas Ferl sagten, dass die Fähre voll ist."),
    ("es", "Mara Linde, Ada Roy y Jonas Ferl dijeron que el barco va lleno."),
    ("it", "Mara Linde, Ada Roy e Jonas Ferl hanno detto che il traghetto è pieno."),
    ("pt", "Mara Linde, Ada Roy e Jonas Ferl disseram que o barco está cheio."),
]


@pytest.mark.parametrize(("language", "text"), LISTS)
def test_a_list_is_one_row_and_all_its_speakers(language: str, text: str) -> None:
    [(_, speaker, speakers)] = spoken(text, language)
    assert (speaker, speakers) == ("Mara Linde", ["Mara Linde", "Ada Roy", "Jonas Ferl"])


OTHERS = [
    ("fr", "MM. Roy et Ferl ont dit que le bac est plein.", ["Roy", "Ferl"]),
    ("fr", "Selon MM. Roy et Ferl, le bac est plein.", ["Roy", "Ferl"]),
    ("fr", "Le maire et la capitaine ont dit que le bac est plein.", ["maire", "capitaine"]),
    ("en", "The mayor and the captain said that the ferry is full.", ["mayor", "captain"]),
    ("en", "Mara Linde and the mayor said that the ferry is full.", ["Mara Linde", "mayor"]),
    ("en", "Ada Roy sailed. Mr. Roy and Mr. Ferl said that the ferry is full.", ["Ada Roy", "Ferl"]),
    ("en", "Ada Roy and Jonas Ferl left. “The ferry is full,” they said.", ["Ada Roy", "Jonas Ferl"]),
    ("en", "Ada Roy and Jonas Ferl left. It rained. It froze. “It is full,” they said.", []),
    ("en", "Ada Roy and Jonas Ferl left. “It is full,” we said.", []),
    ("fr", "Ada Roy et Luc Ferl sortent. « Le bac est plein », ont-ils dit.", ["Ada Roy", "Luc Ferl"]),
]


@pytest.mark.parametrize(("language", "text", "speakers"), OTHERS)
def test_titles_offices_and_pronouns_of_several(language: str, text: str, speakers: list[str]) -> None:
    assert [each for _, _, each in spoken(text, language)] == [speakers]


ALONE = [
    ("en", "Linde and Ferl said that the ferry is full."),  # a firm, for all we know
    ("en", "The Ministry of Health and Welfare said that the ferry is full."),
    ("en", "The head of research and development said that the ferry is full."),
    ("en", "Mara Linde of Roy and Partners said that the ferry is full."),
    ("en", "Mara Linde, a mother and teacher, said that the ferry is full."),
    ("en", "Mara Linde, the mayor and the captain of the ferry, said that it is full."),
    ("en", "Jonas Ferl slept and Mara Linde said that the ferry is full."),
    ("en", "A study by Mara Linde and Jonas Ferl says that the ferry is full."),
    ("en", "Mara Linde, a reporter at Port News and Radio Lor, said that the ferry is full."),
    ("fr", "La maire de Lor et porte-parole du port Mara Linde a dit que le bac est plein."),
    ("de", "Laut einer Erklärung der Polizei und der Feuerwehr ist die Fähre voll."),
    ("fr", "Mara Linde, maire de Lor et présidente du port, a dit que le bac est plein."),
    ("es", "José Ortega y Gasset dijo que el barco va lleno."),
    ("pt", "Mara Linde e Silva disse que o barco está cheio."),
    ("de", "Sie sahen Jonas Ferl, und Mara Linde sagte, dass die Fähre voll ist."),
]


@pytest.mark.parametrize(("language", "text"), ALONE)
def test_one_who_speaks_alone_stays_one(language: str, text: str) -> None:
    [(_, speaker, speakers)] = spoken(text, language)
    assert speakers == [speaker]
