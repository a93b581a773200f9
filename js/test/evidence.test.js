import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as evidence from "../src/evidence.js";

const cases = JSON.parse(readFileSync(new URL("./cases/evidence.json", import.meta.url)));
const LETTERS = [..."TPIDLVS"];
const near = (a, b) => assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)), `${a} is not ${b}`);

test("the balance is the Python model's: beliefs, leaders, spread and flips", () => {
  assert.ok(cases.balance.length > 20);
  for (const { cards, ratings, scale, once, ...want } of cases.balance) {
    const counted = evidence.counts(cards, once);
    for (const id of Object.keys(counted)) near(counted[id], want.counted[id]);
    const shares = evidence.posterior(ratings, scale, counted, LETTERS);
    for (const h of LETTERS) near(shares[h], want.posterior[h]);
    assert.deepEqual(evidence.leaders(shares), want.leaders);
    for (const [id, row] of Object.entries(ratings)) {
      near(evidence.diagnosticity(LETTERS.map((h) => scale[row[h]])), want.diagnosticity[id]);
    }
    assert.deepEqual(evidence.flips(ratings, scale, counted, LETTERS).slice(0, 6), want.flips);
    assert.equal(evidence.tellsNothing(ratings), want.nothing);
  }
});

test("so are the tests: ratios and kinds over the whole square", () => {
  assert.equal(new Set(cases.tests.map(({ kind }) => kind)).size, 4);
  for (const { p, q, outcomes, kind } of cases.tests) {
    near(evidence.outcomes(p, q).passed, outcomes.passed);
    near(evidence.outcomes(p, q).failed, outcomes.failed);
    assert.equal(evidence.kindOf(p, q), kind);
  }
});

test("five chances must rise and stay between 0 and 1", () => {
  const good = { 1: 0.05, 2: 0.2, 3: 0.5, 4: 0.8, 5: 0.95 };
  assert.equal(evidence.scaleFault(good), "");
  for (const edge of [0, 1, null]) assert.equal(evidence.scaleFault({ ...good, 1: edge }), "edge");
  assert.equal(evidence.scaleFault({ ...good, 2: 0.5 }), "order");
});
