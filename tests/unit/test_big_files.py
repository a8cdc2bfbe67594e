"""A file above what Telegram lets a bot fetch is answered with another route."""

from types import SimpleNamespace

import pytest
from pydantic import TypeAdapter

from bot.flows import replies
from bot.settings import LOCALES
from bot.texts import Texts
from core.field import Field
from tests.unit.incoming import FILE, message

BIG = {"document": {**FILE, "file_name": "data.csv", "file_size": 21 * 1024 * 1024}}
ASKED = TypeAdapter(Field).validate_python({"id": "table", "type": "document", "accept": ["csv"]})


@pytest.mark.parametrize(
    ("upload_url", "said"),
    [(None, "satu berkas untuk setiap tahun. Jawaban"), ("https://files.example", "taruh di https://files.example,")],
)
def test_it_is_split_or_put_where_the_office_says(upload_url, said):
    """The limit is named with an example of how to split; the office's own place too, where it has one."""
    visit = SimpleNamespace(desk=SimpleNamespace(house=SimpleNamespace(upload_url=upload_url)))

    with pytest.raises(replies.Wrong) as wrong:
        replies.read(message(**BIG), ASKED, visit)

    words = Texts.load(LOCALES).say("id", wrong.value.key, **wrong.value.values)
    assert "paling besar 20 MB" in words
    assert said in words
