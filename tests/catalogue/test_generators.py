"""Making one question or a fresh set, and the parts that generators put questions together from."""

import random
import re
from collections import Counter
from fractions import Fraction

import pytest

from challenge.catalogue.fresh import load_generators
from challenge.catalogue.generators import making
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    FUNKIES,
    GENERATORS,
    GO_FORTH,
    Answer,
    Made,
    UnluckyError,
    all_of,
    built,
    generator,
    in_order,
    make,
    make_set,
    mixed,
    money,
    one_of,
    plain,
    rounded,
    shown,
    typed_money,
    typed_number,
    typed_text,
)

load_generators()

NUMBER = ("Place value", "Times and divide", "Fractions", "Negatives")


@pytest.fixture
def dice():
    return random.Random(1)


@pytest.fixture
def registry(monkeypatch):
    """A registry of its own, so that a generator of a test stays in the test."""
    monkeypatch.setattr(making, "GENERATORS", {})
    return making


# One question.


def test_a_question_says_which_generator_made_it_and_from_which_seed():
    question = make("altogether", FUNKIES, 7)

    assert question["id"] == "f-altogether-7"
    assert question["made"] == "altogether 7"
    assert question["topic"] == "Adding and taking away"
    assert question["calculator"] == "no"


def test_the_fields_come_in_the_order_of_the_schema():
    fields = list(make("digit-worth", EIN2STEINS, 3))

    assert fields[:6] == ["id", "topic", "type", "calculator", "seconds", "text"]
    assert fields[-3:] == ["trick", "steps", "made"]


def test_another_level_or_seed_makes_another_question():
    texts = {make("altogether", level, seed)["text"] for level in (FUNKIES, EIN2STEINS) for seed in (1, 2, 3)}

    assert len(texts) == 6


def test_an_unknown_generator_is_told_which_there_are():
    with pytest.raises(ValueError, match=r"no generator “bingo”\. Choose one of: .*altogether"):
        make("bingo", FUNKIES, 1)


def test_a_level_that_a_generator_does_not_serve_is_refused():
    with pytest.raises(ValueError, match="altogether makes nothing for Go Forth"):
        make("altogether", GO_FORTH, 1)


def test_unlucky_dice_are_thrown_again_and_the_same_every_time(registry):
    @generator(topic="Money", levels=(FUNKIES,), calculator=False)
    def sixes_only(dice, level):
        if (throw := dice.randrange(1, 7)) < 6:
            raise UnluckyError
        return Made({"text": f"{throw} {dice.random()}"}, {})

    first, again = (built(registry.GENERATORS["sixes-only"], FUNKIES, 5) for _ in range(2))

    assert first.fields["text"].startswith("6 ")
    assert first == again


def test_a_generator_that_is_never_lucky_is_a_bug(registry):
    @generator(topic="Money", levels=(FUNKIES,), calculator=False)
    def hopeless(dice, level):
        raise UnluckyError

    with pytest.raises(RuntimeError, match="hopeless was unlucky 200 times"):
        make("hopeless", FUNKIES, 1)


def test_a_name_is_given_once_and_a_topic_must_exist(registry):
    def coins(dice, level):
        return Made({}, {})

    generator(topic="Money", levels=(FUNKIES,), calculator=False)(coins)

    with pytest.raises(ValueError, match="a name of its own"):
        generator(topic="Money", levels=(FUNKIES,), calculator=False)(coins)
    with pytest.raises(ValueError, match="one of the topics"):
        generator(topic="Coins", levels=(FUNKIES,), calculator=False)(lambda dice, level: Made({}, {}))


# A fresh set.


def test_a_set_has_as_many_questions_as_asked_for_of_the_topics_and_level():
    questions = make_set(NUMBER, FUNKIES, count=12, calculator=None, seed=7)

    assert Counter(question["topic"] for question in questions) == dict.fromkeys(NUMBER, 3)
    assert {question["id"][:2] for question in questions} == {"f-"}


def test_the_same_seed_makes_the_same_set_and_another_seed_another():
    one, again, other = (make_set(NUMBER, FUNKIES, count=8, calculator=None, seed=seed) for seed in (7, 7, 8))

    assert one == again
    assert not {question["id"] for question in one} & {question["id"] for question in other}


