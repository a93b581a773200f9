import assert from "node:assert/strict";
import { test } from "node:test";
import { scaleLinear } from "../src/scale.js";

test("the ends of the domain lie at the ends of the range, the middle in the middle", () => {
  const y = scaleLinear([0, 1], [170, 24]);
  assert.equal(y(0), 170);
  assert.equal(y(1), 24);
  assert.equal(y(0.5), 97);
  assert.equal(y(2), -122); // beyond the end the line goes on
});

test("the way back gives what one came from", () => {
  const x = scaleLinear([-100, 100], [10, 330]);
  for (const value of [-100, -3, 0, 0.5, 99]) {
    assert.ok(Math.abs(x.invert(x(value)) - value) < 1e-9);
  }
});
