"""Brat standoff: an event of Content, Cue and Source is a quotation."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from analysis.text.words import Span

ENTITY = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t", re.MULTILINE)  # T7\tContent 62 74;80 95\t…
EVENT = re.compile(r"^E\d+\t(\S.*)$", re.MULTILINE)  # E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
OPENING, CLOSING = "«“„\"‘'", "»”“\"’'"


def read(files: Iterable[Path]) -> Iterator[dict[str, Any]]:
    r"""The annotated articles, in the form of the JSONL; the article's text is the `.txt` of the same name.

    PolNeAR keeps texts in a sister folder and adds the annotator to the name of the `.ann`
    (`politico_2016-09-25_poll_5fec.ann` → `politico_2016-09-25_poll.txt`): both are looked for. Brat knows no
    kinds: content between marks is direct, with marks in it mixed, else indirect. Every event counts as core.

    Args:
        files: the `.ann` files, UTF-8.

    Raises:
        ValueError: for an `.ann` without its text.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_text("“Yes,” said Ada.", encoding="utf-8")
    ...     _ = Path(folder, "a.ann").write_text("T1\tContent 1 5\tYes,\nE1\tAttribution:T1 Content:T1\n")
    ...     next(read([Path(folder, "a.ann")]))["quotes"]
    [{'start': 1, 'end': 5, 'kind': 'direct', 'group': 1}]
    """
    for file in files:
        text = _text_of(file).read_bytes().decode()  # as it stands: offsets count its line ends too
        yield {"id": file.stem, "lang": None, "text": text, "quotes": list(_quotes(text, file))}


def _text_of(file: Path) -> Path:
    stems = [stem for stem in (file.stem, file.stem.rpartition("_")[0]) if stem]  # no _, nothing before it
    folders = (file.parent, *(sister for sister in file.parent.parent.iterdir() if sister.is_dir()))
    for folder in folders:
        for stem in stems:
            if (folder / f"{stem}.txt").is_file():
                return folder / f"{stem}.txt"
    raise ValueError(f"{file.name} has no text: there is no {' or '.join(stems)}.txt beside it")


def _quotes(text: str, file: Path) -> Iterator[dict[str, Any]]:
    """One row per stretch of content; the stretches of one event are one utterance."""
    annotations = file.read_text(encoding="utf-8")
    entities = {found[1]: _spans(found[3]) for found in ENTITY.finditer(annotations)}
    for number, event in enumerate(EVENT.findall(annotations), 1):
        parts = _parts(event)
        for content in _all(entities, parts, "Content"):
            found = {
                "start": content.start,
                "end": content.end,
                "kind": _kind(text, content),
                "group": number,
            }
            yield (
                found | _bounds(entities, parts, "Source", "speaker") | _bounds(entities, parts, "Cue", "cue")
            )


def _spans(offsets: str) -> list[Span]:
    return [Span(*map(int, stretch.split())) for stretch in offsets.split(";")]


def _parts(event: str) -> dict[str, list[str]]:
    """Role → entities: `Content:T3 Source:T1 Source2:T9` has two sources."""
    parts: dict[str, list[str]] = {}
    for role, entity in (pair.split(":") for pair in event.split()):
        parts.setdefault(role.rstrip("0123456789"), []).append(entity)
    return parts


def _all(entities: Mapping[str, list[Span]], parts: Mapping[str, list[str]], role: str) -> list[Span]:
    return sorted(span for entity in parts.get(role, ()) for span in entities[entity])


def _bounds(
    entities: Mapping[str, list[Span]], parts: Mapping[str, list[str]], role: str, name: str
) -> dict[str, int]:
    """Where a source or a cue begins and ends, its gaps included."""
    spans = _all(entities, parts, role)
    return {f"{name}_start": spans[0].start, f"{name}_end": spans[-1].end} if spans else {}


def _kind(text: str, content: Span) -> str:
    """By the marks at the edges of the content and inside it."""
    stretch = text[max(0, content.start - 1) : content.end + 1].strip(" \n,.")
    if stretch[:1] in OPENING and stretch[-1:] in CLOSING:
        return "direct"
    return "mixed" if re.search(r"[«»“”„\"]", text[content.start : content.end]) else "indirect"
