/**
 * Weighing evidence, once more in JavaScript, so that a rating answers at once. It mirrors
 * course/evidence.py, where reasons and sources are written; test/cases holds both to the same numbers.
 */

export const STEPS = [1, 2, 3, 4, 5];
export const STRONG = 5; // odds must change by this factor for an outcome to be called strong
const NEAR = 1e-9;

/** @typedef {Record<string, Record<string, number>>} Ratings  card -> account -> 1 to 5 */
/** @typedef {Record<string, number>} Scale  rating -> chance */

export const decibels = (ratio) => 10 * Math.log10(ratio);

/** Weight of evidence for one against another, from their two chances. */
export const weight = (first, second) => decibels(first / second);

/** What is wrong with five chances: "edge", "order", or "". */
export function scaleFault(scale) {
  const values = STEPS.map((step) => scale[step]);
  if (!values.every((p) => Number.isFinite(p) && p > 0 && p < 1)) return "edge";
  return values.every((p, n) => n === 0 || p > values[n - 1]) ? "" : "order";
}

/** How often each chosen card counts. */
export function counts(cards, once) {
  const size = {};
  for (const { cluster } of cards) if (cluster) size[cluster] = (size[cluster] ?? 0) + 1;
  return Object.fromEntries(cards.map(({ id, cluster }) => [id, once && cluster ? 1 / size[cluster] : 1]));
}

/** Sums of logarithms by account, in the order given. */
function logsOf(ratings, scale, counted, letters) {
  return Object.fromEntries(letters.map((h) => [
    h, Object.entries(ratings).reduce((sum, [card, row]) => sum + (counted[card] ?? 1) * Math.log(scale[row[h]]), 0),
  ]));
}

function ahead(logs) {
  const top = Math.max(...Object.values(logs));
  return Object.keys(logs).filter((h) => top - logs[h] < NEAR);
}

/**
 * Belief in each account after the cards, from equal priors.
 * @param {Ratings} ratings @param {Scale} scale @param {Record<string, number>} counted @param {string[]} letters
 */
export function posterior(ratings, scale, counted, letters) {
  const logs = logsOf(ratings, scale, counted, letters);
  const top = Math.max(...Object.values(logs));
  const parts = letters.map((h) => Math.exp(logs[h] - top));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return Object.fromEntries(letters.map((h, n) => [h, parts[n] / total]));
}

/** The account with the highest posterior, or all that share it. */
export function leaders(shares) {
  const top = Math.max(...Object.values(shares));
  return Object.keys(shares).filter((h) => Math.log(top / shares[h]) < NEAR);
}

/** Decibels between a card's highest and its lowest chance. */
export const diagnosticity = (chances) => weight(Math.max(...chances), Math.min(...chances));

/** Every single rating which, changed, makes one other account lead; smallest change first. */
export function flips(ratings, scale, counted, letters) {
  const logs = logsOf(ratings, scale, counted, letters);
  const first = ahead(logs);
  if (first.length !== 1) return [];
  const found = [];
  for (const [card, row] of Object.entries(ratings)) {
    for (const hypothesis of letters) {
      for (const after of STEPS) {
        const before = row[hypothesis];
        const moved = (counted[card] ?? 1) * Math.log(scale[after] / scale[before]);
        const then = ahead({ ...logs, [hypothesis]: logs[hypothesis] + moved });
        if (then.length === 1 && then[0] !== first[0]) {
          found.push({
            order: [Math.abs(after - before), Math.round(Math.abs(moved) * 1e9), found.length],
            flip: { card, hypothesis, before, after, leader: then[0] },
          });
        }
      }
    }
  }
  const by = (one, other, n = 0) => one[n] - other[n] || (n < 2 ? by(one, other, n + 1) : 0);
  return found.sort((one, other) => by(one.order, other.order)).map(({ flip }) => flip);
}

/** How many decibels each card may flatter the leader before its lead is gone. */
export const biasTolerance = (lead, cards) => lead / cards;

/** Whether no card tells any two accounts apart. */
export const tellsNothing = (ratings) =>
  Object.values(ratings).every((row) => new Set(Object.values(row)).size < 2);

/** Likelihood ratios of a test of H, passed and failed. */
export const outcomes = (p, q) => ({ passed: p / q, failed: (1 - p) / (1 - q) });

/** The kind of test; if E is likelier without H, of the test of "not H". */
export function kindOf(p, q) {
  const { passed, failed } = outcomes(Math.max(p, q), Math.min(p, q));
  const helps = passed >= STRONG - NEAR;
  const hurts = failed <= 1 / STRONG + NEAR;
  if (helps && hurts) return "doubly";
  return helps ? "smoking_gun" : hurts ? "hoop" : "straw";
}
