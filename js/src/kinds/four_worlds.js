/**
 * Jervis's four worlds: a prediction for World 1, then three handles, one after the other. What
 * the numbers mean is worked out in arithmetic.js (as in course/dilemma.py).
 */
import { html, nothing, svg } from "lit-html";
import {
  beliefAfterDefensivePosture, choice, criticalBelief, gameKind, payoffs, settles, spiral,
} from "../arithmetic.js";
import {
  alertLine, asTable, button, commitBar, dot, drawing, label, liveSentence, radios, say, slider,
} from "../parts.js";
import { columns, polyline } from "../figures.js";
import { scaleLinear } from "../scale.js";

export const STAGE = "predict";
export const HANDLES = ["offence", "distinguishability", "trust"];
export const OPTIONS = ["hold", "arm", "stronger"];
export const ROUNDS = 10;
const LEVELS = [0, 5, 10]; // the lines behind the arms race
const TOP = 10; // the arms race is drawn up to this level; the words say when it leaves the picture

/** A number from 0 to 1 as in the course's tables: .60, 1.00. */
export const fraction = (x) => x.toFixed(2).replace(/^0\./, ".");

/**
 * Chances as percent, for sentences; one decimal more where two that differ would read alike, or
 * where one would read as certain and is not.
 */
export function chances(...all) {
  const rough = all.map((x) => x !== null && ((x < 1 && x >= 0.995) || (x > 0 && x < 0.005)));
  const alike = all.some((x, n) => all.some((y, k) => k > n && x !== null && y !== null
    && Math.abs(x - y) > 1e-9 && Math.round(x * 100) === Math.round(y * 100)));
  return all.map((x, n) => (x === null ? "" : String(Number((x * 100).toFixed(rough[n] || alike ? 1 : 0)))));
}

/** The handles as they stand: where one was not moved yet, World 1's value. */
export function handles({ config, value }) {
  return Object.fromEntries(HANDLES.map((name) => [name, value[name] ?? config.start[name]]));
}

/** How many handles the learner has in hand: each one moved brings the next. */
export function inHand({ value }) {
  const last = HANDLES.findLastIndex((name) => (value[name] ?? null) !== null);
  return Math.min(last + 2, HANDLES.length);
}

/** The world that the handles are set to, or undefined between the worlds. */
export const worldAt = ({ worlds }, { offence, distinguishability }) =>
  worlds.find((w) => w.offence === offence && w.distinguishability === distinguishability);

/** What a button of a world sets: its two conditions, and trust as at the start. */
export const presetOf = ({ config }, { offence, distinguishability }) => ({
  offence, distinguishability, trust: config.start.trust,
});

/** Everything the model says about the handles. */
export function model(state) {
  const at = handles(state);
  const game = payoffs(at.offence);
  const belief = beliefAfterDefensivePosture(at.trust, at.distinguishability);
  const levels = spiral(at.offence, at.distinguishability, ROUNDS);
  return {
    ...at,
    game,
    kind: gameKind(game),
    belief,
    needed: criticalBelief(game),
    choice: choice(game, belief),
    world: worldAt(state.config, at),
    levels,
    rests: settles(at.offence, at.distinguishability),
    leaves: levels.findIndex((level) => level > TOP),
  };
}

/** The result in words. */
export function sentences(state) {
  const words = state.config.messages;
  const m = model(state);
  const where = m.world
    ? say(words.at_world, { n: m.world.number, name: m.world.name })
    : m.offence > 0.5 ? words.beyond_worlds : words.between_worlds;
  const [belief, needed, prior] = chances(m.belief, m.needed, m.trust);
  const values = { belief, needed, prior };
  const seen = say(m.distinguishability === 0 ? words.seen_nothing : words.seen, values);
  const takes =
    m.needed === null ? words.no_belief_suffices
    : m.needed === 0 ? words.any_belief_suffices
    : say(words.takes, values);
  const so = m.choice === "cooperate" ? words.both_hold : words.both_arm;
  const end = m.levels.at(-1);
  const race = m.leaves >= 0
    ? say(words.race_leaves, { n: m.leaves, top: TOP })
    : say(!m.rests ? words.race_grows : end > 1 ? words.race_slows : words.race_rests, { end: end.toFixed(1), rounds: ROUNDS });
  return { where, seen, takes, so, race, all: [where, seen, takes, so].join(" ") };
}

/** The three answers to the opening question, as the learner reads them. */
export const options = ({ config }) =>
  OPTIONS.map((id) => ({ id, text: config.messages[`option_${id}`] }));

/** What the learner said, beside what the model says about the same world; null before. */
export function compared({ config, record }) {
  const said = record.stages[STAGE]?.last?.choice;
  if (!OPTIONS.includes(said)) return null;
  const words = config.messages;
  return { said: words[`option_${said}`], answer: words[`answer_${said}`] };
}

