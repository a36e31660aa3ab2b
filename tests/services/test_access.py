"""Every identity and every action: who may do what, where."""

import pytest

from challenge.models import SittingHost, Staff
from challenge.services import access
from challenge.services.access import Action, Role, ScreenIdentity, StaffIdentity, TeamIdentity

OWN, OTHER = 1, 99
OWN_PART = {Action.MAKE_SITTING, Action.MAKE_QUIZ}
ANYTHING = {*Action} - {Action.USE_QUIZ, Action.CHANGE_QUIZ}
HOSTS = {*OWN_PART, Action.RUN_SITTING}

IDENTITIES = {
    "an organiser": (StaffIdentity(1, "Host", Role.ORGANISER), ANYTHING),
    "the sitting's host": (StaffIdentity(2, "Mx Okafor", Role.HOST), HOSTS),
    "another host": (StaffIdentity(3, "Ms Ahmed", Role.HOST), OWN_PART),
    "a team of the sitting": (TeamIdentity(1, OWN, 1), set()),
    "a team of another sitting": (TeamIdentity(1, OTHER, 1), set()),
    "the sitting's screen": (ScreenIdentity(OWN), set()),
    "another sitting's screen": (ScreenIdentity(OTHER), set()),
}


@pytest.fixture
def hosted(db):
    db.add_all([Staff(id=2, name="Mx Okafor", role="host"), Staff(id=3, name="Ms Ahmed", role="host")])
    db.flush()
    db.add(SittingHost(sitting_id=OWN, staff_id=2))
    db.flush()
    return db


@pytest.mark.parametrize("action", sorted(ANYTHING))
@pytest.mark.parametrize("who", IDENTITIES)
def test_everybody_may_do_their_own_part_and_nothing_else(hosted, who, action):
    identity, allowed = IDENTITIES[who]

    refusal = access.refuse(hosted, identity, action, sitting_id=OWN)

    assert (refusal is None) is (action in allowed)
    assert refusal is None or refusal.code == "not_allowed"


READY_MADE = None


@pytest.mark.parametrize(
    ("who", "owner", "uses", "changes"),
    [
        ("an organiser", READY_MADE, True, False),
        ("an organiser", 2, True, True),
        ("the sitting's host", READY_MADE, True, False),
        ("the sitting's host", 2, True, True),
        ("another host", 2, False, False),
        ("a team of the sitting", READY_MADE, False, False),
    ],
)
def test_ready_made_quizzes_are_everybodys_to_play_and_own_ones_their_owners_to_change(db, who, owner, uses, changes):
    identity, _ = IDENTITIES[who]

    allowed = [
        access.refuse(db, identity, action, owner_id=owner) is None for action in (Action.USE_QUIZ, Action.CHANGE_QUIZ)
    ]

    assert allowed == [uses, changes]


def test_no_sitting_at_all_is_nobodys_but_an_organisers(hosted):
    for identity, _ in list(IDENTITIES.values())[1:]:
        assert access.refuse(hosted, identity, Action.RUN_SITTING, sitting_id=None) is not None
