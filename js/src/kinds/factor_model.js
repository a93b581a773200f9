/**
 * What the Factor Weigher knows about a state, without a word or a picture: what is open, which
 * cases count, what the learner's weights make of them. Everything here is a pure function.
 */
import { baselines, chances, fit, fromSwings, relations, separation, truthTable } from "../factors.js";

/** The settings before anybody has touched a switch: where one looks, not what one thinks. */
const PLAIN = { coder: 1, outcome: "force", once: false, turned: [] };

/** The settings of now. */
export const settings = ({ value }) =>
  Object.fromEntries(Object.keys(PLAIN).map((name) => [name, value[name] ?? PLAIN[name]]));

/** Factors of the codebook whose definition was not opened yet. */
export const unread = ({ config, value, record }) =>
  record.stages.cards ? [] : config.factors.map(({ id }) => id).filter((id) => !(value.read ?? []).includes(id));

/** What may be seen: each step opens when the one before was kept, and Python sent what it shows. */
export function opened(state) {
  const has = (stage) => Boolean(state.record.stages[stage] && state.record.reveal);
  return {
    cards: unread(state).length === 0,
    positives: has("cards"),
    weights: has("positives"),
    result: has("weights") && Boolean(state.record.reveal.cases),
  };
}

/** The cards that still need a code, by number. */
export const uncoded = ({ config, value }) =>
  config.cards.filter(({ id }) => config.blind.some((name) => (value.codes?.[id]?.[name] ?? null) === null)).map(({ id }) => id);

/** The cases with the settings of now, as js/src/factors.js takes them. */
export function casesNow(state) {
  const { coder, outcome, once, turned } = settings(state);
  const rows = state.record.reveal.cases;
  const size = (story) => rows.filter((row) => row.story === story).length;
  return {
    names: rows.map(({ name }) => name),
    factors: state.config.factors.map(({ id }) => id),
    values: rows.map(({ x }) => x[coder]),
    outcomes: rows.map((row) => row[outcome] !== turned.includes(row.id)),
    counts: rows.map(({ story }) => (once && story !== null ? 1 / size(story) : 1)),
  };
}

/** The learner's weights by place of the factor, or null. */
export const weightsNow = ({ config, value }) => fromSwings(config.factors.map(({ id }) => value.swings?.[id] ?? null));

/** Whether the weights on the screen are the ones last kept. */
export function weightsKept(state) {
  const last = state.record.stages.weights?.last;
  const { swings = {}, rule } = state.value;
  return Boolean(last) && last.rule === rule && state.config.factors.every(({ id }) => last.swings[id] === swings[id]);
}

const known = new WeakMap(); // results by state: one picture asks for the same several times

/** All numbers of the result by a rule, or null while a weight or the rule is not set. */
export function result(state, rule = state.value.rule) {
  if (!known.has(state)) known.set(state, new Map());
  const found = known.get(state);
  if (!found.has(rule)) found.set(rule, worked(state, rule, found.values().next().value));
  return found.get(rule);
}

function worked(state, rule, other) {
  const weights = weightsNow(state);
  if (!opened(state).result || !weights || !rule) return null;
  const cases = other?.cases ?? casesNow(state);
  const models = other?.baselines ?? baselines(cases);
  const fitted = fit(cases, weights, rule);
  const least = Math.max(models.alwaysNo, models.bestSingle, models.equalWeights);
  return {
    cases, weights, rule, ...fitted, least,
    baselines: models,
    beats: fitted.hits > least + 1e-6,
    chances: chances(cases, fitted),
  };
}

/** What the other rules make of the same weights, and whether one turns the conclusion. */
export function byRule(state) {
  const now = result(state);
  return state.config.rules.map((rule) => {
    const then = result(state, rule);
    return { rule, hits: then.hits, of: then.of, beats: then.beats, turns: then.beats !== now.beats };
  });
}

/** The factors by how much they separate force from restraint, the strongest first. */
export function bySeparation(cases) {
  const found = separation(cases).map((d, place) => ({ place, d: Math.round(d * 1e9) / 1e9 }));
  return found.sort((a, b) => Math.abs(b.d) - Math.abs(a.d) || a.place - b.place);
}

/** On which factors the two coders differ in a case. */
export const apart = (row) => (row.x[2] ? row.x[1].map((x, k) => x !== row.x[2][k]) : row.x[1].map(() => false));

/** The sets: each factor's necessity and sufficiency, and the rows of the factors chosen. */
export function sets(state) {
  const cases = casesNow(state);
  const half = state.value.half ?? null;
  return { cases, relations: relations(cases, half), rows: truthTable(cases, state.value.qca ?? [], half) };
}

/** What Python is asked: shares of weightings, and the rival's best. */
export function asks(state) {
  const now = opened(state).result && weightsNow(state) && state.value.rule;
  if (!now) return {};
  const { swings, rule, disliked } = state.value;
  const question = { swings, rule, ...settings(state) };
  return { robust: question, ...(disliked ? { lawyer: { ...question, account: disliked } } : {}) };
}

/** What is registered besides the weights that were kept. */
export const registration = (state) => {
  const { coder, outcome } = settings(state);
  return { coder, outcome, half: state.value.half ?? null };
};