@pytest.mark.parametrize("calculator", [True, False])
def test_a_set_keeps_to_the_calculator(calculator):
    questions = make_set(["Averages", "Powers and roots"], GO_FORTH, count=6, calculator=calculator, seed=1)

    assert {question["calculator"] for question in questions} == {"yes" if calculator else "no"}


def test_no_two_questions_of_a_set_are_alike():
    questions = make_set(["Powers and roots"], FUNKIES, count=25, calculator=None, seed=3)

    numbers = [(question["made"].split()[0], sorted(re.findall(r"[0-9]+", question["text"]))) for question in questions]

    assert len({question["text"] for question in questions}) == 25
    assert all(numbers.count(each) == 1 for each in numbers)


def test_a_small_set_tells_no_story_twice():
    questions = make_set(["Times and divide"], FUNKIES, count=12, calculator=None, seed=11)

    names = "|".join(making.NAMES)
    stories = {re.sub(rf"[0-9,]+|\b(?:{names})\b", "", question["text"]) for question in questions}

    assert len(stories) == 12


def test_right_letters_come_out_even():
    questions = make_set(
        ["Place value", "Chance", "Factors and multiples"], EIN2STEINS, count=60, calculator=None, seed=2
    )
    letters = Counter(question["key"] for question in questions if question["type"] == "choice")

    assert set(letters) == set("ABCD")
    assert max(letters.values()) - min(letters.values()) <= 3


def test_questions_made_earlier_are_not_made_again():
    earlier = make_set(["Powers and roots"], FUNKIES, count=15, calculator=None, seed=4)

    later = make_set(["Powers and roots"], FUNKIES, count=15, calculator=None, seed=5, beside=earlier)

    assert not {question["text"] for question in earlier} & {question["text"] for question in later}


def test_no_two_questions_of_a_set_ask_in_the_same_words(registry):
    @generator(topic="Decimals", levels=(FUNKIES,), calculator=False)
    def largest(dice, level):
        right, *wrong = sorted(dice.sample(range(1_000), 4), reverse=True)
        slips = [Answer(each, str(each), "Look at the hundreds.") for each in wrong]
        asked = one_of(dice, Answer(right, str(right)), *slips)
        text = dice.choice(["Which is the largest?", "Which comes last when you count up?"])
        return Made({"text": text, **asked}, {})

    def texts(count, said=()):
        return {
            each["text"] for each in make_set(["Decimals"], FUNKIES, count=count, calculator=None, seed=1, said=said)
        }

    assert len(texts(2)) == 2
    assert texts(1, said=["Which is the largest?"]) == {"Which comes last when you count up?"}
    with pytest.raises(ValueError, match="Only 2 different questions"):
        texts(3)


def test_a_topic_named_twice_counts_once():
    questions = make_set(["Chance", "Averages", "Chance"], FUNKIES, count=6, calculator=None, seed=1)

    assert Counter(question["topic"] for question in questions) == {"Chance": 3, "Averages": 3}


@pytest.mark.parametrize(
    ("topics", "count", "calculator", "remedy"),
    [
        ([], 5, None, "Choose at least one topic"),
        (["Chance"], 0, None, "Ask for at least one question"),
        (["Bingo"], 5, None, "“Bingo” is not a topic. Choose among: Place value"),
        (["Standard form"], 5, None, "Nothing is made on Standard form for The Funkies. Leave this topic out"),
        (["Chance"], 5, True, "Nothing is made on Chance for The Funkies with a calculator. Leave this topic out"),
        (["Powers and roots"], 5000, False, r"Only \d+ different questions can be made of this. Ask for fewer"),
    ],
)
def test_what_cannot_be_met_is_refused_with_what_to_ask_for_instead(topics, count, calculator, remedy):
    with pytest.raises(ValueError, match=remedy):
        make_set(topics, FUNKIES, count=count, calculator=calculator, seed=1)


def test_every_topic_can_be_made_at_every_level_that_has_it():
    served = {(each.topic, level) for each in GENERATORS.values() for level in each.levels}

    assert {topic for topic, level in served if level == FUNKIES} >= {"Place value", "Chance", "Averages"}
    assert ("Standard form", GO_FORTH) in served
    assert ("Standard form", FUNKIES) not in served


# The parts of a question.


