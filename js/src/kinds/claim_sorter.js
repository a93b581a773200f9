/**
 * Twelve claims to sort by type and by speaker, beside what two coders made of them (or one, as
 * long as nobody has sorted them a second time). First the learner says how many are causal; then
 * sorts; only then the coders are shown.
 */
import { html, nothing } from "lit-html";
import {
  alertLine, choice, commitBar, group, liveSentence, numberBox, percent, radios, say, shareBar, table,
} from "../parts.js";

export const PREDICT = "predict";
export const SORT = "sort";

/** What has been filled in for one claim. */
const entry = (value, id) => value.sorted?.[id] ?? {};

/** How many claims have both a type and a speaker. */
export function sortedCount(config, value) {
  return config.claims.filter(({ id }) => entry(value, id).type && entry(value, id).layer).length;
}

/** The sorting as it is committed: the claims that are complete. */
export function sortingOf(config, value) {
  const claims = {};
  for (const { id } of config.claims) {
    const { type, layer } = entry(value, id);
    if (type && layer) claims[id] = { type, layer };
  }
  return { claims };
}

/** Who chose which type: [{type, who}], the most chosen first, in the order of the types. */
export function voices(types, chosen) {
  const found = types
    .map(({ id }) => ({ type: id, who: chosen.filter(([, type]) => type === id).map(([who]) => who) }))
    .filter(({ who }) => who.length);
  return found.sort((one, other) => other.who.length - one.who.length);
}

/** Kappa as it is printed, in the style of the field: ".45", "–" where it says nothing. */
export function kappaText(kappa) {
  if (kappa === null || kappa === undefined) return "–";
  const text = Math.abs(kappa).toFixed(2).replace(/^0/, "");
  return kappa <= -0.005 ? `−${text}` : text;
}

/** The sentences that sum the comparison up. */
export function summary(config, reveal) {
  const words = config.messages;
  const n = config.claims.length;
  const { causal, factual, layers } = reveal;
  const two = causal.second !== null;
  const against = !two ? words.factual_one : factual.both ? words.factual_against : words.factual_clear;
  return [
    say(two ? words.guess_against : words.guess_against_one, { n, ...causal }),
    factual.mine ? say(against, factual) : words.factual_none,
    say(words.layers_against, { n, same: layers.same }),
    ...(two ? [] : [words.one_coder]),
  ];
}

const nameOf = (list, id) => list.find((one) => one.id === id)?.name ?? id;

function definitions(config) {
  const words = config.messages;
  const list = (items) => html`<dl class="tpl-terms">${items.map(
    ({ name, definition }) => html`<div><dt>${name}</dt><dd>${definition}</dd></div>`,
  )}</dl>`;
  return html`<details class="tpl-details" open><summary>${words.definitions}</summary>
    <p><strong>${words.types}</strong></p>${list(config.types)}
    <p><strong>${words.layers}</strong></p>${list(config.layers)}</details>`;
}

/** What is said about the speaker: the record names one, or two where the text leaves it open. */
export function speaker(config, layers, chosen) {
  const words = config.messages;
  const [mine, layer, other] = [chosen, ...layers].map((id) => nameOf(config.layers, id));
  if (other) return say(layers.includes(chosen) ? words.layer_open : words.layer_open_other, { layer, other, mine });
  return say(chosen === layers[0] ? words.layer_same : words.layer_other, { layer, mine });
}

function coders(state, claim, kept) {
  const { config, record } = state;
  const key = record.reveal?.claims?.[claim.id];
  if (!key || !kept) return nothing;
  const words = config.messages;
  const chosen = [[words.you, kept.type], [words.coder_1, key.first], [words.coder_2, key.second]];
  const given = chosen.filter(([, type]) => type);
  const found = voices(config.types, given);
  return html`<div class="tpl-result">
    ${found.map(
      ({ type, who }, index) => html`<div class="tpl-voice">
        <span class="tpl-voice-name">${nameOf(config.types, type)}</span>
        ${shareBar({
          share: who.length / given.length,
          text: who.join(", "),
          className: index ? "tpl-second" : "tpl-first",
        })}</div>`,
    )}
    <p class="tpl-small">${speaker(config, key.layers, kept.layer)}</p>
    ${key.test ? html`<p class="tpl-small">${say(words.test, { text: key.test })}</p>` : nothing}
  </div>`;
}

