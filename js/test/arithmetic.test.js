/** The browser's arithmetic against cases that the Python models wrote (tests/cases). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as sums from "../src/arithmetic.js";
import { indexOf } from "../src/kinds/reweigher.js";

const cases = JSON.parse(readFileSync(new URL("cases/weighing.json", import.meta.url), "utf8"));
const near = (actual, expected, what, scale = 1) =>
  assert.ok(
    Math.abs(actual - expected) <= 1e-9 * Math.max(scale, Math.abs(expected)),
    `${JSON.stringify(what)}: ${actual}, but Python has ${expected}`,
  );

/** Every kind of case has to be there, or the loops below would pass by saying nothing. */
const all = (name, least) => {
  assert.ok(cases[name]?.length >= least, `fewer than ${least} cases of ${name}`);
  return cases[name];
};

test("the share of weightings, and dominance", () => {
  for (const one of all("share_holding", 50)) {
    near(sums.shareHolding(one.contrasts), one.share, one);
    assert.equal(sums.dominance(one.contrasts), one.dominance, JSON.stringify(one));
  }
});

test("the share among weightings that keep an order", () => {
  for (const one of all("share_in_order", 200)) near(sums.shareInOrder(one.contrasts, one.order), one.share, one);
});

test("the distance to the flip, and where it flips", () => {
  for (const one of all("distance_to_flip", 200)) {
    const flip = sums.distanceToFlip(one.contrasts, one.weights);
    if (one.flip === null) {
      assert.equal(flip, null, JSON.stringify(one));
      continue;
    }
    near(flip.distance, one.flip.distance, one);
    flip.weights.forEach((w, k) => near(w, one.flip.weights[k], one));
  }
});

test("games: kind, critical belief, choice", () => {
  for (const one of all("game", 15)) {
    assert.equal(sums.gameKind(one), one.kind);
    const belief = sums.criticalBelief(one);
    if (one.critical_belief === null) assert.equal(belief, null);
    else near(belief, one.critical_belief, one);
    for (const [q, choice] of one.choices) assert.equal(sums.choice(one, q), choice, JSON.stringify([one, q]));
  }
});

test("the belief after a defensive posture", () => {
  for (const one of all("belief_after_defensive_posture", 30)) {
    near(sums.beliefAfterDefensivePosture(one.prior, one.distinguishability), one.belief, one);
  }
});

test("the four worlds", () => {
  for (const { prior, worlds } of all("four_worlds", 5)) {
    for (const one of worlds) {
      const game = sums.payoffs(one.offence);
      for (const name of Object.keys(one.game)) near(game[name], one.game[name], one);
      const belief = sums.beliefAfterDefensivePosture(prior, one.distinguishability);
      near(belief, one.belief, one);
      assert.equal(sums.choice(game, belief), one.choice, JSON.stringify([prior, one]));
    }
  }
});

test("the arms race", () => {
  for (const one of all("spiral", 30)) {
    const levels = sums.spiral(one.offence, one.distinguishability);
    assert.equal(levels.length, one.levels.length);
    levels.forEach((level, n) => near(level, one.levels[n], one));
    assert.equal(sums.settles(one.offence, one.distinguishability), one.settles, JSON.stringify(one));
  }
});

test("the index of power under any weights", () => {
  for (const one of all("weighted_index", 50)) {
    const names = Object.keys(one.shares);
    near(indexOf(names.map((n) => one.shares[n]), names.map((n) => one.weights[n])), one.index, one);
  }
});

test("weights are scaled, or refused while one is missing, negative, infinite, or all are zero", () => {
  assert.deepEqual(sums.normalise([3, 1]), [0.75, 0.25]);
  for (const bad of [[], [1, null], [1, undefined], [1, NaN], [1, -1], [Infinity, 1], [0, 0]]) {
    assert.equal(sums.normalise(bad), null);
  }
  for (const w of sums.normalise([1e308, 1e308])) near(w, 0.5, "huge");
});

test("an order is read off the weights, ties share a group", () => {
  assert.deepEqual(sums.orderOf([2, 5, 2, 0]), [[1], [0, 2], [3]]);
  assert.equal(sums.strictOrders([[1], [0, 2], [3]]).length, 2);
});
