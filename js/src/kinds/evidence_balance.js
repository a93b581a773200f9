/**
 * The Evidence Balance: choose cards, predict, rate each card under each account, see what follows.
 * Numbers: ../evidence.js, as in course/evidence.py. Accounts stand in rows, cards in columns.
 */
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { biasTolerance, counts, decibels, diagnosticity, flips, leaders, posterior, scaleFault, STEPS, tellsNothing, weight } from "../evidence.js";
import { listed, step } from "../figures.js";
import { alertLine, asTable, button, choice, commitBar, liveSentence, numberBox, percent, radios, say, shareBar } from "../parts.js";

const NARROW = 620; // CSS pixels below which the five words do not fit beside each other

const lettersOf = ({ config }) => config.accounts.map(({ letter }) => letter);
const accountOf = ({ config }, letter) => config.accounts.find((one) => one.letter === letter);
const kept = (state, stage) => state.record.stages[stage]?.last;
const plainList = (ids) => ids.join(", ");

/** The kept cards, in the order of the bank. */
export function cardsNow(state) {
  const ids = kept(state, "cards")?.cards ?? [];
  return state.config.cards.filter(({ id }) => ids.includes(id));
}

/** How many ratings a card has. */
export const ratedOf = (state, id) =>
  lettersOf(state).filter((h) => STEPS.includes(state.value.ratings?.[id]?.[h])).length;

/** Cards that still lack a rating. */
export const openCards = (state) =>
  cardsNow(state).filter(({ id }) => ratedOf(state, id) < lettersOf(state).length).map(({ id }) => id);

/** The ratings of the kept cards only, with missing ones left out. */
export function ratingsNow(state) {
  return Object.fromEntries(cardsNow(state).map(({ id }) => [
    id, Object.fromEntries(lettersOf(state).filter((h) => STEPS.includes(state.value.ratings?.[id]?.[h]))
      .map((h) => [h, state.value.ratings[id][h]])),
  ]));
}

const scaleNow = ({ config, value }) => value.scale ?? config.scale;

/** What Update commits. */
const committed = (state) => ({
  cards: cardsNow(state).map(({ id }) => id), ratings: ratingsNow(state),
  once: state.value.once === true, scale: scaleNow(state),
});

/** Everything that follows from complete ratings; null while something is missing or wrong. */
export function result(state, over = {}) {
  const cards = cardsNow(state);
  const scale = over.scale ?? scaleNow(state);
  const ratings = over.ratings ?? ratingsNow(state);
  if (!cards.length || openCards(state).length || scaleFault(scale)) return null;
  const letters = lettersOf(state);
  const counted = counts(cards, over.once ?? state.value.once === true);
  const shares = posterior(ratings, scale, counted, letters);
  const order = [...letters].sort((a, b) => shares[b] - shares[a]);
  return {
    letters, cards, scale, ratings, counted, shares, order, ahead: leaders(shares),
    lead: decibels(shares[order[0]] / shares[order[1]]),
    number: Object.values(counted).reduce((sum, c) => sum + c, 0),
    spread: cards.map(({ id }) => ({ id, db: diagnosticity(letters.map((h) => scale[ratings[id][h]])) })),
  };
}

/** What the browser keeps until it is saved: cards, prediction and ratings (see drafts.js). */
const packed = (value, empty = "") => {
  const { chosen = [], guess = null, ratings = {} } = value;
  const rows = Object.keys(ratings).sort().map((id) => [id, Object.fromEntries(Object.entries(ratings[id]).sort())]);
  const some = chosen.length || guess || rows.some(([, row]) => Object.keys(row).length);
  return some ? JSON.stringify({ chosen: [...chosen].sort(), guess, ratings: Object.fromEntries(rows) }) : empty;
};
export const draft = {
  saved: (state) => ["cards", "predict", "ratings"].reduce((sum, name) => sum + (state.record.stages[name]?.revision ?? 0), 0),
  kept: (state) => packed({
    chosen: kept(state, "cards")?.cards, guess: kept(state, "predict")?.leader ?? null, ratings: kept(state, "ratings")?.ratings,
  }),
  now: (state) => packed(state.value),
  patch: (text, state) => {
    const { chosen, guess, ratings } = JSON.parse(text);
    const known = new Set(state.config.cards.map(({ id }) => id));
    return {
      chosen: chosen.filter((id) => known.has(id)), guess,
      ratings: Object.fromEntries(Object.entries(ratings).filter(([id]) => known.has(id))),
    };
  },
};

