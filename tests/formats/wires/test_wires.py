"""Wires and feeds: look-alikes that we wrote, in the shapes agencies and sites send."""

import gzip
from pathlib import Path

import pytest

from tests.formats.reading import cells, read

NITF = """<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE nitf SYSTEM "nitf.dtd" [<!ENTITY bomb "boom">]>
<nitf><head><title>Rain</title><docdata><doc-id regsrc="XA"/><date.issue norm="20131020T192751+1100"/></docdata></head>
<body><body.head><hedline><hl1>Rain in town</hl1></hedline><byline>By ANN LEE<byttl>Echo Writer</byttl></byline>
<distributor>Echo Agency</distributor><dateline><story.date norm="20140101"/></dateline><abstract>Short.</abstract></body.head>
<body.content><p>VESTHAL (XA) — It <person>rains</person>,<br/>they said.</p><media><media-caption>A dam.</media-caption></media>
<p>Café.</p></body.content></body></nitf>"""


def test_nitf_whose_charset_is_wrong_and_whose_doctype_is_not_opened(tmp_path: Path) -> None:
    table = read(tmp_path, "a.xml", NITF)
    assert cells(table, "title", "author", "outlet", "published", "text") == [
        (
            "Rain in town",
            "ANN LEE",
            "Echo Agency",
            "2013-10-20T08:27",
            "VESTHAL (XA) — It rains, they said.\n\nCafé.",
        )
    ]


def test_entities_are_not_grown(tmp_path: Path) -> None:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY e0 "boom">{lines}]><nitf><body.content><p>&e9;</p></body.content></nitf>'
    table = read(tmp_path, "a.xml", bomb)
    assert table["problem"].notna().tolist() == [True]
    assert "boom" not in str(table["text"][0])


