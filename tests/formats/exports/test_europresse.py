"""Europresse: look-alikes that we wrote, of its three layouts."""

from pathlib import Path

from tests.formats.reading import cells, read

ARTICLE = """<article><header><div><span class="DocPublicationName">L'Écho, no. 21345   </span></div>
<div><span class="DocHeader">Politique, mardi 14 mars 2006, p. MDE6</span></div><div><p>RUBRIQUE</p></div>
<div class="titreArticle"><p class='sm-margin-bottom'>TRIBUNES</p><p class="titreArticleVisu">{title}</p></div>
<div>Anne Martin</div></header><section>{body}</section>
<aside><div><b>Illustration(s) :</b><p>Une photo.</p></div><div><b>Note(s) :</b><p>(14 mars 1956.)</p></div></aside>
<footer><small>© 2006 L'Écho. Tous droits réservés.</small><p>Numéro de document : news·20060315·EC·0q15</p></footer>
</article>"""
BODY = "<div class=\"DocText\"><div class='docOcurrContainer'><p>Il <mark>pleut</mark>.</p><p>Encore.</p></div></div>"


def test_the_layout_of_2015(tmp_path: Path) -> None:
    unbalanced = ARTICLE.format(title="Soleil", body="<p>Il fait beau.</p></div></div>")
    table = read(
        tmp_path,
        "a.html",
        f"<!DOCTYPE html><html><body>{ARTICLE.format(title='Pluie', body=BODY)}{unbalanced}</body>",
    )
    assert cells(table, "title", "outlet", "author", "published", "text") == [
        ("Pluie", "L'Écho", "Anne Martin", "2006-03-14", "Il pleut.\n\nEncore."),
        ("Soleil", "L'Écho", "Anne Martin", "2006-03-14", "Il fait beau."),
    ]
    assert cells(table, "section", "page", "edition", "accession", "interface_lang")[0] == (
        "Politique",
        "MDE6",
        "no. 21345",
        "news·20060315·EC·0q15",
        "fr",
    )


def test_the_layout_of_today_with_a_document_without_text_and_two_briefs_alike(tmp_path: Path) -> None:
    brief = """<article><div class="rdp__DocPublicationName">L'Écho (site web)</div><span class="DocHeader">jeudi 3 octobre 2024
    - 08:15 245 mots</span><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">{title}</p>
    <p class="sm-margin-bottomNews">Anne Martin</p>{body}<span class="publiC-lblNodoc">news·2024·{number}</span></article>"""
    text = '<div class="docOcurrContainer">&lt;p&gt;Il pleut.&lt;/p&gt;&lt;p&gt;Encore.&lt;/p&gt;</div>'
    articles = [brief.format(title="Brève", body=text, number=number) for number in (1, 2)]
    articles.append(brief.format(title="Lien", body='<div class="link-not-hosted"></div>', number=3))
    table = read(tmp_path, "a.html", f"<html><body>{''.join(articles)}</body></html>")
    assert cells(table, "title", "author", "published", "text", "words_given") == [
        ("Brève", "Anne Martin", "2024-10-03T08:15", "Il pleut.\n\nEncore.", 245),
        ("Brève", "Anne Martin", "2024-10-03T08:15", "Il pleut.\n\nEncore.", 245),
        ("Lien", "Anne Martin", "2024-10-03T08:15", None, 245),
    ]
    assert table["problem"][2] == "no article: a link, its text is not in the export"
    assert table["article_id"].is_unique


def test_the_old_layout_whose_declared_charset_is_wrong(tmp_path: Path) -> None:
    one = """<table><tr><td><table><tr><td><img src="a.gif"></td></tr></table><span class="DocPublicationName">Écho</span><br>
    <span class="DocHeader">Politique, </span><span class="DocHeader">jeudi </span><span class="DocHeader">5 octobre 2013</span><br>
    <span class="TitreArticleVisu">{title}</span><br><br>Anne Martin<br><p></p>Il pleut à <b>Vesthal</b>.<p></p>Encore.<p></p>
    <b><i>© 2012 Écho. Tous droits réservés.</i></b><p></p>Numéro de document : news·2012·{number}<br></td></tr></table>"""
    head = '<html><head><META http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"></head><body>'
    table = read(
        tmp_path, "a.html", head + one.format(title="Pluie", number=1) + one.format(title="Été", number=2)
    )
    assert cells(table, "title", "outlet", "author", "published", "text", "accession") == [
        ("Pluie", "Écho", "Anne Martin", "2013-10-05", "Il pleut à Vesthal.\n\nEncore.", "news·2012·1"),
        ("Été", "Écho", "Anne Martin", "2013-10-05", "Il pleut à Vesthal.\n\nEncore.", "news·2012·2"),
    ]