// Choose ----------------------------------------------------------------------------------------

function chooseStep(state, act) {
  const { config, value, local } = state;
  const words = config.messages;
  const chosen = value.chosen ?? [];
  const done = Boolean(kept(state, "cards"));
  if (done && !local.choosing) {
    return html`<p>${say(words.kept_cards, { ids: plainList(cardsNow(state).map(({ id }) => id)) })}
      ${button(words.change_cards, () => act.local({ choosing: true }), { plain: true })}</p>
      ${state.record.reveal?.one_sided ? html`<p class="tpl-alert" role="status">${words.one_sided}</p>` : nothing}`;
  }
  const span = config.periods.find(({ id }) => id === local.period);
  const shown = config.cards.filter(({ date }) => !span || (Number(date.slice(0, 4)) >= span.from && Number(date.slice(0, 4)) <= span.to));
  const toggle = (id) => act.set({ chosen: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] });
  const ordered = config.cards.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  return html`
    <p>${say(words.intro, { n: config.size, all: config.cards.length })}</p>
    ${choice({
      id: act.id("period"), label: words.period, value: local.period ?? "all",
      options: [{ id: "all", text: words.all_years }, ...config.periods.map((one) => ({ id: one.id, text: say(words.years, one) }))],
      onpick: (period) => act.local({ period }),
    })}
    <div class="tpl-pick" role="group" aria-label=${words.cards_legend}>
      ${shown.map((card) => html`<label class="tpl-option">
        <input type="checkbox" .checked=${live(chosen.includes(card.id))} @change=${() => toggle(card.id)} />
        <span><strong>${card.id}</strong> · ${card.date} · ${card.text}
          <span class="tpl-small tpl-block">${say(words.card_source, card)}${card.confirmed ? "" : ` ${words.unconfirmed}`}</span></span></label>`)}
    </div>
    ${liveSentence(ordered.length
      ? say(words.chosen_count, { k: ordered.length, n: config.size, ids: plainList(ordered) }) : say(words.chosen_none, { n: config.size }))}
    ${commitBar(state, act, {
      stage: "cards", label: words.keep_cards, value: { cards: ordered },
      missing: !ordered.length ? words.no_cards : ordered.length !== config.size ? say(words.how_many, { n: config.size, k: ordered.length }) : "",
      first: say(words.first_cards, { ids: plainList(state.record.stages.cards?.first?.cards ?? []) }),
    })}
    ${done && state.record.reveal?.one_sided ? html`<p class="tpl-alert">${words.one_sided}</p>` : nothing}`;
}

function predictStep(state, act) {
  const { config, value } = state;
  const words = config.messages;
  return html`
    ${radios({
      name: act.id("guess"), legend: words.predict, value: value.guess ?? null, onpick: (guess) => act.set({ guess }),
      options: config.accounts.map((one) => ({
        id: one.letter, text: html`<strong>${one.name}</strong><span class="tpl-small tpl-block">${one.claim}</span>`,
      })),
    })}
    ${commitBar(state, act, {
      stage: "predict", label: words.keep_prediction, value: { leader: value.guess ?? null }, missing: value.guess ? "" : words.predict_missing,
      first: accountOf(state, state.record.stages.predict?.first?.leader)?.name,
    })}`;
}

// Rate ------------------------------------------------------------------------------------------

function ratingRow(state, act, card, account, narrow) {
  const words = state.config.messages;
  const { ratings = {} } = state.value;
  const now = ratings[card.id]?.[account.letter];
  const set = (n) => act.set({ ratings: { ...ratings, [card.id]: { ...ratings[card.id], [account.letter]: n } } });
  return html`<fieldset class="tpl-rate"><legend>${account.name}</legend>
    <div class="tpl-five">${STEPS.map((n) => html`<label>
      <input type="radio" name=${act.id(`${card.id}-${account.letter}`)} value=${n} .checked=${live(now === n)} @change=${() => set(n)} />
      <span>${n}<span class=${narrow ? "tpl-out" : ""}> ${words[`step_${n}`]}</span></span></label>`)}</div>
  </fieldset>`;
}

