import assert from "node:assert/strict";
import { test } from "node:test";
import * as four from "../src/kinds/four_worlds.js";
import * as re from "../src/kinds/reweigher.js";
import * as model from "../src/kinds/threat_model.js";
import { pointsOf } from "../src/kinds/threat_weigher.js";
import * as words from "../src/kinds/threat_words.js";

const echo = new Proxy({}, { get: (_, name) => String(name) });
const empty = { revision: 0, stages: {}, committed: {}, reveal: null };
const near = (a, b) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

// Four Worlds ---------------------------------------------------------------------------------

const worlds = {
  messages: echo,
  start: { offence: 0.4, distinguishability: 0, trust: 0.6 },
  worlds: [
    { number: 1, name: "one", offence: 0.4, distinguishability: 0 },
    { number: 4, name: "four", offence: 0.2, distinguishability: 0.8 },
  ],
};
const fourState = (value = {}, record = empty) => ({ config: worlds, value, record });

test("handles come one after the other, each when the one before was moved", () => {
  assert.equal(four.inHand(fourState()), 1);
  assert.equal(four.inHand(fourState({ offence: 0.4 })), 2); // moved, though it stands where it stood
  assert.equal(four.inHand(fourState({ offence: 0, distinguishability: 0 })), 3);
  assert.equal(four.inHand(fourState({ trust: 0 })), 3); // set from Python: nothing set is hidden
});

test("an unmoved handle stands where World 1 has it, and 0 is a value like any other", () => {
  assert.deepEqual(four.handles(fourState()), worlds.start);
  assert.equal(four.handles(fourState({ offence: 0 })).offence, 0);
});

test("World 1 ends in arms, World 4 in restraint, and above one half no belief suffices", () => {
  const one = four.model(fourState());
  assert.deepEqual([one.world.number, one.choice, one.rests], [1, "defect", false]);
  near(one.needed, 0.8);
  const last = four.model(fourState({ offence: 0.2, distinguishability: 0.8 }));
  assert.deepEqual([last.world.number, last.choice, last.rests, last.leaves], [4, "cooperate", true, -1]);
  const hard = fourState({ offence: 0.55, trust: 1 });
  assert.equal(four.model(hard).needed, null);
  assert.match(four.sentences(hard).all, /no_belief_suffices both_arm$/);
  assert.equal(four.sentences(hard).where, "beyond_worlds");
  assert.equal(four.sentences(fourState({ offence: 0.3 })).where, "between_worlds");
});

test("the button of a world sets trust as well, so that the verdict fits the world", () => {
  const high = fourState({ offence: 0, distinguishability: 1, trust: 1 });
  const set = worlds.worlds.map((world) => four.model(fourState({ ...high.value, ...four.presetOf(high, world) })));
  assert.deepEqual(set.map(({ world, trust, choice }) => [world.number, trust, choice]), [[1, 0.6, "defect"], [4, 0.6, "cooperate"]]);
});

test("chances that differ never read alike, and none reads as certain that is not", () => {
  assert.deepEqual(four.chances(0.6, 0.8, 0.6), ["60", "80", "60"]);
  assert.deepEqual(four.chances(0.4023, 0.4), ["40.2", "40"]);
  assert.deepEqual(four.chances(0.9974, null, 1), ["99.7", "", "100"]);
});

test("the race dies down, slows, grows or runs away, and the words say which", () => {
  const race = (offence, distinguishability) => four.sentences(fourState({ offence, distinguishability })).race;
  assert.equal(race(0.2, 0), "race_rests"); // to 0.5, below its start
  assert.equal(race(0.25, 0.05), "race_slows"); // to 2, above its start
  assert.equal(race(0.25, 0), "race_grows");
  assert.equal(race(0.4, 0), "race_leaves");
});

test("numbers from 0 to 1 are written as in the tables", () => {
  assert.deepEqual([0, 0.6, 0.882, 1].map(four.fraction), [".00", ".60", ".88", "1.00"]);
});

test("what the learner said is only compared once it is kept", () => {
  assert.equal(four.compared(fourState({ guess: "hold" })), null);
  const record = { ...empty, stages: { predict: { last: { choice: "stronger" } } } };
  assert.deepEqual(four.compared(fourState({}, record)), { said: "option_stronger", answer: "answer_stronger" });
});

// Re-weighing ---------------------------------------------------------------------------------

