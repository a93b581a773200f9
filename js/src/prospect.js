/**
 * Prospect theory in JavaScript, so that a slider answers at once.
 *
 * It mirrors course/prospect.py; the argument, the assumptions and the sources are written there.
 * test/cases/prospect.json, written by the Python side, holds both to the same numbers.
 *
 * @typedef {{alpha: number, beta: number, loss_aversion: number, gamma: number, delta: number}} Parameters
 * @typedef {[outcome: number, probability: number][]} Prospect  what is left over goes to 0
 */

/** The medians of Tversky & Kahneman 1992. */
export const MEDIANS_1992 = Object.freeze({ alpha: 0.88, beta: 0.88, loss_aversion: 2.25, gamma: 0.61, delta: 0.69 });

/** Below this exponent the weighting function falls in places. */
export const SMALLEST_EXPONENT = 0.28;

/** @param {number} outcome  @param {Parameters} p */
export const value = (outcome, p = MEDIANS_1992) =>
  outcome >= 0 ? outcome ** p.alpha : -p.loss_aversion * (-outcome) ** p.beta;

/** @param {number} probability  @param {number} exponent  gamma for gains, delta for losses */
export function weighting(probability, exponent) {
  if (probability === 0 || probability === 1) return probability;
  const [pro, con] = [probability ** exponent, (1 - probability) ** exponent];
  return pro / (pro + con) ** (1 / exponent);
}

/**
 * The decision weight of each outcome, in the order given; from the extreme outcome inwards.
 * @param {Prospect} prospect  @param {Parameters} p
 */
export function decisionWeights(prospect, p = MEDIANS_1992) {
  const weights = prospect.map(() => 0);
  for (const [sign, exponent] of [[1, p.gamma], [-1, p.delta]]) {
    let [cumulated, weighed] = [0, 0];
    prospect
      .map(([outcome], index) => [outcome, index])
      .filter(([outcome]) => sign * outcome > 0)
      .sort(([one], [other]) => sign * (other - one))
      .forEach(([, index]) => {
        cumulated = Math.min(1, cumulated + prospect[index][1]);
        const now = weighting(cumulated, exponent);
        weights[index] = now - weighed;
        weighed = now;
      });
  }
  return weights;
}

/** @param {Prospect} prospect  @param {Parameters} p */
export function prospectValue(prospect, p = MEDIANS_1992) {
  const weights = decisionWeights(prospect, p);
  return prospect.reduce((total, [outcome], n) => total + weights[n] * value(outcome, p), 0);
}

/** The sure outcome that is worth as much. */
export function certaintyEquivalent(prospect, p = MEDIANS_1992) {
  const worth = prospectValue(prospect, p);
  return worth >= 0 ? worth ** (1 / p.alpha) : -((-worth / p.loss_aversion) ** (1 / p.beta));
}

/** The plain average outcome. */
export const expectedValue = (prospect) =>
  prospect.reduce((total, [outcome, probability]) => total + outcome * probability, 0);

/** "A" for the first of two prospects, "B" for the second, or "tie". */
export function preferred(first, second, p = MEDIANS_1992) {
  const [a, b] = [prospectValue(first, p), prospectValue(second, p)];
  if (Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b))) return "tie";
  return a > b ? "A" : "B";
}

/** What a fair coin must offer to win, per unit it may lose. */
export function acceptanceRatio(p = MEDIANS_1992, loss = 100) {
  const fear = -value(-loss, p) * weighting(0.5, p.delta);
  return (fear / weighting(0.5, p.gamma)) ** (1 / p.alpha) / loss;
}

/** The chance of success from which a risk-neutral actor intervenes. */
export const expectedUtilityThreshold = (sureLoss, worstLoss) => 1 - sureLoss / worstLoss;

/** The chance of success from which prospect theory predicts an intervention; null unless 0 < S < L. */
export function interventionThreshold(sureLoss, worstLoss, p = MEDIANS_1992) {
  if (!(sureLoss > 0 && sureLoss < worstLoss)) return null;
  const target = (sureLoss / worstLoss) ** p.beta;
  return bisect((chance) => target - weighting(1 - chance, p.delta));
}

/** The S/L at which both theories ask for the same chance of success, or null. */
export function crossover(p = MEDIANS_1992) {
  const boldness = (ratio) => {
    const gap = ratio ** p.beta - weighting(ratio, p.delta);
    return Math.abs(gap) > 1e-12 ? gap : 0;
  };
  if (boldness(1e-6) * boldness(1 - 1e-6) >= 0) return null;
  const sign = boldness(1e-6) > 0 ? -1 : 1;
  return bisect((ratio) => sign * boldness(ratio), 1e-6, 1 - 1e-6);
}

/**
 * The same final states seen from another reference point: which chance of success is asked for?
 * @param {number} reference  @param {Parameters} p
 */
export function thresholdWithReference(reference, p = MEDIANS_1992, { nothing = 60, success = 100, failure = 30 } = {}) {
  const sure = value(nothing - reference, p);
  return bisect((chance) =>
    prospectValue([[success - reference, chance], [failure - reference, 1 - chance]], p) - sure);
}

/** The risk-neutral threshold between three final states. */
export const finalStatesThreshold = ({ nothing = 60, success = 100, failure = 30 } = {}) =>
  (nothing - failure) / (success - failure);

/** Halve the interval until the place where `rising` turns positive is known. */
function bisect(rising, low = 0, high = 1) {
  for (let n = 0; n < 60; n += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** The number of a problem in print: 3' -> 3′. */
export const printed = (id) => id.replace("'", "′");
