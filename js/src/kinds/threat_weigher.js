/**
 * The Threat Weigher: two possible threats, four sources, and weights that nobody can measure.
 * Predict, weigh, look, add intentions, compare the years. Numbers: threat_model.js; words:
 * threat_words.js; here is what it looks like.
 */
import { html, nothing, svg } from "lit-html";
import { shareHolding } from "../arithmetic.js";
import { capital, columns, listed, polyline, robustBar, splitBar, step } from "../figures.js";
import {
  alertLine, asTable, button, choice, commitBar, dot, drawing, group, keptSentence, label, liveSentence, numberBox,
  percent, radios, say, slider, table,
} from "../parts.js";
import { scaleLinear } from "../scale.js";
import {
  INTENTIONS, NEUTRAL, begin, claimOf, kept, opened, region, result, sharesByMeasure, sharesByYear, sourcesNow, stageOf, triedNow, withoutIntentions,
} from "./threat_model.js";
import {
  beforeSentence, flipSentence, formSentence, jointSentence, nearnessSentence, orderSentence, predicted, shareSentence, triangleSentence, triedSentence,
  verdict, yearsPredicted, yearsSentence,
} from "./threat_words.js";

/** The kernel samples in which share of weightings the claim holds in all years at once. */
export function asks(state) {
  const { value } = state;
  if (!claimOf(state) || !opened(state).chart || !value.measures.intentions) return {};
  return { joint: { claim: value.claim, measures: value.measures, form: value.form } };
}

const claimText = (state, claim) =>
  say(state.config.messages[claim.paragraph ? "claim_named" : "claim"], {
    observer: claim.observer.name, first: claim.first.name, second: claim.second.name, paragraph: claim.paragraph,
  });

const names = (state) => {
  const claim = claimOf(state);
  return { observer: claim.observer.text, first: claim.first.text, second: claim.second.text, year: state.value.year };
};

/** One source: what the tables say of the two, and how they share it out. */
function sourceRow(state, source) {
  const { config, value } = state;
  const words = config.messages;
  const claim = claimOf(state);
  const measure = value.measures[source.measure];
  const facts = measure && config.facts[claim.id][value.year][source.id][measure];
  const d = measure && config.contrasts[claim.id][value.year].additive[source.id][measure];
  return html`<div class="tpl-source">
    <p><strong>${capital(source.id)}</strong> <span class="tpl-small tpl-block">${measure ? words[`measure_${source.measure}_${measure}`] : ""}</span></p>
    ${facts && d !== null && d !== undefined
      ? splitBar((1 + d) / 2, `${claim.first.name}: ${facts[0]}`, `${claim.second.name}: ${facts[1]}`)
      : html`<p class="tpl-small">${words.no_data}</p>`}
  </div>`;
}

function choosePair(state, act) {
  const { config, value } = state;
  const words = config.messages;
  const claim = claimOf(state);
  return html`
    ${choice({
      id: act.id("claim"), label: words.whose, value: value.claim ?? null, empty: words.choose,
      options: config.claims.map((one) => ({ id: one.id, text: claimText(state, one) })),
      onpick: (id) => act.set(begin(state, id)),
    })}
    ${claim ? choice({
      id: act.id("year"), label: words.year, value: value.year ? String(value.year) : null, empty: words.choose,
      options: claim.years.map((year) => ({ id: String(year), text: String(year) })),
      onpick: (year) => act.set({ year: Number(year) }),
    }) : nothing}
    ${claim?.paragraph ? html`<p class="tpl-small">${words[`about_${claim.paragraph.toLowerCase()}`]}</p>` : nothing}`;
}

