"""The buttons of a case's card: what its viewer can do, the likeliest first."""

from aiogram.types import InlineKeyboardButton

from bot import crew, keyboards, neighbours
from bot.facts import clipped
from bot.house import House, language_of
from bot.presses import data
from bot.subject import Subject
from core.access import entitled, may_act, may_reassign, may_record
from core.action import Action
from core.case import OpenStep
from core.deadline import undoable
from core.judgement import holds
from core.parts import seen
from core.performer import Kind
from core.reassigning import fit

PROPOSED = "proposed"
MAPS = "https://www.google.com/maps/dir/?api=1&destination={lat},{lon}"


def buttons(house: House, of: Subject) -> keyboards.Rows:
    """What the viewer can do, the likeliest first."""
    if of.case.merged is not None:
        return neighbours.buttons(house, of)
    rows: keyboards.Rows = []
    for waiting in sorted(of.case.steps, key=lambda one: not of.procedure.step(one.id).aside):
        if may_act(of.viewer, of.case, waiting, of.procedure) and of.procedure.step(waiting.id).prompts:
            rows += _step_buttons(house, of, waiting)
    standing = [*_proxy_buttons(of), *_standing_buttons(house, of), *neighbours.buttons(house, of)]
    rows += [*standing, *_pass_on_buttons(house, of)]
    return [*rows, *_origin_button(house, of), *_undo_button(house, of), *_next_button(house, of)]


def _pass_on_buttons(house: House, of: Subject) -> keyboards.Rows:
    """For whoever is above a step that somebody has, where another could have it."""
    found: dict[str, OpenStep] = {}
    for waiting in of.case.steps:
        is_held = bool(waiting.holders) or waiting.claimed_by is not None
        may = is_held and waiting.id not in found and may_reassign(of.viewer, waiting, of.procedure)
        if may and fit(of.office, of.procedure, waiting):
            found[waiting.id] = waiting
    label, titles = house.label(of.viewer, "button-reassign"), len(found) > 1
    rows: keyboards.Rows = []
    for waiting in found.values():
        title = of.procedure.step(waiting.id).title.in_language(language_of(of.viewer))
        words = clipped(f"{label} · {title}", 60) if titles else label
        rows.append([keyboards.button(words, data("pass_on", of.case.id, waiting.entry))])
    return rows


def _next_button(house: House, of: Subject) -> keyboards.Rows:
    """On to what came in next, where more waits."""
    if not of.others or of.viewer.id == of.case.requester:
        return []
    label = house.label(of.viewer, "button-next", count=of.others)
    return [[keyboards.button(label, data("next", of.case.id))]]


def _origin_button(house: House, of: Subject) -> keyboards.Rows:
    """The card of the case before it, for whoever is there to look into it."""
    origin = of.case.origin
    if origin is None or not of.case.is_open or not of.viewer.roles - {"officer"}:
        return []
    label = house.label(of.viewer, "button-origin", ticket=origin.ticket)
    return [[keyboards.button(label, data("look", origin.case))]]


def _step_buttons(house: House, of: Subject, waiting: OpenStep) -> keyboards.Rows:
    step, language = of.procedure.step(waiting.id), language_of(of.viewer)
    if step.claim is not None and waiting.claimed_by is None:
        press = data("claim", of.case.id, waiting.entry)
        return [[keyboards.button(step.claim.label.in_language(language), press, "primary")]]
    if waiting.claimed_by not in (None, *of.viewer.stands_for):
        if step.claim is None or step.claim.take_over is None:
            return []
        press = data("over", of.case.id, waiting.entry)
        return [[keyboards.button(step.claim.take_over.in_language(language), press)]]
    own = seen(of.case, waiting.part)
    actions = [action for action in step.actions if holds(action.when, own, waiting)]
    found = [_action_button(house, of, waiting, action, language) for action in actions]
    proposed = [_proposed_button(house, of, waiting, action) for action in actions if action.proposed is not None]
    on_the_road = step.performer is not None and step.performer.kind in (Kind.PERSON, Kind.NEAREST)
    rows = [*proposed, *keyboards.in_rows(found, 1 if on_the_road else 3)]
    if step.claim is not None and step.claim.release is not None:
        press = data("release", of.case.id, waiting.entry)
        rows.append([keyboards.button(step.claim.release.in_language(language), press)])
    if on_the_road and of.case.place is not None and not step.optional:
        url = MAPS.format(lat=of.case.place.lat, lon=of.case.place.lon)
        rows.insert(1, [InlineKeyboardButton(text=house.label(of.viewer, "button-route"), url=url)])
    return rows


def _proposed_button(house: House, of: Subject, waiting: OpenStep, action: Action) -> list[InlineKeyboardButton]:
    """One press answers the action's question as it usually is."""
    assert action.proposed is not None
    _, phrase = action.proposed
    label = house.label(of.viewer, "button-proposed", phrase=phrase.in_language(language_of(of.viewer)))
    return [
        keyboards.button(clipped(label, 60), data("act", of.case.id, waiting.entry, action.id, PROPOSED), "success")
    ]


def _proxy_buttons(of: Subject) -> keyboards.Rows:
    """Where the viewer may write down what somebody else has answered by other means; the others' by their names."""
    rows: keyboards.Rows = []
    for waiting in of.case.steps:
        proxy = of.procedure.step(waiting.id).on_behalf
        if proxy is not None and may_record(of.viewer, of.case, waiting, of.procedure):
            label = proxy.label.in_language(language_of(of.viewer))
            if waiting.crew:
                label = f"{label} · {clipped(waiting.post or crew.name(waiting.holders[0], of.office), 40)}"
            rows.append([keyboards.button(label, data("proxy", of.case.id, waiting.entry))])
    return rows


def _standing_buttons(house: House, of: Subject) -> keyboards.Rows:
    """What the viewer can do at any of the steps that wait, each once."""
    found = {
        action.id: _action_button(house, of, None, action, language_of(of.viewer))
        for waiting in of.case.steps
        for action in of.procedure.standing_at(of.procedure.step(waiting.id))
        if not action.unprompted
        and entitled(of.viewer, of.case, action.performer, action.during)
        and holds(action.when, of.case)
    }
    dangerous = [button for button in found.values() if button.style == "danger"]
    others = [button for button in found.values() if button.style != "danger"]
    return [*keyboards.in_rows(others, 3), *keyboards.in_rows(dangerous, 1)]


def _undo_button(house: House, of: Subject) -> keyboards.Rows:
    """For whoever did the newest action, as long as they can take it back."""
    undo = of.case.undo
    if undo is None or undo.deed.by != of.viewer.id or not undoable(of.case, of.now):
        return []
    return [[keyboards.button(house.label(of.viewer, "button-undo"), data("undo", of.case.id, undo.number))]]


def _action_button(
    house: House, of: Subject, waiting: OpenStep | None, action: Action, language: str
) -> InlineKeyboardButton:
    """An action's button: for a post it says which; the one by which a rehearsal gives way opens the real thing."""
    rehearses = of.procedure.rehearses
    real = waiting is None and rehearses is not None and action.id == rehearses.gives_way
    entry = waiting.entry if waiting is not None else 0
    press = data("cry", "yes") if real else data("act", of.case.id, entry, action.id)
    label = action.label.in_language(language)
    if waiting is not None and waiting.post is not None:
        label = f"{label} · {clipped(waiting.post, 40)}"
    if waiting is not None and waiting.part:
        label = house.label(of.viewer, "button-part", label=label, number=waiting.part)
    return keyboards.button(label, press, action.style)
