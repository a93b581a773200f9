/** The Factor Weigher's result: hits and shares, sets, the rival's lawyer, the registration. */
import { html, nothing } from "lit-html";
import { columns, listed, rankBars, robustBar } from "../figures.js";
import { choice, commitBar, fold, group, kappaText, liveSentence, percent, radios, say, table } from "../parts.js";
import { halves } from "../factors.js";
import { apart, byRule, bySeparation, registration, result, sets, settings, weightsKept } from "./factor_model.js";
import { asGoodSentence, code, conclusion, count, errorText, hitsSentence, lawyerSentence, robustSentence, ruleSentence, sampled } from "./factor_words.js";

/** Text that does not break, and text that gets room to. */
const whole = (text) => html`<span class="tpl-whole">${text}</span>`;
const long = (text) => html`<span class="tpl-long">${text}</span>`;

export function resultStep(state, act) {
  const { config } = state;
  const words = config.messages;
  const now = result(state);
  if (!now) return html`<p>${words.all_ones}</p>`;
  return html`
    ${weightsKept(state) ? nothing : html`<p class="tpl-alert">${words.not_kept}</p>`}
    ${liveSentence(html`<strong>${hitsSentence(state, now)}</strong> ${conclusion(state, now)}`)}
    <p class="tpl-small">${now.says.includes(true) ? say(words.threshold, { threshold: now.threshold.toFixed(2) }) : words.never}</p>
    ${robustPart(state, now)}
    ${fold(words.compare_fold, html`<div class=${columns(state).wide ? "tpl-columns" : ""}>
      <div>${baselinesTable(state, now)}</div>
      <div>${table(words.rules_table, [words.rule_head, words.hits_head, words.conclusion_head],
        byRule(state).map((row) => [words[`rule_short_${row.rule}`], whole(`${count(row.hits)} / ${count(row.of)}`), row.beats ? words.yes : words.no]))}</div>
    </div>`, columns(state).wide)}
    ${ruleSentence(state) ? html`<p class="tpl-alert" role="status">${ruleSentence(state)}</p>` : nothing}
    ${switches(state, act)}
    ${fold(words.cases_fold, html`${casesTable(state, now)}${kappasTable(state)}`, columns(state).wide)}
    ${caseDetail(state, act)}
    <p class="tpl-small">${words.break}</p>`;
}

/** The share of weightings, always beside the hits: one does not show without the other. */
function robustPart(state, now) {
  const words = state.config.messages;
  const asked = state.answers.robust;
  if (!asked?.answer) return html`<p aria-live="polite">${words.robust_waiting}</p>`;
  const { answer } = asked;
  const share = sampled(answer.order.agree);
  const { width } = columns(state);
  const rows = [...answer.all.spread].reverse().map(([hits, part]) => ({
    name: say(words.spread_row, { hits: count(hits) }), value: part,
    text: Math.abs(hits - now.hits) < 1e-6 ? say(words.spread_you, { share: percent(part, words) }) : percent(part, words),
    quiet: Math.abs(hits - now.hits) >= 1e-6,
  }));
  return html`<div class=${asked.pending ? "tpl-stale" : ""} aria-busy=${String(Boolean(asked.pending))}>
    ${robustBar(state, { share, first: "", second: "", label: say(words.bar_label, { share: percent(share, words) }) })}
    <p aria-live="polite">${asked.pending ? words.robust_waiting : robustSentence(state, answer)}</p>
    <p>${answer.turn_says}</p>
    <p>${asGoodSentence(state, answer)}</p>
    ${fold(words.spread, rankBars(rows, width, rows.map(({ name, text }) => `${name}: ${text}`).join("; ")), columns(state).wide)}
    <p class="tpl-small">${words.share_note}</p>
  </div>`;
}

function baselinesTable(state, now) {
  const words = state.config.messages;
  const { alwaysNo, bestSingle, bestFactors, equalWeights } = now.baselines;
  const single = bestFactors.length ? say(words.base_single, { names: listed(bestFactors, words.and) }) : words.base_single_none;
  const of = count(now.of);
  return table(words.baselines_table, [words.model_head, words.hits_head], [
    [words.your_model, whole(`${count(now.hits)} / ${of}`)],
    [words.base_no, whole(`${count(alwaysNo)} / ${of}`)],
    [single, whole(`${count(bestSingle)} / ${of}`)],
    [words.base_equal, whole(`${count(equalWeights)} / ${of}`)],
  ]);
}