function predictStep(state, act) {
  const { config, value } = state;
  const words = config.messages;
  const claim = claimOf(state);
  const was = state.record.stages[stageOf("predict", value.claim)]?.first;
  return html`
    <p>${say(words.tables_say, names(state))}</p>
    <div class="tpl-thirds">${config.sources.filter((source) => source.id !== INTENTIONS).map((source) => sourceRow(state, source))}</div>
    ${claim.nearness ? html`<p class="tpl-small">${nearnessSentence(state)}</p>` : nothing}
    <p class="tpl-small">${words.hidden}</p>
    ${radios({
      name: act.id("guess"), legend: say(words.predict_who, names(state)), inline: true, value: value.guess ?? null,
      options: ["first", "second"].map((id) => ({ id, text: claim[id].name })), onpick: (guess) => act.set({ guess }),
    })}
    ${numberBox({
      id: act.id("guess-share"), label: say(words.predict_share, names(state)), min: 0, max: 100, unit: "%",
      value: value.guess_share ?? null, onset: (n) => act.set({ guess_share: n }),
    })}
    ${commitBar(state, act, {
      stage: stageOf("predict", value.claim), label: words.keep_prediction,
      value: { claim: value.claim, year: value.year, choice: value.guess, share: value.guess_share },
      missing: value.guess && value.guess_share !== null ? "" : words.predict_missing,
      first: was && say(words.first_prediction, { who: claim[was.choice].text, share: was.share }),
    })}`;
}

function weightSlider(state, act, source) {
  const words = state.config.messages;
  const { weights = {}, measures, claim, year } = state.value;
  const facts = measures[source.measure] && state.config.facts[claim][year][source.id][measures[source.measure]];
  return slider({
    id: act.id(source.id.replaceAll(" ", "-")),
    label: html`${capital(source.id)}`,
    note: facts ? say(words.swing_facts, { ...names(state), a: facts[0], b: facts[1] }) : undefined,
    value: weights[source.id] ?? null,
    min: 0, max: 10, step: 1, rest: 5, unset: words.not_set,
    ends: [words.swing_low, words.swing_high],
    onset: (w) => act.set({ weights: { ...weights, [source.id]: w } }),
  });
}

/** Names of the sources among `ids` without a weight. */
const unset = (state, ids) => ids.filter((id) => (state.value.weights?.[id] ?? null) === null);

/** Why a set of weights cannot be committed yet, or "". */
function weightsMissing(state, ids) {
  const words = state.config.messages;
  const open = unset(state, ids);
  if (open.length) return say(words.weights_missing, { names: listed(open, words.and) });
  return ids.every((id) => state.value.weights[id] === 0) ? words.all_zero : "";
}

function weighStep(state, act) {
  const { config, value } = state;
  const words = config.messages;
  const three = config.sources.filter((source) => source.id !== INTENTIONS);
  const ids = three.map((source) => source.id);
  const { intentions: _, ...measures } = value.measures;
  return html`
    <p>${say(words.swing, names(state))}</p>
    ${group(words.your_weights, html`<div class="tpl-thirds">${three.map((source) => weightSlider(state, act, source))}</div>`)}
    ${opened(state).intentions ? html`<p class="tpl-small">${keptSentence(state, stageOf("weights", value.claim))}</p>` : commitBar(state, act, {
      stage: stageOf("weights", value.claim), label: words.keep_weights, missing: weightsMissing(state, ids),
      value: { claim: value.claim, year: value.year, form: value.form, measures,
        weights: Object.fromEntries(ids.map((id) => [id, value.weights?.[id] ?? null])) },
      first: weightsText(state, state.record.stages[stageOf("weights", value.claim)]?.first.weights),
    })}`;
}

const weightsText = (state, weights) =>
  weights && listed(Object.entries(weights).map(([id, w]) => `${id} ${w}`), state.config.messages.and);

