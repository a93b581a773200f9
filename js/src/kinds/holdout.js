/**
 * The Holdout Reveal: a closed card, a forecast from 0 to 100, then the case and the score. What a
 * card hides is not on this page before its forecast is kept: Python sends it then.
 */
import { html, nothing, svg } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import {
  alertLine, asTable, button, dot, drawing, group, liveSentence, numberBox, percent, plain, radios, say, table,
} from "../parts.js";
import { step } from "../figures.js";
import { penalty, scoreText } from "../forecasts.js";
import { scaleLinear } from "../scale.js";

/** The first card that is still closed, or null. */
export function closedCase(config, reveal) {
  const open = new Set((reveal?.opened ?? []).map((one) => one.case));
  const index = config.cases.findIndex(({ id }) => !open.has(id));
  return index < 0 ? null : { ...config.cases[index], number: index + 1 };
}

/** What the forecast in the box would cost, as a sentence; "" while there is none. */
export function costSentence(config, chance) {
  if (chance === null || chance === undefined) return "";
  return say(config.messages.if_said, {
    n: chance,
    yes: scoreText(penalty(chance / 100, true)),
    no: scoreText(penalty(chance / 100, false)),
  });
}

/** How the learner stands to the base rate, as a sentence. */
export function standing(config, scores) {
  const words = config.messages;
  const [mine, base] = [scoreText(scores.mine), scoreText(scores.base)];
  if (mine === base) return words.level;
  return scores.mine < scores.base ? words.better : words.worse;
}

/** Which cards the learner recognised, and the score on the others, as a sentence; "" if not asked. */
export function recognisedSentence(config, found) {
  const words = config.messages;
  if (!found || found.yes + found.no + found.unsure === 0) return "";
  const all = config.cases.length;
  const count = say(words.recognised_says, { ...found, open: all - found.yes - found.no - found.unsure, all });
  const { rest } = found;
  if (found.yes === 0) return `${count} ${words.recognised_none}`;
  if (!rest) return `${count} ${words.recognised_all}`;
  return `${count} ${say(words.recognised_rest, { n: rest.n, mine: scoreText(rest.mine), base: scoreText(rest.base) })}`;
}

/** The running score, as a sentence. */
export function runningSentence(config, reveal) {
  const { n, mine, base, model } = reveal.scores.force;
  const values = { n, all: config.cases.length, mine: scoreText(mine), base: scoreText(base), model: scoreText(model) };
  return say(model === null ? config.messages.running : config.messages.running_model, values);
}

/** How often the holdout was opened, and what that means for the score, as sentences. */
export function viewsSentence(config, reveal) {
  const words = config.messages;
  const how = reveal.view > 1 ? words.views_exploratory
    : reveal.done ? words.views_counted
    : reveal.opened.length ? words.views_now : words.views_0;
  return `${say(words.views, { n: reveal.views })} ${how}`;
}

/** What happened in an opened case, by a reading. */
const said = (words, one, reading) => (one.outcome[reading] ? words.yes : words.no);

/** The coders who coded the cards: "1", or "1" and "2". */
export function codersOf(config) {
  const found = config.cases.flatMap(({ values }) => Object.values(values).flatMap(Object.keys));
  return [...new Set(found)].sort();
}

function coded(config, card) {
  const words = config.messages;
  const coders = codersOf(config);
  return html`<details class="tpl-details" open><summary>${words.card_values}</summary>
    ${table(words.card_table, [words.factor, ...coders.map((n) => say(words.coder, { n }))],
      config.factors.map(({ id, name }) => [name, ...coders.map((n) => card.values[id]?.[n] ?? words.not_coded)]))}
    <p class="tpl-small">${coders.length > 1 ? words.coders_note : words.coder_note}</p></details>`;
}

