import assert from "node:assert/strict";
import { test } from "node:test";
import { beside, magnified, numbered } from "../src/large.js";

const FINEST = 12;

test("the finest letters take the same part of the height of every screen", () => {
  assert.equal(Math.round(magnified(1920, 1080) * FINEST), 28);
  for (const [width, height] of [[1920, 1080], [1280, 720], [1024, 768], [3840, 2160]]) {
    assert.ok((magnified(width, height) * FINEST) / height > 0.0259, `${width} by ${height}`);
  }
});

test("a figure keeps room for two columns on a wide screen, and for one on any", () => {
  for (const [width, height] of [[1920, 1080], [1280, 720]]) {
    assert.ok(width / magnified(width, height) > 820);
  }
  for (const [width, height] of [[1024, 768], [768, 1024], [1000, 2000]]) {
    assert.ok(width / magnified(width, height) > 599.9, `${width} by ${height}`);
  }
});

test("nothing is drawn smaller than on the page, and a phone shows it as it is", () => {
  assert.equal(magnified(390, 844), 1);
  assert.equal(magnified(0, 0), 1);
  assert.equal(magnified(1920, 1080, -40), 1);
});

test("letters grow and shrink on request, as far as there is room", () => {
  const [small, fit, large] = [-1, 0, 1].map((step) => magnified(1920, 1080, step));
  assert.ok(small < fit && fit < large);
  assert.ok(1024 / magnified(1024, 768, 40) >= 339.9);
  assert.ok(magnified(390, 844, 40) < 1.2);
});

test("a step's button shows the number in its name, or its place where none has a number", () => {
  const said = (names) => numbered(names).map(({ n, name }) => `${n}|${name}`);
  assert.deepEqual(said(["1 · Predict", "2. Rate: 3 cards"]), ["1|Predict", "2|Rate: 3 cards"]);
  assert.deepEqual(said(["Move it", "Why"]), ["1|Move it", "2|Why"]);
  assert.deepEqual(said(["Choose two", "1 · Argue"]), ["•|Choose two", "1|Argue"]);
  assert.deepEqual(said(["1979 and today", "Why"]), ["1|1979 and today", "2|Why"]);
});

test("all that is beside a figure is found, up to the body, and nothing that holds it", () => {
  const node = (name, ...children) => {
    const made = { name, children, parentElement: null };
    for (const child of children) child.parentElement = made;
    return made;
  };
  const figure = node("figure", node("inside"));
  const cell = node("cell", node("code"), figure);
  const body = node("body", node("menu"), node("lesson", node("cell 1"), cell), node("foot"));
  node("html", node("head"), body);
  globalThis.document = { body };
  try {
    assert.deepEqual(beside(figure).map(({ name }) => name), ["code", "cell 1", "menu", "foot"]);
    assert.deepEqual(beside(body), []);
  } finally {
    delete globalThis.document;
  }
});
