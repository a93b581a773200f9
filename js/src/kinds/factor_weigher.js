/**
 * The Factor Weigher: codebook, blind cards, the crises with force alone, weights, and only then
 * the whole table. Numbers: factor_model.js; sentences: factor_words.js; steps 5 to 8:
 * factor_result.js; here is the way to the result.
 */
import { html, nothing } from "lit-html";
import { listed, step } from "../figures.js";
import { alertLine, asTable, button, commitBar, fold, group, kappaText, keepPlace, keptSentence, liveSentence, numberBox, radios, say, table } from "../parts.js";
import { lawyerStep, registerStep, resultStep, setsStep } from "./factor_result.js";
import { asks, opened, uncoded, unread, weightsNow } from "./factor_model.js";
import { code, pointsText, presentSentences } from "./factor_words.js";

export { asks };

const CODES = [[0, "code_0"], [0.5, "code_half"], [1, "code_1"]];

function codebookStep(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const left = unread(state);
  const seen = (id) => (event) => {
    const read = value.read ?? [];
    if (!event.target.open) return;
    if (!read.includes(id)) act.set({ read: [...read, id] });
    keepPlace(event); // the one that was open before has shut
  };
  // One definition is open at a time (the browser sees to it by the shared name), so that the
  // codebook does not grow to several screens.
  const body = html`<p>${words.codebook}</p>
    ${config.factors.map((factor) => html`<details class="tpl-details tpl-factor" name=${act.id("codebook")} @toggle=${seen(factor.id)}>
      <summary><strong>${factor.id}</strong> · ${factor.name}</summary>
      ${definition(words, factor)}
    </details>`)}
    ${liveSentence(left.length ? say(words.codebook_left, { names: listed(left, words.and) }) : words.codebook_done)}`;
  return fold(words.codebook_fold, body, !record.stages.cards);
}

/** A step that folds up when it is kept; that it is open at first is no reason to move the page. */
const onshut = (event) => event.target.open || keepPlace(event);

/** A factor's question and its three anchors. */
const definition = (words, factor) => html`<p>${factor.question}</p>
  <ul class="tpl-list">${[["0", "0"], ["½", "half"], ["1", "1"]].map(([shown, name]) => html`<li>
    ${say(words.anchor, { value: shown, anchor: factor[`anchor_${name}`] })}
    <span class="tpl-block tpl-small">${say(words.example, { example: factor[`example_${name}`] })}</span></li>`)}</ul>`;

function cardsStep(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const codes = value.codes ?? {};
  const put = (card, factor, x) => act.set({ codes: { ...codes, [card]: { ...codes[card], [factor]: x } } });
  const left = uncoded(state);
  const done = record.reveal?.cards;
  const factorOf = (id) => config.factors.find((one) => one.id === id);
  const shown = state.local.card ?? config.cards[0].id;
  const body = html`<p>${words.cards}</p>
    ${config.blind.map((id) => fold(say(words.definition_again, factorOf(id)), definition(words, factorOf(id))))}
    ${config.cards.map(({ id, text }, n) => html`<details class="tpl-details tpl-factor" ?open=${id === shown}
      @toggle=${(event) => event.target.open && id !== shown && act.local({ card: id })}>
      <summary>${cardSummary(state, id)}</summary>
      ${group(say(words.card, { n: id, all: config.cards.length }), html`
        <p class="tpl-claim">${text}</p>
        ${config.blind.map((factor) => radios({
          name: act.id(`card-${id}-${factor}`), inline: true,
          legend: `${factor} · ${factorOf(factor).name}`,
          value: codes[id]?.[factor] === undefined ? null : String(codes[id][factor]),
          options: CODES.map(([x, name]) => ({ id: String(x), text: words[name] })),
          onpick: (x) => put(id, factor, Number(x)),
        }))}
        ${n + 1 < config.cards.length ? button(words.next_card, (event) => {
          act.local({ card: config.cards[n + 1].id });
          event.target.closest("details").nextElementSibling.querySelector("summary").focus();
        }, { plain: true }) : nothing}`, "tpl-card")}
    </details>`)}`;
  return html`${fold(words.cards_fold, body, !done, onshut)}
    ${done ? html`<p class="tpl-small">${keptSentence(state, "cards")}</p>` : commitBar(state, act, {
      stage: "cards", label: words.keep_cards, value: { read: value.read ?? [], codes },
      missing: left.length ? say(words.cards_missing, { names: listed(left, words.and) }) : "",
    })}
    ${done ? cardsResult(state, done) : nothing}`;
}

/** "Card 2 of 5 · LOSS ½, FEAS not coded": the card's codes, also while it is folded. */
export function cardSummary({ config, value }, id) {
  const words = config.messages;
  const codes = config.blind.map((factor) => {
    const x = value.codes?.[id]?.[factor] ?? null;
    return `${factor} ${x === null ? words.not_coded : code(x)}`;
  });
  return `${say(words.card, { n: id, all: config.cards.length })} · ${codes.join(", ")}`;
}

