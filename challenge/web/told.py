"""What a script or a field told us, read so that nothing that anybody sends makes a page fall over.

This module knows JSON and digits. It must not know what a page does with them.
"""

from typing import Any

from flask import request

MOST_DIGITS = 9


def sent() -> object:
    """The JSON that was sent; None where it is none, or lists in lists in lists without end."""
    try:
        return request.get_json(silent=True)
    except RecursionError:
        return None


def told() -> dict[str, Any]:
    """The JSON object that was sent; an empty one where it was anything else: then each field is missing."""
    data = sent()
    return data if isinstance(data, dict) else {}


def whole(typed: str) -> int:
    """A whole number of up to nine digits; −1, which no field takes, where something else was typed."""
    # Python reads no number of thousands of digits, and no database keeps one of dozens.
    return int(typed) if typed.isdecimal() and len(typed) <= MOST_DIGITS else -1
