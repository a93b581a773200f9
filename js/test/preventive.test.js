/** Preventive war in the browser, against cases that the Python model wrote (tests/cases). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as preventive from "../src/preventive.js";
import { MEDIANS_1992 } from "../src/prospect.js";

const { shift: cases } = JSON.parse(readFileSync(new URL("cases/preventive.json", import.meta.url), "utf8"));
const near = (found, wanted) => assert.ok(Math.abs(found - wanted) <= 1e-9, `${found}, not ${wanted}`);

test("waiting, fighting and both thresholds are Python's", () => {
  assert.ok(cases.some(({ fights }) => fights) && cases.some(({ prospect }) => prospect === null));
  for (const one of cases) {
    near(preventive.waiting(one.shift), one.waiting);
    assert.equal(preventive.fightsNow(one.shift), one.fights);
    near(preventive.calculatingThreshold(one.shift), one.threshold);
    for (const [key, lambda, reference] of [["prospect", 2.25], ["whole", 2.25, 1], ["mild", 1.31]]) {
      const found = preventive.prospectThreshold(one.shift, { ...MEDIANS_1992, loss_aversion: lambda }, reference);
      if (one[key] === null) assert.equal(found, null);
      else near(found, one[key]);
    }
  }
});
