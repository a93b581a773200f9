/**
 * CINC re-weighted: the published index averages six shares with equal weights. What changes with
 * other weights? A prediction first; then six sliders, a ranking, and a pair of states.
 */
import { html, nothing } from "lit-html";
import { dominance, normalise, shareHolding } from "../arithmetic.js";
import { capital, columns, rankBars, robustBar } from "../figures.js";
import {
  alertLine, asTable, button, choice, commitBar, liveSentence, percent, radios, say, slider,
} from "../parts.js";

export const STAGE = "predict";
export const EQUAL = 5; // where a slider stands under CINC's own convention

/** The weights as they stand; CINC's own until a slider is moved. */
export const weightsOf = ({ config, value }) =>
  config.components.map(({ id }) => value.weights?.[id] ?? EQUAL);

/** The index under any weights; a component without a value drops out, as in CINC. */
export function indexOf(shares, weights) {
  const known = shares.map((share, k) => (share === null ? 0 : weights[k]));
  const scaled = normalise(known);
  return scaled && shares.reduce((sum, share, k) => sum + (share ?? 0) * scaled[k], 0);
}

/** States (and groups, unranked) by their index, strongest first; null while all weights are 0. */
export function ranking(state) {
  const { config, value } = state;
  const weights = weightsOf(state);
  const rows = config.states
    .filter((one) => !one.group || value.groups)
    .map((one) => ({ ...one, index: indexOf(config.shares[value.year][one.id], weights) }));
  if (rows.some((row) => row.index === null)) return null;
  rows.sort((a, b) => b.index - a.index);
  let rank = 0;
  return rows.map((row) => ({ ...row, rank: row.group ? null : (rank += 1) }));
}

/** In how many of all weightings does the first of the pair outrank the second? */
export function pairShare({ config, value }) {
  const [first, second] = value.pair ?? [];
  if (!first || !second || first === second) return null;
  const [a, b] = [first, second].map((id) => config.shares[value.year][id]);
  const contrasts = a.flatMap((share, k) => (share === null || b[k] === null ? [] : [share - b[k]]));
  return { share: shareHolding(contrasts), dominance: dominance(contrasts), left: a.length - contrasts.length };
}

/** Weights with some components at 0 and the others equal. */
export const without = (components, ids) =>
  Object.fromEntries(components.map(({ id }) => [id, ids.includes(id) ? 0 : EQUAL]));

/** The weights in words: "all six equal", or the largest ones. */
export function weighting(state) {
  const words = state.config.messages;
  const weights = weightsOf(state);
  if (new Set(weights).size === 1 && weights[0] > 0) return words.equal_weights;
  const zero = state.config.components.filter((_, k) => weights[k] === 0).map(({ name }) => name);
  const rest = new Set(weights.filter((w) => w > 0));
  if (zero.length && rest.size === 1) return say(words.some_zero, { names: zero.join(", ") });
  return words.your_weights;
}

/** The result in words. */
export function sentence(state) {
  const words = state.config.messages;
  const rows = ranking(state);
  if (!rows) return words.all_zero;
  const [first, second] = rows.filter((row) => !row.group);
  return say(words.result, {
    weighting: weighting(state), year: state.value.year,
    first: first.text, second: second.text,
    a: first.index.toFixed(3), b: second.index.toFixed(3),
  });
}

/** The pair in words. */
export function pairSentence(state) {
  const words = state.config.messages;
  const pair = pairShare(state);
  if (!pair) return words.pick_two;
  const [a, b] = state.value.pair.map((id) => state.config.states.find((one) => one.id === id).text);
  const text = { always: words.pair_always, never: words.pair_never, depends: words.pair }[pair.dominance];
  const left = pair.left ? ` ${say(words.pair_left_out, { n: pair.left })}` : "";
  return capital(say(text, { a, b, share: percent(pair.share, words), year: state.value.year })) + left;
}

/** The kernel samples who is first; the browser has no formula for that. */
export function asks(state) {
  if (!state.record.stages[STAGE]) return {};
  return { first: { year: state.value.year } };
}

function sliders(state, act) {
  const { config, value } = state;
  const words = config.messages;
  const set = (weights) => act.set({ weights });
  const equal = without(config.components, []);
  const same = (ids) => JSON.stringify(weightsOf(state)) === JSON.stringify(Object.values(without(config.components, ids)));
  return html`
    ${config.components.map((component) => slider({
      id: act.id(component.id.replaceAll(" ", "-")),
      label: component.name,
      value: value.weights?.[component.id] ?? EQUAL,
      min: 0, max: 10, step: 1, unset: words.not_set,
      onset: (w) => set({ ...equal, ...value.weights, [component.id]: w }),
    }))}
    <div class="tpl-buttons" role="group" aria-label=${words.presets}>
      ${config.presets.map((preset) => button(words[`preset_${preset.id}`],
        () => set(without(config.components, preset.zero)), { pressed: same(preset.zero) }))}
    </div>`;
}

