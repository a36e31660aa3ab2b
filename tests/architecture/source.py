"""The program's own source, for tests that read it."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def modules(*under: str) -> list[Path]:
    """Every Python file below these folders or of these names, relative to the project's root."""
    found: list[Path] = []
    for name in under:
        path = ROOT / name
        found += [path] if path.is_file() else sorted(path.rglob("*.py"))
    assert found, f"no source under {under}"
    return found


def tree(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(path: Path) -> set[str]:
    """The top-level names that a file imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def dotted(node: ast.expr) -> str:
    """`datetime.now` for an attribute of a name, as it is written; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (before := dotted(node.value)):
        return f"{before}.{node.attr}"
    return ""


def calls(path: Path) -> list[tuple[str, int]]:
    """Everything that a file calls by name, with the line."""
    nodes = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    return [(dotted(node.func), node.lineno) for node in nodes]


def place(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT)}:{line}"