def newsml(content: str) -> str:
    return f"""<?xml version="1.0"?><NewsML Version="1.2"><NewsEnvelope><DateAndTime>20140829T135006Z</DateAndTime></NewsEnvelope>
    <NewsItem><NewsManagement><FirstCreated>20140829T134951+0000</FirstCreated><ThisRevisionCreated>20150101T000000Z
    </ThisRevisionCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>Rain</HeadLine><ByLine>By Ann Lee</ByLine></NewsLines>
    <AdministrativeMetadata><Provider><Party FormalName="XA"/></Provider></AdministrativeMetadata><ContentItem>
    <MediaType FormalName="Text"/><DataContent>{content}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""


@pytest.mark.parametrize(
    "content",
    [
        "<p>It rains.</p><p>Still.</p>",
        "&lt;P&gt;It rains.&lt;/P&gt;&lt;P&gt;Still.&lt;/P&gt;",
        "<nitf><body><body.content><p>It rains.</p><p>Still.</p></body.content></body></nitf>",
    ],
    ids=["paragraphs", "escaped", "nitf"],
)
def test_newsml(tmp_path: Path, content: str) -> None:
    assert cells(
        read(tmp_path, "a.xml", newsml(content)), "title", "author", "outlet", "published", "text"
    ) == [("Rain", "Ann Lee", "XA", "2014-08-29T13:49", "It rains.\n\nStill.")]


G2 = """<newsItem guid="urn:1" xml:lang="en"><itemMeta><itemClass qcode="{kind}"/><provider literal="XA"/><versionCreated>
2019-05-04T00:00:00Z</versionCreated><firstCreated>2019-05-03T10:41:00+01:00</firstCreated></itemMeta><contentMeta>
<creator literal="abc"/><by>By Ann Lee</by><headline>Rain {n}</headline><headline role="hld:subHeadline">More</headline>
</contentMeta><contentSet>{content}</contentSet></newsItem>"""
INLINE = "<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body><p>It rains.</p></body></html></inlineXML>"


def test_newsml_g2_with_several_items_a_picture_and_a_package(tmp_path: Path) -> None:
    text = G2.format(kind="ninat:text", n=1, content=INLINE)
    picture = G2.format(kind="ninat:picture", n=2, content='<remoteContent href="a.jpg"/>')
    package = (
        "<packageItem><itemMeta><itemClass qcode='ninat:composite'/></itemMeta><groupSet/></packageItem>"
    )
    whole = f"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>{text}{picture}{package}</itemSet></newsMessage>"
    table = read(tmp_path, "a", f'<?xml version="1.0"?>{whole}')
    assert cells(table, "title", "author", "outlet", "published", "text") == [
        ("Rain 1", "Ann Lee", "XA", "2019-05-03T09:41", "It rains."),
        ("Rain 2", "Ann Lee", "XA", "2019-05-03T09:41", None),
        (None, None, None, None, None),
    ]
    assert table["problem"].tolist()[1:] == ["no article: a picture", "no article: a package of other items"]


IPTC = "\x01abc062 4 i 211 ccccb   xa 061\r\n\r\nVesthal-rain/\r\n\x021ST LEAD\r\nRain in\r\nVesthal\r\nBy Ann Lee, xa =\r\n\r\n   Vesthal (xa) - It\r\nrains.\r\n\r\n   Still.\r\n\r\n# Notebook\r\n\r\n- not for you\r\n\r\nxa ab\r\n\x03131137 GMT Nov 13\r\n"


@pytest.mark.parametrize("before", ["", "\x7f\r\n\x7f\x04", "\x7f\x7f\r\n"], ids=["bare", "deletes", "ats"])
def test_a_telegram_of_iptc_7901(tmp_path: Path, before: str) -> None:
    table = read(tmp_path, "a.txt", before + IPTC)
    assert cells(table, "title", "author", "outlet", "published", "text", "words_given") == [
        ("Rain in Vesthal", "Ann Lee", "xa", "2013-11-13T11:37", "Vesthal (xa) - It\n\nrains.\n\nStill.", 211)
    ]


def test_two_telegrams_are_two_articles_and_one_without_controls_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "a.txt", IPTC + IPTC)["origin"].tolist() == ["a.txt#1", "a.txt#2"]
    bare = "abc062 4 i 211 ccccb xa 061\n\nVesthal-rain/\n\nRain in Vesthal =\n\n   Vesthal (xa) - It rains.\n\n131137 GMT Nov 13\n"
    assert cells(read(tmp_path, "b.txt", bare), "title", "published", "text") == [
        ("Rain in Vesthal", "2013-11-13T11:37", "Vesthal (xa) - It rains.")
    ]


def test_anpa(tmp_path: Path) -> None:
    head = "\x16\x16\x01W2870\x1f_abc\r\nf l\x13\x11 BC-Rain 11-13 1049\r\n\x02^BC-Rain,466<\r\n^Rain in Vesthal<\r\n^XA Photo X1<\r\n"
    body = "^Eds: With photos.<\r\n^By ANN LEE and BOB RAY=\r\n^Echo Press=\r\n\t   VESTHAL (XA) _ It rains.\r\n \r\n\t   ___\r\n \r\n\t   Still.\r\n"
    table = read(
        tmp_path,
        "a.tst",
        f"{head}{body}\t   \x03XA-WF-11-13-13 1509GMT<\r\n\x0c\x04".replace("XA Photo", "AP Photo"),
    )
    assert cells(table, "title", "author", "outlet", "published", "text", "words_given") == [
        (
            "Rain in Vesthal",
            "ANN LEE and BOB RAY",
            "XA",
            "2013-11-13T15:09",
            "VESTHAL (XA) _ It rains.\n\nStill.",
            466,
        )
    ]


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Echo</title>
<language>en</language><item><title>Rain &amp; sun</title><link>https://e.example/1</link><author>Ann Lee</author>
<pubDate>Mon, 13 Jan 2020 10:00:00 +0100</pubDate><description>&lt;p&gt;It rains.&lt;/p&gt;</description></item><item>
<title>Sun</title><content:encoded>&lt;p&gt;It shines.&lt;/p&gt;&lt;p&gt;Still.&lt;/p&gt;</content:encoded></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Echo</title><author><name>Ann Lee</name></author><entry><title>Rain</title>
<updated>2003-12-13T18:30:02Z</updated><link href="https://e.example/1"/><summary>It rains.</summary></entry></feed>"""


