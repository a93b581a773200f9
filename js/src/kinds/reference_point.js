/**
 * Three endings that stay where they are, and the point from which they count as gains or losses.
 * Then a map of situations, and the rational twin. The arithmetic is in prospect.js and
 * preventive.js (as in course/prospect.py and course/preventive.py).
 */
import { html, nothing, svg } from "lit-html";
import { columns, step } from "../figures.js";
import {
  alertLine, asTable, commitBar, dot, drawing, group, label, liveSentence, numberBox, radios, say, slider, table,
} from "../parts.js";
import { calculatingThreshold, fightsNow, prospectThreshold, waiting } from "../preventive.js";
import { crossover, finalStatesThreshold, interventionThreshold, thresholdWithReference } from "../prospect.js";
import { scaleLinear } from "../scale.js";

export const PREDICT = "predict";
export const SMALL = "small";
export const POINTS = ["old", "new", "same"];
export const ANSWERS = ["bolder", "careful", "same"];
export const TWIN = ["now", "later", "cost_a", "cost_b"];
const [ACROSS, UP] = [15, 13]; // squares of the map
const AGREE = 0.01; // thresholds within one point count as the same

const percent = (x) => (x * 100).toFixed(0);
const tenths = (x) => (x * 100).toFixed(1);

/** The parameters with the λ that is chosen. */
export const parameters = ({ config, value }) => ({ ...config.medians, loss_aversion: value.lambda ?? 2.25 });

/** Where the reference point stands; the old position until it is moved. */
export const referenceOf = ({ config, value }) => value.reference ?? config.states.success;

/** The final states when doing nothing costs the part `ratio` of the worst loss. */
export const statesAt = ({ success, failure }, ratio) => ({ success, failure, nothing: success - ratio * (success - failure) });

/** S/L as it stands; the case of the text until it is moved. */
export const ratioOf = ({ config: { states: s }, value }) => value.ratio ?? (s.success - s.nothing) / (s.success - s.failure);

/** What the endings cost or bring: the sure loss, the worst loss, and how far down from doing nothing. */
export const costs = ({ success, nothing: stay, failure }) =>
  ({ success, nothing: stay, sure: success - stay, worst: success - failure, down: stay - failure });

/** Bolder than the calculator, more careful, or alike. */
export function compared(p, eu) {
  if (Math.abs(p - eu) <= AGREE) return "alike";
  return p < eu ? "bolder" : "careful";
}

/** The result for the fixed endings, as a sentence. */
export function sentence(state) {
  const { config } = state;
  const words = config.messages;
  const reference = referenceOf(state);
  const p = thresholdWithReference(reference, parameters(state), config.states);
  const eu = finalStatesThreshold(config.states);
  const { success, failure } = config.states;
  const flat = reference >= success ? words.lambda_nothing : reference <= failure ? words.lambda_nothing_gains : "";
  return [say(words.result, { reference, p: tenths(p), eu: tenths(eu) }), words[compared(p, eu)], flat].filter(Boolean).join(" ");
}

/** An ending as gain or loss from the reference point. */
export function change(words, end, reference) {
  const x = end - reference;
  if (x === 0) return words.zero;
  return say(x > 0 ? words.gain : words.loss, { x: Math.abs(x) });
}

let drawnMap = { lambda: null, cells: [] };

/** Every square of the map: threshold, calculator's threshold, and how they compare. */
export function mapCells(states, p) {
  const key = JSON.stringify([states.success, states.failure, p]);
  if (drawnMap.key === key) return drawnMap.cells;
  const cells = [];
  for (let i = 0; i < ACROSS; i += 1) for (let j = 0; j < UP; j += 1) {
    const reference = states.failure + ((i + 0.5) / ACROSS) * (states.success - states.failure);
    const ratio = (j + 0.5) / UP;
    const here = thresholdWithReference(reference, p, statesAt(states, ratio));
    cells.push({ i, j, reference, ratio, p: here, eu: 1 - ratio, which: compared(here, 1 - ratio) });
  }
  drawnMap = { key, cells };
  return cells;
}

