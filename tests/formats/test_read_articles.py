"""Any mix of files, good and bad: each record gives a row, and none costs another its own."""

import datetime as dt
import gzip
import io
import json
import os
import warnings
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from analysis import explain_file, read_articles, tables
from analysis.formats import limits, mapping, readers
from analysis.tables import Article

BODY = "Le maire a présenté le budget. « Rien n’augmente », a-t-il assuré."
PAGE = f"""<!doctype html><html lang="fr"><head><title>Le budget</title><meta charset="utf-8">
<meta property="article:published_time" content="2020-01-13T08:00:00Z">
<meta property="article:modified_time" content="2021-05-05T08:00:00Z"></head>
<body><nav><a href="/">Accueil</a></nav><article><h1>Le budget</h1><p>{BODY}</p><p>{BODY * 4}</p></article>
<script>document.title = "changed"</script></body></html>"""


def write(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def packed(**members: str | bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_dot_", "."), content)
    return stream.getvalue()


def quietly(*paths: Path) -> pd.DataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return read_articles(paths)


def test_every_format_in_one_folder(tmp_path: Path) -> None:
    record = {"headline": "Le budget", "body": BODY, "date": "2020-01-13", "section": "ville"}
    frame = pd.DataFrame([record])
    frame.to_parquet(tmp_path / "a.parquet")
    frame.to_excel(tmp_path / "b.xlsx", index=False)
    frame.to_csv(tmp_path / "c.csv", index=False)
    frame.to_csv(tmp_path / "d.tsv", index=False, sep="\t")
    write(
        tmp_path,
        e_dot_jsonl=json.dumps(record) + "\n",
        f_dot_json=json.dumps({"articles": [record]}),
        g_dot_txt=f"Title: Le budget\nDate: 2020-01-13\n\n{BODY}",
        h_dot_html=PAGE,
        i_dot_zip=packed(
            j_dot_json=json.dumps([record]), k_dot_zip=packed(l_dot_txt=f"Titre : Le budget\n\n{BODY}")
        ),
    )
    table = read_articles(tmp_path)
    assert table["origin"].tolist() == [
        "a.parquet#1",
        "b.xlsx#Sheet1:2",
        "c.csv#1",
        "d.tsv#1",
        "e.jsonl#1",
        "f.json#1",
        "g.txt",
        "h.html",
        "i.zip!j.json#1",
        "i.zip!k.zip!l.txt",
    ]
    assert table["problem"].isna().all()
    assert set(table["title"]) == {"Le budget"}
    assert table["text"].str.startswith(BODY[:29]).all()
    assert (table["text"] == table["raw_text"]).all()
    assert table["published"].dt.strftime("%Y-%m-%d").tolist()[:-1] == ["2020-01-13"] * 9
    assert table["published_rule"].tolist()[:8] == ["column:date"] * 6 + ["header:Date", "html:meta"]
    assert table["section"].dropna().tolist() == ["ville"] * 7
    assert table["article_id"].is_unique


def test_the_table_has_the_dtypes_of_the_record(tmp_path: Path) -> None:
    table = read_articles(write(tmp_path, a_dot_txt=BODY))
    wanted = {column.name: column.dtype for column in tables.columns(Article)}
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == wanted


def test_content_goes_before_suffix(tmp_path: Path) -> None:
    write(
        tmp_path,
        a_dot_txt='{"body": "Un."}\n{"body": "Deux."}',
        b_dot_csv=PAGE,
        c_dot_json="title;body\nUn;Deux",
    )
    table = read_articles(tmp_path)
    assert table["origin"].tolist() == ["a.txt#1", "a.txt#2", "b.csv", "c.json#1"]
    assert table["problem"].isna().all()


def test_one_path_several_paths_and_a_file_named_twice(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt="Un.", b__c_dot_txt="Deux.")
    both = read_articles([str(tmp_path / "b"), tmp_path, tmp_path / "a.txt"])
    assert both["text"].tolist() == ["Un.", "Deux."]
    assert read_articles(tmp_path / "a.txt")["origin"].tolist() == ["a.txt"]


def test_the_order_is_the_same_whatever_the_order_of_paths(tmp_path: Path) -> None:
    write(tmp_path, b_dot_txt="B.", a_dot_txt="A.", c_dot_txt="C.")
    files = sorted(tmp_path.iterdir())
    assert read_articles(files[::-1]).equals(read_articles(files))


def test_hidden_files_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt="A.", _dot_DS_Store=b"\0\1", _dot_git__b_dot_txt="B.")
    write(tmp_path, z_dot_zip=packed(**{"__MACOSX/._c_dot_txt": "C.", "d_dot_txt": "D."}))
    assert read_articles(tmp_path)["text"].tolist() == ["A.", "D."]


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        read_articles(tmp_path / "nowhere")


def test_what_is_no_path_is_named() -> None:
    with pytest.raises(TypeError, match="paths must be a path or several, not int"):
        read_articles(3)  # type: ignore[arg-type]


def test_an_empty_folder_gives_an_empty_table_and_a_warning(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="no file"):
        table = read_articles(tmp_path)
    pd.testing.assert_frame_equal(table, tables.empty(Article))


def test_one_warning_counts_every_kind_of_problem(tmp_path: Path) -> None:
    write(
        tmp_path, a_dot_txt="", b_dot_jsonl='{"body": "Un."}\nbad\n{"x": 1}', c_dot_txt="Bon.", d_dot_txt=b""
    )
    with pytest.warns(UserWarning, match="read_articles") as caught:
        read_articles(tmp_path)
    assert [str(warning.message) for warning in caught] == [
        "read_articles: 4 of 6 records have a problem, see that column: 2 × empty, 1 × not JSON, 1 × no text"
    ]
    assert caught[0].filename == __file__


def test_strict_names_file_record_and_reason(tmp_path: Path) -> None:
    write(tmp_path, a_dot_jsonl='{"body": "Un."}\nbad')
    with pytest.raises(ValueError, match=r"a\.jsonl#2 in .*a\.jsonl: not JSON: Expecting value"):
        read_articles(tmp_path, strict=True)


# ── Bad input ──


def test_an_empty_file_and_one_of_blanks(tmp_path: Path) -> None:
    table = quietly(
        write(tmp_path, a_dot_txt=b"", b_dot_txt=" \n\n", c_dot_csv="title,body\n", d_dot_json="[]")
    )
    assert table["problem"].str.startswith("empty").tolist() == [True] * 4
    assert table["text"].isna().all()


def test_a_file_of_digits_is_an_article(tmp_path: Path) -> None:
    table = read_articles(write(tmp_path, a_dot_txt="0123 4567\n89"))
    assert table["text"].tolist() == ["0123 4567\n89"]


def test_an_article_of_three_words(tmp_path: Path) -> None:
    table = read_articles(write(tmp_path, a_dot_txt="Il a neigé."))
    assert table["text"].tolist() == ["Il a neigé."]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    table = read_articles(write(tmp_path, a_dot_txt=BODY.encode(encoding)))
    assert table["text"].tolist() == [BODY]


def test_two_bad_bytes_spoil_two_letters_and_are_counted(tmp_path: Path) -> None:
    raw = BODY.encode().replace(b"budget", b"bud\xffget").replace(b"assur", b"as\xfesur")
    table = quietly(write(tmp_path, a_dot_txt=raw, b_dot_txt="Bon."))
    assert table["text"][0] == BODY.replace("budget", "bud\ufffdget").replace("assur", "as\ufffdsur")
    assert table["problem"].tolist()[0] == "encoding: 2 damaged bytes in UTF-8, shown as \ufffd"
    assert pd.isna(table["problem"][1])


def test_damage_is_told_of_the_record_it_touches_only(tmp_path: Path) -> None:
    raw = "title,body\nUn,L’été à la mer\nDeux,".encode() + b"caf\xff\n"
    table = quietly(write(tmp_path, a_dot_csv=raw))
    assert table["problem"].isna().tolist() == [True, False]


def test_a_broken_zip_costs_nobody_else_anything(tmp_path: Path) -> None:
    whole = packed(a_dot_txt="A.", b_dot_txt="B.")
    write(tmp_path, a_dot_zip=whole[:40], b_dot_zip=b"no zip at all", c_dot_zip=whole)
    table = quietly(tmp_path)
    assert table["problem"].str.partition(":")[0].tolist()[:2] == ["broken zip", "broken zip"]
    assert table["text"].tolist()[2:] == ["A.", "B."]


def test_a_damaged_member_costs_no_other(tmp_path: Path) -> None:
    raw = bytearray(packed(a_dot_txt=BODY * 20, b_dot_txt="B."))
    raw[60] ^= 0xFF
    table = quietly(write(tmp_path, a_dot_zip=bytes(raw)))
    assert table["origin"].tolist() == ["a.zip!a.txt", "a.zip!b.txt"]
    assert table["problem"][0].startswith("broken zip")
    assert table["text"][1] == "B."


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "x/../../a.txt", "..\\a.txt", "C:\\a.txt"])
def test_a_member_that_leads_out_of_its_zip_is_refused(tmp_path: Path, name: str) -> None:
    table = quietly(write(tmp_path, z_dot_zip=packed(**{name: "A.", "b_dot_txt": "B."})))
    refused = table[table["problem"].notna()]
    assert refused["problem"].tolist() == ["unsafe zip: the member's name leads out of the archive"]
    assert table["text"].dropna().tolist() == ["B."]