function forecast(state, act, card) {
  const { config, value } = state;
  const words = config.messages;
  const mine = value.case === card.id ? value : {};
  const chance = mine.chance ?? null;
  const recognised = mine.recognised ?? null;
  const put = (patch) => act.set({ chance, recognised, ...patch, case: card.id });
  const busy = state.waiting === card.id;
  const blocked = chance === null || busy;
  const { rate, n, yes } = config.base;
  return group(
    say(words.card, { n: card.number, all: config.cases.length }),
    html`<p class="tpl-claim">${plain(card.card)}</p>
      ${coded(config, card)}
      ${numberBox({
        id: act.id(`chance-${card.id}`), label: words.question, min: 0, max: 100, value: null, unit: words.unit,
        onset: (now) => put({ chance: now }),
      })}
      <p class="tpl-small">${say(words.base_says, { rate: percent(rate), yes, n })}</p>
      ${liveSentence(costSentence(config, chance))}
      ${radios({
        name: act.id(`recognised-${card.id}`), legend: words.recognised, value: recognised, inline: true,
        options: RECOGNISED.map((id) => ({ id, text: words[`recognised_${id}`] })),
        onpick: (id) => put({ recognised: id }),
      })}
      <p class="tpl-small">${words.keep_warning}</p>
      <div class="tpl-commit">
        <button type="button" class="tpl-button" aria-disabled=${String(blocked)}
          aria-describedby=${act.id("forecast-status")}
          @click=${() => blocked || act.commit(card.id, recognised ? { chance, recognised } : { chance })}>${words.keep}</button>
        <span class="tpl-status" role="status" id=${act.id("forecast-status")}>${
          busy ? (state.silent ? words.no_answer : words.saving) : chance === null ? words.set_first : ""}</span>
      </div>`,
    "tpl-card",
  );
}

/** A case that is open: the newest unfolded, the others folded. */
function openedCase(config, one, open) {
  const words = config.messages;
  const cost = (chance) => scoreText(penalty(chance, one.outcome.force));
  const values = { n: one.chance, points: cost(one.chance / 100) };
  const mine = one.model === null
    ? say(words.you_said, values)
    : say(words.you_said_model, { ...values, m: Math.round(100 * one.model), other: cost(one.model) });
  const parts = (text) => String(text).split(" ; ");
  return html`<details class="tpl-details" ?open=${open}>
    <summary><strong>${say(words.opened_case, one)}.</strong>
      ${one.outcome.force ? words.force_yes : words.force_no} ${mine}</summary>
    <ul class="tpl-list">${parts(one.after).map((part) => html`<li>${plain(part)}</li>`)}</ul>
    ${one.borderline ? html`<p class="tpl-small">${say(words.borderline, { why: plain(one.borderline) })}</p>` : nothing}
    ${one.unconfirmed ? html`<p class="tpl-small">${say(words.unconfirmed, { text: plain(one.unconfirmed) })}</p>` : nothing}
    ${one.recognised ? html`<p class="tpl-small">${say(words.recognised_said, { answer: words[`recognised_${one.recognised}`].toLowerCase() })}</p>` : nothing}
    <p class="tpl-small">${words.sources}</p>
    <ul class="tpl-list tpl-small tpl-address">${one.sources.map(({ text, mark }) => html`<li>${text}${mark ? html` <strong>[${words[`outlet_${mark}`]}]</strong>` : nothing}</li>`)}</ul>
    ${one.sources.some(({ mark }) => mark) ? html`<p class="tpl-small">${words.outlets_note}</p>` : nothing}
  </details>`;
}

const HIGH = 26;
const RECOGNISED = ["yes", "no", "unsure"];

/** One case on its scale: the forecast, the model's, the base rate, and where the outcome lies. */
function scale(state, one, reading, rate) {
  const words = state.config.messages;
  const width = Math.min(state.width - 4, 620);
  const x = scaleLinear([0, 100], [12, width - 12]);
  const y = HIGH / 2;
  const model = one.model === null ? null : Math.round(100 * one.model);
  const values = { n: one.chance, m: model, rate: percent(rate), outcome: said(words, one, reading) };
  return html`<p class="tpl-small tpl-caption">${one.name}, ${one.year}: <strong>${said(words, one, reading)}</strong></p>
    ${drawing({ width, height: HIGH, label: say(model === null ? words.scale : words.scale_model, values) }, svg`
      <line class="tpl-scale" x1=${x(0)} x2=${x(100)} y1=${y} y2=${y}></line>
      <line class="tpl-half" x1=${x(100 * rate)} x2=${x(100 * rate)} y1="1" y2=${HIGH - 1}></line>
      <rect class="tpl-outcome" x=${x(one.outcome[reading] ? 100 : 0) - 3} y=${y - 9} width="6" height="18"></rect>
      ${model === null ? nothing : dot(x(model), y, "tpl-frame-second", "square", 9)}
      ${dot(x(one.chance), y, "tpl-first", "circle", 5)}`)}`;
}