function rateStep(state, act) {
  const { config, local } = state;
  const words = config.messages;
  const cards = cardsNow(state);
  const all = config.accounts.length;
  const here = Math.max(0, cards.findIndex(({ id }) => id === local.card));
  const card = cards[here];
  const narrow = state.width < NARROW;
  const go = (n) => (event) => {
    const root = event.currentTarget.closest(".tpl");
    act.local({ card: cards[n].id });
    root.querySelector(".tpl-card-title")?.focus();
  };
  const open = openCards(state);
  const given = cards.reduce((sum, { id }) => sum + ratedOf(state, id), 0);
  const fault = scaleFault(scaleNow(state));
  const missing = open.length ? say(words.ratings_missing, { ids: plainList(open) })
    : fault ? words[`scale_${fault}`] : tellsNothing(ratingsNow(state)) ? words.nothing_told : "";
  return html`
    <p>${words.rate_intro}</p>
    <div class="tpl-buttons tpl-nav" role="group" aria-label=${words.cards_nav}>${cards.map(({ id }, n) => html`<button
      type="button" class="tpl-button" aria-pressed=${String(n === here)} @click=${go(n)}
      aria-label=${ratedOf(state, id) === all ? say(words.card_done, { id }) : say(words.card_part, { id, k: ratedOf(state, id), n: all })}
    >${id}${ratedOf(state, id) === all ? " ✓" : ""}</button>`)}</div>
    <div class="tpl-card ${narrow ? "tpl-narrow" : ""}">
      <p class="tpl-head tpl-card-title" tabindex="-1">${say(words.card_title, { id: card.id, n: here + 1, all: cards.length, date: card.date })}</p>
      <p class="tpl-claim">${card.text}</p>
      <p class="tpl-small">${say(words.card_source, card)}${card.confirmed ? "" : ` ${words.unconfirmed}`}</p>
      ${narrow ? html`<p class="tpl-small">${words.rate_words}</p>` : nothing}
      <div role="group" aria-label=${words.rows_legend}><p class="tpl-small">${words.rows_legend}</p>
        ${config.accounts.map((account) => ratingRow(state, act, card, account, narrow))}</div>
    </div>
    <div class="tpl-buttons">
      ${here > 0 ? button(words.previous, go(here - 1), { plain: true }) : nothing}
      ${here < cards.length - 1 ? button(words.next, go(here + 1), { plain: true }) : nothing}
    </div>
    ${kept(state, "ratings") ? nothing : matrix(state, cards)}
    <p class="tpl-small" aria-live="polite">${say(words.rated_count, { k: given, n: cards.length * all })} ${words.draft_kept}
      ${local.restored !== undefined && local.restored === draft.now(state) ? words.restored : ""}</p>
    ${commitBar(state, act, { stage: "ratings", label: words.update, value: committed(state), missing })}
    ${kept(state, "ratings") ? nothing : html`<p class="tpl-small">${words.closed}</p>`}`;
}

/** Accounts in rows, cards in columns; with `raters`, their ratings beside the learner's. */
function matrix(state, cards, raters) {
  const words = state.config.messages;
  const cell = (id, h) => {
    const mine = state.value.ratings?.[id]?.[h] ?? "–";
    const theirs = raters?.[id]?.[h];
    return theirs
      ? html`<strong>${mine}</strong><span class="tpl-small tpl-block">${say(words.matrix_cell, { r: theirs.R, c: theirs.C })}</span>` : mine;
  };
  return html`<div class="tpl-scroll" tabindex="0" role="region" aria-label=${words.matrix}><table class="tpl-table tpl-matrix">
    <caption>${words.matrix}</caption>
    <thead><tr><th scope="col">${words.matrix_head}</th>${cards.map(({ id }) => html`<th scope="col">${id}</th>`)}</tr></thead>
    <tbody>${state.config.accounts.map(({ letter, short }) => html`<tr><th scope="row">${short}</th>
      ${cards.map(({ id }) => html`<td>${cell(id, letter)}</td>`)}</tr>`)}</tbody></table></div>
    <p class="tpl-small">${words.matrix_key}</p>`;
}

// See -------------------------------------------------------------------------------------------

const namesOf = (state, letters) => listed(letters.map((h) => `"${accountOf(state, h).short}"`), state.config.messages.and);

/** The result in one or two sentences. */
export function verdict(state, now) {
  const words = state.config.messages;
  const [first, second] = now.order;
  const guess = kept(state, "predict").leader;
  const said = now.ahead.includes(guess) ? words.predicted_right : say(words.predicted_wrong, { name: accountOf(state, guess).short });
  const main = now.ahead.length > 1
    ? say(words.tie, { names: namesOf(state, now.ahead), share: percent(now.shares[first], words) })
    : say(words.leads, {
      leader: accountOf(state, first).short, share: percent(now.shares[first], words), second: accountOf(state, second).short, db: now.lead.toFixed(1),
    });
  return { main, said };
}

