import re

import pytest
from lxml import html as markup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from analysis.report import page

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
CHART = f'<figure style="margin:0"><img alt="Bars: 3 outlets" src="data:image/png;base64,{PIXEL}"></figure>'
HOSTILE = (
    "<script>alert(1)</script><p onclick='alert(2)'>kept</p><a href='javascript:alert(3)'>link</a>"
    "<iframe src='https://example.org'></iframe><svg><script>alert(4)</script><path d='M0 0'/></svg>"
)


def shown(*outputs, heading="# Who speaks?\n\n$5 million … $6 million"):
    cells = [new_markdown_cell(heading), new_code_cell("secret = 1", outputs=list(outputs))]
    return page.html(new_notebook(cells=cells), 'Who "speaks" & how?', "fr")


def result(**data):
    return new_output("display_data", {kind.replace("_", "/"): value for kind, value in data.items()})


@pytest.fixture(scope="module")
def document():
    return shown(result(text_html=CHART + HOSTILE), new_output("stream", text="24 articles"))


def test_the_head_names_language_title_and_policy(document):
    tree = markup.document_fromstring(document)
    assert document.startswith('<!DOCTYPE html>\n<html lang="fr">')
    assert tree.findtext("head/title") == 'Who "speaks" & how?'
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; img-src data:;")
    assert "script" not in policy


def test_no_code_is_shown_and_everything_else_is(document):
    assert "secret" not in document
    assert "24 articles" in document
    assert "$5 million … $6 million" in document


def test_alt_texts_and_inline_styles_survive(document):
    figure = markup.document_fromstring(document).xpath("//figure")[0]
    assert figure.get("style") == "margin:0"
    assert figure.find("img").get("alt") == "Bars: 3 outlets"
    assert figure.find("img").get("src").endswith(PIXEL)


def test_nothing_in_an_output_can_run(document):
    tree = markup.document_fromstring(document)
    assert tree.xpath("//script | //iframe | //object | //embed | //link") == []
    assert [name for name in re.findall(r"\son\w+=", document) if name] == []
    assert "javascript:" not in document
    assert "kept" in document


def test_nothing_is_fetched(document):
    tree = markup.document_fromstring(document)
    addresses = tree.xpath("//@src | //link/@href")
    assert addresses
    assert all(address.startswith("data:") for address in addresses)
    assert "@import" not in document


def test_a_widget_or_a_script_output_is_shown_as_its_text():
    said = shown(result(**{"application/javascript": "alert(1)", "text_plain": "a widget"}))
    assert "a widget" in said
    assert "alert" not in said
