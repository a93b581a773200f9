/** Prospect theory in the browser against cases that the Python model wrote (tests/cases). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as sums from "../src/prospect.js";

const cases = JSON.parse(readFileSync(new URL("cases/prospect.json", import.meta.url), "utf8"));
const near = (actual, expected, what) =>
  assert.ok(
    Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)),
    `${JSON.stringify(what)}: ${actual}, but Python has ${expected}`,
  );

/** Every kind of case has to be there, or the loops below would pass by saying nothing. */
const all = (name, least) => {
  assert.ok(cases[name]?.length >= least, `fewer than ${least} cases of ${name}`);
  return cases[name];
};

test("gains and losses are valued as in Python", () => {
  for (const one of all("value", 40)) near(sums.value(one.outcome, one.parameters), one.value, one);
});

test("probabilities are weighted as in Python", () => {
  for (const one of all("weighting", 60)) near(sums.weighting(one.probability, one.exponent), one.weight, one);
});

test("prospects get the same weights, value, sure equivalent and average", () => {
  for (const one of all("prospect", 300)) {
    const weights = sums.decisionWeights(one.prospect, one.parameters);
    assert.equal(weights.length, one.weights.length);
    weights.forEach((weight, n) => near(weight, one.weights[n], one));
    near(sums.prospectValue(one.prospect, one.parameters), one.value, one);
    near(sums.certaintyEquivalent(one.prospect, one.parameters), one.equivalent, one);
    near(sums.expectedValue(one.prospect), one.average, one);
  }
});

test("the problems of 1979 are predicted as in Python", () => {
  const seen = new Set();
  const [first] = all("problems", 90);
  assert.deepEqual(first.parameters, { ...sums.MEDIANS_1992 });
  for (const one of cases.problems) {
    assert.equal(sums.preferred(one.option_a, one.option_b, one.parameters), one.predicted, JSON.stringify(one));
    near(sums.prospectValue(one.option_a, one.parameters), one.values[0], one);
    near(sums.prospectValue(one.option_b, one.parameters), one.values[1], one);
    seen.add(one.problem);
  }
  assert.equal(seen.size, 16);
  assert.equal(sums.preferred([[4000, 0.8]], [[3000, 1]]), "B");
  assert.equal(sums.preferred([[-4000, 0.8]], [[-3000, 1]]), "A");
  assert.equal(sums.preferred([[50, 1]], [[50, 1]]), "tie");
});

test("the thresholds of an intervention are those of Python", () => {
  for (const one of all("thresholds", 40)) {
    near(sums.interventionThreshold(one.sure, one.worst, one.parameters), one.threshold, one);
    near(sums.expectedUtilityThreshold(one.sure, one.worst), one.expected_utility, one);
  }
  assert.equal(sums.interventionThreshold(80, 80), null);
  assert.equal(sums.interventionThreshold(0, 80), null);
});

test("the reference point moves the threshold as in Python", () => {
  for (const one of all("reference", 30)) near(sums.thresholdWithReference(one.reference, one.parameters), one.threshold, one);
  near(sums.finalStatesThreshold(), 3 / 7, "final states");
});

test("crossover and acceptance ratio", () => {
  const found = all("summary", 6);
  assert.ok(found.some((one) => one.crossover === null) && found.some((one) => one.crossover !== null));
  for (const one of found) {
    const here = sums.crossover(one.parameters);
    if (one.crossover === null) assert.equal(here, null, JSON.stringify(one));
    else near(here, one.crossover, one);
    near(sums.acceptanceRatio(one.parameters), one.acceptance, one);
  }
});
