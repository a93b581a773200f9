import assert from "node:assert/strict";
import { test } from "node:test";
import * as check from "../src/kinds/check.js";
import * as note from "../src/kinds/note.js";
import { kappaText, plain } from "../src/parts.js";
import * as sorter from "../src/kinds/claim_sorter.js";

const words = new Proxy({}, { get: (_, name) => String(name) });
const empty = { revision: 0, time: "", committed: {}, stages: {}, reveal: null };
const judged = (choice, reveal, revision = 1) => ({
  revision,
  committed: { answer: { choice } },
  stages: { answer: { revision, first: { choice }, last: { choice } } },
  reveal,
});

test("a check asks for a choice, and sends what was put in", () => {
  assert.equal(check.missing({ messages: words }, {}), "choose");
  assert.equal(check.missing({ messages: words }, { choice: "B" }), "");
  assert.deepEqual(check.answerOf({ choice: "B" }), { choice: "B", sure: null, hints: 0 });
});

test("nothing is said before the commit, and only what Python opened after it", () => {
  const config = { messages: words };
  assert.deepEqual(check.verdict({ config, record: empty }), { head: "", reveal: null });
  const right = judged("B", { correct: true });
  assert.equal(check.verdict({ config, record: right }).head, "right");
  const wrong = judged("A", { correct: false });
  assert.equal(check.verdict({ config, record: wrong }).head, "not_yet");
  assert.equal(check.verdict({ config, record: judged("A", null) }).head, "in_notebook");
  const open = { messages: words, open: true };
  assert.equal(check.verdict({ config: open, record: judged("A", { correct: null }) }).head, "kept_open");
});

test("feedback is marked when another option has been chosen since", () => {
  const record = judged("A", { correct: false });
  assert.equal(check.stale({ record, value: { choice: "A" } }), false);
  assert.equal(check.stale({ record, value: { choice: "B" } }), true);
  assert.equal(check.stale({ record: empty, value: { choice: "B" } }), false);
});

test("opening a hint after the commit is no new answer", () => {
  const record = judged("A", { correct: false });
  assert.equal(check.unchanged(record, { choice: "A", hints: 1 }), true);
  assert.equal(check.unchanged(record, { choice: "A", sure: "guess" }), false);
  assert.equal(check.unchanged(record, { choice: "B" }), false);
  assert.equal(check.unchanged(empty, { choice: "A" }), false);
});

test("on a page all answers open when right or at the second try, and never without feedback", () => {
  const feedback = [
    { id: "A", correct: false, feedback: "no" },
    { id: "B", correct: true, feedback: "yes" },
  ];
  const config = { feedback };
  const first = check.revealHere({ config, record: empty }, "answer", { choice: "A" });
  assert.equal(first.all, null);
  const second = check.revealHere({ config, record: judged("A", first) }, "answer", { choice: "A" });
  assert.deepEqual(second.all.map(({ id }) => id), ["B"]);
  const right = check.revealHere({ config, record: empty }, "answer", { choice: "B" });
  assert.deepEqual(right.all.map(({ id }) => id), ["A"]);
  assert.equal(check.revealHere({ config: {}, record: empty }, "answer", { choice: "A" }), null);
});

test("a note must be more than its starter, and its length is told", () => {
  const config = { messages: words, words: [2, 3], starter: "I claim" };
  assert.equal(note.missing(config, "I claim"), "write_first");
  assert.equal(note.missing(config, "  "), "write_first");
  assert.equal(note.missing(config, "I claim that"), "");
  assert.equal(note.lengthSentence(config, "one"), "count_short");
  assert.equal(note.lengthSentence(config, "one two"), "count_good");
  assert.equal(note.lengthSentence(config, "one two three four"), "count_long");
  assert.equal(note.lengthSentence({ messages: words, words: null }, "one"), "count");
});

test("a text that was saved a little short, changed since, or brought back says so", () => {
  const config = { messages: words, words: [3, 9] };
  const kept = (text) => ({ stages: { text: { revision: 1, last: { text } } } });
  const says = (text, record = { stages: {} }, local = {}) => note.standing({ config, record, local, value: { text } });
  assert.equal(says("one"), "");
  assert.equal(says("one two", kept("one two")), "saved_short");
  assert.equal(says("one two three\n", kept("one two three")), "");
  assert.equal(says("one two three four", kept("one")), "unsaved");
  assert.equal(says("one two", kept("one"), { restored: "one two" }), "restored");
  assert.equal(says("one two three", { stages: {} }, { restored: "one two" }), "");
});

test("no asterisks of prose are shown, and no product loses its sign", () => {
  assert.equal(plain("It is *not* so (*really*)."), "It is not so (really).");
  assert.equal(plain("2*3*4 = 24"), "2*3*4 = 24");
  assert.equal(plain(undefined), "");
});

const types = ["factual", "causal", "normative"].map((id) => ({ id, name: id }));
const config = { claims: [{ id: "A-c1" }, { id: "A-c2" }], types, layers: [], messages: words };