def test_a_zip_bomb_is_never_unpacked(tmp_path: Path) -> None:
    bomb = packed(a_dot_txt=b"\0" * 120_000_000)
    assert len(bomb) < 200_000
    table = quietly(
        write(tmp_path, a_dot_zip=bomb, b_dot_zip=packed(c_dot_zip=bomb), d_dot_xlsx=bomb, e_dot_txt="E.")
    )
    assert table["problem"].str.startswith("unsafe zip").tolist()[:3] == [True] * 3
    assert table["text"].tolist()[3] == "E."


def test_archives_too_deep_in_each_other_are_left_closed(tmp_path: Path) -> None:
    content = packed(a_dot_txt="A.")
    for depth in range(4):
        content = packed(**{f"{depth}.zip": content})
    table = quietly(write(tmp_path, a_dot_zip=content))
    assert table["origin"].tolist() == ["a.zip!3.zip!2.zip!1.zip"]
    assert table["problem"][0] == "unsafe zip: archives within archives, more than 3 deep"


def test_an_encrypted_member_says_so(tmp_path: Path) -> None:
    raw = bytearray(packed(a_dot_txt="A."))
    raw[6] |= 1  # the flag of encryption, in the member's header and in the directory
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    table = quietly(write(tmp_path, a_dot_zip=bytes(raw)))
    assert "encrypted" in table["problem"][0]