function beliefScale(state, m) {
  const words = state.config.messages;
  const { width } = columns(state);
  const x = scaleLinear([0, 1], [14, width - 14]);
  const anchor = (at) => (at < 0.2 ? "start" : at > 0.8 ? "end" : "middle");
  const enough = m.needed === null ? x(1) : x(m.needed);
  const text = m.needed === null ? words.needed_none : say(words.needed_mark, { q: fraction(m.needed) });
  return drawing({ width, height: 122, label: sentences(state).all }, svg`
    <rect class="tpl-band" x=${x(0)} y="40" width=${enough - x(0)} height="18"></rect>
    <rect class="tpl-region" x=${enough} y="40" width=${Math.max(0, x(1) - enough)} height="18"></rect>
    ${m.needed === null ? nothing : svg`<line class="tpl-needle" x1=${enough} x2=${enough} y1="34" y2="64"></line>`}
    ${dot(x(m.belief), 49, "tpl-here", "circle", 8)}
    ${label(x(m.belief), 26, say(words.belief_mark, { q: fraction(m.belief) }), anchor(m.belief), "tpl-strong")}
    ${m.needed === null ? label(x(0.5), 95, text, "middle") : label(enough, 95, text, anchor(m.needed))}
    ${label(x(0), 77, "0")}${label(x(1), 77, "1", "end")}
    ${enough - x(0) > 60 ? label(x(0), 115, words.scale_arm) : nothing}
    ${x(1) - enough > 60 ? label(x(1), 115, words.scale_hold, "end") : nothing}`);
}

function payoffTable(state, m) {
  const words = state.config.messages;
  const pay = (mine, theirs) => say(words.cell, { mine: mine.toFixed(1), theirs: theirs.toFixed(1) });
  const { reward: r, sucker: s, temptation: t, punishment: p } = m.game;
  return html`<table class="tpl-table">
    <caption>${say(words.payoffs, { kind: words[`kind_${m.kind.toLowerCase().replace(/[^a-z]+/g, "_")}`] ?? m.kind })}</caption>
    <thead><tr><td></td><th scope="col">${words.they_hold}</th><th scope="col">${words.they_arm}</th></tr></thead>
    <tbody>
      <tr><th scope="row">${words.you_hold}</th><td>${pay(r, r)}</td><td>${pay(s, t)}</td></tr>
      <tr><th scope="row">${words.you_arm}</th><td>${pay(t, s)}</td><td>${pay(p, p)}</td></tr>
    </tbody></table>`;
}

function race(state, m) {
  const words = state.config.messages;
  const { width } = columns(state);
  const height = 210;
  const x = scaleLinear([0, ROUNDS], [30, width - 16]);
  const y = scaleLinear([0, TOP], [height - 34, 14]);
  const inside = m.leaves < 0 ? m.levels : m.levels.slice(0, m.leaves + 1);
  // The last step is cut where it crosses the top, so that the line does not bend at the edge.
  const points = inside.map((level, n) => {
    if (level <= TOP) return [n, level];
    const before = inside[n - 1];
    return [n - 1 + (TOP - before) / (level - before), TOP];
  });
  const [endX, endY] = points.at(-1);
  const grows = endY > 1;
  return html`
    <p class="tpl-small">${words.race_separate}</p>
    <p class="tpl-head">${words.race_title}</p>
    ${drawing({ width, height, label: sentences(state).race }, svg`
      ${LEVELS.map((level) => svg`<line class="tpl-grid" x1=${x(0)} x2=${x(ROUNDS)} y1=${y(level)} y2=${y(level)}></line>
        ${label(x(0) - 6, y(level) + 4, level, "end")}`)}
      ${[0, 5, 10].map((n) => label(x(n), height - 16, n, "middle"))}
      ${label(x(ROUNDS), height - 1, words.rounds, "end")}
      ${polyline(points.map(([n, level]) => [x(n), y(level)]), grows ? "tpl-second" : "tpl-first")}
      ${dot(x(endX), y(endY), grows ? "tpl-second" : "tpl-first", "circle", 5)}
      ${endX > 0.55 * ROUNDS
        ? label(x(endX) - 8, y(endY) + (grows ? 18 : -10), words.each_state, "end")
        : label(x(endX) + 10, y(endY) + 14, words.each_state)}`)}
    <p>${sentences(state).race}</p>
    ${asTable(state, words.race_title, [words.round, words.each_state], m.levels.map((level, n) => [n, level.toFixed(2)]))}`;
}

