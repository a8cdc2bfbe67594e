"""SOP 067/01/PB/2021 from the press of the button to the closed case."""

from city import KARANG_BALIK, City


async def test_the_seven_rows_from_panic_to_the_closed_case(city: City) -> None:
    """A citizen presses PANIK; operator and officer do the seven rows, and the citizen is told at each turn."""
    operator, officer, citizen = await city.operator(), await city.officer(place=(3.310, 117.590)), city.citizen()
    await citizen.write("/start")
    citizen.expect("PANIK")

    await citizen.press("PANIK")
    citizen.expect("SUDAH MASUK", "Kirim lokasi")
    operator.expect("Lokasi belum diketahui")
    await citizen.share(*KARANG_BALIK)
    citizen.expect("Lokasi diterima", "Operator sedang dipanggil")
    operator.expect("Belum ada yang menangani")
    print(operator.unread(), operator.buttons())
