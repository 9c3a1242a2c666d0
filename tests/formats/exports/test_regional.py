"""Archives of one country: look-alikes that we wrote, by the marks that their readers know."""

from pathlib import Path

from tests.formats.reading import cells, read


def test_mediargus_whose_headlines_come_first(tmp_path: Path) -> None:
    listed = "\n\n\n".join(f"{n}. Regen {n}\n\nDe Echo, {n} mei 2019, p. {n}, 12w." for n in (1, 2, 3))
    bodies = "\n\n\n\n\n\n".join(
        f"De Echo\n\nBinnenland\n\nRegen {n}\n\nHet regent {n}.\n\nNog." for n in (1, 2, 3)
    )
    table = read(tmp_path, "a.txt", f"{listed}\n\n\n\n\n\n\n{bodies}\n".encode("latin-1"))
    assert cells(table, "title", "outlet", "published", "page", "words_given", "text") == [
        (f"Regen {n}", "De Echo", f"2019-05-0{n}", str(n), 12, f"Het regent {n}.\n\nNog.") for n in (1, 2, 3)
    ]


def test_integrum_in_its_own_encoding(tmp_path: Path) -> None:
    one = """<div><table><tr><td>^ИС:<br>Эхо<br>^ДТ:<br>0{n}.05.1993<br>^ЗГ:<br>Дождь {n}<br>^АВ:<br>Анна Ли<br></td></tr></table>
    <pre>  Идёт
дождь.
  Ещё.</pre></div>"""
    page = f'<html><head><meta charset="windows-1251"></head><body>{one.format(n=1)}{one.format(n=2)}</body></html>'
    table = read(tmp_path, "a.html", page.encode("cp1251"))
    assert cells(table, "title", "outlet", "author", "published", "text") == [
        (f"Дождь {n}", "Эхо", "Анна Ли", f"1993-05-0{n}", "Идёт дождь.\n\nЕщё.") for n in (1, 2)
    ]


def test_yomidas_and_kikuzo(tmp_path: Path) -> None:
    one = """<table class="contentsTable"><tr><th>{n}</th><th>1987.01.0{n}</th><th>雨</th><th>朝刊</th><th>一面</th><th>01頁</th><th>120字</th></tr>
    </table><div><p class="mb10">雨が降る。</p></div>"""
    table = read(
        tmp_path,
        "a.html",
        f'<html><body><div id="heiseiDetailArea">{one.format(n=1)}{one.format(n=2)}</div></body></html>',
    )
    assert cells(table, "title", "published", "edition", "words_given", "text") == [
        ("雨", f"1987-01-0{n}", "朝刊", 120, "雨が降る。") for n in (1, 2)
    ]
    one = """<div><table class="topic-detail"><tr><td><span class="font002">雨</span></td></tr></table><table class="topic-list"><tr>
    <td>1</td><td>1985年01月0{n}日</td><td>朝刊</td><td>一面</td><td>001</td><td>00120文字</td></tr></table><div class="detail001">雨が降る。</div></div>"""
    table = read(tmp_path, "b.html", f"<html><body>{one.format(n=1)}{one.format(n=2)}</body></html>")
    assert cells(table, "title", "published", "edition", "words_given", "text") == [
        ("雨", f"1985-01-0{n}", "朝刊", 120, "雨が降る。") for n in (1, 2)
    ]


def test_the_teasers_of_an_index_of_clippings(tmp_path: Path) -> None:
    one = """<div><span id="sourceTitle">De Echo</span><span id="articleDate">3 mei 2019</span><p id="articleTitle">Regen {n}</p>
    <div id="articleIntro">Het regent.</div><span id="articlePage">pagina 4</span></div>"""
    table = read(
        tmp_path,
        "a.html",
        f'<html><head><title>Mijn werkmap</title></head><body><div id="articleTable">{one.format(n=1)}{one.format(n=2)}</div></body></html>',
    )
    assert cells(table, "title", "outlet", "published", "text", "text_kind") == [
        (f"Regen {n}", "De Echo", "2019-05-03", "Het regent.", "summary") for n in (1, 2)
    ]