const power = {
  messages: { ...echo, result: "{weighting} {first} {a} {second} {b}", equal_weights: "equal", your_weights: "mine", some_zero: "without {names}", all_zero: "zero", pair: "{a} {b} {share}", pair_never: "never {a} {b}", pair_left_out: "left {n}", pick_two: "pick" },
  components: [{ id: "steel", name: "Steel" }, { id: "heads", name: "Heads" }],
  states: [{ id: "A", name: "A", text: "A" }, { id: "B", name: "B", text: "the B" }, { id: "N", name: "N", text: "N", group: true }],
  shares: { 2014: { A: [0.5, 0.1], B: [0.1, 0.3], N: [0.6, 0.6] }, 2022: { A: [0.1, null], B: [0.2, 0.3], N: [0.1, 0.1] } },
};
const reState = (value) => ({ config: power, value: { year: 2014, ...value }, record: empty });

test("ranking: equal weights first, groups unranked and only when asked for", () => {
  assert.deepEqual(re.ranking(reState()).map((row) => [row.rank, row.id]), [[1, "A"], [2, "B"]]);
  assert.deepEqual(re.ranking(reState({ groups: true })).map((row) => [row.rank, row.id]), [[null, "N"], [1, "A"], [2, "B"]]);
  assert.equal(re.sentence(reState({ weights: { steel: 0, heads: 5 } })), "without Steel the B 0.300 A 0.100");
  assert.equal(re.sentence(reState({ weights: { steel: 0, heads: 0 } })), "zero");
  assert.equal(re.ranking(reState({ weights: { steel: 0, heads: 0 } })), null);
  assert.equal(re.sentence(reState()), "equal A 0.300 the B 0.200");
});

test("a component without a value drops out, and the others share its weight", () => {
  assert.equal(re.indexOf([0.4, null], [1, 9]), 0.4);
  assert.equal(re.indexOf([0.4, null], [0, 9]), null);
});

test("two states over all weightings", () => {
  near(re.pairShare(reState({ pair: ["A", "B"] })).share, 2 / 3); // contrasts .4 and −.2
  assert.equal(re.pairSentence(reState({ pair: ["B", "A"] })), "The B A 33 %");
  assert.equal(re.pairSentence(reState({ pair: ["A", "A"] })), "pick");
  assert.equal(re.pairSentence(reState({ pair: ["A", null] })), "pick");
  assert.equal(re.pairSentence(reState({ pair: ["A", "B"], year: 2022 })), "Never A the B left 1");
});

test("the kernel is asked who is first only after the prediction", () => {
  assert.deepEqual(re.asks(reState()), {});
  const record = { ...empty, stages: { predict: { last: { choice: "A" } } } };
  assert.deepEqual(re.asks({ ...reState({ year: 2022 }), record }), { first: { year: 2022 } });
});

// Weighing threats ----------------------------------------------------------------------------

const SOURCES = [["aggregate power", "power"], ["geographic proximity", "distance"], ["offensive capability", "offence"], ["perceived intentions", "intentions"]];
const year = (power_, distance, offence, record, votes) => ({
  "aggregate power": { cinc: power_ }, "geographic proximity": { inverse: distance },
  "offensive capability": { spending: offence }, "perceived intentions": { record, votes, neutral: 0 },
});
const threats = {
  messages: {
    and: "and", before: " > ", stop: ".", near_coin: " coin", near_all: " nearly", near_none: " hardly",
    verdict: "{weights}: {leader}", verdict_tie: "level", verdict_open: "open: {names}", all_zero: "zero", no_data: "none",
    share: "{first} {share}", share_always: "always {first}", share_never: "never {first}", share_nothing: "nothing",
    in_order: "{order}: {share}", order_none: "no order", flip: "{moves} to {to}", flip_move: "{n} from {source}",
    flip_more: "{n} from {source}", flip_edge: "edge", flip_none: "nothing turns it", predicted: "{who} {share}",
    before_it_was: "before {leader}", before_level: "level before", tried_one: "one", tried_many: "{n}", tried_without: " and without", joint: "{share} {error} {draws}", joint_plain: "{share}", nearness: "near {capital}", nearness_share: "{low} {high}", form_turns: "{form} {leader}", form_additive: "sum", form_geometric: "product", years_result: "{a} {b} {low} {high}", years_same: "same {from} {to}", tried_same: "same {tried} {low}", tried_range: "{tried} {low} {high}",
  },
  sources: SOURCES.map(([id, measure]) => ({ id, measure })),
  plain: { power: "cinc", distance: "inverse", offence: "spending" },
  measures: { intentions: ["record", "votes", "neutral"] },
  claims: [{ id: "C", observer: { text: "Poland" }, first: { text: "Russia" }, second: { text: "the United States" }, years: [1992, 2014] }],
  contrasts: { C: {
    1992: { additive: year(-0.5, 0.7, -0.9, 0, null), geometric: year(-1.1, 1.7, -2.9, 0, null) },
    2014: { additive: year(-0.5, 0.7, -0.8, 1, -0.1), geometric: year(-1.1, 1.7, -2.2, 1.1, -0.2) },
  } },
};
const begun = { claim: "C", year: 2014, weights: {}, measures: threats.plain, form: "additive" };
const stages = (...names) => Object.fromEntries(names.map((name) => [`${name}.C`, {
  first: { choice: "first", share: 60, year: 2014 }, last: { choice: "first", share: 60, year: 2014, measures: {} } }]));