def test_an_encrypted_office_file_says_so(tmp_path: Path) -> None:
    raw = b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    write(tmp_path, a_dot_xlsx=raw, b_dot_docx=raw, d_dot_doc=b"\xd0\xcf\x11\xe0" + bytes(600))
    manifest = "<manifest:encryption-data/>"
    odt = packed(**{"mimetype": "x", "content_dot_xml": "\1\2", "META-INF/manifest_dot_xml": manifest})
    table = quietly(write(tmp_path, c_dot_odt=odt))
    assert table["problem"].str.partition(":")[0].tolist() == ["encrypted"] * 3 + ["not a format read here"]


def test_no_file_stops_the_explanation_of_the_others(tmp_path: Path) -> None:
    raw = bytearray(packed(a_dot_txt="A."))
    raw[raw.index(b"PK\x01\x02") + 6] = 200
    write(tmp_path, a_dot_zip=bytes(raw), b_dot_gz=gzip.compress(bytes(150_000_000)), d_dot_txt="D.")
    (tmp_path / "c.txt").symlink_to(tmp_path / "nowhere")
    table = explain_file(tmp_path)
    assert table["problem"].fillna("").str.partition(":")[0].tolist() == [
        "broken zip",
        "unsafe gzip",
        "cannot be opened",
        "",
    ]


def test_a_member_named_with_a_dot_is_a_member(tmp_path: Path) -> None:
    members = {"./a_dot_txt": "A.", "sub/./b_dot_txt": "B.", "./_dot_c_dot_txt": "C."}
    table = read_articles(write(tmp_path, z_dot_zip=packed(**members)))
    assert table["origin"].tolist() == ["z.zip!./a.txt", "z.zip!sub/./b.txt"]


