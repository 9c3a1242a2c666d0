"""Charts: each verb takes a table and gives a Chart of figure, data, title, alt text and n.

    chart = charts.source_shares(sources)
    chart                                    # shows itself in a notebook, alt text included
    charts.export(chart, "reports/sources")  # png, svg, pdf, csv and json

Titles are computed from the data, so that they stay true when the data change.
"""

from analysis.charts.articles import corpus_flow
from analysis.charts.chart import Chart
from analysis.charts.files import export
from analysis.charts.language import languages_by_week
from analysis.charts.quotes import cue_stance, quotation_lengths, quotation_shares
from analysis.charts.readability import readability_scores
from analysis.charts.sources import source_shares

__all__ = [
    "Chart",
    "corpus_flow",
    "cue_stance",
    "export",
    "languages_by_week",
    "quotation_lengths",
    "quotation_shares",
    "readability_scores",
    "source_shares",
]
