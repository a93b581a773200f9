/**
 * Prospect theory's two curves, bent by hand, and a table of the problems of 1979: which majorities
 * does the formula reproduce? Then one demonstration: between two losses, λ does nothing.
 * The arithmetic is in prospect.js (as in course/prospect.py).
 */
import { html, nothing, svg } from "lit-html";
import { columns, listed, polyline, rankBars, step } from "../figures.js";
import {
  alertLine, button, commitBar, drawing, group, label, liveSentence, numberBox, plain, radios, say, slider, table,
} from "../parts.js";
import { printed, prospectValue, value as valueOf, weighting } from "../prospect.js";
import { scaleLinear } from "../scale.js";

export const PREDICT = "predict";
export const LAMBDA = "lambda";
export const HANDLES = { alpha: [0.3, 1.2, 0.01], loss_aversion: [1, 4, 0.05], gamma: [0.3, 1.2, 0.01], delta: [0.3, 1.2, 0.01] };
export const OPTIONS = ["more", "fewer", "nothing"];
/** CSS pixels from which the table has room for six columns; below, the options stand under the number. */
const ROOM = 600;
const NAMES = { alpha: "alpha", loss_aversion: "lambda", gamma: "gamma", delta: "delta" };

/** The parameters as they stand: where none was moved, the median. */
export function parameters({ config, value }) {
  const at = Object.fromEntries(Object.keys(HANDLES).map((name) => [name, value[name] ?? config.medians[name]]));
  return { ...at, beta: at.alpha };
}

/** What the formula chooses in each problem. */
export function choices(problems, p) {
  return problems.map((problem) => {
    const [a, b] = [prospectValue(problem.a, p), prospectValue(problem.b, p)];
    const tied = Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));
    const chosen = tied ? "tie" : a > b ? "A" : "B";
    return { ...problem, value_a: a, value_b: b, chosen, matches: chosen === problem.majority };
  });
}

/** The result as a sentence. */
export function sentence(state) {
  const words = state.config.messages;
  const rows = choices(state.record.reveal.problems, parameters(state));
  const names = (some) => listed(some.map(({ id }) => printed(id)), words.and);
  const missed = rows.filter(({ matches }) => !matches);
  const tied = rows.filter(({ chosen }) => chosen === "tie");
  return [
    say(words.result, { n: rows.length - missed.length, all: rows.length }),
    missed.length ? say(words.result_missed, { numbers: names(missed) }) : words.result_all,
    tied.length ? say(words.tie, { numbers: names(tied) }) : "",
    say(words.result_predicted, { count: state.record.stages[PREDICT].last.count }),
  ].filter(Boolean).join(" ");
}

/** A prospect in words: "4,000 at 80 %". */
export function prospectText(words, pairs) {
  const number = (x) => `${x < 0 ? "−" : ""}${Math.abs(x).toLocaleString("en")}`;
  return pairs.map(([x, p]) => (p === 1
    ? say(words.sure, { x: number(x) })
    : say(words.part, { x: number(x), p: Number((p * 100).toFixed(4)) }))).join(", ") || words.none;
}

/** The two choices of the demonstration, valued with a λ. */
export function demonstration({ config }, lambda) {
  const p = { ...config.medians, loss_aversion: lambda };
  const [loss, chance] = config.gamble;
  const [[win], [lose]] = config.mixed;
  const sure = prospectValue([[-config.sure, 1]], p);
  const gamble = prospectValue([[-loss, chance]], p);
  const coin = prospectValue(config.mixed, p);
  const gain = weighting(0.5, p.gamma) * valueOf(win, p);
  const turn = gain / (weighting(0.5, p.delta) * -valueOf(lose, { ...p, loss_aversion: 1 }));
  return { sure, gamble, coin, turn };
}

const signed = (x, digits = 1) => `${x < 0 ? "−" : ""}${Math.abs(x).toFixed(digits)}`;

