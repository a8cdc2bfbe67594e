"""A procedure in working days, across Nyepi, Idul Fitri and their cuti bersama of March 2026."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from character import Character
from city import City, at

SOPS = Path(__file__).parent / "by_the_calendar"


async def ask_for_a_permit(city: City) -> Character:
    """A student's request."""
    student = city.citizen("Mahasiswa")
    await student.write("/start")
    student.expect("Halo")
    await student.press("Izin penelitian")
    student.expect("Judul penelitian")
    await student.write("Banjir di pesisir")
    student.expect("Periksa dulu")
    await student.press("Kirim")
    student.expect("IP-2026-000001")
    return student


async def test_a_request_over_a_long_weekend(found: Callable[..., Awaitable[City]]) -> None:
    """Free days do not count; the requester's answer stops the clock; what is late moves the forecast."""
    city = await found(SOP_DIR=str(SOPS))
    await city.forward_to(at("03-17T15:00"))
    director, analyst = await city.head("head_of_department", "Kadis"), await city.head("analyst", "Analis")
    student = await ask_for_a_permit(city)
    director.expect(
        "Kepala Dinas membaca", "Batas Rab 25 Mar 15:0", "Perkiraan selesai: Sen 30 Mar", "sejak Sel 17 Mar"
    )
    await student.write("/status")
    student.expect("IP-2026-000001", "Perkiraan selesai: Sen 30 Mar")

    await city.forward_to(at("03-25T11:00"))
    director.expect("waktunya hampir habis")
    await city.forward_to(at("03-25T15:30"))
    director.expect("waktunya sudah lewat")
    director.sees("mundur kurang dari 1 hari kerja")
    await city.forward_to(at("03-26T15:30"))
    assert [line for line in director.unread() if "Menunggu Anda pagi ini" in line]
    director.skim()  # The last hash of each day comes, too.
    director.sees("Perkiraan selesai: Sel 31 Mar", "mundur 1 hari kerja")
    await director.press("Disposisi")
    analyst.expect("Analis menyiapkan izin", "Batas Sen 30 Mar 15:3", "Perkiraan selesai: Sel 31 Mar", "di Analis")

    await city.forward_to(at("03-30T14:00"))
    await analyst.press("Tanya pemohon")
    analyst.expect("Apa yang ditanyakan?")
    await analyst.write("Kelurahan mana?")
    analyst.expect("Tercatat")
    student.expect("Pemohon menjawab", "Waktu berhenti: menunggu pemohon")
    student.expect("Kelurahan mana?")
    analyst.sees("Waktu berhenti: menunggu pemohon", "di pemohon")
    await city.forward_to(at("04-02T15:00"))
    await student.press("Jawab")
    student.expect("Jawaban Anda")
    await student.write("Karang Balik")
    student.expect("Tercatat")
    analyst.expect("Karang Balik")
    analyst.expect("giliran Anda")
    analyst.sees("Batas Sen 6 Apr 08:")
    director.skim()


async def test_the_office_changes_its_calendar(found: Callable[..., Awaitable[City]]) -> None:
    """/libur shows where each holiday comes from; what the admin adds or removes counts at once."""
    city = await found(SOP_DIR=str(SOPS))
    await city.forward_to(at("03-17T15:00"))
    director, admin = await city.head("head_of_department", "Kadis"), await city.staff("admin", "Admin")
    student = await ask_for_a_permit(city)
    director.expect("Batas Rab 25 Mar 15:0")

    await student.write("/libur")
    student.expect("bukan wewenang")
    await admin.write("/libur")
    admin.expect(
        "kantor buka 07:30–16:00",
        "Rab 18 Mar 2026 · Cuti Bersama Hari Suci Nyepi (cuti bersama)",
        "Kam 19 Mar 2026 · Hari Suci Nyepi (nasional)",
        "/libur tambah",
    )
    await admin.write("/libur besok")
    admin.expect("tidak terbaca", "/libur tambah")
    await admin.write("/libur tambah 25/03/2026-26/03/2026 Banjir")
    admin.expect("1. Libur: Rab 25 Mar 2026 sampai Kam 26 Mar 2026 · Banjir", "dihitung ulang")
    await city.forward(minutes=1)
    director.sees("Batas Jum 27 Mar 15:0")
    await admin.write("/libur masuk 24/03/2026 Ganti hari")
    admin.expect("2. Masuk: Sel 24 Mar 2026 · Ganti hari")
    await city.forward(minutes=1)
    director.sees("Batas Sel 24 Mar 15:0")
    await admin.write("/libur jam 17/03/2026-26/03/2026 08:00-14:00 Ramadan")
    admin.expect("3. Jam 08:00–14:00: Sel 17 Mar 2026 sampai Kam 26 Mar 2026 · Ramadan")
    await admin.write("/libur hapus 2")
    admin.expect("Dihapus", "2. Masuk")
    await admin.write("/libur hapus 2")
    admin.expect("Tidak ada perubahan nomor 2")
    await admin.write("/libur")
    admin.expect("kantor buka 08:00–14:00", "Rab 25 Mar 2026 · Banjir (kantor)", "1. Libur", f"({admin.name}, 17/03)")

    await city.restart()
    await city.forward_to(at("03-27T11:00"))
    assert [] == [line for line in director.unread() if "waktunya" in line]
    director.skim()
    await city.forward_to(at("03-27T12:00"))
    director.expect("waktunya hampir habis")
