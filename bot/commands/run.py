"""`sigap run`: the bot against Telegram."""

import argparse
from pathlib import Path

from bot import journal
from bot.settings import Settings


def run(arguments: argparse.Namespace) -> int:
    """Run until SIGTERM; the settings are checked before anything starts."""
    settings = Settings.load(Path(arguments.env_file)) if arguments.env_file else Settings.load()
    secrets = [settings.token()]
    if settings.data_centre_secret:
        secrets.append(settings.data_centre_secret.get_secret_value())
    journal.configure(secrets)
    import uvloop  # heavy, as the app is, and needless when a setting is wrong

    from bot import app

    return uvloop.run(app.run(settings))
