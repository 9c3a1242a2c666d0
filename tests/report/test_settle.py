from pathlib import Path

from nbformat.v4 import new_code_cell, new_notebook, new_output

from analysis.report.settle import settled

WARNED = """\
/run/ipykernel_714/392.py:3: UserWarning: 2 of 24 articles have no text
  articles = an.clean_text(articles)
kept: 12: not a warning
/home/ada/analysis/articles.py:31: RuntimeWarning: one more
"""


def executed(work: str, cell_id: str = "a"):
    outputs = [
        new_output("stream", name="stderr", text=WARNED),
        new_output("execute_result", {"text/plain": f"['{work}/a.csv']"}),
    ]
    cell = new_code_cell(f'out = "{work}"', id=cell_id, outputs=outputs)
    cell.metadata.update({"papermill": {"duration": 1}, "execution": {"iopub": "now"}, "tags": ["keep"]})
    kernel = {"name": "python3", "display_name": "Python 3"}
    metadata = {"papermill": {"start_time": "now"}, "kernelspec": kernel}
    return new_notebook(cells=[cell], metadata=metadata)


def test_two_runs_settle_to_the_same_notebook():
    assert settled(executed("/a/.x1", "b1"), Path("/a/.x1")) == settled(
        executed("/b/.y2", "c2"), Path("/b/.y2")
    )


def test_what_differs_is_gone_and_the_rest_is_there():
    cell = settled(executed("/a/.x1"), Path("/a/.x1")).cells[0]
    assert cell.source == 'out = "."'
    assert cell.metadata == {"tags": ["keep"]}
    assert cell.outputs[1].data["text/plain"] == "['./a.csv']"
    assert cell.outputs[0].text.splitlines() == [
        "UserWarning: 2 of 24 articles have no text",
        "kept: 12: not a warning",
        "RuntimeWarning: one more",
    ]


def test_the_notebook_handed_in_is_untouched():
    before = executed("/a/.x1")
    settled(before, Path("/a/.x1"))
    assert before == executed("/a/.x1")
