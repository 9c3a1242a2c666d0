"""What somebody may have meant by a name that is not there."""

import difflib
from collections.abc import Iterable

SHOWN = 30
"""Names that an error lists where none is near."""


def nearest(name: str, known: Iterable[str], most: int = 1) -> str:
    """What someone may have meant, whatever the capitals, or what there is.

    Args:
        most: near names that are offered.

    >>> nearest("find-quote", ["find-quotes", "report"])
    "did you mean 'find-quotes'?"
    >>> nearest("le fanal", ["Le Fanal", "Le Fanal Soir", "Le Phare"], most=2)
    "did you mean 'Le Fanal' or 'Le Fanal Soir'?"
    >>> nearest("French", ["de", "fr"])
    'there are de, fr'
    """
    names = list(known)
    folded = {one.casefold(): one for one in names}
    near = [repr(folded[one]) for one in difflib.get_close_matches(name.casefold(), folded, most)]
    if near:
        return f"did you mean {' or '.join(near)}?"
    more = f" … ({len(names)} in all)" if len(names) > SHOWN else ""
    return f"there are {', '.join(names[:SHOWN])}{more}"
