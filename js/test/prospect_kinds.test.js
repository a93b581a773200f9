/** Choose First and the Curve Lab: what they say, as pure functions of the state. */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as choose from "../src/kinds/choose_first.js";
import * as lab from "../src/kinds/curve_lab.js";
import { MEDIANS_1992 } from "../src/prospect.js";

const words = new Proxy({}, { get: (_, name) => String(name) });

test("an option is told in words: sure or by chance, gain or loss", () => {
  assert.equal(choose.option(words, [[3000, 1]]), "win_sure");
  assert.equal(choose.option(words, [[-500, 1]]), "lose_sure");
  assert.equal(choose.option({ win: "{p} of {x}" }, [[5000, 0.001]]), "0.1 of 5,000");
  assert.equal(choose.option({ lose: "{p} of {x}" }, [[-4000, 0.8]]), "80 of 4,000");
});

test("what is open is named by its place in one's own order", () => {
  const state = (choices, order = ["12", "3", "4"]) => ({ config: { messages: { open_one: "one {numbers}", open_many: "many {numbers}", and: "&" } }, value: { choices }, record: { reveal: { order } } });
  assert.deepEqual(choose.openOnes(["12", "3"], { 3: "A" }), [1]);
  assert.equal(choose.missing(state({})), "many 1, 2 & 3");
  assert.equal(choose.missing(state({ 12: "A", 3: "B" })), "one 3");
  assert.equal(choose.missing(state({ 12: "A", 3: "B", 4: "A" })), "");
});

test("the majority is counted by what was chosen", () => {
  const others = { 3: { A: 20, B: 80 }, 4: { A: 65, B: 35 } };
  assert.equal(choose.withMajority(others, { 3: "B", 4: "A" }), 2);
  assert.equal(choose.withMajority(others, { 3: "A", 4: "A" }), 1);
});

const problems = [
  { id: "3", a: [[4000, 0.8]], b: [[3000, 1]], majority: "B", percent: 80 },
  { id: "7'", a: [[-6000, 0.45]], b: [[-3000, 0.9]], majority: "A", percent: 92 },
];
const state = (value = {}) => ({
  config: { medians: { ...MEDIANS_1992 }, all: 2, sure: 40, gamble: [70, 0.5], mixed: [[100, 0.5], [-50, 0.5]],
    messages: { result: "{n} of {all}.", result_all: "all", result_missed: "misses {numbers}.", result_predicted: "said {count}", tie: "tied {numbers}", and: "&" } },
  value, record: { stages: { predict: { last: { count: 1 } } }, reveal: { problems } },
});

test("a parameter that was not moved is the median, and curvature is the same on both sides", () => {
  assert.deepEqual(lab.parameters(state()), { ...MEDIANS_1992 });
  const bent = lab.parameters(state({ alpha: 0.5 }));
  assert.equal(bent.alpha, 0.5);
  assert.equal(bent.beta, 0.5);
});

test("the sentence counts the majorities and names the misses", () => {
  assert.equal(lab.sentence(state()), "1 of 2. misses 7′. said 1");
  const straight = state({ alpha: 1, loss_aversion: 1, gamma: 1, delta: 1 });
  assert.match(lab.sentence(straight), /tied 7′/);
});

test("between two losses λ changes both values alike; over the coin it decides", () => {
  const [low, high] = [1, 3].map((lambda) => lab.demonstration(state(), lambda));
  assert.ok(low.gamble > low.sure && high.gamble > high.sure);
  assert.ok(Math.abs(high.gamble / high.sure - low.gamble / low.sure) < 1e-9);
  assert.ok(low.coin > 0 && high.coin < 0);
  assert.ok(Math.abs(lab.demonstration(state(), low.turn).coin) < 1e-9);
});

test("a problem keeps the number under which it was asked", () => {
  assert.equal(choose.place(["12", "3'", "4"], "3'"), 2);
});
