"""The satisfaction survey: nine unsur of four grades each, and the index that they make (IKM).

Source: Permenpan RB 14/2017 (Pedoman Penyusunan Survei Kepuasan Masyarakat): NRR is the mean of an unsur's grades, each
unsur weighs 1/9, and the index times 25 is the IKM on a scale from 25 to 100. Grades are worded as in the
questionnaires that offices publish, and the bounds of the categories are those of the regulation's table.
Answers are kept by the unsur's code, never by the order of the questions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from core.grammar import Text

SCALE = 25
ASKED_AFTER = timedelta(minutes=5)
"""So long after the end; longer than an end can be taken back."""
ANSWERED_WITHIN = timedelta(days=30)


class Unsur(NamedTuple):
    """What is asked about, one of the nine as a rule: its name, the question, and what the grades from 1 are called."""

    code: str
    name: Text
    question: Text
    grades: tuple[Text, ...]


class Category(NamedTuple):
    """Quality (mutu) and performance (kinerja) of an IKM from `least` on."""

    least: Decimal
    quality: str
    performance: Text


class Tally(NamedTuple):
    """How often an unsur was answered, and the sum of the grades."""

    answers: int
    total: int


@dataclass(frozen=True, slots=True)
class Survey:
    """What becomes of the survey about a case: when it is asked, when it was, and when it ended."""

    case_id: int
    procedure: str
    next_at: datetime | None = None
    asked_at: datetime | None = None
    ended_at: datetime | None = None


UNSUR = (
    Unsur(
        "u1",
        Text(id="Persyaratan", en="Requirements"),
        Text(
            id="Apakah persyaratan layanan ini sesuai dengan jenis layanannya?",
            en="Do the requirements fit the service?",
        ),
        (
            Text(id="Tidak sesuai", en="Not at all"),
            Text(id="Kurang sesuai", en="Not quite"),
            Text(id="Sesuai", en="Yes"),
            Text(id="Sangat sesuai", en="Very well"),
        ),
    ),
    Unsur(
        "u2",
        Text(id="Sistem, Mekanisme, dan Prosedur", en="System and procedure"),
        Text(id="Seberapa mudah prosedur layanan ini?", en="How easy is the procedure of this service?"),
        (
            Text(id="Tidak mudah", en="Not easy"),
            Text(id="Kurang mudah", en="Less easy"),
            Text(id="Mudah", en="Easy"),
            Text(id="Sangat mudah", en="Very easy"),
        ),
    ),
    Unsur(
        "u3",
        Text(id="Waktu Penyelesaian", en="Time"),
        Text(id="Seberapa cepat layanan ini diberikan?", en="How quick was the service?"),
        (
            Text(id="Tidak cepat", en="Not quick"),
            Text(id="Kurang cepat", en="Less quick"),
            Text(id="Cepat", en="Quick"),
            Text(id="Sangat cepat", en="Very quick"),
        ),
    ),
    Unsur(
        "u4",
        Text(id="Biaya/Tarif", en="Cost"),
        Text(id="Seberapa wajar biaya layanan ini?", en="How fair is the cost of this service?"),
        (
            Text(id="Sangat mahal", en="Very expensive"),
            Text(id="Cukup mahal", en="Rather expensive"),
            Text(id="Murah", en="Cheap"),
            Text(id="Gratis", en="Free of charge"),
        ),
    ),
    Unsur(
        "u5",
        Text(id="Produk Spesifikasi Jenis Pelayanan", en="Product"),
        Text(
            id="Apakah hasil yang Anda terima sesuai dengan standar layanannya?",
            en="Does what you received agree with the standard of service?",
        ),
        (
            Text(id="Tidak sesuai", en="Not at all"),
            Text(id="Kurang sesuai", en="Not quite"),
            Text(id="Sesuai", en="Yes"),
            Text(id="Sangat sesuai", en="Very well"),
        ),
    ),
    Unsur(
        "u6",
        Text(id="Kompetensi Pelaksana", en="Competence"),
        Text(id="Bagaimana kemampuan petugas kami?", en="How competent was the staff?"),
        (
            Text(id="Tidak kompeten", en="Not competent"),
            Text(id="Kurang kompeten", en="Less competent"),
            Text(id="Kompeten", en="Competent"),
            Text(id="Sangat kompeten", en="Very competent"),
        ),
    ),
    Unsur(
        "u7",
        Text(id="Perilaku Pelaksana", en="Conduct"),
        Text(id="Bagaimana kesopanan dan keramahan petugas kami?", en="How polite and friendly was the staff?"),
        (
            Text(id="Tidak sopan dan ramah", en="Not polite"),
            Text(id="Kurang sopan dan ramah", en="Less polite"),
            Text(id="Sopan dan ramah", en="Polite"),
            Text(id="Sangat sopan dan ramah", en="Very polite"),
        ),
    ),
    Unsur(
        "u8",
        Text(id="Penanganan Pengaduan, Saran dan Masukan", en="Complaints"),
        Text(
            id="Bagaimana pengaduan tentang layanan ini ditangani?",
            en="How are complaints dealt with?",
        ),
        (
            Text(id="Tidak ada", en="Not at all"),
            Text(id="Ada tetapi tidak berfungsi", en="Badly"),
            Text(id="Berfungsi kurang maksimal", en="Not fully"),
            Text(id="Dikelola dengan baik", en="Well"),
        ),
    ),
    Unsur(
        "u9",
        Text(id="Sarana dan Prasarana", en="Facilities"),
        Text(id="Bagaimana sarana dan prasarana layanan ini?", en="How good are the facilities?"),
        (
            Text(id="Buruk", en="Bad"),
            Text(id="Cukup", en="Fair"),
            Text(id="Baik", en="Good"),
            Text(id="Sangat baik", en="Very good"),
        ),
    ),
)
STARS = Unsur(
    "stars",
    Text(id="Bintang", en="Stars"),
    Text(id="Bagaimana pelayanan kami secara keseluruhan?", en="How was our service on the whole?"),
    (
        Text(id="⭐ Buruk", en="⭐ Bad"),
        Text(id="⭐⭐ Kurang", en="⭐⭐ Poor"),
        Text(id="⭐⭐⭐ Cukup", en="⭐⭐⭐ Fair"),
        Text(id="⭐⭐⭐⭐ Baik", en="⭐⭐⭐⭐ Good"),
        Text(id="⭐⭐⭐⭐⭐ Sangat baik", en="⭐⭐⭐⭐⭐ Very good"),
    ),
)
"""One question by itself, outside the regulation's nine: it counts for no IKM."""
CATEGORIES = (
    Category(Decimal("88.31"), "A", Text(id="Sangat Baik", en="Very good")),
    Category(Decimal("76.61"), "B", Text(id="Baik", en="Good")),
    Category(Decimal("65.00"), "C", Text(id="Kurang Baik", en="Less good")),
    Category(Decimal("25.00"), "D", Text(id="Tidak Baik", en="Not good")),
)


def averages(tallies: Mapping[str, Tally]) -> dict[str, Fraction]:
    """The mean grade (NRR) of each unsur that somebody has answered, exactly."""
    return {code: Fraction(one.total, one.answers) for code, one in tallies.items() if one.answers}


def index(nrr: Mapping[str, Fraction]) -> Decimal | None:
    """The IKM, rounded to two decimals; None as long as an unsur has no answer."""
    if any(one.code not in nrr for one in UNSUR):
        return None
    exact = sum((nrr[one.code] for one in UNSUR), Fraction()) / len(UNSUR) * SCALE
    hundredths = (exact * 100 + Fraction(1, 2)).__floor__()
    return Decimal(hundredths).scaleb(-2)


def category(ikm: Decimal) -> Category:
    """The category of an IKM that has been rounded to two decimals. Raises ValueError below 25."""
    for one in CATEGORIES:
        if ikm >= one.least:
            return one
    raise ValueError(f"no IKM: {ikm}")
