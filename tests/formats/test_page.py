"""Saved pages: read without running or fetching anything, and never for long."""

import datetime as dt
import io
import signal
import threading
import time

import pytest

from analysis.formats import page, tags

BODY = (
    "<p>Le maire a présenté le budget de la ville. Rien n’augmente cette année, a-t-il assuré aux élus.</p>"
)


def html(body: str, head: str = "") -> bytes:
    return (
        f"<!doctype html><html><head><title>Le budget</title>{head}</head><body>{body}</body></html>".encode()
    )


def read(raw: bytes) -> tuple[dict[str, object], str | None, str]:
    (found,) = page.alone(page.load(io.BytesIO(raw)), "a.html")
    return dict(found.fields), found.problem, found.via


def test_fields() -> None:
    head = """<meta property="og:site_name" content="Le Matin"><meta name="author" content="Anne Martin">
    <link rel="canonical" href="https://lematin.example/budget"><meta property="og:url" content="https://lematin.example/budget">
    <meta property="article:published_time" content="2020-01-13T08:00:00+01:00">"""
    fields, problem, via = read(html(f"<article><h1>Le budget</h1>{BODY * 3}</article>", head))
    text = fields.pop("text")
    assert fields == {
        "title": "Le budget",
        "author": "Anne Martin",
        "url": "https://lematin.example/budget",
        "outlet": "Le Matin",
        "published": dt.datetime(2020, 1, 13, 7, tzinfo=dt.UTC),
    }
    assert str(text).startswith("Le maire a présenté le budget de la ville.")
    assert (problem, via) == (None, "html:meta")


def test_a_date_in_the_text_only_is_told_apart() -> None:
    fields, _, via = read(html(f"<article><h1>Le budget</h1><p>Publié le 13/01/2020</p>{BODY * 3}</article>"))
    assert (fields["published"], via) == ("2020-01-13", "html:text")


CHANGES = {
    "json": '<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2021-05-05T08:00:00Z"}</script>',
    "article": '<meta property="article:modified_time" content="2021-05-05T08:00:00Z">',
    "og": '<meta property="og:updated_time" content="2021-05-05T08:00:00Z">',
    "http": '<meta http-equiv="last-modified" content="2021-05-05">',
    "name": '<meta name="last-modified" content="2021-05-05">',
    "itemprop": '<meta itemprop="dateModified" content="2021-05-05">',
    "class": '<time class="updated" datetime="2021-05-05T08:00">5 mai 2021</time>',
    "line": "<p>Mis à jour le 5 mai 2021</p>",
    "rights": "<p>© 2013</p>",
}


@pytest.mark.parametrize("kind", CHANGES)
def test_the_day_of_a_change_and_a_year_of_rights_are_no_publication(kind: str) -> None:
    fields, _, _ = read(
        html(f"<article><h1>Le budget</h1>{CHANGES[kind]}{BODY * 3}</article>", CHANGES[kind])
    )
    assert fields["published"] is None


def test_the_day_under_the_headline_goes_before_the_clock_of_the_page() -> None:
    day = "<div>Lundi 25 décembre 2023</div><article><h1>Le budget</h1><p>Anne Martin, 14 mai 2020</p>"
    fields, _, via = read(html(f"{day}{BODY * 3}</article>"))
    assert (fields["published"], via) == ("2020-05-14", "html:text")


def test_a_page_before_the_web_keeps_its_day_and_a_time_its_hour() -> None:
    old = '<meta property="article:published_time" content="1987-03-02T10:00:00Z">'
    assert str(
        read(html(f"<article><h1>Le budget</h1>{BODY * 3}</article>", old))[0]["published"]
    ).startswith("1987-03-02 10:00")
    timed = f'<article><h1>Le budget</h1><time datetime="2020-01-13T10:30:00+01:00">lundi</time>{BODY * 3}</article>'
    assert str(read(html(timed))[0]["published"]) == "2020-01-13 09:30:00+00:00"


@pytest.mark.parametrize(
    ("head", "heading", "expected"),
    [
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Le vrai"}]}</script>',
            "Autre",
            "Le vrai",
        ),
        ('<meta property="og:title" content="Le vrai | Le Matin">', "Le vrai", "Le vrai"),
        ('<meta property="og:title" content="Le vrai">', "Le Matin", "Le vrai"),
        ("", "Le vrai", "Le vrai"),
    ],
    ids=["json-ld", "h1 in og", "og", "h1"],
)
def test_the_headline_and_never_as_the_first_line(head: str, heading: str, expected: str) -> None:
    page_ = f"<html><head>{head}</head><body><article><h1>{heading}</h1>{BODY * 3}</article></body></html>"
    fields, _, _ = read(page_.encode())
    assert fields["title"] == expected
    assert str(fields["text"]).startswith("Le maire")


