"""Nexis and Nexis Uni: look-alikes that we wrote, in the shapes their exports have."""

from pathlib import Path

import pytest

from tests.formats.reading import cells, read

COVER = """\
Download Request: Selected Items: 1-3
Time Of Request: Friday, May 3, 2019  16:51:31

Terms: (rain and not (TYPE(web)))
"""
WRAPPED = """\
It rained in Vesthal from Monday to Friday, and the river left its bed in the
lower town, where forty families had to be brought to the school. The mayor
said that "the dam will hold".

On Saturday the rain stopped."""
TEXT = f"""{COVER}


                               1 of 3 DOCUMENTS


                                 The Vesthal Echo

                            May 3, 2019 Friday
                             Late Edition - Final

Rain over Vesthal:
a week of it

BYLINE: By Ann Lee and Bob Ray

SECTION: NEWS; Pg. B12

LENGTH: 1,244 words

DATELINE: VESTHAL

{WRAPPED}

LOAD-DATE: May 4, 2019

LANGUAGE: ENGLISH

GRAPHIC: The dam.

                       Copyright 2019 Vesthal Press

                               2 of 3 DOCUMENTS

                       Copyright 2019 Vesthal Press
                           All Rights Reserved
                                 The Vesthal Echo

                            May 4, 2019 Saturday
                             Correction Appended

SECTION: NEWS; Pg. 1

LENGTH: 0 words

GRAPHIC: A map of the lower town.

LANGUAGE: ENGLISH

                               8 of 383 DOCUMENTS

                                 The Vesthal Echo

                            May 5, 2019 Sunday

LENGTH: 3 words

The sun shines.

CORRECTION: It did not shine.
"""


