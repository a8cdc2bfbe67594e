"""Posts on disk, and their crews."""

from alarms import NOON

from core.people import Fix
from core.post import Post
from storage import chain, people, posts
from storage.batch import Batch
from storage.database import Database

WEST = Post("Pos Barat", Fix(3.31, 117.59, NOON), frozenset({"fire"}), "0551-21113")


async def test_posts_are_kept_changed_and_removed(db: Database) -> None:
    """A post of the same name takes the new values; one that is gone is gone."""
    await posts.add(db, WEST)
    await posts.add(db, Post("Pos Barat", Fix(3.32, 117.6, NOON), frozenset(), "113"))
    assert [Post("Pos Barat", Fix(3.32, 117.6, NOON), frozenset(), "113")] == await posts.list_posts(db)
    assert await posts.remove(db, "Pos Barat", NOON)
    assert not await posts.remove(db, "Pos Barat", NOON)
    assert [] == await posts.list_posts(db)
    assert await chain.verify(db) is None


async def test_the_crew_stands_where_the_post_is(db: Database) -> None:
    """Whoever is stationed has the post's position, moves with it, and keeps neither when it is taken away."""
    await posts.add(db, WEST)
    person = await people.add_staff(db, 102, "Petugas", "officer", "", NOON)
    assert ("Pos Barat", WEST.place) == _where(await posts.station(db, 102, WEST, NOON))
    moved = Post("Pos Barat", Fix(3.4, 117.6, NOON), frozenset(), "113")
    await posts.add(db, moved)
    office = await Batch(db).unit(NOON).office()
    assert (moved,) == office.posts
    assert ("Pos Barat", moved.place) == _where(office.person(person.id))
    await posts.remove(db, "Pos Barat", NOON)
    assert (None, None) == _where((await people.list_staff(db))[0])


def _where(person):
    return person.station, person.post
