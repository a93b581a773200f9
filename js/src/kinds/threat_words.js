/** What the Threat Weigher says: sentences from the catalogue, filled with the numbers of a state. */
import { capital, listed } from "../figures.js";
import { percent, say } from "../parts.js";
import {
  INTENTIONS, NEUTRAL, claimOf, jointShare, kept, movement, movesOf, points, result, sharesByYear, sourcesNow, withoutIntentions,
} from "./threat_model.js";

const tell = (state, key, more = {}) => {
  const claim = claimOf(state);
  const names = { observer: claim.observer.text, first: claim.first.text, second: claim.second.text, year: state.value.year };
  return capital(say(state.config.messages[key], { ...names, ...more }));
};

/** The leader by the learner's own weights. */
export function verdict(state, now = result(state)) {
  const words = state.config.messages;
  if (!now) return words.no_data;
  const names = sourcesNow(state).map((source) => source.id);
  if (!now.weights) {
    const open = names.filter((name) => (state.value.weights?.[name] ?? null) === null);
    return open.length ? say(words.verdict_open, { names: listed(open, words.and) }) : words.all_zero;
  }
  const shares = points(now.weights);
  const weights = listed(names.map((name, k) => `${name} ${shares[k]}`), words.and);
  if (now.leads === 0) return tell(state, "verdict_tie", { weights });
  const claim = claimOf(state);
  const leader = (now.leads > 0 ? claim.first : claim.second).text;
  // Said once, where the points are new: at the three sources.
  return tell(state, "verdict", { weights, leader, scaled: state.three ? words.scaled : "" });
}

/** Who led before intentions came in, where that has changed; else "". */
export function beforeSentence(state, now = result(state)) {
  const then = result(withoutIntentions(state));
  if (state.three || !now?.weights || !then?.weights || now.leads === then.leads) return "";
  const claim = claimOf(state);
  const words = state.config.messages;
  if (then.leads === 0) return words.before_level;
  return tell(state, "before_it_was", { leader: (then.leads > 0 ? claim.first : claim.second).text });
}

/**
 * What else could be meant by nearness, where the tables hold it. The share under that reading is
 * a sentence of its own, for those who have weighed: before, it would give the answer away.
 */
export function nearnessSentence(state, { share = false } = {}) {
  const claim = claimOf(state);
  if (!claim?.nearness) return "";
  const { capitals, border } = claim.nearness;
  const [low, high] = border[sourcesNow(state).length === 3 ? "three" : "four"];
  if (share) return tell(state, "nearness_share", { low, high, from: border.from, to: border.to });
  return tell(state, "nearness", { capital: capitals[state.value.year] });
}

/** The share of all weightings, with a plain word for what it is near to. */
export function shareSentence(state, now = result(state)) {
  if (!now) return "";
  const words = state.config.messages;
  if (now.dominance === "always") return tell(state, "share_always");
  if (now.dominance === "never") return tell(state, now.contrasts.every((d) => d === 0) ? "share_nothing" : "share_never");
  const near = now.share >= 0.4 && now.share <= 0.6 ? words.near_coin : now.share >= 0.95 ? words.near_all : now.share <= 0.05 ? words.near_none : "";
  return tell(state, "share", { share: percent(now.share, words) }) + near + words.stop;
}

/** What the learner predicted, and by how much the number was off. */
export function predicted(state, now = result(state)) {
  const said = kept(state, "predict");
  if (!said) return "";
  const claim = claimOf(state);
  return tell(state, "predicted", { who: claim[said.choice].text, share: said.share, year: said.year });
}

/** The share among the weightings that keep the learner's order. */
export function orderSentence(state, now = result(state)) {
  if (!now?.order) return "";
  const words = state.config.messages;
  if (now.order.length === 1) return words.order_none;
  const names = sourcesNow(state).map((source) => source.id);
  const order = now.order.map((group) => listed(group.map((k) => names[k]), words.and)).join(words.before);
  return tell(state, "in_order", { order, share: percent(now.inOrder, words) });
}