const threat = (value = {}, ...done) => ({ config: threats, value: { ...begun, ...value }, record: { ...empty, stages: stages(...done) } });
const three = (a, b, c) => ({ "aggregate power": a, "geographic proximity": b, "offensive capability": c });

test("each step opens when the one before is kept, for this comparison only", () => {
  const open = (state) => Object.entries(model.opened(state)).filter(([, is]) => is).map(([name]) => name).join(" ");
  assert.equal(open(threat({ claim: null, year: null })), "");
  assert.equal(open(threat({ year: null })), "");
  assert.equal(open(threat()), "predict");
  assert.equal(open(threat({}, "predict")), "predict weights");
  assert.equal(open(threat({ with_intentions: true }, "predict")), "predict weights"); // no way around
  assert.equal(open(threat({}, "predict", "weights")), "predict weights result");
  assert.equal(open(threat({ with_intentions: true }, "predict", "weights")), "predict weights result intentions");
  assert.equal(open(threat({}, "predict", "weights", "intentions")), "predict weights result intentions years");
  const other = { ...threat({}, "predict", "weights"), value: { ...begun, claim: "D" } };
  assert.equal(open(other), "");
});

test("intentions count for nothing until they are added", () => {
  assert.deepEqual(model.contrastsNow(threat({}, "predict", "weights")), [-0.5, 0.7, -0.8]);
  const added = threat({ with_intentions: true }, "predict", "weights");
  assert.equal(model.contrastsNow(added), null); // no measure chosen yet: no number is made up
  const chosen = { ...added, value: { ...added.value, measures: { ...threats.plain, intentions: "record" } } };
  assert.deepEqual(model.contrastsNow(chosen), [-0.5, 0.7, -0.8, 1]);
  assert.deepEqual(model.contrastsNow(model.withoutIntentions(chosen)), [-0.5, 0.7, -0.8]);
});

test("leaving intentions out is the same as a contrast of 0", () => {
  const added = threat({ with_intentions: true, measures: { ...threats.plain, intentions: "neutral" } }, "predict", "weights");
  near(model.result(added).share, model.result(model.withoutIntentions(added)).share);
});

test("no weights, no verdict; but the share of all weightings is there", () => {
  const state = threat({ weights: { "aggregate power": 3 } }, "predict", "weights");
  assert.equal(words.verdict(state), "open: geographic proximity and offensive capability");
  near(model.result(state).share, (0.7 / 1.2) * (0.7 / 1.5));
  assert.equal(words.flipSentence(state), "");
  assert.equal(words.verdict(threat({ weights: three(0, 0, 0) }, "predict", "weights")), "zero");
});

test("the verdict, the order and the flip in words", () => {
  const state = threat({ weights: three(7, 6, 3) }, "predict", "weights");
  assert.equal(words.verdict(state), "Aggregate power 44, geographic proximity 37 and offensive capability 19: the United States");
  assert.equal(words.shareSentence(state), "Russia 27 %.");
  assert.match(words.orderSentence(state), /^Aggregate power > geographic proximity > offensive capability: \d+ %$/);
  const flip = model.result(state).flip;
  const { moves, to, total } = model.movesOf(model.result(state).weights, flip);
  assert.deepEqual([moves.map((move) => move.from), to], [[2], 1]);
  assert.ok(total >= flip.distance * 50 && total < flip.distance * 50 + 1); // rounded up, never down
  assert.equal(words.flipSentence(state), `${total} from offensive capability to geographic proximity`);
  assert.equal(words.orderSentence(threat({ weights: three(5, 5, 5) }, "predict", "weights")), "no order");
});

