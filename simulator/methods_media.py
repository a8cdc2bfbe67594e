"""Pictures, files, voices and albums, going up and coming down."""

from typing import Any

import telegram

from simulator.files import LARGEST_DOWNLOAD, LARGEST_UPLOAD
from simulator.markup import read
from simulator.methods_messages import caption_content, send
from simulator.refusal import Refusal, bad_request
from simulator.wire import Call, method

ALBUM_SIZES = range(2, 11)
ALBUM_KINDS: dict[str, type[telegram.InputMedia]] = {
    "photo": telegram.InputMediaPhoto,
    "video": telegram.InputMediaVideo,
    "document": telegram.InputMediaDocument,
}


def media_content(call: Call, kind: str, given: Any) -> dict[str, Any]:
    """The message field for a file given by upload, by ``attach://`` or by file_id."""
    upload = call.uploads.get(kind) if given is None else None
    if isinstance(given, str) and given.startswith("attach://"):
        upload = call.uploads.get(given.removeprefix("attach://"))
    if upload is not None:
        return call.world.files.content(kind, upload.data, upload.name, upload.mime)
    if not given:
        raise bad_request(f"there is no {kind} in the request")
    if not isinstance(given, str):
        raise bad_request("wrong file identifier/HTTP URL specified")
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    stored = call.world.files.find(given)
    if stored.kind != kind:
        raise bad_request(f"can't use file of type {stored.kind.capitalize()} as {kind.capitalize()}")
    return dict(stored.content)


def _send_one(call: Call, kind: str) -> telegram.Message:
    call.world.writable(call.bot, call.params.get("chat_id"))
    content = {**media_content(call, kind, call.params.get(kind)), **caption_content(call.params)}
    if call.params.get("has_spoiler"):
        content["has_media_spoiler"] = True
    return send(call, content)[0].wire()


@method("sendPhoto")
def send_photo(call: Call) -> telegram.Message:
    return _send_one(call, "photo")


@method("sendDocument")
def send_document(call: Call) -> telegram.Message:
    return _send_one(call, "document")


@method("sendVoice")
def send_voice(call: Call) -> telegram.Message:
    return _send_one(call, "voice")


@method("sendVideo")
def send_video(call: Call) -> telegram.Message:
    return _send_one(call, "video")


@method("sendVideoNote")
def send_video_note(call: Call) -> telegram.Message:
    return _send_one(call, "video_note")


@method("sendSticker")
def send_sticker(call: Call) -> telegram.Message:
    return _send_one(call, "sticker")


def input_media(data: Any) -> tuple[str, dict[str, Any]]:
    """Kind and fields of one InputMedia object; raises Refusal for kinds and fields it cannot have."""
    kind = data.get("type") if isinstance(data, dict) else None
    if kind not in ALBUM_KINDS:
        raise bad_request("can't parse InputMedia: type must be photo, video or document")
    fields = {name: value for name, value in data.items() if name != "type"}
    read(ALBUM_KINDS[kind], fields, "InputMedia")
    return kind, fields


@method("sendMediaGroup")
def send_media_group(call: Call) -> list[telegram.Message]:
    call.world.writable(call.bot, call.params.get("chat_id"))
    media = call.params.get("media")
    if not isinstance(media, list) or len(media) not in ALBUM_SIZES:
        raise bad_request("media group must include 2-10 items")
    parts = [input_media(data) for data in media]
    if len({kind == "document" for kind, _ in parts}) > 1:
        raise bad_request("document can't be mixed with other media types")
    contents = [{**media_content(call, kind, fields.get("media")), **caption_content(fields)} for kind, fields in parts]
    group = str(13_000_000_000 + call.world.number())
    return [message.wire() for message in send(call, *({**one, "media_group_id": group} for one in contents))]


@method("getFile")
def get_file(call: Call) -> telegram.File:
    stored = call.world.files.find(str(call.need("file_id")))
    if len(stored.data) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return telegram.File(stored.file_id, stored.file_unique_id, len(stored.data), stored.path)


def check_uploads(call: Call) -> None:
    """Refuse files above what a bot may send."""
    if any(len(upload.data) > LARGEST_UPLOAD for upload in call.uploads.values()):
        raise Refusal(413, "Request Entity Too Large")
