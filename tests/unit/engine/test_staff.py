"""Who holds what in an office, as people come into it and change."""

from dataclasses import replace

from core.office import Office
from core.people import Grant, Person

HEAD = Person(1, 101, "Kepala Contoh", grants=frozenset({Grant("head_of_centre")}))
SARI = Person(2, 102, "Sari Contoh", grants=frozenset({Grant("operator"), Grant("data_officer", "Dinas Contoh")}))
NEWCOMER = Person(3, 103, "Baru Contoh")
OFFICE = Office((HEAD, SARI))


def test_a_role_is_held_whatever_the_unit():
    """Holders of a role are found, on duty or not; everybody is a citizen, and what nobody holds has no holders."""
    assert OFFICE.holders("data_officer") == (SARI,)
    assert OFFICE.holders("data_officer", on_duty=True) == ()
    assert OFFICE.holders("citizen") == (HEAD, SARI)
    assert OFFICE.holders("guide") == ()


def test_whoever_comes_is_found_beside_the_others():
    """Somebody who is named for this moment holds their role then; the office without them stays as it was."""
    named = replace(NEWCOMER, grants=frozenset({Grant("admin")}))
    assert OFFICE.with_people([named]).holders("admin") == (named,)
    assert OFFICE.with_people([named]).person(NEWCOMER.id) == named
    assert OFFICE.holders("admin") == ()
    assert OFFICE.person(NEWCOMER.id) is None


def test_whoever_changes_is_found_as_they_are_now():
    """A further role, or being out of reach, counts at once, in the place that they had before."""
    as_admin = replace(SARI, grants=SARI.grants | {Grant("admin")})
    office = OFFICE.with_people([as_admin])
    assert (office.staff, office.holders("admin")) == ((HEAD, as_admin), (as_admin,))
    gone = replace(HEAD, reachable=False)
    assert office.with_people([gone]).holders("head_of_centre") == ()
