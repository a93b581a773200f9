import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { penalty, scoreText, sharesOf } from "../src/forecasts.js";
import * as diary from "../src/kinds/odds_diary.js";
import * as holdout from "../src/kinds/holdout.js";
import * as verdict from "../src/kinds/verdict.js";

const cases = JSON.parse(readFileSync(new URL("cases/forecasting.json", import.meta.url)));
const near = (one, other) => assert.ok(Math.abs(one - other) < 1e-9, `${one} is not ${other}`);

test("penalties are the ones Python gives", () => {
  assert.ok(cases.penalty.length > 10);
  for (const { chance, happened, penalty: wanted } of cases.penalty) near(penalty(chance, happened), wanted);
});

test("shares of points are the ones Python gives", () => {
  assert.ok(cases.shares.length > 3);
  for (const { points, shares } of cases.shares) sharesOf(points).forEach((share, n) => near(share, shares[n]));
});

test("what is no chance has no penalty, and unset or empty points no shares", () => {
  for (const chance of [null, NaN, -0.1, 1.1]) assert.equal(penalty(chance, true), null);
  assert.equal(sharesOf([null, 3]), null);
  assert.equal(sharesOf([0, 0]), null);
  assert.equal(sharesOf([]), null);
});

test("a score is printed in the style of the field, and never rounded to perfection", () => {
  assert.equal(scoreText(0.2109), ".21");
  assert.equal(scoreText(0.0025), ".0025");
  assert.equal(scoreText((0.9 - 1) ** 2), ".01");
  assert.equal(scoreText(0), "0");
  assert.equal(scoreText(1), "1");
  assert.equal(scoreText(null), "–");
});

const words = {
  if_said: "{n}: {yes} or {no}", better: "better", worse: "worse", level: "level",
  running: "{n} of {all}: {mine} {base}", running_model: "{n} of {all}: {mine} {base} {model}",
  recognised_says: "{yes} {no} {unsure} {open}", recognised_none: "none", recognised_all: "all", recognised_rest: "rest {n} {mine} {base}",
  views: "views {n}.", views_0: "none", views_now: "now", views_counted: "counted", views_exploratory: "exploratory",
};
const config = {
  messages: words,
  cases: [{ id: "case-1", values: { LOSS: { 1: 1 } } }, { id: "case-2", values: { LOSS: { 1: 0, 2: 0.5 } } }],
};

test("the first closed card is the next one, until none is left", () => {
  assert.equal(holdout.closedCase(config, null).id, "case-1");
  const one = holdout.closedCase(config, { opened: [{ case: "case-1" }] });
  assert.deepEqual([one.id, one.number], ["case-2", 2]);
  assert.equal(holdout.closedCase(config, { opened: [{ case: "case-2" }, { case: "case-1" }] }), null);
});

test("the cost of a forecast is said both ways, and not at all while it is unset", () => {
  assert.equal(holdout.costSentence(config, 30), "30: .49 or .09");
  assert.equal(holdout.costSentence(config, 0), "0: 1 or 0");
  assert.equal(holdout.costSentence(config, null), "");
});

test("standing against the base rate: ahead, behind, level, in the numbers that are printed", () => {
  assert.equal(holdout.standing(config, { mine: 0.18, base: 0.21 }), "better");
  assert.equal(holdout.standing(config, { mine: 0.21, base: 0.18 }), "worse");
  assert.equal(holdout.standing(config, { mine: 0, base: 0 }), "level");
  // What is printed alike is not called better.
  assert.equal(holdout.standing(config, { mine: 0.1801, base: 0.1802 }), "level");
});

test("recognised cards are counted, and the rest scored only where there is one", () => {
  const said = (found) => holdout.recognisedSentence(config, found);
  assert.equal(said(null), "");
  assert.equal(said({ yes: 0, no: 0, unsure: 0, rest: null }), "");
  assert.equal(said({ yes: 0, no: 1, unsure: 0, rest: null }), "0 1 0 1 none");
  assert.equal(said({ yes: 2, no: 0, unsure: 0, rest: null }), "2 0 0 0 all");
  assert.equal(said({ yes: 1, no: 0, unsure: 1, rest: { n: 1, mine: 0.04, base: 0.09 } }), "1 0 1 0 rest 1 .04 .09");
});

test("the running score names the model only when there is one", () => {
  const force = { n: 1, mine: 0.25, base: 0.16, model: null };
  assert.equal(holdout.runningSentence(config, { scores: { force } }), "1 of 2: .25 .16");
  const with_model = { scores: { force: { ...force, model: 0.09 } } };
  assert.equal(holdout.runningSentence(config, with_model), "1 of 2: .25 .16 .09");
});