@pytest.mark.parametrize("named", ['class="box comments"', 'class="comments-of-readers"'])
def test_what_readers_wrote_is_no_text(named: str) -> None:
    said = "<p>Je ne suis pas du tout d’accord avec le maire, voyez donc l’état de nos routes !</p>"
    text = read(html(f"<article><h1>Le budget</h1>{BODY * 3}<div {named}>{said * 3}</div></article>"))[0][
        "text"
    ]
    assert str(text).startswith("Le maire")
    assert "routes" not in str(text)


def test_several_authors() -> None:
    names = '[{"@type": "Person", "name": "Anne Martin"}, {"@type": "Person", "name": "Luc Roy"}]'
    story = f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {names}}}</script>'
    assert (
        read(html(f"<article><h1>Le budget</h1>{BODY * 3}</article>", story))[0]["author"]
        == "Anne Martin, Luc Roy"
    )


def test_a_wrong_declaration_of_the_encoding_does_no_harm() -> None:
    fields, _, _ = read(html(f"<article>{BODY * 3}</article>", '<meta charset="iso-8859-1">'))
    assert "présenté" in str(fields["text"])
    declared = b'<?xml version="1.0" encoding="utf-8"?>' + html(f"<article>{BODY * 3}</article>")
    assert "présenté" in str(read(declared)[0]["text"])


def test_a_script_is_no_text_and_is_not_run() -> None:
    script = (
        "<script>document.write('<p>Une phrase que personne n’a écrite, longue et entière.</p>')</script>"
    )
    fields, _, _ = read(html(f"<article>{BODY * 3}{script}</article>"))
    assert "personne" not in str(fields["text"])


@pytest.mark.parametrize(
    "body", ["", "<nav><a href='/a'>Ville</a><a href='/b'>Sport</a></nav>", "<div>" * 100]
)
def test_no_article(body: str) -> None:
    fields, problem, _ = read(html(body))
    assert (fields.get("text"), problem) == (None, "no article: the page holds links and labels only")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (html("<p>x" * 50_001), "more than 50000 tags"),
        (html("<TABLE>" + "<TR><td>x" * 5_001), "more than 10000 blocks"),
        (html("x" * 10_000_001), "more than 10000000 bytes"),
    ],
    ids=["tags", "blocks", "bytes"],
)
def test_a_page_too_large_is_refused_before_it_is_read(raw: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=f"too large a page: {reason}"):
        read(raw)


@pytest.mark.parametrize(
    "around",
    ["<p {}>", "<!--><p {}>", "<!---><p {}>", "<!-- x --!><b {}", "<script></script><p {}>", "<SCRIPT {}>"],
)
@pytest.mark.parametrize(
    "form",
    ['a{}="1" ', 'a{}="1"', 'a{}=">" ', 'a{}="<" ', "a{}/", "a{} = '/' ", "a{}=x/y ", "a{}\n"],
)
def test_attributes_are_counted_as_a_browser_counts_them(form: str, around: str) -> None:
    thousand, more = ("".join(map(form.format, range(count))) for count in (1_000, 1_001))
    tags.check(around.format(thousand))
    with pytest.raises(ValueError, match="a tag with more than 1000 attributes"):
        tags.check(around.format(more))


@pytest.mark.parametrize(
    "around", ["<!-- {} -->", "<script>{}</script>", "<style>{}", "<title>{}</title>", "{}"]
)
def test_what_is_no_tag_to_a_browser_has_no_attributes(around: str) -> None:
    written = "a < b, c<d> " + "e " * 2_000 if around == "{}" else "<p " + "a " * 2_000 + ">"
    tags.check(around.format(written))


def test_what_lies_too_deep_is_said_and_not_lost_without_a_word() -> None:
    with pytest.raises(ValueError, match="too deep a page: tags in tags, more than 250 deep"):
        read(html("<div>" * 10_000 + BODY * 3))
    assert "budget" in str(read(html("<div>" * 200 + BODY * 3))[0]["text"])


def busily(seconds: float) -> None:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def test_a_page_that_takes_too_much_of_the_processor_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "MOST_SECONDS", 0.05)
    monkeypatch.setattr(page, "extract", lambda _: busily(60))
    with pytest.raises(
        ValueError, match=r"too large a page: not read within 0\.05 seconds of processor time"
    ):
        read(html(BODY))


def test_a_busy_machine_reads_what_an_idle_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    # A process that waits for its turn is one that sleeps, as the clock sees it.
    extract = page.extract
    monkeypatch.setattr(page, "MOST_SECONDS", 0.5)
    monkeypatch.setattr(page, "extract", lambda source: (time.sleep(0.8), extract(source))[1])
    assert read(html(f"<article>{BODY * 3}</article>"))[1] is None


def test_the_deadline_leaves_the_callers_alarm_as_it_was() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with page.deadline(5):
        assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] > 0
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] == 0


def test_a_page_is_read_in_a_thread_too() -> None:
    found: list[str | None] = []
    thread = threading.Thread(target=lambda: found.append(read(html(f"<article>{BODY * 3}</article>"))[1]))
    thread.start()
    thread.join()
    assert found == [None]
