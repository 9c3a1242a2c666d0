"""Publication dates as files write them."""

import datetime as dt
from typing import Any


def read(value: Any) -> dt.datetime | None:
    """A date in UTC, None where it cannot be told.

    >>> read("2020-01-13")
    datetime.datetime(2020, 1, 13, 0, 0, tzinfo=datetime.timezone.utc)
    """
    try:
        date = value if isinstance(value, dt.datetime) else dt.datetime.fromisoformat(str(value).strip())
    except ValueError:
        return None
    return date.astimezone(dt.UTC) if date.tzinfo else date.replace(tzinfo=dt.UTC)