def test_feeds_say_what_is_a_summary_and_which_date_they_had(tmp_path: Path) -> None:
    table = read(tmp_path, "a.xml", RSS)
    assert cells(table, "title", "author", "outlet", "url", "published", "text", "text_kind") == [
        ("Rain & sun", "Ann Lee", "Echo", "https://e.example/1", "2020-01-13T09:00", "It rains.", "summary"),
        ("Sun", None, "Echo", None, None, "It shines.\n\nStill.", "full"),
    ]
    table = read(tmp_path, "b.atom", ATOM)
    assert cells(table, "title", "author", "published", "published_rule", "text_kind") == [
        ("Rain", "Ann Lee", "2003-12-13T18:30", "feed:updated", "summary")
    ]


def test_wordpress(tmp_path: Path) -> None:
    item = """<item><title>{title}</title><link>https://e.example/{title}</link><dc:creator>ann</dc:creator><pubDate>Mon, 29 Jul 2013
    16:03:54 +0000</pubDate><content:encoded><![CDATA[{text}]]></content:encoded><excerpt:encoded>x</excerpt:encoded>
    <wp:post_date_gmt>{day}</wp:post_date_gmt><wp:post_type>{kind}</wp:post_type></item>"""
    names = 'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    names += ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"'
    author = "<wp:author><wp:author_login>ann</wp:author_login><wp:author_display_name>Ann Lee</wp:author_display_name></wp:author>"
    items = [
        item.format(title="Rain", text="It <b>rains</b>.\n\nStill.", day="3013-07-29 16:03:54", kind="post"),
        item.format(title="Draft", text="", day="0000-00-00 00:00:00", kind="post"),
        item.format(title="Picture", text="x", day="2013-07-29 16:03:54", kind="attachment"),
    ]
    whole = f'<?xml version="1.0"?><rss version="2.0" {names}><channel><title>Echo</title>{author}{"".join(items)}</channel></rss>'
    table = read(tmp_path, "a.xml", whole)
    assert cells(table, "title", "author", "outlet", "published", "text") == [
        ("Rain", "Ann Lee", "Echo", "3013-07-29T16:03", "It rains.\n\nStill."),
        ("Draft", "Ann Lee", "Echo", "2013-07-29T16:03", None),
        ("Picture", "Ann Lee", "Echo", "2013-07-29T16:03", None),
    ]
    assert table["problem"].tolist()[1:] == [
        "no text: the post is empty",
        "no article: an item of WordPress of the type 'attachment'",
    ]


BODY = (
    "<p>The mayor of Vesthal presented the budget of the town. Nothing will rise this year, she assured the council.</p>"
    * 3
)
PAGE = f"<!doctype html><html><head><title>The budget</title></head><body><article><h1>The budget</h1>{BODY}</article></body></html>"


def record(kind: str, url: str, block: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2020-01-13T08:00:00Z\r\n"
    head += f"WARC-Record-ID: <urn:uuid:{len(block)}>\r\nContent-Type: application/http; msgtype={kind}\r\n"
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def records() -> list[bytes]:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(
        PAGE.encode()
    )
    return [
        record("response", "https://e.example/budget", page),
        record("request", "https://e.example/budget", b"GET /budget HTTP/1.1\r\n\r\n"),
        record(
            "response", "https://e.example/a.png", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG"
        ),
    ]


BARE = b"".join(records())
MEMBERS = b"".join(map(gzip.compress, records()))


@pytest.mark.parametrize("raw", [BARE, MEMBERS, gzip.compress(BARE)], ids=["bare", "members", "whole"])
def test_a_web_archive_gives_its_pages(tmp_path: Path, raw: bytes) -> None:
    table = read(tmp_path, "a.warc.gz" if raw[:1] == b"\x1f" else "a.warc", raw)
    assert cells(table, "title", "url", "problem") == [("The budget", "https://e.example/budget", None)]
    assert table["text"][0].startswith("The mayor of Vesthal")


def test_a_web_archive_that_was_cut_off_keeps_what_is_whole(tmp_path: Path) -> None:
    table = read(tmp_path, "a.warc", BARE + b"WARC/1.0\r\nWARC-Type: resp")
    assert table["title"].tolist()[0] == "The budget"
    assert read(tmp_path, "b.warc.gz", MEMBERS[:-30])["title"].tolist()[0] == "The budget"