@pytest.mark.parametrize("suffix", ["zip", "xlsx"])
def test_one_bad_byte_in_the_directory_costs_no_other_file(tmp_path: Path, suffix: str) -> None:
    raw = bytearray(packed(a_dot_txt="A."))
    raw[raw.index(b"PK\x01\x02") + 6] = 200  # the version of zip that is needed
    within = packed(**{f"in_dot_{suffix}": bytes(raw), "c_dot_txt": "C."})
    write(tmp_path, **{f"a_dot_{suffix}": bytes(raw), "b_dot_zip": within, "d_dot_txt": "D."})
    table = quietly(tmp_path)
    assert table["problem"].dropna().tolist() == ["broken zip: zip file version 20.0"] * 2
    assert table["text"].dropna().tolist() == ["C.", "D."]


def test_bombs_within_bombs_are_weighed_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SMALL", 1_000_000)
    inner = packed(a_dot_txt=bytes(900_000))  # too small to be one alone
    gz = gzip.compress(bytes(900_000))
    write(tmp_path, a_dot_zip=packed(**{f"{n}_dot_zip": inner for n in range(3)}), d_dot_txt="D.")
    write(tmp_path, b_dot_zip=packed(**{f"{n}_dot_txt_dot_gz": gz for n in range(3)}))
    table = quietly(tmp_path)
    assert table["problem"].str.startswith("unsafe").any()
    assert table.loc[table["origin"] == "a.zip", "problem"].str.startswith("unsafe zip").all()
    assert table.loc[table["origin"].str.startswith("b.zip!2"), "problem"].str.startswith("unsafe gzip").all()
    assert table["text"].tolist()[-1] == "D."


def test_a_parquet_file_that_says_one_text_again_and_again_is_not_grown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SMALL", 1_000_000)
    again = pd.DataFrame({"text": pd.Categorical([BODY * 200] * 100)})
    again.to_parquet(tmp_path / "a.parquet")
    table = quietly(write(tmp_path, b_dot_txt="B."))
    assert table["problem"].tolist()[-2].startswith("unsafe Parquet: ")
    assert table["text"].tolist()[-1] == "B."


def test_a_value_that_a_record_cannot_have_costs_no_other_record(tmp_path: Path) -> None:
    deep = "[" * 900 + "]" * 900
    lines = [f'{{"body": "{BODY}"}}', f'{{"body": {deep}}}', deep, f'{{"body": "{BODY}"}}']
    table = quietly(write(tmp_path, a_dot_jsonl="\n".join(lines)))
    assert table["origin"].tolist() == [f"a.jsonl#{number}" for number in range(1, 5)]
    assert table["text"].notna().tolist() == [True, False, False, True]


def test_memory_that_ends_ends_one_file_and_not_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        tmp_path,
        a_dot_txt="A.",
        b_dot_csv="body,title\nB.,B\n",
        c_dot_txt="C.",
        d_dot_csv="body,title\nD.,D\n",
    )
    articles = mapping.articles

    def short_of_memory(held, how):
        if held[0].origin.startswith("c.txt"):
            raise MemoryError
        return articles(held, how)

    def unread(*_):
        raise MemoryError

    monkeypatch.setattr(mapping, "articles", short_of_memory)
    monkeypatch.setitem(readers.READERS, "delimited", unread)
    table = quietly(tmp_path)
    assert table["origin"].tolist() == ["a.txt", "b.csv", "c.txt", "d.csv"]
    memory = "too large: it needs more memory than there is"
    assert table["problem"].fillna("").tolist() == ["", memory, memory, memory]


def test_a_folder_that_nobody_may_look_into_has_a_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a_dot_txt="A.", b__c_dot_txt="C.")
    scandir = os.scandir

    def closed(path):
        if Path(path).name == "b":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    table = quietly(tmp_path)
    assert table["origin"].tolist() == ["a.txt", "b"]
    assert table["problem"][1].startswith("cannot be opened")