/** Which single rating would make another lead. */
export function flipSentence(state, now) {
  const words = state.config.messages;
  if (now.ahead.length > 1) return words.flip_tie;
  const found = flips(now.ratings, now.scale, now.counted, now.letters);
  if (!found.length) return words.flip_none;
  const [{ card, hypothesis, before, after, leader }] = found;
  return say(found.length > 1 ? words.flip_says : words.flip_one, {
    card, hypothesis: accountOf(state, hypothesis).short, from: before, to: after, leader: accountOf(state, leader).short, n: found.length,
  });
}

/** Bars with their names and numbers as text, which wraps on a phone and is read aloud as it stands. */
const bars = (rows) => html`<div class="tpl-bars">${rows.map((row) => html`<div class="tpl-voice">
  <span class="tpl-voice-name">${row.name}</span>${shareBar(row)}</div>`)}</div>`;

function seeStep(state, act) {
  const { config, value } = state;
  const words = config.messages;
  const now = result(state);
  if (!now) return html`<p>${scaleFault(scaleNow(state)) ? words.scale_fault : words.closed}</p>`;
  const { main, said } = verdict(state, now);
  const behind = (h) => decibels(now.shares[now.order[0]] / now.shares[h]);
  const rows = now.order.map((h) => ({
    name: accountOf(state, h).short, share: now.shares[h],
    text: say(now.ahead.includes(h) ? words.bar_leader : words.bar_text, { share: percent(now.shares[h], words), db: behind(h).toFixed(1) }),
    className: now.ahead.includes(h) ? "tpl-first" : "tpl-quiet",
  }));
  const most = Math.max(...now.spread.map(({ db }) => db)) || 1;
  const bySpread = value.sort === "spread";
  const spread = bySpread ? [...now.spread].sort((a, b) => b.db - a.db) : now.spread;
  const cards = spread.map(({ id }) => now.cards.find((card) => card.id === id));
  const zero = now.spread.filter(({ db }) => db === 0).map(({ id }) => id);
  const raters = value.experts ? state.record.reveal?.raters : null;
  return html`
    ${liveSentence(html`<strong>${main}</strong> ${said}`)}
    <p class="tpl-head">${words.bars_title}</p>
    ${bars(rows)}
    ${asTable(state, words.bars_title, [words.matrix_head, words.head_share, words.head_behind],
      now.order.map((h) => [accountOf(state, h).name, percent(now.shares[h], words), say(words.spread_text, { db: behind(h).toFixed(1) })]))}
    <p>${say(words.honest, { n: now.cards.length })}</p>
    <p class="tpl-head">${words.spread_title}</p>
    ${choice({
      id: act.id("sort"), label: words.sort_label, value: bySpread ? "spread" : "date", onpick: (sort) => act.set({ sort }),
      options: ["date", "spread"].map((id) => ({ id, text: words[`sort_${id}`] })),
    })}
    ${bars(spread.map(({ id, db }) => ({ name: id, share: db / most, text: say(words.spread_text, { db: db.toFixed(1) }) })))}
    ${zero.length ? html`<p class="tpl-small">${say(words.spread_zero, { ids: plainList(zero) })}</p>` : nothing}
    ${matrix(state, cards, raters)}
    ${expertsPart(state, act, now)}`;
}

const tick = (text, checked, onpick) => html`<label class="tpl-check">
  <input type="checkbox" .checked=${live(checked)} @change=${(event) => onpick(event.target.checked)} /><span>${text}</span></label>`;

/** Where the learner and a rater differ most. */
export function widest(state, now, raters) {
  let most = null;
  for (const { id } of now.cards) {
    for (const h of now.letters) {
      for (const rater of ["R", "C"]) {
        const theirs = raters[id]?.[h]?.[rater];
        const db = theirs ? Math.abs(weight(now.scale[now.ratings[id][h]], now.scale[theirs])) : 0;
        if (db > (most?.db ?? 0)) most = { db, card: id, h, rater, mine: now.ratings[id][h], theirs };
      }
    }
  }
  return most;
}

