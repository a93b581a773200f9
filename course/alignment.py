"""Recognise a text by its fingerprints, without holding the text.

The repository holds no sentence of the two articles. For each paragraph it holds the number of
words, a SHA-256 of the normalised text, and a *sketch*: the smallest few hashes of its four-word
runs. With these a reader's own copy can be cut into the numbered paragraphs, although nobody can
rebuild the paragraphs from them (see `sketch`).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

RUN = 4
"""Words in one run of a sketch."""
SIZE = 16
"""Hashes in a sketch, at most."""
ENOUGH = 0.5
"""Share of a sketch that must be found for a tolerant match."""
ROOM = 1.3
"""How much longer than the paragraph the stretch may be in which its sketch is looked for."""
WITHIN = 6
"""Words of difference in length that a border inside a line is worth, against a line's end."""

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ‛´`′＇"))


def words(text: str) -> list[str]:
    """Normalise `text` to its words, so that copies that differ only in typography agree.

    Apostrophes go (``don't`` and ``don’t`` are one word); Unicode NFKC folds ligatures and wide
    forms; case is folded; invisible characters (soft hyphens, byte-order marks) go; all other
    punctuation, dashes and quotation marks of every shape count as space.

    >>> words("“Don’t” — the near‑abroad, IN 2014…")
    ['dont', 'the', 'near', 'abroad', 'in', '2014']
    """
    return [word for piece in text.split() for word in _words_of(piece)]


def _words_of(piece: str) -> list[str]:
    if piece.isascii():  # the same answer, ten times as fast
        return _WORD.findall(piece.lower().replace("'", "").replace("`", ""))
    plain = unicodedata.normalize("NFKC", piece.translate(_APOSTROPHES)).casefold()
    plain = unicodedata.normalize("NFKC", plain).casefold()  # a fold can open a new composition
    plain = "".join(c for c in plain.translate(_APOSTROPHES) if unicodedata.category(c) != "Cf")
    return _WORD.findall(plain)


def normalise(text: str) -> str:
    """Give the normalised text: its words with one space between.

    >>> normalise("A  ‘quoted’ WORD") == normalise('a "quoted" word')
    True
    """
    return " ".join(words(text))


def fingerprint(found: Sequence[str]) -> str:
    """Give the SHA-256 (hexadecimal) of normalised words.

    >>> fingerprint(words("Abc.")) == fingerprint(words("“ABC”"))
    True
    """
    return hashlib.sha256(" ".join(found).encode()).hexdigest()


def runs(found: Sequence[str]) -> list[str]:
    """Hash every run of four words to 32 bits, in order.

    >>> len(runs("one two three four five".split()))
    2
    """
    return [
        hashlib.sha256(" ".join(found[i : i + RUN]).encode()).hexdigest()[:8]
        for i in range(len(found) - RUN + 1)
    ]


