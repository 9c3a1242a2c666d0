"""Hostile files: what anybody may put into a folder of articles, made anew each time.

    python benchmarks/hostile.py FOLDER

writes them all. `FILES` says of each how its problem begins, or that it is read. None may stop another
file, and none may take more than a gigabyte of memory or half a minute of processor time; a test holds that.
"""

import argparse
import codecs
import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from hostile_archives import ARCHIVES, ENTITY, LOL, SAID, WORKBOOKS, Makers, encrypted, zipped

# ── Tables and records ──


def parquet(texts: int, words: int, **options: object) -> bytes:
    table = pa.table({"text": pa.array([f"{SAID} " * words] * texts).dictionary_encode()})
    stream = io.BytesIO()
    pq.write_table(table, stream, **options)
    return stream.getvalue()


def parquet_of_lists() -> bytes:
    """A list of one text again and again, which the file holds once."""
    again = pa.DictionaryArray.from_arrays(pa.array([0] * 100_000, pa.int32()), [f"{SAID} " * 100])
    stream = io.BytesIO()
    pq.write_table(pa.table({"text": pa.ListArray.from_arrays([0, 100_000], again)}), stream)
    return stream.getvalue()


def parquet_of_nothing() -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.table({f"c{n}": pa.nulls(1_000_000) for n in range(50)}), stream)
    return stream.getvalue()


def lines_of_keys(rows: int) -> str:
    """A record a line, each with a name of its own."""
    return "".join(f'{{"body": "{SAID}", "key{n}": 1}}\n' for n in range(rows))


def wide(columns: int) -> str:
    names = ",".join(f"c{n}" for n in range(columns))
    return f"title,body,{names}\nA,It rains.,{','.join('x' * columns)}\n"


TABLES: Makers = {
    "parquet_dictionary.parquet": (lambda: parquet(100_000, 100), "unsafe Parquet"),
    "parquet_dictionary_3m.parquet": (lambda: parquet(3_000_000, 1), "unsafe Parquet"),
    "parquet_dictionary_plain.parquet": (lambda: parquet(100_000, 100, store_schema=False), "unsafe Parquet"),
    "parquet_lists.parquet": (parquet_of_lists, "unsafe Parquet"),
    "parquet_nothing.parquet": (parquet_of_nothing, "unsafe"),
    "parquet_cut.parquet": (lambda: parquet(10, 1)[:-30], "unreadable"),
    "parquet_damaged.parquet": (lambda: parquet(10, 1).replace(SAID.encode(), b"\xff" * len(SAID)), ""),
    "json_braces.json": (lambda: '{"a":1 ' + "{" * 400_000, "not JSON"),
    "json_objects_unclosed.json": (lambda: '{"a":' * 200_000, "not JSON"),
    "json_objects_broken.json": (lambda: "[" + '{"a": "b" "c"},' * 80_000, "not JSON"),
    "json_nested_broken.json": (lambda: '[{"a":' * 100_000 + "1" + "}]" * 99_999, "not JSON"),
    "json_lists_in_lists.json": (lambda: "[" * 100_000 + "]" * 100_000, "not"),
    "json_lists_in_a_line.jsonl": (
        lambda: f'{{"body": "{SAID}"}}\n' + "[" * 900 + "]" * 900 + "\n",
        "not a record",
    ),
    "json_deep_text.json": (
        lambda: '{"body": ' + '{"text": ' * 900 + '"It rains."' + "}" * 901,
        "unreadable",
    ),
    "json_deep_list.json": (lambda: '{"body": ' + "[" * 900 + "]" * 900 + "}", "unreadable"),
    "json_strings_unclosed.json": (lambda: '{"a": "' * 200_000, "not JSON"),
    "json_number.json": (lambda: f'{{"body": {"9" * 100_000}}}', "not JSON"),
    "json_infinite.json": (lambda: f'{{"body": "{SAID}", "date": 1e999, "page": NaN}}', None),
    "json_keys.jsonl": (lambda: lines_of_keys(20_000), "columns"),
    "json_wide.json": (lambda: json.dumps({"body": SAID, **{f"k{n}": n for n in range(200_000)}}), "columns"),
    "json_page_of_attributes.json": (
        lambda: json.dumps({"body": f"<p {attributes(100_000)}>{SAID}"}),
        "too large",
    ),
    "csv_wide.csv": (lambda: wide(200_000), "columns"),
    "csv_wide_and_empty.csv": (lambda: wide(100_000) + "a\n" * 5_000, "unsafe"),
    "csv_quotes_in_quotes.csv": (lambda: "title,body\n" + '"he said "yes" to it" x,' * 300_000, "quotes"),
    "csv_quotes_unclosed.csv": (lambda: "title,body\n" + 'a,"b\n' * 200_000, "quotes"),
    "csv_one_quote.csv": (lambda: 'title,body\nA,"' + f"{SAID}\n" * 20_000, "quotes"),
    "csv_delimiters.csv": (lambda: "title,body\n" + "," * 2_000_000, "no text"),
    "csv_nuls.csv": (lambda: "title,body\nA,It rains.\n" + "\0" * 1_000_000, None),
    "csv_long_number.csv": (lambda: f"title,body,date\nA,It rains.,{'9' * 50_000}\n", None),
}


