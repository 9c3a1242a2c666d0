"""Dates as they are printed, in the languages of archives' interfaces."""

import datetime as dt

import pytest

from analysis.text import dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 mars 2025", "2025-03-12"),
        ("March 12, 2025", "2025-03-12"),
        ("12. März 2025", "2025-03-12"),
        ("12 de marzo de 2025", "2025-03-12"),
        ("12 marzo 2025", "2025-03-12"),
        ("12 de março de 2025", "2025-03-12"),
        ("12 maart 2025", "2025-03-12"),
        ("12 марта 2025 г.", "2025-03-12"),
        ("2025 年 3 月 12 日", "2025-03-12"),
        ("1er février 2011", "2011-02-01"),
        ("2nd June 1987", "1987-06-02"),
        ("29-Dec-2011", "2011-12-29"),
        ("Politique, mardi 14 mars 2006, p. 16", "2006-03-14"),
        ("20130711", "2013-07-11"),
    ],
)
def test_a_day(text: str, expected: str) -> None:
    found = dates.read(text)
    assert found
    assert (str(found.moment.date()), found.timed) == (expected, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("July 1, 2019 Monday 9:20 AM GMT", "2019-07-01T09:20:00+00:00"),
        ("14. Oktober 2013 Montag 4:20 PM GMT+1", "2013-10-14T16:20:00+01:00"),
        ("12 mars 2025, 15h32", "2025-03-12T15:32:00"),
        ("02.04.2013 18.30 Uhr", "2013-04-02T18:30:00"),
        ("2018 年 10 月 7 日 17:04", "2018-10-07T17:04:00"),
        ("20131020T192751+1100", "2013-10-20T19:27:51+11:00"),
        ("Mon, 13 Jan 2020 10:00:00 +0100", "2020-01-13T10:00:00+01:00"),
        ("July 1, 2019 12:05 AM EST", "2019-07-01T00:05:00-05:00"),
    ],
)
def test_an_hour_that_is_printed_is_kept(text: str, expected: str) -> None:
    found = dates.read(text)
    assert found
    assert (found.moment.isoformat(), found.timed) == (expected, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hier",
        "mardi 13",
        "Covid-19, part 1",
        "2020",
        "10 jours",
        "03/04/2025",
        "32 mars 2025",
        "listopad 3, 2010",
        "12 of 40, 1999 pages",
    ],
)
def test_what_is_no_day_or_could_be_two_is_none(text: str) -> None:
    assert dates.read(text) is None


def test_who_knows_the_order_or_the_language_is_believed() -> None:
    day, month = dates.read("03/04/2025", day_first=True), dates.read("03/04/2025", day_first=False)
    assert day
    assert month
    assert (day.moment, month.moment) == (dt.datetime(2025, 4, 3), dt.datetime(2025, 3, 4))
    november = dates.read("3 listopad 2010", ["pl"])
    assert november
    assert november.moment == dt.datetime(2010, 11, 3)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [(" Friday, Late Edition", "Late Edition"), (" vendredi", ""), (", Sundries", "Sundries")],
)
def test_a_day_of_the_week_is_no_edition(rest: str, expected: str) -> None:
    assert dates.after_weekday(rest) == expected


def test_a_zone_is_less_than_a_day_away() -> None:
    assert dates.zone("+2359") is not None
    assert dates.zone("+2400") is None
