/**
 * The course's arithmetic, once more in JavaScript, so that a slider answers at once.
 *
 * It mirrors course/weights.py, course/dilemma.py, course/power.py and course/agreement.py; the
 * reasons, derivations and sources are written there. test/cases, written by the
 * Python side, holds both to the same numbers.
 */

/** @typedef {"always" | "never" | "depends"} Dominance */
/** @typedef {{distance: number, weights: number[]}} Flip  distance = sum of all changes, 0 to 2 */

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/**
 * Scale weights so that they sum to 1; null while one is unset, negative, or all are zero.
 * @param {Array<number | null | undefined>} weights
 * @returns {number[] | null}
 */
export function normalise(weights) {
  if (!weights.length || !weights.every((w) => Number.isFinite(w) && w >= 0)) return null;
  const top = Math.max(...weights);
  if (top === 0) return null;
  const scaled = weights.map((w) => w / top);
  const total = sum(scaled);
  return scaled.map((w) => w / total);
}

/**
 * The exact share of all weightings for which the weighted sum of the contrasts is above 0.
 * @param {number[]} contrasts
 */
export function shareHolding(contrasts) {
  const against = contrasts.filter((d) => d < 0);
  const shares = new Array(against.length + 1).fill(0);
  for (const y of contrasts.filter((d) => d > 0)) {
    shares[0] = 1;
    against.forEach((x, h) => {
      shares[h + 1] = shares[h] / (1 - x / y) + shares[h + 1] / (1 - y / x);
    });
  }
  return Math.min(shares[against.length], 1);
}

/**
 * The exact share among the weightings that keep an order: groups of places, heaviest first.
 * @param {number[]} contrasts
 * @param {number[][]} order
 */
export function shareInOrder(contrasts, order) {
  if (order.length === 1) return shareHolding(contrasts);
  const shares = strictOrders(order).map((places) => {
    let total = 0;
    return shareHolding(places.map((place, n) => (total += contrasts[place]) / (n + 1)));
  });
  return sum(shares) / shares.length;
}

/** @param {number[][]} groups  @returns {number[][]} every strict order the groups allow */
export function strictOrders(groups) {
  return groups.reduce(
    (orders, group) =>
      orders.flatMap((order) => permutations(group).map((part) => [...order, ...part])),
    [[]],
  );
}

function permutations(items) {
  if (items.length < 2) return [items];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

/**
 * The order that a set of weights states: equal weights share a group.
 * @param {number[]} weights
 * @returns {number[][]}
 */
export function orderOf(weights) {
  const levels = [...new Set(weights)].sort((a, b) => b - a);
  return levels.map((level) => weights.flatMap((w, place) => (w === level ? [place] : [])));
}

/**
 * The smallest change of weights that reverses the verdict; null when none does.
 * @param {number[]} contrasts
 * @param {number[]} weights
 * @returns {Flip | null}
 */
export function distanceToFlip(contrasts, weights) {
  const start = normalise(weights);
  const top = Math.max(...contrasts.map(Math.abs)) || 1;
  const values = contrasts.map((d) => d / top);
  const total = score(values, start);
  const holds = total > 0;
  const support = holds ? values : values.map((d) => -d);
  const receiver = support.indexOf(Math.min(...support));
  if (support[receiver] > 0 || (support[receiver] === 0 && !holds)) return null;
  let surplus = Math.abs(total);
  let moved = 0;
  const after = [...start];
  const senders = support.map((_, place) => place).sort((a, b) => support[b] - support[a]);
  for (const sender of senders) {
    const gain = support[sender] - support[receiver];
    if (surplus <= 0 || gain <= 0) break;
    const amount = Math.min(start[sender], surplus / gain);
    after[sender] -= amount;
    moved += amount;
    surplus -= amount * gain;
  }
  after[receiver] += moved;
  return { distance: 2 * moved, weights: after };
}

/**
 * Does the verdict depend on the weights at all?
 * @param {number[]} contrasts
 * @returns {Dominance}
 */
export function dominance(contrasts) {
  if (contrasts.every((d) => d <= 0)) return "never";
  return contrasts.every((d) => d >= 0) ? "always" : "depends";
}

/**
 * The weighted sum: of contrasts (above 0 means the first leads) or of six shares (CINC).
 * @param {number[]} values
 * @param {number[]} weights  summing to 1
 */
export function score(values, weights) {
  return sum(values.map((value, k) => value * weights[k]));
}

/**
 * The security dilemma's game at an offence advantage from 0 to 1.
 * @param {number} offence
 * @returns {{temptation: number, reward: number, punishment: number, sucker: number}}
 */
export function payoffs(offence) {
  return { temptation: 2 + 2 * offence, reward: 3, punishment: 1, sucker: 1 - 2 * offence };
}

/** The belief from which on restraint pays; null when no belief suffices. */
export function criticalBelief({ temptation, reward, punishment, sucker }) {
  const trust = reward - temptation;
  const fear = punishment - sucker;
  if (trust < 0) return null;
  return fear <= 0 ? 0 : fear / (trust + fear);
}

/** The name of a game by the order of its payoffs. */
export function gameKind({ temptation: t, reward: r, punishment: p, sucker: s }) {
  if (t > r && r > p && p > s) return "Prisoner's Dilemma";
  if (r > t && t >= p && p > s) return "Stag Hunt";
  if (t > r && r > s && s > p) return "Chicken";
  if (r >= t && s >= p && (r > t || s > p)) return "Harmony";
  return "other";
}

/** What pays for a player with this belief; equal payoffs count as cooperating. */
export function choice({ temptation, reward, punishment, sucker }, belief) {
  const cooperate = belief * reward + (1 - belief) * sucker;
  const defect = belief * temptation + (1 - belief) * punishment;
  const near = 1e-12 * Math.max(1, Math.abs(cooperate), Math.abs(defect));
  return cooperate >= defect - near ? "cooperate" : "defect";
}

/** The belief that the other only wants security, after it showed a defensive posture. */
export function beliefAfterDefensivePosture(prior, distinguishability) {
  return prior ? prior / (prior + (1 - prior) * (1 - distinguishability)) : 0;
}

/** How strongly a state answers the other's arms. */
export const reactionStrength = (offence, distinguishability) =>
  2 * offence * (1 - distinguishability);

/**
 * Richardson's arms race: the level of each of two states that start alike, round by round.
 * @returns {number[]}
 */
export function spiral(offence, distinguishability, rounds = 10, { fatigue = 0.5, grievance = 0.05 } = {}) {
  const reaction = reactionStrength(offence, distinguishability);
  const levels = [1];
  for (let n = 0; n < rounds; n += 1) {
    const last = levels[n];
    levels.push((1 - fatigue) * last + reaction * last + grievance);
  }
  return levels;
}

/** Does that arms race come to rest? */
export const settles = (offence, distinguishability, fatigue = 0.5) =>
  reactionStrength(offence, distinguishability) < fatigue;