function picture(state, reveal, reading) {
  const words = state.config.messages;
  const { rate } = reveal.scores[reading] ?? reveal.scores.force;
  const models = reveal.opened[0].model !== null;
  const asked = reveal.opened.some(({ recognised }) => recognised);
  return html`<p><strong>${words.drawing_title}</strong></p>
    <p class="tpl-small">${models ? words.legend_model : words.legend}</p>
    ${reveal.opened.map((one) => scale(state, one, reading, rate))}
    ${asTable(state, words.drawing_title,
      [words.head_case, words.head_outcome, words.head_mine, ...(models ? [words.head_model] : []), words.head_cost,
        ...(asked ? [words.head_recognised] : [])],
      reveal.opened.map((one) => [
        `${one.name}, ${one.year}`, said(words, one, reading), one.chance,
        ...(models ? [Math.round(100 * one.model)] : []),
        scoreText(penalty(one.chance / 100, one.outcome[reading])),
        ...(asked ? [one.recognised ? words[`recognised_${one.recognised}`] : "–"] : []),
      ]))}`;
}

/** What was called unlikely, even or likely, and how often it came. */
function calibration(state, reveal) {
  const words = state.config.messages;
  return html`<details class="tpl-details"><summary>${words.calibration}</summary>
    ${table(words.calibration, [words.head_group, words.head_n, words.head_said, words.head_came],
      reveal.calibration.map(({ low, high, n, said: mean, came_true }) => [
        say(words.group, { low: Math.round(100 * low), high: Math.round(100 * high) }),
        n, percent(mean), say(words.came, { k: Math.round(n * came_true), n }),
      ]))}
    <p class="tpl-small">${words.calibration_note}</p></details>`;
}

function readings(state, act, reveal, reading) {
  const words = state.config.messages;
  const { mine, base, model, rate } = reveal.scores[reading];
  const values = { mine: scoreText(mine), base: scoreText(base), model: scoreText(model), rate: percent(rate) };
  return html`
    ${radios({
      name: act.id("reading"), legend: words.reading, value: reading,
      options: ["force", "combat", "other"].map((id) => ({ id, text: words[`reading_${id}`] })),
      onpick: (id) => act.local({ reading: id }),
    })}
    ${liveSentence(say(model === null ? words.reading_says : words.reading_says_model, values))}`;
}

/** All that is open, newest first, with the score so far. */
function results(state, act, reveal) {
  const { config } = state;
  const words = config.messages;
  const reading = reveal.done ? state.local.reading ?? "force" : "force";
  const scores = reveal.scores.force;
  return step(words.opened, html`
    ${liveSentence(html`<strong>${runningSentence(config, reveal)}</strong> ${standing(config, scores)}
      ${reveal.done && scores.unknown !== null ? say(words.without_known, { n: scoreText(scores.unknown) }) : nothing}`)}
    ${reveal.done && recognisedSentence(config, reveal.recognised) ? html`<p>${recognisedSentence(config, reveal.recognised)}</p>` : nothing}
    ${reveal.model.status === "late" ? html`<p class="tpl-small">${words.model_late}</p>` : nothing}
    ${reveal.view > 1 && reveal.counted
      ? html`<p>${say(words.counted, { mine: scoreText(reveal.counted.mine), base: scoreText(reveal.counted.base) })}</p>` : nothing}
    ${reveal.done ? readings(state, act, reveal, reading) : nothing}
    ${reveal.done ? html`${picture(state, reveal, reading)}${calibration(state, reveal)}` : nothing}
    ${[...reveal.opened].reverse().map((one, n) => openedCase(config, one, n === 0))}
    ${reveal.done ? nothing : picture(state, reveal, reading)}`);
}

function before(state, act, reveal) {
  const words = state.config.messages;
  const { status, ready } = reveal.model;
  return html`<p>${words[`model_${status}`]}</p>
    ${ready ? nothing : html`<div class="tpl-commit">${button(words.go_without, () => act.commit("without", {}))}
      <span class="tpl-status" role="status">${state.waiting === "without" ? (state.silent ? words.no_answer : words.saving) : ""}</span></div>`}`;
}

export function view(state, act) {
  const { config, record } = state;
  const words = config.messages;
  const reveal = record.reveal ?? config.begin;
  const card = closedCase(config, reveal);
  return html`
    <p>${words.warning}</p><p>${words.known}</p>
    ${liveSentence(viewsSentence(config, reveal))}
    ${reveal.opened.length ? nothing : before(state, act, reveal)}
    ${alertLine(state)}
    ${reveal.model.ready && card ? keyed(`${reveal.view} ${card.id}`, forecast(state, act, card)) : nothing}
    ${reveal.opened.length ? results(state, act, reveal) : nothing}
    ${reveal.done
      ? html`<div class="tpl-commit">${button(reveal.view > 1 ? words.again_next : words.again, () => act.commit("open", {}), { plain: true })}
          <span class="tpl-status" role="status">${state.waiting === "open" ? (state.silent ? words.no_answer : words.saving) : words.again_note}</span></div>`
      : nothing}`;
}
