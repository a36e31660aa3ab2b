"""What a start prints when it is ready: where to host, where to join, and the code to scan."""

import io
import sys

import segno

from challenge.cli.terminal import console
from challenge.services.demo import Welcome


def welcome(address: str, ready: Welcome) -> None:
    """Print the host's one-time link, the join address and its QR, for the round that is ready if there is one."""
    console.print("\n[bold green]The FE Maths Challenge is ready.[/]\n")
    console.print(f"  Host a round   [bold]{address}/host/sign-in/{ready.token}[/]")
    console.print("                 This link signs you in once. Each start prints a new one.\n")
    console.print(f"  Teams join at  [bold]{address}/join[/]{_with_code(ready)}")
    _print_qr(_join_link(address, ready))
    if "//127." in address or "//[::1]" in address:
        console.print("  Only this computer can reach that address. For phones, leave --host away.\n")
    if ready.code:
        console.print(f"  No phones at hand?  python3 run.py bots --sitting {ready.code} --teams 30")
    console.print("  Stop with Ctrl-C. Nothing that was answered gets lost.\n")


def _with_code(ready: Welcome) -> str:
    return f" with the code [bold]{ready.code}[/]" if ready.code else ""


def _join_link(address: str, ready: Welcome) -> str:
    """What the QR holds: with the key of the door, that saves a phone from being asked for more."""
    if not ready.code:
        return f"{address}/join"
    return f"{address}/join/{ready.code}" + (f"?k={ready.door_key}" if ready.door_key else "")


def _print_qr(address: str) -> None:
    if "utf" not in (sys.stdout.encoding or "").lower():
        return
    drawn = io.StringIO()
    segno.make(address, error="m").terminal(drawn, border=2, compact=True)
    for line in drawn.getvalue().splitlines():
        # White on black whatever the terminal's own colours are: a code with its colours swapped can't be scanned.
        console.print(f"[bright_white on black]{line}[/]")
