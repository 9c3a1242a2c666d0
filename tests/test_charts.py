"""Charts: what is said is what is drawn, small groups stay and are marked, the same table, the same files."""

import hashlib
import json
import re
from html.parser import HTMLParser

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.text import Text

import analysis as an
from analysis import charts
from analysis.tables import Article, empty, from_rows
from analysis.text.quotes import Quote


def articles(**outlets: int) -> pd.DataFrame:
    """So many French articles of 100 words for each outlet, one a day."""
    names = [name for name, number in outlets.items() for _ in range(number)]
    days = pd.date_range("2026-03-02", periods=len(names), tz="UTC", unit="us")
    rows = [
        Article(f"a{number}", "x.txt", name, text="…", published=day, lang="fr")
        for number, (name, day) in enumerate(zip(names, days, strict=True))
    ]
    return from_rows(Article, rows).assign(n_words=100, flesch=np.linspace(40.0, 60.0, len(rows)))


def quotes(table: pd.DataFrame, **said: object) -> pd.DataFrame:
    """One quotation of ten words in each article."""
    said = {"speaker": "Ada Roy", "source_type": "business", "cue": "dit", "stance": "neutral"} | said
    rows = [(article_id, *Quote(0, 1, "…", "direct", 0, 10, **said)) for article_id in table.article_id]
    return from_rows(Quote, rows)


FLOW = pd.DataFrame({"step": ["read", "readable", "cleaned", "analysed"], "articles": [30, 26, 26, 24]})


def every_chart(locale: str = "en") -> dict[str, charts.Chart]:
    table = articles(Fanal=12, Phare=11, Cri=3)
    said = quotes(table).merge(table[["article_id", "outlet"]], on="article_id")
    sources = an.summarise_sources(table, said, by="outlet")
    return {
        "corpus_flow": charts.corpus_flow(FLOW, locale=locale),
        "languages_by_week": charts.languages_by_week(table, locale=locale),
        "readability_scores": charts.readability_scores(table, locale=locale),
        "quotation_shares": charts.quotation_shares(table, said, locale=locale),
        "cue_stance": charts.cue_stance(said, by="outlet", locale=locale),
        "quotation_lengths": charts.quotation_lengths(said, locale=locale),
        "source_shares": charts.source_shares(sources, by="outlet", locale=locale),
    }


VERBS = [name for name in charts.__all__ if name not in {"Chart", "export"}]


@pytest.fixture(scope="module")
def drawn() -> dict[str, dict[str, charts.Chart]]:
    return {locale: every_chart(locale) for locale in ("en", "fr")}


def shown(chart: charts.Chart) -> str:
    """Every word in the figure."""
    from matplotlib.text import Text

    return " ".join(text.get_text() for text in chart.figure.findobj(Text))


@pytest.mark.parametrize("verb", VERBS)
def test_every_chart_has_a_title_an_alt_text_and_n_in_both_languages(drawn, verb):
    english, french = drawn["en"][verb], drawn["fr"][verb]
    assert english.title in english.alt
    assert english.n == french.n > 0
    assert f"n = {english.n}" in shown(english)
    assert english.title != french.title
    assert english.alt != french.alt
    pd.testing.assert_frame_equal(english.data, french.data)  # codes, never their translations


def test_every_verb_is_tested_here(drawn):
    assert sorted(drawn["en"]) == sorted(VERBS)


@pytest.mark.parametrize("verb", ["quotation_shares", "cue_stance", "source_shares"])
def test_a_small_group_is_marked_and_drawn_lighter_but_not_dropped(drawn, verb):
    chart = drawn["en"][verb]
    assert set(chart.data.outlet) == {"Fanal", "Phare", "Cri"}
    assert set(chart.data[chart.data.small].outlet) == {"Cri"}
    assert "Cri (3) *" in shown(chart).replace("\xa0", " ")
    assert "Fewer than 10 articles" in shown(chart)
    opacities = {patch.get_alpha() for axes in chart.figure.axes for patch in axes.patches}
    assert len(opacities) == 2
    assert any(patch.get_hatch() for axes in chart.figure.axes for patch in axes.patches), (
        "not by colour alone"
    )


def test_a_small_group_is_never_said_to_stand_out():
    table = articles(Fanal=12, Phare=11, Cri=3)
    table.loc[table.outlet == "Cri", "flesch"] = 99.0
    title = charts.readability_scores(table).title
    assert "Cri" not in title
    assert "easiest in Phare" in title


