"""`sigap run`: the bot against Telegram."""

import argparse
import gc
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
    gc.disable()  # what is imported stays, and walking it again and again would take a tenth of the start
    import uvloop  # heavy, as the app is, and needless when a setting is wrong

    from bot import app

    gc.enable()
    return uvloop.run(app.run(settings))
