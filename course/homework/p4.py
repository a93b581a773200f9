"""P4, weigh the rivals: which accounts, cards, chances and cases each student works with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from course import accounts, tables
from course.homework.draws import Draw
from course.homework.items import Variant
from course.lesson import Panel, table

NAMES = ("first", "second", "third", "fourth")
# Four of the seven accounts: every account stands in four of the sets, every two meet in one.
ACCOUNTS = ("TPIS", "TPLV", "TIDL", "TIDV", "PDLS", "PDVS", "ILVS")
# Eight cards, at most one of a cluster. For both raters of lesson 6 every account of every set
# above has a card that speaks for it and one that speaks against it (a test says so).
CARDS = (
    ("E1", "E3", "E6", "E10", "E12", "E13", "E18", "E23"),
    ("E2", "E3", "E5", "E8", "E14", "E17", "E20", "E21"),
    ("E1", "E6", "E7", "E11", "E13", "E16", "E18", "E21"),
    ("E2", "E5", "E6", "E10", "E13", "E19", "E20", "E24"),
    ("E3", "E7", "E8", "E11", "E12", "E18", "E20", "E21"),
    ("E1", "E5", "E8", "E14", "E15", "E18", "E19", "E23"),
)

VASE = ("wind", "cat", "visitor", "builder")
# Chances of two cards under four explanations, for which every known slip gives numbers of its own
# (a test says so). Those of lesson 6 are not among them: their answer stands on its page.
UPDATES = (
    ((0.8, 0.2, 0.9, 0.7), (0.4, 0.6, 0.3, 0.1)),
    ((0.1, 0.8, 0.2, 0.6), (0.8, 0.2, 0.7, 0.6)),
    ((0.2, 0.1, 0.9, 0.5), (0.3, 0.9, 0.2, 0.5)),
    ((0.7, 0.1, 0.7, 0.8), (0.2, 0.9, 0.6, 0.3)),
    ((0.6, 0.6, 0.7, 0.3), (0.5, 0.4, 0.1, 0.7)),
    ((0.7, 0.1, 0.5, 0.6), (0.4, 0.7, 0.1, 0.6)),
    ((0.9, 0.6, 0.8, 0.1), (0.2, 0.8, 0.7, 0.4)),
    ((0.9, 0.7, 0.3, 0.2), (0.1, 0.8, 0.2, 0.9)),
    ((0.1, 0.4, 0.7, 0.5), (0.6, 0.1, 0.2, 0.4)),
    ((0.3, 0.1, 0.7, 0.1), (0.6, 0.5, 0.2, 0.7)),
)

# A claim, what one might find, and the chance of finding it with the claim true and with it false:
# made up, and far enough from the lines between the four kinds (a test says so).
CASES: Mapping[str, tuple[tuple[str, str, float, float], ...]] = {
    "hoop": (
        ("The general gave the order himself.", "He was at headquarters that day.", 0.98, 0.4),
        ("A state is getting ready to invade.", "Its troops are near the border.", 0.95, 0.5),
        ("Two governments have a secret pact.", "Their envoys met last year.", 0.97, 0.7),
    ),
    "smoking_gun": (
        ("The war was decided on in May.", "Minutes from May record the decision.", 0.25, 0.01),
        ("The ship was sunk by a mine.", "A piece of a mine lies in the wreck.", 0.4, 0.03),
        ("The war was to win an election.", "An adviser's note from before says so.", 0.15, 0.01),
    ),
    "doubly": (
        ("The list of voters was forged.", "A full check finds many dead on it.", 0.95, 0.03),
        ("The town was shelled from the east.", "All craters point to the east.", 0.92, 0.04),
        ("The envoy wrote the letter.", "The draft in his hand lies in his desk.", 0.9, 0.02),
    ),
    "straw": (
        ("The government fears its neighbour.", "Its newspapers attack it.", 0.7, 0.5),
        ("The new ruler likes risks.", "His first speech is a sharp one.", 0.5, 0.3),
        ("The state wants more rank.", "It asks for a meeting of leaders.", 0.6, 0.35),
    ),
}
# Which kinds a student meets; none of them can be found by crossing out the others.
MIXES = (
    ("hoop", "smoking_gun", "straw", "hoop"),
    ("smoking_gun", "hoop", "straw", "smoking_gun"),
    ("straw", "hoop", "doubly", "smoking_gun"),
    ("hoop", "doubly", "straw", "hoop"),
    ("doubly", "hoop", "smoking_gun", "straw"),
    ("smoking_gun", "doubly", "hoop", "hoop"),
    ("straw", "smoking_gun", "hoop", "straw"),
)

FEW = ("X", "Y", "Z")
# Four cards under three accounts. Exactly one card carries the lead; another has the widest spread
# and yet another the highest chance under the leader (a test says so).
CARRIED = (
    ((0.2, 0.5, 0.7), (0.6, 0.2, 0.9), (0.7, 0.1, 0.4), (0.7, 0.4, 0.5)),
    ((0.2, 0.1, 0.2), (0.8, 0.5, 0.9), (0.9, 0.2, 0.5), (0.2, 0.7, 0.5)),
    ((0.6, 0.9, 0.5), (0.5, 0.2, 0.7), (0.7, 0.9, 0.1), (0.8, 0.8, 0.5)),
    ((0.8, 0.4, 0.8), (0.5, 0.1, 0.1), (0.1, 0.8, 0.2), (0.5, 0.2, 0.8)),
    ((0.7, 0.3, 0.3), (0.4, 0.1, 0.9), (0.7, 0.6, 0.5), (0.9, 0.4, 0.7)),
    ((0.9, 0.9, 0.6), (0.5, 0.2, 0.1), (0.3, 0.1, 0.7), (0.2, 0.1, 0.3)),
    ((0.9, 0.8, 0.5), (0.9, 0.4, 0.6), (0.5, 0.7, 0.1), (0.2, 0.7, 0.4)),
    ((0.6, 0.4, 0.6), (0.2, 0.1, 0.6), (0.8, 0.8, 0.2), (0.9, 0.4, 0.8)),
)


def variant(draw: Draw) -> Variant:
    """Draw four accounts, eight cards, an update in two steps, four tests, a lead to be carried."""
    letters = draw.pick("accounts", ACCOUNTS)
    cards = draw.pick("cards", CARDS)
    one, two = draw.pick("update", UPDATES)
    rows = draw.pick("carried", CARRIED)
    order = draw.sample("order", range(len(rows)), len(rows))
    tests = {str(n): case for n, case in enumerate(_cases(draw), start=1)}
    return {
        "letters": dict(zip(NAMES, letters, strict=True)),
        "accounts": dict(zip(NAMES, map(_account, letters), strict=True)),
        "ids": list(cards),
        "cards": {str(n): _card(id) for n, id in enumerate(cards, start=1)},
        "chances": {name: (a, b) for name, a, b in zip(VASE, one, two, strict=True)},
        "explanations": {
            name: f"The {name} did it. Before: .25. Chance of the open window: {a:g}; of the "
            f"footprint: {b:g}."
            for name, a, b in zip(VASE, one, two, strict=True)
        },
        "found": {n: (p, q) for n, (_, _, p, q) in tests.items()},
        "tests": {
            n: f"Claim: {claim} Finding: {sign} Chance of the finding if the claim is true: {p:g}; "
            f"if it is not: {q:g}."
            for n, (claim, sign, p, q) in tests.items()
        },
        "carried": {str(n): rows[row] for n, row in enumerate(order, start=1)},
    }


def _cases(draw: Draw) -> Iterator[tuple[str, str, float, float]]:
    """Draw a case for each place of a mix; no case twice."""
    left = {kind: list(draw.sample(kind, cases, len(cases))) for kind, cases in CASES.items()}
    for kind in draw.pick("mix", MIXES):
        yield left[kind].pop()


def _account(letter: str) -> str:
    found = accounts.account(letter)
    return f"{found.letter}, {found.name}. {found.claim}"


def _card(id: str) -> str:
    card = next(card for card in tables.evidence() if card.id == id)
    return f"{card.id}, {card.date}. {card.text} (Source: {card.source}.)"


def four(variant: Variant) -> Panel:
    """Show the four accounts: the claim, and what each expects and the others do not."""
    rows = []
    for name, letter in variant["letters"].items():
        account = accounts.account(letter)
        expects = " ".join(account.fingerprints)
        rows.append((name, f"{letter}, {account.name}", account.claim, expects))
    head = ("Name here", "Account", "Its claim", "What it expects and others do not")
    return table(head, rows, "Your four accounts, as their holders put them in lesson 6")


def carried(variant: Variant) -> Panel:
    """Show four cards under three accounts."""
    rows = [(n, *(f"{p:g}" for p in row)) for n, row in variant["carried"].items()]
    return table(("Card", *FEW), rows, "Chances of each card")


SHOWN = {"accounts": four, "carried": carried}
