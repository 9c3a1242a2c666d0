"""The ways in which an agency is credited, as patterns; its words and names are in agencies.toml."""

import re
from functools import cache
from typing import NamedTuple

from analysis.text.credits import names


class Form(NamedTuple):
    """One way of crediting.

    Args:
        place: where it stands.
        rule: what it is called.
        pattern: with a group `names`, and `city` and `date` where it has them.
        framed: whether the form itself shows a credit, so that an ambiguous short name counts.
        agency: the only agency that uses it.
    """

    place: str
    rule: str
    pattern: re.Pattern[str]
    framed: bool
    agency: str | None = None


CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яё]"
# ROMA · St. Petersburg · Rio de Janeiro · Frankfurt a.M. · Port-au-Prince · PARIS/LONDON · NUR-SULTAN
CITY = rf"""(?P<city>
    (?:S[tT]e?\.\ )?{CAPITAL}[\w'’]*
    (?:[ /-](?:{CAPITAL}[\w'’]*|des?|del|la|les?|do|da|dos|aux?|sur|en|am|an\ der|of|на|a\.M\.)){{0,4}}
)"""
# WASHINGTON, D.C. · Dakar, Sénégal · New Delhi [India]
PLACE = rf"{CITY}(?:,\ {CAPITAL}[\w.]+|\ [\[(]{CAPITAL}[\w\ ]+[\])])?"
# 11 janvier · 11th January, 2022 · 11. siječnja 2022. · 9 мая 2022, 10:00
# Jan. 11, 2022 · 2022. január 11., kedd
DATE = r"""(?P<date>
    (?: \d{1,2}(?:st|nd|rd|th|er|º|\.)?\ (?:de\ )?(?:[^\W\d_]{3,5}\.|[^\W\d_]{3,10})
        (?:,?\ (?:de\ )?\d{4}\b\.?)?
      | [^\W\d_]{3,10}\.?\ \d{1,2}\b(?:,\ \d{4}\b)?
      | \d{4}\.\ [^\W\d_]{3,10}\ \d{1,2}\.(?:,\ [^\W\d_]+)?
    )
    (?:,\ \d{1,2}:\d{2})?
)"""
DASH = r"[-–—]+"
STOP = rf"(?:{DASH}|\.|$)"
NAMES = r"(?P<names>[^()\[\]\n]{2,60}?)"  # one or more, as they stand between brackets
BRACKETS = rf"\(\s*{NAMES}\s*\)"
NAME = r"(?P<names>[^\W\d_][\w-]*(?:\ [\w-]+){0,2}?)"  # one, bare
# Nothing but a credit follows a finished sentence.
FINISHED = r"""(?:^|(?<=[.!?…])\s*|(?<=[»”"'’)])\s+)"""

DATELINES = {
    # PARIS (AFP) — · LONDON, Jan 11 (Reuters) - · Madrid, 11 ene (EFE).- · Frankfurt a.M. (epd).
    "city (agency)": rf"^{PLACE}(?:[,.]?\ {DATE})?[,.]?\s*(?:{DASH}\s*)?{BRACKETS}\s*(?:\.?\s?{DASH}|[.:])",
    # New Delhi, Jan 11 (PTI) The minister …
    "city, date (agency)": rf"^{PLACE}[,.]?\ {DATE}[,.]?\s*{BRACKETS}",
    # MOSCOW, January 11. /TASS/. · /TASS/.
    "/agency/": rf"^(?:{CITY}[,.]?\ (?:{DATE}[,.]?\ )?)?/\s*{NAMES}\s*/\s?\.?",
    # 11 января, Минск /Корр. БЕЛТА/.
    "date, city /agency/": rf"^{DATE},?\ {CITY}\ /\s*{NAMES}\s*/\s?\.?",
    # МОСКВА, 9 мая — РИА Новости. · Tehran, Jan 11, IRNA – · Moscow. Jan 11. INTERFAX.COM -
    "city, date, agency": rf"^{CITY}[,.]\ {DATE}[,.]?\s*(?:{DASH}\s*)?{NAME}(?:\.RU|\.COM)?\s*{STOP}",
    # НУР-СУЛТАН. КАЗИНФОРМ – · Damascus, SANA-
    "city, agency": rf"^{CITY}[,.]\ (?P<names>{CAPITAL}{{3,}})\s*{DASH}",
    # (ANSA) - ROMA, 11 GEN - · (Bloomberg) --
    "(agency) city": rf"^{BRACKETS}\s*{DASH}(?:\s*{CITY}(?:,?\ {DATE})?\s*{DASH})?",
    # AA/Paris/Ayşe Y.
    "agency/city/": rf"^{NAME}/{CITY}/[^:!?]{{2,40}}$",
    # as in APA-Dakar (Sénégal)
    "agency-city (country)": rf"^{NAME}-{CITY}\ \({CAPITAL}\w+\)",
    # TASS/. where the city was lost on the way
    "agency/.": rf"^{NAME}\s?/\s?\.",
    # (서울=연합뉴스)
    "(city=agency)": r"^[(\[](?P<city>\w+)=(?P<names>\w+)[)\]]",
    # 新华社北京1月11日电
    "agency city date": r"^(?P<names>\w{3})(?P<city>\w{2,6}?)(?P<date>\d{1,2}月\d{1,2}日)电",
}


