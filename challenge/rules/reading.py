"""How long a question is shown before its clock starts."""

WORDS_A_SECOND = 2.5
"""150 words a minute: a slow reader of plain English. Adults read 238 on average (Brysbaert 2019)."""

LOOKING_UP_MS = 2_000
LEAST_MS = 3_000
MOST_MS = 25_000


def reading_ms(words: int) -> int:
    """The reading time of a question of `words` words, in whole seconds' milliseconds."""
    needed = LOOKING_UP_MS + int(words / WORDS_A_SECOND) * 1_000
    return min(max(needed, LEAST_MS), MOST_MS)
