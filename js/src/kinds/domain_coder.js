/**
 * Six statements without names, coded as gains or losses; then agreement; and only then who spoke
 * and what was done.
 */
import { html, nothing } from "lit-html";
import { listed, step } from "../figures.js";
import { alertLine, commitBar, kappaText, liveSentence, radios, say, table } from "../parts.js";

export const CODES = "codes";
export const OPEN = "open";

/** The ids of the statements that have no code yet. */
export const openOnes = ({ config, value }) =>
  config.extracts.filter(({ id }) => !config.domains.includes(value.codes?.[id])).map(({ id }) => id);

/** What is still open, as a sentence; "" when nothing is. */
export function missing(state) {
  const words = state.config.messages;
  const ids = openOnes(state);
  if (!ids.length) return "";
  return say(ids.length === 1 ? words.missing_one : words.missing_many, { ids: listed(ids, words.and) });
}

/** How often the learner coded losses before force, and before restraint. */
export function byOutcome(codes, who) {
  const ids = Object.keys(who);
  const count = (some) => [some.filter((id) => codes[id] === "losses").length, some.length];
  const [force, allForce] = count(ids.filter((id) => who[id].force));
  const [calm, allCalm] = count(ids.filter((id) => !who[id].force));
  return { force, all_force: allForce, calm, all_calm: allCalm };
}

function codebook(state) {
  const words = state.config.messages;
  return step(words.codebook, html`<p>${words.codebook_text}</p>
    ${table(words.codebook_table, [words.head_code, words.head_means], state.config.domains.map((id) => [words[`name_${id}`], words[`means_${id}`]]))}`);
}

function statements(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const { coders, who } = record.reveal ?? {};
  return step(words.statements, html`
    ${config.extracts.map(({ id, text }, n) => html`
      ${radios({
        name: act.id(id), inline: true,
        legend: html`${say(words.statement, { n: n + 1, all: config.extracts.length, id })}<span class="tpl-block tpl-lead">${text}</span>`,
        options: config.domains.map((domain) => ({ id: domain, text: words[`name_${domain}`] })),
        value: value.codes?.[id] ?? null,
        onpick: (code) => act.set({ codes: { ...value.codes, [id]: code } }),
      })}
      ${coders ? html`<ul class="tpl-list tpl-small">${coders[id].map(({ domain, reason }, k) =>
        html`<li>${say(words.coder, { n: k + 1, domain: words[`name_${domain}`], reason })}</li>`)}</ul>` : nothing}
      ${who ? html`<p class="tpl-result">${say(words.who_line, who[id])} <strong>${say(words.outcome_line, who[id])}</strong>
        <span class="tpl-block tpl-small">${say(words.source_line, who[id])}${who[id].confirmed ? nothing : html` ${words.unconfirmed}`}</span></p>` : nothing}`)}
    ${commitBar(state, act, {
      stage: CODES, value: { codes: value.codes ?? {} }, label: words.commit, missing: missing(state),
    })}`);
}

function agreed(state) {
  const { config, record } = state;
  const words = config.messages;
  const all = config.extracts.length;
  const rows = record.reveal.agreement.map(({ id, share, kappa }) => ({ id, n: Math.round(share * all), kappa: kappaText(kappa) }));
  return step(words.agreement, html`
    ${liveSentence(say(words.agreement_says, { ...rows[0], all }))}
    <ul class="tpl-list">${rows.map((row) => html`<li>${words[`pair_${row.id}`]}: ${say(words.agreement_row, { ...row, all })}</li>`)}</ul>
    <p class="tpl-small">${words.kappa_note}</p>`);
}

export function view(state, act) {
  const { record } = state;
  const words = state.config.messages;
  const { reveal } = record;
  return html`
    ${codebook(state)}
    ${statements(state, act)}
    ${alertLine(state)}
    ${reveal ? html`${agreed(state)}
      ${reveal.who ? step(words.opened, html`
          ${liveSentence(say(words.domain_by_outcome, byOutcome(reveal.blind, reveal.who)))}
          <p class="tpl-small">${words.changed_after} ${words.domain_note}</p>`)
        : html`<p>${words.open_text}</p>${commitBar(state, act, { stage: OPEN, value: {}, label: words.open })}`}`
      : html`<p class="tpl-small">${words.locked}</p>`}`;
}
