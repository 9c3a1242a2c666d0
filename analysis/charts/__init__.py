"""Charts: each verb takes a table and gives a Chart of figure, data, title, alt text and n.

    chart = charts.source_shares(sources)
    chart                                    # shows itself in a notebook, alt text included
    charts.export(chart, "reports/sources")  # png, svg, pdf, csv and json

Titles are computed from the data, so that they stay true when the data change.
"""

from analysis.charts.chart import Chart
from analysis.charts.corpus import corpus_flow, languages
from analysis.charts.export import export
from analysis.charts.quoting import cue_stance, quotation_lengths, quotation_shares
from analysis.charts.reading import readability
from analysis.charts.speaking import source_shares

__all__ = [
    "Chart",
    "corpus_flow",
    "cue_stance",
    "export",
    "languages",
    "quotation_lengths",
    "quotation_shares",
    "readability",
    "source_shares",
]
