/**
 * What the Threat Weigher knows about a state, without a word or a picture: which stage is open,
 * which contrasts count, what they add up to. Everything here is a pure function.
 */
import { distanceToFlip, dominance, normalise, orderOf, score, shareHolding, shareInOrder } from "../arithmetic.js";

export const INTENTIONS = "perceived intentions";

/** The choice to leave intentions out: no measure, and then no fourth source. */
export const NEUTRAL = "neutral";
export const STAGES = ["predict", "weights", "intentions", "years"];

/** The claim that the learner picked, or undefined. */
export const claimOf = ({ config, value }) => config.claims.find((claim) => claim.id === value.claim);

/** What is committed and shown belongs to one claim: a stage is kept under both names. */
export const stageOf = (stage, claim) => `${stage}.${claim}`;

/** What was last committed at a stage for this claim, or undefined. */
export const kept = ({ record, value }, stage) => record.stages[stageOf(stage, value.claim)]?.last;

/** The value with which work on a claim begins: nothing set, but what was committed earlier. */
export function begin(state, claim) {
  const was = (stage) => state.record.stages[stageOf(stage, claim)]?.last ?? {};
  const [predict, weights, intentions, years] = STAGES.map(was);
  return {
    claim,
    year: intentions.year ?? weights.year ?? predict.year ?? null,
    guess: predict.choice ?? null,
    guess_share: predict.share ?? null,
    weights: intentions.weights ?? weights.weights ?? {},
    measures: intentions.measures ?? weights.measures ?? { ...state.config.plain },
    form: intentions.form ?? weights.form ?? "additive",
    with_intentions: Boolean(intentions.weights),
    tried: state.value?.tried ?? {},
    years_guess: years.choice ?? null,
  };
}

/** Intentions stay out of sight until the other three weights are committed. */
export function opened(state) {
  const has = (stage) => Boolean(kept(state, stage));
  return {
    predict: Boolean(claimOf(state) && state.value.year),
    weights: has("predict"),
    result: has("weights"),
    intentions: !state.three && has("weights") && Boolean(has("intentions") || state.value.with_intentions),
    years: has("intentions"),
    chart: has("years"),
  };
}

/** The same state with intentions still out of sight, for a look back at the three sources. */
export const withoutIntentions = (state) => ({ ...state, three: true });

/** The sources that count now: three, or all four once intentions were added and not left out. */
export function sourcesNow(state, chosen = state.value.measures) {
  return opened(state).intentions && chosen.intentions !== NEUTRAL
    ? state.config.sources
    : state.config.sources.filter((source) => source.id !== INTENTIONS);
}

/** One contrast, from -1 to 1 (sum) or as a log ratio (product); null where there are no data. */
export function contrastOf({ config }, claim, year, form, source, measure) {
  return config.contrasts[claim]?.[year]?.[form]?.[source.id]?.[measure] ?? null;
}

/**
 * The contrasts of the sources that count now; null where one is missing or not chosen.
 * @returns {number[] | null}
 */
export function contrastsNow(state, { year = state.value.year, form = state.value.form, measures = {} } = {}) {
  const chosen = { ...state.value.measures, ...measures };
  if (!year || !claimOf(state)) return null;
  const row = sourcesNow(state, chosen).map((source) =>
    contrastOf(state, state.value.claim, year, form, source, chosen[source.measure]),
  );
  return row.every((d) => d !== null) ? row : null;
}

/** The learner's weights for the sources that count now, null while one is not set. */
export const weightsNow = (state) =>
  normalise(sourcesNow(state).map((source) => state.value.weights?.[source.id]));

/**
 * All numbers of the result: null where something is not set yet.
 * `leads` is 1, -1 or 0: the first of the pair, the second, neither.
 */
