"""Questions whose answers are typed as maths, one of every type and any other that a test thinks of."""

from dataclasses import replace

from challenge.rules.questions import Kind, Question, Slip, Wanted
from tests import builders


def typed(kind: Kind, text: str, key: str, *, slip: str, **wanted: object) -> Question:
    """A question whose answer is typed as maths."""
    return replace(
        builders.number(kind.value, key),
        kind=kind,
        text=text,
        slips=(Slip(slip, "That is a common slip."),),
        wanted=Wanted(**wanted),  # type: ignore[arg-type]
    )


def one_of_each() -> list[Question]:
    """A question of every type that has maths keys."""
    return [
        typed(Kind.NUMBER, "What share is 18 out of 24?", "3/4", slip="4/3", form="simplest"),
        typed(Kind.MONEY, "Three teas at £2.45 each. What is the change from £10?", "£2.65", slip="£7.35"),
        typed(Kind.QUANTITY, "You cut 35 cm off 1.2 m of wood. How much is left?", "85 cm", slip="0.85 cm"),
        typed(
            Kind.DURATION, "A film starts at 19:45 and ends at 21:20. How long is it?", "1 h 35 min", slip="2 h 35 min"
        ),
        typed(Kind.TIME, "A shift of 7½ hours starts at 06:45. When does it end?", "14:15", slip="13:15"),
        typed(
            Kind.RATIO,
            "A mix has 12 kg of sand and 18 kg of gravel. What is the ratio of sand to gravel?",
            "2:3",
            slip="3:2",
        ),
        typed(Kind.COORDINATES, "What is half-way between (1, 6) and (5, −2)?", "(3, 2)", slip="(3, 4)"),
        typed(Kind.EXPRESSION, f"Multiply out {PRODUCT}.", "x^2 - 3x", slip="x^2 - 3", form="expanded"),
        typed(Kind.EQUATION, f"A line rises by 2 and starts at {letter('y')} = 3.", "y = 2x + 3", slip="y = 3x + 2"),
        typed(Kind.INEQUALITY, f"Solve 2{letter('x')} + 1 > 7.", "x > 3", slip="x < 3"),
        typed(Kind.SOLUTIONS, f"Solve {PRODUCT} = 0.", "x = 0 or x = 3", slip="x = -3"),
    ]


def letter(name: str) -> str:
    """A letter in a formula."""
    return f'<math aria-label="{name}"><mi>{name}</mi></math>'


PRODUCT = '<math aria-label="x times, x minus 3"><mi>x</mi><mo>(</mo><mi>x</mi><mo>−</mo><mn>3</mn><mo>)</mo></math>'