test("the move that is printed does turn the verdict", () => {
  for (const raw of [[7, 6, 3], [10, 1, 10], [1, 9, 1], [0, 10, 3], [3, 4, 0]]) {
    const now = model.result(threat({ weights: three(...raw) }, "predict", "weights"));
    const { moves, to } = model.movesOf(now.weights, now.flip);
    const after = [...now.weights];
    for (const { from, points } of moves) {
      const moved = Math.min(points / 100 + 1e-9, after[from]);
      after[from] -= moved;
      after[to] += moved;
    }
    const total = after.reduce((sum, w, k) => sum + w * now.contrasts[k], 0);
    assert.ok(now.leads > 0 ? total <= 0 : total > 0, `${raw}: ${total}`);
  }
});

test("near a coin-flip, nearly all, and dominance have their own words", () => {
  const say = (contrasts) => words.shareSentence(threat(), { contrasts, share: 0.5, dominance: "depends" });
  assert.equal(say([1, -1]), "Russia 50 % coin.");
  const at = (share) => words.shareSentence(threat(), { contrasts: [1, -1], share, dominance: "depends" });
  assert.deepEqual([0.39, 0.4, 0.6, 0.61, 0.96, 0.04, 0.999].map(at), ["Russia 39 %.", "Russia 40 % coin.", "Russia 60 % coin.", "Russia 61 %.", "Russia 96 % nearly.", "Russia 4 % hardly.", "Russia more than 99 % nearly."]);
  const sure = (dominance, contrasts) => words.shareSentence(threat(), { contrasts, share: 1, dominance });
  assert.equal(sure("always", [1, 0]), "Always Russia");
  assert.equal(sure("never", [-1, 0]), "Never Russia");
  assert.equal(sure("never", [0, 0]), "Nothing");
});

test("sum and product: a banner only when the conclusion changes", () => {
  const same = threat({ weights: three(9, 1, 9) }, "predict", "weights");
  assert.equal(words.formSentence(same), "");
  const turns = threat({ weights: three(10, 7, 0) }, "predict", "weights");
  assert.equal(model.result(turns).leads, -1);
  assert.equal(words.formSentence(turns), "Product Russia");
});

test("the share by measure and by year; missing data stay missing", () => {
  const state = threat({ with_intentions: true, measures: { ...threats.plain, intentions: "votes" } }, "predict", "weights", "intentions");
  assert.deepEqual(model.sharesByYear(state).map(({ share }) => share === null), [true, false]);
  assert.equal(words.yearsSentence(state), "none");
  assert.deepEqual(model.sharesByMeasure(state).map(({ measure }) => measure), ["record", "votes", "neutral"]);
  const record = { ...state, value: { ...state.value, measures: { ...threats.plain, intentions: "neutral" } } };
  assert.match(words.yearsSentence(record), / same 1992 2014$/);
  const moved = { ...state, value: { ...state.value, measures: { ...threats.plain, intentions: "record" } } };
  assert.doesNotMatch(words.yearsSentence(moved), /same/);
});

test("measures tried: nothing to compare, the same, or a range", () => {
  const tried = (...pairs) => words.triedSentence(threat(), pairs.map(([measure, share]) => ({ measure, share })));
  assert.deepEqual([tried(), tried(["record", 0.5]), tried(["record", 0.5], ["votes", null])], ["", "", ""]);
  assert.equal(tried(["record", 1], ["votes", 1]), "Same 2 100 %");
  assert.equal(tried(["record", 0.58], ["disputes", 0.4], ["votes", 0.23]), "3 23 % 58 %");
  // To leave intentions out is no measure of them.
  assert.equal(tried(["record", 0.58], ["votes", 0.23], ["neutral", 0.4]), "2 and without 23 % 58 %");
  assert.equal(tried(["votes", 0.23], ["neutral", 0.4]), "One and without 23 % 40 %");
});

test("without intentions three sources count, whatever weight intentions once had", () => {
  const done = ["predict", "weights", "intentions"];
  const at = (intentions) => threat({ with_intentions: true, weights: { ...three(1, 2, 3), [model.INTENTIONS]: 4 }, measures: { ...threats.plain, intentions } }, ...done);
  assert.deepEqual(["record", "neutral"].map((how) => model.sourcesNow(at(how)).length), [4, 3]);
  const out = model.result(at("neutral"));
  assert.deepEqual(out, model.result(model.withoutIntentions(at("record"))));
  // The table of all ways to treat intentions does not depend on which of them is chosen.
  assert.deepEqual(model.sharesByMeasure(at("neutral")), model.sharesByMeasure(at("record")));
});

