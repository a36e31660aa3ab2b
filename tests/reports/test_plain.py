"""HTML as plain text: formulas in the words in which they are spoken, everything else as a reader sees it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.reports.plain import plain

MATHS = '<math aria-label="2 thirds plus 1 quarter"><mfrac><mn>2</mn><mn>3</mn></mfrac></math>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ""),
        ("Which are prime?", "Which are prime?"),
        ("  Two\n  lines ", "Two lines"),
        ("<b>bold</b> and <i>not</i>", "bold and not"),
        ("3 &lt; 4 &amp; 5", "3 < 4 & 5"),
        ("&lt;script&gt;", "<script>"),
        ("caf&eacute; &#163;2", "café £2"),
        (f"What is {MATHS}?", "What is 2 thirds plus 1 quarter ?"),
        (f"{MATHS}{MATHS}", "2 thirds plus 1 quarter 2 thirds plus 1 quarter"),
        ("<math><mn>3</mn></math>", ""),
        ("<math aria-label><mn>3</mn></math> pies", "pies"),
    ],
)
def test_html_becomes_what_is_said(html, expected):
    assert plain(html) == expected


@given(st.text(alphabet=st.sampled_from('<>&;"/ab math!-'), max_size=40))
def test_no_text_whatever_breaks_it(html):
    assert plain(html) == " ".join(plain(html).split())