def test_names_that_few_records_have_are_left_out_of_a_table_that_they_would_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SPARSE", 1_000)
    odd = [{"body": BODY, "desk": "city", f"key{n}": n} for n in range(1_000)]
    table = quietly(write(tmp_path, a_dot_jsonl="\n".join(map(json.dumps, odd))))
    assert table.shape[1] < 450
    assert table["desk"].eq("city").all()
    assert table["problem"].tolist()[-1] == "columns: 1 left out, of names that few other records have"
    assert table["text"].eq(BODY).all()


def test_a_page_without_article_keeps_its_row(tmp_path: Path) -> None:
    nav = '<!doctype html><html><head><title>Accueil</title></head><body><a href="/a">Ville</a></body></html>'
    table = quietly(write(tmp_path, a_dot_html=nav, b_dot_html=PAGE))
    assert table["problem"][0] == "no article: the page holds links and labels only"
    assert pd.isna(table["text"][0])
    assert table["text"][1].startswith("Le maire")


def test_unbalanced_quotes_lose_no_record(tmp_path: Path) -> None:
    rows = 'id,title,body\n1,Un,"Bien."\n2,"Deux,Sans fin.\n3,Trois,"Il dit ""oui""."\n4,Quatre,Fin.\n'
    table = quietly(write(tmp_path, a_dot_csv=rows))
    assert table["article_id"].tolist() == ["1", "2", "3", "4"]
    assert table["text"].tolist() == ["Bien.", "Sans fin.", 'Il dit "oui".', "Fin."]
    assert table["problem"].notna().tolist() == [False, True, False, False]


def test_a_bad_line_keeps_its_row(tmp_path: Path) -> None:
    table = quietly(write(tmp_path, a_dot_jsonl='{"body": "Un."}\n{"body": "Deu\n{"body": "Trois."}\n'))
    assert table["origin"].tolist() == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3"]
    assert table["text"].fillna("").tolist() == ["Un.", "", "Trois."]
    assert table["problem"][1].startswith("not JSON: ")


def test_an_empty_object_keeps_its_row(tmp_path: Path) -> None:
    write(tmp_path, a_dot_jsonl='{"text": "Un."}\n{}\n{"text": "Trois."}', b_dot_json="{}", c_dot_json="[{}]")
    with pytest.warns(UserWarning, match="3 of 5 records have a problem, see that column: 3 × no text"):
        table = read_articles(tmp_path)
    assert table["origin"].tolist() == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3", "b.json#1", "c.json#1"]
    assert table["text"].isna().tolist() == [False, True, False, True, True]


def test_a_script_in_a_title_is_text(tmp_path: Path) -> None:
    title = "<script>alert(1)</script>Budget"
    write(tmp_path, a_dot_csv=f"title,body\n{title},Un.\n", b_dot_txt=f"Title: {title}\n\nUn.")
    table = read_articles(tmp_path)
    assert table["title"].tolist() == [title, title]


def test_what_is_not_read_says_what_it_is(tmp_path: Path) -> None:
    write(
        tmp_path,
        a_dot_pdf=b"%PDF-1.7 ...",
        b_dot_md="# Notes",
        c_dot_gz=gzip.compress(b"{}")[:-6],
        d_dot_xml='<?xml version="1.0"?><!-- x > y --><rss><channel/></rss>',
        e_dot_xml='<?xml version="1.0"?><plan><room/></plan>',
        f_dot_bin=bytes(range(200, 216)) + bytes(range(32)) * 8,
        g_dot_parquet="no Parquet",
        h_dot_parquet=b"PAR1 and then nothing",
        i_dot_docx=packed(**{"word/document_dot_xml": "<w/>"}),
        j_dot_xlsx="no workbook",
    )
    table = quietly(tmp_path)
    assert table["problem"].str.replace(r"(unreadable: \w+).*", r"\1", regex=True).tolist() == [
        "broken PDF: Failed to load document (PDFium: Data format error).",
        "not a format read here: .md, and the content tells no other",
        "no text: of the names that mean it (text, body, content, maintext …) none is among the record's:"
        " none",
        "broken gzip: Compressed file ended before the end-of-stream marker was reached",
        "no article: the feed has no entry",
        "not a format read here: XML, <plan>",
        "not a format read here: no text, and no binary format we know",
        "broken Parquet: the content is none",
        "unreadable: ArrowInvalid",
        "empty: the document holds no text",
        "broken Excel: the content is none",
    ]
    assert table["text"].isna().all()


