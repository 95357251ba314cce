"""The peers stand in processes of their own, for which threads wait."""

from tests.garbage import no_garbage_for_threads

__all__ = ["no_garbage_for_threads"]