# ── Pages and documents ──


def attributes(count: int, form: str = 'a{}="1" ') -> str:
    return "".join(map(form.format, range(count)))


def page(body: str) -> str:
    return f"<!doctype html><html><head><title>Rain</title></head><body>{body}</body></html>"


def attributed(form: str) -> str:
    return page(f"<p {attributes(60_000, form)}>{ARTICLE}")


def document(xml: str) -> bytes:
    return zipped({"word/document.xml": xml})


ARTICLE = f"<article><h1>Rain</h1><p>{SAID}</p><p>{SAID} {SAID}</p></article>"
PAGES: Makers = {
    "page_attributes.html": (lambda: page(f"<p {attributes(60_000)}>{ARTICLE}"), "too large"),
    "page_attributes_unspaced.html": (
        lambda: attributed('a{}="1"'),
        "too large",
    ),
    "page_attributes_greater.html": (
        lambda: attributed('a{}=">" '),
        "too large",
    ),
    "page_attributes_less.html": (
        lambda: attributed('a{}="<" '),
        "too large",
    ),
    "page_attributes_slashed.html": (lambda: attributed("a{}/"), "too large"),
    "page_attributes_in_comment.html": (lambda: page(f"<!-- <p {attributes(60_000)}> -->{ARTICLE}"), None),
    "page_attributes_after_comment.html": (
        lambda: page(f"<!--><p {attributes(60_000)}>{ARTICLE}"),
        "too large",
    ),
    "page_paragraphs.html": (lambda: page(ARTICLE + f"<p>{SAID}" * 49_000), None),
    "page_bold.html": (lambda: page(ARTICLE + "<b>" * 49_000), "too deep a page"),
    "page_deep.html": (lambda: page("<div>" * 99_000 + SAID), "too"),
    "page_deep_200000.html": (lambda: page("<div>" * 200_000 + SAID), "too large a page"),
    "page_tags.html": (lambda: page("<i>x</i>" * 200_000), "too large a page"),
    "page_long.html": (lambda: page(f"<p>{'a' * 11_000_000}</p>"), "too large a page"),
    "page_tables.html": (lambda: page("<table><tr><td>" * 8_000 + SAID), "too"),
    "page_entities.html": (lambda: page(ARTICLE + "&amp;" * 1_000_000), None),
    "page_blanks_after_a_mark.html": (lambda: page("<p class=c1>" + " " * 200_000 + ARTICLE), None),
    "page_unclosed_comment.html": (lambda: page(ARTICLE + "<!--" * 30_000), None),
    "page_unclosed_tags.html": (lambda: page(ARTICLE + "<p a=" * 30_000), "too large"),
    "page_entity.xhtml": (lambda: ENTITY + page(f"&e;{ARTICLE}"), ""),
    "page_xinclude.html": (
        lambda: page(f'<xi:include href="file:///etc/passwd" parse="text"/>{ARTICLE}'),
        None,
    ),
    "page_script.html": (lambda: page(f"<script>{'a<b && ' * 5_000}</script>{ARTICLE}"), None),
    "page_json_ld.html": (
        lambda: page(f'<script type="application/ld+json">{"[" * 50_000}</script>{ARTICLE}'),
        None,
    ),
    "feed_laughs.xml": (
        lambda: f'<?xml version="1.0"?>{LOL}<rss><channel><item><title>&e9;</title></item></channel></rss>',
        "",
    ),
    "feed_attributes.xml": (
        lambda: f'<?xml version="1.0"?><rss {attributes(60_000)}><channel/></rss>',
        "too large",
    ),
    "xml_deep.xml": (lambda: '<?xml version="1.0"?><nitf>' + "<p>" * 200_000, "no"),
    "word_laughs.docx": (lambda: document(f"{LOL}<a>&e9;</a>"), "empty"),
    "word_flat_bomb.docx": (lambda: document(" " * 200_000_000), "unsafe zip"),
    "word_encrypted.docx": (lambda: encrypted(document("<a/>")), "encrypted"),
    "word_no_xml.docx": (lambda: document("no > markup"), ""),
    "word_deep.odt": (
        lambda: zipped({"mimetype": "x", "content.xml": "<a><text><p>" + "<span>" * 240 + SAID}),
        "",
    ),
    "rtf_groups.rtf": (lambda: "{\\rtf1 " + "{" * 200_000 + SAID, ""),
    "rtf_words.rtf": (lambda: "{\\rtf1 " + "\\b" * 200_000, "empty"),
    "pdf_cut.pdf": (lambda: "%PDF-1.7\n1 0 obj <<", ""),
    "mail_parts.eml": (
        lambda: (
            "From: a\nTo: b\nSubject: c\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
            + "--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 2_000
        ),
        "",
    ),
    "mail_charset.eml": (
        lambda: f"From: a\nTo: b\nSubject: =?x?q?=FF?=\nContent-Type: text/plain; charset=\0\n\n{SAID}",
        None,
    ),
    "warc_cut.warc": (
        lambda: "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999\r\n\r\nHTTP/1.1 200",
        "",
    ),
    "warc_length.warc": (lambda: "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n" * 2_000, ""),
}


