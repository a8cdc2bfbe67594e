"""What a message without a press means, at each step and for each sender."""

import pytest
from staging import CITIZEN, FAR, NEAR, OPERATOR, STRANGER, Play, alarm, procedure

from core.unprompted import action_for

MEANINGS = [
    ("locate", CITIZEN, "location", "own position"), ("locate", CITIZEN, "text", "own words"),
    ("locate", CITIZEN, "voice", "own words"), ("locate", CITIZEN, "photo", "own photos"),
    ("locate", CITIZEN, "video", "own video"), ("locate", CITIZEN, "sticker", None),
    ("locate", STRANGER, "location", None),
    ("verify", CITIZEN, "location", "standing position"), ("verify", CITIZEN, "voice", "standing voice"),
    ("verify", CITIZEN, "text", "standing words"), ("verify", OPERATOR, "text", None),
    ("claimed", OPERATOR, "text", "standing words"), ("claimed", OPERATOR, "location", None),
    ("travel", NEAR, "photo", "standing photos"), ("travel", NEAR, "location", None), ("travel", FAR, "photo", None),
    ("handle", CITIZEN, "photo", "standing photos"), ("closed", CITIZEN, "text", None),
]  # fmt: skip


@pytest.mark.parametrize(("step", "who", "content", "meaning"), MEANINGS)
def test_meaning(step, who, content, meaning):
    """What the step waits for stands before what may be added at any time; of strangers nothing is taken."""
    play = alarm(step)
    found = action_for(play.case, play.procedure, who, content)
    said = None if found is None else f"{'own' if found[0] else 'standing'} {found[1].id}"
    assert meaning == said


SPOKEN = """
  - id: a
    title: A
    by: requester
    actions:
      - {id: words, label: Kata, unprompted: true, ask: [{id: words, ask: "?", type: text, voice: %s}], stay: true}
      - {id: note, label: Suara, unprompted: true, when: $words given, ask: [{id: v, ask: "?", type: voice}], end: x}
"""


@pytest.mark.parametrize(("voice", "action"), [("true", "words"), ("false", None)])
def test_voice_for_words(voice, action):
    """A voice message stands for words only where the question takes it."""
    play = Play(procedure(SPOKEN % voice)).open()
    found = action_for(play.case, play.procedure, CITIZEN, "voice")
    assert action == (found[1].id if found else None)


def test_only_what_is_offered():
    """An action whose condition does not hold yet takes no message."""
    play = Play(procedure(SPOKEN % "true")).open().act(CITIZEN, "words", {"words": "ya"})
    found = action_for(play.case, play.procedure, CITIZEN, "voice")
    assert "note" == found[1].id
