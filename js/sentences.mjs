/**
 * Write every sentence that the weighing figures can say, for many states; a Python test reads
 * them (tests/test_weighers.py). Input: {configs, root} as JSON on the standard input.
 */
import { readFileSync } from "node:fs";
const { configs, root } = JSON.parse(readFileSync(0, "utf8"));
const load = (name) => import(`${root}/js/src/kinds/${name}.js`);
const [four, re, words, model] = await Promise.all(["four_worlds", "reweigher", "threat_words", "threat_model"].map(load));
const out = [];
const keep = (...texts) => out.push(...texts);
const record = { stages: {} };
for (const offence of [0, 0.2, 0.4, 0.5, 0.8]) for (const distinguishability of [0, 0.8, 1]) for (const trust of [0, 0.6, 1]) {
  const state = { config: configs.four, record, value: { offence, distinguishability, trust } };
  keep(...Object.values(four.sentences(state)));
}
for (const year of configs.re.years) for (const { zero } of configs.re.presets) for (const pair of [["USA", "CHN"], ["LVA", "CHN"], ["RUS", "LVA"]]) {
  const state = { config: configs.re, record, value: { year, pair, weights: re.without(configs.re.components, zero) } };
  keep(re.sentence(state), re.pairSentence(state));
}
const stages = (claim, year) => Object.fromEntries(["predict", "weights", "intentions", "years"].map((step) =>
  [`${step}.${claim}`, { last: { year, choice: step === "years" ? "stays" : "first", share: 60, measures: { intentions: "record" } } }]));
const raw = [[7, 6, 3, 5], [5, 5, 5, 5], [0, 10, 0, 10], [null, 1, 1, 1], [0, 0, 0, 0]];
for (const claim of configs.threat.claims) for (const year of claim.years) for (const intentions of configs.threat.measures.intentions)
  for (const form of ["additive", "geometric"]) for (const set of raw) for (const three of [false, true]) {
    const weights = Object.fromEntries(configs.threat.sources.map(({ id }, k) => [id, set[k]]));
    const value = { claim: claim.id, year, weights, form, measures: { ...configs.threat.plain, intentions } };
    const state = { config: configs.threat, value, three, record: { stages: stages(claim.id, year) } };
    keep(words.verdict(state), words.shareSentence(state), words.orderSentence(state), words.flipSentence(state),
      words.formSentence(state), words.predicted(state), words.yearsSentence(state), words.yearsPredicted(state),
      words.beforeSentence(state), words.nearnessSentence(state), words.nearnessSentence(state, { share: true }),
      words.jointSentence(state, { share: 0.5, error: 0.0035, draws: 20000 }), words.jointSentence(state, { share: 0, error: 0.00005, draws: 20000 }));
    const shares = model.sharesByMeasure(state);
    keep(...[1, 2, 3, 4].map((n) => words.triedSentence(state, shares.slice(-n))));
  }
console.log(JSON.stringify([...new Set(out)]));