function sorter(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const kept = record.committed?.[SORT]?.claims ?? {};
  const put = (id, patch) =>
    act.set({ sorted: { ...value.sorted, [id]: { ...entry(value, id), ...patch } } });
  return config.claims.map((claim, index) =>
    group(
      say(words.claim, { n: index + 1, all: config.claims.length, paragraph: claim.paragraph }),
      html`<p class="tpl-claim">${claim.text}</p>
        ${radios({
          name: act.id(`type-${claim.id}`),
          legend: words.which_type,
          options: config.types.map(({ id, name }) => ({ id, text: name })),
          value: entry(value, claim.id).type ?? null,
          onpick: (type) => put(claim.id, { type }),
          inline: true,
        })}
        ${choice({
          id: act.id(`layer-${claim.id}`),
          label: words.which_layer,
          options: config.layers.map(({ id, name }) => ({ id, text: name })),
          value: entry(value, claim.id).layer ?? null,
          onpick: (layer) => put(claim.id, { layer }),
          empty: words.choose_layer,
        })}
        ${coders(state, claim, kept[claim.id])}`,
      "tpl-card",
    ),
  );
}

function outcome(state) {
  const { config, record } = state;
  const { reveal } = record;
  const words = config.messages;
  if (!reveal) return record.stages[SORT] ? html`<p>${words.in_notebook}</p>` : nothing;
  const two = reveal.causal.second !== null;
  const pairs = [
    [words.pair_first, reveal.agreement.first],
    [words.pair_second, reveal.agreement.second],
    [words.pair_coders, reveal.agreement.coders],
  ].filter(([, pair]) => pair);
  return html`
    <p><strong>${words.outcome}</strong></p>
    ${liveSentence(summary(config, reveal).join(" "))}
    <div>${pairs.map(
      ([name, pair], index) => html`<div class="tpl-voice">
        <span class="tpl-voice-name">${name}</span>
        ${shareBar({
          share: pair.share,
          text: `${percent(pair.share, words)}, κ ${kappaText(pair.kappa)}`,
          className: index === 2 ? "tpl-quiet" : "tpl-first",
        })}</div>`,
    )}</div>
    <p class="tpl-small">${words.kappa_note}</p>
    ${reveal.note ? html`<p class="tpl-small">${reveal.note}</p>` : nothing}
    <details class="tpl-details"><summary>${words.show_table}</summary>
      ${table(
        words.table_caption,
        [words.head_claim, words.head_you, words.coder_1, ...(two ? [words.coder_2] : [])],
        config.claims.map((claim, index) => {
          const key = reveal.claims[claim.id];
          const mine = record.committed[SORT].claims[claim.id];
          const name = (id) => nameOf(config.types, id);
          return [`${index + 1} (${claim.paragraph})`, name(mine.type), name(key.first), ...(two ? [name(key.second)] : [])];
        }),
      )}</details>`;
}

export function view(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const all = config.claims.length;
  const predicted = record.stages[PREDICT];
  const done = sortedCount(config, value);
  const guess = value.guess ?? null;
  return html`
    ${group(
      words.predict,
      html`<p>${say(words.predict_text, { n: all })}</p>
        ${numberBox({
          id: act.id("guess"),
          label: say(words.guess, { n: all }),
          min: 0,
          max: all,
          value: guess,
          onset: (now) => act.set({ guess: now }),
        })}
        ${commitBar(state, act, {
          stage: PREDICT,
          value: { causal: guess },
          label: words.commit_guess,
          missing: guess === null ? say(words.guess_first, { n: all }) : "",
          first: predicted?.first.causal,
        })}`,
    )}
    ${alertLine(state)}
    ${predicted
      ? html`${definitions(config)} ${sorter(state, act)}
          ${commitBar(state, act, {
            stage: SORT,
            value: sortingOf(config, value),
            label: words.commit_sort,
            missing: done < all ? say(words.progress, { done, n: all }) : "",
          })}
          ${outcome(state)}`
      : html`<p>${words.locked}</p>`}`;
}
