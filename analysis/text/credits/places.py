"""Where an agency is credited in a text."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis.text.credits import forms, names
from analysis.text.credits.forms import Form
from analysis.text.words import Span, overlap, written_lines

# Lines from either end within which a credit stands: a headline or a teaser may precede a dateline.
MARGIN = 5
# Code points from the end of a line within which a tail credit begins; a list of reporters may be long.
REACH = 400


class Credit(NamedTuple):
    """One agency credited in one place.

    Fields:
        start: code point in the article's text where the credit begins
        end: code point after the credit
        credit: the credit as printed, text from start to end; agencies credited together share it
        place: dateline, byline, tail or body
        agency: id of agencies.toml; missing where two agencies bear the name and no city tells which
        city: the city of the dateline as printed
        date: the date of the dateline as printed
        rule: the form that was recognised
    """

    start: int
    end: int
    credit: str
    place: str
    agency: str | None
    city: str | None
    date: str | None
    rule: str


def find(text: str) -> list[Credit]:
    r"""The agency credits of a text, in order.

    A name alone is no credit: "AFP said", "selon l'AFP" and "the Associated Press (AP)" give none. Short
    names that mean other things too (AP, MAP, Mehr) count only inside a frame: a dateline, brackets or a
    slash after a finished sentence, ©, "with", "Source:".

    Args:
        text: one paragraph a line.

    >>> find("LYON, 3 mars (AFP) — Le pont rouvre lundi.")[0]
    Credit(start=0, end=20, credit='LYON, 3 mars (AFP) —', place='dateline', agency='afp',
           city='LYON', date='3 mars', rule='city (agency)')
    >>> [credit.agency for credit in find("Le pont rouvre lundi, selon l'AFP.\nAvec AFP et Reuters")]
    ['afp', 'reuters']
    """
    found: list[Credit] = []
    for together in _matched(text):
        if not any(overlap(together[0][:2], other[:2]) for other in found):
            found += together
    return sorted(found, key=lambda credit: credit.start)


def _matched(text: str) -> Iterator[list[Credit]]:
    """The credits of every form that matches, the surest forms first."""
    lines = list(written_lines(text))
    head, tail = lines[:MARGIN], lines[-MARGIN:]
    whole = [Span(0, len(text))]
    places = (
        (forms.datelines(), head),
        (forms.bylines(), head + tail),
        (forms.tails(), tail),
        (forms.relays(), whole),
    )
    for of_place, spans in places:
        for span in spans:
            yield from _first(text, span, of_place)


def _first(text: str, span: Span, of_place: Iterable[Form]) -> Iterator[list[Credit]]:
    """What the first form that names an agency finds in a stretch; relays are all of one form."""
    for form in of_place:
        matches = _matches(text[span.start : span.end], form)
        found = [together for match in matches if (together := _credits(match, form, span.start))]
        if found:
            yield from found
            return


def _matches(stretch: str, form: Form) -> Iterator[re.Match[str]]:
    """Where a form stands: a relay anywhere, a tail at the end of a line, others at its beginning."""
    if form.place == "body":
        return form.pattern.finditer(stretch)
    if form.place == "tail":
        found = form.pattern.search(stretch, max(0, len(stretch) - REACH))
    else:
        found = form.pattern.match(stretch)
    return iter([found] if found else [])


def _credits(match: re.Match[str], form: Form, offset: int) -> list[Credit]:
    """One credit for each agency among the names of a match."""
    printed, groups = match[0], match.groupdict()
    start = offset + match.start() + len(printed) - len(printed.lstrip())
    end, city = offset + match.end(), groups.get("city")
    agencies = [form.agency] if form.agency else names.agencies(groups["names"], city, form.framed)
    credit = printed.strip()
    return [
        Credit(start, end, credit, form.place, id_, city, groups.get("date"), form.rule) for id_ in agencies
    ]
