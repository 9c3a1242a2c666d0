"""Dates are read where they can be told, and only there."""

import datetime as dt

import pytest

from analysis.formats import dates

DAY = dt.datetime(2020, 1, 13, tzinfo=dt.UTC)
EIGHT = DAY.replace(hour=8)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020-01-13", DAY),
        (" 2020-01-13T08:00:00Z ", EIGHT),
        ("2020-01-13 09:00:00+01:00", EIGHT),
        ("2020-01-13 08:00:00 UTC", EIGHT),
        ("2020-01-13T08:00:00.000Z", EIGHT),
        ("2020/01/13", DAY),
        ("20200113", DAY),
        ("20200113080000", EIGHT),
        ("Mon, 13 Jan 2020 09:00:00 +0100", EIGHT),
        ("Mon, 13 Jan 2020 08:00:00 GMT", EIGHT),
        ("13 Jan 2020 03:00 EST", EIGHT),
        (" 13 Jan 2020 08:00 GMT ", EIGHT),
        (1578902400, EIGHT),  # date -u -d 2020-01-13T08:00 +%s
        ("1578902400", EIGHT),
        (1578902400000, EIGHT),
        (1578902400.0, EIGHT),
        ("13/01/2020", DAY),
        ("13-01-2020", DAY),
        ("13.01.2020 08:00", EIGHT),
        ("13/01/2020 08:00:00", EIGHT),
        ("13.1.2020", DAY),
        ("01/13/2020", DAY),
        ("03.04.2020", dt.datetime(2020, 4, 3, tzinfo=dt.UTC)),
        ("05/05/2020", dt.datetime(2020, 5, 5, tzinfo=dt.UTC)),
        (DAY, DAY),
        (DAY.replace(tzinfo=None), DAY),
        (DAY.date(), DAY),
    ],
)
def test_read(value: object, expected: dt.datetime) -> None:
    assert dates.read(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        *[
            "03/04/2020",
            "32/13/2020",
            "2020",
            "hier",
            "mardi 13",
            "",
            "12",
            "2020-13-01",
            "13/01/20",
            "10 jours",
        ],
        *["Mon, 13 Jul 2020 10:00:00 XYZ", "99999999999999999999", 43843, float("inf"), True],
    ],
)
def test_unread(value: object) -> None:
    assert dates.read(value) is None


def test_the_order_of_a_file_settles_what_one_date_leaves_open() -> None:
    day, month = dates.Reckoning(day_first=True), dates.Reckoning(day_first=False)
    assert dates.read("03/04/2020", day) == dt.datetime(2020, 4, 3, tzinfo=dt.UTC)
    assert dates.read("03/04/2020", month) == dt.datetime(2020, 3, 4, tzinfo=dt.UTC)
    assert dates.read("13/04/2020", month) == dt.datetime(2020, 4, 13, tzinfo=dt.UTC)


def test_a_file_that_contradicts_itself_has_no_order() -> None:
    assert dates.order(["13/01/2020", "01/13/2020"], dates.PLAIN).day_first is None


def test_what_the_analyst_says_goes_before_what_the_file_tells() -> None:
    american = dates.reckoning("UTC", day_first=False)
    assert dates.order(["13/01/2020"], american).day_first is False


def test_a_stamp_without_a_zone_is_of_the_corpus_and_one_with_a_zone_is_its_own() -> None:
    paris = dates.reckoning("Europe/Paris", None)
    assert dates.read("2020-01-13 09:00", paris) == EIGHT
    assert dates.read("2020-01-13T08:00Z", paris) == EIGHT