function switches(state, act) {
  const { config, record } = state;
  const words = config.messages;
  const { coder, outcome, once, turned } = settings(state);
  const { coders, cases } = record.reveal;
  const turn = (id) => act.set({ turned: turned.includes(id) ? turned.filter((one) => one !== id) : [...turned, id] });
  const borderline = cases.filter((row) => row.borderline);
  return fold(words.switches, html`<p class="tpl-small">${words.switches_note}</p>
    <div class="tpl-thirds">
    ${radios({
      name: act.id("coder"), legend: words.coder, value: String(coder), onpick: (n) => act.set({ coder: Number(n) }),
      options: coders.map((n) => ({ id: String(n), text: words[`coder_${n}`] })),
    })}
    ${radios({
      name: act.id("outcome"), legend: words.outcome, value: outcome, onpick: (id) => act.set({ outcome: id }),
      options: ["force", "combat"].map((id) => ({ id, text: words[`outcome_${id}`] })),
    })}
    ${radios({
      name: act.id("once"), legend: words.once, value: once ? "yes" : "no", onpick: (id) => act.set({ once: id === "yes" }),
      options: ["no", "yes"].map((id) => ({ id, text: words[`once_${id}`] })),
    })}</div>
    <p class="tpl-small">${words.once_note}${coders.length === 1 ? ` ${words.one_coder}` : ""}</p>
    ${borderline.length ? html`<details class="tpl-details" ?open=${turned.length > 0}><summary>${words.borderline}</summary><div class="tpl-options">${borderline.map((row) => html`<label class="tpl-option">
      <input type="checkbox" .checked=${turned.includes(row.id)} @change=${() => turn(row.id)} />
      <span>${say(words.borderline_flip, { name: row.name, outcome: row[outcome] ? words.borderline_none : words.borderline_force })}
        <span class="tpl-block tpl-small">${row.borderline}</span></span></label>`)}</div></details>` : nothing}`, columns(state).wide);
}

function casesTable(state, now) {
  const { config, record } = state;
  const words = config.messages;
  const by = bySeparation(now.cases);
  const { coder } = settings(state);
  const rows = record.reveal.cases.map((row, n) => {
    const differ = apart(row);
    return [row.name,
      now.cases.outcomes[n] ? words.yes : words.no,
      now.says[n] ? words.says_force : words.says_no,
      now.says[n] === now.cases.outcomes[n] ? whole(words.right) : whole(words.wrong),
      now.scores[n].toFixed(2),
      ...by.map(({ place }) => (differ[place] ? say(words.apart, { value: code(row.x[coder][place]) }) : code(row.x[coder][place])))];
  });
  return html`
    ${table(words.cases_table, [words.crisis, words.outcome_head, words.says_head, words.right_head, words.score_head, ...by.map(({ place }) => config.factors[place].id)], rows)}
    ${record.reveal.coders.length > 1 ? html`<p class="tpl-small">${words.apart_note}</p>` : nothing}
    <details class="tpl-details"><summary>${words.separation_table}</summary>${table(words.separation_table, [words.factor_head, words.separation_head],
      by.map(({ place, d }) => [config.factors[place].id, d.toFixed(2).replace("-", "−")]))}</details>`;
}

function kappasTable(state) {
  const { config, record } = state;
  const words = config.messages;
  if (record.reveal.coders.length < 2) return nothing;
  return table(words.kappas_table, [words.factor_head, words.kappa_head],
    config.factors.map(({ id, name }) => [`${id} · ${name}`, kappaText(record.reveal.kappas[id])]));
}

/** The reasons and sources behind one crisis's codes. */
function caseDetail(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const { cases, coders } = record.reveal;
  const row = cases.find(({ id }) => id === value.case);
  return html`${choice({
    id: act.id("case"), label: words.case_pick, value: value.case ?? null, empty: words.choose,
    options: cases.map(({ id, name }) => ({ id, text: name })), onpick: (id) => act.set({ case: id }),
  })}
  ${row ? table(say(words.case_table, { name: row.name }),
    [words.factor_head, ...coders.flatMap((n) => [say(words.value_head, { n }), say(words.reason_head, { n }), words.source_head])],
    config.factors.map(({ id }, k) => [id, ...coders.flatMap((n) => [code(row.x[n][k]), ...row.why[n][k].map(long)])])) : nothing}`;
}

export function setsStep(state, act) {
  const { config, value } = state;
  const words = config.messages;
  const { cases, relations, rows } = sets(state);
  const some = halves(cases).length > 0;
  const picked = value.qca ?? [];
  const pick = (id) => act.set({ qca: config.factors.map((one) => one.id).filter((one) => (one === id) !== picked.includes(one)) });
  const shares = ({ necessity, sufficiency, without }) => [necessity, sufficiency, without].map((x) => percent(x, words));
  return html`<p>${words.sets}</p>
    ${radios({
      name: act.id("half"), legend: some ? words.half : words.half_none, inline: true, value: value.half ?? null,
      options: ["absent", "present"].map((id) => ({ id, text: words[`half_${id}`] })), onpick: (half) => act.set({ half }),
    })}
    ${relations === null ? html`<p>${words.half_first}</p>` : html`
      ${table(words.relations_table, [words.factor_head, words.necessity_head, words.sufficiency_head, words.without_head],
        config.factors.map(({ id, name }, k) => [columns(state).wide ? `${id} · ${name}` : id, ...shares(relations[k])]))}
      ${group(words.qca_pick, html`<div class="tpl-options tpl-short">${config.factors.map(({ id }) => html`<label class="tpl-option">
        <input type="checkbox" .checked=${picked.includes(id)} ?disabled=${!picked.includes(id) && picked.length >= 4} @change=${() => pick(id)} />
        <span>${id}</span></label>`)}</div>`)}
      ${picked.length < 2 ? html`<p class="tpl-small">${words.qca_missing}</p>` : truthTable(state, cases, picked, rows)}`}`;
}

