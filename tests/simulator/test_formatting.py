"""Telegram's HTML mode and the entities it finds by itself."""

import pytest
from telegram import MessageEntity

from simulator.formatting import formatted, utf16_length


def _read(source: str) -> tuple[str, list[tuple[str, int, int]]]:
    text, entities = formatted(source, "HTML", None)
    return text, [(entity.type, entity.offset, entity.length) for entity in entities]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins><s>c</s><del>d</del>", "abcd", [
            ("underline", 0, 1), ("underline", 1, 1), ("strikethrough", 2, 1), ("strikethrough", 3, 1),
        ]),
        ('<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>', "ab", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ('<pre><code class="language-python">x = 1</code></pre>', "x = 1", [("pre", 0, 5)]),
        ("<code>/start</code>", "/start", [("code", 0, 6)]),
        ("  <b> a </b>  ", "a", [("bold", 0, 1)]),
        ("🚨🚨 <b>a</b>", "🚨🚨 a", [("bold", 5, 1)]),
        ("a &amp; b &lt;c&gt; &quot;d&quot; &#33; &nbsp;", 'a & b <c> "d" ! &nbsp;', []),
        ("<a>tanpa alamat</a>", "tanpa alamat", []),
        ("buka https://example.org/a. atau /start", "buka https://example.org/a. atau /start", [
            ("url", 5, 21), ("bot_command", 33, 6),
        ]),
        ("#tarakan @contoh_bot a@b.id", "#tarakan @contoh_bot a@b.id", [
            ("hashtag", 0, 8), ("mention", 9, 11), ("email", 21, 6),
        ]),
    ],
)  # fmt: skip
def test_sources_become_text_and_entities(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    """Each source gives this text with these entities, in UTF-16 units."""
    assert _read(source) == (text, entities)


def test_links_and_languages_are_kept() -> None:
    """The address of a link and the language of a block come along."""
    _, (link,) = formatted('<a href="https://example.org/?a=1&amp;b=2">x</a>', "HTML", None)
    _, (block,) = formatted('<pre><code class="language-python">x</code></pre>', "html", None)
    assert (link.url, block.language) == ("https://example.org/?a=1&b=2", "python")


def test_entities_given_directly_move_with_the_trim() -> None:
    """Leading white space is cut off, and entities follow."""
    text, entities = formatted("  tolong", None, [MessageEntity("bold", 2, 6)])
    assert (text, [(one.offset, one.length) for one in entities]) == ("tolong", [(0, 6)])


def test_length_counts_utf16_units() -> None:
    """A character outside the first plane counts two."""
    assert utf16_length("a🚨é") == 4