test("every later view is called exploratory", () => {
  const said = (reveal) => holdout.viewsSentence(config, { opened: [], done: false, view: 1, views: 0, ...reveal });
  assert.equal(said({}), "views 0. none");
  assert.equal(said({ views: 1, opened: [1] }), "views 1. now");
  assert.equal(said({ views: 1, opened: [1], done: true }), "views 1. counted");
  assert.equal(said({ views: 2, view: 2, opened: [1], done: true }), "views 2. exploratory");
});

test("a second coder has a column only where there is one", () => {
  assert.deepEqual(holdout.codersOf(config), ["1", "2"]);
  assert.deepEqual(holdout.codersOf({ cases: config.cases.slice(0, 1) }), ["1"]);
});

const diaryConfig = {
  messages: { missing: "{n} of {all}", all_zero: "zero", total: "{leader} {share}", total_tie: "{leaders} {share}", and: "and" },
  lines: [{ id: "T", name: "To keep away." }, { id: "P", name: "Loss" }],
};

test("the diary waits for every line, and for one that is not 0", () => {
  assert.equal(diary.missing(diaryConfig, {}), "2 of 2");
  assert.equal(diary.missing(diaryConfig, { T: 0 }), "1 of 2");
  assert.equal(diary.missing(diaryConfig, { T: 0, P: 0 }), "zero");
  assert.equal(diary.missing(diaryConfig, { T: 0, P: 5 }), "");
  assert.deepEqual(diary.pointsOf(diaryConfig, { points: { T: 5, P: null, Z: 9 } }), { T: 5 });
});

test("the diary names who leads, and a tie", () => {
  assert.equal(diary.leaderSentence(diaryConfig, { T: 30, P: 10 }), '"To keep away" 75 %');
  assert.equal(diary.leaderSentence(diaryConfig, { T: 5, P: 5 }), '"To keep away" and "Loss" 50 %');
  assert.equal(diary.leaderSentence(diaryConfig, { T: 5 }), "");
});

const verdictConfig = {
  messages: { nothing: "nothing", missing_tool: "tool", missing_conclusion: "conclusion", line_open: "open" },
  tools: [
    { id: "threat", holds: "holds", flips: "flips", missing: "" },
    { id: "factors", holds: "", flips: "", missing: "lesson 7" },
  ],
};

test("the verdict wants a tool with something in the journal, then a conclusion", () => {
  assert.equal(verdict.missing(verdictConfig, {}), "tool");
  assert.equal(verdict.missing(verdictConfig, { tool: "factors", conclusion: "x" }), "tool");
  assert.equal(verdict.missing(verdictConfig, { tool: "threat", conclusion: " " }), "conclusion");
  assert.equal(verdict.missing(verdictConfig, { tool: "threat", conclusion: "x" }), "");
  assert.equal(verdict.missing({ ...verdictConfig, tools: [verdictConfig.tools[1]] }, {}), "nothing");
  assert.deepEqual(verdict.linesOf(verdictConfig, { tool: "threat" }), ["open", "holds", "flips"]);
});

test("a kept verdict draws what the journal held when it was kept, not when the cell ran", () => {
  const config = { ...verdictConfig, beside: [{ said: "old", missing: "" }] };
  const kept = { conclusion: "So it is.", tool: "threat" };
  const now = { tools: verdictConfig.tools, beside: [{ said: "new", missing: "" }, { said: "", missing: "lesson 8" }] };
  const reveal = { lines: ["So it is.", "holds", "flips"], beside: ["new"], file: "verdict.md", now };
  const state = { config, value: { ...kept, conclusion: " So  it is. " }, record: { stages: { verdict: { last: kept } }, reveal } };
  assert.equal(verdict.fresh({ config, record: { stages: {}, reveal: null } }).beside[0].said, "old");
  assert.equal(verdict.fresh(state).beside[0].said, "new");
  assert.equal(verdict.isChanged(state), false);
  assert.equal(verdict.isChanged({ ...state, value: { ...kept, conclusion: "Not so." } }), true);
  // Another commitment in an earlier lesson, seen when the cell runs again: it can be kept anew.
  const later = { ...now, tools: [{ ...now.tools[0], holds: "holds more" }, now.tools[1]] };
  assert.equal(verdict.isChanged({ ...state, record: { ...state.record, reveal: { ...reveal, now: later } } }), true);
});