function expertsPart(state, act, now) {
  const words = state.config.messages;
  const raters = state.record.reveal?.raters ?? {};
  const full = now.cards.every(({ id }) => raters[id]);
  const box = tick(words.experts_label, Boolean(state.value.experts), (experts) => act.set({ experts }));
  if (!state.value.experts) return box;
  if (!full) return html`${box}<p class="tpl-small">${words.experts_wait}</p>`;
  const by = (who) => result(state, {
    ratings: Object.fromEntries(now.cards.map(({ id }) => [id, Object.fromEntries(now.letters.map((h) => [h, raters[id][h][who]]))])),
  }).ahead;
  const most = widest(state, now, raters);
  const bare = (letters) => namesOf(state, letters).replace(/^"|"$/g, "");
  return html`${box}<p class="tpl-small">${words.experts_note}</p>
    <p>${say(words.experts_result, { r: bare(by("R")), c: bare(by("C")) })}
      ${most ? say(words.experts_widest, { ...most, name: accountOf(state, most.h).short }) : nothing}</p>`;
}

function changeStep(state, act) {
  const { config, value, local } = state;
  const words = config.messages;
  const now = result(state);
  const scale = scaleNow(state);
  const fault = scaleFault(scale);
  const clusters = {};
  for (const { id, cluster } of cardsNow(state)) if (cluster) (clusters[cluster] ??= []).push(id);
  const shared = Object.entries(clusters).filter(([, ids]) => ids.length > 1);
  const one = (over) => result(state, over)?.ahead ?? [];
  const [plain, once] = [one({ once: false }), one({ once: true })];
  const ours = one({ scale: config.scale });
  const alike = (a, b) => plainList(a) === plainList(b);
  return html`
    ${shared.length
      ? html`${tick(words.once_label, value.once === true, (on) => act.set({ once: on }))}
        <p class="tpl-small">${say(words.once_note, { clusters: shared.map(([name, ids]) => say(words.cluster, { name, ids: plainList(ids) })).join("; ") })}</p>
        ${now ? html`<p>${alike(plain, once) ? words.once_same : say(words.once_other, { without: namesOf(state, plain), with: namesOf(state, once) })}</p>` : nothing}`
      : html`<p class="tpl-small">${words.once_none}</p>`}
    ${button(words.flip_button, () => act.local({ flip: true }), { plain: true })}
    ${liveSentence(local.flip && now ? flipSentence(state, now) : "")}
    ${now ? html`<p>${now.ahead.length > 1 ? words.bias_tie : say(words.bias, {
      leader: accountOf(state, now.order[0]).short, second: accountOf(state, now.order[1]).short,
      db: biasTolerance(now.lead, now.number).toFixed(1), step: weight(scale[4], scale[3]).toFixed(1),
    })}</p>` : nothing}
    <details class="tpl-details" ?open=${Boolean(fault)}><summary>${words.scale_title}</summary>
      <p class="tpl-small">${words.scale_note}</p>
      <div class="tpl-scale">${STEPS.map((n) => numberBox({
        id: act.id(`scale-${n}`), label: say(words.scale_label, { n, word: words[`step_${n}`] }), min: 0, max: 1, step: 0.01,
        value: scale[n], onset: (p) => act.set({ scale: { ...scale, [n]: p } }),
      }))}</div>
      ${button(words.scale_reset, () => act.set({ scale: { ...config.scale } }), { plain: true })}
      ${liveSentence(fault ? html`<span class="tpl-alert tpl-block">${words[`scale_${fault}`]}</span>`
        : now ? alike(ours, now.ahead) ? words.scale_same : say(words.scale_other, { names: namesOf(state, ours) }) : "")}
    </details>
    <p class="tpl-small">${words.caution}</p>
    <p class="tpl-small">${words.sources}</p>`;
}

export function view(state, act) {
  const { config } = state;
  const words = config.messages;
  const cards = Boolean(kept(state, "cards"));
  const predicted = cards && Boolean(kept(state, "predict"));
  const rated = predicted && Boolean(kept(state, "ratings"));
  return html`
    ${step(say(words.step_choose, { n: config.size }), chooseStep(state, act))}
    ${cards ? step(words.step_predict, predictStep(state, act)) : nothing}
    ${predicted ? step(words.step_rate, rateStep(state, act)) : nothing}
    ${alertLine(state)}
    ${rated ? html`${step(words.step_see, seeStep(state, act))}${step(words.step_change, changeStep(state, act))}` : nothing}`;
}