def test_a_choice_offers_wrong_answers_that_differ_in_value(dice):
    half = Answer(Fraction(1, 2), "$2/4$", "The same in other words.")
    wrong = [half, *(Answer(Fraction(1, n), f"$1/{n}$", "Another part.") for n in (3, 4, 5, 6))]

    fields = one_of(dice, Answer(Fraction(1, 2), "$1/2$"), *wrong)

    texts = {option["text"] for option in fields["options"].values()}
    assert texts == {"$1/2$", "$1/3$", "$1/4$", "$1/5$"}
    assert fields["options"][fields["key"]] == {"text": "$1/2$"}


def test_too_few_different_answers_are_unlucky(dice):
    with pytest.raises(UnluckyError):
        one_of(dice, Answer(1, "1"), Answer(1, "one", "The same."), Answer(2, "2", "One more."))
    with pytest.raises(UnluckyError):
        typed_number(4, (4, "The same."))


def test_several_choices_need_a_right_and_a_wrong_one_and_no_two_equal(dice):
    right, wrong = Answer(1, "1"), Answer(2, "2", "Even.")

    fields = all_of(dice, right, wrong, Answer(3, "3"))

    assert {fields["options"][letter]["text"] for letter in fields["key"]} == {"1", "3"}
    for unlucky in ([right, Answer(3, "3")], [wrong], [right, wrong, Answer(1, "one")]):
        with pytest.raises(UnluckyError):
            all_of(dice, *unlucky)


def test_an_order_drops_slips_that_are_no_other_wrong_order():
    one, two, three = (Answer(n, str(n)) for n in (1, 2, 3))

    fields = in_order(
        [one, two, three],
        backwards="Turned round.",
        slips=[([one, two, three], "right"), ([three, two, one], "reversed"), ([two, one, three], "By eye.")],
    )

    assert fields["items"] == ["1", "2", "3"]
    assert [slip["because"] for slip in fields["slips"]] == ["Turned round.", "By eye."]
    with pytest.raises(UnluckyError):
        in_order([one, one], backwards="Turned round.")


def test_typed_answers_keep_three_slips_that_differ():
    fields = typed_number(
        Fraction(3, 4), (Fraction(1, 3), "a"), (Fraction(1, 3), "b"), (2, "c"), (3, "d"), (4, "e"), unit="cm"
    )

    assert (fields["key"], fields["unit"]) == ("0.75", "cm")
    assert [slip["answer"] for slip in fields["slips"]] == ["1/3", "2", "3"]


def test_money_slips_that_nobody_pays_are_left_out():
    fields = typed_money(250, (-50, "a"), (Fraction(5, 2), "b"), (25, "c"))

    assert fields["key"] == "£2.50"
    assert fields["slips"] == [{"answer": "£0.25", "because": "c"}]


def test_a_typed_word_has_its_spellings_and_no_slip_among_them():
    fields = typed_text(["Monday", "Mon"], ("Mon", "a"), ("Tuesday", "b"))

    assert fields["key"] == ["Monday", "Mon"]
    assert [slip["answer"] for slip in fields["slips"]] == ["Tuesday"]


# Numbers in words.


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (money(235), "£2.35"),
        (money(200), "£2"),
        (money(80), "80p"),
        (money(125_005), "£1,250.05"),
        (plain(Fraction(3, 4)), "0.75"),
        (plain(Fraction(-1, 200)), "-0.005"),
        (plain(Fraction(12, 5), 2), "2.40"),
        (plain(1200), "1200"),
        (shown(-1250), "−1,250"),
        (shown(Fraction(1, 4)), "0.25"),
        (mixed(Fraction(7, 3)), "2 1/3"),
        (mixed(Fraction(1, 2)), "1/2"),
        (mixed(4), "4"),
        (str(rounded(Fraction(5, 2), 0)), "3"),
        (str(rounded(Fraction(-5, 2), 0)), "-3"),
        (str(rounded(Fraction(2345, 1000), 2)), "47/20"),
        (str(rounded(1250, -2)), "1300"),
    ],
)
def test_a_number_is_written_for_its_place(written, expected):
    assert written == expected


def test_thirds_have_no_end_as_a_decimal():
    with pytest.raises(ValueError, match="no end as a decimal"):
        plain(Fraction(1, 3))


@pytest.mark.parametrize("pence", [Fraction(1, 2), -5])
def test_nobody_pays_half_a_penny_or_less_than_nothing(pence):
    with pytest.raises(ValueError, match="pence that anybody pays"):
        money(pence)