/** The triangle of all weightings of three sources. */
function triangle(state, now) {
  const { config } = state;
  const words = config.messages;
  const claim = claimOf(state);
  const three = config.sources.slice(0, 3);
  const width = Math.min(columns(state).width, 440);
  const side = width - 40;
  const [top, base] = [40, 40 + side * 0.75];
  const place = ([a, b, c]) => [20 + side * (c + b / 2), base - (base - top) * b];
  const four = sourcesNow(state).length === 4;
  const fourth = four ? now.weights?.[3] ?? null : 0;
  if (four && fourth === null) return html`<p class="tpl-small">${words.triangle_wait}</p>`;
  const corners = now.contrasts.slice(0, 3).map((d) => (1 - fourth) * d + (four ? fourth * now.contrasts[3] : 0));
  const slice = shareHolding(corners);
  const inside = region(corners).map(place);
  const other = region(corners.map((d) => -d)).map(place);
  const rest = 1 - fourth;
  const mine = now.weights && rest > 1e-9 ? place(now.weights.slice(0, 3).map((w) => w / rest)) : null;
  const flip = !four && now.flip ? place(now.flip.weights) : null;
  const text = triangleSentence(state, now, slice);
  const middle = (shape) => [0, 1].map((k) => shape.reduce((sum, point) => sum + point[k], 0) / shape.length);
  const shape = (points) => points.map((p) => p.join(",")).join(" ");
  const named = (points, share, name) => {
    if (share < 0.12) return nothing;
    const [x, y] = middle(points);
    const hit = mine && Math.abs(mine[0] - x) < 90 && Math.abs(mine[1] - y) < 28;
    // Beside the learner's own point, on the side where the region is.
    const beside = hit && (y < mine[1] ? Math.min(y, mine[1] - 26) : Math.max(y, mine[1] + 30));
    return label(x, hit ? beside : y, say(words.leads, { name }), "middle", "tpl-strong");
  };
  return html`
    ${drawing({ width, height: base + 26, label: `${text} ${verdict(state, now)}` }, svg`
      ${inside.length ? svg`<polygon class="tpl-region" points=${shape(inside)}></polygon>` : nothing}
      ${other.length ? svg`<polygon class="tpl-region-second" points=${shape(other)}></polygon>` : nothing}
      <polygon class="tpl-frame" points=${shape([[1, 0, 0], [0, 1, 0], [0, 0, 1]].map(place))}></polygon>
      ${named(inside, slice, claim.first.name)}${named(other, 1 - slice, claim.second.name)}
      ${flip ? svg`${mine ? polyline([mine, flip], "tpl-move") : nothing}<path class="tpl-flip" d="M${flip[0]},${flip[1] - 7}l7,7l-7,7l-7,-7z"></path>` : nothing}
      ${mine ? svg`${dot(mine[0], mine[1], "tpl-here", "circle", 8)}${label(mine[0] + 11, mine[1] - 8, words.you, "start", "tpl-strong tpl-halo")}` : nothing}
      ${label(width / 2, 14, capital(three[1].id), "middle")}${label(width / 2, 30, words.corner, "middle", "tpl-fine")}
      ${label(0, base + 18, capital(three[0].id))}${label(width, base + 18, capital(three[2].id), "end")}`)}
    <p class="tpl-small">${text}${flip ? ` ${words.triangle_flip}` : ""}</p>`;
}

function resultStep(state) {
  const words = state.config.messages;
  const claim = claimOf(state);
  const now = result(state);
  if (!now) return html`<p>${words.no_data}</p>`;
  const { wide } = columns(state);
  const said = kept(state, "predict");
  const mine = said && state.three && said.year === state.value.year ? said.share / 100 : null;
  return html`
    ${liveSentence(html`<strong>${verdict(state, now)}</strong> ${beforeSentence(state, now)} ${shareSentence(state, now)}`)}
    ${robustBar(state, {
      share: now.share, first: claim.first.name, second: claim.second.name, said: mine,
      saidText: said ? say(words.you_said, { n: said.share }) : "", label: shareSentence(state, now),
    })}
    <div class=${wide ? "tpl-columns" : ""}>
      <div>
        <p>${flipSentence(state, now)}</p>
        <p>${orderSentence(state, now)}</p>
        ${state.three ? html`<p class="tpl-small">${predicted(state, now)}</p>` : nothing}
        ${claim.nearness ? html`<p class="tpl-small">${nearnessSentence(state, { share: true })}</p>` : nothing}
        ${formSentence(state, now) ? html`<p class="tpl-alert">${formSentence(state, now)}</p>` : nothing}
        ${asTable(state, words.contrast_table, [words.source, words.contrast, words.points_to, words.your_points],
          sourcesNow(state).map((source, k) => [capital(source.id), now.contrasts[k].toFixed(2),
            now.contrasts[k] === 0 ? words.neither : (now.contrasts[k] > 0 ? claim.first : claim.second).name,
            now.weights ? (now.weights[k] * 100).toFixed(0) : words.not_set]))}
      </div>
      <div>${triangle(state, now)}</div>
    </div>`;
}

