"""Tarsia on paper: the puzzles there are, and the sheets of one for a room full of teams.

Puzzles are files of puzzles/tarsia, read aside and kept until a file changes. This module must not know what is on a
sheet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Blueprint, abort, render_template, request
from markupsafe import Markup

from challenge.aside import AsideError
from challenge.catalogue.fingerprints import quiz_files, tarsias_of
from challenge.catalogue.quizzes import CATEGORIES
from challenge.catalogue.tarsia_files import read_tarsias, texts_of
from challenge.catalogue.tarsias import Tarsia
from challenge.reports.tarsia_fitting import LARGE, NORMAL, Scale
from challenge.reports.tarsia_sheets import MOST_CHARACTERS, MOST_SETS, on_paper
from challenge.rules.refusal import Refused
from challenge.rules.tarsia.difficulty import HARDEST, difficulty
from challenge.rules.tarsia.layouts import Layout
from challenge.web.results import file_to_keep
from challenge.web.staff import hosts_only
from challenge.web.told import whole
from challenge.web.wiring import Page, wiring

tarsias = Blueprint("tarsias", __name__, url_prefix="/host/tarsia")

PDF = "application/pdf"
MOST_TYPED = MOST_SETS * (MOST_CHARACTERS + 2)
MOST_DEAL = 999_999
SHAPES = {
    "chain": "Chain of {} tiles",
    "loop": "Loop of {} dominoes",
    "triangle": "Triangle of {} pieces",
    "hexagon": "Hexagon of {} pieces",
    "parallelogram": "Parallelogram of {} pieces",
    "star": "Star of {} pieces",
    "squares": "{} squares",
    "cards": "{} cards to pair",
}
TOO_SLOW = "We couldn’t make the sheets in time. Wait a moment, then try again."


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody wants printed. teams: a name for each set; an empty one leaves a line to write it on."""

    teams: tuple[str, ...]
    sitting: str
    seed: int
    scale: Scale


@tarsias.get("")
@hosts_only
def all_tarsias() -> Page:
    """Every puzzle, or those of a level."""
    level = request.args.get("category", "")
    found = [each for each in _shelf() if level in ("", each.category)]
    return render_template(
        "host/tarsias.html", tarsias=[_facts(each) for each in found], level=level, categories=CATEGORIES
    )


@tarsias.get("/<slug>")
@hosts_only
def one_tarsia(slug: str) -> Page:
    """A puzzle, and the form that orders its sheets."""
    return _page(_found(slug), {}, {})


@tarsias.post("/<slug>")
@hosts_only
def print_sheets(slug: str) -> Page:
    """The sheets as a PDF."""
    tarsia = _found(slug)
    order = _order(request.form)
    if not isinstance(order, Order):
        return _page(tarsia, request.form, order), 422
    try:
        made: bytes | Refused = wiring().aside(on_paper, tarsia, order.teams, order.seed, order.sitting, order.scale)
    except AsideError:
        return _page(tarsia, request.form, {"form": TOO_SLOW}), 503
    if isinstance(made, Refused):
        return _page(tarsia, request.form, {"form": made.message}), 422
    return file_to_keep(made, PDF, f"{tarsia.slug}.pdf")


def _shelf() -> tuple[Tarsia, ...]:
    """The puzzles by level, then title."""
    folder = tarsias_of(wiring().settings.puzzles)
    stamp = tuple((path.name, path.stat().st_mtime_ns) for path in quiz_files(folder))
    levels = list(CATEGORIES)
    return tuple(sorted(_read(folder, stamp), key=lambda each: (levels.index(each.category), each.title)))


@lru_cache(maxsize=1)
def _read(folder: Path, _stamp: tuple[tuple[str, int], ...]) -> tuple[Tarsia, ...]:
    """What is in the files, read again when one of them has changed."""
    found: tuple[Tarsia, ...] = wiring().aside(read_tarsias, folder).puzzles
    return found


def _found(slug: str) -> Tarsia:
    return next((each for each in _shelf() if each.slug == slug), None) or abort(404)


def _order(form: Mapping[str, str]) -> Order | dict[str, str]:
    """What the form asks for, or what is wrong with it, by field."""
    named = [" ".join(line.split()) for line in form.get("teams", "")[: MOST_TYPED + 1].splitlines()]
    teams = [name for name in named if name]
    spare, seed = form.get("spare", "").strip() or ("0" if teams else "1"), form.get("seed", "").strip() or "1"
    sitting = " ".join(form.get("sitting", "").split())
    wrong = {
        "teams": _wrong_teams(teams),
        "spare": "" if 0 <= whole(spare) <= MOST_SETS else f"Give a number from 0 to {MOST_SETS}.",
        "seed": "" if 0 <= whole(seed) <= MOST_DEAL else f"Give a number from 0 to {MOST_DEAL:,}.",
        "sitting": _too_long(sitting, "It"),
    }
    if not any(wrong.values()) and not 1 <= len(teams) + whole(spare) <= MOST_SETS:
        wrong["spare"] = f"Print between 1 and {MOST_SETS} sets at a time."
    if any(wrong.values()):
        return {name: message for name, message in wrong.items() if message}
    return Order((*teams, *[""] * whole(spare)), sitting, whole(seed), LARGE if form.get("large") else NORMAL)


def _wrong_teams(teams: list[str]) -> str:
    long = next((number for number, name in enumerate(teams, start=1) if len(name) > MOST_CHARACTERS), None)
    if long is not None:
        return _too_long(teams[long - 1], f"Team {long}")
    return f"These are {len(teams)} teams. Print at most {MOST_SETS} sets at a time." if len(teams) > MOST_SETS else ""


def _too_long(text: str, what: str) -> str:
    return f"{what} is {len(text)} characters long. Shorten it to {MOST_CHARACTERS}." * (len(text) > MOST_CHARACTERS)


def _page(tarsia: Tarsia, values: Mapping[str, str], errors: Mapping[str, str]) -> str:
    labels = [Markup(label.html) for label in tarsia.labels]  # noqa: S704 - made by the catalogue
    inside = 2 * tarsia.puzzle.layout.matches
    return render_template(
        "host/tarsia.html",
        tarsia=_facts(tarsia),
        pairs=list(zip(labels[:inside:2], labels[1:inside:2], strict=True)),
        border=labels[inside:],
        values=values,
        errors=errors,
        most_sets=MOST_SETS,
        longest=MOST_CHARACTERS,
    )


def _facts(tarsia: Tarsia) -> dict[str, Any]:
    layout = tarsia.puzzle.layout
    return {
        "slug": tarsia.slug,
        "title": tarsia.title,
        "about": tarsia.about,
        "category": tarsia.category,
        "category_name": CATEGORIES[tarsia.category],
        "topic": tarsia.topic,
        "shape": _said(layout),
        "matches": layout.matches,
        "minutes": tarsia.minutes,
        "calculator": tarsia.calculator,
        "difficulty": difficulty(layout, *texts_of(tarsia)),
        "hardest": HARDEST,
    }


def _said(layout: Layout) -> str:
    return SHAPES[layout.name.partition(" ")[0]].format(len(layout.cells))
