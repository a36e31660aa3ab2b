import io
import shutil

import pytest
from fontTools.ttLib import TTFont

from challenge.cli import frontend, mathsfont, node
from challenge.cli.trouble import Trouble
from tests.architecture.source import ROOT

ROOTS_AND_FENCES = "√()[]{}|"


@pytest.fixture(scope="module")
def modules():
    """The real packages; `run.py test` brings them before it starts pytest."""
    node.bring(node.Packages.PROGRAM)
    return ROOT / "node_modules"


@pytest.fixture(scope="module")
def font(modules):
    return mathsfont.build(modules / frontend.FONT)


@pytest.fixture
def project(tmp_path, modules):
    """A project whose packages have been brought already."""
    shutil.copy(ROOT / "package-lock.json", tmp_path)
    for path in (frontend.SCRIPT, frontend.FONT):
        (tmp_path / "node_modules" / path).parent.mkdir(parents=True)
        shutil.copy(modules / path, tmp_path / "node_modules" / path)
    stamp = tmp_path / "node_modules" / ".brought-for-program"
    stamp.write_text(node._digest(tmp_path))
    return tmp_path


def test_the_maths_font_is_light_enough_for_a_phone(font):
    assert len(font) <= mathsfont.MOST_BYTES


def test_the_maths_font_has_every_character_that_school_maths_uses(font):
    there = TTFont(io.BytesIO(font)).getBestCmap()

    assert [character for character in mathsfont.CHARACTERS if ord(character) not in there] == []


def test_roots_and_fences_can_grow(font):
    parsed = TTFont(io.BytesIO(font))
    names, variants = parsed.getBestCmap(), parsed["MATH"].table.MathVariants
    tall = dict(zip(variants.VertGlyphCoverage.glyphs, variants.VertGlyphConstruction, strict=False))

    growing = {sign: tall[names[ord(sign)]] for sign in ROOTS_AND_FENCES}

    assert all(construction.GlyphAssembly for construction in growing.values())
    assert len(growing["√"].MathGlyphVariantRecord) >= 4


def test_the_maths_font_knows_where_a_fraction_bar_goes(font):
    constants = TTFont(io.BytesIO(font))["MATH"].table.MathConstants

    assert constants.FractionRuleThickness.Value > 0
    assert constants.AxisHeight.Value > 0


def test_the_files_are_made_and_known_to_be_up_to_date(project):
    assert not frontend.ready(project)

    frontend.build(project)

    vendor = project / "static" / "vendor"
    assert frontend.ready(project)
    assert {path.name for path in vendor.iterdir()} == {"made-from", "maths.woff2", "socket.io.esm.min.js"}
    assert b"sourceMappingURL" not in (vendor / "socket.io.esm.min.js").read_bytes()


def test_a_second_start_makes_nothing(project, monkeypatch):
    frontend.build(project)
    monkeypatch.setattr(frontend, "_make", lambda _root: pytest.fail("made again"))

    frontend.build(project)


def test_a_pull_that_changed_the_packages_makes_them_again(project):
    frontend.build(project)

    (project / "package-lock.json").write_text("{}")

    assert not frontend.ready(project)


def test_a_half_done_run_is_not_taken_for_done(project, monkeypatch):
    def break_off(_source):
        raise KeyboardInterrupt

    monkeypatch.setattr(mathsfont, "build", break_off)

    with pytest.raises(KeyboardInterrupt):
        frontend.build(project)

    assert not frontend.ready(project)


def test_a_full_disk_leaves_the_old_file_whole_and_is_named(project, monkeypatch):
    frontend.build(project)
    script = project / "static" / "vendor" / "socket.io.esm.min.js"
    before = script.read_bytes()
    (project / "static" / "vendor" / "made-from").unlink()

    def full(_handle, _mode):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(frontend.os, "fdopen", full)

    with pytest.raises(Trouble, match="The disk is full"):
        frontend.build(project)

    assert script.read_bytes() == before
    assert not [path for path in script.parent.iterdir() if path.name.startswith(".")]


def test_a_font_too_heavy_for_phones_is_refused(project, monkeypatch):
    monkeypatch.setattr(mathsfont, "build", lambda _source: b"x" * (mathsfont.MOST_BYTES + 1))

    with pytest.raises(Trouble, match="phones are promised"):
        frontend.build(project)
