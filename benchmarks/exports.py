"""Speed and memory of reading exports: a Factiva-like corpus of invented articles, in files of 100.

    python benchmarks/exports.py [--articles 20000]

Prints the time of the processor that lxml takes to parse the same bytes, that read_articles takes, and the
largest memory of the process while read_chunks streams a tenth of the corpus and all of it.
"""

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import articles as invented
from lxml import html

import analysis as an

ROW = '<tr><td align="right" valign="top" class="index"><b>{}</b>&nbsp;</td><td>{}</td></tr>\n'
STYLE = "<style>" + ".a .b{color:#000;padding:0}\n" * 3000 + "</style>"


def article(number: int, text: str) -> str:
    paragraphs = "".join(
        f'<p class="articleParagraph enarticleParagraph">{part}</p>\n' for part in text.split("\n\n")
    )
    fields = {
        "HD": f"<b class='enHeadline'>Headline {number}</b>",
        "BY": "By Ann Lee",
        "WC": "412 words",
        "PD": f"{1 + number % 28} May {2000 + number % 20}",
        "ET": f"{number % 24:02}:{number % 60:02}",
        "SN": "The Echo",
        "SC": "ECHO",
        "LA": "English",
        "CY": "(c) 2019 Echo",
        "LP": paragraphs,
        "NS": "gcat : Political/General News | gpol : Domestic Politics",
        "AN": f"Document ECHO0000{20000101 + number % 28}ef53{number:05}",
    }
    rows = "".join(ROW.format(name, value) for name, value in fields.items())
    return f'<div class="article enArticle"><table cellpadding="1">{rows}</table></div>'


def write(folder: Path, count: int) -> list[Path]:
    made = (article(number, text) for number, (_, text) in enumerate(invented.make(count)))
    return list(written(folder, made))


def written(folder: Path, made: Iterator[str]) -> Iterator[Path]:
    while body := "".join(islice(made, 100)):
        path = folder / f"{len(list(folder.iterdir())):05}.html"
        path.write_text(
            f"<html><head><title>Factiva</title>{STYLE}</head><body>{body}</body></html>", encoding="utf-8"
        )
        yield path


def streamed(paths: list[Path]) -> None:
    rows = sum(len(table) for table in an.read_chunks(paths))
    print(f"{rows:>8} articles streamed: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=20_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = write(Path(folder), options.articles)
        for part in (paths[: len(paths) // 10], paths):  # each in a process of its own
            child = multiprocessing.get_context("spawn").Process(target=streamed, args=(part,))
            child.start()
            child.join()
        raw = [path.read_bytes() for path in paths]
        start = time.process_time()
        for one in raw:
            html.document_fromstring(one)
        parsed = time.process_time() - start
        del raw
        an.read_articles(paths[:1])  # imports are not what is measured
        start = time.process_time()
        table = an.read_articles(paths)
        read = time.process_time() - start
        size = sum(path.stat().st_size for path in paths) / 1e6
    times = f"lxml {parsed:.2f} s, read_articles {read:.2f} s, {read / parsed:.1f} times"
    print(f"{len(table)} articles, {size:.0f} MB: {times}")


if __name__ == "__main__":
    main()
