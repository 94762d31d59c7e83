"""Reading many documents in several processes, so that one that kills its process costs only itself."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any, TypeAlias

import attrs

from gov_disclosure.api import Readable, read
from gov_disclosure.model.errors import GovDisclosureError
from gov_disclosure.reading.errors import Damaged
from gov_disclosure.reading.reading import Reading

__all__ = ["read_in_processes"]

Outcome: TypeAlias = Reading | GovDisclosureError

_AHEAD = 4  # documents waiting for each process


def read_in_processes(
    sources: Iterable[Readable], workers: int | None, options: dict[str, Any]
) -> Iterator[Outcome]:
    """The outcomes in the order of the sources."""
    count = workers if workers is not None else (os.cpu_count() or 1)
    if count <= 1:
        for source in sources:
            yield _outcome(source, options)
        return
    yield from _Pool(count, options).run(sources)


def _outcome(source: Readable, options: dict[str, Any]) -> Outcome:
    try:
        return read(source, **options)
    except GovDisclosureError as error:
        return error


@attrs.define
class _Pool:
    """Processes that are started anew when a document kills one."""

    workers: int
    options: dict[str, Any]
    executor: ProcessPoolExecutor | None = None

    def run(self, sources: Iterable[Readable]) -> Iterator[Outcome]:
        """Keep the processes busy, and give outcomes in order."""
        waiting: deque[tuple[Readable, Future[Outcome]]] = deque()
        try:
            for source in sources:
                while len(waiting) >= self.workers * _AHEAD:
                    yield self._next(waiting)
                whole = source if isinstance(source, str | os.PathLike | bytes) else _whole(source)
                waiting.append((whole, self._submit(whole)))
            while waiting:
                yield self._next(waiting)
        finally:
            self._stop()

    def _submit(self, source: Readable) -> "Future[Outcome]":
        if self.executor is None:
            # a process that was forked would share locks and caches of this one
            self.executor = ProcessPoolExecutor(self.workers, mp_context=get_context("spawn"))
        try:
            return self.executor.submit(_outcome, source, self.options)
        except BrokenProcessPool as error:
            failed: Future[Outcome] = Future()
            failed.set_exception(error)
            return failed

    def _next(self, waiting: "deque[tuple[Readable, Future[Outcome]]]") -> Outcome:
        source, future = waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            self._stop()
            outcome = self._alone(source)
            for place, (other, _) in enumerate(waiting):
                waiting[place] = (other, self._submit(other))
            return outcome

    def _alone(self, source: Readable) -> Outcome:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
            try:
                return executor.submit(_outcome, source, self.options).result()
            except BrokenProcessPool:
                name = os.fspath(source) if isinstance(source, str | os.PathLike) else None
                return Damaged(
                    source=name, reason="reading it ended the process", reason_zh="读取时进程异常终止"
                )

    def _stop(self) -> None:
        if self.executor is not None:
            self.executor.shutdown(wait=False, cancel_futures=True)
            self.executor = None


def _whole(source: Any) -> bytes:
    if isinstance(source, bytearray | memoryview):
        return bytes(source)
    content = source.read()
    assert isinstance(content, bytes)
    return content
