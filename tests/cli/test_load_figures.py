"""What a run comes to: percentiles, rates, ratios, and above all whether an acknowledged answer is missing."""

from io import StringIO

import pytest
from rich.console import Console

from challenge.cli.load import ledger, report
from challenge.cli.load.figures import Figures, Rate, rate
from challenge.cli.load.ledger import Ledger
from challenge.cli.load.measures import Samples, Spread
from challenge.cli.load.outbox import Sent
from challenge.cli.percentiles import percentile

SECOND = 1_000_000_000


@pytest.mark.parametrize(("share", "value"), [(0.5, 50), (0.95, 95), (0.99, 99), (1.0, 100), (0.0, 1)])
def test_a_percentile_is_the_smallest_value_that_so_many_do_not_exceed(share, value):
    assert percentile(range(1, 101), share) == value


def test_nothing_measured_is_no_spread():
    assert Samples().spread("reveal") == Spread(0, 0, 0, 0, 0)


def test_a_spread_does_not_depend_on_the_order():
    samples = Samples()
    for each in (30.0, 10.0, 20.0):
        samples.add("reveal", each)

    assert samples.spread("reveal") == Spread(3, 20.0, 30.0, 30.0, 30.0)


def test_answers_a_second_are_counted_over_each_question_and_not_over_the_pauses():
    first = (0, [SECOND * 2 * each // 100 for each in range(1, 101)])
    second = (100 * SECOND, [102 * SECOND] * 100)

    found = rate([first, second])

    assert found.sustained == 50
    assert found.peak == 400


def test_without_answers_there_is_no_rate():
    assert rate([(0, [])]) == Rate(0, 0)


def kept(phone: int, id_: str) -> Sent:
    return Sent(phone, id_, question=7, answer=b'"A"', sent_at=1, times=1, kept_at=2)


def test_every_acknowledged_answer_is_looked_up_by_its_team_its_question_and_its_id():
    sent = [kept(0, "a-0"), kept(1, "a-1"), Sent(1, "a-2", 7, b'"B"')]

    found = ledger.compare(sent, [(31, 7, "a-0"), (32, 7, "a-1")], entries=[31, 32])

    assert found == Ledger(sent=3, acknowledged=2, stored=2, lost=0, doubled=0)


@pytest.mark.parametrize("row", [(32, 7, "a-1"), (31, 8, "a-1"), (31, 7, "a-9")])
def test_an_acknowledged_answer_that_is_stored_as_another_is_lost(row):
    assert ledger.compare([kept(0, "a-1")], [row], entries=[31]).lost == 1


def test_an_answer_stored_twice_is_named_too():
    found = ledger.compare([kept(0, "a-1")], [(31, 7, "a-1")] * 2, entries=[31])

    assert (found.lost, found.doubled) == (0, 1)


@pytest.mark.parametrize(
    ("counts", "failed"),
    [
        (Ledger(2, 2, 2, lost=0, doubled=0), False),
        (Ledger(2, 2, 1, lost=1, doubled=0), True),
        (Ledger(2, 2, 3, lost=0, doubled=1), True),
    ],
)
def test_a_run_fails_when_an_answer_was_lost_or_doubled(counts, failed):
    figures = Figures(phones=2, questions=1)
    figures.ledger = counts

    assert figures.failed is failed


def test_a_run_fails_when_a_phase_did_not_end():
    assert Figures(2, 1, problems=["Only 1 of 2 phones came in."]).failed


def figures(**changes: object) -> Figures:
    spreads = {"question": Spread(10, 1, 2, 30, 40), "acknowledgement": Spread(10, 1, 2, 3, 4)}
    made = Figures(10, 1, joined=10, spreads=spreads, cpu_us=250, memory_kib=60, rate=Rate(900, 800))
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def test_programs_get_every_figure_by_name():
    told = report.as_json(figures(ledger=Ledger(10, 10, 9, lost=1, doubled=0)))

    assert told["question_ms"] == {"count": 10, "p50": 1, "p95": 2, "p99": 30, "max": 40}
    assert told["answers"]["lost"] == 1
    assert told["cpu_us_per_phone"]["question"] == 250
    assert told["memory_kib_per_phone"] == 60


def test_people_get_the_same_in_a_table_and_the_lost_answers_in_it():
    file = StringIO()
    Console(width=80, file=file).print(report.as_table(figures(ledger=Ledger(10, 10, 9, lost=1, doubled=0))))
    text = file.getvalue()

    assert "Question arrives" in text
    assert "30.0" in text
    assert "1, 0 kept twice" in text


def test_ratios_are_ours_over_the_bare_servers_and_only_of_what_both_measured():
    bare = figures(cpu_us=100, spreads={"question": Spread(10, 1, 2, 15, 40)})

    found = report.ratios(figures(), bare)

    assert found == {"cpu_us": 2.5, "memory_kib": 1.0, "sustained": 1.0, "question": 2.0}
