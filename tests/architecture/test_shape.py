"""The house style that can be counted."""

import ast

from tests.architecture.source import ROOT, modules, place, tree

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 40
VAGUE = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common"}


def source():
    """Everything people wrote; the steps of the migrations are drawn up by a tool."""
    every = modules("run.py", "challenge", "tests")
    return [path for path in every if "versions" not in path.parts]


def test_no_file_is_too_long_to_keep_in_mind():
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in source()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES_OF_A_FILE
    }

    assert long == {}


def test_no_function_is_longer_than_a_screen():
    functions = (
        (path, node)
        for path in source()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )

    long = [
        place(path, node.lineno)
        for path, node in functions
        if (node.end_lineno or 0) - node.lineno >= MOST_LINES_OF_A_FUNCTION
    ]

    assert long == []


def test_no_module_has_a_name_that_says_nothing():
    assert [path for path in source() if path.stem in VAGUE] == []
