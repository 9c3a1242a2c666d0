"""A period as an analyst writes it: since when, until when, in whole days of a time zone."""

import calendar
import datetime as dt
import re
import zoneinfo
from typing import NamedTuple

FORMS = "a day ('2025-01-31'), a month ('2025-01'), a year ('2025') or a datetime.date"
BACK = "'last 7 days' (or weeks, months, years)"

WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
LAST = re.compile(r"last ([1-9]\d{0,3}) (day|week|month|year)s?", re.ASCII | re.IGNORECASE)


class Period(NamedTuple):
    """The days that are looked at.

    Fields:
        first: the first of them; None where the period has no beginning
        last: the last of them, which belongs to it; None where it has no end
    """

    first: dt.date | None
    last: dt.date | None


def zone(timezone: str) -> dt.tzinfo:
    """The time zone of a name of the IANA database.

    Args:
        timezone: `"UTC"`, `"Europe/Paris"`.

    Raises:
        ValueError: for a name of none.

    >>> zone("UTC") is dt.UTC
    True
    >>> zone("Paris")
    Traceback (most recent call last):
    ...
    ValueError: timezone='Paris' is no time zone; one is 'UTC', 'Europe/Paris', 'America/New_York'
    """
    try:
        return dt.UTC if timezone == "UTC" else zoneinfo.ZoneInfo(timezone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError, TypeError):
        examples = "'UTC', 'Europe/Paris', 'America/New_York'"
        raise ValueError(f"timezone={timezone!r} is no time zone; one is {examples}") from None


def read(
    since: str | dt.date | None,
    until: str | dt.date | None,
    newest: dt.date | None = None,
    zone: dt.tzinfo = dt.UTC,
) -> Period:
    """The days from `since` to `until`, both included.

    Args:
        since: a day; a month or a year, from its first day; or `"last 7 days"`.
        until: a day; a month or a year, to its last day.
        newest: the day that `"last 7 days"` ends with; without it such a period has no beginning.
        zone: whose day a time with a zone of its own is on.

    Raises:
        ValueError: for what is not one of these, and for a period that ends before it begins.

    >>> read("2025-02", "2025-02")
    Period(first=datetime.date(2025, 2, 1), last=datetime.date(2025, 2, 28))
    >>> read("last 7 days", None, newest=dt.date(2025, 3, 10)).first
    datetime.date(2025, 3, 4)
    >>> read("31/01/2025", None)
    Traceback (most recent call last):
    ...
    ValueError: since='31/01/2025' is not a day ('2025-01-31'), a month ('2025-01'), ... or 'last 7 days' ...
    """
    try:
        first = None if since is None else _since(since, newest, zone)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"since={since!r} is not {FORMS}, or {BACK}") from error
    try:
        last = None if until is None else _days(until, zone)[1]
    except (ValueError, OverflowError) as error:
        raise ValueError(f"until={until!r} is not {FORMS}") from error
    if first and last and first > last:
        raise ValueError(f"since={since!r} is later than until={until!r}: no day lies between them")
    return Period(first, last)


def _since(given: object, newest: dt.date | None, zone: dt.tzinfo) -> dt.date | None:
    back = LAST.fullmatch(given.strip()) if isinstance(given, str) else None
    if back is None:
        return _days(given, zone)[0]
    return newest and _back(newest, int(back[1]), back[2].lower())


def _days(given: object, zone: dt.tzinfo) -> tuple[dt.date, dt.date]:
    """The first and the last day of what is given."""
    return _written(given) if isinstance(given, str) else _dated(given, zone)


def _written(text: str) -> tuple[dt.date, dt.date]:
    parts = WRITTEN.fullmatch(text.strip())
    if not parts:
        raise ValueError("not of the form")
    year, month, day = (int(part or 0) for part in parts.groups())
    end = month or 12
    last = day or calendar.monthrange(year, end)[1]
    return dt.date(year, month or 1, day or 1), dt.date(year, end, last)


def _dated(given: object, zone: dt.tzinfo) -> tuple[dt.date, dt.date]:
    """The day of a date or a time; a time with a zone of its own is moved to the one that counts."""
    if not isinstance(given, dt.date) or given != given:  # noqa: PLR0124 (pandas' NaT is a date, and no day)
        raise ValueError("no date")
    if isinstance(given, dt.datetime):
        given = (given.astimezone(zone) if given.tzinfo else given).date()
    return given, given


def _back(newest: dt.date, number: int, unit: str) -> dt.date:
    """The first of the days, weeks, months or years that end with the newest day.

    >>> [_back(dt.date(2025, 3, 31), 1, unit).isoformat() for unit in ("day", "week", "month", "year")]
    ['2025-03-31', '2025-03-25', '2025-03-01', '2024-04-01']
    """
    if unit in {"day", "week"}:
        return newest - dt.timedelta(days=number * (7 if unit == "week" else 1) - 1)
    year, month = divmod(newest.year * 12 + newest.month - 1 - number * (12 if unit == "year" else 1), 12)
    before = min(newest.day, calendar.monthrange(year, month + 1)[1])
    return dt.date(year, month + 1, before) + dt.timedelta(days=1)
