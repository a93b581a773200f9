/**
 * Eight choice problems of 1979 in an order of one's own, all answered before anything is shown;
 * then one's own pattern beside the percentages of 1979.
 */
import { html, nothing } from "lit-html";
import { listed, step } from "../figures.js";
import { printed } from "../prospect.js";
import { alertLine, commitBar, liveSentence, radios, say, shareBar, table } from "../parts.js";

export const BEGIN = "begin";
export const CHOICES = "choices";

const amount = (x) => Math.abs(x).toLocaleString("en");

/** A chance in percent, as short as it can be: .8 -> "80", .001 -> "0.1". */
export const chance = (p) => String(Number((p * 100).toFixed(4)));

/** One option in words. Each of the eight has one outcome that is not 0. */
export function option(words, [[x, p]]) {
  if (p === 1) return say(x > 0 ? words.win_sure : words.lose_sure, { x: amount(x) });
  return say(x > 0 ? words.win : words.lose, { x: amount(x), p: chance(p) });
}

/** The numbers (from 1) of the problems that are not answered yet. */
export const openOnes = (order, choices = {}) =>
  order.flatMap((id, n) => (choices[id] === "A" || choices[id] === "B" ? [] : [n + 1]));

/** What is still open, as a sentence; "" when nothing is. */
export function missing(state) {
  const words = state.config.messages;
  const numbers = openOnes(state.record.reveal?.order ?? [], state.value.choices);
  if (!numbers.length) return "";
  return say(numbers.length === 1 ? words.open_one : words.open_many, { numbers: listed(numbers, words.and) });
}

/** In how many problems the learner chose with the majority. */
export const withMajority = (others, choices) =>
  Object.entries(choices).filter(([id, choice]) => others[id][choice] > 50).length;

/** The number under which a problem was asked. */
export const place = (order, id) => order.indexOf(id) + 1;

/** The percentages of 1979 for the two answers that show an effect. */
export const ANSWERS = { certainty: ["B", "A"], reflection: ["B", "A"], isolation: ["B", "A"], rare: ["A", "B"] };

function problem(state, act, id, n, all) {
  const { config, value } = state;
  const words = config.messages;
  const { given, A, B } = config.problems[id];
  return radios({
    name: act.id(`p${n}`),
    legend: html`${say(words.problem, { n, all })}${given ? html`<span class="tpl-block tpl-lead">${say(words.given, { sum: amount(given) })}</span>` : nothing}`,
    options: [{ id: "A", text: option(words, A) }, { id: "B", text: option(words, B) }],
    value: value.choices?.[id] ?? null,
    onpick: (choice) => act.set({ choices: { ...value.choices, [id]: choice } }),
  });
}

function results(state) {
  const { config, record } = state;
  const words = config.messages;
  const { order, others, effects } = record.reveal;
  const { choices } = record.stages[CHOICES].last;
  const ids = Object.keys(config.problems);
  return step(words.results, html`
    ${liveSentence(say(words.with_majority, { n: withMajority(others, choices), all: ids.length }))}
    <p>${words.results_text}</p>
    <p class="tpl-small tpl-row tpl-keys">${[["tpl-first", words.key_most], ["tpl-second", words.key_few]].map(([className, text]) =>
      html`<span><span class="tpl-swatch tpl-fill ${className}" aria-hidden="true"></span> ${text}</span>`)}</p>
    ${order.map((id) => {
      const mine = choices[id];
      const { given, [mine]: chosen } = config.problems[id];
      const text = `${given ? `${say(words.after, { sum: amount(given) })} ` : ""}${option(words, chosen)}`;
      return html`<div class="tpl-choice"><p class="tpl-small">${say(words.row, { n: place(order, id), text })}</p>
        ${shareBar({ share: others[id][mine] / 100, text: say(words.same, { percent: others[id][mine] }), className: others[id][mine] > 50 ? "tpl-first" : "tpl-second" })}</div>`;
    })}
    <details class="tpl-details"><summary>${words.show_table}</summary>
    ${table(words.results_table, [words.head_choice, words.head_problem, words.head_you, words.head_same, words.head_n],
      order.map((id) => [place(order, id), printed(id), option(words, config.problems[id][choices[id]]), `${others[id][choices[id]]} %`,
        others[id].confirmed ? others[id].n : `${others[id].n} (${words.memory})`]))}</details>
    <p class="tpl-head">${words.effects}</p><p>${words.effects_note}</p>
    <div class="tpl-effects">${effects.map(({ id, shown, problems: [a, b] }) => {
      const [first, second] = ANSWERS[id];
      return html`<p><strong>${say(words.pair, { name: words[`effect_${id}`], a: place(order, a), b: place(order, b), shown: shown ? words.effect_yes : words.effect_no })}</strong>
        <span class="tpl-block">${words[`effect_${id}_says`]} ${say(words.majority_shows, { a: others[a][first], b: others[b][second] })}</span></p>`;
    })}</div>
    <p>${words.not_mad}</p><p>${words.again_today}</p><p>${words.majorities}</p>`);
}

export function view(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const order = record.reveal?.order;
  const kept = record.stages[CHOICES];
  if (!order) {
    return html`<p>${words.intro}</p>
      ${commitBar(state, act, { stage: BEGIN, value: {}, label: words.begin })}${alertLine(state)}`;
  }
  return html`
    <p>${words.intro}</p>
    ${step(words.choices_head, html`${order.map((id, n) => problem(state, act, id, n + 1, order.length))}
      ${commitBar(state, act, {
        stage: CHOICES, value: { choices: value.choices ?? {} }, label: words.commit, missing: missing(state),
      })}`)}
    ${alertLine(state)}
    ${kept && record.reveal.others ? results(state) : html`<p class="tpl-small">${words.locked}</p>`}`;
}
