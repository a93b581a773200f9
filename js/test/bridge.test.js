import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { ASK_AFTER, committedHere, createStore, PATIENCE, PUSH_AFTER } from "../src/bridge.js";

function linked(data = {}, asks) {
  const sent = [];
  const link = {
    live: true,
    push: (value) => sent.push(["push", value]),
    commit: (stage, value) => sent.push(["commit", stage, value]),
    ask: (id, question) => sent.push(["ask", id, question]),
  };
  const store = createStore({ kind: "check", ...data }, link, asks);
  return { store, sent };
}

test.beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
test.afterEach(() => mock.timers.reset());

test("an input is drawn at once, and Python hears of it once the hand rests", () => {
  const { store, sent } = linked();
  const drawn = [];
  store.subscribe((state) => drawn.push(state.value.x));
  for (const x of [1, 2, 3]) store.act.set({ x });
  assert.deepEqual(drawn, [1, 2, 3]);
  assert.deepEqual(sent, []);
  mock.timers.tick(PUSH_AFTER);
  assert.deepEqual(sent, [["push", { x: 3 }]]);
});

test("an echo of an old value does not undo what the hand is doing", () => {
  const { store } = linked();
  store.act.set({ x: 3 });
  store.hear.value({ x: 1 });
  assert.equal(store.get().value.x, 3);
  mock.timers.tick(PUSH_AFTER);
  store.hear.value({ x: 1 }); // now it comes from Python
  assert.equal(store.get().value.x, 1);
});

test("a commit sends the value first and waits for the record", () => {
  const { store, sent } = linked();
  store.act.set({ choice: "A" });
  store.act.commit("answer", { choice: "A" });
  assert.deepEqual(sent.map(([what]) => what), ["push", "commit"]);
  assert.equal(store.get().waiting, "answer");
  assert.equal(store.get().record.reveal, null);
  store.hear.record({ revision: 1, reveal: { correct: true } });
  assert.equal(store.get().waiting, "");
  assert.equal(store.get().record.reveal.correct, true);
});

test("a kernel that does not answer is remarked on, and an answer clears that", () => {
  const { store } = linked();
  store.act.commit("answer", {});
  mock.timers.tick(PATIENCE - 1);
  assert.equal(store.get().silent, false);
  mock.timers.tick(1);
  assert.equal(store.get().silent, true);
  store.hear.message("The journal could not be written.");
  assert.equal(store.get().silent, false);
  assert.equal(store.get().waiting, "");
});

test("Python clearing an old message is not an answer to a commit", () => {
  const { store } = linked({ message: "old" });
  store.act.commit("answer", {});
  store.hear.message("");
  assert.equal(store.get().waiting, "answer");
});

test("a question is asked once, after a rest, and its old answer is marked while it waits", () => {
  const { store, sent } = linked({}, ({ value }) => ("x" in value ? { share: { x: value.x } } : {}));
  store.act.set({ x: 1 });
  store.act.set({ x: 2 });
  mock.timers.tick(ASK_AFTER);
  assert.deepEqual(sent.filter(([what]) => what === "ask"), [["ask", "share", { x: 2 }]]);
  store.hear.answer("share", { x: 1 }, { share: 0.1 }); // too late: the learner has moved on
  assert.equal(store.get().answers.share.pending, true);
  store.hear.answer("share", { x: 2 }, { share: 0.2 });
  assert.deepEqual(store.get().answers.share, { question: { x: 2 }, pending: false, answer: { share: 0.2 } });
  store.act.set({ x: 3 });
  assert.deepEqual(store.get().answers.share, { question: { x: 3 }, pending: true, answer: { share: 0.2 } });
});

test("without a kernel nothing is asked", () => {
  const asked = [];
  const link = { live: false, push() {}, commit() {}, ask: (...all) => asked.push(all) };
  const store = createStore({ kind: "check" }, link, () => ({ share: {} }));
  store.act.set({ x: 1 });
  mock.timers.tick(ASK_AFTER);
  assert.deepEqual(asked, []);
});

test("two figures never share an id", () => {
  assert.notEqual(linked().store.act.id("x"), linked().store.act.id("x"));
});

test("two copies of the script on one page never share an id either", async () => {
  const copy = await import("../src/bridge.js?copy");
  const link = { live: false, push() {}, commit() {}, ask() {} };
  const ids = [createStore, copy.createStore, createStore].map((make) => make({ kind: "check" }, link).act.id("x"));
  assert.equal(new Set(ids).size, 3);
});

test("a commit on a page keeps the first answer and counts revisions", () => {
  const { record } = linked().store.get();
  const once = committedHere(record, "answer", { choice: "A" }, { correct: false });
  const twice = committedHere(once, "answer", { choice: "B" });
  assert.equal(twice.stages.answer.revision, 2);
  assert.deepEqual(twice.stages.answer.first, { choice: "A" });
  assert.deepEqual(twice.stages.answer.last, { choice: "B" });
  assert.deepEqual(twice.committed, { answer: { choice: "B" } });
  assert.deepEqual(once.stages.answer.last, { choice: "A" });
});
