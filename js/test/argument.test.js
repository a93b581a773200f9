import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as argument from "../src/argument.js";
import { drafts } from "../src/drafts.js";
import * as map from "../src/kinds/argument_map.js";
import * as controversy from "../src/kinds/controversy.js";

const cases = JSON.parse(readFileSync(new URL("cases/argument.json", import.meta.url)));
const [{ ids, names, words }] = cases.setting;
const echo = new Proxy({}, { get: (_, name) => String(name) });
const empty = { revision: 0, stages: {}, committed: {}, reveal: null };

test("both sides look for the same words", () => {
  const [strong, distance] = cases.words;
  assert.deepEqual(argument.TOO_STRONG, strong.words);
  assert.deepEqual(argument.AT_A_DISTANCE, distance.words);
});

test("ids, names and words are found as Python finds them", () => {
  assert.ok(cases.texts.length > 8);
  for (const row of cases.texts) {
    assert.deepEqual(argument.idsIn(row.text), row.ids, row.text);
    assert.deepEqual(argument.sourcesIn(row.text, ids, names), row.sources, row.text);
    assert.deepEqual(argument.wordsIn(row.text, argument.TOO_STRONG), row.strong, row.text);
    assert.deepEqual(argument.wordsIn(row.text, argument.AT_A_DISTANCE), row.distance, row.text);
  }
});

test("advice, sentence and Markdown are Python's", () => {
  for (const row of cases.maps) {
    assert.deepEqual(argument.flags(row.map, ids, names), row.flags);
    assert.equal(argument.sentence(row.map, words), row.sentence);
    assert.equal(argument.markdown(row.map, words), row.markdown);
  }
});

// The map -------------------------------------------------------------------------------------

const config = { messages: { ...echo, flag_unknown: "{part} {found} {first} {last}", written: "in {name}", file_name: "f", unsaved: "unsaved", restored: "back" }, ids, names };
const mapState = (value = {}, record = empty, more = {}) =>
  ({ config, value, record, local: {}, live: true, message: "", ...more });
const saved = (said) => ({ ...empty, stages: { map: { revision: 1, last: { ...said, flags: ["x"] } } } });

test("an empty map gets no advice; an id that does not exist is named", () => {
  assert.deepEqual(map.advice(mapState({ claim: "  " })), []);
  const found = map.advice(mapState({ grounds: "E99" }));
  assert.ok(found.some(({ part, text }) => part === "grounds" && text.includes("E99 E1 E24")));
});

test("a map that was saved says where it lies; one that was changed since says so", () => {
  const said = map.mapOf({ claim: "C" });
  assert.equal(map.standing(mapState({ claim: "C " }, saved(said))), "in f");
  assert.equal(map.standing(mapState({ claim: "C" }, saved(said), { live: false })), "");
  assert.equal(map.standing(mapState({ claim: "C" }, saved(said), { message: "no room" })), "");
  assert.equal(map.standing(mapState({ claim: "D" }, saved(said))), "unsaved");
  assert.equal(map.standing(mapState({ claim: "D" })), "");
});

test("text in a box is cut at the number of lines, and no letter is lost before", () => {
  assert.deepEqual(map.wrapped("one two three", 7, 4), ["one two", "three"]);
  assert.deepEqual(map.wrapped("aa bb cc dd", 2, 2), ["aa", "b…"]);
  assert.deepEqual(map.wrapped("abcdefgh", 4, 2), ["abc…"]);
  assert.deepEqual(map.wrapped("", 4, 2), []);
});

function shelf() {
  const held = new Map();
  return {
    held, getItem: (name) => held.get(name) ?? null,
    setItem: (name, text) => held.set(name, text), removeItem: (name) => held.delete(name),
  };
}

