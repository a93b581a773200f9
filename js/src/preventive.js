/**
 * Preventive war between two calculators, once more in JavaScript: it mirrors course/preventive.py,
 * where the reasons and sources are; test/cases/preventive.json holds both to the same numbers.
 * @typedef {{now: number, later: number, cost_a: number, cost_b: number}} Shift  shares, 0 to 1
 */
import { thresholdWithReference } from "./prospect.js";

/** The most that B would leave A after the shift without a war. @param {Shift} s */
export const waiting = (s) => Math.min(1, s.later + s.cost_b);

/** @param {Shift} s */
export const fightsNow = (s) => s.now - s.cost_a > waiting(s);

/** The chance to win today from which a calculating A fights. @param {Shift} s */
export const calculatingThreshold = (s) => waiting(s) + s.cost_a;

/** The same by prospect theory, seen from today's prospects or from `reference`; null where nothing is to weigh. */
export function prospectThreshold(s, p, reference = s.now) {
  const states = { nothing: waiting(s), success: 1 - s.cost_a, failure: -s.cost_a };
  if (!(states.failure < states.nothing && states.nothing < states.success)) return null;
  return thresholdWithReference(reference, p, states);
}