test("who led before intentions is said only where that changed", () => {
  const at = (weight, more = {}) => threat({ with_intentions: true, measures: { ...threats.plain, intentions: "record" },
    weights: { ...three(4, 9, 6), [model.INTENTIONS]: weight }, ...more }, "predict", "weights", "intentions");
  const before = model.result(model.withoutIntentions(at(5))).leads;
  assert.deepEqual([before, model.result(at(5)).leads], [-1, 1]);
  assert.equal(words.beforeSentence(at(5)), "Before the United States");
  assert.equal(words.beforeSentence(at(0)), "");
  assert.equal(words.beforeSentence(model.withoutIntentions(at(5))), "");
});

test("the error of a sample is told where it shows, and no sample is certainty", () => {
  const state = threat({ with_intentions: true, measures: { ...threats.plain, intentions: "neutral" } }, "predict", "weights", "intentions");
  assert.equal(words.jointSentence(state, { share: 0.5, error: 0.0035, draws: 20000 }), "50 % 0.4 20,000");
  assert.equal(words.jointSentence(state, { share: 1, error: 0.00005, draws: 20000 }), "More than 99 %");
  assert.equal(words.jointSentence(state, { share: 0, error: 0.00005, draws: 20000 }), "Less than 1 %");
});

test("what was tried for a comparison stays tried when one comes back to it", () => {
  const tried = { C: ["votes"] };
  assert.deepEqual(model.begin({ config: threats, record: empty, value: { tried } }, "D").tried, tried);
  assert.deepEqual(model.triedNow(threat({ tried }, "predict", "weights")).map(({ measure }) => measure), ["votes"]);
  assert.deepEqual(model.triedNow(threat({ tried: { D: ["votes"] } }, "predict", "weights")), []);
});

test("land borders are spoken of where the tables hold them", () => {
  assert.equal(words.nearnessSentence(threat()), "");
  const claims = [{ ...threats.claims[0], nearness: { capitals: { 2014: "Vilnius" }, border: { from: 1992, to: 2014, three: [61, 76], four: [66, 88] } } }];
  const state = threat({ with_intentions: true, measures: { intentions: "record" } }, "predict", "weights");
  const near = { ...state, config: { ...threats, claims } };
  assert.equal(words.nearnessSentence(near), "Near Vilnius");
  assert.equal(words.nearnessSentence(near, { share: true }), "66 88");
  assert.equal(words.nearnessSentence(model.withoutIntentions(near), { share: true }), "61 76");
});

test("movement is within ten points or not", () => {
  assert.deepEqual([[0.3, 0.58], [0.5, 0.41], [0.9, 0.2], [null, 1]].map(([a, b]) => model.movement(a, b)), ["rises", "stays", "falls", null]);
});

test("points add up to 100", () => {
  for (const weights of [[1 / 3, 1 / 3, 1 / 3], [0.125, 0.375, 0.5], [1, 0, 0], [0.995, 0.0025, 0.0025]]) {
    assert.equal(model.points(weights).reduce((a, b) => a + b), 100);
  }
  assert.deepEqual(model.points([1 / 3, 1 / 3, 1 / 3]), [34, 33, 33]);
});

test("the area where the first leads has the share's size", () => {
  const area = (points) => Math.abs(points.reduce((sum, [, b, c], k) => {
    const [, b2, c2] = points[(k + 1) % points.length];
    return sum + b * c2 - b2 * c;
  }, 0));
  for (const contrasts of [[-0.5, 0.7, -0.8], [0.3, 0.4, -0.9], [1, 1, 1]]) {
    near(area(model.region(contrasts)), model.result({ ...threat({}, "predict", "weights"), config: { ...threats, contrasts: { C: { 2014: { additive: year(...contrasts, 0, 0) } } } } }).share);
  }
  assert.deepEqual(model.region([-1, -1, 0]), []);
});

test("a new comparison begins with nothing set, an old one where it was left", () => {
  const fresh = model.begin({ config: threats, record: empty }, "C");
  assert.deepEqual([fresh.year, fresh.guess, fresh.guess_share, fresh.weights, fresh.with_intentions, fresh.measures.intentions],
    [null, null, null, {}, false, undefined]);
  const record = { ...empty, stages: { "predict.C": { last: { year: 2014, choice: "second", share: 20 } }, "weights.C": { last: { year: 2014, weights: three(1, 2, 3), measures: threats.plain, form: "geometric" } } } };
  const again = model.begin({ config: threats, record }, "C");
  assert.deepEqual([again.year, again.guess, again.guess_share, again.weights, again.form], [2014, "second", 20, three(1, 2, 3), "geometric"]);
});

test("crowded numbers never round to certainty", () => {
  assert.deepEqual([0, 0.001, 0.5, 0.999, 1].map(pointsOf), ["0", "<1", "50", ">99", "100"]);
});
