"""Authors' texts become safe HTML with native MathML; nothing else that Typst could do gets through."""

import re
from xml.etree import ElementTree as ET

import pytest
import typst

from challenge.catalogue import mathml, typesetting
from challenge.catalogue.typesetting import Fault, Typeset, typeset


@pytest.fixture(autouse=True)
def _nothing_kept():
    typesetting._kept.clear()


def html(source):
    done = typeset([source])[source]
    assert isinstance(done, Typeset), done
    return done.html


def fault(source):
    done = typeset([source])[source]
    assert isinstance(done, Fault), done
    return done.message


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plain words", "plain words"),
        ("Tom & Jerry's <b>", "Tom &amp; Jerry's &lt;b&gt;"),
        ("£3.50 or \\$5", "£3.50 or $5"),
        ("$2/3$", '<math aria-label="2 over 3"><mfrac><mn>2</mn><mn>3</mn></mfrac></math>'),
        ("$sqrt(49)$", '<math aria-label="the square root of 49"><msqrt><mn>49</mn></msqrt></math>'),
        ("$x^2$", '<math aria-label="x squared"><msup><mi>x</mi><mn>2</mn></msup></math>'),
        ("$h$", '<math aria-label="h"><mi>h</mi></math>'),
        ("$pi$", '<math aria-label="pi"><mi>π</mi></math>'),
        ("$-4$", '<math aria-label="minus 4"><mo>\N{MINUS SIGN}</mo><mn>4</mn></math>'),
        ("$50%$", '<math aria-label="50 per cent"><mn>50</mn><mtext>%</mtext></math>'),
        ("$90°$", '<math aria-label="90 degrees"><mn>90</mn><mtext>°</mtext></math>'),
        ("$1,250.5$", '<math aria-label="1,250.5"><mn>1,250.5</mn></math>'),
        ("$ 1/2 $", '<math aria-label="1 over 2"><mfrac><mn>1</mn><mn>2</mn></mfrac></math>'),
    ],
)
def test_a_text_is_typeset(source, expected):
    assert html(source) == expected


def test_letters_are_plain_so_that_the_text_font_has_them():
    assert re.findall(r"<mi>(.*?)</mi>", html("$2a + 3h = C$")) == ["a", "h", "C"]


def test_text_and_formulas_keep_their_order_and_spaces():
    done = typeset(["What is $1/2$ of $x$?"])["What is $1/2$ of $x$?"]

    assert done.spoken == "What is 1 over 2 of x?"
    assert re.sub(r"<math.*?</math>", "…", done.html) == "What is … of …?"


def test_no_style_class_id_or_handler_is_ever_written():
    sources = ["$1/2$", "$root(3, 8) + (1 + x)^2/3$", "$2 : 3$", '$3 "cm"$', "$a -> b$", "$3 + ? = 7$"]

    written = "".join(html(source) for source in sources)

    assert set(re.findall(r" ([a-z-]+)=", written)) <= {"aria-label", *mathml.ATTRIBUTES}
    assert set(re.findall(r"<([a-z]+)", written)) <= {"math", *mathml.ELEMENTS}


CODE = [
    '$#read("/etc/passwd")$',
    '$read("/etc/passwd")$',
    '$std.read("/etc/passwd")$',
    '$image("/etc/passwd")$',
    '$#import "@preview/cetz:0.3.0"$',
    '$#eval("1+1")$',
    "$#sys.version$",
    '$html.elem("script", "x")$',
    '$"<script>alert(1)</script>"$',
    '$"</x-formula><script>"$',
    "$x] #panic() #f[$",
    "$x \\$ #panic() \\$ y$",
    "$\\#x$",
    "$x \\ y$",
    "$/* $ */",
    "$// x$",
    '$"\\u{3c}script"$',
    '$"open$',
]

