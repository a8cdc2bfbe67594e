"""The record that the data centre gets: every step against its time, and of people only what is needed."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from played_alarm import CITIZEN, KARANG, OFFICER, OPERATOR, TICKET, Alarm, played
from standing_clock import NOON

from core.commands import Act
from core.record import case_record


@pytest.fixture(scope="module")
def record() -> dict[str, Any]:
    """The record of the whole alarm."""
    alarm = played()
    return case_record(alarm.case, alarm.procedure, alarm.history, area=KARANG, hashes={1: "ab" * 32})


def test_the_record_says_what_kind_of_case_it_was(record: dict[str, Any]) -> None:
    """Ticket, SOP, outcome, kind, area and what was reported."""
    said = {key: record[key] for key in ("format", "ticket", "sop", "opened_at", "outcome", "kind", "area", "reported")}
    assert said == {
        "format": "sigap.case/1",
        "ticket": TICKET,
        "sop": "067/01/PB/2021",
        "opened_at": "2026-03-02T04:00:00+00:00",
        "outcome": {"id": "done", "title": "Selesai"},
        "kind": "fire",
        "area": {
            "kelurahan": "Karang Contoh",
            "kecamatan": "Tarakan Contoh",
            "code": "65.71.00.0000",
            "near": False,
        },
        "reported": {
            "position": {"lat": 3.3, "lon": 117.6, "at": "2026-03-02T04:00:10+00:00", "accuracy": 12.0},
            "account": "Api padam, tidak ada korban.",
        },
    }
    assert {"operator": OPERATOR.id, "officer": OFFICER.id} == record["performers"]
    assert record["values"] == {"photos": [1]}


def test_every_step_stands_beside_its_time(record: dict[str, Any]) -> None:
    """Row, seconds, and whether it was on time; the way to the place counts from when the officer was asked."""
    times = [(step["row"], step["step"], step["seconds"], step["on_time"]) for step in record["steps"]]
    assert times == [
        (1, "locate", 10, True),
        (2, "verify", 50, True),
        (3, "confirm", 30, True),
        (3, "travel", 17 * 60, False),
        (None, "handle", 20 * 60, True),
        (4, "report", 120, True),
        (6, "record", 60, True),
        (7, "close", 0, True),
        (5, "update", 60, True),
    ]
    travel = record["steps"][3]
    assert (travel["within"], travel["due_at"]) == ("15 minutes since confirm", "2026-03-02T04:16:00+00:00")


def test_a_file_that_is_kept_but_not_yet_noted_has_its_hash(record: dict[str, Any]) -> None:
    """The hash on disk goes in although the case does not know it yet."""
    at = (NOON + timedelta(minutes=40, seconds=30)).isoformat()
    assert [{"number": 1, "kind": "photo", "at": at, "sha256": "ab" * 32}] == record["evidence"]


def test_the_record_says_nothing_else_of_people(record: dict[str, Any]) -> None:
    """Names, phone and Telegram numbers, words of the citizen and Telegram's file numbers stay here."""
    text = json.dumps(record, ensure_ascii=False)
    secrets = (CITIZEN.name, CITIZEN.phone, OFFICER.name, OPERATOR.name, "tolong", "file-1", "unique-1", "telegram")
    assert [secret for secret in secrets if secret and secret in text] == []


def test_a_step_that_was_gone_through_twice_stands_there_twice() -> None:
    """An officer who cannot come sends the case back; both times of the operator are told."""
    alarm = played()
    alarm.decisions = alarm.decisions[:6]
    alarm.act(OFFICER, "unable", step="confirm", answers={"hindrance": "terlalu jauh"}, seconds=20)
    record = case_record(alarm.case, alarm.procedure, alarm.history)
    times = [(step["step"], step["seconds"]) for step in record["steps"]]
    assert times == [("locate", 10), ("verify", 50), ("confirm", 20), ("verify", None)]


def test_an_alarm_that_was_withdrawn_has_no_place() -> None:
    """Without a position there is no area, and nothing is reported; the step that was open ends with the case."""
    alarm = Alarm()
    alarm.open()
    alarm.go_on(Act(by=CITIZEN.id, action="cancel"), seconds=5)
    record = case_record(alarm.case, alarm.procedure, alarm.history)
    assert (record["area"], record["reported"], record["evidence"]) == (None, {}, [])
    assert record["outcome"] == {"id": "withdrawn", "title": "Dibatalkan pelapor"}
    assert [(step["step"], step["seconds"]) for step in record["steps"]] == [("locate", 5)]


def test_what_was_erased_is_not_in_the_record() -> None:
    """A case whose personal values are gone still has a record."""
    alarm = played()
    erased = replace(alarm.case, personal=dict.fromkeys(alarm.case.personal))
    assert case_record(erased, alarm.procedure, alarm.history)["reported"] == {}