/** What would turn the verdict, in points out of 100. */
export function flipSentence(state, now = result(state)) {
  if (!now?.weights) return "";
  const words = state.config.messages;
  if (!now.flip) return words.flip_none;
  const names = sourcesNow(state).map((source) => source.id);
  const { moves, to } = movesOf(now.weights, now.flip);
  if (!moves.length) return words.flip_edge;
  const parts = moves.map((move, n) => say(n ? words.flip_more : words.flip_move, { n: move.points, source: names[move.from] }));
  return say(words.flip, { moves: listed(parts, words.and), to: names[to] });
}

/** Does the other form turn the verdict? "" when it does not. */
export function formSentence(state, now = result(state)) {
  const other = state.value.form === "additive" ? "geometric" : "additive";
  const then = result({ ...state, value: { ...state.value, form: other } });
  if (!now?.weights || !then?.weights || now.leads === then.leads) return "";
  const claim = claimOf(state);
  const who = then.leads > 0 ? claim.first.text : claim.second.text;
  return tell(state, then.leads === 0 ? "form_tie" : "form_turns", { form: state.config.messages[`form_${other}`], leader: who });
}

/** What the measures of intentions tried so far have shown. */
export function triedSentence(state, tried) {
  const known = tried.filter(({ share }) => share !== null);
  if (known.length < 2) return "";
  const words = state.config.messages;
  const n = known.filter(({ measure }) => measure !== NEUTRAL).length;
  const shares = known.map(({ share }) => share);
  const [low, high] = [Math.min(...shares), Math.max(...shares)].map((share) => percent(share, words));
  const what = say(n === 1 ? words.tried_one : words.tried_many, { n }) + (n < known.length ? words.tried_without : "");
  return tell(state, low === high ? "tried_same" : "tried_range", { tried: what, low, high });
}

/** The share that only Python can sample; its error where it shows at one decimal. */
export function jointSentence(state, { share, error, draws }) {
  const claim = claimOf(state);
  const rough = (error * 100).toFixed(1);
  return tell(state, rough === "0.0" ? "joint_plain" : "joint", {
    from: claim.years[0], to: claim.years.at(-1), draws: draws.toLocaleString("en"), error: rough,
    share: percent(jointShare(state, share), state.config.messages),
  });
}

/** What the years show, beside what the learner predicted. */
export function yearsSentence(state) {
  const words = state.config.messages;
  const known = sharesByYear(state).filter(({ share }) => share !== null);
  if (known.length < 2) return words.no_data;
  const [from, to] = [known[0], known.at(-1)];
  const all = known.map(({ share }) => share);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const head = tell(state, "years_result", {
    from: from.year, to: to.year, a: percent(from.share, words), b: percent(to.share, words),
    low: percent(low, words), high: percent(high, words),
  });
  const same = high - low < 0.1 ? ` ${say(words.years_same, { from: from.year, to: to.year })}` : "";
  return head + same;
}

/** The prediction about the years, and what happened between the same two of them. */
export function yearsPredicted(state) {
  const said = kept(state, "years");
  const words = state.config.messages;
  const known = sharesByYear(state);
  const moved = movement(known[0].share, known.at(-1).share);
  return said ? say(words.years_predicted, { said: words[`moves_${said.choice}`], is: words[`moves_${moved}`] ?? "–" }) : "";
}

/** The sentence under the triangle. */
export function triangleSentence(state, now, slice) {
  const names = sourcesNow(state).map((source) => source.id);
  if (!names.includes(INTENTIONS)) return tell(state, "triangle");
  const shares = now.weights ? points(now.weights) : null;
  if (!shares) return state.config.messages.triangle_wait;
  return tell(state, "triangle_slice", { n: shares[3], rest: 100 - shares[3], share: percent(slice, state.config.messages) });
}
