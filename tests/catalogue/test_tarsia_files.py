"""What a sound Tarsia file becomes, and what is said of one that can't be read."""

import pytest

from challenge.catalogue.fingerprints import fingerprint
from challenge.catalogue.tarsia_files import NO_TARSIA, linted, read_tarsia, read_tarsias, texts_of
from challenge.catalogue.tarsias import Tarsia
from challenge.rules.tarsia.scoring import score

SOUND = """\
tarsia: sample
title: "A sample"
category: funkies
topic: Fractions
calculator: no
minutes: 15
layout: triangle 2
about: "Halves of small numbers."
pairs:
  - ["$1/2$ of 20", "10"]
  - ["$1/2$ of 14", "7"]
  - ["$1/2$ of 20.0", "£5"]
border: ["12", "£6"]
"""


@pytest.fixture
def reading(tmp_path):
    def reader(text, name="sample.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_tarsia(path)

    return reader


def changed(old, new):
    assert old in SOUND
    return SOUND.replace(old, new)


def test_a_sound_file_gives_a_puzzle(reading):
    tarsia = reading(SOUND)

    assert isinstance(tarsia, Tarsia), tarsia
    assert (tarsia.slug, tarsia.title, tarsia.category, tarsia.topic) == ("sample", "A sample", "funkies", "Fractions")
    assert (tarsia.calculator, tarsia.minutes, tarsia.about) == (False, 15, "Halves of small numbers.")
    assert tarsia.fingerprint == fingerprint(SOUND.encode())


def test_labels_are_typeset_two_of_each_pair_then_the_border(reading):
    labels = reading(SOUND).labels

    assert [label.text for label in labels[1:4:2]] == ["10", "7"]
    assert [label.text for label in labels[6:]] == ["12", "£6"]
    assert labels[0].html.startswith("<math")
    assert labels[0].spoken == "1 over 2 of 20"


def test_faces_are_labels_and_the_puzzle_is_their_classes(reading):
    tarsia = reading(SOUND)
    faces = {face for piece in tarsia.faces.pieces for face in piece if face is not None}
    classes = {
        face: edge
        for shown, piece in zip(tarsia.faces.pieces, tarsia.puzzle.pieces, strict=True)
        for face, edge in zip(shown, piece, strict=True)
        if face is not None
    }

    assert faces == set(range(8))
    assert classes == {0: 0, 1: 0, 2: 1, 3: 1, 4: 0, 5: 0, 6: 3, 7: 4}
    assert score(tarsia.puzzle, tarsia.puzzle.solution).complete


def test_what_was_written_can_be_linted(reading):
    tarsia = reading(SOUND)

    assert texts_of(tarsia) == (
        (("$1/2$ of 20", "10"), ("$1/2$ of 14", "7"), ("$1/2$ of 20.0", "£5")),
        ("12", "£6"),
    )
    assert [(each.weight, each.pair) for each in linted(tarsia).findings] == [
        ("error", 3),
        ("error", 0),
        ("warning", 3),
    ]


CHAIN = {"triangle 2": "chain 4", 'border: ["12", "£6"]\n': ""}


def test_a_chain_has_no_border(reading):
    text = SOUND
    for old, new in CHAIN.items():
        text = text.replace(old, new)

    assert reading(text).puzzle.layout.name == "chain 4"
    assert [str(each) for each in reading(text + 'border: ["1"]\n')] == [
        "sample.yaml, line 13, border: “chain 4” has no border. Remove this field."
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("tarsia: sample", "tarsia: other", 1, "tarsia: “other” and the file's name differ."),
        ("tarsia: sample", "tarsia: No Slug", 1, "“No Slug” won't do. Use small letters"),
        ("title", "titles", 2, "titles: There is no field with this name. Did you mean “title”?"),
        ("funkies", "funky", 3, "Did you mean “funkies”?"),
        ("Fractions", "Fraction", 4, "Did you mean “Fractions”?"),
        ("calculator: no", "calculator: none", 5, "calculator: “none” is not known here."),
        ("minutes: 15", "minutes: 90", 6, "Write a whole number from 5 to 60."),
        ("triangle 2", "wheel 2", 7, "layout: There is no layout “wheel 2”."),
        ("triangle 2", "triangle 3", 9, "pairs: “triangle 3” takes 9 pairs, and here are 3."),
        ('layout: triangle 2\n', "", 1, "layout: This field is missing."),
        ('["$1/2$ of 14", "7"]', '["$1/2$ of 14"]', 11, "pairs[2]: Write two labels here"),
        ('["$1/2$ of 14", "7"]', '"7"', 11, "pairs[2]: Write two labels here"),
        ('["$1/2$ of 14", "7"]', '["$1/2$ of 14", [7]]', 11, "pairs[2][2]: Write one text here."),
        ('["$1/2$ of 14", "7"]', '["$1/2$ of 14", ""]', 11, "pairs[2][2]: This field is empty."),
        ('["$1/2$ of 14", "7"]', '["$#let$", "7"]', 11, "pairs[2][1]: “#” can't stand in a formula."),
        ('["12", "£6"]', '["12", "$x"]', 13, "border[2]: A “$” is missing or left over."),
        ('["12", "£6"]', "[1, 2, 3, 4, 8, 9, 11]", 13, "border: “triangle 2” has 6 outer sides."),
        ('["12", "£6"]', "7", 13, "border: Write a list here"),
    ],
)  # fmt: skip
def test_each_fault_is_told_with_its_line_its_field_and_a_remedy(old, new, line, says, reading):
    problems = [str(problem) for problem in reading(changed(old, new))]

    assert [problem for problem in problems if says in problem and f"line {line}," in problem] != [], problems


def test_a_file_that_is_no_mapping_is_told_how_one_starts(reading):
    assert [problem.message for problem in reading("- 1")] == [NO_TARSIA]


def test_a_broken_file_leaves_the_others_playable(tmp_path):
    (tmp_path / "sample.yaml").write_text(SOUND)
    (tmp_path / "broken.yaml").write_text("tarsia: [")
    (tmp_path / "old.yml").write_text(SOUND)

    found = read_tarsias(tmp_path)

    assert [tarsia.slug for tarsia in found.puzzles] == ["sample"]
    assert {problem.file for problem in found.problems} == {"broken.yaml", "old.yml"}


def test_a_folder_that_is_not_there_has_no_puzzles(tmp_path):
    assert read_tarsias(tmp_path / "nowhere").puzzles == ()
