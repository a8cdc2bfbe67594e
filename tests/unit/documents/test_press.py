"""The press: what is set depends on the data alone, data is never markup, and strangers' files cannot hurt."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from bot.documents import press, qr, templates
from bot.documents.letterhead import Letterhead
from bot.errands import Hopeless
from bot.errors import TemplateError

AT = datetime(2026, 11, 21, 1, 15, tzinfo=UTC)
HOSTILE = '#import "/etc/passwd" $x$ *b* <l> @r `c` \\u{41} [#pagebreak()] // "quoted" \x00 ﷽ 🎉'


def person(name: str) -> dict[str, str]:
    """Somebody as a letter prints them."""
    return {"name": name, "nip": "19850101 201001 2 001", "rank": "Penata, III/c", "position": "Analis", "capacity": ""}


def letter(**more: object) -> dict[str, object]:
    """What a letter says."""
    content: dict[str, object] = {
        "title": "Surat",
        "number": "0001/X/2026",
        "date": "21 November 2026",
        "moment": "Sabtu, 21 November 2026, pukul 09.15 WITA",
        "head": Letterhead(government="Pemerintah Contoh", name="Dinas Contoh", town="Contoh").printed(),
        "case": {"ticket": "KJ-2026-000001", "title": "Kunjungan", "number": "1", "opened": "x", "requester": HOSTILE},
        "to": [person(HOSTILE)],
        "copies": [person("Kepala")],
        "signer": person("Kepala"),
        "answers": [],
        "words": {"task": HOSTILE, "body": HOSTILE, "instruction": HOSTILE, "reason": HOSTILE},
        "values": {},
        "signatures": [],
        "after": [],
        "link": "https://t.me/x?start=v_x",
        "qr": qr.svg("https://t.me/x?start=v_x"),
        "digest": "0" * 64,
    }
    return content | more


def read(made: bytes) -> str:
    """What stands on all pages."""
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made)]
    return " ".join(" ".join(pages).split())


SHIPPED = sorted(
    file.stem for file in templates.FOLDER.glob("*.typ") if file.stem.startswith(("surat", "lembar", "per", "pen"))
)


@pytest.mark.parametrize("name", SHIPPED)
async def test_what_people_write_is_never_markup(name: str) -> None:
    """Each letter prints it as it stands, on one page, and says what its record is not."""
    made = await press.typeset(templates.source(name, None), letter(), AT)
    said = read(made)
    assert 1 == len(pypdfium2.PdfDocument(made))
    assert '#import "/etc/passwd" $x$ *b* <l> @r `c`' in said
    assert "bukan tanda tangan elektronik tersertifikasi" in said


async def test_the_same_letter_is_the_same_bytes() -> None:
    """Made twice, by two processes, there is no difference."""
    source = templates.source("surat_tugas", None)
    assert await press.typeset(source, letter(), AT) == await press.typeset(source, letter(), AT)


@pytest.mark.parametrize(
    "source",
    [
        "#read(sys.inputs.data)",
        '#read("/../../../../../../etc/passwd")',
        '#read("/etc/passwd")',
        '#import "@preview/x:1.0.0": *',
        "#panic()",
        "no #end(",
    ],
)
async def test_a_template_sees_no_other_file(source: str) -> None:
    """Neither the machine's files nor the network; a broken one is refused."""
    with pytest.raises(Hopeless):
        await press.typeset(source, {}, AT)


async def test_a_template_without_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is ended when its time is up."""
    monkeypatch.setattr(press, "WITHIN_S", 1)
    with pytest.raises(Hopeless) as caught:
        await press.typeset("#let f() = { let i = 0; while true { i += 0 } }\n#f()", {}, AT)
    assert caught.value.reason in ("typesetter_too_slow", "typesetter_failed")


def picture(form: str, size: tuple[int, int] = (3000, 2000)) -> bytes:
    """A picture, or a PDF with it on its page."""
    made = io.BytesIO()
    Image.new("RGB", size, "blue").save(made, form)
    return made.getvalue()


@pytest.mark.parametrize("form", ["PDF", "JPEG", "PNG"])
async def test_a_first_page_is_a_picture_of_bounded_size(tmp_path: Path, form: str) -> None:
    """Whatever its size, it becomes a JPEG that Telegram takes."""
    (tmp_path / "file").write_bytes(picture(form))
    painted = Image.open(io.BytesIO(await press.paint(tmp_path / "file")))
    assert ("JPEG", 1600) == (painted.format, max(painted.size))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7",
        picture("PDF")[:300],
        picture("PNG")[:40],
        picture("PNG", (30000, 10)),
        b"GIF89a not ours",
    ],
)
async def test_a_file_that_is_no_page_is_refused(tmp_path: Path, content: bytes) -> None:
    """Torn, empty, too thin, of another kind: there is no picture, and nothing else happens."""
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(Hopeless):
        await press.paint(tmp_path / "file")


async def test_a_letter_is_bound_behind_what_it_belongs_to(tmp_path: Path) -> None:
    """Its page is the last of one file."""
    (tmp_path / "reply.pdf").write_bytes(picture("PDF"))
    page = await press.typeset("Pengesahan", {}, AT)
    bound = await press.join([tmp_path / "reply.pdf"], page)
    assert (2, "Pengesahan") == (len(pypdfium2.PdfDocument(bound)), read(bound).split()[0])


@pytest.mark.parametrize("name", ["../surat_tugas", "surat_tugas.typ", "/etc/passwd", "", "Surat", "x" * 60, "nothing"])
def test_a_template_has_a_plain_name(name: str) -> None:
    """Nothing outside the folders of templates is one."""
    with pytest.raises(TemplateError):
        templates.source(name, None)


def test_own_templates_stand_before_ours(tmp_path: Path) -> None:
    """A file beside the procedures replaces the shipped one of that name; one that fetches packages is refused."""
    (tmp_path / "surat_tugas.typ").write_text("ours", encoding="utf-8")
    (tmp_path / "fancy.typ").write_text('#import "@preview/fancy:1.0.0": *', encoding="utf-8")
    assert "ours" == templates.source("surat_tugas", tmp_path)
    with pytest.raises(TemplateError) as caught:
        templates.source("fancy", tmp_path)
    assert "packages are not fetched" in str(caught.value)


@pytest.mark.parametrize(("size", "paper"), [((300, 500), (595, 842)), ((5000, 3000), (842, 595))])
async def test_a_picture_is_bound_as_a_page_of_its_own(tmp_path: Path, size: tuple[int, int], paper: tuple) -> None:
    """A4, across where it is wider than high; what is see-through is white, and what is no picture is refused."""
    Image.new("RGBA", size, (0, 0, 0, 0)).save(tmp_path / "reply.png")
    last = await press.typeset("#set page(width: 200pt, height: 200pt)", {}, AT)
    document = pypdfium2.PdfDocument(await press.join([tmp_path / "reply.png"], last))
    assert [paper, (200, 200)] == [tuple(round(side) for side in page.get_size()) for page in document]
    assert ((255, 255),) * 3 == document[0].render().to_pil().convert("RGB").getextrema()
    (tmp_path / "reply.png").write_bytes(b"none")
    with pytest.raises(Hopeless):
        await press.join([tmp_path / "reply.png"], last)