function valueCurve(state, p) {
  const words = state.config.messages;
  const { width } = columns(state);
  const height = Math.min(width, 260);
  const [gain, loss] = [valueOf(100, p), valueOf(-100, p)];
  const top = Math.max(gain, -loss, 1);
  const x = scaleLinear([-100, 100], [10, width - 10]);
  const y = scaleLinear([-top, top], [height - 24, 8]);
  const points = Array.from({ length: 81 }, (_, n) => -100 + n * 2.5).map((at) => [x(at), y(valueOf(at, p))]);
  const says = say(words.value_says, { gain: signed(gain), loss: signed(loss) });
  return html`<section aria-label=${words.value_head}><p class="tpl-head">${words.value_head}</p>
    ${drawing({ width, height, label: says }, svg`
      <line class="tpl-grid" x1=${x(-100)} x2=${x(100)} y1=${y(0)} y2=${y(0)}></line>
      <line class="tpl-grid" x1=${x(0)} x2=${x(0)} y1=${y(-top)} y2=${y(top)}></line>
      ${polyline(points, "tpl-first")}
      ${label(x(100), y(gain) + (gain > top * 0.8 ? 18 : -8), signed(gain), "end", "tpl-strong tpl-halo")}
      ${label(x(-100) + 34, y(loss) - 2, signed(loss), "start", "tpl-strong tpl-halo")}
      ${label(x(100), height - 4, words.value_axis, "end")}`)}
    <p class="tpl-small">${says}</p></section>`;
}

function weightCurve(state, p) {
  const words = state.config.messages;
  const { width } = columns(state);
  const height = Math.min(width, 260);
  const x = scaleLinear([0, 1], [10, width - 10]);
  const y = scaleLinear([0, 1], [height - 24, 8]);
  const along = (exponent) => Array.from({ length: 101 }, (_, n) => n / 100).map((at) => [x(at), y(weighting(at, exponent))]);
  const says = say(words.weight_says, { small: weighting(0.05, p.gamma).toFixed(2), large: weighting(0.9, p.gamma).toFixed(2) });
  return html`<section aria-label=${words.weight_head}><p class="tpl-head">${words.weight_head}</p>
    ${drawing({ width, height, label: says }, svg`
      <line class="tpl-grid" x1=${x(0)} x2=${x(1)} y1=${y(0)} y2=${y(1)}></line>
      <line class="tpl-grid" x1=${x(0)} x2=${x(1)} y1=${y(0)} y2=${y(0)}></line>
      ${polyline(along(p.gamma), "tpl-first")}
      ${polyline(along(p.delta), "tpl-second tpl-dashed")}
      ${label(x(0.02), 20, words.weight_gains, "start", "tpl-strong")}${label(x(0.02), 38, words.weight_losses)}
      ${label(x(1), height - 4, words.weight_axis, "end")}`)}
    <p class="tpl-small">${says}</p><p class="tpl-small">${words.weight_belief}</p></section>`;
}

function handle(state, act, name) {
  const words = state.config.messages;
  const [min, max, by] = HANDLES[name];
  const median = state.config.medians[name];
  return slider({
    id: act.id(name), label: words[`${NAMES[name]}_label`], note: words[`${NAMES[name]}_note`],
    value: state.value[name] ?? null, rest: median, min, max, step: by,
    show: (x) => x.toFixed(2), unset: say(words.at_median, { x: median.toFixed(2) }),
    onset: (x) => act.set({ [name]: Number(x.toFixed(2)) }),
  });
}

function problemTable(state) {
  const words = state.config.messages;
  const rows = choices(state.record.reveal.problems, parameters(state));
  const wide = state.width >= ROOM;
  const options = (row) => [prospectText(words, row.a), prospectText(words, row.b)];
  const small = (text) => html`<small class="tpl-block">${text}</small>`;
  const [a, b] = [words.narrow_a, words.narrow_b];
  const name = (row) => html`${printed(row.id)}${row.given ? html` <small>${say(words.given, { sum: row.given.toLocaleString("en") })}</small>` : nothing}${
    wide ? nothing : options(row).map((text, n) => small(say(n ? b : a, { text })))}${
    row.confirmed ? nothing : html` <small>(${words.memory})</small>`}`;
  return html`<div class=${wide ? "tpl-roomy" : "tpl-tight"}>${table(words.table_head,
    [words.head_problem, ...(wide ? [words.head_a, words.head_b] : []), words.head_majority, words.head_model, words.head_match],
    rows.map((row) => [
      name(row), ...(wide ? options(row) : []),
      say(words.majority_cell, { option: row.majority, percent: row.percent }),
      row.chosen === "tie" ? words.indifferent : row.chosen,
      row.matches ? words.yes : html`<strong>${words.no}</strong>`,
    ]))}</div>`;
}

