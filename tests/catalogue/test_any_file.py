"""Whatever a file holds, reading it gives a quiz or problems that can be mended: it never raises."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from challenge.catalogue.cases import Case, Fault, cases, one_case
from challenge.catalogue.quizzes import Problem, Quiz
from challenge.catalogue.wanting import FORMS, WANTS
from challenge.catalogue.writing import document

SPLICES = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.integers(0, 30),
        st.sampled_from(
            ["", "$", '"', "'", "{", "]", "[", ": ", "- ", "\n", "  ", "#", "&a ", "*a", "!x ", "|", ">", "~"]
        )
        | st.sampled_from(["/", "^", "(", "sqrt(", "\\", "\t", "---\n", "<<: ", "😀", "null", "9" * 30])
        | st.text(max_size=6),
    ),
    min_size=1,
    max_size=4,
)
SHARED = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def is_answered(found) -> bool:
    if isinstance(found, Quiz):
        return True
    return bool(found) and all(
        isinstance(problem, Problem) and problem.line >= 1 and problem.field and problem.message for problem in found
    )


@SHARED
@given(splices=SPLICES)
def test_a_sound_file_damaged_anywhere_is_read_or_explained(splices, reading, sound):
    for where, cut, put in splices:
        at = int(where * len(sound))
        sound = sound[:at] + put + sound[at + cut :]

    found = reading(sound.encode("utf-8", "surrogatepass"))

    assert is_answered(found)


@SHARED
@example(content=b"")
@example(content=b"\xff\xfe")
@example(content=b"?")
@example(content=b"' ': x")
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_at_all_are_explained(content, reading):
    found = reading(content)

    assert not isinstance(found, Quiz)
    assert is_answered(found)


MATHS = st.text(st.sampled_from("0123456789xyab+-−*/^()=<>≤≥:;.,√π²½£p%° cmkhinor"), max_size=12)
TYPED = st.sampled_from(list(WANTS)).flatmap(
    lambda kind: st.fixed_dictionaries(
        {"type": st.just(kind.value), "key": MATHS | st.lists(MATHS, min_size=1, max_size=3)},
        optional={
            "form": st.sampled_from(FORMS.get(kind, ("any",))),
            "policy": st.sampled_from(("optional", "required", "enforced")),
            "units": st.sampled_from(("optional", "required", "none")),
            "tolerance": st.sampled_from(("0", "0.5", "1/3")),
            "unit": st.sampled_from(("cm", "£", "%", "minutes")),
            "slips": st.lists(st.fixed_dictionaries({"answer": MATHS, "because": st.just("b")}), max_size=2),
        },
    )
)


@settings(parent=SHARED, max_examples=300)
@given(fields=TYPED)
def test_any_key_of_any_typed_answer_is_read_or_explained(fields, reading):
    common = {
        "id": "a",
        "topic": "Shapes",
        "calculator": "no",
        "seconds": "30",
        "text": "q",
        "trick": "t",
        "steps": ["s"],
    }
    head = {"quiz": "sample", "title": "t", "category": "funkies", "about": "a"}

    found = reading(document(head, [common | fields]))

    assert is_answered(found)


@settings(max_examples=300, deadline=None)
@given(key=MATHS | st.text(max_size=20), answer=MATHS | st.text(max_size=70))
def test_any_key_and_answer_can_be_tried_or_are_explained(key, answer):
    assert isinstance(one_case(key, answer, {}), Case | Fault)


@SHARED
@given(text=st.text(max_size=120) | st.lists(MATHS, max_size=4).map(str))
def test_any_text_is_a_file_of_cases_or_explained(text):
    assert all(isinstance(each, Case | Fault) for each in cases(text))
