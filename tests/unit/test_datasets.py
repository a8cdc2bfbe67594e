"""Which published dataset somebody means, and the commands that publish one."""

import pytest

from bot import cli
from bot.hooks import HOOKS
from core.dataset import Dataset, matching
from core.vocabulary import HOOKS as NAMED

PEOPLE = Dataset("a", "Jumlah penduduk menurut kecamatan", "Hasil registrasi", "2024")
SCHOOLS = Dataset("b", "Jumlah sekolah", "SD, SMP, dan SMA menurut kecamatan", "2023")
FISH = Dataset("c", "Produksi perikanan tangkap", "Ton per triwulan", "2024")
PUBLISHED = (PEOPLE, SCHOOLS, FISH)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("jumlah penduduk per kecamatan", [PEOPLE, SCHOOLS]),
        ("Data kependudukan 2024", [PEOPLE]),
        ("berapa SMP di kota ini?", [SCHOOLS]),
        ("Hasil IKAN, perikanan", [FISH, PEOPLE]),
        ("2024", []),
        ("data statistik tahun 2024", []),
        ("luas wilayah hutan", []),
        ("", []),
        ("\x00 <b>'; drop table", []),
    ],
)
def test_words_mean_the_datasets_that_name_their_subject(words, meant):
    """Common words and years alone mean nothing; a stem inside a longer word does; the likeliest stands first."""
    assert meant == matching(PUBLISHED, words, 3)


def test_no_more_than_asked_for():
    """Of many, only the likeliest are offered."""
    assert [PEOPLE] == matching(PUBLISHED, "penduduk menurut kecamatan", 1)


def test_the_hooks_that_files_may_name_are_those_that_there_are():
    """The grammar and the bot know the same hooks."""
    assert NAMED == HOOKS.keys()


@pytest.fixture
def own_data(monkeypatch, tmp_path):
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path


def test_a_file_is_published_listed_and_taken_back(own_data, capsys):
    """A copy of the file is kept as long as the dataset is there."""
    table = own_data / "penduduk.csv"
    table.write_text("kecamatan,jiwa\n")

    added = cli.main(["dataset", "add", "--name", "Penduduk", "--period", "2024", "--file", str(table)])
    number = capsys.readouterr().out.split()[0]
    kept = own_data / "data" / "datasets" / number / "penduduk.csv"
    assert (0, "kecamatan,jiwa\n") == (added, kept.read_text())

    assert 0 == cli.main(["dataset", "list"])
    assert f"{number}      0×  Penduduk (2024)  penduduk.csv\n" == capsys.readouterr().out

    assert (0, 1) == (cli.main(["dataset", "remove", number]), cli.main(["dataset", "remove", number]))
    assert not kept.exists()
    assert "there is no dataset" in capsys.readouterr().err


def test_a_link_stands_for_a_file(own_data, capsys):
    """An address is kept as it is."""
    assert 0 == cli.main(["dataset", "add", "--name", "Perikanan", "--link", "https://data.example/ikan"])
    cli.main(["dataset", "list"])
    assert "https://data.example/ikan" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ((), "a file or a link"),
        (("--file", "/nowhere.csv"), "cannot be read"),
        (("--file", "/dev/null"), "0 bytes"),
        (("--file", "x", "--link", "https://data.example/x"), "a file or a link"),
    ],
)
def test_what_cannot_be_published_is_said(own_data, capsys, how, said):
    """Neither, both, a file that is not there, an empty one."""
    assert 1 == cli.main(["dataset", "add", "--name", "Penduduk", *how])
    assert said in capsys.readouterr().err


def test_an_address_without_a_server_is_no_link(own_data, capsys):
    """Bad usage is answered with what was expected."""
    with pytest.raises(SystemExit):
        cli.main(["dataset", "add", "--name", "Penduduk", "--link", "data.example"])
    assert "expected one such as https://" in capsys.readouterr().err