def sketch(found: Sequence[str]) -> tuple[str, ...]:
    """Choose the smallest hashes of the four-word runs: a fair sample that tells nothing else.

    Because a hash orders runs at random, the `SIZE` smallest are a random sample of them, and the
    share of the sample that turns up in another text estimates how much of this text is contained
    there. At most half of the runs are kept, each cut to 32 bits, without their order: many
    thousands of plausible runs of words share each value, so the text cannot be rebuilt.

    **Source**: A. Z. Broder (1997), "On the resemblance and containment of documents",
    *Proceedings of Compression and Complexity of Sequences*, 21–29: shingles, and the containment
    of one document in another estimated from its smallest hashes.
    """
    every = sorted(set(runs(found)))
    return tuple(every[: min(SIZE, (len(every) + 1) // 2)])


class Known(Protocol):
    """What must be known of a paragraph to recognise it."""

    @property
    def id(self) -> str:
        """Its id, for example B15."""

    @property
    def words(self) -> int:
        """How many words it has."""

    @property
    def sha256(self) -> str:
        """The fingerprint of its normalised text."""

    @property
    def sketch(self) -> tuple[str, ...]:
        """The smallest hashes of its four-word runs."""


@dataclass(frozen=True, slots=True)
class Match:
    """One paragraph found in a reader's copy."""

    paragraph: str
    text: str
    how: Literal["exact", "similar"]
    share: float
    """Share of the sketch that was found (1 when exact)."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A copy as pieces between white space, and as normalised words that know their piece."""

    pieces: tuple[str, ...]
    words: tuple[str, ...]
    piece_of: tuple[int, ...]
    lines: frozenset[int]
    """Word positions where a line begins, and the end."""
    sentences: frozenset[int]
    """Word positions where a sentence seems to begin."""

    def cut(self, start: int, end: int) -> str:
        """Give the original wording of words `start` to `end`, on one line."""
        return " ".join(self.pieces[self.piece_of[start] : self.piece_of[end - 1] + 1])


def _text(lines: Iterable[str]) -> _Text:
    pieces: list[str] = []
    found: list[str] = []
    piece_of: list[int] = []
    heads, sentences = set(), set()
    for line in lines:
        heads.add(len(found))
        for piece in line.split():
            new = _words_of(piece)
            found += new
            piece_of += [len(pieces)] * len(new)
            pieces.append(piece)
            if piece.rstrip("\"'”’»)]").endswith((".", "?", "!", "…", ":")):
                sentences.add(len(found))
    heads.add(len(found))
    return _Text(
        tuple(pieces), tuple(found), tuple(piece_of), frozenset(heads), frozenset(sentences)
    )


def align(
    lines: Iterable[str], paragraphs: Sequence[Known], furniture: Collection[str] = ()
) -> tuple[Match, ...]:
    """Find the known paragraphs in a copy, in their order.

    The copy is read as one stream of words, so it does not matter where its lines break: a
    paragraph may be broken in two, or two may be joined. A stretch with the paragraph's own
    number of words and its fingerprint is an exact match. Between the exact matches, the stretch
    that holds most of a paragraph's sketch is taken if it holds at least half.

    Parameters
    ----------
    lines
        The copy, line by line or block by block.
    paragraphs
        The known paragraphs in order.
    furniture
        Fingerprints of whole lines to leave out before anything else (menus, captions, teasers).
    """
    text = _text(line for line in lines if fingerprint(words(line)) not in furniture)
    where = _where(runs(text.words), {h for p in paragraphs for h in p.sketch})
    places: dict[str, tuple[int, int, float]] = {}
    at = 0
    for known in paragraphs:
        start = _exact(text, where, known, at)
        if start is not None:
            at = start + known.words
            places[known.id] = (start, at, 1.0)
    exact = frozenset(places)
    for i, known in enumerate(paragraphs):
        if known.id in exact:
            continue
        low = max((places[p.id][1] for p in paragraphs[:i] if p.id in places), default=0)
        after = (places[p.id][0] for p in paragraphs[i + 1 :] if p.id in places)
        similar = _similar(text, where, known, low, min(after, default=len(text.words)))
        if similar:
            places[known.id] = similar
    return tuple(
        Match(p.id, text.cut(start, end), "exact" if p.id in exact else "similar", share)
        for p in paragraphs
        if p.id in places
        for start, end, share in [places[p.id]]
    )


def _where(hashes: Sequence[str], wanted: Collection[str]) -> dict[str, list[int]]:
    """Index the positions of the wanted hashes, so that a long file costs one pass."""
    where: dict[str, list[int]] = {h: [] for h in wanted}
    for i, one in enumerate(hashes):
        if one in where:
            where[one].append(i)
    return where


def _exact(text: _Text, where: dict[str, list[int]], known: Known, low: int) -> int | None:
    """Find the first stretch from word `low` on that is the paragraph, word for word."""
    for hit in where[known.sketch[0]]:
        last = min(hit, len(text.words) - known.words)
        for start in range(max(low, hit + RUN - known.words), last + 1):
            if fingerprint(text.words[start : start + known.words]) == known.sha256:
                return start
    return None


def _similar(
    text: _Text, where: dict[str, list[int]], known: Known, low: int, high: int
) -> tuple[int, int, float] | None:
    """Find the stretch between words `low` and `high` that holds most of the sketch."""
    hits = sorted((i, h) for h in known.sketch for i in where[h] if low <= i <= high - RUN)
    best: list[tuple[int, str]] = []
    for n, (first, _) in enumerate(hits):
        window = [hit for hit in hits[n:] if hit[0] + RUN - first <= known.words * ROOM]
        if len({h for _, h in window}) > len({h for _, h in best}):
            best = window
    share = len({h for _, h in best}) / len(known.sketch)
    if share < ENOUGH:
        return None
    first, last = best[0][0], best[-1][0] + RUN
    earliest, latest = max(low, first - known.words), min(high, last + known.words)
    borders = text.lines | text.sentences | {low, high}
    starts = [b for b in borders if earliest <= b <= first] or [first]
    ends = [b for b in borders if last <= b <= latest] or [last]

    def cost(cut: tuple[int, int]) -> int:
        # The paragraph's own length says which borders are its own; line ends are better ones.
        inside_a_line = sum(b not in text.lines for b in cut)
        return abs(cut[1] - cut[0] - known.words) + WITHIN * inside_a_line

    start, end = min(sorted((s, e) for s in starts for e in ends), key=cost)
    return start, end, share