export function result(state) {
  const contrasts = contrastsNow(state);
  if (!contrasts) return null;
  const weights = weightsNow(state);
  const raw = sourcesNow(state).map((source) => state.value.weights?.[source.id]);
  const total = weights && score(contrasts, weights);
  return {
    contrasts,
    weights,
    share: shareHolding(contrasts),
    dominance: dominance(contrasts),
    leads: weights === null ? null : Math.sign(Math.abs(total) < 1e-12 ? 0 : total),
    order: weights && orderOf(raw),
    inOrder: weights && shareInOrder(contrasts, orderOf(raw)),
    flip: weights && distanceToFlip(contrasts, weights),
  };
}

/** The share of weightings by year, with the measures of now. */
export function sharesByYear(state) {
  return claimOf(state).years.map((year) => {
    const contrasts = contrastsNow(state, { year });
    return { year, share: contrasts && shareHolding(contrasts) };
  });
}

/** The share under every way to measure intentions; null where there are no data. */
export function sharesByMeasure(state) {
  return state.config.measures.intentions.map((measure) => {
    const contrasts = contrastsNow(state, { measures: { intentions: measure } });
    return { measure, share: contrasts && shareHolding(contrasts) };
  });
}

/** Which ways to treat intentions were tried for this comparison, with the share under each. */
export function triedNow(state) {
  const tried = state.value.tried?.[state.value.claim] ?? [];
  return sharesByMeasure(state).filter(({ measure }) => tried.includes(measure));
}

/**
 * The sampled share of weightings under which the claim holds in all years. A sample without an
 * exception is not certainty, unless every year by itself is certain.
 */
export function jointShare(state, sampled) {
  const shares = sharesByYear(state).map(({ share }) => share);
  if (sampled === 1 && !shares.every((share) => share === 1)) return 0.9999;
  if (sampled === 0 && !shares.some((share) => share === 0)) return 0.0001;
  return sampled;
}

/** How the share moves between two years: "falls", "rises" or "stays" (within ten points). */
export function movement(from, to) {
  if (from === null || to === null) return null;
  if (Math.abs(to - from) < 0.1) return "stays";
  return to > from ? "rises" : "falls";
}

/** Weights as whole points that add up to 100 (largest remainders get the points left over). */
export function points(weights) {
  const exact = weights.map((w) => w * 100);
  const whole = exact.map((x) => Math.floor(x + 1e-9));
  const left = 100 - whole.reduce((a, b) => a + b, 0);
  const by = exact.map((x, k) => [x - whole[k], k]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (const [, k] of by.slice(0, left)) whole[k] += 1;
  return whole;
}

/**
 * A flip as moves of points out of 100, rounded up so that the move as printed is enough.
 * @returns {{moves: {from: number, points: number}[], to: number, total: number}}
 */
export function movesOf(weights, flip) {
  const change = flip.weights.map((w, k) => (w - weights[k]) * 100);
  const to = change.indexOf(Math.max(...change));
  const moves = change
    .map((points, from) => ({ from, points: Math.ceil(-points - 1e-9) }))
    .filter((move) => move.points > 0);
  return { moves, to, total: moves.reduce((n, move) => n + move.points, 0) };
}

/**
 * Where the first leads inside the triangle of three weights, as a polygon of weightings. With
 * intentions at weight `fourth`, the triangle holds what is left for the other three.
 * @param {number[]} contrasts  of the three corners
 * @param {number} level        what the fourth source adds, already weighted
 * @returns {number[][]}        corners of the region, as weights that add up to 1
 */
export function region(contrasts, level = 0) {
  const corners = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
  const at = (w) => level + score(contrasts, w);
  const out = [];
  corners.forEach((corner, k) => {
    const next = corners[(k + 1) % 3];
    const [here, there] = [at(corner), at(next)];
    if (here > 0) out.push(corner);
    if (here > 0 !== there > 0) {
      const t = here / (here - there);
      out.push(corner.map((w, i) => w + t * (next[i] - w)));
    }
  });
  return out;
}