function cardsResult(state, done) {
  const { config, record } = state;
  const words = config.messages;
  const mine = record.stages.cards.last.codes;
  const coders = Object.keys(done.codes);
  return html`${coders.map((n) => liveSentence(say(words.cards_agree, { n, same: done.agreed[n].same, of: done.agreed[n].of, kappa: kappaText(done.agreed[n].kappa) })))}
    ${table(words.cards_table,
      [words.card_head, words.crisis, ...config.blind.flatMap((factor) => [say(words.you_head, { factor }), ...coders.map((n) => say(words.coder_head, { n, factor }))])],
      config.cards.map(({ id }) => [id, done.names[id],
        ...config.blind.flatMap((factor) => [code(mine[id][factor]), ...coders.map((n) => code(done.codes[n][id][factor]))])]))}
    <p class="tpl-small">${words.kappa_note} ${coders.length === 1 ? words.one_coder : words.coders_note}</p>`;
}

function positivesStep(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const rows = record.reveal.positives;
  const factor = config.present;
  const place = config.factors.findIndex(({ id }) => id === factor);
  const chance = value.chance ?? null;
  const done = opened(state).weights;
  const body = html`<p>${say(words.positives, { n: rows.length })}</p>
    ${table(words.positives_table, [words.crisis, ...config.factors.map(({ id }) => id)],
      rows.map(({ name, x }) => [name, ...x.map(code)]))}
    ${numberBox({
      id: act.id("chance"), min: 0, max: 100, unit: "%", value: chance, onset: (n) => act.set({ chance: n }),
      label: say(words.predict, { factor, n: rows.length, k: rows.filter(({ x }) => x[place] === 1).length }),
    })}`;
  return html`${fold(words.positives_fold, body, !done, onshut)}
    ${done ? html`<p class="tpl-small">${keptSentence(state, "positives")}</p>` : commitBar(state, act, {
      stage: "positives", label: words.keep_prediction, value: { chance },
      missing: chance === null ? words.predict_missing : "",
    })}`;
}

const swingName = (swing) => `swing_${String(swing).replace(".", "_")}`;

/** Why the weights cannot be kept yet, or "". */
export function weightsMissing(state) {
  const { config, value } = state;
  const words = config.messages;
  const left = config.factors.map(({ id }) => id).filter((id) => (value.swings?.[id] ?? null) === null);
  if (left.length) return say(words.weights_missing, { names: listed(left, words.and) });
  if (!value.rule) return words.rule_missing;
  return weightsNow(state) ? "" : words.all_ones;
}

function weightsStep(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const swings = value.swings ?? {};
  const first = record.stages.weights?.first;
  const [said, without, so] = presentSentences(state);
  const now = weightsNow(state);
  return html`
    ${liveSentence(html`<strong>${said}</strong> ${without}`)}<p>${so}</p>
    ${asTable(state, say(words.present_table, { all: record.reveal.present.length, factor: config.present }),
      [words.crisis, config.present, words.outcome_head],
      record.reveal.present.map(({ name, x, force }) => [name, code(x), force ? words.yes : words.no]))}
    ${fold(words.weights_fold, html`<p>${words.swing}</p><p>${words.odds}</p>
    <div class="tpl-swings">${config.factors.map(({ id, name }) => radios({
      name: act.id(`swing-${id}`), legend: say(words.swing_legend, { id, name }), inline: true,
      value: swings[id] === undefined || swings[id] === null ? null : String(swings[id]),
      options: config.swings.map((swing) => ({ id: String(swing), text: words[swingName(swing)] })),
      onpick: (swing) => act.set({ swings: { ...swings, [id]: Number(swing) } }),
    }))}</div>
    ${radios({
      name: act.id("rule"), legend: words.rule_legend, value: value.rule ?? null, onpick: (rule) => act.set({ rule }),
      options: config.rules.map((rule) => ({ id: rule, text: words[`rule_${rule}`] })),
    })}
    <p class="tpl-small">${words.rule_note}</p>`, !record.stages.weights, onshut)}
    ${now ? html`<p class="tpl-small">${say(words.your_points, { weights: pointsText(state, now) })}</p>` : nothing}
    ${commitBar(state, act, {
      stage: "weights", label: words.keep_weights, missing: weightsMissing(state),
      value: { swings: Object.fromEntries(config.factors.map(({ id }) => [id, swings[id] ?? null])), rule: value.rule ?? null },
      first: first && say(words.first_weights, {
        weights: listed(Object.entries(first.swings).map(([id, swing]) => `${id} ×${swing}`), words.and), rule: words[`rule_short_${first.rule}`],
      }),
    })}`;
}

export function view(state, act) {
  const words = state.config.messages;
  const open = opened(state);
  const closed = !open.cards ? "codebook" : !open.positives ? "cards" : !open.weights ? "positives" : !open.result ? "weights" : "";
  return html`
    ${step(words.step_codebook, codebookStep(state, act))}
    ${alertLine(state)}
    ${open.cards ? step(words.step_cards, cardsStep(state, act)) : nothing}
    ${open.positives ? step(words.step_positives, positivesStep(state, act)) : nothing}
    ${open.weights ? step(words.step_weights, weightsStep(state, act)) : nothing}
    ${open.result ? html`
      ${step(words.step_result, resultStep(state, act))}
      ${step(words.step_sets, setsStep(state, act))}
      ${step(words.step_lawyer, lawyerStep(state, act))}
      ${step(words.step_register, registerStep(state, act))}` : nothing}
    ${closed ? html`<p class="tpl-small">${words[`closed_${closed}`]}</p>` : nothing}
    <p class="tpl-small">${words.caveats}</p>`;
}
