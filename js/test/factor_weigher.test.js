import { kappaText } from "../src/parts.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import * as model from "../src/kinds/factor_model.js";
import { registeredAsNow } from "../src/kinds/factor_result.js";
import { weightsMissing } from "../src/kinds/factor_weigher.js";
import * as words from "../src/kinds/factor_words.js";

const echo = new Proxy({}, { get: (_, name) => String(name) });
const config = {
  messages: echo, blind: ["A", "B"], present: "A", rules: ["sum", "product", "necessary"],
  factors: ["A", "B", "C"].map((id) => ({ id, name: id })),
  cards: [{ id: "1", text: "one" }, { id: "2", text: "two" }],
};
const rows = [
  ["a", true, true, [1, 1, 0], 0], ["b", true, false, [1, 0.5, 0], 0],
  ["c", false, false, [1, 0, 1], null], ["d", false, false, [0, 1, 0], null],
].map(([id, force, combat, x, story]) => ({ id, name: id, force, combat, story, x: { 1: x, 2: x.map((one) => 1 - one) } }));
const kept = (last) => ({ revision: 1, first: last, last });
const SWINGS = { A: 10, B: 3, C: 1 };
const state = (value = {}, stages = {}, reveal = null) => ({ config, value, record: { stages, reveal }, answers: {} });
const done = (value = {}) => state(
  { swings: SWINGS, rule: "sum", ...value },
  { cards: kept({}), positives: kept({ chance: 90 }), weights: kept({ swings: SWINGS, rule: "sum" }) },
  { cases: rows, coders: [1, 2], present: rows.map(({ name, force, x }) => ({ name, force, x: x[1][0] })) },
);

test("each step opens when the one before was kept, and not when it is only filled in", () => {
  assert.deepEqual(model.opened(state()), { cards: false, positives: false, weights: false, result: false });
  const read = { read: ["A", "B", "C"] };
  assert.equal(model.opened(state({ read: ["A", "C"] })).cards, false);
  assert.deepEqual(model.unread(state({ read: ["A", "C"] })), ["B"]);
  assert.equal(model.opened(state(read)).cards, true);
  const filled = { ...read, codes: { 1: { A: 1, B: 0 }, 2: { A: 0, B: 0 } }, swings: SWINGS, rule: "sum" };
  assert.deepEqual(model.uncoded(state(filled)), []);
  assert.equal(model.opened(state(filled)).positives, false);
  assert.equal(model.result(state(filled)), null);
  assert.deepEqual(model.asks(state(filled)), {});
  assert.equal(model.opened(done()).result, true);
  // Kept, but Python sent nothing to show: a copy without Python stays shut.
  assert.equal(model.opened({ ...done(), record: { ...done().record, reveal: null } }).result, false);
});

test("0 is a code like any other", () => {
  assert.deepEqual(model.uncoded(state({ codes: { 1: { A: 0, B: 0 }, 2: { A: 0 } } })), ["2"]);
});

test("the switches change what is counted", () => {
  assert.deepEqual(model.casesNow(done()).outcomes, [true, true, false, false]);
  assert.deepEqual(model.casesNow(done({ outcome: "combat" })).outcomes, [true, false, false, false]);
  assert.deepEqual(model.casesNow(done({ turned: ["d"] })).outcomes, [true, true, false, true]);
  assert.deepEqual(model.casesNow(done({ once: true })).counts, [0.5, 0.5, 1, 1]);
  assert.deepEqual(model.casesNow(done({ coder: 2 })).values[0], [0, 0, 1]);
});

test("the result says hits, and all rules say whether they turn it", () => {
  const now = model.result(done());
  assert.deepEqual([now.hits, now.of, now.least, now.beats], [4, 4, 3, true]);
  const by = model.byRule(done());
  assert.deepEqual(by.map(({ rule, hits, turns }) => [rule, hits, turns]), [["sum", 4, false], ["product", 4, false], ["necessary", 4, false]]);
  assert.equal(words.ruleSentence(done()), "");
  assert.equal(words.conclusion(done()), "beats");
});

test("what is missing is named, and all ×1 is said", () => {
  assert.match(weightsMissing(state({ swings: { A: 1 } })), /weights_missing/);
  assert.equal(weightsMissing(state({ swings: SWINGS })), "rule_missing");
  assert.equal(weightsMissing(state({ swings: { A: 1, B: 1, C: 1 }, rule: "sum" })), "all_ones");
  assert.equal(weightsMissing(done()), "");
});

test("changed weights are not those that were kept, nor those that were registered", () => {
  assert.equal(model.weightsKept(done()), true);
  assert.equal(model.weightsKept(done({ rule: "product" })), false);
  assert.equal(model.weightsKept(done({ swings: { ...SWINGS, C: 3 } })), false);
  const last = { swings: SWINGS, rule: "sum", coder: 1, outcome: "force", half: "absent" };
  assert.equal(registeredAsNow(done({ half: "absent" }), last, model.registration(done({ half: "absent" }))), true);
  assert.equal(registeredAsNow(done({ half: "present" }), last, model.registration(done({ half: "present" }))), false);
  assert.equal(registeredAsNow(done({ half: "absent", rule: "product" }), last, model.registration(done({ half: "absent" }))), false);
});

test("Python is asked about the settings of now, and about a rival once one is named", () => {
  const { robust, lawyer } = model.asks(done({ outcome: "combat" }));
  assert.deepEqual(robust, { swings: SWINGS, rule: "sum", coder: 1, outcome: "combat", once: false, turned: [] });
  assert.equal(lawyer, undefined);
  assert.equal(model.asks(done({ disliked: "T" })).lawyer.account, "T");
});

test("disagreements, sets and the order of factors", () => {
  assert.deepEqual(model.apart(rows[1]), [true, false, true]);
  assert.deepEqual(model.bySeparation(model.casesNow(done())).map(({ place }) => place), [0, 2, 1]);
  assert.equal(model.sets(done()).relations, null); // a half is open
  const { relations, rows: table } = model.sets(done({ half: "present", qca: ["A", "B"] }));
  assert.equal(relations[0].necessity, 1);
  assert.deepEqual(table.map(({ present, contradictory }) => [present, contradictory]), [[[true, true], false], [[true, false], false], [[false, true], false]]);
});

test("numbers in words: halves, kappa, errors and samples that are no certainty", () => {
  assert.deepEqual([0, 0.5, 1].map(words.code), ["0", "½", "1"]);
  assert.deepEqual([16, 15.5].map(words.count), ["16", "15.5"]);
  assert.deepEqual([0.451, -0.2, 1, null, 0].map(kappaText), [".45", "−.20", "1.00", "–", ".00"]);
  assert.deepEqual([0.0035, 0.00005].map(words.errorText), ["0.4", "<0.1"]);
  assert.ok(words.sampled(1) < 1 && words.sampled(0) > 0 && words.sampled(0.5) === 0.5);
});
