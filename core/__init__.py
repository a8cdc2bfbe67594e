"""The domain: procedures, cases, people and deadlines. Pure: no I/O, and time is always an argument."""