def test_given_ids_are_kept_and_made_distinct(tmp_path: Path) -> None:
    table = quietly(write(tmp_path, a_dot_csv="id,body\n0012,Un.\n0012,Deux.\n0012-2,Trois.\n,Quatre.\n"))
    assert table["article_id"].tolist()[:3] == ["0012", "0012-2", "0012-2-2"]
    assert table["problem"].notna().tolist() == [False, True, True, False]
    assert len(table["article_id"][3]) == 16


def test_the_id_depends_on_origin_and_text_alone(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    first = read_articles(write(tmp_path / "one", a_dot_txt="A.", b_dot_txt="A."))["article_id"].tolist()
    second = read_articles(write(tmp_path / "two", a_dot_txt="A.", b_dot_txt="B."))["article_id"].tolist()
    assert first[0] == second[0]
    assert len({*first, *second}) == 3


def test_dates_of_one_file_explain_each_other(tmp_path: Path) -> None:
    write(tmp_path, a_dot_csv="date,body\n03/04/2020,Un.\n13/04/2020,Deux.\n32/13/2020,Trois.\n,Quatre.\n")
    write(tmp_path, b_dot_csv="date,body\n03/04/2020,Un.\n")
    table = read_articles(tmp_path)
    days = [dt.datetime(2020, 4, 3, tzinfo=dt.UTC), dt.datetime(2020, 4, 13, tzinfo=dt.UTC)]
    assert table["published"].tolist()[:2] == days
    assert table["published"].isna().tolist()[2:] == [True] * 3
    assert table["published_rule"].fillna("").tolist()[2:] == ["unread: 32/13/2020", "", "unread: 03/04/2020"]
    assert table["problem"].isna().all()


def test_the_pages_first_date_counts_and_not_its_last(tmp_path: Path) -> None:
    table = read_articles(write(tmp_path, a_dot_html=PAGE))
    assert table["published"].tolist() == [dt.datetime(2020, 1, 13, 8, tzinfo=dt.UTC)]


def test_supplied_language_is_carried_and_not_believed(tmp_path: Path) -> None:
    table = read_articles(write(tmp_path, a_dot_txt="Title: Un\nLang: fr\n\nBonjour."))
    assert table["lang_given"].tolist() == ["fr"]
    assert table["lang"].isna().all()


def test_halves_of_characters_in_values_names_and_file_names_stop_nothing(tmp_path: Path) -> None:
    values = r'"note": "fin \ud83d", "na\ud83dme": 1, "big": 123456789012345678901'
    write(tmp_path, a_dot_json='[{"body": "Un.", ' + values + "}]")
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Deux.")
    table = read_articles(tmp_path)
    assert table["note"][0] == "fin \ufffd"
    assert table["na\ufffdme"][0] == 1
    assert table["big"][0] == 123456789012345678901
    assert table["origin"].tolist() == ["a.json#1", "caf\ufffd.txt"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    table = quietly(write(tmp_path, a_dot_txt="A."))
    assert table["origin"].tolist() == ["a.txt", "gone.txt", "pipe.txt"]
    assert table["problem"].fillna("").str.startswith("cannot be opened").tolist() == [False, True, True]


def test_carried_columns_take_the_one_dtype_that_holds_them(tmp_path: Path) -> None:
    rows = [
        {"body": "Un.", "n": 1, "x": 1, "ok": True, "tags": ["a"], "mixed": 1},
        {"body": "Deux.", "n": None, "x": 0.5, "ok": False, "tags": [], "mixed": "b"},
    ]
    table = read_articles(write(tmp_path, a_dot_json=json.dumps(rows)))
    dtypes = {name: str(table[name].dtype) for name in ("n", "x", "ok", "tags", "mixed")}
    assert dtypes == {"n": "Int64", "x": "float64", "ok": "bool", "tags": "object", "mixed": "object"}
