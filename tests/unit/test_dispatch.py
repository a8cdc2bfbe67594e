"""From an update to its handler: what goes before what, and what is answered at all."""

from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from aiogram.methods import AnswerCallbackQuery, SendMessage
from aiogram.types import CallbackQuery, User

from bot.desk import Desk
from bot.dispatch import MenuWithoutHandlerError, Reception
from bot.house import House, Shelf
from bot.keyboards import menu_words
from bot.presses import OldButton, WrongChat
from bot.procedures import load_procedures
from bot.routes import Routes
from bot.settings import LOCALES
from bot.texts import Texts
from core.refusal import StepOver
from storage.batch import Batch
from storage.conversations import Conversation
from storage.database import Database
from tests.unit.incoming import NOW, PICTURE, SENDER, message

SARI = User(id=SENDER, is_bot=False, first_name="Sari")
HELLO = SendMessage(chat_id=SENDER, text="Halo")


@pytest.fixture(scope="module")
def house():
    return House(Shelf(load_procedures(None)), Texts.load(LOCALES), ZoneInfo("Asia/Makassar"))


@pytest.fixture
async def desk(house, tmp_path):
    db = await Database.open(f"sqlite+aiosqlite:///{tmp_path / 'sigap.db'}")
    yield Desk(house, Batch(db).unit(NOW))
    await db.close()


def named(name):
    """A handler that says its name, and refuses when that is asked for."""

    async def handler(what, visit):
        if getattr(what, "verb", None) == "refuse":
            raise StepOver
        return name

    return handler


async def refused(visit, why):
    """Why a press or a message was refused."""
    return ("refused", why.name)


@pytest.fixture
def reception(house):
    routes = Routes()
    for key in menu_words(house).values():
        table = routes.commands if key.startswith("/") else routes.words
        table[key.removeprefix("/")] = named(key)
    routes.state("form", "photo")(named("photo"))
    routes.state("form", "*")(named("answer"))
    routes.state("*", "edited")(named("edited"))
    routes.press("refuse")(named("never"))
    return Reception(house, routes, named("rest"), refused)


async def received(reception, desk, **content):
    """What answers a message."""
    return await reception.message(message(**content), desk)


@pytest.mark.parametrize(
    ("content", "nowhere", "in_form"),
    [
        ({"text": "/panik"}, "/panik", "/panik"),
        ({"text": "🚨 PANIK"}, "/panik", "/panik"),
        ({"text": "panic!"}, "/panik", "/panik"),
        ({"text": "Batal"}, "menu-cancel", "menu-cancel"),
        ({"text": "api besar"}, "rest", "answer"),
        ({"text": "\x00"}, "rest", "answer"),
        ({"text": "batal " * 20}, "rest", "answer"),
        ({"text": "/tidakada"}, "rest", "rest"),
        ({"text": "/"}, "rest", "rest"),
        ({"photo": [PICTURE], "caption": "/panik"}, "rest", "photo"),
        ({"dice": {"emoji": "🎲", "value": 1}}, "rest", "answer"),
        ({"write_access_allowed": {}}, None, None),
        ({"text": "/panik", "from": {"id": 9, "is_bot": True, "first_name": "x"}}, None, None),
        ({"text": "/panik", "from": None}, None, None),
    ],
)
async def test_an_alarm_goes_before_a_form_and_a_form_before_the_rest(reception, desk, content, nowhere, in_form):
    """Commands and labels first, then the question that waits, then whatever is left; notes and bots get nothing."""
    assert nowhere == await received(reception, desk, **content)
    desk.unit.save_conversation(Conversation(SENDER, SENDER, "form", {}))
    assert in_form == await received(reception, desk, **content)


@pytest.mark.parametrize(
    ("content", "is_private"),
    [({}, True), ({"chat": {"id": -5, "type": "group"}}, False), ({"from": None}, False)],
)
async def test_edits_count_in_private_chats(reception, desk, content, is_private):
    """Elsewhere, and without a sender, nothing is done."""
    edited = await reception.edited(message(text="x", edit_date=5, **content), desk)
    assert ("edited" if is_private else None) == edited


async def press(reception, desk, written, under, user=SARI):
    """What answers a press under a message."""
    query = CallbackQuery(id="9", from_user=user, chat_instance="1", message=under, data=written)
    return await reception.press(query, desk)


@pytest.mark.parametrize(
    ("returned", "expected"),
    [
        (None, [AnswerCallbackQuery]),
        (HELLO, [SendMessage, AnswerCallbackQuery]),
        ([HELLO, [HELLO]], [SendMessage, SendMessage, AnswerCallbackQuery]),
        (AnswerCallbackQuery(callback_query_id="9"), [AnswerCallbackQuery]),
        ([AnswerCallbackQuery(callback_query_id="9"), HELLO], [AnswerCallbackQuery, SendMessage]),
    ],
)
async def test_a_press_is_answered_once_whatever_its_handler_says(reception, desk, returned, expected):
    """Where the handler does not answer, an empty answer ends the waiting."""

    async def handler(pressed, visit):
        return returned

    reception._routes.press("say")(handler)
    assert expected == [type(one) for one in await press(reception, desk, "v1:say", message(text="card"))]


@pytest.mark.parametrize(
    ("written", "under", "why"),
    [
        ("v1:refuse:1", {}, StepOver()),
        ("v1:unknown", {}, OldButton()),
        ("nonsense", {}, OldButton()),
        (None, {}, OldButton()),
        ("v1:refuse:1", {"chat": {"id": -5, "type": "group"}}, WrongChat()),
        ("v1:refuse:1", {"chat": {"id": -5, "type": "group"}, "date": 0}, WrongChat()),
        ("v1:refuse:1", None, WrongChat()),
    ],
)
async def test_a_press_that_means_nothing_is_refused(reception, desk, written, under, why):
    """By the step, by the button, by the place; all in one way."""
    shown = message(text="card", **under) if under is not None else None
    assert ("refused", why.name) == await press(reception, desk, written, shown)


async def test_whoever_presses_in_a_group_is_not_noted_down(reception, desk):
    """Only who comes to the bot is known to it."""
    await press(reception, desk, "v1:refuse", message(chat={"id": -5, "type": "group"}, text="x"))
    assert await desk.unit.person(SENDER) is None


async def test_every_word_of_the_menu_needs_a_handler(house):
    """A button that nothing answers is found at the start."""
    with pytest.raises(MenuWithoutHandlerError, match="has no handler"):
        Reception(house, Routes(), named("rest"), refused)


@pytest.mark.parametrize(
    ("status", "known", "handled"), [("kicked", True, True), ("member", True, False), ("kicked", False, False)]
)
async def test_only_somebody_known_can_be_lost(reception, desk, status, known, handled):
    """Blocking is handled for people that we have met; coming back needs nothing."""
    reception._routes.state("*", "blocked")(named("blocked"))
    if known:
        await received(reception, desk, text="Batal")
    chat, member = SimpleNamespace(id=SENDER, type="private"), SimpleNamespace(status=status)
    update = SimpleNamespace(chat=chat, from_user=SARI, new_chat_member=member)
    assert ("blocked" if handled else None) == await reception.membership(update, desk)
