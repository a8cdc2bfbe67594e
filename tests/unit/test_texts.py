"""Texts: what `Texts` promises, and that the sources and the .ftl files agree."""

from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.errors import TextError
from bot.settings import LOCALES, ROOT
from bot.texts import Markup, Texts, clean, local_time
from tests.unit.text_usage import Usage, variables

ID = """
alarm-taken = Ditangani <b>{ $who }</b> sejak { $time }.
alarm-count = { $count ->
    [1] satu kasus
   *[other] { $count } kasus
}
"""
EN = """
alarm-taken = <b>{ $who }</b> has taken it at { $time }.
alarm-count = { $count ->
    [one] one case
   *[other] { $count } cases
}
"""


@pytest.fixture
def folder(tmp_path):
    for language, text in (("id", ID), ("en", EN)):
        (tmp_path / language).mkdir()
        (tmp_path / language / "alarm.ftl").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def texts(folder):
    return Texts.load(folder)


@pytest.fixture(scope="module")
def shipped():
    return Texts.load(LOCALES)


@pytest.mark.parametrize(
    ("language", "key", "values", "said"),
    [
        ("id", "alarm-taken", {"who": "Sari", "time": "14:02"}, "Ditangani <b>Sari</b> sejak 14:02."),
        ("en", "alarm-taken", {"who": "Sari", "time": "14:02"}, "<b>Sari</b> has taken it at 14:02."),
        ("id", "alarm-count", {"count": 1}, "satu kasus"),
        ("id", "alarm-count", {"count": 0}, "0 kasus"),
        ("id", "alarm-count", {"count": 1240}, "1.240 kasus"),
        ("en", "alarm-count", {"count": 1240}, "1,240 cases"),
        ("id", "alarm-count", {"count": Decimal("1.5")}, "1,5 kasus"),
    ],
)
def test_a_text_is_said_in_its_language(texts, language, key, values, said):
    """Values stand where the text wants them, and numbers as the language writes and counts them."""
    assert said == texts.say(language, key, **values)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("<b>&", "&lt;b&gt;&amp;"),
        ('" onclick="', "&quot; onclick=&quot;"),
        ("{ $time }", "{ $time }"),
        ("Sa\x00ri\u202e\u2066", "Sari"),
        (Markup("<i>Sari</i>"), "<i>Sari</i>"),
    ],
)
def test_what_people_wrote_is_escaped(texts, name, said):
    """Only `Markup` keeps its tags; everything else is text, whatever stands in it."""
    assert f"Ditangani <b>{said}</b> sejak 14:02." == texts.say("id", "alarm-taken", who=name, time="14:02")


def test_a_text_can_stand_in_a_text(texts):
    """What `say` gives is markup, so it is not escaped a second time."""
    inner = texts.say("id", "alarm-taken", who="A&B", time="1")

    assert "<b>A&amp;B</b>" in texts.say("id", "alarm-taken", who=inner, time="2")


def test_a_label_is_not_escaped(texts):
    """Telegram shows buttons as they are, so their values are cleaned only."""
    assert "Ditangani <b>A&B</b> sejak 1." == texts.label("id", "alarm-taken", who="A&\x00B", time="1")


@pytest.mark.parametrize(
    ("language", "key", "values", "reason"),
    [
        ("id", "alarm-tkaen", {}, r"text alarm-tkaen \(id\): no such text"),
        ("fr", "alarm-taken", {}, r"text alarm-taken \(fr\): no such text"),
        ("id", "alarm-taken", {"who": "Sari"}, r"text alarm-taken \(id\): Unknown external: time"),
        ("id", "alarm-taken", {"who": "Sari", "time": None}, r"text alarm-taken \(id\): time is a NoneType"),
        ("id", "alarm-count", {"count": True}, r"text alarm-count \(id\): count is a bool"),
        ("id", "alarm-taken", {"who": "", "time": datetime(2026, 1, 1, tzinfo=UTC)}, r".*: time is a datetime"),
    ],
)
def test_a_text_that_cannot_be_said_raises(texts, language, key, values, reason):
    """An unknown key or language, a missing value or one that is no text and no number is never shown to anybody."""
    with pytest.raises(TextError, match=f"^{reason}$"):
        texts.say(language, key, **values)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a-b = { $x", r"text in more.ftl \(id\): cannot be read from: a-b = { \$x"),
        ("just words", r"text in more.ftl \(id\): cannot be read from: just words"),
        ("alarm-taken = again", r"text alarm-taken \(id\): told twice, again in more.ftl"),
        ("a-b =\n    .label = x", r"text a-b \(id\): empty"),
    ],
)
def test_a_broken_file_raises(folder, text, reason):
    """Junk, a key told twice and a text without words stop the start."""
    (folder / "id" / "more.ftl").write_text(text, encoding="utf-8")

    with pytest.raises(TextError, match=f"^{reason}$"):
        Texts.load(folder)