function intentionsStep(state, act) {
  const { config, value } = state;
  const words = config.messages;
  if (!opened(state).intentions) {
    return html`<p>${words.intentions_intro}</p>${button(words.add_intentions, (event) => {
      const root = event.currentTarget.closest(".tpl");
      act.set({ with_intentions: true });
      // The button is gone now; whoever pressed it by keyboard goes on at what took its place.
      root.querySelector(`input[name="${act.id("intentions")}"]`)?.focus();
    })}`;
  }
  const source = config.sources.find((one) => one.id === INTENTIONS);
  const pick = (id) => act.set({
    measures: { ...value.measures, intentions: id },
    tried: { ...value.tried, [value.claim]: [...new Set([...(value.tried?.[value.claim] ?? []), id])] },
  });
  const shares = sharesByMeasure(state);
  const tried = triedNow(state);
  const chosen = value.measures.intentions;
  const ids = sourcesNow(state).map((one) => one.id);
  return html`
    ${radios({
      name: act.id("intentions"), legend: say(words.measure_question, names(state)), value: chosen ?? null, onpick: pick,
      options: shares.map(({ measure, share }) => ({
        id: measure,
        text: html`${words[`measure_intentions_${measure}`]}<span class="tpl-block tpl-small">${words[`note_intentions_${measure}`]}${yearNote(state, measure)}${share === null ? ` ${words.no_data}` : ""}</span>`,
      })),
    })}
    ${chosen && chosen !== NEUTRAL ? html`${sourceRow(state, source)}
      ${group(words.their_weight, weightSlider(state, act, source))}` : nothing}
    ${chosen ? resultStep(state) : nothing}
    ${table(say(words.tried_table, names(state)), [words.measure, words.share_head],
      shares.map(({ measure, share }) => [words[`measure_intentions_${measure}`],
        tried.some((one) => one.measure === measure) ? (share === null ? words.no_data : percent(share, words)) : words.not_tried]))}
    ${liveSentence(triedSentence(state, tried))}
    ${commitBar(state, act, {
      stage: stageOf("intentions", value.claim), label: words.keep_all,
      missing: chosen ? weightsMissing(state, ids) : words.choose_measure,
      value: { claim: value.claim, year: value.year, form: value.form, measures: value.measures,
        weights: Object.fromEntries(ids.map((id) => [id, value.weights?.[id] ?? null])) },
      first: weightsText(state, state.record.stages[stageOf("intentions", value.claim)]?.first.weights),
    })}
    ${chosen ? otherChoices(state, act) : nothing}`;
}

/** What is special about a measure in the year that was chosen, if anything. */
function yearNote(state, measure) {
  const note = state.config.messages[`note_intentions_${measure}_${state.value.year}`];
  return note ? ` ${note}` : "";
}

/** What else was chosen for the learner: the other measures, and sum or product. */
function otherChoices(state, act) {
  const { config, value } = state;
  const words = config.messages;
  const set = (name) => (id) => act.set({ measures: { ...value.measures, [name]: id } });
  return html`<details class="tpl-details"><summary>${words.other_choices}</summary>
    <p class="tpl-small">${words.other_choices_note}</p>
    ${["power", "distance", "offence"].map((name) => html`${choice({
      id: act.id(`measure-${name}`), label: words[`choice_${name}`], value: value.measures[name],
      options: config.measures[name].map((id) => ({ id, text: words[`measure_${name}_${id}`] })), onpick: set(name),
    })}${words[`note_${name}_${value.measures[name]}`] ? html`<p class="tpl-small">${words[`note_${name}_${value.measures[name]}`]}</p>` : nothing}`)}
    ${radios({
      name: act.id("form"), legend: words.form, inline: true, value: value.form,
      options: ["additive", "geometric"].map((id) => ({ id, text: words[`form_${id}`] })), onpick: (form) => act.set({ form }),
    })}
    <p class="tpl-small">${words.form_note}</p></details>`;
}