# ── Texts ──

TEXTS: Makers = {
    "text_of_no_byte.txt": (lambda: b"", "empty"),
    "text_of_blanks.txt": (lambda: " \n" * 1_000_000, "empty"),
    "text_of_nuls.txt": (lambda: bytes(1_000_000), ""),
    "text_in_one_line.txt": (lambda: f"{SAID} " * 200_000, None),
    "text_mark_alone.txt": (lambda: codecs.BOM_UTF16_LE, "empty"),
    "text_utf16_odd.txt": (lambda: SAID.encode("utf-16") + b"\0", "encoding"),
    "text_no_encoding.txt": (lambda: bytes(range(128, 256)) * 4_000, ""),
    "text_of_keys.txt": (lambda: "Title: x\n" * 200_000 + "\n" + SAID, None),
    "text_wire.txt": (lambda: "\x01" * 100_000 + SAID, ""),
    "text_documents.txt": (lambda: "  1 of 9 DOCUMENTS\n" * 20_000, ""),
}

FILES = ARCHIVES | WORKBOOKS | TABLES | PAGES | TEXTS


def write(folder: Path) -> list[Path]:
    """All of them, in a folder that is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (make, _) in FILES.items():
        content = make()
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return [folder / name for name in FILES]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    print(len(write(parser.parse_args().folder)), "files")


if __name__ == "__main__":
    main()