function firsts(state) {
  const words = state.config.messages;
  if (!state.live) return nothing;
  const asked = state.answers.first;
  const wait = !asked || asked.pending || asked.answer === null;
  const rows = asked?.answer?.firsts ?? [];
  const names = rows.map(({ name, share }) => say(words.first_one, { name, share: percent(share, words) }));
  return html`<p aria-live="polite">${wait ? words.waiting : say(words.firsts, {
    year: asked.question.year, names: names.join(", "),
    error: (asked.answer.error * 100).toFixed(1), draws: asked.answer.draws.toLocaleString("en"),
  })}</p>`;
}

function explore(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const rows = ranking(state);
  const pair = pairShare(state);
  const { wide, width } = columns(state);
  const said = config.states.find((one) => one.id === record.stages[STAGE].last.choice);
  const options = config.states.filter((one) => !one.group || value.groups).map(({ id, name }) => ({ id, text: name }));
  const pick = (place) => (id) => act.set({ pair: (value.pair ?? [null, null]).map((old, k) => (k === place ? id : old)) });
  const names = (value.pair ?? []).map((id) => config.states.find((one) => one.id === id)?.name);
  return html`
    <p>${say(words.answer, { said: said?.text ?? "", ...config.answer })}</p>
    <div class=${wide ? "tpl-columns" : ""}>
      <section aria-label=${words.results}>
        ${choice({ id: act.id("year"), label: words.year, value: String(value.year),
          options: config.years.map((year) => ({ id: String(year), text: String(year) })),
          onpick: (year) => act.set({ year: Number(year) }) })}
        <label class="tpl-option"><input type="checkbox" .checked=${Boolean(value.groups)}
          @change=${(event) => act.set({ groups: event.target.checked })} /><span>${words.show_groups}</span></label>
        ${liveSentence(sentence(state))}
        ${rows ? html`
          ${rankBars(rows.slice(0, wide ? 12 : 8).map((row) => ({
            name: row.rank ? `${row.rank} ${row.name}` : say(words.group, { name: row.name }),
            value: row.index, text: row.index.toFixed(3), quiet: Boolean(row.group),
          })), width, say(words.bars_label, { says: sentence(state) }))}
          ${asTable(state, words.table, [words.state, ...config.components.map((c) => c.name), words.index],
            rows.map((row) => [row.name, ...config.shares[value.year][row.id].map((s) => (s === null ? "–" : s.toFixed(3))), row.index.toFixed(3)]))}` : nothing}
      </section>
      <section aria-label=${words.sliders}>
        <p class="tpl-head">${words.sliders}</p>
        <p class="tpl-small">${words.task}</p>
        ${sliders(state, act)}
      </section>
    </div>
    <section aria-label=${words.pair_heading}>
      <p class="tpl-head">${words.pair_heading}</p>
      <div class="tpl-inline">
        ${choice({ id: act.id("pair-a"), label: words.pair_a, options, value: value.pair?.[0] ?? null, empty: words.choose, onpick: pick(0) })}
        ${choice({ id: act.id("pair-b"), label: words.pair_b, options, value: value.pair?.[1] ?? null, empty: words.choose, onpick: pick(1) })}
      </div>
      ${liveSentence(pairSentence(state))}
      ${pair ? robustBar(state, { share: pair.share, first: names[0], second: names[1], label: pairSentence(state) }) : nothing}
      ${firsts(state)}
    </section>
    ${value.year >= 2002 ? html`<p class="tpl-small">${words.urban_note}</p>` : nothing}
    <details class="tpl-details"><summary>${words.breaks}</summary>
      <ul class="tpl-list">${config.notes.map((note) => html`<li>${note}</li>`)}</ul></details>
    <p class="tpl-small">${words.assumptions}</p>`;
}

export function view(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const name = (id) => config.states.find((one) => one.id === id)?.name;
  return html`
    <p>${say(words.scene, config.answer)} ${words.suppose}</p>
    ${radios({
      name: act.id("guess"), legend: say(words.predict, config.answer), value: value.guess ?? null,
      options: config.options.map((id) => ({ id, text: name(id) })), onpick: (guess) => act.set({ guess }),
    })}
    ${commitBar(state, act, {
      stage: STAGE, label: words.commit, value: { choice: value.guess ?? null },
      missing: value.guess ? "" : words.missing, first: name(record.stages[STAGE]?.first?.choice),
    })}
    ${alertLine(state)}
    ${record.stages[STAGE] ? explore(state, act) : html`<p class="tpl-small">${words.closed}</p>`}`;
}