function truthTable(state, cases, picked, rows) {
  const words = state.config.messages;
  const { wide } = columns(state);
  const inRow = (row) => row.cases.map((n) => `${cases.names[n]} ${cases.outcomes[n] ? "+" : "−"}`).join("; ");
  const pattern = (row) => row.present.map(Number).join(" · ");
  const says = (row) => say(row.contradictory ? words.contradictory : row.force ? words.row_force : words.row_none, { force: count(row.force), n: count(row.n) });
  return html`
    <p class="tpl-small">${words.truth_note}</p>
    ${liveSentence(say(words.truth_count, { n: rows.filter(({ contradictory }) => contradictory).length, all: rows.length }))}
    ${table(say(words.truth_table, { names: listed(picked, words.and) }),
      [picked.join(" · "), words.force_head, words.consistency_head, words.coverage_head, ...(wide ? [words.cases_head] : [])],
      rows.map((row) => [pattern(row), says(row), percent(row.consistency, words), percent(row.coverage, words), ...(wide ? [long(inRow(row))] : [])]))}
    ${wide ? nothing : fold(words.which_cases, html`<ul class="tpl-list">${rows.map((row) => html`<li><strong>${pattern(row)}</strong>: ${inRow(row)}</li>`)}</ul>`)}`;
}

export function lawyerStep(state, act) {
  const { config, value, answers } = state;
  const words = config.messages;
  const now = result(state);
  const asked = answers.lawyer;
  const ready = value.disliked && asked?.answer && asked.question.account === value.disliked;
  return html`
    ${radios({
      name: act.id("disliked"), legend: words.lawyer, value: value.disliked ?? null, onpick: (disliked) => act.set({ disliked }),
      options: Object.keys(config.accounts).map((id) => ({ id, text: words[`account_${id.toLowerCase()}`] })),
    })}
    ${value.disliked ? html`<p aria-live="polite">${ready && !asked.pending && now ? lawyerSentence(state, asked.answer, now.of) : words.waiting}</p>` : nothing}
    ${ready && asked.answer.weights && now ? html`
      ${table(words.lawyer_table, [words.factor_head, words.mine_head, words.lawyer_head],
        config.factors.map(({ id }, k) => [id, Math.round(now.weights[k] * 100), Math.round(asked.answer.weights[id] * 100)]))}
      <p class="tpl-small">${words.lawyer_best}</p>` : nothing}
    <p class="tpl-small">${words.lawyer_note}</p>`;
}

export function registerStep(state, act) {
  const { config, record } = state;
  const words = config.messages;
  const now = result(state);
  const kept = record.stages.register;
  const value = registration(state);
  const [yes, none] = now?.chances ?? [];
  return html`<p>${words.register}</p>
    ${now ? html`<p>${say(words.register_chances, { yes: percent(yes, words), none: percent(none, words) })}</p>` : nothing}
    ${commitBar(state, act, {
      stage: "register", label: words.register_button, value,
      missing: !weightsKept(state) ? words.register_keep_first : value.half ? "" : words.register_half,
      unchanged: Boolean(kept) && registeredAsNow(state, kept.last, value),
      first: kept && say(words.first_registered, { hits: count(kept.first.hits), of: count(kept.first.of), rule: words[`rule_short_${kept.first.rule}`] }),
    })}
    ${kept ? registered(state, kept.last) : nothing}`;
}

/** Whether what was registered is what would be registered now. */
export function registeredAsNow(state, last, value) {
  const { swings, rule } = state.value;
  return Object.keys(value).every((name) => last[name] === value[name])
    && last.rule === rule && state.config.factors.every(({ id }) => last.swings[id] === swings[id]);
}

function registered(state, last) {
  const words = state.config.messages;
  return html`${liveSentence(html`<strong>${say(words.registered, {
      hits: count(last.hits), of: count(last.of), share: percent(sampled(last.share), words), error: errorText(last.error), turn: last.flip_says,
    })}</strong>`)}
    <p>${say(words.registered_forecasts, { forecasts: listed(Object.values(last.forecasts).map((p) => percent(p, words)), words.and) })}</p>`;
}
