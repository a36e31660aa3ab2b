"""When the simulated teams stop at the latest: at a time, or when somebody asks."""

import time


class Ending:
    """Asked again and again by everybody who waits for something."""

    def __init__(self, minutes: float) -> None:
        self._until = time.monotonic() + minutes * 60
        self.asked = False

    def ask(self) -> None:
        """Stop soon. Safe to call from a signal's handler."""
        self.asked = True

    def has_come(self) -> bool:
        """Whether to stop now."""
        return self.asked or time.monotonic() >= self._until

    def wait(self, seconds: float) -> None:
        """Let some seconds pass, fewer if the end comes."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and not self.has_come():
            time.sleep(min(left, 0.5))