def test_a_title_follows_its_data():
    table = articles(Fanal=12, Phare=11)
    said = quotes(table)
    more = said[said.article_id.isin(table.article_id[table.outlet == "Phare"])]
    # 120 of 1,200 words against 220 of 1,100.
    title = charts.quotation_shares(table, pd.concat([said, more])).title
    assert title == "Quotation fills 15% of the text; most in Phare (20%), least in Fanal (10%)"


def test_equal_groups_are_not_ranked():
    title = charts.quotation_shares(articles(Fanal=12, Phare=11), quotes(articles(Fanal=12, Phare=11))).title
    assert title == "Quotation fills 10% of the text"


@settings(max_examples=8)  # each draws a chart
@given(st.lists(st.integers(1, 40), min_size=1, max_size=30))
def test_shares_of_stances_add_up_and_keep_every_utterance(numbers):
    table = articles(**{f"o{place}": number for place, number in enumerate(numbers[:4])})
    stances = [["neutral", "challenge", "factive"][number % 3] for number in range(len(table))]
    said = quotes(table).assign(stance=stances).merge(table[["article_id", "outlet"]], on="article_id")
    chart = charts.cue_stance.__wrapped__(said, by="outlet")
    assert chart.data.utterances.sum() == len(table) == chart.n
    np.testing.assert_allclose(chart.data.groupby("outlet").share.sum(), 1.0)


def test_stances_of_a_lexicon_of_ones_own_are_drawn_last():
    said = quotes(articles(Fanal=4)).assign(stance=["neutral", "sung", "mumbled", "sung"])
    chart = charts.cue_stance(said)
    assert chart.title == "25% of utterances with a cue are introduced neutrally"
    assert dict(zip(chart.data.stance, chart.data.share, strict=True)) == {
        "neutral": 0.25,
        "mumbled": 0.25,
        "sung": 0.5,
    }
    assert "mumbled" in shown(chart)
    assert charts.cue_stance(said.assign(stance="sung")).data.share.tolist() == [1.0]


def test_kinds_of_a_finder_of_ones_own_are_drawn_last():
    table = articles(Fanal=2)
    chart = charts.quotation_shares(table, quotes(table).assign(kind=["direct", "thought"]))
    assert chart.title == "Quotation fills 10% of the text"
    assert chart.data.kind.tolist() == ["direct", "mixed", "indirect", "thought"]
    assert chart.data.quoted_words.tolist() == [10, 0, 0, 10]


def test_parts_of_an_interrupted_utterance_are_one():
    said = pd.concat([quotes(articles(Fanal=1)).assign(n_words=number) for number in (3, 4)])
    chart = charts.quotation_lengths(said)
    assert chart.data.words.tolist() == [7]
    assert charts.cue_stance(said).n == 1


def test_unattributed_words_come_first_and_the_rest_by_utterances():
    table = articles(Fanal=12)
    said = pd.concat([quotes(table), quotes(table[:6], speaker=None), quotes(table[:3], speaker="Ben Ott")])
    said["utterance"] = range(len(said))
    chart = charts.source_shares(an.summarise_sources(table, said), of="speaker")
    assert chart.data.source.tolist() == ["(unattributed)", "Ada Roy", "Ben Ott"]
    assert chart.data.utterances.tolist() == [6, 12, 3]
    assert chart.title.startswith("29% of utterances have no identified speaker")  # 6 of 21


def test_the_many_small_sources_are_counted_together_and_no_giant_bar_hides_the_others():
    table = articles(Fanal=30)
    said = quotes(table).assign(speaker=[f"Speaker {number}" for number in range(30)])
    chart = charts.source_shares(an.summarise_sources(table, said), of="speaker")
    assert chart.data.source.tolist()[-1] == "(others)"
    assert chart.data.utterances.sum() == 30
    assert max(bar.get_width() for axes in chart.figure.axes for bar in axes.patches) == pytest.approx(1 / 30)
    assert "All other sources: 47% of the utterances, not drawn." in shown(chart)  # 14 of 30


def test_no_chart_counts_what_nobody_said_and_each_says_how_much_that_is():
    table = articles(Fanal=12)
    said = quotes(table).merge(table[["article_id", "outlet"]], on="article_id")
    said.loc[0, "polarity"] = "negated"
    said.loc[1:2, "mood"] = "hypothetical"
    sources = an.summarise_sources(table, said, by="outlet")
    drawn = [
        charts.quotation_shares(table, said),
        charts.cue_stance(said, by="outlet"),
        charts.quotation_lengths(said),
        charts.source_shares(sources, by="outlet"),
    ]
    assert [chart.n for chart in drawn[1:]] == [9, 9, 9]
    assert drawn[0].data.quoted_words.sum() == 90
    notes = [" ".join(shown(chart).split()) for chart in drawn]  # lines break where the chart is narrow
    assert all("Left out, denied or only supposed: 3 utterances." in note for note in notes)
    assert not any("Left out" in shown(chart) for chart in every_chart().values())


