"""Publication dates as files write them: ISO 8601, RFC 2822, numeric days, seconds since 1970."""

import datetime as dt
import re
from collections.abc import Iterable
from email.utils import parsedate_to_datetime
from typing import Any

# 13/01/2020 10:30, 13.01.2020
NUMERIC = re.compile(
    r"""(?P<one>\d{1,2}) (?P<mark>[./-]) (?P<two>\d{1,2}) (?P=mark) (?P<year>\d{4})
        (?: [,T\s]+ (?P<hour>\d{1,2}) : (?P<rest>\d\d (?: :\d\d)?) )?""",
    re.VERBOSE,
)
# Mon, 13 Jan 2020 10:00:00 +0100
RFC_2822 = re.compile(
    r"""(?: [A-Za-z]{3}, \s* )? \d{1,2} \s [A-Za-z]{3} \s \d{4} \s \d\d:\d\d (?: :\d\d )?
        \s (?: [+-]\d{4} | GMT | UTC | UT | [ECMP][SD]T )""",
    re.VERBOSE,
)
EPOCH = re.compile(r"(\d{9,10}|\d{12,13})(?:\.\d+)?")  # 1578909600, 1578909600000: 1973 to 2286
STAMP = re.compile(r"(\d{8})(\d{6})")  # 20200113080000
UNITS = {9: 1, 10: 1, 12: 1000, 13: 1000}


def read(value: Any, day_first: bool | None = None) -> dt.datetime | None:
    """A date in UTC, None where it cannot be told; a date without a zone is taken as UTC.

    Args:
        value: as the file holds it: text, number, date.
        day_first: how 03/04/2020 is meant, where the other dates of its file tell.

    >>> read("2020-01-13"), read("13/01/2020") == read("13 Jan 2020 00:00 GMT"), read("03/04/2020")
    (datetime.datetime(2020, 1, 13, 0, 0, tzinfo=datetime.timezone.utc), True, None)
    """
    try:
        date = _read(value, day_first)
        return date and (date.astimezone(dt.UTC) if date.tzinfo else date.replace(tzinfo=dt.UTC))
    except (ValueError, OverflowError):
        return None


def _read(value: Any, day_first: bool | None) -> dt.datetime | None:
    if isinstance(value, dt.datetime):
        return value
    text = str(value).strip()
    if RFC_2822.fullmatch(text):
        return parsedate_to_datetime(text)
    text = re.sub(r"\s+(?:UTC|GMT)\Z", "+00:00", text)
    if found := EPOCH.fullmatch(text):
        return dt.datetime.fromtimestamp(float(text) / UNITS[len(found[1])], dt.UTC)
    if found := NUMERIC.fullmatch(text):
        return _numeric(found, day_first)
    return dt.datetime.fromisoformat(STAMP.sub(r"\1T\2", text).replace("/", "-"))


def _numeric(found: re.Match[str], day_first: bool | None) -> dt.datetime | None:
    one, two = int(found["one"]), int(found["two"])
    certain = order([found[0]])
    first = day_first if certain is None else certain
    if first is None and one != two:
        return None
    day, month = (one, two) if first else (two, one)
    time = f"{found['hour'] or 0:0>2}:{found['rest'] or '00'}"
    return dt.datetime.fromisoformat(f"{found['year']}-{month:02}-{day:02} {time}")


def order(values: Iterable[Any]) -> bool | None:
    """Whether the dates of one file put the day first: True, False, or None where nothing tells.

    A number above 12 is a day; points between the numbers are used day first only (Unicode CLDR: no locale
    writes a month, a point and a day).

    Args:
        values: every date of the file as it stands there; those not of the form 03/04/2020 tell nothing.

    >>> order(["03/04/2020", "13/04/2020"]), order(["04/13/2020"]), order(["03/04/2020"])
    (True, False, None)
    """
    found = [match for value in values if (match := NUMERIC.fullmatch(str(value).strip()))]
    pairs = [(int(match["one"]), int(match["two"])) for match in found]
    day = any(one > 12 >= two for one, two in pairs) or any(match["mark"] == "." for match in found)
    month = any(two > 12 >= one for one, two in pairs)
    return day if day != month else None
