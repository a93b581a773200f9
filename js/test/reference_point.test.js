/** The Reference Point and the Domain Coder: what they say, as pure functions of the state. */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as domain from "../src/kinds/domain_coder.js";
import * as point from "../src/kinds/reference_point.js";
import { kappaText } from "../src/parts.js";
import { MEDIANS_1992 } from "../src/prospect.js";

const states = { nothing: 60, success: 100, failure: 30 };
const messages = { result: "{reference}: {p} against {eu}.", bolder: "bolder", careful: "careful", alike: "alike", lambda_nothing: "no λ", lambda_nothing_gains: "no λ, gains",
  gain: "+{x}", loss: "−{x}", zero: "0", map_says: "{p} {eu} {so} {bolder}+{careful} of {all}",
  twin_war: "war {war}", twin_wait: "wait {wait}", twin_fights: "fights", twin_waits: "waits", twin_no_shift: "no shift", twin_seen_today: "now {now}", twin_seen_whole: "all", twin_prospect: "{seen} {p} {eu} {chance} {does}", twin_prospect_none: "none", twin_same: "same", twin_part: "part", does_fight: "does", does_wait: "does not" };
const state = (value = {}) => ({ config: { states, medians: { ...MEDIANS_1992 }, twin: { now: 0.6, later: 0.3, cost_a: 0.1, cost_b: 0.1 }, messages }, value, record: { stages: {} } });

test("the same endings ask for other chances from elsewhere", () => {
  assert.equal(point.sentence(state()), "100: 26.9 against 42.9. bolder no λ");
  assert.equal(point.sentence(state({ reference: 60 })), "60: 72.1 against 42.9. careful");
  assert.match(point.sentence(state({ reference: 30 })), /^30: 60\.1 .* careful no λ, gains$/);
  assert.equal(point.sentence(state({ lambda: 1 })), point.sentence(state({ lambda: 2.25 })));
  assert.notEqual(point.sentence(state({ reference: 60, lambda: 1 })), point.sentence(state({ reference: 60 })));
});

test("an ending is a gain or a loss only from somewhere", () => {
  assert.equal(point.change(messages, 60, 100), "−40");
  assert.equal(point.change(messages, 100, 60), "+40");
  assert.equal(point.change(messages, 60, 60), "0");
});

test("the map has bolder and more careful squares, and the crossover lies between them", () => {
  const cells = point.mapCells(states, point.parameters(state()));
  const kinds = new Set(cells.map(({ which }) => which));
  assert.ok(kinds.has("bolder") && kinds.has("careful"));
  const column = cells.filter(({ i }) => i === Math.max(...cells.map((cell) => cell.i))).sort((a, b) => a.j - b.j);
  assert.equal(column[0].which, "careful");
  assert.equal(column.at(-1).which, "bolder");
  assert.match(point.mapSentence(state()), /26\.9 42\.9 bolder/);
});

test("the twins say when they agree and when they part", () => {
  const base = point.twinSentences(state());
  assert.ok(base.lines.includes("fights") && base.same);
  const none = point.twinSentences(state({ later: 0.6 }));
  assert.ok(none.lines.includes("no shift") && none.lines.includes("waits"));
  const parted = [];
  for (let now = 0.3; now <= 0.95; now += 0.05) for (let later = 0; later < now; later += 0.05) {
    const { same } = point.twinSentences(state({ now, later }));
    if (same === false) parted.push([now, later]);
  }
  assert.ok(parted.length > 0, "somewhere the theories expect different acts");
});

test("seen from the whole, prospect theory fights where the calculator waits", () => {
  const shift = { now: 0.45, later: 0.3 };
  assert.equal(point.twinSentences(state(shift)).same, true);
  const whole = point.twinSentences(state({ ...shift, twin_reference: "whole" }));
  assert.equal(whole.same, false);
  assert.ok(whole.lines.includes("waits") && whole.lines.some((line) => /^all .* does$/.test(line)));
});

test("losses are counted before force and before restraint", () => {
  const who = { X1: { force: true }, X2: { force: false }, X3: { force: true } };
  assert.deepEqual(domain.byOutcome({ X1: "losses", X2: "losses", X3: "gains" }, who), { force: 1, all_force: 2, calm: 1, all_calm: 1 });
  assert.equal(kappaText(-0.2), "−.20");
  assert.equal(kappaText(null), "–");
});

test("statements without a code are named", () => {
  const coder = { config: { extracts: [{ id: "X1" }, { id: "X2" }], domains: ["gains", "losses"], messages: { missing_one: "{ids}", missing_many: "{ids}", and: "&" } }, value: { codes: { X1: "fear" } } };
  assert.equal(domain.missing(coder), "X1 & X2");
  coder.value.codes = { X1: "gains", X2: "losses" };
  assert.equal(domain.missing(coder), "");
});

test("what the endings cost is counted from the old position", () => {
  assert.deepEqual(point.costs(states), { success: 100, nothing: 60, sure: 40, worst: 70, down: 30 });
});
