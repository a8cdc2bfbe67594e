"""The values that questions give, and those that they need."""

from core.field import Fields, PersonField, SlotField
from core.question import Question


def certain_names(fields: Fields) -> frozenset[str]:
    """The values that are there for sure when all of `fields` have been asked."""
    return frozenset(name for field in fields if field.certain for name in field.names)


def possible_names(fields: Fields) -> frozenset[str]:
    """The values that may be there when all of `fields` have been asked."""
    reasons = frozenset(field.unless.id for field in fields if field.unless is not None)
    posts = (field.name for field in fields if isinstance(field, PersonField) and field.posts)
    by_telephone = frozenset(name for field in posts for name in (f"{field}_post", f"{field}_posts"))
    return frozenset(name for field in fields for name in field.names) | reasons | by_telephone


def used_names(field: Question) -> tuple[str, ...]:
    """The values that a question needs before it can be asked."""
    names = field.when.names if field.when is not None else ()
    if isinstance(field, PersonField):
        names += tuple(name[1:] for name in (field.unit, field.free_at) if name is not None)
    if isinstance(field, SlotField) and field.people is not None:
        names += (field.people[1:],)
    return names
