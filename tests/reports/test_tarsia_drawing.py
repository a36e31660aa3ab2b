"""What is drawn keeps to the figures by which it was fitted."""

import json
import tempfile

import pytest

from challenge.catalogue.tarsias import Label
from challenge.reports.tarsia_drawing import CODE, cut_lines
from challenge.reports.tarsia_forms import DOMINOES, SQUARES, Margins
from challenge.reports.tarsia_labels import compiler, measured
from tests.reports.tarsias import WORDS

TEXTS = [*sum(WORDS, ()), "$1/2$ of the $sqrt(3/4)$ of them", "quay (gypsy)"]


def test_a_label_is_drawn_as_large_as_it_was_measured():
    ways = [way for each in measured([Label(text, text, text) for text in TEXTS], 3) for way in each]
    drawn = ", ".join(f"label(10pt, {', '.join(way.lines)})" for way in ways)
    pairs = f"({drawn},).map(it => measure(it)).map(it => (it.width.pt(), it.height.pt()))"
    source = f"{CODE}\n#context [#metadata({pairs})<is>]"

    with tempfile.TemporaryDirectory() as empty:
        sizes = json.loads(compiler(empty, source).query("<is>", field="value", one=True))

    assert len(sizes) > 60
    for way, size in zip(ways, sizes, strict=True):
        assert size == pytest.approx([way.width * 10, way.height * 10], abs=0.01)


def test_a_cut_that_parts_two_pieces_is_drawn_once():
    form = SQUARES.make(60, 60, Margins(2.5, 3))

    (lines,) = cut_lines(form, [(0, -1), (1, -1)], (0, 0))

    assert lines.count("(60.00, 0.00, 60.00, 60.00)") == 1
    assert lines.count("), (") == 7 - 1


def test_the_line_between_the_ends_of_a_domino_is_no_cut():
    form = DOMINOES.make(90, 26, Margins(2.5, 3))

    cuts, folds = cut_lines(form, [(0, -1)], (10, 0))

    assert cuts.startswith("lines(cut, ")
    assert folds == "lines(fold, (55.00, 0.00, 55.00, 26.00))"
