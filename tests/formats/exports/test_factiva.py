"""Factiva: look-alikes that we wrote, of its pages, its XML and its texts."""

from pathlib import Path

import pytest

from tests.formats.reading import cells, read

ROW = '<tr><td align="right" class="index"><b>{}</b>&nbsp;</td><td>{}</td></tr>'


def tagged(number: int, language: str = "fr") -> str:
    """An article whose div lies in another of the same kind, as those of some interfaces do."""
    paragraph = f'<p class="articleParagraph {language}articleParagraph">{{}}</p>'
    lead = f"<tr><td class='index'><p><b>LP</b>&nbsp;</p></td><td>{paragraph.format('Il <b>pleut</b>.')}</td></tr>"
    rows = [
        ROW.format("SE", "Ville"),
        ROW.format("HD", f"<b class='{language}Headline'>{number}) Pluie {number}</b>"),
        ROW.format("BY", "Par Ann Lee"),
        ROW.format("WC", "1 295 mots"),
        ROW.format("PD", "29 décembre 2011"),
        ROW.format("ET", "15:32"),
        ROW.format("SN", "L'Écho"),
        ROW.format("PG", "A6"),
        lead,
        ROW.format("TD", paragraph.format("Encore.")),
        ROW.format("RF", "FRANCE"),
        ROW.format("AN", f"Document ECHO00002011122{number}e7ct0001r"),
    ]
    inner = f'<div class="article {language}Article"><table>{"".join(rows)}</table></div>'
    return f'<div class="article">{inner}</div>'


def page(*articles: str) -> str:
    style = "<style>.a{color:#000}</style>" * 3000
    return f"<html><head><title>Factiva</title>{style}</head><body>{''.join(articles)}</body></html>"


def test_a_page_with_field_tags(tmp_path: Path) -> None:
    table = read(tmp_path, "a.html", page(tagged(1), tagged(2)))
    assert cells(table, "title", "author", "published", "text", "accession") == [
        ("Pluie 1", "Ann Lee", "2011-12-29T15:32", "Il pleut.\n\nEncore.", "ECHO000020111221e7ct0001r"),
        ("Pluie 2", "Ann Lee", "2011-12-29T15:32", "Il pleut.\n\nEncore.", "ECHO000020111222e7ct0001r"),
    ]
    assert cells(table, "outlet", "section", "page", "words_given", "interface_lang")[0] == (
        "L'Écho",
        "Ville",
        "A6",
        1295,
        "fr",
    )
    assert table["published_rule"].tolist() == ["factiva:PD"] * 2


RUN = """<div class="article {lang}Article"><p></p><div id="hd"><span class="{lang}Headline">{title}</span></div>
<div>{by}</div><div>{words}</div><div>{day}</div><div>{hour}</div><div>{outlet}</div><div>ECHO</div><div>A6</div>
<div>{language}</div><div>(c) 2018 Echo</div>
<p class="articleParagraph {lang}articleParagraph">{text}</p><p>{document} ECHO000020181007ea5700a1e</p></div>"""


@pytest.mark.parametrize(
    ("lang", "by", "words", "day", "hour", "document", "published"),
    [
        ("de", "Von Ann Lee", "664 Wörter", "7 Oktober 2018", "17:04", "Dokument", "2018-10-07T17:04"),
        ("zh", "Ann Lee", "541 字", "2018 年 10 月 7 日", "17:04", "文件", "2018-10-07T17:04"),
        ("es", "Por Ann Lee", "664 palabras", "7 octubre 2018", "", "Documento", "2018-10-07"),
    ],
)
def test_a_page_without_field_tags(
    tmp_path: Path, lang: str, by: str, words: str, day: str, hour: str, document: str, published: str
) -> None:
    filled = RUN.format(
        lang=lang, title="Regen", by=by, words=words, day=day, hour=hour, outlet="Echo", language="X", text="Es regnet.",
        document=document,
    )  # fmt: skip
    table = read(tmp_path, "a.html", page(filled))
    assert cells(table, "title", "author", "outlet", "published", "page", "text") == [
        ("Regen", "Ann Lee", "Echo", published, "A6", "Es regnet.")
    ]
    assert cells(table, "accession", "interface_lang") == [("ECHO000020181007ea5700a1e", lang)]


