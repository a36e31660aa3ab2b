"""What a host's next presses will do, in words."""

import pytest

from challenge.rules.questions import Kind
from challenge.services.views.programme import ANSWERED_BY
from tests import builders
from tests.services.views.seeing import seen_by_host


@pytest.mark.parametrize("kind", Kind)
def test_a_host_is_told_how_each_type_is_answered(kind):
    assert ANSWERED_BY[kind][0].isupper()
    assert list(ANSWERED_BY.values()).count(ANSWERED_BY[kind]) == 1


def test_the_plan_names_the_way_to_answer(db, host):
    in_ = builders.sitting(db, host)

    plan = seen_by_host(db, in_)["next"]

    assert plan["detail"] == "Fractions · one choice · 30 seconds"
