/**
 * A weighted model over cases, once more in JavaScript, so that a button answers at once.
 *
 * It mirrors course/factors.py and course/sets.py; the reasons and sources are written there.
 * test/cases/factors.json, written by the Python side, holds both to the same numbers.
 *
 * @typedef {{names: string[], factors: string[], values: number[][], outcomes: boolean[],
 *   counts: number[]}} Cases
 * @typedef {{threshold: number, says: boolean[], hits: number, of: number}} Fit
 */
import { normalise } from "./arithmetic.js";

export const NEVER = 2; // the threshold of a model that never says "force"

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const round = (number) => Math.round(number * 1e9) / 1e9;

/**
 * Weights from the answers to the swing question; null while one is missing or all are ×1.
 * @param {Array<number | null | undefined>} swings
 */
export function fromSwings(swings) {
  if (!swings.every((swing) => Number.isFinite(swing) && swing >= 1)) return null;
  return normalise(swings.map(Math.log));
}

/** The score of one case, from 0 to 1, by one of the rules "sum", "product", "necessary". */
export function score(values, weights, rule = "sum") {
  if (rule === "sum") return round(sum(values.map((x, k) => weights[k] * x)) / sum(weights));
  const top = Math.max(...weights);
  const left = values.map((x, k) => 1 - (weights[k] / top) * (1 - x));
  return round(rule === "product" ? left.reduce((all, part) => all * part, 1) : Math.min(...left));
}

/** The hits of the model that never says "force". */
export const alwaysNo = ({ outcomes, counts }) => sum(counts.filter((_, n) => !outcomes[n]));

/**
 * The threshold that gets most cases right; of equally good ones, the highest.
 * @param {Cases} cases
 * @returns {Fit}
 */
export function fit(cases, weights, rule = "sum") {
  const scores = cases.values.map((row) => score(row, weights, rule));
  let best = alwaysNo(cases);
  let threshold = NEVER;
  let hits = best;
  const by = scores.map((_, n) => n).sort((a, b) => scores[b] - scores[a]);
  by.forEach((n, place) => {
    hits += cases.outcomes[n] ? cases.counts[n] : -cases.counts[n];
    const last = place + 1 === by.length || scores[by[place + 1]] < scores[n];
    if (last && hits > best + 1e-9) [threshold, best] = [scores[n], hits];
  });
  return { threshold, scores, says: scores.map((s) => s >= threshold), hits: round(best), of: sum(cases.counts) };
}

/** What needs no weights: always no, the best single factor, all factors alike. */
export function baselines(cases) {
  const n = cases.factors.length;
  const single = cases.factors.map((_, place) => fit(cases, cases.factors.map((__, k) => Number(k === place))).hits);
  const best = Math.max(...single);
  const no = alwaysNo(cases);
  return {
    alwaysNo: no,
    bestSingle: best,
    bestFactors: best > no + 1e-9 ? cases.factors.filter((_, k) => single[k] === best) : [],
    equalWeights: fit(cases, new Array(n).fill(1)).hits,
  };
}

/** The chance of force where the model says "force", and where it does not: (k + 1) / (n + 2). */
export function chances(cases, { says }) {
  return [true, false].map((said) => {
    const mine = cases.counts.map((count, n) => (says[n] === said ? count : 0));
    return (sum(mine.filter((_, n) => cases.outcomes[n])) + 1) / (sum(mine) + 2);
  });
}

/** For each factor its mean where force followed less its mean where none did. */
export function separation(cases) {
  return cases.factors.map((_, k) => {
    const mean = (outcome) => {
      const counts = cases.counts.map((count, n) => (cases.outcomes[n] === outcome ? count : 0));
      const total = sum(counts);
      return total ? sum(counts.map((count, n) => count * cases.values[n][k])) / total : 0;
    };
    return mean(true) - mean(false);
  });
}

/** Whether a value is one half: then nobody has said yet whether it is in or out. */
export const halves = (cases) => cases.names.filter((_, n) => cases.values[n].includes(0.5));

/** In or out; null where a value is one half and `half` does not say what that counts as. */
export function dichotomise(cases, half = null) {
  if (half === null && halves(cases).length) return null;
  return cases.values.map((row) => row.map((x) => x > 0.5 || (x === 0.5 && half === "present")));
}

/**
 * The combinations of some factors that occur, those with most force first; null with an
 * undecided half.
 * @param {Cases} cases
 * @param {string[]} chosen
 */
export function truthTable(cases, chosen, half = null) {
  const crisp = dichotomise(cases, half);
  if (!crisp || !chosen.length) return null;
  const places = chosen.map((name) => cases.factors.indexOf(name));
  const found = new Map();
  crisp.forEach((row, n) => {
    const present = places.map((k) => row[k]);
    const key = present.join();
    if (!found.has(key)) found.set(key, { present, numbers: [] });
    found.get(key).numbers.push(n);
  });
  const force = (numbers) => sum(numbers.filter((n) => cases.outcomes[n]).map((n) => cases.counts[n]));
  const all = force(cases.names.map((_, n) => n));
  const rows = [...found.values()].map(({ present, numbers }) => {
    const n = sum(numbers.map((place) => cases.counts[place]));
    const consistency = force(numbers) / n;
    return {
      present, cases: numbers, force: force(numbers), n, consistency,
      coverage: all ? force(numbers) / all : null,
      contradictory: consistency > 0 && consistency < 1,
    };
  });
  const order = (row) => row.present.map((there) => (there ? "0" : "1")).join("");
  return rows.sort((a, b) => b.consistency - a.consistency || b.n - a.n || order(a).localeCompare(order(b)));
}

/**
 * How far each factor is necessary and sufficient; null where there is nothing to divide by, and
 * null for all with an undecided half.
 */
export function relations(cases, half = null) {
  const crisp = dichotomise(cases, half);
  if (!crisp) return null;
  const share = (part, whole) => {
    const weigh = (numbers) => sum(numbers.map((n) => cases.counts[n]));
    return whole.length ? weigh(part) / weigh(whole) : null;
  };
  const all = cases.names.map((_, n) => n);
  const y = all.filter((n) => cases.outcomes[n]);
  return cases.factors.map((_, k) => {
    const inside = all.filter((n) => crisp[n][k]);
    const out = all.filter((n) => !crisp[n][k]);
    const both = (set) => set.filter((n) => cases.outcomes[n]);
    return { necessity: share(both(inside), y), sufficiency: share(both(inside), inside), without: share(both(out), out) };
  });
}