def test_xml_counts_for_itself_and_keeps_a_hit_in_its_headline(tmp_path: Path) -> None:
    article = """<ppsarticle><article><accessionNo>ECHO{0}</accessionNo><headline><paragraph><hlt>Rain</hlt> in
    town {0}</paragraph></headline><leadParagraph>It rains.</leadParagraph><publicationDate><dateTime>
    2012-01-09T01:35:58Z</dateTime></publicationDate><sourceName>Echo</sourceName><tailParagraphs><paragraph>Still.
    </paragraph></tailParagraphs><notes>A note</notes><wordCount>942</wordCount></article></ppsarticle>"""
    head = '<PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0"><ppsarticleResultSet count="9">'
    whole = f'\ufeff<?xml version="1.0"?>{head}{article.format(1)}{article.format(2)}'
    whole += "</ppsarticleResultSet></ppsArticleResponse></PPSResponse>"
    table = read(tmp_path, "a.xml", whole)
    assert cells(table, "title", "outlet", "published", "text", "words_given") == [
        ("Rain in town 1", "Echo", "2012-01-09T01:35", "It rains.\n\nStill.", 942),
        ("Rain in town 2", "Echo", "2012-01-09T01:35", "It rains.\n\nStill.", 942),
    ]


def text_with_tags(number: int, mark: str) -> str:
    return (
        f"SE{mark}News\nHD{mark}Rain {number}\nBY{mark}By Ann Lee\nWC{mark}1,234 words\nPD{mark}3 May 2019\nET{mark}10:30\n"
        f"SN{mark}The Echo\nSC{mark}ECHO\nLP{mark}\nIt rains.\n\nTD{mark}\nIN the end it stopped.\n\nCO{mark}co : Echo\n"
        f"AN{mark}Document ECHO00002019050{number}ef530000{number}\n\n"
    )


@pytest.mark.parametrize("mark", [" ", "\t", "\n", "\u00a0\u00a0"], ids=["space", "tab", "line", "nbsp"])
def test_text_with_field_tags_however_it_was_converted(tmp_path: Path, mark: str) -> None:
    table = read(tmp_path, "a.txt", text_with_tags(1, mark) + text_with_tags(2, mark))
    assert cells(table, "title", "author", "published", "outlet", "text") == [
        ("Rain 1", "Ann Lee", "2019-05-03T10:30", "The Echo", "It rains.\n\nIN the end it stopped."),
        ("Rain 2", "Ann Lee", "2019-05-03T10:30", "The Echo", "It rains.\n\nIN the end it stopped."),
    ]
    assert table["accession"].tolist() == ["ECHO000020190501ef5300001", "ECHO000020190502ef5300002"]


def test_text_without_field_tags_and_the_same_as_rtf(tmp_path: Path) -> None:
    piece = "Rain {0}\nBy Ann Lee\n1,234 words\n3 May 2019\nThe Echo\nECHO\nA6\nEnglish\n(c) 2019\n\nIt rains {0}.\n\nMore.\n\nDocument ECHO00002019050{0}ef530000{0}\n\n"
    text = piece.format(1) + piece.format(2)
    wanted = [
        ("Rain 1", "Ann Lee", "2019-05-03", "A6", "It rains 1.\n\nMore."),
        ("Rain 2", "Ann Lee", "2019-05-03", "A6", "It rains 2.\n\nMore."),
    ]
    names = ("title", "author", "published", "page", "text")
    assert cells(read(tmp_path, "a.txt", text), *names) == wanted
    assert (
        cells(read(tmp_path, "a.rtf", r"{\rtf1\ansi " + text.replace("\n", "\\par\n") + "}"), *names)
        == wanted
    )


def test_rtf_whose_fields_stand_in_a_table(tmp_path: Path) -> None:
    rows = [
        ("HD", "Rain"),
        ("WC", "1,234 words"),
        ("PD", "3 May 2019"),
        ("SN", "Echo"),
        ("LP", r"It rains.\par Still."),
        ("AN", "Document ECHO000020190503ef530000x"),
    ]
    table = "".join(rf"\trowd\cellx900\cellx9000 {name}\cell {value}\cell\row " for name, value in rows)
    assert cells(
        read(tmp_path, "a.rtf", r"{\rtf1\ansi " + table + "}"),
        "title",
        "published",
        "outlet",
        "text",
        "words_given",
    ) == [("Rain", "2019-05-03", "Echo", "It rains.\n\nStill.", 1234)]