def _forms(place: str, patterns: dict[str, str], framed: bool) -> list[Form]:
    return [Form(place, rule, re.compile(pattern, re.VERBOSE), framed) for rule, pattern in patterns.items()]


@cache
def datelines() -> list[Form]:
    """At the head of a line.

    >>> [form.rule for form in datelines() if form.pattern.match("LYON, 3 mars (AFP) — Le pont rouvre.")]
    ['city (agency)', 'city, date (agency)']
    """
    # AFP - Le président …
    bare = {"agency -": rf"^{NAME}\ {DASH}\ "}
    return _forms("dateline", DATELINES, framed=True) + _forms("dateline", bare, framed=False)


@cache
def tails() -> list[Form]:
    """At the end of a line, where nothing but the credit follows.

    >>> [form.rule for form in tails() if form.pattern.search("Le pont rouvre lundi. (avec AFP)")]
    ['(agency)']
    """
    helped, label, name = names.frame("with"), names.frame("label"), names.either()
    framed = {
        # (AFP) · (avec AFP et Reuters) · (dpa/lsw)
        "(agency)": rf"{FINISHED}\(\s*(?:{helped}\s+)?{NAMES}\s*\)\.?$",
        # Avec AFP et Reuters · Le Courrier avec AFP · Con información de EFE
        "with agency": rf"{FINISHED}(?:{CAPITAL}[\w'’]*\s){{0,3}}?{helped}\s+{NAMES}\.?$",
        # Quelle: ntv.de, ino/dpa
        "source: agency": rf"^{label}\s?:\s*{NAMES}\.?$",
        # © AFP 2022 · © dpa-infocom, dpa:220111-99-1/2
        "© agency": rf"^(?:©|\([cC]\))\s*(?:\d{{4}}\s)?{NAME}(?:,?\s\d{{4}}|,\s?\S+)?\.?$",
        # /ats · /ritzau/
        "/agency": rf"{FINISHED}/\s?{NAME}\s?/?$",
        # afp/iss · APA/dpa
        "agency/desk": rf"{FINISHED}(?P<names>[^\W\d_][\w-]{{1,11}}(?:/[\w-]{{2,12}})+)$",
        # … said. — Bernama
        "— agency": rf"{FINISHED}{DASH}\s*{NAME}\.?$",
    }
    alone = {"agency": rf"{FINISHED}(?P<names>{name}(?:(?:{names.JOINED}){name})*)\.?$"}
    return [*_forms("tail", framed, framed=True), *_forms("tail", alone, framed=False), *_signatures()]


@cache
def bylines() -> list[Form]:
    """By Anna Smith, Associated Press · Par AFP.

    >>> bylines()[0].pattern.match("Par Ada Roy, AFP")["names"]
    'Ada Roy, AFP'
    """
    by = {"by agency": rf"^{names.frame('byline')}\s?:?\s(?P<names>[^.!?\n]{{2,90}})$"}
    return _forms("byline", by, framed=False)


@cache
def relays() -> list[Form]:
    """Передает ТАСС · сообщил «Интерфаксу»: the name may be declined.

    >>> relays()[0].pattern.search("Мост открыт, сообщает ТАСС.")["names"]
    'ТАСС'
    """
    relay = {
        "relay": rf"\b{names.frame('relay')}[«\"“„]?(?P<names>{names.either()})(?:[а-я]{{1,2}})?\b[»\"”]?"
    }
    return _forms("body", relay, framed=False)


def _signatures() -> list[Form]:
    """Forms that only one agency uses, as its entry says."""
    return [
        Form("tail", "signature", re.compile(pattern, re.VERBOSE | re.IGNORECASE), framed=True, agency=id_)
        for id_, pattern in names.signatures().items()
    ]
