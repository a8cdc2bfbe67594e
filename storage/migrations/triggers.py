"""What keeps the audit trail as it is, inside the database itself: events stay, personal values may only be erased."""

_CHANGED = "an event is never changed"
_REMOVED = "an event is never removed"
_REWORDED = "a personal value may be erased, not changed"
_TAKEN_OUT = "a personal value may be erased, not removed"
_NOT_AN_ERASURE = """
    NEW.value IS NOT NULL OR NEW.seq <> OLD.seq OR NEW.name <> OLD.name
    OR NEW.salt <> OLD.salt OR NEW.case_id IS {distinct} OLD.case_id
"""
_RULES = (
    ("events_are_not_changed", "UPDATE", "events", None, _CHANGED),
    ("events_are_not_removed", "DELETE", "events", None, _REMOVED),
    ("personal_values_are_only_erased", "UPDATE", "personal_values", _NOT_AN_ERASURE, _REWORDED),
    ("personal_values_are_not_removed", "DELETE", "personal_values", None, _TAKEN_OUT),
)
_EMPTYING = (("events_are_not_emptied", "events", _REMOVED), ("personal_values_stay", "personal_values", _TAKEN_OUT))


def _on_sqlite(name: str, deed: str, table: str, when: str | None, why: str) -> str:
    condition = f"WHEN {when.format(distinct='NOT')}" if when else ""
    return f"CREATE TRIGGER {name} BEFORE {deed} ON {table} {condition} BEGIN SELECT RAISE(ABORT, '{why}'); END"


def _on_postgresql(name: str, deed: str, table: str, when: str | None, why: str) -> str:
    condition = f"WHEN ({when.format(distinct='DISTINCT FROM')})" if when else ""
    return f"CREATE TRIGGER {name} BEFORE {deed} ON {table} FOR EACH ROW {condition} EXECUTE FUNCTION refuse('{why}')"


EVENTS_STAY = {
    "sqlite": tuple(_on_sqlite(*rule) for rule in _RULES),
    "postgresql": (
        """
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END
        $$
        """,
        *(_on_postgresql(*rule) for rule in _RULES),
        *(
            f"CREATE TRIGGER {name} BEFORE TRUNCATE ON {table} EXECUTE FUNCTION refuse('{why}')"
            for name, table, why in _EMPTYING
        ),
    ),
}
"""Statements by dialect. PostgreSQL can also empty a table at once, and refuses that too."""

_ANOTHER_EVENT = "EXISTS (SELECT 1 FROM events WHERE seq = NEW.seq)"
_ANOTHER_VALUE = "EXISTS (SELECT 1 FROM personal_values WHERE seq = NEW.seq AND name = NEW.name)"
NOTHING_IS_REPLACED = {
    "sqlite": (
        _on_sqlite("events_are_not_replaced", "INSERT", "events", _ANOTHER_EVENT, _CHANGED),
        _on_sqlite("personal_values_are_not_replaced", "INSERT", "personal_values", _ANOTHER_VALUE, _REWORDED),
    ),
    "postgresql": (),
}
"""SQLite's INSERT OR REPLACE removes a row unasked by the trigger that refuses that; PostgreSQL has no such thing."""
