"""Both letter procedures on their way, with everybody of the office around them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from typing import Any

from staging import CITIZEN, NEAR, OPERATOR, STRANGER, Play, staff
from table_of_rights import ADMIN, Columns, others

from core import events as e
from core.commands import Attachment, Witness
from core.office import Office
from core.people import Person
from core.procedure import Procedure, parse
from core.stand_in import Capacity, StandIn, with_stand_ins

MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
"""10:00 in Tarakan."""
TUESDAY_AT_NINE = datetime(2026, 3, 3, 1, 0, tzinfo=UTC)
TUESDAY_AT_HALF_PAST_ONE = datetime(2026, 3, 3, 5, 30, tzinfo=UTC)
FILE = (Attachment("document", "file-1", "unique-1", "surat.pdf"),)

KADIS = staff(41, "Dian", "head_of_department", on_duty=False)
KADIS_AWAY = staff(42, "Dewi", "head_of_department", on_duty=False)
CENTRE = staff(31, "Kartika", "head_of_centre", on_duty=False)
SECRETARY = staff(43, "Sari", "secretary", on_duty=False)
STATISTICS = staff(44, "Salim", "head_of_statistics", on_duty=False)
CHECKER, OTHER_CHECKER = (staff(n, "Yanti", "statistician", on_duty=False) for n in (45, 46))
AUTHOR, OTHER_AUTHOR = (staff(n, "Wira", "analyst", on_duty=False) for n in (47, 48))
GUIDE, OTHER_GUIDE = (staff(n, "Gita", "guide", on_duty=False) for n in (55, 56))
MANAGER = staff(57, "Mila", "management", on_duty=False)
STANDING_IN = StandIn(1, KADIS_AWAY.id, MANAGER.id, Capacity.PLH, MONDAY, MONDAY + timedelta(days=90), None, begun=True)
"""One of the two heads is away, and a manager stands in."""
_ALL = (KADIS, KADIS_AWAY, CENTRE, SECRETARY, STATISTICS, CHECKER, OTHER_CHECKER, AUTHOR, OTHER_AUTHOR, GUIDE,
        OTHER_GUIDE, MANAGER, OPERATOR, NEAR, ADMIN)  # fmt: skip
PEOPLE = with_stand_ins(Office((*_ALL, *others(*_ALL))), [STANDING_IN]).staff
DEPUTY = next(one for one in PEOPLE if one.id == MANAGER.id)
COLUMNS: Columns = {
    "rq": (CITIZEN,),
    "ci": (STRANGER,),
    "hd": (KADIS,),
    "ph": (DEPUTY,),
    "hc": (CENTRE,),
    "hs": (STATISTICS,),
    "se": (SECRETARY,),
    "s1": (CHECKER,),
    "s2": (OTHER_CHECKER,),
    "a1": (AUTHOR,),
    "a2": (OTHER_AUTHOR,),
    "g1": (GUIDE,),
    "g2": (OTHER_GUIDE,),
    "ad": (ADMIN,),
    "..": (OPERATOR, NEAR, *others(*_ALL)),
}
"""The requester, another citizen; the head of department and a manager who stands in for one (Plh); the heads of centre
and of statistics, the secretary; the statistician and the analyst who have it, and another of each; the guide who is
appointed, and another; the admin; and every further role, which are all refused alike."""


def shipped(name: str) -> Procedure:
    """A procedure that ships."""
    return parse((files("core") / "procedures" / f"{name}.yaml").read_text(encoding="utf-8"), f"{name}.yaml")


VISIT, REQUEST = shipped("visit"), shipped("data-request")
_VISIT: dict[str, tuple[Person, str, dict[str, Any]]] = {
    "dispose": (KADIS, "dispose", {"instruction": "Dampingi kunjungan"}),
    "decide": (CENTRE, "permit", {}),
    "appoint": (CENTRE, "appoint", {"guide": GUIDE.id}),
    "guide": (GUIDE, "check_in", {}),
    "book": (CITIZEN, "sign", {"guests": ["Siti Contoh"]}),
    "tour": (GUIDE, "over", {}),
    "leave": (GUIDE, "leave", {"left": "11:00"}),
}
_REQUEST: dict[str, tuple[Person, str, dict[str, Any]]] = {
    "dispose": (KADIS, "dispose", {"instruction": "Pelajari dan beri saran"}),
    "follow_up": (STATISTICS, "dispose", {"instruction_head": "Siapkan balasan beserta datanya"}),
    "arrange": (CHECKER, "dispose", {"instruction_staff": "Susun surat balasan dan datanya"}),
    "prepare": (AUTHOR, "submit", {"draft": FILE}),
    "check": (CHECKER, "initial", {}),
    "verify": (STATISTICS, "initial", {}),
    "endorse": (SECRETARY, "initial", {}),
    "sign": (KADIS, "sign", {}),
    "deliver": (AUTHOR, "deliver", {}),
}
"""Of each step of the straight way: who presses what there."""


def visit(until: str = "", *times: datetime) -> Play:
    """A visit that waits at a step; without one it is over."""
    times = times or (TUESDAY_AT_NINE,)
    play = Play(VISIT, PEOPLE, now=MONDAY)
    dates: Any = [one.isoformat() for one in times]
    play.open(institution="SMA Contoh", people=30 * len(times), date=dates if len(times) > 1 else dates[0], letter=FILE)
    return _went(play, _VISIT, until)


def request(until: str = "") -> Play:
    """A request of data that waits at a step; without one it is over."""
    play = Play(REQUEST, PEOPLE, now=MONDAY)
    play.open(subject="Penduduk", period="2024", detail="Seluruh kota", purpose="Usaha", letter=FILE)
    return _went(play, _REQUEST, until)


def at(play: Play, moment: datetime) -> Play:
    """That moment has come."""
    return play.after(seconds=(moment - play.now).total_seconds())


def _went(play: Play, way: dict[str, tuple[Person, str, dict[str, Any]]], until: str) -> Play:
    for step, (who, action, answers) in way.items():
        if step == until:
            break
        if step == "guide":
            at(play, TUESDAY_AT_NINE)
        play.act(who, action, answers, at=step)
        for item in play.case.evidence:
            if item.sha256 is None:
                play.decide(Witness(event=e.EvidenceKept(number=item.number, sha256=f"hash{item.number}", size=1)))
        if step == "book":
            play.decide(Witness(event=e.RegisterWritten(register="guest_book", number=1)))
    return play


WHEN: dict[str, Any] = {"offered": TUESDAY_AT_HALF_PAST_ONE.isoformat()}
WHY, ASKED, MENDED = {"reason": "Tutup"}, {"query": "Tahun berapa?"}, {"note": "Tabel 2 kurang"}
VISITS: dict[str, Callable[[], Play]] = {
    "on the desk of the head of department": lambda: visit("dispose"),
    "passed on to the head of the centre": lambda: visit("decide"),
    "another time is offered": lambda: visit("decide").act(CENTRE, "propose", WHEN),
    "permitted, nobody accompanies it yet": lambda: visit("appoint"),
    "the day before": lambda: visit("guide"),
    "its time has come": lambda: at(visit("guide"), TUESDAY_AT_NINE),
    "half an hour after its time": lambda: at(visit("guide"), TUESDAY_AT_NINE + timedelta(minutes=31)),
    "they are here": lambda: visit("book"),
    "the book is signed": lambda: visit("tour"),
    "the tour is over, the book is not signed": lambda: visit("book").act(GUIDE, "over"),
    "they leave": lambda: visit("leave"),
    "of two parts the first is here": lambda: visit("book", TUESDAY_AT_NINE, TUESDAY_AT_HALF_PAST_ONE),
    "over": visit,
    "refused": lambda: visit("decide").act(CENTRE, "refuse", WHY),
    "cancelled": lambda: visit("guide").act(CITIZEN, "cancel"),
}
REQUESTS: dict[str, Callable[[], Play]] = {
    "on the desk of the head of department": lambda: request("dispose"),
    "passed on to the head of statistics": lambda: request("follow_up"),
    "passed on to the statisticians": lambda: request("arrange"),
    "the requester is asked": lambda: request("arrange").act(CHECKER, "ask", ASKED),
    "the analysts are to write": lambda: request("prepare"),
    "the analyst's draft is checked": lambda: request("check"),
    "sent back to the analyst": lambda: request("check").act(CHECKER, "return", MENDED),
    "the analyst asks the requester": lambda: request("check").act(CHECKER, "return", MENDED).act(AUTHOR, "ask", ASKED),
    "to be verified by the head of statistics": lambda: request("verify"),
    "to be initialled by the secretary": lambda: request("endorse"),
    "to be signed by the head of department": lambda: request("sign"),
    "signed, to be delivered": lambda: request("deliver"),
    "signed outside, to be delivered": lambda: request("sign").act(KADIS, "outside", {"signed": FILE}),
    "after eight working days": lambda: at(request("prepare"), MONDAY + timedelta(days=14)),
    "delivered": request,
    "refused": lambda: request("follow_up").act(STATISTICS, "refuse", WHY),
}
"""Every situation that the table of rights is of, by what an office would call it."""
