import assert from "node:assert/strict";
import { test } from "node:test";
import * as balance from "../src/kinds/evidence_balance.js";
import * as square from "../src/kinds/test_square.js";
import { kindOf } from "../src/evidence.js";
import { drafts } from "../src/drafts.js";

const echo = new Proxy({}, { get: (_, name) => String(name) });
const config = {
  messages: echo, size: 2,
  cards: ["E1", "E2", "E3"].map((id) => ({ id, date: "2004", cluster: id === "E3" ? null : "one" })),
  accounts: ["T", "P", "I"].map((letter) => ({ letter, name: letter, short: letter })),
  scale: { 1: 0.05, 2: 0.2, 3: 0.5, 4: 0.8, 5: 0.95 },
};
const stages = (parts) => Object.fromEntries(Object.entries(parts).map(([name, last]) => [name, { last, revision: 1 }]));
const state = (value, kept = {}) => ({ config, value, record: { stages: stages({ cards: { cards: ["E1", "E2"] }, ...kept }) } });
const full = { E1: { T: 4, P: 3, I: 3 }, E2: { T: 4, P: 3, I: 2 } };

test("nothing is set at the start, and every card lacks its ratings", () => {
  const start = state({});
  assert.deepEqual(balance.openCards(start), ["E1", "E2"]);
  assert.deepEqual(balance.ratingsNow(start), { E1: {}, E2: {} });
  assert.equal(balance.result(start), null);
});

test("ratings of cards that are no longer chosen stay, and do not count", () => {
  const old = state({ ratings: { ...full, E3: { T: 1, P: 5, I: 5 } } });
  assert.deepEqual(Object.keys(balance.ratingsNow(old)), ["E1", "E2"]);
  assert.deepEqual(balance.result(old).ahead, ["T"]);
});

test("a cluster counted once halves the decibels, and a faulty scale gives no result", () => {
  const plain = balance.result(state({ ratings: full }));
  const once = balance.result(state({ ratings: full, once: true }));
  assert.ok(Math.abs(once.lead - plain.lead / 2) < 1e-9);
  assert.equal(once.number, 1);
  assert.equal(balance.result(state({ ratings: full, scale: { ...config.scale, 1: 0 } })), null);
});

test("a shared lead is said as shared, and no rating is said to flip it", () => {
  const tie = state({ ratings: { E1: { T: 4, P: 4, I: 1 }, E2: { T: 2, P: 2, I: 2 } } }, { predict: { leader: "P" } });
  const now = balance.result(tie);
  assert.deepEqual(now.ahead, ["T", "P"]);
  assert.deepEqual(balance.verdict(tie, now), { main: "tie", said: "predicted_right" });
  assert.equal(balance.flipSentence(tie, now), "flip_tie");
});

test("the widest difference from a rater is found in decibels", () => {
  const mine = state({ ratings: full });
  const raters = { E1: { T: { R: 4, C: 1 }, P: { R: 3, C: 3 }, I: { R: 5, C: 3 } }, E2: { T: { R: 4, C: 4 }, P: { R: 3, C: 3 }, I: { R: 2, C: 2 } } };
  const { card, h, rater, theirs } = balance.widest(mine, balance.result(mine), raters);
  assert.deepEqual([card, h, rater, theirs], ["E1", "T", "C", 1]);
});

test("half a rating comes back after a restart, and goes once all is kept", () => {
  const held = new Map();
  const store = { getItem: (n) => held.get(n) ?? null, setItem: (n, t) => held.set(n, t), removeItem: (n) => held.delete(n) };
  const half = { chosen: ["E1", "E2"], guess: "T", ratings: { E1: { T: 4 } } };
  const kept = { predict: { leader: "T" } };
  drafts("L6", balance.draft, store).keep(state(half, kept));
  const anew = state({ chosen: ["E1", "E2"], guess: "T" }, kept);
  const text = drafts("L6", balance.draft, store).find(anew);
  assert.deepEqual(balance.draft.patch(text, anew), half);
  const done = { ...kept, ratings: { cards: ["E1", "E2"], ratings: full } };
  drafts("L6", balance.draft, store).keep(state({ ...half, ratings: full }, done));
  drafts("L6x", balance.draft, store).keep(state({}, {}));
  const rest = drafts("L6", balance.draft, store);
  rest.keep(state({ ...half, ratings: full }, done));
  assert.equal(rest.find(state({ ...half, ratings: full }, done)), null);
});

test("a chance is a hundredth between 0 and 1, wherever the pointer is", () => {
  assert.deepEqual([-1, 0.333, 2].map(square.chance), [0.01, 0.33, 0.99]);
  assert.deepEqual([2, -8.97, 0.01].map(square.signed), ["+2.0", "−9.0", "0.0"]);
});

test("the regions that are drawn are those that the arithmetic names", () => {
  for (const [kind, corners] of Object.entries(square.regions())) {
    const q = corners.reduce((sum, [a]) => sum + a, 0) / corners.length;
    const p = corners.reduce((sum, [, b]) => sum + b, 0) / corners.length;
    assert.equal(kindOf(p, q), kind);
    assert.equal(kindOf(q, p), kind);
  }
});

test("the square says nothing while a chance is unset, and says when a fact tells nothing", () => {
  assert.equal(square.result(echo, {}), "");
  assert.equal(square.result(echo, { p: 0.5 }), "");
  assert.equal(square.result(echo, { p: 0.5, q: 0.5 }), "result_same");
  assert.equal(square.result(echo, { p: 0.4, q: 0.5 }), "result_reverse");
});