/** The map: where both hold back at this trust, the four worlds, and where the handles stand. */
function worldMap(state, m) {
  const words = state.config.messages;
  const { width } = columns(state);
  const height = Math.min(width, 340);
  const x = scaleLinear([0, 1], [34, width - 12]);
  const y = scaleLinear([0, 1], [height - 46, 12]);
  const edge = Array.from({ length: 41 }, (_, n) => n / 40).map((d) => [
    Math.min(0.5, beliefAfterDefensivePosture(m.trust, d) / 2), d,
  ]);
  const calm = [[0, 0], ...edge, [0, 1]];
  const corners = calm.map(([o, d]) => `${x(o)},${y(d)}`).join(" ");
  return html`
    <p class="tpl-head">${say(words.map_title, { prior: fraction(m.trust) })}</p>
    ${drawing({ width, height, label: say(words.map_says, { where: sentences(state).where, so: sentences(state).so }) }, svg`
      <rect class="tpl-band" x=${x(0)} y=${y(1)} width=${x(1) - x(0)} height=${y(0) - y(1)}></rect>
      <polygon class="tpl-region" points=${corners}></polygon>
      <line class="tpl-grid" x1=${x(0.5)} x2=${x(0.5)} y1=${y(0)} y2=${y(1)}></line>
      ${label(x(0.02), y(0.4), words.map_hold)}
      ${label(x(0.98), y(0.4), words.map_arm, "end")}
      ${label(x(0.985), y(1) + 18, words.map_pd, "end")}
      ${state.config.worlds.map((w) => svg`${dot(x(w.offence), y(w.distinguishability), "tpl-world", "circle", 11)}
        ${label(x(w.offence), y(w.distinguishability) + 4.5, w.number, "middle", "tpl-strong")}`)}
      ${svg`<path class="tpl-crosshair" d="M${x(m.offence)},${y(m.distinguishability) - 17}v34 M${x(m.offence) - 17},${y(m.distinguishability)}h34"></path>
        <circle class="tpl-ring" cx=${x(m.offence)} cy=${y(m.distinguishability)} r="15"></circle>`}
      ${label(x(0), height - 22, words.axis_defence)}${label(x(1), height - (width < 340 ? 6 : 22), words.axis_offence, "end")}
      ${label(-y(0.5), 16, words.axis_distinguish, "middle", "tpl-upright")}`)}
    <p class="tpl-small">${words.map_key}</p>`;
}

function handle(state, act, name) {
  const words = state.config.messages;
  const at = handles(state)[name];
  return slider({
    id: act.id(name),
    label: words[`${name}_label`],
    note: words[`${name}_try`],
    ends: [words[`${name}_low`], words[`${name}_high`]],
    value: state.value[name] ?? null,
    rest: at,
    min: 0, max: 1, step: 0.05,
    show: fraction,
    unset: say(words.at_start, { x: fraction(at) }),
    onset: (x) => act.set({ [name]: Number(x.toFixed(2)) }),
  });
}

export function view(state, act) {
  const { value, record } = state;
  const words = state.config.messages;
  const open = Boolean(record.stages[STAGE]);
  return html`
    <p>${words.scene}</p>
    ${radios({
      name: act.id("guess"), legend: words.predict, options: options(state),
      value: value.guess ?? null, onpick: (guess) => act.set({ guess }),
    })}
    ${commitBar(state, act, {
      stage: STAGE, label: words.commit, value: { choice: value.guess ?? null },
      missing: value.guess ? "" : words.missing,
      first: words[`option_${record.stages[STAGE]?.first?.choice}`],
    })}
    ${alertLine(state)}
    ${open ? explore(state, act) : html`<p class="tpl-small">${words.closed}</p>`}`;
}

/** What opens after the prediction: the result for World 1, then the handles. */
function explore(state, act) {
  const { config } = state;
  const words = config.messages;
  const said = compared(state);
  const m = model(state);
  const says = sentences(state);
  const count = inHand(state);
  const all = count === HANDLES.length;
  const { wide } = columns(state);
  return html`
    <div class=${wide ? "tpl-columns" : ""}>
      <section aria-label=${words.results}>
        <p class="tpl-head">${words.results}</p>
        ${liveSentence(html`<strong>${says.where}</strong> ${says.seen} ${says.takes} <strong>${says.so}</strong>`)}
        ${beliefScale(state, m)}
        <p class="tpl-small">${say(words.you_said, { said: said.said })} ${said.answer}</p>
        ${wide ? payoffTable(state, m) : nothing}
      </section>
      <section aria-label=${words.controls}>
        <p class="tpl-head">${words.controls}</p>
        ${HANDLES.slice(0, count).map((name) => handle(state, act, name))}
        ${all
          ? html`<div class="tpl-buttons" role="group" aria-label=${words.presets}>
              ${config.worlds.map((w) => button(
                say(words.preset, { n: w.number }),
                () => act.set(presetOf(state, w)),
                { pressed: m.world === w && m.trust === config.start.trust }))}
            </div>`
          : html`<p class="tpl-small">${words.next_handle}</p>`}
      </section>
    </div>
    <div class=${wide ? "tpl-columns" : ""}>
      ${all
        ? html`<section aria-label=${words.map_heading}>${worldMap(state, m)}</section>
            <section aria-label=${words.race_title}>${race(state, m)}</section>`
        : nothing}
      ${wide ? nothing : payoffTable(state, m)}
    </div>
    <p class="tpl-small">${words.assumptions}</p>`;
}
