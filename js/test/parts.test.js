import assert from "node:assert/strict";
import { test } from "node:test";
import { alike, alreadyKept, clock, leaves, numberIn, percent, say, wordCount } from "../src/parts.js";

test("sentences are filled in by name, and unknown names stay visible", () => {
  assert.equal(say("{n} of {all}", { n: 0, all: 12 }), "0 of 12");
  assert.equal(say("{n} of {all}", { n: 1 }), "1 of {all}");
  assert.equal(say(undefined), "");
});

test("a share is never rounded to certainty", () => {
  assert.equal(percent(0.58), "58 %");
  assert.equal(percent(0.997), "more than 99 %");
  assert.equal(percent(1), "100 %");
  assert.equal(percent(0.003), "less than 1 %");
  assert.equal(percent(0), "0 %");
  assert.equal(percent(null), "–");
});

test("a number box takes whole input within its range, and nothing else", () => {
  assert.equal(numberIn("7", 0, 12), 7);
  assert.equal(numberIn("0,5", 0, 1), 0.5);
  assert.equal(numberIn("0", 0, 12), 0);
  for (const text of ["", " ", "13", "-1", "seven", "7x"]) assert.equal(numberIn(text, 0, 12), null);
});

test("keys stay in the figure, except those that leave it, run the cell or save", () => {
  const key = (name, held = {}) => leaves({ key: name, ...held });
  for (const name of ["ArrowLeft", "ArrowDown", "a", "d", " ", "Enter", "Home", "Backspace"]) {
    assert.equal(key(name), false, name);
  }
  assert.equal(key("Tab"), true);
  assert.equal(key("Escape"), true);
  assert.equal(key("Enter", { shiftKey: true }), true);
  assert.equal(key("Enter", { ctrlKey: true }), true);
  assert.equal(key("s", { ctrlKey: true }), true);
  assert.equal(key("S", { metaKey: true }), true);
  assert.equal(key("a", { ctrlKey: true }), false);
});

test("words are counted as a reader counts them", () => {
  assert.equal(wordCount(""), 0);
  assert.equal(wordCount(undefined), 0);
  assert.equal(wordCount("  one  two\nthree "), 3);
});

test("two values are alike whatever the order of their names", () => {
  assert.ok(alike({ a: 1, b: { c: null } }, { b: { c: null }, a: 1 }));
  assert.ok(!alike({ a: 1 }, { a: 1, b: 2 }));
  assert.ok(!alike({ a: 1, b: 2 }, { a: 1, c: 2 }));
  assert.ok(!alike({ a: null }, { a: {} }));
  assert.ok(!alike({ a: "1" }, { a: 1 }));
});

test("a time that is missing is left out", () => {
  assert.equal(clock(""), "");
  assert.equal(clock("soon"), "");
  assert.match(clock("2026-01-02T03:04:05+00:00"), /\d\d?:04/);
});

test("what Python adds to a commitment does not make the same value a new one", () => {
  const last = { weights: { a: 3, b: 8 }, leads: "first", share: 0.26 };
  assert.ok(alreadyKept(last, { weights: { b: 8, a: 3 } }));
  assert.ok(!alreadyKept(last, { weights: { a: 4, b: 8 } }));
  assert.ok(!alreadyKept(last, { weights: { a: 3, b: 8 }, form: "additive" }));
});
