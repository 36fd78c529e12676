"""Old office files are small file systems ([MS-CFB]): sectors in chains, a directory of streams."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from wenming.reading.model import UnreadableDocument

_LAST_SECTOR = 0xFFFFFFFA  # numbers beyond it are marks
_END_OF_CHAIN = 0xFFFFFFFE
_SHIFTS = {3: 9, 4: 12}  # by version: sectors of 512 and of 4,096 bytes
_ENTRY = 128  # bytes of the directory
_IN_HEADER = 109  # places in the header for the sectors of the table


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: its first sector and its bytes."""

    start: int
    size: int


class Compound:
    """The streams of a file, by name. Raises ``UnreadableDocument`` where a chain leaves the file or runs in a ring."""

    def __init__(self, data: bytes) -> None:
        try:
            (version, self._shift), places = struct.unpack_from("<H2xH", data, 26), struct.unpack_from("<9I", data, 40)
            if _SHIFTS.get(version) != self._shift:
                raise UnreadableDocument("file_damaged")
            self._data = data
            self._table = self._read_table(first=places[7], count=places[1])
            self.smallest = places[4]  # bytes: shorter streams share the sectors of another
            self.streams = dict(self._directory(places[2]))
        except (struct.error, IndexError) as error:
            raise UnreadableDocument("file_damaged") from error

    def head(self, stream: Stream, length: int) -> bytes:
        """The first bytes of a stream that is not among the shortest, at most ``length``, its whole chain followed."""
        sectors = list(self._chain(stream.start))
        if len(sectors) << self._shift < stream.size:
            raise UnreadableDocument("file_damaged")
        return b"".join(map(self._sector, sectors[: (length >> self._shift) + 1]))[:length]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) << self._shift
        if number > _LAST_SECTOR or start >= len(self._data):
            raise UnreadableDocument("file_damaged")
        return self._data[start : start + (1 << self._shift)]

    def _read_table(self, *, first: int, count: int) -> tuple[int, ...]:
        """For each sector the one that follows it."""
        numbers = list(struct.unpack_from(f"<{_IN_HEADER}I", self._data, 76))
        while first <= _LAST_SECTOR and len(numbers) < count:  # a long table has a list of its sectors of its own
            *more, first = struct.unpack(f"<{1 << self._shift - 2}I", self._sector(first))
            numbers += more
        table = b"".join(map(self._sector, numbers[:count]))
        return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])

    def _chain(self, number: int) -> Iterator[int]:
        steps = 0
        while number != _END_OF_CHAIN:
            self._sector(number)
            yield number
            number = self._table[number]
            steps += 1
            if steps > len(self._table):
                raise UnreadableDocument("file_damaged")

    def _directory(self, start: int) -> Iterator[tuple[str, Stream]]:
        entries = b"".join(map(self._sector, self._chain(start)))
        for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
            name = entries[at : at + 64].decode("utf-16-le", errors="replace").partition("\0")[0]
            yield name, Stream(*struct.unpack_from("<II", entries, at + 116))
