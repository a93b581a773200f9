import assert from "node:assert/strict";
import { test } from "node:test";
import { drafts } from "../src/drafts.js";

function shelf() {
  const held = new Map();
  return {
    held,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, text) => held.set(name, text),
    removeItem: (name) => held.delete(name),
  };
}
const state = (text, revision = 0, last = "") => ({
  value: text === null ? {} : { text },
  record: { stages: revision ? { text: { revision, last: { text: last } } } : {} },
});
const typed = (store, ...states) => states.forEach(drafts("L0.exit", "text", store).keep);
const found = (store, now) => drafts("L0.exit", "text", store).find(now);

test("what was typed and not saved is found by the next drawing, under the same key only", () => {
  const store = shelf();
  typed(store, state("I thi"), state("I think"));
  assert.equal(found(store, state(null)), "I think");
  assert.equal(drafts("L1.exit", "text", store).find(state(null)), null);
});

test("a draft goes when it is saved, and when the box is emptied", () => {
  const store = shelf();
  typed(store, state("I think"), state("I think ", 1, "I think"));
  assert.equal(store.held.size, 0);
  typed(store, state("I thought", 1, "I think"), state("", 1, "I think"));
  assert.equal(store.held.size, 0);
});

test("a draft on top of a saved text comes back, unless something newer was saved", () => {
  const store = shelf();
  typed(store, state("I think so", 1, "I think"));
  assert.equal(found(store, state("I think", 1, "I think")), "I think so");
  assert.equal(found(store, state("No", 2, "No")), null);
  assert.equal(found(store, state("I think so", 1, "I think")), null); // it is in the box already
});

test("a browser that forbids storing, or is full, breaks nothing", () => {
  const no = () => {
    throw new Error("forbidden");
  };
  for (const store of [null, { getItem: no, setItem: no, removeItem: no }]) {
    typed(store, state("I think"), state("I think", 1, "I think"));
    assert.equal(found(store, state(null)), null);
  }
  assert.equal(found({ getItem: () => "nonsense" }, state(null)), null);
});