def test_a_key_counts_when_every_language_has_it(folder):
    """`has` is False for a key that one language lacks; `keys` names those of one language."""
    (folder / "id" / "more.ftl").write_text("only-here = x\n-term = y\n", encoding="utf-8")
    texts = Texts.load(folder)

    assert texts.has("alarm-taken")
    assert not texts.has("only-here")
    assert {"alarm-taken", "alarm-count", "only-here"} == texts.keys("id")


@pytest.mark.parametrize(
    ("wrote", "kept"),
    [
        ("Jalan Mulawarman 5\nRT 3\t🚒👨‍👩‍👧", "Jalan Mulawarman 5\nRT 3\t🚒👨‍👩‍👧"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\x00a\x08b\x1bc\x7fd\x85e", "abcde"),
        ("\u202eab\u2066c\u200fd\u061ce\ufefff", "abcdef"),
        ("a\ud83db", "ab"),
    ],
)
def test_cleaning_takes_out_what_cannot_be_seen(wrote, kept):
    """NUL, controls, direction marks and broken characters go; newlines, tabs and joined emoji stay."""
    assert kept == clean(wrote)


def test_times_are_local():
    """A moment is written in the zone of the people who read it."""
    assert "14:02" == local_time(datetime(2026, 3, 1, 6, 2, tzinfo=UTC), ZoneInfo("Asia/Makassar"))


def test_a_time_needs_a_zone():
    """A naive moment is refused."""
    with pytest.raises(ValueError, match="without a time zone"):
        local_time(datetime(2026, 3, 1, 6, 2), UTC)  # noqa: DTZ001 - the mistake meant here


def test_usage_is_found_in_sources(tmp_path):
    """A scan finds what is asked for by say, label and Text, every literal, beginnings, and text: in YAML."""
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "x.py").write_text(
        'house.say(who, "alarm-a", n=1)\nlabel("alarm-b")\nText("alarm-c")\nx = "alarm-d"\nsay(w, f"kind-{k}")\n'
        'log.info("not a-key")\nsay(w, "alarm-e" if y else "alarm-f")\n'
    )
    (tmp_path / "p.yaml").write_text("steps:\n  - {tell: {who: x, text: alarm-g}}\n    \n")

    usage = Usage.of(tmp_path / "bot", [tmp_path / "p.yaml"])

    assert {"alarm-a", "alarm-b", "alarm-c", "alarm-e", "alarm-f", "alarm-g"} == usage.asked
    assert {"alarm-a", "alarm-d", "not a-key"} <= usage.literals
    assert usage.uses("kind-fire")
    assert usage.uses("alarm-d")
    assert not usage.uses("alarm-z")


@pytest.fixture(scope="module")
def usage():
    return Usage.of(ROOT / "bot", sorted((ROOT / "core" / "procedures").glob("*.yaml")))


def test_every_text_asked_for_exists(shipped, usage):
    """What the sources and the procedures say is there in every language."""
    assert [] == sorted(key for key in usage.asked if not shipped.has(key))
    assert [] == sorted(start for start in usage.beginnings if not any(k.startswith(start) for k in shipped.keys("id")))


def test_every_text_is_used(shipped, usage):
    """No text is left over."""
    keys = {key for language in shipped.languages for key in shipped.keys(language)}

    assert [] == sorted(key for key in keys if not usage.uses(key))


def test_the_languages_agree(shipped):
    """Both languages have the same keys, and each text takes the same values in both."""
    assert ("en", "id") == shipped.languages
    assert variables(LOCALES / "id") == variables(LOCALES / "en")
