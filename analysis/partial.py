"""Texts that are no whole article: what an archive broke off, and captions. Neither is measured as one."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

KINDS = ("cut", "caption")
"""The values of `text_kind` whose texts readability, quotations and shares leave out."""


def partial(articles: "pd.DataFrame") -> "pd.Series[bool]":
    """Which texts are no whole article; none where the table does not tell kinds of texts.

    Args:
        articles: with `text_kind`, where known.

    >>> import pandas as pd
    >>> partial(pd.DataFrame({"text_kind": ["full", "cut", None, "caption"]})).tolist()
    [False, True, False, True]
    """
    import pandas as pd

    kinds = articles["text_kind"] if "text_kind" in articles else pd.Series(None, articles.index, "str")
    return kinds.isin(KINDS)


def counted(articles: "pd.DataFrame") -> str:
    """How many texts are no whole article, by kind, as a warning says it; nothing where there is none.

    Args:
        articles: with `text_kind`, where known.

    >>> import pandas as pd
    >>> counted(pd.DataFrame({"text_kind": ["cut", "full", "caption", "cut"]}))
    '2 × cut, 1 × caption'
    >>> counted(pd.DataFrame({"text": ["Oui."]}))
    ''
    """
    kinds = articles["text_kind"][partial(articles)].tolist() if "text_kind" in articles else []
    return ", ".join(f"{kinds.count(kind)} × {kind}" for kind in KINDS if kind in kinds)
