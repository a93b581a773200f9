import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as factors from "../src/factors.js";

const cases = JSON.parse(readFileSync(new URL("./cases/factors.json", import.meta.url), "utf8"));
for (const name of ["models", "baselines", "sets"]) for (const one of cases[name]) one.cases = cases.tables[one.table];
const near = (a, b) => assert.ok(a === b || Math.abs(a - b) < 1e-9, `${a} is not ${b}`);
const all = (a, b) => {
  assert.equal(a.length, b.length);
  a.forEach((x, k) => near(x, b[k]));
};

test("weights, scores, thresholds, hits and chances are those of the Python model", () => {
  assert.ok(cases.models.length > 100);
  for (const one of cases.models) {
    const weights = factors.fromSwings(one.swings);
    all(weights, one.weights);
    all(one.cases.values.map((row) => factors.score(row, weights, one.rule)), one.scores);
    const fitted = factors.fit(one.cases, weights, one.rule);
    near(fitted.threshold, one.threshold);
    near(fitted.hits, one.hits);
    near(fitted.of, one.of);
    assert.deepEqual(fitted.says, one.says);
    all(factors.chances(one.cases, fitted), one.chances);
  }
});

test("baselines and separation are those of the Python model", () => {
  for (const one of cases.baselines) {
    const found = factors.baselines(one.cases);
    near(found.alwaysNo, one.always_no);
    near(found.bestSingle, one.best_single);
    near(found.equalWeights, one.equal_weights);
    assert.deepEqual(found.bestFactors, one.best_factors);
    near(Math.max(found.alwaysNo, found.bestSingle, found.equalWeights), one.bar);
    all(factors.separation(one.cases), one.separation);
  }
});

test("truth tables and relations are those of the Python model", () => {
  for (const one of cases.sets) {
    const rows = factors.truthTable(one.cases, one.chosen, one.half);
    assert.equal(rows.length, one.rows.length);
    rows.forEach((row, k) => {
      const other = one.rows[k];
      assert.deepEqual(row.present, other.present);
      assert.deepEqual(row.cases.map((n) => one.cases.names[n]), other.cases);
      for (const name of ["force", "n", "consistency", "coverage"]) near(row[name], other[name]);
      assert.equal(row.contradictory, other.contradictory);
    });
    factors.relations(one.cases, one.half).forEach((found, k) => {
      for (const name of ["necessity", "sufficiency", "without"]) near(found[name], one.relations[k][name]);
    });
  }
});

test("a half is refused until somebody says what it counts as", () => {
  const one = { names: ["a"], factors: ["A"], values: [[0.5]], outcomes: [true], counts: [1] };
  assert.equal(factors.dichotomise(one), null);
  assert.equal(factors.truthTable(one, ["A"]), null);
  assert.equal(factors.relations(one), null);
  assert.deepEqual(factors.dichotomise(one, "present"), [[true]]);
  assert.deepEqual(factors.dichotomise(one, "absent"), [[false]]);
});

test("no weights from a missing answer, nor from all answers ×1", () => {
  assert.equal(factors.fromSwings([1, null]), null);
  assert.equal(factors.fromSwings([1, 1]), null);
  assert.deepEqual(factors.fromSwings([10, 10]), [0.5, 0.5]);
});
