"""One chart written in every form someone may ask for, all of them or none."""

import hashlib
import json
import os
import tempfile
from pathlib import Path

from analysis.charts.chart import Chart, render


def export(chart: Chart, path: str | os.PathLike[str]) -> list[Path]:
    """Write a chart as png, svg, pdf, csv (its data) and json (title, alt text, n, and a hash of each file).

    The same chart gives the same bytes on every run, and a failed export leaves the files of the last one.

    Args:
        path: where, without a suffix: `"reports/sources"` writes `reports/sources.png` and its siblings.

    Returns:
        The files written.

    Raises:
        ValueError: where the chart has no alt text.

    >>> import pandas as pd
    >>> from analysis.charts.chart import nothing
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in export(nothing(pd.DataFrame({"lang": []}), "en"), f"{folder}/a")]
    ['a.png', 'a.svg', 'a.pdf', 'a.csv', 'a.json']
    """
    if not chart.alt.strip():
        raise ValueError("chart.alt is empty: say what the chart shows for those who do not see it")
    stem = Path(path)
    stem.parent.mkdir(parents=True, exist_ok=True)
    files = _files(chart, stem.name)
    with tempfile.TemporaryDirectory(dir=stem.parent, prefix=".chart-") as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        return [(Path(folder) / name).replace(stem.parent / name) for name in files]


def _files(chart: Chart, name: str) -> dict[str, bytes]:
    files = {f"{name}.{kind}": render(chart, kind) for kind in ("png", "svg", "pdf")}
    # Excel takes a CSV for UTF-8 only where it opens with a byte-order mark.
    table = chart.data.to_csv(index=False, lineterminator="\n", float_format="%.6g")
    files[f"{name}.csv"] = table.encode("utf-8-sig")
    files[f"{name}.json"] = _described(chart, files)
    return files


def _described(chart: Chart, files: dict[str, bytes]) -> bytes:
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    record = {"title": chart.title, "alt": chart.alt, "n": chart.n, "sha256": hashes}
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()
