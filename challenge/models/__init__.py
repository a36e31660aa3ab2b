"""The tables, and nothing else: one file per group of nouns.

Times named `…_at` are whole milliseconds since 1970, UTC. A state change is a time and a person, not a boolean.
"""

from challenge.models.audit import HostCommand
from challenge.models.base import Base
from challenge.models.competition import Category, College, Season, Stage
from challenge.models.entries import Device, Entry, Student, Team
from challenge.models.people import SignIn, Staff
from challenge.models.quizzes import BankQuestion, OwnQuestion, Quiz, Reservation
from challenge.models.rounds import Response, Round, RoundClock, RoundQuestion, Ruling
from challenge.models.sittings import Sitting, SittingHost

__all__ = [
    "BankQuestion",
    "Base",
    "Category",
    "College",
    "Device",
    "Entry",
    "HostCommand",
    "OwnQuestion",
    "Quiz",
    "Reservation",
    "Response",
    "Round",
    "RoundClock",
    "RoundQuestion",
    "Ruling",
    "Season",
    "SignIn",
    "Sitting",
    "SittingHost",
    "Staff",
    "Stage",
    "Student",
    "Team",
]
