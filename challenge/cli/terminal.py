"""How the commands speak: one console, headings, and a sign of life during long steps."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console

console = Console(highlight=False, soft_wrap=True)


def heading(text: str) -> None:
    """Start a section."""
    console.print()
    console.rule(f"[bold]{text}", align="left")


@contextmanager
def long_step(text: str) -> Iterator[Callable[[str], None]]:
    """Say what takes a while, and by the function that is handed out how far it is.

    On a terminal something moves until it is done; elsewhere each message is a line.
    """
    if not console.is_terminal:
        console.print(text, markup=False)
        yield lambda far: console.print(f"  {far}", markup=False)
        return
    with console.status(text) as status:
        yield lambda far: status.update(f"{text} {far}")
    console.print(f"[green]✓[/] {text}")