def test_text_keeps_every_article_and_its_fields(tmp_path: Path) -> None:
    table = read(tmp_path, "a.txt", b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert cells(table, "origin", "title", "outlet", "published", "author") == [
        (
            "a.txt#1",
            "Rain over Vesthal: a week of it",
            "The Vesthal Echo",
            "2019-05-03",
            "Ann Lee and Bob Ray",
        ),
        ("a.txt#2", None, "The Vesthal Echo", "2019-05-04", None),
        ("a.txt#3", None, "The Vesthal Echo", "2019-05-05", None),
    ]
    assert cells(table, "section", "page", "edition", "words_given", "interface_lang")[0] == (
        "NEWS; Pg. B12",
        "B12",
        "Late Edition - Final",
        1244,
        "en",
    )
    first, graphic, last = table["text"].astype(object).where(table["text"].notna(), None)
    assert (
        first == " ".join(WRAPPED.split("\n\n", maxsplit=1)[0].split()) + "\n\nOn Saturday the rain stopped."
    )
    assert (graphic, last) == (None, "The sun shines.")
    assert table["problem"].fillna("").tolist() == ["", "no text: the article has labels and no body", ""]
    assert table["published_rule"].tolist()[0] == "nexis:date line"


@pytest.mark.parametrize(
    ("mark", "day", "length", "language", "ends"),
    [
        (
            "Dokument {} von 2",
            "3. Mai 2019 Freitag 4:20 PM GMT+1",
            "LÄNGE: 12 Wörter",
            "de",
            "SPRACHE: GERMAN",
        ),
        ("Document {} de 2", "3 mai 2019 vendredi", "LONGUEUR: 12 mots", "fr", "LANGUE: FRENCH"),
        ("Document {} van 2", "3 mei 2019 vrijdag", "LENGTE: 12 woorden", "nl", "TAAL: NEDERLANDS"),
        ("{} de 2 DOCUMENTOS", "3 de mayo de 2019 viernes", "LONGITUD: 12 palabras", "es", "FECHA-CARGA: 4"),
    ],
)
def test_every_language_of_the_interface(
    tmp_path: Path, mark: str, day: str, length: str, language: str, ends: str
) -> None:
    piece = (
        f"\n{{mark}}\n\nEcho\n\n{day}\n\nRegen {{number}}\n\n{length}\n\nEs regnet {{number}}.\n\n{ends}\n"
    )
    text = "".join(piece.format(mark=mark.format(number), number=number) for number in (1, 2))
    table = read(tmp_path, "a.txt", text)
    assert cells(table, "title", "text", "words_given", "interface_lang") == [
        ("Regen 1", "Es regnet 1.", 12, language),
        ("Regen 2", "Es regnet 2.", 12, language),
    ]
    assert {str(date)[:10] for date in table["published"]} == {"2019-05-03"}


PAGE = """<HTML><HEAD><TITLE>&nbsp;</TITLE></HEAD><BODY>
<!-- Hide XML section from browser
<DOC NUMBER=1>
<DOCFULL> -->
<BR><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">2001 of 2146 DOCUMENTS</SPAN></P></DIV>
<DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c2">The Echo</SPAN></P></DIV>
<DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c4">May</SPAN><SPAN CLASS="c2"> 3, 1991, Friday</SPAN></P></DIV>
<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c7">Rain;<BR>and more</SPAN></P></DIV>
<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">LENGTH: </SPAN><SPAN CLASS="c2">4 words</SPAN></P></DIV>
<DIV CLASS="c5"><P CLASS="c9"><SPAN CLASS="c2">It
rains.</SPAN></P><P CLASS="c9"><SPAN CLASS="c2">Still.</SPAN></P></DIV>
<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">LANGUAGE: </SPAN><SPAN CLASS="c2">ENGLISH</SPAN></P></DIV>
<!-- </DOCFULL> </DOC> -->
<!-- Hide XML section from browser
<DOC NUMBER=2>
<DOCFULL> -->
<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c2">We are sorry, there is an error in this document.</SPAN></P></DIV>
</BODY></HTML>"""


def test_a_page_and_its_error_document(tmp_path: Path) -> None:
    table = read(tmp_path, "a.html", PAGE)
    assert cells(table, "title", "published", "text") == [
        ("Rain; and more", "1991-05-03", "It rains.\n\nStill."),
        (None, None, None),
    ]
    assert table["problem"][1].startswith("no article: the archive's own message, 'We are sorry")


def uni(title: str, day: str = "May 3, 2019 Friday 9:20 AM GMT", body: str = "Body\n\nIt rains.\n") -> str:
    return f"""{title}
The Echo(London)
{day}


Copyright 2019 Vesthal Press All Rights Reserved

Section:\u00a0NEWS; Version:2
Length:\u00a02 words
Byline:\u00a0Ann Lee
{body}
Load-Date:\u00a0May 4, 2019


End of Document
"""


LIST = """Date and Time: Friday, 3. May 2019 09:31:00 CEST
Documents (2)
1. Rain
Client/Matter: -None-
Search Terms: rain

"""


def test_nexis_uni_knows_its_list_of_headlines_from_its_first_article(tmp_path: Path) -> None:
    parts = [
        uni("Rain"),
        uni("Covid-19, part 1", "May 4, 2019 Saturday\nCorrection Appended"),
        uni("Sun", body=""),
    ]
    table = read(tmp_path, "a.txt", LIST + "".join(parts))
    assert cells(table, "title", "outlet", "published", "author", "text", "words_given") == [
        ("Rain", "The Echo(London)", "2019-05-03T09:20", "Ann Lee", "It rains.", 2),
        ("Covid-19, part 1", "The Echo(London)", "2019-05-04", "Ann Lee", "It rains.", 2),
        ("Sun", "The Echo(London)", "2019-05-03T09:20", "Ann Lee", None, 2),
    ]
    assert table["problem"].fillna("").tolist() == ["", "", "no text: the line 'Body' is missing"]


def test_nexis_uni_keeps_a_last_article_that_was_cut_off(tmp_path: Path) -> None:
    table = read(tmp_path, "a.txt", uni("Rain") + uni("Sun").replace("End of Document", ""))
    assert table["title"].tolist() == ["Rain", "Sun"]
    assert table["problem"][1].startswith('cut off: a line "End of Document" is missing')
