"""Whatever shows what happened reaches the operator and is kept: round videos and files as well as photos."""

import hashlib

from alarm import alarm_at
from character import skim
from city import KARANG_BALIK, City


async def test_round_videos_and_files_reach_the_operator(city: City) -> None:
    """What the citizen sends as a round video or as a file is shown to the operator and kept on disk."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("/panik")
    citizen.expect("SUDAH MASUK")
    operator.expect("Alarm baru")
    await citizen.share(*KARANG_BALIK)
    citizen.expect("Lokasi diterima")
    operator.expect("Belum ada yang menangani")
    operator.expect_map(*KARANG_BALIK)
    await citizen.does(citizen.person.send_video_note)
    citizen.expect("diteruskan")
    assert "video_note" == operator.expect().kind
    await citizen.does(citizen.person.send_document, b"%PDF-1.7 surat", "surat.pdf")
    citizen.expect("diteruskan")
    assert "document" == operator.expect().kind
    ticket = citizen.tickets()[-1]
    kept = sorted(file.suffix for file in (city.bot.folder / "evidence" / ticket).iterdir())
    assert [".mp4", ".pdf"] == kept


async def test_every_kind_is_kept_as_it_was_sent(city: City) -> None:
    """Photo, voice, film, round film and file are fetched and hashed, byte by byte."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("/panik")
    sent = {
        ".jpg": b"\xff\xd8\xff\xe0 foto" * 500,
        ".oga": b"OggS suara" * 500,
        ".mp4": b"ftypmp42 film" * 500,
        ".pdf": b"%PDF-1.7 surat" * 500,
    }
    phone = citizen.person
    await citizen.does(phone.send_photo, sent[".jpg"])
    await citizen.does(phone.send_voice, sent[".oga"])
    await citizen.does(phone.send_video, sent[".mp4"])
    await citizen.does(phone.send_video_note, sent[".mp4"])
    await citizen.does(phone.send_document, sent[".pdf"], "surat.pdf")
    case = await city.case(citizen.ticket())
    assert [item.kind for item in case.evidence] == ["photo", "voice", "video", "video_note", "document"]
    folder = city.bot.folder / "evidence" / case.ticket
    for item in case.evidence:
        (path,) = folder.glob(f"{item.number}.*")
        assert sent[path.suffix] == path.read_bytes()
        assert hashlib.sha256(path.read_bytes()).hexdigest() == item.sha256
    skim(operator, citizen)


async def test_a_file_that_cannot_be_fetched_is_said_so_on_the_card(city: City) -> None:
    """Above 20 MB the operator has it in the chat only, reads that, and keeps it when the rest is forgotten."""
    operator, _, citizen = await alarm_at(city, "taken")
    await citizen.does(citizen.person.send_video, bytes(20 * 1024 * 1024 + 1))
    assert "video" == operator.expect().kind
    operator.sees("1 berkas tidak dapat kami simpan (lebih dari 20 MB)")
    case = await city.case(citizen.ticket())
    assert [("too_big", None)] == [(item.lost, item.sha256) for item in case.evidence]
    await operator.press("Bukan darurat")
    await operator.press("latihan atau uji coba")
    await city.forward(hours=25)
    kinds = [message.kind for message in operator.person.chat.messages if message.from_bot]
    assert ("video" in kinds, "location" in kinds) == (True, False)
    city.skim()
