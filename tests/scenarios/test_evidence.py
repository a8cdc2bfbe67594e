"""Whatever shows what happened reaches the operator and is kept: round videos and files as well as photos."""

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