/** What the map shows, as a sentence. */
export function mapSentence(state) {
  const { config } = state;
  const words = config.messages;
  const [reference, ratio, p] = [referenceOf(state), ratioOf(state), parameters(state)];
  const here = thresholdWithReference(reference, p, statesAt(config.states, ratio));
  const cells = mapCells(config.states, p);
  const count = (which) => cells.filter((cell) => cell.which === which).length;
  return say(words.map_says, {
    lambda: p.loss_aversion, reference, ratio: ratio.toFixed(2), p: tenths(here), eu: tenths(1 - ratio),
    so: words[compared(here, 1 - ratio)], bolder: count("bolder"), careful: count("careful"), all: cells.length,
  });
}

/** The twin's numbers as they stand. */
export const twinOf = ({ config, value }) =>
  Object.fromEntries(TWIN.map((name) => [name, value[name] ?? config.twin[name]]));

/** What both theories say of the same shift, in sentences. */
export function twinSentences(state) {
  const words = state.config.messages;
  const s = twinOf(state);
  const fights = fightsNow(s);
  const whole = state.value.twin_reference === "whole";
  const p = prospectThreshold(s, parameters(state), whole ? 1 : s.now);
  const two = (x) => x.toFixed(2);
  const values = { war: two(s.now - s.cost_a), now: two(s.now), cost_a: two(s.cost_a), wait: two(waiting(s)), later: two(s.later), cost_b: two(s.cost_b) };
  const lines = [say(words.twin_war, values), say(words.twin_wait, values), fights ? words.twin_fights : words.twin_waits];
  if (s.later >= s.now) lines.push(words.twin_no_shift);
  if (p === null) return { lines: [...lines, words.twin_prospect_none], same: null };
  const too = s.now > p;
  lines.push(say(words.twin_prospect, {
    seen: say(whole ? words.twin_seen_whole : words.twin_seen_today, { now: two(s.now) }), p: percent(p), eu: percent(calculatingThreshold(s)), chance: percent(s.now),
    does: too ? words.does_fight : words.does_wait,
  }));
  return { lines: [...lines, too === fights ? words.twin_same : words.twin_part], same: too === fights };
}

function scale(state) {
  const { config } = state;
  const words = config.messages;
  const width = Math.min(state.width, 620);
  const x = scaleLinear([0, 110], [8, width - 8]);
  const reference = referenceOf(state);
  const ends = [["failure", words.end_failure], ["nothing", words.end_nothing], ["success", words.end_success]];
  const anchor = (at) => (at > 85 ? "end" : at < 25 ? "start" : "middle");
  return drawing({ width, height: 132, label: say(words.picture_says, { ...config.states, reference }) }, svg`
    <rect class="tpl-loss-side" x=${x(0)} y="44" width=${x(reference) - x(0)} height="26"></rect>
    <rect class="tpl-frame" x=${x(0)} y="44" width=${x(110) - x(0)} height="26"></rect>
    <line class="tpl-needle" x1=${x(reference)} x2=${x(reference)} y1="30" y2="76"></line>
    ${label(x(reference), 24, say(words.picture_reference, { reference }), anchor(reference), "tpl-strong")}
    ${label(x(reference) - 8, 40, words.picture_losses, "end")}
    ${reference < 92 ? label(x(reference) + 8, 40, words.picture_gains) : nothing}
    ${ends.map(([name, text], n) => {
      const at = config.states[name];
      return svg`${dot(x(at), 57, "tpl-here", name === "nothing" ? "square" : "circle", 6)}
        ${label(x(at), 92 + 16 * n, `${at}: ${text}`, anchor(at), "tpl-halo")}`;
    })}`);
}

