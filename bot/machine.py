"""Whose fault it is when something cannot be opened: the machine's is waited for, and counts against no update."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from storage.faults import Exhausted

RUN_OUT = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOSPC})
NO_WRITING = frozenset({errno.EROFS, errno.EACCES, errno.EPERM, errno.EDQUOT, errno.EIO})


@contextmanager
def machine_may_fail(also: frozenset[int] = frozenset()) -> Iterator[None]:
    """Raise `Exhausted` where the machine has run out of file handles, memory or disk, or for those error numbers."""
    try:
        yield
    except OSError as error:
        if error.errno in RUN_OUT | also:
            raise Exhausted(reason=error.strerror) from error
        raise