/** A share as a bare number for a crowded chart: ">99" is not 100. */
export function pointsOf(share) {
  const n = Math.round(share * 100);
  if (n === 100 && share < 1) return ">99";
  return n === 0 && share > 0 ? "<1" : String(n);
}

function yearChart(state) {
  const words = state.config.messages;
  const rows = sharesByYear(state);
  const { width } = columns(state);
  const x = scaleLinear([rows[0].year, rows.at(-1).year], [52, width - 30]);
  const y = scaleLinear([0, 1], [170, 24]);
  const known = rows.filter(({ share }) => share !== null);
  return html`
    <p class="tpl-head">${say(words.years_title, names(state))}</p>
    ${drawing({ width, height: 200, label: yearsSentence(state) }, svg`
      ${[0, 0.5, 1].map((level) => svg`<line class=${level === 0.5 ? "tpl-half" : "tpl-grid"} x1="44" x2=${width - 20} y1=${y(level)} y2=${y(level)}></line>
        ${label(38, y(level) + 4, `${level * 100} %`, "end")}`)}
      ${polyline(known.map((row) => [x(row.year), y(row.share)]), "tpl-thin")}
      ${known.map((row) => svg`${dot(x(row.year), y(row.share), "tpl-first", "circle", row.year === state.value.year ? 7 : 5)}
        ${label(x(row.year), y(row.share) + (row.share > 0.5 ? 20 : -10), pointsOf(row.share), "middle", "tpl-halo")}`)}
      ${rows.map((row) => label(x(row.year), 194, width < 420 ? `’${String(row.year).slice(2)}` : row.year, "middle"))}`)}
    ${asTable(state, words.years_title_plain, [words.year, words.share_head], rows.map((row) => [row.year, row.share === null ? words.no_data : percent(row.share, words)]))}`;
}

function yearsStep(state, act) {
  const { value } = state;
  const words = state.config.messages;
  const claim = claimOf(state);
  const span = { ...names(state), from: claim.years[0], to: claim.years.at(-1) };
  const asked = state.answers.joint;
  const waiting = asked?.pending || !asked?.answer;
  return html`
    ${radios({
      name: act.id("years"), legend: say(words.years_question, span), value: value.years_guess ?? null,
      options: ["falls", "stays", "rises"].map((id) => ({ id, text: words[`moves_${id}`] })), onpick: (years_guess) => act.set({ years_guess }),
    })}
    ${commitBar(state, act, {
      stage: stageOf("years", value.claim), label: words.keep_prediction,
      value: { claim: value.claim, choice: value.years_guess ?? null, measures: value.measures, form: value.form },
      missing: value.years_guess ? "" : words.years_missing,
      // Another measure is not another prediction; the sentence below compares with the new one.
      unchanged: kept(state, "years")?.choice === value.years_guess,
    })}
    ${opened(state).chart ? html`
      <p class="tpl-small">${yearsPredicted(state)}</p>
      ${liveSentence(yearsSentence(state))}
      ${yearChart(state)}
      ${state.live ? html`<p aria-live="polite">${waiting ? words.waiting : jointSentence(state, asked.answer)}</p>` : nothing}
      <p class="tpl-small">${words.years_try}</p>` : nothing}`;
}

export function view(state, act) {
  const words = state.config.messages;
  const open = opened(state);
  return html`
    ${step(words.step_choose, html`${choosePair(state, act)}${open.predict ? predictStep(state, act) : nothing}`)}
    ${alertLine(state)}
    ${open.weights ? step(words.step_weigh, weighStep(state, act)) : nothing}
    ${open.result ? step(words.step_see, resultStep(withoutIntentions(state))) : nothing}
    ${open.result ? step(words.step_intentions, intentionsStep(state, act)) : nothing}
    ${open.years ? step(words.step_years, yearsStep(state, act)) : nothing}
    ${open.predict && !open.result ? html`<p class="tpl-small">${open.weights ? words.closed_weights : words.closed_predict}</p>` : nothing}
    <p class="tpl-small">${words.assumptions}</p>`;
}
