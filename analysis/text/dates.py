"""Dates as they are printed: ISO 8601, RFC 2822, numeric days, and days with the name of their month.

Names of months are looked up by dateparser in the languages given; everything around them is read here, so
that a title such as "Covid-19, part 1" is no date, and a date that could be two days is none.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from email.utils import parsedate_to_datetime
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.text import lexicon

YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
DAY = r"(?P<day>[0-3]?\d)"
MONTH = r"(?P<month>[^\W\d_]{3,}(?:['’]?[^\W\d_]+)*)"
OF = r"(?:(?:de|del|d['’]|of)\s*)?"  # 12 de marzo de 2025
# The shapes of a day whose month has a name; each stands alone, no digit before or after it
WORDED = [
    re.compile(rf"(?<![\w.-]){shape}(?!\w|[.,]\d)")
    for shape in (
        rf"{DAY}(?:st|nd|rd|th|er|\.|º|°)?[\s-]*{OF}{MONTH}\.?,?[\s-]*{OF}{YEAR}",  # 12 mars 2025
        rf"{MONTH}\.?\s+{DAY}(?:st|nd|rd|th|\.)?,?\s+{YEAR}",  # March 12, 2025
        rf"{YEAR}[\s-]+{MONTH}\.?[\s-]+{DAY}",  # 2025 March 12
    )
]
# 2018 年 10 月 7 日, 2018년 10월 7일
EASTERN = re.compile(r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일]")
ISO = re.compile(r"(?<!\d)(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)")
# 13/01/2020, 13.01.2020
NUMERIC = re.compile(
    r"(?<![\d./-])(?P<n1>\d{1,2})\s?(?P<mark>[./-])\s?(?P<n2>\d{1,2})\s?(?P=mark)\s?(?P<year>\d{4})(?!\d)"
)
# 9:20 AM GMT, 15h32, 10.30 Uhr, 10:00:00 +0100
CLOCK = re.compile(
    r"""(?<![\d:])(?P<hour>[01]?\d|2[0-3]) (?: [:h] | \.(?=\d\d\b) ) (?P<minute>[0-5]\d)
        (?: : (?P<second>[0-5]\d) (?:\.\d+)? )?
        (?: \s* (?P<half>[AaPp]) \.? [Mm] \b \.? )?
        (?: \s* (?P<zone> Z\b | (?:GMT|UTC)?\s?[+-]\d\d?(?::?\d\d)?(?!\d) | [A-Z]{2,5}\b ) )?""",
    re.VERBOSE,
)
RFC_2822 = re.compile(
    r"""(?: [A-Za-z]{3}, \s* )? \d{1,2} \s [A-Za-z]{3} \s \d{4} \s \d\d:\d\d (?: :\d\d )?
        \s (?: [+-]\d{4} | GMT | UTC | UT | [ECMP][SD]T )""",
    re.VERBOSE,
)
MAILED = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d(?::\d\d)? (?P<zone>[A-Z]{1,5})")
STAMP = re.compile(r"(\d{8})T?(\d{4}(?:\d\d)?)(Z|[+-]\d{4})?")  # 20200113080000, 20200113T080000+0100
OFFSET = re.compile(r"(?:GMT|UTC)?\s?([+-])(\d\d?)(?::?(\d\d))?")  # GMT+1, +01:00
NEAR = 40  # characters after a day in which its hour stands


class Printed(NamedTuple):
    """A moment as it was printed.

    Fields:
        moment: with a zone only where one was printed
        timed: whether an hour was printed; otherwise it is midnight
        end: the code point after what was read
    """

    moment: dt.datetime
    timed: bool
    end: int


def read(text: str, languages: Sequence[str] = (), day_first: bool | None = None) -> Printed | None:
    """The moment that a text is, None where it is none or could be two.

    Args:
        text: nothing but a date, or a line that holds one.
        languages: BCP 47 primary languages the month may be named in; without any, those of `dates.toml`.
        day_first: how 03/04/2020 is meant.

    >>> read("mercredi 12 mars 2025, 10 h", ["fr"]).moment, read("03/04/2025"), read("Covid-19, part 1")
    (datetime.datetime(2025, 3, 12, 0, 0), None, None)
    """
    text = text.strip()
    if (mailed := MAILED.fullmatch(text)) and zone(mailed["zone"]) is None:
        return None  # a zone nobody knows may move it to another day
    return _machine(text) or find(text, tuple(languages), day_first)


def _machine(text: str) -> Printed | None:
    try:
        if RFC_2822.fullmatch(text):
            return Printed(parsedate_to_datetime(text), True, len(text))
        plain = re.sub(r"\s+(?:UTC|GMT)\Z", "+00:00", STAMP.sub(r"\1T\2\3", text).replace("/", "-"))
        return Printed(dt.datetime.fromisoformat(plain), len(plain) > 10, len(text))
    except (ValueError, OverflowError):
        return None


@lru_cache(8192)
def find(text: str, languages: tuple[str, ...] = (), day_first: bool | None = None) -> Printed | None:
    """The first day printed in full in a text, with the hour after it; None where there is none.

    Args:
        text: a line of an archive's header, a byline, a sentence.
        languages: as for `read`.
        day_first: as for `read`.

    >>> find("July 1, 2019 Monday 9:20 AM GMT").moment
    datetime.datetime(2019, 7, 1, 9, 20, tzinfo=datetime.timezone.utc)
    """
    for match in sorted(_days(text), key=lambda match: (match.start(), -match.end())):
        try:
            day = _day(match, languages, day_first)
        except ValueError:
            continue
        if day:
            return _with_hour(day, text, match.end())
    return None


def _days(text: str) -> Iterable[re.Match[str]]:
    if any(sign.isdigit() for sign in text):
        for shape in (*WORDED, EASTERN, ISO, NUMERIC):
            yield from shape.finditer(text)


def _day(match: re.Match[str], languages: tuple[str, ...], day_first: bool | None) -> dt.datetime | None:
    found = match.groupdict()
    if "n1" in found:
        return _numeric(int(found["n1"]), int(found["n2"]), match, day_first)
    name = found["month"]
    number = int(name) if name.isdigit() else month(name.casefold(), languages)
    return dt.datetime(int(found["year"]), number, int(found["day"])) if number else None


def _numeric(one: int, two: int, match: re.Match[str], day_first: bool | None) -> dt.datetime | None:
    certain = order([match[0]])
    first = day_first if certain is None else certain
    if first is None and one != two:
        return None
    day, number = (one, two) if first else (two, one)
    return dt.datetime(int(match["year"]), number, day)


def _with_hour(day: dt.datetime, text: str, end: int) -> Printed:
    found = CLOCK.search(text, end, end + NEAR)
    if not found:
        return Printed(day, False, end)
    return Printed(dt.datetime.combine(day, clock(found)), True, found.end())


def clock(found: re.Match[str]) -> dt.time:
    """The hour of a match of CLOCK, with its zone where one that is known was printed.

    Args:
        found: a match of CLOCK.

    >>> clock(CLOCK.search("at 4:05 p.m. EST"))
    datetime.time(16, 5, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=68400)))
    """
    hour = int(found["hour"])
    if found["half"] and hour <= 12:
        hour = hour % 12 + 12 * (found["half"] in "Pp")
    return dt.time(hour, int(found["minute"]), int(found["second"] or 0), tzinfo=zone(found["zone"]))


def zone(name: str | None) -> dt.timezone | None:
    """The offset that a zone's abbreviation or its digits name, None for one nobody knows.

    Args:
        name: as printed after an hour.

    >>> zone("CET"), zone("GMT+1") == zone("+0100"), zone("Uhr")
    (datetime.timezone(datetime.timedelta(seconds=3600)), True, None)
    """
    if not name:
        return None
    digits = OFFSET.fullmatch(name)
    if digits:
        minutes = 60 * int(digits[2]) + int(digits[3] or 0)
        return (
            dt.timezone((-1 if digits[1] == "-" else 1) * dt.timedelta(minutes=minutes))
            if minutes < 1440
            else None
        )
    hours = lexicon.shared("dates")["zones"].get(name)
    if hours == 0:
        return dt.UTC
    return None if hours is None else dt.timezone(dt.timedelta(hours=hours))


@cache
def month(name: str, languages: tuple[str, ...] = ()) -> int | None:
    """The number of a month by its name or its abbreviation, None where languages disagree or none knows it.

    Args:
        name: in lower case.
        languages: those it may be of; without any, the languages of `dates.toml`, in their order.

    >>> month("août"), month("mai", ("de",)), month("part")
    (8, 5, None)
    """
    groups = [languages] if languages else lexicon.shared("dates")["languages"]
    for group in groups:
        found = {number for language in group if (number := _month(name, language))}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _month(name: str, language: str) -> int | None:
    import dateparser

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True, "DATE_ORDER": "DMY"}
    try:
        found = dateparser.parse(f"1 {name} 2000", languages=[language], settings=settings)
    except ValueError:  # a language that dateparser does not know
        return None
    return found.month if found and found.day == 1 and found.year == 2000 else None


def after_weekday(rest: str) -> str:
    """What follows a day, without the day of the week and the marks around it.

    Args:
        rest: of a line, from the end of its date on.

    >>> after_weekday(" Sunday, Late Edition"), after_weekday(", Sundries")
    ('Late Edition', 'Sundries')
    """
    return _weekday().sub("", rest).strip(" ,\u00a0")


@cache
def _weekday() -> re.Pattern[str]:
    words = "|".join(map(re.escape, lexicon.shared("dates")["names"]["weekdays"]))
    return re.compile(rf"\A[\s,]*(?:{words})\b[\s,]*", re.IGNORECASE)


def order(values: Iterable[object]) -> bool | None:
    """Whether the dates of one file put the day first: True, False, or None where nothing tells.

    A number above 12 is a day; points between the numbers are used day first only (Unicode CLDR: no locale
    writes a month, a point and a day).

    Args:
        values: every date of the file as it stands there; those not of the form 03/04/2020 tell nothing.

    >>> order(["03/04/2020", "13/04/2020"]), order(["04/13/2020"]), order(["03/04/2020"])
    (True, False, None)
    """
    found = [match for value in values if (match := NUMERIC.match(str(value).strip()))]
    pairs = [(int(match["n1"]), int(match["n2"])) for match in found]
    day = any(one > 12 >= two for one, two in pairs) or any(match["mark"] == "." for match in found)
    number = any(two > 12 >= one for one, two in pairs)
    return day if day != number else None
