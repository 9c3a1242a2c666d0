"""Rows that nobody said, for the report is denied or only supposed: they stay, and count in no share."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

UNSAID = {"polarity": "negated", "mood": "hypothetical"}
"""Column → its value where nobody has said the words: "she did not say that …", "if she says that …"."""


def said(quotes: "pd.DataFrame") -> "pd.Series[bool]":
    """Which rows somebody said: those that count in every share; all where the table does not tell.

    Args:
        quotes: with `polarity` and `mood`, where known.

    >>> import pandas as pd
    >>> said(pd.DataFrame({"polarity": ["negated", None], "mood": [None, "hearsay"]})).tolist()
    [False, True]
    """
    import pandas as pd

    counted = pd.Series(True, quotes.index)
    for column, value in UNSAID.items():
        if column in quotes:
            counted &= quotes[column].ne(value).fillna(True).astype(bool)
    return counted


def left_out(quotes: "pd.DataFrame") -> int:
    """How many utterances nobody said.

    Args:
        quotes: with `article_id` and `utterance`; `polarity` and `mood` where known.

    >>> import pandas as pd
    >>> quotes = pd.DataFrame({"article_id": "a", "utterance": [1, 1, 2]})
    >>> left_out(quotes.assign(mood=["hypothetical", "hypothetical", None]))
    1
    """
    return len(quotes[~said(quotes)].drop_duplicates(["article_id", "utterance"]))
