"""What a sound quiz becomes, and how one broken file leaves the others alone."""

from dataclasses import FrozenInstanceError
from time import perf_counter

import pytest

from challenge.catalogue import questions as questions_module
from challenge.catalogue.fingerprints import fingerprints
from challenge.catalogue.quizzes import Catalogue
from challenge.catalogue.reading import read_all
from challenge.rules.questions import CHOSEN, Kind, as_dict, from_dict


def question(quiz, id_):
    return next(question for question in quiz.questions if question.id == id_)


def test_a_sound_file_gives_a_quiz_with_a_question_of_every_basic_type(sample):
    assert (sample.slug, sample.title, sample.category) == ("sample", "A sample", "funkies")
    assert {question.kind for question in sample.questions} == {*CHOSEN, Kind.NUMBER, Kind.TEXT}


def test_a_choice_has_its_options_slips_key_and_answer(sample):
    choice = question(sample, "one-choice")

    assert [option.id for option in choice.options] == ["A", "B"]
    assert [option.slip for option in choice.options] == ["Adding tops and bottoms.", ""]
    assert choice.key == ("B",)
    assert choice.answer == choice.options[1].html
    assert (choice.points, choice.seconds, choice.calculator) == (2, 60, False)


def test_several_choices_join_the_right_ones_for_the_answer(sample):
    choices = question(sample, "some-choices")

    assert choices.key == ("B", "C")
    assert choices.answer == "6, 8"


def test_true_or_false_has_two_options_and_the_slip_on_the_wrong_one(sample):
    truth = question(sample, "true-or-false")

    assert [(option.id, option.html, option.slip) for option in truth.options] == [
        ("true", "True", "35 looks bigger than 4."),
        ("false", "False", ""),
    ]
    assert (truth.key, truth.answer) == (("false",), "False")


def test_a_number_keeps_its_key_as_written_and_shows_money_with_pence(sample):
    number = question(sample, "a-number")

    assert (number.key, number.wanted.unit, number.answer) == (("3.5",), "£", "£3.50")
    assert [(slip.answer, slip.because) for slip in number.slips] == [("4.5", "A pound too much.")]


@pytest.mark.parametrize(
    ("key", "unit", "answer"),
    [
        ("1500", '"ml"', "1,500 ml"),
        ("-4", '"°C"', "\N{MINUS SIGN}4 °C"),
        ("-12.5", '"£"', "\N{MINUS SIGN}£12.50"),
        ("35", '"%"', "35%"),
        ("12", '"£"', "£12"),
        ("0.10", '"£"', "£0.10"),
        (
            "1 1/2",
            '"cm²"',
            '<math aria-label="1 and 1 over 2"><mn>1</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></math> cm²',
        ),
    ],
)
def test_a_number_is_shown_as_teachers_write_it(key, unit, answer, reading, sound):
    quiz = reading(sound.replace("key: 3.5", f"key: {key}").replace('unit: "£"', f"unit: {unit}"))

    assert question(quiz, "a-number").answer == answer


def test_a_text_keeps_every_spelling_and_shows_the_first(sample):
    text = question(sample, "a-text")

    assert (text.key, text.answer) == (("hexagon", "a hexagon"), "hexagon")


def test_an_order_is_shuffled_and_its_ids_follow_the_screen_not_the_key(sample):
    order = question(sample, "an-order")
    html = {option.id: option.html for option in order.options}

    assert [option.id for option in order.options] == ["a", "b", "c"]
    assert order.key != ("a", "b", "c")
    assert [html[id_] for id_ in order.key][:2] == ["3.09 m", "3.4 m"]
    assert order.answer == " → ".join(html[id_] for id_ in order.key)


def test_slips_of_an_order_name_ids(sample):
    order = question(sample, "an-order")
    first, second, third = order.key

    assert [slip.answer for slip in order.slips] == [f"{third},{second},{first}", f"{second},{first},{third}"]


@pytest.mark.parametrize("seed", [f"order-{n}" for n in range(60)])
def test_no_order_starts_out_right(seed, reading, sound):
    quiz = reading(sound.replace("id: an-order", f"id: {seed}"))

    key = question(quiz, seed).key

    assert sorted(key) == ["a", "b", "c"]
    assert key != ("a", "b", "c")


def test_words_that_yaml_would_turn_into_other_things_stay_words(reading, sound):
    text = sound.replace('{text: "6"}', "{text: No}").replace('{text: "8"}', "{text: 1:30}")

    options = question(reading(text), "some-choices").options

    assert [option.html for option in options] == ["5", "No", "1:30"]


def test_the_words_count_the_text_the_options_and_formulas_as_they_are_spoken(sample):
    spoken = "What is 2 over 3 plus 1 over 4? 3 over 7 11 over 12"

    assert question(sample, "one-choice").words == len(spoken.split())


def test_spaces_and_line_ends_inside_a_text_become_single_spaces(reading, sound):
    quiz = reading(sound.replace('text: "Six straight sides?"', "text: >\n      Six   straight\n      sides?"))

    assert question(quiz, "a-text").text == "Six straight sides?"


def test_a_file_with_a_byte_order_mark_is_read(reading, sound):
    assert reading("\ufeff".encode() + sound.encode()).slug == "sample"


def test_a_quiz_cannot_be_changed_and_survives_json(sample):
    for each in sample.questions:
        assert from_dict(as_dict(each)) == each
    with pytest.raises(FrozenInstanceError):
        sample.title = "Another"


def test_a_broken_file_leaves_the_others_playable(tmp_path, sound):
    (tmp_path / "sample.yaml").write_text(sound)
    (tmp_path / "broken.yaml").write_text("quiz: [")
    (tmp_path / "old.yml").write_text(sound)
    (tmp_path / ".hidden.yaml").write_text("quiz: [")

    found = read_all(tmp_path)

    assert [quiz.slug for quiz in found.quizzes] == ["sample"]
    assert {problem.file for problem in found.problems} == {"broken.yaml", "old.yml"}
    assert "Rename it to old.yaml" in next(str(problem) for problem in found.problems if problem.file == "old.yml")


def test_a_folder_without_quizzes_is_an_empty_catalogue(tmp_path):
    assert read_all(tmp_path / "nowhere") == Catalogue((), ())


def test_fingerprints_agree_with_reading_and_need_no_typesetting(tmp_path, sound, monkeypatch):
    (tmp_path / "sample.yaml").write_text(sound)
    quiz = read_all(tmp_path).quizzes[0]
    monkeypatch.setattr(questions_module, "typeset", None)

    found = fingerprints(tmp_path)

    assert found == {"sample": quiz.fingerprint}


def test_a_fingerprint_changes_with_the_file_alone(tmp_path, sound):
    (tmp_path / "sample.yaml").write_text(sound)
    (tmp_path / "other.yaml").write_text(sound)
    before = fingerprints(tmp_path)

    (tmp_path / "sample.yaml").write_text(sound.replace("A sample", "Another"))
    after = fingerprints(tmp_path)

    assert before["sample"] != after["sample"]
    assert before["other"] == after["other"]


def test_a_quiz_that_cannot_be_opened_has_no_fingerprint(tmp_path):
    (tmp_path / "folder.yaml").mkdir()

    assert fingerprints(tmp_path) == {}


def test_a_warm_start_asks_for_fingerprints_in_a_few_milliseconds(tmp_path, sound):
    for n in range(20):
        (tmp_path / f"quiz-{n}.yaml").write_text(sound)
    fingerprints(tmp_path)

    start = perf_counter()
    found = fingerprints(tmp_path)

    assert len(found) == 20
    assert perf_counter() - start < 0.5
