"""Receiving: polling, the webhook, and answers to presses."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import telegram

from simulator.formatting import utf16_length
from simulator.refusal import bad_request
from simulator.updates import ALL_KINDS, NOT_BY_DEFAULT, Webhook
from simulator.wire import Call, method
from simulator.world import Answer

PRESS_LIVES_FOR = timedelta(seconds=15)
LONGEST_ANSWER = 200


def _allow(call: Call) -> None:
    kinds = call.params.get("allowed_updates")
    if kinds is None:
        return
    if not isinstance(kinds, list):
        raise bad_request("can't parse allowed_updates: expected an Array of String")
    for kind in kinds:
        if kind not in ALL_KINDS:
            raise bad_request(f"unknown update type {kind}")
    call.bot.allowed = frozenset(kinds) if kinds else ALL_KINDS - NOT_BY_DEFAULT


@method("getUpdates")
async def get_updates(call: Call) -> list[dict[str, Any]]:
    _allow(call)
    return await call.bot.updates(
        int(call.params.get("offset") or 0),
        int(call.params.get("limit") or 100),
        float(call.params.get("timeout") or 0),
    )


@method("setWebhook")
async def set_webhook(call: Call) -> bool:
    _allow(call)
    if call.params.get("drop_pending_updates"):
        call.bot.drop_pending()
    url = call.params.get("url") or ""
    if url and (urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    most = int(call.params.get("max_connections") or 40)
    await call.bot.set_webhook(Webhook(url, call.params.get("secret_token"), most) if url else None)
    return True


@method("deleteWebhook")
async def delete_webhook(call: Call) -> bool:
    if call.params.get("drop_pending_updates"):
        call.bot.drop_pending()
    await call.bot.set_webhook(None)
    return True


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> telegram.WebhookInfo:
    webhook = call.bot.webhook
    moment, error = webhook.last_error if webhook is not None and webhook.last_error else (None, None)
    return telegram.WebhookInfo(
        webhook.url if webhook is not None else "",
        has_custom_certificate=False,
        pending_update_count=call.bot.pending,
        last_error_date=moment,
        last_error_message=error,
        max_connections=webhook.max_connections if webhook is not None else None,
        allowed_updates=sorted(call.bot.allowed),
    )


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    press = call.world.presses.get(str(call.need("callback_query_id")))
    text = call.params.get("text") or ""
    if utf16_length(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    too_old = press is None or press.answer is not None or call.world.clock.now() - press.at > PRESS_LIVES_FOR
    if press is None or too_old:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    press.answer = Answer(text, bool(call.params.get("show_alert")), call.params.get("url"))
    press.shown_to.append(press.answer)
    call.world.announce(
        "answer", press.chat, user_id=press.user.id, text=text, alert=press.answer.alert, message_id=press.message.id
    )
    return True
