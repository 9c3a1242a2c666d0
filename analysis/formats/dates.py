"""Publication dates as files hold them: what text/dates reads, seconds since 1970, and the file's own."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from analysis import period
from analysis.text import dates

EPOCH = re.compile(r"(\d{9,10}|\d{12,13})(?:\.\d+)?")  # 1578909600, 1578909600000: 1973 to 2286
UNITS = {9: 1, 10: 1, 12: 1000, 13: 1000}


class Reckoning(NamedTuple):
    """How the dates of a corpus are meant where they do not say it themselves.

    Args:
        zone: of a stamp without one, and of a day without an hour.
        day_first: how 03/04/2020 is meant.
        languages: BCP 47 primary languages in which months may be named; all that are known where empty.
    """

    zone: dt.tzinfo = dt.UTC
    day_first: bool | None = None
    languages: tuple[str, ...] = ()


PLAIN = Reckoning()


def reckoning(timezone: str, day_first: bool | None) -> Reckoning:
    """What the analyst says of the corpus's dates, checked.

    Args:
        timezone: a name of the IANA database, `"Europe/Paris"`.
        day_first: True, False, or None where it is not known.

    >>> reckoning("Paris", None)
    Traceback (most recent call last):
    ...
    ValueError: timezone='Paris' is no time zone; one is 'UTC', 'Europe/Paris', 'America/New_York'
    """
    if day_first not in (None, True, False):
        raise ValueError(f"day_first={day_first!r} must be True (03/04 is 3 April), False or None")
    return Reckoning(period.zone(timezone), day_first)


def read(value: Any, how: Reckoning = PLAIN) -> dt.datetime | None:
    """A date in UTC, None where it cannot be told.

    Args:
        value: as the file holds it: text, number, date.
        how: what holds where the value does not say it.

    >>> read("2020-01-13"), read("13/01/2020") == read("13 Jan 2020 00:00 GMT"), read("03/04/2020")
    (datetime.datetime(2020, 1, 13, 0, 0, tzinfo=datetime.timezone.utc), True, None)
    """
    try:
        date = value if isinstance(value, dt.datetime) else _read(str(value).strip(), how)
        return date and (date if date.tzinfo else date.replace(tzinfo=how.zone)).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None


@lru_cache(4096)
def _read(text: str, how: Reckoning) -> dt.datetime | None:
    if found := EPOCH.fullmatch(text):
        return dt.datetime.fromtimestamp(float(text) / UNITS[len(found[1])], dt.UTC)
    printed = dates.read(text, how.languages, how.day_first)
    return printed and printed.moment


def order(values: Sequence[Any], how: Reckoning) -> Reckoning:
    """How the dates of one file are meant, one of them explaining another.

    Args:
        values: every date of the file as it stands there.
        how: what the analyst said, which goes before.

    >>> order(["03/04/2020", "13/04/2020"], PLAIN).day_first
    True
    """
    if how.day_first is not None:
        return how
    return how._replace(day_first=dates.order(value for value in values if isinstance(value, str)))
