"""What a phone, the big screen and the host see of a scene: plain JSON values, nothing that may not be seen yet."""

from challenge.services.views.console import Addresses, Presence, Room, console
from challenge.services.views.phone import mine, phone, reading
from challenge.services.views.quiz_round import round_view
from challenge.services.views.screen import screen

__all__ = ["Addresses", "Presence", "Room", "console", "mine", "phone", "reading", "round_view", "screen"]