function theMap(state) {
  const { config } = state;
  const words = config.messages;
  const { width } = columns(state);
  const height = Math.min(width, 360);
  const { success, failure } = config.states;
  const x = scaleLinear([failure, success], [40, width - 12]);
  const y = scaleLinear([0, 1], [height - 42, 10]);
  const [w, h] = [(x(success) - x(failure)) / ACROSS, (y(0) - y(1)) / UP];
  const p = parameters(state);
  const cells = mapCells(config.states, p);
  const edge = crossover(p);
  return html`${drawing({ width, height, label: mapSentence(state) }, svg`
    ${cells.map(({ i, j, which }) => svg`<rect class=${`tpl-cell tpl-${which}`} x=${x(failure) + i * w} y=${y(0) - (j + 1) * h} width=${w} height=${h}></rect>
      ${which === "alike" ? nothing : label(x(failure) + (i + 0.5) * w, y(0) - (j + 0.5) * h + 4, which === "bolder" ? "−" : "+", "middle")}`)}
    ${edge === null ? nothing : svg`<line class="tpl-needle" x1=${x(success) - w} x2=${x(success) + 6} y1=${y(edge)} y2=${y(edge)}></line>`}
    <circle class="tpl-ring" cx=${x(referenceOf(state))} cy=${y(ratioOf(state))} r="10"></circle>
    ${[0, 0.5, 1].map((ratio) => label(x(failure) - 6, y(ratio) + 4, ratio, "end"))}
    ${[failure, success].map((r, n) => label(x(r), height - 24, r, n ? "end" : "start"))}
    ${label((x(failure) + x(success)) / 2, height - 6, words.map_x, "middle")}
    ${label(-(y(0.75)), 14, words.map_y, "middle", "tpl-upright")}`)}
    <p class="tpl-small">${say(words.map_key, { crossover: edge === null ? "–" : edge.toFixed(3) })}</p>`;
}

function mapPart(state, act) {
  const { config } = state;
  const words = config.messages;
  const { wide } = columns(state);
  const p = parameters(state);
  const reference = referenceOf(state);
  const ratio = ratioOf(state);
  const rows = [0.05, 0.1, 0.25, 0.5, 0.75, 0.95].map((r) => [
    r.toFixed(2), `${tenths(thresholdWithReference(reference, p, statesAt(config.states, r)))} %`, `${tenths(1 - r)} %`,
  ]);
  return step(words.map_head, html`
    <p>${words.map_text}</p>
    <div class=${wide ? "tpl-columns" : ""}>
      <div>${slider({
        id: act.id("ratio"), label: words.ratio_label, min: 0.05, max: 0.95, step: 0.01,
        value: state.value.ratio ?? null, rest: ratio, show: (r) => r.toFixed(2),
        unset: say(words.ratio_start, { x: ratio.toFixed(2) }),
        onset: (r) => act.set({ ratio: Number(r.toFixed(2)) }),
      })}
      ${liveSentence(mapSentence(state))}
      ${asTable(state, words.map_table, [words.head_ratio, words.head_cpt, words.head_eu], rows)}</div>
      <div>${theMap(state)}</div>
    </div>`);
}

function smallPart(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const kept = record.stages[SMALL];
  const p = interventionThreshold(10, 100, config.medians);
  return step(words.small_head, html`
    ${radios({
      name: act.id("small"), legend: words.small_text, options: ANSWERS.map((id) => ({ id, text: words[`small_${id}`] })),
      value: value.guess_small ?? null, onpick: (guess_small) => act.set({ guess_small }),
    })}
    ${commitBar(state, act, {
      stage: SMALL, value: { choice: value.guess_small ?? null }, label: words.small_commit,
      missing: value.guess_small ? "" : words.missing_small, first: words[`small_${kept?.first?.choice}`],
    })}
    ${kept ? html`<p>${say(words.small_answer, { p: tenths(p), eu: tenths(0.9) })}</p>` : nothing}`);
}

