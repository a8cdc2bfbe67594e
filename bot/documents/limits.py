"""What a short process may use at most, for files that strangers sent."""

import resource
import sys
from collections.abc import Callable

CPU_S = 20
MEMORY_BYTES = 2 * 1024**3


def work(make: Callable[[bytes], bytes]) -> None:
    """Make what the job on standard input asks for; what cannot be made is refused with exit code 1."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        made = make(sys.stdin.buffer.read())
    except Exception as error:
        # The message of an error may quote what somebody wrote; only its type is told.
        sys.stderr.write(f"{type(error).__name__}\nrefused\n")
        sys.exit(1)
    sys.stdout.buffer.write(made)
