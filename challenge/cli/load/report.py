"""A run's figures for people and for programs."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table

from challenge.cli.load.figures import Figures
from challenge.cli.load.measures import Spread

ROWS = {
    "joining": "Joining, from the card on",
    "connecting": "Connecting, a part of it",
    "question": "Question arrives",
    "opening": "Opening arrives",
    "acknowledgement": "Answer acknowledged",
    "reveal": "Reveal arrives",
}
RATIOS = {
    "cpu_us": "CPU per phone and question",
    "memory_kib": "Memory per phone",
    "question": "Question arrives, p99",
    "acknowledgement": "Answer acknowledged, p99",
    "reveal": "Reveal arrives, p99",
    "sustained": "Answers per second",
}


def as_json(figures: Figures) -> dict[str, Any]:
    """The figures as plain values."""
    return {
        "phones": figures.phones,
        "questions": figures.questions,
        "joined": figures.joined,
        "joined_in_s": round(figures.joining_seconds, 2),
        "reconnects": figures.reconnects,
        **{f"{name}_ms": asdict(spread) for name, spread in figures.spreads.items() if spread.count},
        "memory_kib_per_phone": round(figures.memory_kib, 1),
        "cpu_us_per_phone": {"joining": round(figures.cpu_joining_us), "question": round(figures.cpu_us, 1)},
        "answers_per_second": asdict(figures.rate),
        "answers": {**(asdict(figures.ledger) if figures.ledger else {}), "refused": figures.refused},
        "generator": {
            "cpu_percent": round(100 * figures.generator_share, 1),
            "cpu_percent_answering": round(100 * figures.generator_answering, 1),
            "longest_turn_ms": round(figures.generator_stall_ms, 1),
        },
        "problems": figures.problems,
    }


def as_table(figures: Figures) -> RenderableType:
    """The figures for people."""
    return Group(_times(figures.spreads), "", _facts(figures))


def ratios(ours: Figures, bare: Figures) -> dict[str, float]:
    """Ours over the bare server's, from the same run. Below 1, less is spent or waited for; of answers per second, more
    is better."""
    pairs = {
        "cpu_us": (ours.cpu_us, bare.cpu_us),
        "memory_kib": (ours.memory_kib, bare.memory_kib),
        "sustained": (ours.rate.sustained, bare.rate.sustained),
        **{name: (_p99(ours, name), _p99(bare, name)) for name in ("question", "acknowledgement", "reveal")},
    }
    return {name: round(mine / theirs, 2) for name, (mine, theirs) in pairs.items() if theirs}


def as_comparison(ours: Figures, bare: Figures) -> Table:
    """The ratios for people."""
    table = Table("", "ours ÷ bare Node", box=None, padding=(0, 2))
    for name, ratio in ratios(ours, bare).items():
        table.add_row(RATIOS[name], f"{ratio:.2f}")
    return table


def _times(spreads: Mapping[str, Spread]) -> Table:
    table = Table(box=None, padding=(0, 1))
    table.add_column("Milliseconds", no_wrap=True)
    for column in ("count", "p50", "p95", "p99", "max"):
        table.add_column(column, justify="right")
    for name, label in ROWS.items():
        spread = spreads.get(name)
        if spread and spread.count:
            values = (f"{value:,.1f}" for value in (spread.p50, spread.p95, spread.p99, spread.max))
            table.add_row(label, f"{spread.count:,}", *values)
    return table


def _facts(figures: Figures) -> Table:
    ledger, rate, answering = figures.ledger, figures.rate, figures.generator_answering
    table = Table(show_header=False, box=None, padding=(0, 2))
    rows = {
        "Phones in": f"{figures.joined:,} of {figures.phones:,} in {figures.joining_seconds:.1f} s",
        "Lost their connection": f"{figures.reconnects:,} times" if figures.reconnects else "never",
        "Memory of the server": f"{figures.memory_kib:.1f} KiB per phone",
        "CPU of the server": f"{figures.cpu_us:,.0f} µs per phone and question, {figures.cpu_joining_us:,.0f} to join",
        "CPU of the phones": f"{figures.generator_share:.0%} of a core, {answering:.0%} while answering",
        "Phones deaf": f"for {figures.generator_stall_ms:.0f} ms at most",
        "Answers a second": f"{rate.sustained:,.0f}, {rate.peak:,.0f} at the peak",
        "Refused for the moment": ", ".join(f"{code} {count}" for code, count in figures.refused.items()) or "none",
    }
    if ledger:
        rows["Answers"] = f"{ledger.sent:,} sent, {ledger.acknowledged:,} acknowledged, {ledger.stored:,} stored"
        rows["Answers lost"] = f"{ledger.lost}, {ledger.doubled} kept twice"
    for name, value in rows.items():
        table.add_row(name, value)
    return table


def _p99(figures: Figures, name: str) -> float:
    spread = figures.spreads.get(name)
    return spread.p99 if spread else 0.0
