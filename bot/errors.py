"""Errors of the Telegram side. The docstring of a class is its message."""

import inspect


class SigapError(Exception):
    """Sigap cannot go on."""

    def __init__(self, **values: object) -> None:
        """`values` fill the placeholders of the class's docstring."""
        self.values = values
        super().__init__((inspect.getdoc(type(self)) or "").partition("\n")[0].format(**values))


class SettingError(SigapError):
    """{key}="{value}": expected {expected}; mend: {mend}"""


class TextError(SigapError):
    """text {key} ({language}): {reason}"""


class CommandError(SigapError):
    """{reason}; mend: {mend}"""


class DatabaseUnusableError(SigapError):
    """{reason}; mend: see that the disk has room and is ours, or that the database server runs and lets us in"""


class TokenRevokedError(SigapError):
    """BOT_TOKEN is not valid any more; mend: ask @BotFather for the token and set it in .env"""


class PollerTakenError(SigapError):
    """another process receives this bot's updates; mend: stop it, or give it a token of its own"""


class SupersededError(SigapError):
    """another process has taken over the work; mend: start this one again, and it will stand by"""


class OutgoingError(SigapError):
    """{method}: {fault}"""


class ReactionTakenError(SigapError):
    """{event} has a reaction already; mend: one event type, one reaction"""


class UnreadableUpdateError(SigapError):
    """Telegram sent an update that we have no types for: {faults}"""


class RouteTakenError(SigapError):
    """{route} has a handler already; mend: one route, one handler"""


class ListenError(SigapError):
    """LISTEN="{host}:{port}": cannot listen there: {reason}; mend: stop what uses it, or set another port"""


class NotRunnableError(SigapError):
    """procedure {procedure} cannot be run by this version: {lacking}; mend: leave these out of the file"""


class TemplateError(SigapError):
    """letter template "{template}": {fault}; mend: correct template: in the procedure, or write the file"""


class UnansweredEventError(SigapError):
    """no reaction to {events}; mend: register one for each event type"""