UNFIT = [
    "$`raw`$",
    "$@label$",
    "$<label>$",
    "$a & b$",
    "$mat(1, 2; 3, 4)$",
    '$op("x")$',
    "$text(x)$",
    "$pi.alt$",
    "$x~y$",
    "$x'$",
    "$[x]$",
    "${x}$",
    "$x;y$",
    "$sum$",
    "$x2$",
    "$£3$",
    "$3 * 4$",
    "$|x|$",
    "$4!$",
    "$a => b$",
    "$½$",
    "$x²$",
    "$1/_2$",
    "$()))^$",
    "$$",
    "$ $",
    "one $ only",
    "$" + "(" * 7 + "x" + ")" * 7 + "$",
    "$" + "1 + " * 40 + "1$",
]


@pytest.mark.parametrize("source", [*CODE, *UNFIT])
def test_what_is_no_school_formula_is_refused_with_a_remedy(source):
    assert len(fault(source)) > 20


@pytest.mark.parametrize("source", CODE)
def test_code_never_reaches_typst(source, monkeypatch):
    reached = []
    monkeypatch.setattr(typesetting, "_compiled", reached.append)

    typeset([source])

    assert reached == []


def test_markup_outside_formulas_is_text():
    source = '<img src=x onerror="alert(1)"> #read("x") </x-formula> \\ & @a *b* _c_'

    assert html(source) == source.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_one_bad_formula_leaves_the_others_typeset():
    done = typeset(["$1/2$", "$1/_2$", "$x$"])

    assert isinstance(done["$1/2$"], Typeset)
    assert isinstance(done["$x$"], Typeset)
    assert "“1/_2” can't be typeset" in done["$1/_2$"].message


def test_all_formulas_take_one_compilation_and_none_a_second_time(monkeypatch):
    runs = []
    compiled = typesetting._compiled
    monkeypatch.setattr(typesetting, "_compiled", lambda sources: runs.append(sources) or compiled(sources))

    first = typeset(["$1/2$ and $1/3$", "$x$"])
    again = typeset(["$x$", "$1/3$ and $1/2$"])

    assert runs == [["1/2", "1/3", "x"]]
    assert first["$x$"] == again["$x$"]


def test_a_bad_formula_among_many_is_found_in_a_few_compilations(monkeypatch):
    runs = []
    compiled = typesetting._compiled
    monkeypatch.setattr(typesetting, "_compiled", lambda sources: runs.append(sources) or compiled(sources))

    done = typeset([*(f"$x + {n}$" for n in range(63)), "$1/_2$"])

    assert [source for source, each in done.items() if not isinstance(each, Typeset)] == ["$1/_2$"]
    assert len(runs) <= 13


def test_what_is_kept_has_a_bound(monkeypatch):
    monkeypatch.setattr(typesetting, "MOST_KEPT", 3)

    done = [typeset([f"${n} + 1$"])[f"${n} + 1$"] for n in range(12)]

    assert all(isinstance(each, Typeset) for each in done)
    assert len(typesetting._kept) <= 4


def test_typst_runs_in_an_empty_folder_without_the_machine_s_files(tmp_path, monkeypatch):
    (tmp_path / "secret.txt").write_text("key")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(typesetting.formulas, "for_typst", lambda source: source)

    with pytest.raises(typst.TypstError, match="file not found"):
        typesetting._compiled(['#read("secret.txt")'])


def test_a_layout_that_phones_cannot_show_is_refused():
    with pytest.raises(mathml.UnshowableError, match="in one line"):
        mathml.tidy(ET.fromstring("<math><mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable></math>"))


def test_attributes_that_are_not_known_are_dropped():
    element = ET.fromstring(
        '<math><mo style="x" onclick="y" class="z" lspace="0.2222222em" rspace="calc(1)">+</mo></math>'
    )

    mathml.tidy(element)

    assert mathml.written(element, 'a "b"') == '<math aria-label="a &quot;b&quot;"><mo lspace="0.222em">+</mo></math>'


def test_threads_may_typeset_side_by_side_and_forget_what_another_knows(monkeypatch):
    class Forgetful(dict):
        def get(self, formula):
            kept = super().get(formula)
            self.clear()
            return kept

    monkeypatch.setattr(typesetting, "_kept", Forgetful())
    first = html("What is $1/2$ of $x$?")

    assert first == html("What is $1/2$ of $x$?")
