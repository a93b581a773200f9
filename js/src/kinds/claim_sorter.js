/**
 * Claims to sort by type and by speaker, beside what two coders made of them (or one, as long as
 * nobody has sorted them a second time). First the learner says how many are causal; then sorts;
 * only then the coders are shown. Where nobody has recorded who speaks (a case pack), only by type.
 */
import { html, nothing } from "lit-html";
import { listed } from "../figures.js";
import {
  alertLine, choice, commitBar, group, kappaText, liveSentence, numberBox, percent, radios, say, shareBar, table,
} from "../parts.js";

export const PREDICT = "predict";
export const SORT = "sort";

/** What has been filled in for one claim. */
const entry = (value, id) => value.sorted?.[id] ?? {};

/** Whether it is asked who speaks. */
const asksWho = (config) => config.who !== false;

const isSorted = (config, value, { id }) => Boolean(entry(value, id).type && (entry(value, id).layer || !asksWho(config)));

/** How many claims have all that is asked: a type, and where it is asked a speaker. */
export const sortedCount = (config, value) => config.claims.filter((claim) => isSorted(config, value, claim)).length;

/** How far the sorting has come, and which claims are still open; "" when none is. */
export function progress(config, value) {
  const words = config.messages;
  const n = config.claims.length;
  const open = config.claims.flatMap((claim, index) => (isSorted(config, value, claim) ? [] : [index + 1]));
  if (!open.length) return "";
  if (open.length === n) return say(words.progress_none, { n });
  return say(open.length === 1 ? words.progress_one : words.progress, { done: n - open.length, n, open: open.join(", ") });
}

/** The sorting as it is committed: the claims that are complete. */
export function sortingOf(config, value) {
  const claims = {};
  for (const { id } of config.claims) {
    const { type, layer } = entry(value, id);
    if (isSorted(config, value, { id })) claims[id] = asksWho(config) ? { type, layer } : { type };
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

/** The claims, with their numbers, that the learner types as no coder does. */
export function apart(config, reveal, sorting) {
  return config.claims
    .map((claim, index) => ({ claim, number: index + 1, key: reveal.claims[claim.id], mine: sorting[claim.id]?.type }))
    .filter(({ key, mine }) => mine !== key.first && (key.second === null || mine !== key.second));
}

/** On which claims the learner stands alone, as a sentence. */
export function apartSentence(config, reveal, sorting) {
  const words = config.messages;
  const two = reveal.causal.second !== null;
  const numbers = apart(config, reveal, sorting).map(({ number }) => number);
  if (!numbers.length) return two ? words.apart_none : words.apart_none_one;
  const who = two ? words.both_coders : words.coder_1;
  return say(numbers.length === 1 ? words.apart_single : words.apart, { who, numbers: listed(numbers, words.and) });
}

/** What became of the claims that the learner filed as factual, as a sentence. */
export function factualSentence(config, { causal, factual }) {
  const words = config.messages;
  const { mine, both, either } = factual;
  if (!mine) return words.factual_none;
  const counted = (n) => (n === 0 ? words.none : n === 1 ? words.one : n);
  const values = { mine, both: counted(both), either: counted(either) };
  if (causal.second === null) {
    if (mine > 1) return say(words.factual_coder, values);
    return either ? words.factual_single_coder : words.factual_single_coder_not;
  }
  if (mine === 1) return both ? words.factual_single_both : either ? words.factual_single_either : words.factual_single_not;
  return say(either === 0 ? words.factual_neither : both === either ? words.factual_both : words.factual_split, values);
}

/** The sentences that sum the comparison up. */
export function summary(config, reveal) {
  const words = config.messages;
  const n = config.claims.length;
  const { causal, layers } = reveal;
  const two = causal.second !== null;
  return [
    say(two ? words.guess_against : words.guess_against_one, { n, ...causal }),
    factualSentence(config, reveal),
    ...(asksWho(config) ? [say(words.layers_against, { n, same: layers.same })] : []),
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
    ${asksWho(config) ? html`<p><strong>${words.layers}</strong></p>${list(config.layers)}` : nothing}</details>`;
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
    ${asksWho(config) ? html`<p class="tpl-small">${speaker(config, key.layers, kept.layer)}</p>` : nothing}
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
        ${claim.paraphrase
          ? html`<details class="tpl-details"><summary>${say(words.show_paragraph, { paragraph: claim.paragraph })}</summary>
              <p class="tpl-small">${claim.paraphrase}</p></details>`
          : nothing}
        ${radios({
          name: act.id(`type-${claim.id}`),
          legend: words.which_type,
          options: config.types.map(({ id, name }) => ({ id, text: name })),
          value: entry(value, claim.id).type ?? null,
          onpick: (type) => put(claim.id, { type }),
          inline: true,
        })}
        ${asksWho(config)
          ? choice({
              id: act.id(`layer-${claim.id}`),
              label: words.which_layer,
              options: config.layers.map(({ id, name }) => ({ id, text: name })),
              value: entry(value, claim.id).layer ?? null,
              onpick: (layer) => put(claim.id, { layer }),
              empty: words.choose_layer,
            })
          : nothing}
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
  const sorting = record.committed[SORT].claims;
  const pairs = [
    [words.pair_first, reveal.agreement.first],
    [words.pair_second, reveal.agreement.second],
    [words.pair_coders, reveal.agreement.coders],
  ].filter(([, pair]) => pair);
  return html`
    <p><strong>${words.outcome}</strong></p>
    ${liveSentence(html`<strong>${apartSentence(config, reveal, sorting)}</strong>`)}
    <ul class="tpl-list">${apart(config, reveal, sorting).map(({ claim, number, key, mine }) => html`<li>
      ${say(!two ? words.apart_item_one : key.first === key.second ? words.apart_item_both : words.apart_item, {
        n: number, paragraph: claim.paragraph, mine: nameOf(config.types, mine),
        first: nameOf(config.types, key.first), second: nameOf(config.types, key.second),
      })} ${key.reason}</li>`)}</ul>
    <p>${summary(config, reveal).join(" ")}</p>
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
    ${two ? html`<p class="tpl-small">${words.coders_note}</p>` : nothing}
    ${reveal.note ? html`<p class="tpl-small">${reveal.note}</p>` : nothing}
    <details class="tpl-details"><summary>${words.show_table}</summary>
      ${table(
        words.table_caption,
        [words.head_claim, words.head_you, words.coder_1, ...(two ? [words.coder_2] : [])],
        config.claims.map((claim, index) => {
          const key = reveal.claims[claim.id];
          const mine = sorting[claim.id];
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
            missing: progress(config, value),
          })}
          ${outcome(state)}`
      : html`<p>${words.locked}</p>`}`;
}
