"""A group that became a supergroup has another number from then on."""

from sqlalchemy import BindParameter, bindparam, delete, select, update

from storage.database import Database
from storage.schema import card_views, conversations, groups, inbox, outbox

_group = groups.alias()
_HERE: BindParameter[int] = bindparam("old")
_THERE: BindParameter[int] = bindparam("new")
_TALKS_THERE = select(conversations.c.user_id).where(conversations.c.chat_id == _THERE)
_CARDS_THERE = select(card_views.c.case_id).where(card_views.c.chat_id == _THERE)
_GROUP_THERE = select(_group.c.chat_id).where(_group.c.chat_id == _THERE)
_MOVES = (
    update(inbox).where(inbox.c.chat_id == _HERE).values(chat_id=_THERE),
    update(outbox).where(outbox.c.chat_id == _HERE).values(chat_id=_THERE),
    delete(conversations).where(conversations.c.chat_id == _HERE, conversations.c.user_id.in_(_TALKS_THERE)),
    update(conversations).where(conversations.c.chat_id == _HERE).values(chat_id=_THERE),
    delete(card_views).where(card_views.c.chat_id == _HERE, card_views.c.case_id.in_(_CARDS_THERE)),
    delete(groups).where(groups.c.chat_id == _HERE, _GROUP_THERE.exists()),
    update(groups).where(groups.c.chat_id == _HERE).values(chat_id=_THERE),
    # Messages are numbered anew in a supergroup, so the cards there are to be sent anew.
    update(card_views).where(card_views.c.chat_id == _HERE).values(chat_id=_THERE, message_id=None, hash=None, shown=0),
)


async def move(db: Database, old: int, new: int) -> None:
    """Rewrite every table in one transaction; done twice it does no harm, and what is there already stays."""
    async with db.writing() as conn:
        for statement in _MOVES:
            await conn.execute(statement, {"old": old, "new": new})
