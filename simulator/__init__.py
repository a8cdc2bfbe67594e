"""A local Telegram: a Bot API server, people who use it, faults, a clock, and a page of phones.

Its objects are python-telegram-bot's; it knows nothing of the bot it serves.
"""

from simulator.chat import Message
from simulator.clock import SimulatedClock
from simulator.groups import Group
from simulator.people import Person
from simulator.server import Simulator
from simulator.world import Press

__all__ = ["Group", "Message", "Person", "Press", "SimulatedClock", "Simulator"]
