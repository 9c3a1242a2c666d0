"""The articles themselves: which are selected, what is cleaned away, who is credited."""

import datetime as dt
import warnings

import pandas as pd
import pytest

import analysis as an
from analysis.tables import Article, from_rows
from analysis.text import boilerplate


@pytest.fixture
def articles() -> pd.DataFrame:
    """Invented: two to find things in, one of them unreadable."""
    return pd.DataFrame(
        {
            "article_id": ["fr", "en", "lost"],
            "outlet": ["Courrier", "Post", "Post"],
            "text": [
                "LYON, 3 mars (AFP) — « Le pont est ouvert », a dit le maire de Sarnay.\n\n\n\nPartager\n",
                "“The bridge is open,” the mayor of Sarnay said on Monday.\n\nLeave a Reply\n\nTop\n\n(AP)",
                None,
            ],
            "note": [1, 2, 3],
        }
    )


def test_cleaning_twice_is_cleaning_once(articles: pd.DataFrame):
    once = an.clean_text(articles)
    pd.testing.assert_frame_equal(an.clean_text(once), once)


def test_cleaning_changes_text_alone_and_keeps_what_was_read(articles: pd.DataFrame):
    cleaned = an.clean_text(articles)
    pd.testing.assert_frame_equal(cleaned.drop(columns=["text", "raw_text"]), articles.drop(columns="text"))
    pd.testing.assert_series_equal(cleaned["raw_text"], articles["text"], check_names=False)
    assert cleaned["text"].isna().tolist() == articles["text"].isna().tolist()
    assert cleaned["text"][0] == "LYON, 3 mars (AFP) — « Le pont est ouvert », a dit le maire de Sarnay."
    assert cleaned["text"][1] == "“The bridge is open,” the mayor of Sarnay said on Monday.\n\n(AP)"


def test_what_was_removed_is_listed_with_raw_spans_before_and_after(articles: pd.DataFrame):
    lines = an.find_boilerplate(articles)
    assert lines["line"].tolist() == ["Partager", "Leave a Reply", "Top"]
    raw = articles.set_index("article_id")["text"]
    assert [raw[row.article_id][row.start : row.end] for row in lines.itertuples()] == lines["line"].tolist()
    pd.testing.assert_frame_equal(an.find_boilerplate(an.clean_text(articles)), lines)


def test_a_quotation_found_in_the_cleaned_text_maps_back_to_the_raw_one(articles: pd.DataFrame):
    cleaned = an.clean_text(articles).assign(
        text=lambda table: "Share\n\n" + table["raw_text"], raw_text=None
    )
    cleaned = an.clean_text(cleaned)
    raw, text = cleaned["raw_text"][0], cleaned["text"][0]
    start = text.index("Le pont")
    pieces = boilerplate.kept(raw, boilerplate.find(raw))
    assert boilerplate.to_raw((start, start + 7), pieces) == (raw.index("Le pont"), raw.index("Le pont") + 7)


def test_an_article_of_nothing_but_boilerplate_keeps_its_row():
    articles = pd.DataFrame({"article_id": ["a"], "text": ["Share\n\nLeave a Reply"]})
    assert an.clean_text(articles)["text"].tolist() == [""]


def test_repeated_lines_go_only_for_their_outlet():
    texts = ["The bridge is open.\nSarnay Daily"] * 2
    articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["Post", None], "text": texts})
    repeated = pd.DataFrame({"outlet": ["Post"], "line": ["Sarnay Daily"]})
    cleaned = an.clean_text(articles, repeated=repeated)
    assert cleaned["text"].tolist() == ["The bridge is open.", texts[1]]
    assert an.find_boilerplate(articles, repeated=repeated)["kind"].tolist() == ["repeated"]


@pytest.mark.parametrize(("left", "right"), [("outlet", None), (None, "line")])
def test_repeated_lines_need_outlets_on_both_sides(
    articles: pd.DataFrame, left: str | None, right: str | None
):
    repeated = pd.DataFrame({"outlet": ["Post"], "line": ["Sarnay Daily"]})
    with pytest.raises(ValueError, match=rf"lacks '{left or right}'"):
        an.clean_text(
            articles.drop(columns=[left] if left else []),
            repeated=repeated.drop(columns=[right] if right else []),
        )


def test_credits_are_rows_of_their_article(articles: pd.DataFrame):
    found = an.find_credits(articles)
    assert found["article_id"].tolist() == ["fr", "en"]
    assert found["place"].tolist() == ["dateline", "tail"]
    assert found["agency"].tolist() == ["afp", "ap"]