function lab(state, act) {
  const { config } = state;
  const words = config.messages;
  const p = parameters(state);
  const { wide } = columns(state);
  const straight = { alpha: 1, loss_aversion: 1, gamma: 1, delta: 1 };
  const at = (settings) => Object.entries(settings).every(([name, x]) => Math.abs(p[name] - x) < 1e-9);
  const medians = Object.fromEntries(Object.keys(HANDLES).map((name) => [name, config.medians[name]]));
  return html`
    ${liveSentence(html`<strong>${sentence(state)}</strong>`)}
    <div class=${wide ? "tpl-columns" : ""}>
      <section aria-label=${words.controls}><p class="tpl-head">${words.controls}</p>
        ${Object.keys(HANDLES).map((name) => handle(state, act, name))}
        <div class="tpl-buttons" role="group" aria-label=${words.presets}>
          ${button(words.preset_medians, () => act.set(medians), { pressed: at(medians) })}
          ${button(words.preset_straight, () => act.set(straight), { pressed: at(straight) })}
        </div></section>
      <div>${valueCurve(state, p)}${weightCurve(state, p)}</div>
    </div>
    ${problemTable(state)}
    <details class="tpl-details"><summary>${words.misses_more}</summary><p>${words.misses_note}</p></details>`;
}

function lambdaPart(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const [loss, chance] = config.gamble;
  const [[win], [lose]] = config.mixed;
  const given = { sure: config.sure, loss, p: chance * 100 };
  const kept = record.stages[LAMBDA];
  const lambda = value.shown_lambda ?? config.medians.loss_aversion;
  const d = demonstration(state, lambda);
  const { wide, width } = columns(state);
  const bars = (rows, says) => rankBars(rows, Math.min(width, 460), says);
  const losses = say(words.lambda_says, {
    lambda: lambda.toFixed(2), sure_value: signed(d.sure), gamble_value: signed(d.gamble),
    better: d.gamble > d.sure ? words.lambda_better_gamble : words.lambda_better_sure,
  });
  const mixed = say(words.lambda_mixed_says, {
    value: signed(d.coin), taken: d.coin > 0 ? words.lambda_taken : words.lambda_left, turn: d.turn.toFixed(2),
  });
  return step(words.lambda_head, html`
    <p>${say(words.lambda_text, given)}</p>
    ${radios({
      name: act.id("guess"), legend: words.lambda_predict,
      options: OPTIONS.map((id) => ({ id, text: words[`option_${id}`] })),
      value: value.guess ?? null, onpick: (guess) => act.set({ guess }),
    })}
    ${commitBar(state, act, {
      stage: LAMBDA, value: { choice: value.guess ?? null }, label: words.lambda_commit,
      missing: value.guess ? "" : words.lambda_missing, first: words[`option_${kept?.first?.choice}`],
    })}
    ${kept ? html`
      <p>${words[`lambda_answer_${kept.last.choice}`]}</p>
      ${slider({
        id: act.id("shown-lambda"), label: words.lambda_move, min: 1, max: 3, step: 0.05,
        value: value.shown_lambda ?? null, rest: lambda, show: (x) => x.toFixed(2),
        unset: say(words.at_median, { x: lambda.toFixed(2) }),
        onset: (x) => act.set({ shown_lambda: Number(x.toFixed(2)) }),
      })}
      <div class=${wide ? "tpl-columns" : ""}>
        <section aria-label=${words.lambda_two_losses}><p class="tpl-head">${words.lambda_two_losses}</p>
          ${bars([
            { name: say(words.lambda_sure, given), value: -d.sure, text: signed(d.sure), quiet: d.gamble > d.sure },
            { name: say(words.lambda_gamble, given), value: -d.gamble, text: signed(d.gamble), quiet: d.gamble <= d.sure },
          ], losses)}
          ${liveSentence(losses)}</section>
        <section aria-label=${words.lambda_mixed}><p class="tpl-head">${words.lambda_mixed}: ${say(words.lambda_coin, { win, loss: -lose })}</p>
          ${liveSentence(mixed)}</section>
      </div>` : nothing}`);
}

export function view(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const kept = record.stages[PREDICT];
  const count = value.count ?? null;
  return html`
    ${group(words.predict_head, html`<p>${plain(say(words.predict_text, config))}</p>
      ${numberBox({
        id: act.id("count"), label: say(words.predict_label, config), min: 0, max: config.all, value: count,
        onset: (n) => act.set({ count: n }),
      })}
      ${commitBar(state, act, {
        stage: PREDICT, value: { count }, label: words.commit,
        missing: count === null || !Number.isInteger(count) ? say(words.missing, config) : "", first: kept?.first?.count,
      })}`)}
    ${alertLine(state)}
    ${kept && record.reveal ? html`${lab(state, act)}${lambdaPart(state, act)}<p class="tpl-small">${words.assumptions}</p>`
      : html`<p class="tpl-small">${words.closed}</p>`}`;
}
