/** What the Factor Weigher says: sentences from the catalogue, filled with the numbers of a state. */
import { listed } from "../figures.js";
import { percent, say } from "../parts.js";
import { byRule, result } from "./factor_model.js";

/** 0, ½ or 1. */
export const code = (x) => (x === 0.5 ? "½" : String(x));

/** A number of cases: whole, or with a half where two cases count once. */
export const count = (n) => String(Math.round(n * 10) / 10);

/** Weights as points of 100, each with its factor. */
export const pointsText = (state, weights) =>
  listed(state.config.factors.map(({ id }, k) => `${id} ${Math.round(weights[k] * 100)}`), state.config.messages.and);

/** The prediction beside what all crises show. */
export function presentSentences(state) {
  const words = state.config.messages;
  const rows = state.record.reveal.present;
  const factor = state.config.present;
  const inside = rows.filter(({ x }) => x === 1);
  const out = rows.filter(({ x }) => x !== 1);
  const force = (set) => set.filter((row) => row.force).length;
  return [
    say(words.present, {
      all: rows.length, factor, n: inside.length, k: force(inside), said: state.record.stages.positives.last.chance,
      share: percent(force(inside) / inside.length, words),
    }),
    say(words.present_without, { factor, n: out.length, k: force(out) }),
    say(force(out) === 0 ? words.necessary : words.not_necessary, { factor }),
  ];
}

/** The hits, beside the three models without weights. */
export function hitsSentence(state, now = result(state)) {
  const { alwaysNo, bestSingle, equalWeights } = now.baselines;
  return say(state.config.messages.hits, {
    hits: count(now.hits), of: count(now.of), no: count(alwaysNo), single: count(bestSingle), equal: count(equalWeights),
  });
}

export const conclusion = (state, now = result(state)) => state.config.messages[now.beats ? "beats" : "not_beats"];

/** An error in points, never printed as nothing. */
export const errorText = (error) => (error * 100 < 0.05 ? "<0.1" : (error * 100).toFixed(1));

/** A sampled share is no certainty, however many agree. */
export const sampled = (share) => Math.min(0.9999, Math.max(0.0001, share));

/** How many weightings agree. */
export function robustSentence(state, answer) {
  const words = state.config.messages;
  return say(words.robust, {
    share: percent(sampled(answer.order.agree), words), error: errorText(answer.order.error),
    draws: answer.draws.toLocaleString("en"), all: percent(sampled(answer.all.agree), words),
  });
}

export function asGoodSentence(state, answer) {
  const words = state.config.messages;
  return say(words.as_good, { share: percent(sampled(answer.order.as_good), words), all: percent(sampled(answer.all.as_good), words) });
}

/** The banner: under which other rules the conclusion is another one; "" under none. */
export function ruleSentence(state) {
  const words = state.config.messages;
  const turned = byRule(state).filter(({ turns }) => turns).map(({ rule }) => words[`rule_short_${rule}`]);
  return turned.length ? say(words.rule_turns, { rules: listed(turned, words.and) }) : "";
}

/** What the rival's lawyer found. */
export function lawyerSentence(state, answer, of) {
  const words = state.config.messages;
  const values = {
    account: words[`account_${answer.account.toLowerCase()}`], hits: count(answer.hits), of: count(of),
    share: percent(answer.share, words), mine: percent(answer.mine, words),
  };
  return say(answer.weights ? words.lawyer_found : words.lawyer_none, values);
}
