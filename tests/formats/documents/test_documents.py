"""Word, OpenDocument, RTF and PDF: an export's articles where they hold one, else one article a file."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.formats.exports.test_nexis import LIST, uni
from tests.formats.reading import cells, read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'


def packed(**members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return stream.getvalue()


def docx(*paragraphs: str, heading: str = "") -> bytes:
    style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
    runs = "".join(
        f"<w:p><w:r><w:t>{text[:5]}</w:t></w:r><w:r><w:t>{text[5:]}</w:t></w:r></w:p>" for text in paragraphs
    )
    first = f"<w:p>{style}<w:r><w:t>{heading}</w:t></w:r></w:p>" if heading else ""
    return packed(word__document_dot_xml=f"<w:document {W}><w:body>{first}{runs}</w:body></w:document>")


def test_a_word_file_is_one_article_and_its_heading_the_title(tmp_path: Path) -> None:
    table = read(tmp_path, "a.docx", docx("It rains in Vesthal.", "Still.", heading="Rain"))
    assert cells(table, "title", "text", "published") == [("Rain", "It rains in Vesthal.\n\nStill.", None)]


def test_a_word_file_of_nexis_uni_is_its_articles(tmp_path: Path) -> None:
    paragraphs = (LIST + uni("Rain") + uni("Sun")).split("\n")
    table = read(tmp_path, "a.docx", docx(*paragraphs))
    assert cells(table, "title", "published", "text") == [
        ("Rain", "2019-05-03T09:20", "It rains."),
        ("Sun", "2019-05-03T09:20", "It rains."),
    ]


def test_opendocument(tmp_path: Path) -> None:
    text = "<text:h>Rain</text:h><text:p>It<text:s/>rains<text:span>, still</text:span>.</text:p><text:p>Sun<text:line-break/>too.</text:p>"
    content = f"<office:document-content {ODF}><office:body><office:text>{text}</office:text></office:body></office:document-content>"
    table = read(
        tmp_path, "a.odt", packed(mimetype="application/vnd.oasis.opendocument.text", content_dot_xml=content)
    )
    assert cells(table, "title", "text") == [("Rain", "It rains, still.\n\nSun\n\ntoo.")]


def test_a_document_that_would_unpack_to_too_much_is_refused(tmp_path: Path) -> None:
    table = read(tmp_path, "a.docx", packed(word__document_dot_xml="<w/>" + " " * 150_000_000))
    assert table["problem"].str.startswith("unsafe zip").tolist() == [True]


@pytest.mark.parametrize(
    "raw",
    [b"K\\'f6ln", "Köln".encode(), "Köln".encode("cp1252"), b"K\\u246\\'f6ln"],
    ids=["hex", "utf-8", "cp1252", "unicode"],
)
def test_rtf_however_its_letters_are_written(tmp_path: Path, raw: bytes) -> None:
    table = read(
        tmp_path,
        "a.rtf",
        b"{\\rtf1\\ansi\\ansicpg1252{\\info{\\title Regen}}\\pard " + raw + b" im Regen.\\par Noch.\\par}",
    )
    assert cells(table, "title", "text") == [("Regen", "Köln im Regen.\n\nNoch.")]


def pdf(*lines: str) -> bytes:
    """A page of Helvetica, written out by hand."""
    shown = "".join(f"({line}) Tj 0 -20 Td " for line in lines)
    stream = f"BT /F1 12 Tf 72 700 Td {shown}ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % (n, held) for n, held in enumerate(objects, 1))
    return body + b"trailer<</Root 1 0 R>>"


def test_pdf(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    table = read(tmp_path, "a.pdf", pdf("It rains.", "Still.", "Page 1 of 2"))
    assert table["text"].str.split().tolist() == [["It", "rains.", "Still."]]
    assert read(tmp_path, "b.pdf", pdf())["problem"].str.startswith(
        "no text: the PDF holds pictures"
    ).tolist() == [True]