def at(*moments: str | None) -> pd.DataFrame:
    """An article for each moment in UTC, `a0`, `a1`, …"""
    times = [moment and dt.datetime.fromisoformat(moment).replace(tzinfo=dt.UTC) for moment in moments]
    return from_rows(
        Article, [Article(f"a{n}", "", published=time, text="…") for n, time in enumerate(times)]
    )


CORPUS = at("2025-01-31 23:59:59", "2025-02-01", "2025-02-28 23:59:59.999999", "2025-03-01", None).assign(
    outlet=["Le Fanal", "Le Fanal", "Le Phare", "L'Écho", "L'Écho"], lang=["fr", "en", "fr", "de", "und"]
)


def chosen(**asked) -> str:
    """The numbers of the articles selected; what is warned of is tested by itself."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return "".join(id_.removeprefix("a") for id_ in an.select(CORPUS, **asked)["article_id"])


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, "01234"),
        ({"outlet": "Le Fanal"}, "01"),
        ({"outlet": ["L'Écho", "Le Phare"]}, "234"),
        ({"lang": ("fr", "und")}, "024"),
        ({"outlet": "Le Fanal", "lang": "de"}, ""),  # both are there, together they are not
        ({"since": "2025-02-01"}, "123"),
        ({"since": "2025-02"}, "123"),
        ({"since": "2025"}, "0123"),
        ({"until": "2025-01-31"}, "0"),  # its last second too
        ({"until": "2025-02"}, "012"),
        ({"until": "2025"}, "0123"),
        ({"since": "2025-02", "until": "2025-02"}, "12"),
        ({"since": dt.date(2025, 2, 28), "until": dt.date(2025, 2, 28)}, "2"),
        ({"since": dt.datetime(2025, 2, 28, 12)}, "23"),  # a time is its day
        ({"since": dt.datetime.fromisoformat("2025-03-01T00:30+02:00")}, "23"),  # 28 February in UTC
        ({"since": pd.Timestamp("2025-03-01")}, "3"),
        ({"since": "last 2 days"}, "23"),
        ({"since": "Last 1 month"}, "23"),  # 2 February to 1 March
        ({"since": "last 1 year"}, "0123"),
        ({"since": "0001-01-01", "until": "9999"}, "0123"),
        ({"until": "2024"}, ""),
        ({"lang": "fr", "since": "2025-02"}, "2"),
    ],
)
def test_what_is_selected(asked, expected):
    assert chosen(**asked) == expected


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            {"since": "yesterday"},
            r"since='yesterday' is not a day \('2025-01-31'\), .*, or 'last 7 days'",
        ),
        ({"since": "31/01/2025"}, "since='31/01/2025' is not a day"),
        ({"since": "2025-1-31"}, "since='2025-1-31' is not a day"),
        ({"since": "2025-01-31T10:00"}, "is not a day"),
        ({"since": "2025-02-30"}, "since='2025-02-30' is not a day"),
        ({"since": "2025-13"}, "since='2025-13' is not a day"),
        ({"since": "last 0 days"}, "since='last 0 days' is not a day"),
        ({"since": "last 9999 years"}, "since='last 9999 years' is not a day"),
        ({"since": ""}, "since='' is not a day"),
        ({"since": 2025}, "since=2025 is not a day"),
        ({"since": pd.NaT}, "since=NaT is not a day"),
        ({"until": "soon"}, r"until='soon' is not a day .* or a datetime\.date$"),
        ({"until": "last 7 days"}, "until='last 7 days' is not a day"),
        (
            {"until": dt.datetime.min.replace(tzinfo=dt.timezone(dt.timedelta(hours=9)))},
            "until=.* is not a day",
        ),
        ({"since": "2025-03", "until": "2025-02"}, "since='2025-03' is later than until='2025-02'"),
        ({"since": "last 2 days", "until": "2025-01"}, "since='last 2 days' is later than until='2025-01'"),
        ({"outlet": "le fanal"}, "outlet='le fanal' is the outlet of no article; did you mean 'Le Fanal'"),
        (
            {"outlet": ["Le Fanal", "L'Echo"]},
            'outlet="L\'Echo" is the outlet of no article; did you mean "L\'Écho"',
        ),
        ({"outlet": ""}, r"outlet='' is the outlet of no article; there are L'Écho, Le Fanal, Le Phare"),
        ({"outlet": [None]}, "outlet=None is the outlet of no article"),
        ({"outlet": []}, r"outlet=\[\] names none"),
        ({"lang": "FR"}, "lang='FR' is the lang of no article; did you mean 'fr'"),
        ({"lang": "French"}, "lang='French' is the lang of no article; there are de, en, fr, und"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_what_can(asked, message):
    with pytest.raises(ValueError, match=message):
        an.select(CORPUS, **asked)


def test_one_warning_counts_the_undated_of_what_else_is_asked_for():
    with pytest.warns(
        UserWarning, match="1 of 2 articles have no date and are in no period .*: left out"
    ) as told:
        an.select(CORPUS, outlet="L'Écho", since="2025")
    assert len(told) == 1
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        an.select(CORPUS, outlet="L'Écho")  # no period: nothing falls out
        an.select(CORPUS, outlet="Le Fanal", since="2025")


def test_the_last_days_end_with_the_newest_article_of_the_whole_table():
    both = {"since": "last 30 days"}  # 31 January to 1 March
    assert chosen(**both) == "0123"
    assert chosen(outlet="Le Fanal", **both) == "01"
    assert chosen(since="last 29 days") == "123"


def test_a_corpus_without_dates_leaves_nothing_in_a_period():
    with pytest.warns(UserWarning, match="1 of 1 articles have no date"):
        assert an.select(at(None), since="last 7 days").empty


def test_dates_of_another_zone_or_of_none_are_days_in_utc():
    moved = CORPUS.assign(published=CORPUS["published"].dt.tz_convert("Asia/Tokyo"))
    naive = CORPUS.assign(published=CORPUS["published"].dt.tz_localize(None))
    for table in (moved[:4], naive[:4]):
        assert an.select(table, until="2025-01-31")["article_id"].tolist() == ["a0"]


def test_dates_that_are_text_are_read_or_refused_with_what_makes_dates_of_them():
    assert len(an.select(CORPUS.assign(published="2025-01-31"), since="2025")) == len(CORPUS)
    with pytest.raises(
        ValueError, match=r"column 'published', row 0, where a date is needed: .*pd\.to_datetime"
    ):
        an.select(CORPUS.assign(published="31 January"), since="2025")


@pytest.mark.parametrize(
    ("timezone", "expected"),
    [
        ("UTC", ["early"]),  # 22:30 on 30 March, and 01:30 on 31 March
        ("Europe/Paris", []),  # 00:30 and 03:30 on 31 March
        ("America/New_York", ["early", "late"]),  # 18:30 and 21:30 on 30 March
    ],
)
def test_the_day_of_an_article_is_that_of_the_zone_asked_for(timezone, expected):
    times = [dt.datetime.fromisoformat(f"2025-03-31T{hour}+02:00") for hour in ("00:30", "03:30")]
    rows = [Article(name, "", published=time) for name, time in zip(["early", "late"], times, strict=True)]
    articles = from_rows(Article, rows)
    assert an.select(articles, until="2025-03-30", timezone=timezone)["article_id"].tolist() == expected


def test_last_days_and_times_with_a_zone_are_days_of_the_zone_asked_for():
    assert chosen(since="last 1 day", timezone="America/New_York") == "23"  # both on 28 February there
    moment = dt.datetime.fromisoformat("2025-03-01T00:30+00:00")
    assert chosen(since=moment, timezone="America/New_York") == "23"


def test_a_day_without_an_hour_is_that_day_in_the_zone_it_was_read_in(tmp_path):
    (tmp_path / "a.csv").write_text("headline;body;date\nUn;Bonjour.;2025-03-12\n", encoding="utf-8")
    articles = an.read_articles(tmp_path, timezone="Europe/Paris")
    both = {"since": "2025-03-12", "until": "2025-03-12"}
    assert len(an.select(articles, timezone="Europe/Paris", **both)) == 1
    assert an.select(articles, **both).empty  # midnight in Paris is 23:00 in UTC, the day before


def test_a_zone_that_is_none_is_refused():
    with pytest.raises(ValueError, match="timezone='Paris' is no time zone"):
        an.select(CORPUS, since="2025", timezone="Paris")


@pytest.mark.parametrize("column", ["outlet", "lang", "published"])
def test_a_column_is_needed_only_where_it_is_selected_by(column):
    without = CORPUS.drop(columns=column)
    assert len(an.select(without)) == 5
    asked = {"outlet": {"outlet": "Le Fanal"}, "lang": {"lang": "fr"}, "published": {"since": "2025"}}
    with pytest.raises(ValueError, match=f"the articles table lacks '{column}'"):
        an.select(without, **asked[column])


def test_a_language_nobody_detected_says_what_to_run():
    with pytest.raises(ValueError, match=r"lang='fr' is .*; none has any: detect_language\(\) makes it"):
        an.select(CORPUS.assign(lang=None).astype({"lang": "str"}), lang="fr")


def test_in_an_empty_table_no_name_is_wrong():
    empty = an.select(CORPUS[:0], outlet="Anybody", lang="xx", since="last 7 days")
    pd.testing.assert_frame_equal(empty, CORPUS[:0])