def test_what_a_couple_says_counts_for_each_and_once_in_the_whole():
    table = articles(Fanal=6, Phare=4)
    said = quotes(table).merge(table[["article_id", "outlet"]], on="article_id")
    said["speakers"] = ['["Ada Roy", "Jan Lind"]'] * 5 + ['["Ada Roy"]'] * 5
    for by in (None, "outlet"):
        chart = charts.source_shares(an.summarise_sources(table, said, by=by), of="speaker")
        assert chart.n == 10
        shares = chart.data.groupby("source").share.sum()
        assert shares[["Ada Roy", "Jan Lind"]].tolist() == [1, 0.5]


def test_articles_without_a_date_or_a_language_keep_a_place():
    table = articles(Fanal=5)
    table.loc[0, "published"] = pd.NaT
    table.loc[1, "lang"] = None
    chart = charts.languages_by_week(table)
    assert chart.data.articles.sum() == 5
    assert "no date" in shown(chart)
    assert "not given" in shown(chart)


def test_a_corpus_of_years_is_drawn_by_month():
    table = articles(Fanal=3).assign(
        published=pd.to_datetime(["2024-01-09", "2025-01-03", "2026-01-20"], utc=True)
    )
    assert len(charts.languages_by_week(table).data) == 25


NOTHING = {
    "corpus_flow": lambda: charts.corpus_flow(FLOW.assign(articles=0)),
    "languages_by_week": lambda: charts.languages_by_week(empty(Article)),
    "readability_scores": lambda: charts.readability_scores(articles(Fanal=2).assign(flesch=np.nan)),
    "quotation_shares": lambda: charts.quotation_shares(articles(), quotes(articles())),
    "cue_stance": lambda: charts.cue_stance(empty(Quote)),
    "quotation_lengths": lambda: charts.quotation_lengths(empty(Quote)),
    "source_shares": lambda: charts.source_shares(an.summarise_sources(empty(Article), empty(Quote))),
}


def test_a_flow_without_a_step_is_a_chart_that_says_so_too():
    assert charts.corpus_flow(FLOW[:0]).title == "Nothing to show: no row is left"


@pytest.mark.parametrize("verb", VERBS)
def test_an_empty_table_gives_a_chart_that_says_so(verb, tmp_path):
    chart = NOTHING[verb]()
    assert chart.n == 0
    assert charts.export(chart, tmp_path / "nothing")


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (
            lambda: charts.languages_by_week(articles(Fanal=1).drop(columns="lang")),
            "lacks 'lang' (made by detect_language())",
        ),
        (
            lambda: charts.cue_stance(quotes(articles(Fanal=1)), by="outlet"),
            "the quotes table lacks 'outlet'",
        ),
        (
            lambda: charts.languages_by_week(articles(Fanal=1), locale="de"),
            "no strings for locale='de'; there are en, fr",
        ),
        (
            lambda: charts.corpus_flow(FLOW.assign(step="seen")),
            "flow.step has ['seen']; the steps are read, readable",
        ),
        (
            lambda: charts.readability_scores(pd.concat([articles(Fanal=1)] * 2)),
            "several rows an article in 'outlet': choose a part",
        ),
    ],
)
def test_a_wrong_call_says_what_is_missing_and_who_makes_it(call, named):
    with pytest.raises(ValueError, match=re.escape(named)):
        call()


def test_an_export_is_the_same_bytes_on_every_run_and_knows_its_files(tmp_path, drawn):
    first = charts.export(every_chart()["source_shares"], tmp_path / "one" / "sources")
    again = charts.export(every_chart()["source_shares"], tmp_path / "two" / "sources")
    assert [path.suffix for path in first] == [".png", ".svg", ".pdf", ".csv", ".json"]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]
    record = json.loads(first[-1].read_text(encoding="utf-8"))
    assert record["alt"] == drawn["en"]["source_shares"].alt
    assert record["sha256"] == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in first[:-1]
    }
    assert first[3].read_bytes().startswith(b"\xef\xbb\xbf"), "Excel reads a CSV as UTF-8 only with its mark"
    assert sorted(path.name for path in (tmp_path / "one").iterdir()) == sorted(path.name for path in first)