test("a claim is sorted when it has a type and a speaker", () => {
  const value = { sorted: { "A-c1": { type: "causal", layer: "own" }, "A-c2": { type: "causal" } } };
  assert.equal(sorter.sortedCount(config, {}), 0);
  assert.equal(sorter.sortedCount(config, value), 1);
  assert.deepEqual(sorter.sortingOf(config, value), {
    claims: { "A-c1": { type: "causal", layer: "own" } },
  });
});

test("where nobody has recorded who speaks, a type is enough", () => {
  const pack = { ...config, who: false };
  const value = { sorted: { "A-c1": { type: "causal" } } };
  assert.equal(sorter.sortedCount(pack, value), 1);
  assert.deepEqual(sorter.sortingOf(pack, value), { claims: { "A-c1": { type: "causal" } } });
  const reveal = {
    causal: { predicted: 1, mine: 1, first: 1, second: null },
    factual: { mine: 0, both: 0, either: 0 },
    layers: { same: 0 },
  };
  assert.ok(!sorter.summary(pack, reveal).includes("layers_against"));
  assert.ok(sorter.summary(config, reveal).includes("layers_against"));
});

test("who chose which type, the most chosen first", () => {
  const chosen = [["you", "normative"], ["coder 1", "causal"], ["coder 2", "causal"]];
  assert.deepEqual(sorter.voices(types, chosen), [
    { type: "causal", who: ["coder 1", "coder 2"] },
    { type: "normative", who: ["you"] },
  ]);
});

test("kappa is printed as the field prints it", () => {
  assert.equal(kappaText(0.4), ".40");
  assert.equal(kappaText(1), "1.00");
  assert.equal(kappaText(-0.25), "−.25");
  assert.equal(kappaText(-0.001), ".00");
  assert.equal(kappaText(null), "–");
});

test("either speaker will do where the text leaves open who speaks", () => {
  const said = (layers, chosen) => sorter.speaker(config, layers, chosen);
  assert.equal(said(["own"], "own"), "layer_same");
  assert.equal(said(["own"], "reported"), "layer_other");
  assert.equal(said(["own", "reported"], "own"), "layer_open");
  assert.equal(said(["own", "reported"], "reported"), "layer_open");
  assert.equal(said(["own", "reported"], "quoted"), "layer_open_other");
});

test("the summary says when nobody has sorted the claims a second time", () => {
  const reveal = (second, factual) => ({ causal: { predicted: 5, mine: 4, first: 4, second }, factual, layers: { same: 1 } });
  assert.deepEqual(sorter.summary(config, reveal(3, { mine: 2, both: 1, either: 2 })), [
    "guess_against", "factual_split", "layers_against",
  ]);
  assert.deepEqual(sorter.summary(config, reveal(null, { mine: 2, both: 1, either: 1 })), [
    "guess_against_one", "factual_coder", "layers_against", "one_coder",
  ]);
});

test("what became of the claims filed as factual has words for none, one and more", () => {
  const says = (mine, both, either, second = 3) =>
    sorter.factualSentence(config, { causal: { second }, factual: { mine, both, either } });
  assert.equal(says(0, 0, 0), "factual_none");
  assert.deepEqual([says(1, 0, 0), says(1, 0, 1), says(1, 1, 1)], ["factual_single_not", "factual_single_either", "factual_single_both"]);
  assert.deepEqual([says(2, 0, 0), says(2, 0, 1), says(2, 1, 1)], ["factual_neither", "factual_split", "factual_both"]);
  assert.deepEqual([says(1, 0, 0, null), says(1, 1, 1, null), says(2, 0, 0, null)], ["factual_single_coder_not", "factual_single_coder", "factual_coder"]);
});

test("the claims still open are named, and those on which the learner stands alone", () => {
  const claims = ["a", "b", "c"].map((id) => ({ id }));
  const three = { ...config, claims, messages: { progress_none: "none of {n}", progress: "{done}/{n}: {open}", progress_one: "only {open}",
    apart: "{who} {numbers}", apart_single: "{who} single {numbers}", apart_none: "nowhere", both_coders: "both", and: "and" } };
  const full = { type: "causal", layer: "own" };
  const says = (sorted) => sorter.progress(three, { sorted });
  assert.deepEqual([says({}), says({ b: full }), says({ a: full, b: full, c: { type: "causal" } }), says({ a: full, b: full, c: full })],
    ["none of 3", "1/3: 1, 3", "only 3", ""]);
  const reveal = { causal: { second: 1 }, claims: { a: { first: "x", second: "y" }, b: { first: "x", second: "causal" }, c: { first: "x", second: "x" } } };
  const apart = (...types) => sorter.apartSentence(three, reveal, Object.fromEntries(types.map((type, k) => [claims[k].id, { type }])));
  assert.deepEqual([apart("causal", "causal", "causal"), apart("y", "causal", "causal"), apart("x", "x", "x")], ["both 1 and 3", "both single 3", "nowhere"]);
});