function twinPart(state, act) {
  const words = state.config.messages;
  const at = twinOf(state);
  const { lines } = twinSentences(state);
  return step(words.twin_head, html`
    <p>${words.twin_text}</p>
    <div class="tpl-thirds">${TWIN.map((name) => slider({
      id: act.id(name), label: words[`${name}_label`], min: 0, max: name.startsWith("cost") ? 0.5 : 1, step: 0.01,
      value: state.value[name] ?? null, rest: at[name], show: (x) => x.toFixed(2),
      unset: say(words.at_start, { x: at[name].toFixed(2) }),
      onset: (x) => act.set({ [name]: Number(x.toFixed(2)) }),
    }))}</div>
    ${radios({
      name: act.id("twin-reference"), legend: words.twin_reference, inline: true,
      options: [{ id: "today", text: words.twin_today }, { id: "whole", text: words.twin_whole }],
      value: state.value.twin_reference ?? "today", onpick: (twin_reference) => act.set({ twin_reference }),
    })}
    <p>${words.twin_try}</p>
    ${liveSentence(html`${lines.map((line, n) => html`<span class="tpl-block">${n === 2 || n === lines.length - 1 ? html`<strong>${line}</strong>` : line}</span>`)}`)}`);
}

function explore(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const said = record.stages[PREDICT].last;
  const at = (reference) => tenths(thresholdWithReference(reference, config.medians, config.states));
  const reference = referenceOf(state);
  const ends = [["success", words.end_success], ["nothing", words.end_nothing], ["failure", words.end_failure]];
  return html`
    <p>${say(words.you_said, { ...config.states, said: say(words[`option_${said.choice}`], config.states), chance: said.chance })}
      <strong>${say(words.answer, { ...config.states, old: at(config.states.success), new: at(config.states.nothing) })}</strong></p>
    <p>${say(words.why, costs(config.states))}</p>
    ${step(words.handle_head, html`
      ${slider({
        id: act.id("reference"), label: words.reference_label, ends: [words.reference_low, words.reference_high],
        min: config.states.failure, max: config.states.success, step: 1, value: value.reference ?? null, rest: reference,
        unset: say(words.at_start, { x: reference }), onset: (r) => act.set({ reference: r }),
      })}
      ${scale(state)}
      ${radios({
        name: act.id("lambda"), legend: words.lambda_label, inline: true,
        options: config.lambdas.map((x) => ({ id: String(x), text: words[`lambda_${String(x).replace(".", "_")}`] })),
        value: String(value.lambda ?? 2.25), onpick: (x) => act.set({ lambda: Number(x) }),
      })}
      ${liveSentence(html`<strong>${sentence(state)}</strong>`)}
      ${table(say(words.ends_table, { reference }), [words.head_end, words.head_state, say(words.head_change, { reference })],
        ends.map(([name, text]) => [text, config.states[name], change(words, config.states[name], reference)]))}
      <p>${words.coder}</p>`)}
    ${smallPart(state, act)}
    ${record.stages[SMALL] ? html`${mapPart(state, act)}${twinPart(state, act)}` : nothing}
    <p class="tpl-small">${words.assumptions}</p>`;
}

export function view(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const kept = record.stages[PREDICT];
  const eu = percent(finalStatesThreshold(config.states));
  const chance = value.guess_chance ?? null;
  const missing = !value.guess ? words.missing_choice : chance === null ? words.missing_chance : "";
  return html`
    <p>${say(words.scene, config.states)} ${say(words.scene_eu, { ...costs(config.states), eu })}</p>
    ${group(words.predict_head, html`
      ${radios({
        name: act.id("guess"), legend: say(words.predict, config.states),
        options: POINTS.map((id) => ({ id, text: say(words[`option_${id}`], config.states) })),
        value: value.guess ?? null, onpick: (guess) => act.set({ guess }),
      })}
      ${numberBox({
        id: act.id("chance"), label: say(words.chance_label, config.states), min: 0, max: 100, value: chance, unit: "%",
        onset: (guess_chance) => act.set({ guess_chance }),
      })}
      ${commitBar(state, act, {
        stage: PREDICT, value: { choice: value.guess ?? null, chance }, label: words.commit, missing,
        first: kept?.first && `${say(words[`option_${kept.first.choice}`], config.states)} ${kept.first.chance} %`,
      })}`)}
    ${alertLine(state)}
    ${kept ? explore(state, act) : html`<p class="tpl-small">${words.closed}</p>`}`;
}