test("an unsaved map comes back, and is forgotten once saved", () => {
  const store = shelf();
  const kept = drafts("k", map.draft, store);
  kept.keep(mapState({ claim: "C", warrant: "W" }));
  const text = drafts("k", map.draft, store).find(mapState());
  assert.equal(kept.patch(text, mapState()).warrant, "W");
  assert.equal(map.standing(mapState({ claim: "C", warrant: "W" }, empty, { local: { restored: text } })), "back");
  kept.keep(mapState({ claim: "C", warrant: "W" }, saved(map.mapOf({ claim: "C", warrant: "W" }))));
  assert.equal(store.held.size, 0);
});

// The controversy -----------------------------------------------------------------------------

const letters = ["T", "I", "P"].map((letter) => ({ letter, name: letter, claim: letter }));
const cards = [{ id: "E1", date: "2004", text: "one" }, { id: "E2", date: "2005", text: "two" }];
const talk = { messages: echo, accounts: letters, cards };
const kept = (...steps) => ({
  ...empty,
  committed: { choose: { first: "T", second: "I", mode: "alone" } },
  stages: Object.fromEntries(steps.map((name) => [name, { revision: 1, last: { text: name, card: "E2" } }])),
});
const talkState = (value = {}, record = empty) => ({ config: talk, value, record });

test("two different accounts and a mode are needed to begin", () => {
  assert.equal(controversy.missingChoice(talkState({ first: "T", second: "T", mode: "pair" })), "same_twice");
  assert.equal(controversy.missingChoice(talkState({ first: "T", second: "I" })), "choose_both");
  assert.equal(controversy.missingChoice(talkState({ first: "T", second: "I", mode: "pair" })), "");
});

test("each step kept opens the next, for this pair only", () => {
  assert.equal(controversy.openSteps(talkState({}, kept("choose"))), 1);
  assert.equal(controversy.openSteps(talkState({}, kept("choose", "argue.T-I", "reply.T-I"))), 3);
  assert.equal(controversy.openSteps(talkState({}, kept("choose", "argue.I-T"))), 1);
  const all = controversy.STEPS.map((name) => `${name}.T-I`);
  assert.equal(controversy.openSteps(talkState({}, kept("choose", ...all))), 5);
  assert.equal(controversy.ending(talkState({}, kept("choose", ...all))), "done");
  assert.equal(controversy.ending(talkState({}, kept("choose"))), "");
});

test("a text alone is not enough for changing sides and for the joint statement", () => {
  const value = { texts: { "argue.T-I": "x", "swap.T-I": "x", "joint.T-I": "x" } };
  assert.equal(controversy.missing(talkState(), "argue", "T-I"), "write_first");
  assert.equal(controversy.missing(talkState(value), "argue", "T-I"), "");
  assert.equal(controversy.missing(talkState(value), "swap", "T-I"), "sign_first");
  assert.equal(controversy.missing(talkState(value), "joint", "T-I"), "card_first");
  const full = { ...value, signed: { "T-I": "no" }, cards: { "T-I": "E2" } };
  assert.equal(controversy.missing(talkState(full), "swap", "T-I"), "");
  assert.deepEqual(controversy.stepValue(talkState(full), "joint", "T-I"), { text: "x", card: "E2" });
});

test("remarks name the cards, and words that a holder would not write", () => {
  assert.deepEqual(controversy.remarks(talk, ""), ["none_named"]);
  assert.deepEqual(controversy.remarks(talk, "E1, supposedly"), ["named", "at_a_distance"]);
});

test("drafts of several steps come back beside what was kept", () => {
  const store = shelf();
  const record = kept("choose", "argue.T-I");
  const now = talkState({ texts: { "argue.T-I": "argue.T-I", "reply.T-I": "half a" } }, record);
  drafts("c", controversy.draft, store).keep(now);
  const fresh = talkState({ texts: { "argue.T-I": "argue.T-I" } }, record);
  const back = drafts("c", controversy.draft, store).find(fresh);
  assert.deepEqual(controversy.draft.patch(back, fresh).texts, { "argue.T-I": "argue.T-I", "reply.T-I": "half a" });
});
