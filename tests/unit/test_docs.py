"""The documents: examples that run, labels that exist, links that lead somewhere."""

import re

import pytest

from bot.procedures import together
from bot.settings import LOCALES, ROOT
from core.procedure import Procedure, parse
from core.runnable import unrunnable

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ROLES = ("warga", "operator", "petugas", "pimpinan", "admin")
TELEGRAMS_OWN = {"Mulai"}


def _example() -> Procedure:
    text = (ROOT / "docs" / "procedures.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml\n(.+?)^```$", text, re.MULTILINE | re.DOTALL)
    return parse(example, "docs/procedures.md")


def test_the_example_holds_together_beside_what_ships():
    """The procedure in the guide passes every check, and this version can run it."""
    example = _example()

    assert example in together([example])
    assert [] == unrunnable(example)


@pytest.mark.parametrize("role", ROLES)
def test_every_label_in_a_guide_is_on_screen(role):
    """What stands in bold in the pages for users is a label of the product, letter by letter."""
    guide = (ROOT / "docs" / f"{role}.md").read_text(encoding="utf-8")
    sources = [*(LOCALES / "id").glob("*.ftl"), *(ROOT / "core" / "procedures").glob("*.yaml")]
    shown = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    labels = set(re.findall(r"\*\*(.+?)\*\*", guide)) - TELEGRAMS_OWN

    assert [] == sorted(label for label in labels if not re.search(rf"(?<!\w){re.escape(label)}(?!\w)", shown))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_files_that_exist(document):
    """No relative link of a document is broken."""
    targets = re.findall(r"\]\((?!https?://)([^)#]+)", document.read_text(encoding="utf-8"))

    assert [] == [target for target in targets if not (document.parent / target).exists()]


def _promises() -> list[tuple[str, str]]:
    """The rows of the guarantees: what is promised, and what checks it."""
    text = (ROOT / "docs" / "guarantees.md").read_text(encoding="utf-8")
    return re.findall(r"^\| (.+?\.) \| (.+?) \|$", text, re.MULTILINE)


def test_every_promise_is_checked_by_what_exists():
    """Each names tests: a file of them, or a test that stands in one; nothing else stands in that column."""
    files = {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py")}
    defined = {name for one in files.values() for name in re.findall(r"^(?:async )?def (test_\w+)", one, re.MULTILINE)}

    assert len(_promises()) > 20
    for promise, checks in _promises():
        named = [check.strip() for check in checks.split(",")]
        unknown = [name for name in named if name.strip("`") not in defined | files.keys()]
        assert [] == unknown, promise