def test_the_analysts_own_settings_do_not_change_a_chart(tmp_path):
    import matplotlib as mpl

    plain = charts.export(charts.corpus_flow(FLOW), tmp_path / "plain")
    with mpl.rc_context({"axes.facecolor": "black", "font.size": 30, "svg.hashsalt": "mine"}):
        after = charts.export(charts.corpus_flow(FLOW), tmp_path / "after")
        assert mpl.rcParams["font.size"] == 30
    assert [path.read_bytes() for path in plain[:3]] == [path.read_bytes() for path in after[:3]]


def test_a_failed_export_leaves_the_last_one(tmp_path, monkeypatch):
    chart = charts.quotation_shares(articles(Fanal=2), quotes(articles(Fanal=2)))
    before = charts.export(chart, tmp_path / "c")
    kept = [path.read_bytes() for path in before]
    monkeypatch.setattr("analysis.charts.files.render", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        charts.export(chart, tmp_path / "c")
    assert [path.read_bytes() for path in before] == kept
    assert len(list(tmp_path.iterdir())) == 5


def test_boxes_stand_for_letters_that_no_font_has_and_a_warning_lists_them(tmp_path):
    table = articles(新聞=2)  # no font of the project has Chinese
    with pytest.warns(
        UserWarning, match=r"2 letters of a chart \(新 聞\): boxes stand for them.*Noto Sans"
    ) as told:
        chart = charts.quotation_shares(table, quotes(table))
    assert told[0].filename == __file__
    assert {path.suffix for path in charts.export(chart, tmp_path / "c")} == {
        ".png",
        ".svg",
        ".pdf",
        ".csv",
        ".json",
    }
    assert "新聞" in chart.alt
    assert "新聞" in (tmp_path / "c.csv").read_text(encoding="utf-8-sig")


def test_an_installed_font_that_has_a_letter_draws_it():
    table = articles(ᶁᶄ=2, Fanal=2)  # of the fonts that come with matplotlib, STIX has them
    chart = charts.quotation_shares(table, quotes(table))
    families = {text.get_text(): text.get_fontfamily() for text in chart.figure.findobj(Text)}
    assert "STIXGeneral" in next(fonts for text, fonts in families.items() if "ᶁᶄ (2)" in text)
    assert "STIXGeneral" not in next(fonts for text, fonts in families.items() if "Fanal (2)" in text)


def test_control_characters_are_never_drawn_nor_written_into_an_svg(tmp_path):
    table = articles(**{"\x1b[31mX\x07\uffff": 12})
    chart = charts.quotation_shares(table, quotes(table))
    charts.export(chart, tmp_path / "c")
    assert not set((tmp_path / "c.svg").read_text(encoding="utf-8")) & set("\x1b\x07\uffff")
    assert "\ufffd[31mX\ufffd\ufffd" in chart.alt


def test_an_infinite_score_is_counted_and_not_drawn():
    scores = pd.DataFrame({"article_id": ["a", "b", "c"], "lang": "en", "outlet": "Fanal"})
    chart = charts.readability_scores(scores.assign(lix=[30.0, float("inf"), None]), measure="lix")
    assert chart.n == 1


def test_a_chart_without_alt_text_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"chart\.alt is empty"):
        charts.export(charts.corpus_flow(FLOW)._replace(alt=" "), tmp_path / "c")


class Images(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_a_chart_shows_itself_with_its_alt_text_and_hostile_names_stay_text():
    table = articles(**{'"><script>alert(1)</script> $5 and $6': 11})
    chart = charts.quotation_shares(table, quotes(table))
    html = Images()
    html.feed(chart._repr_mimebundle_()["text/html"])
    assert [tag for tag, _ in html.found] == ["figure", "img"]
    assert html.found[1][1]["alt"] == chart.alt
    assert "<script>alert(1)</script> $5 and $6 (11)" in shown(chart)
    assert chart._repr_mimebundle_()["text/plain"] == chart.alt


def test_charts_need_no_pyplot_and_cost_nothing_to_import():
    import subprocess
    import sys

    code = """
import sys
from analysis import charts
assert not {"matplotlib", "pandas"} & set(sys.modules)
import pandas
charts.corpus_flow(pandas.DataFrame({"step": ["read"], "articles": [1]}))
assert "matplotlib.pyplot" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
