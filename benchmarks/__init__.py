"""How fast the bot is, beside a bare aiogram bot on the same conversation in the same run: `./sigap bench`."""
