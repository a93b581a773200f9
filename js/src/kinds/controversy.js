/**
 * Argue for one account, hear the rival, change sides, hear the first, drop both sides. What the
 * rival says comes from Python, after one's own text is kept (state.record.reveal).
 */
import { html, nothing } from "lit-html";
import { AT_A_DISTANCE, idsIn, wordsIn } from "../argument.js";
import { step } from "../figures.js";
import { alertLine, choice, commitBar, liveSentence, radios, say, textBox } from "../parts.js";

export const STEPS = ["argue", "reply", "swap", "answer", "joint"];

const trimmed = (text) => (text ?? "").trim();
const textOf = (value, stage) => trimmed(value.texts?.[stage]);
const keptText = (record, stage) => record.stages[stage]?.last?.text ?? "";

/** Texts that differ from what was kept: what the browser holds until they are (see drafts.js). */
export function open({ value, record }) {
  const texts = Object.entries(value.texts ?? {});
  return Object.fromEntries(texts.filter(([stage, text]) => trimmed(text) && trimmed(text) !== keptText(record, stage)));
}
const packed = (texts) => (Object.keys(texts).length ? JSON.stringify(texts) : "");
export const draft = {
  saved: ({ record }) => Object.values(record.stages).reduce((sum, { revision }) => sum + revision, 0),
  kept: () => "",
  now: (state) => packed(open(state)),
  patch: (text, { value }) => ({ texts: { ...value.texts, ...JSON.parse(text) } }),
};

/** What is missing before the two can begin. */
export function missingChoice({ config, value }) {
  const words = config.messages;
  if (value.first && value.first === value.second) return words.same_twice;
  return value.first && value.second && value.mode ? "" : words.choose_both;
}

/** The pair that was chosen last, as "T-I", or "". */
export function pairOf({ record }) {
  const { first, second } = record.committed.choose ?? {};
  return first ? `${first}-${second}` : "";
}

/** How many steps of the pair are open: each one kept brings the next. */
export function openSteps(state) {
  const pair = pairOf(state);
  const kept = STEPS.findIndex((name) => !state.record.stages[`${name}.${pair}`]);
  return kept < 0 ? STEPS.length : kept + 1;
}

/** What is missing before a step can be kept, as a sentence; "" when nothing is. */
export function missing({ config, value }, name, pair) {
  const words = config.messages;
  if (!textOf(value, `${name}.${pair}`)) return words.write_first;
  if (name === "swap" && !value.signed?.[pair]) return words.sign_first;
  return name === "joint" && !value.cards?.[pair] ? words.card_first : "";
}

/** What a step commits. */
export function stepValue({ value }, name, pair) {
  const text = textOf(value, `${name}.${pair}`);
  if (name === "swap") return { text, signed: value.signed?.[pair] ?? null };
  return name === "joint" ? { text, card: value.cards?.[pair] ?? null } : { text };
}

/** What a text names, and words that keep an account at arm's length, as sentences. */
export function remarks(config, text) {
  const words = config.messages;
  const ids = idsIn(text);
  const far = wordsIn(text, AT_A_DISTANCE);
  return [
    ids.length ? say(words.named, { ids: ids.join(", ") }) : words.none_named,
    ...(far.length ? [say(words.at_a_distance, { words: far.join(", ") })] : []),
  ];
}

const accountOf = (config, letter) => config.accounts.find((one) => one.letter === letter);

function atHand(state, letter, theirs, unfolded = true) {
  const words = state.config.messages;
  const { claim } = accountOf(state.config, letter);
  return html`
    <p>${say(words.claim, { claim })}</p>
    <details class="tpl-details" ?open=${unfolded}><summary>${words.lawyer}</summary><p>${theirs.lawyer}</p>
      <p class="tpl-small">${words.made}</p>
      <p class="tpl-head">${words.fingerprints}</p>
      <ul class="tpl-list">${theirs.fingerprints.map((one) => html`<li>${one}</li>`)}</ul></details>
    <details class="tpl-details"><summary>${words.cards}</summary>
      <div class="tpl-scroll tpl-cards" tabindex="0" role="region" aria-label=${words.cards}><dl class="tpl-terms">${state.config.cards.map(({ id, date, text }) => html`<div>
        <dt>${say(words.card, { id, date })}</dt><dd>${text}</dd></div>`)}</dl></div></details>`;
}

const voiced = (words, name, text, other) => html`<div class="tpl-voiced ${other ? "tpl-other" : ""}">
  <p><strong>${say(words.replies, { name })}</strong></p><p>${text}</p>
  <p class="tpl-small">${words.made}</p></div>`;

function swapQuestions(state, act, pair, mode) {
  const words = state.config.messages;
  const { value } = state;
  return html`<p>${words.checklist}</p>
    <ul class="tpl-list">${[1, 2, 3, 4].map((n) => html`<li>${words[`checklist_${n}`]}</li>`)}</ul>
    ${radios({
      name: act.id(`signed-${pair}`), legend: words[`signed_${mode}`], inline: true,
      options: ["yes", "changes", "no"].map((id) => ({ id, text: words[`signed_${id}`] })),
      value: value.signed?.[pair] ?? null,
      onpick: (id) => act.set({ signed: { ...value.signed, [pair]: id } }),
    })}`;
}

function cardChoice(state, act, pair) {
  const words = state.config.messages;
  const { config, value } = state;
  return choice({
    id: act.id(`card-${pair}`), label: words.ask_card, empty: words.choose_card,
    options: config.cards.map(({ id, date, text }) => ({
      id, text: `${say(words.card, { id, date })} ${text.length > 70 ? `${text.slice(0, 69)}…` : text}`,
    })),
    value: value.cards?.[pair] ?? null,
    onpick: (id) => act.set({ cards: { ...value.cards, [pair]: id } }),
  });
}

function oneStep(state, act, name, names) {
  const { config, value, record } = state;
  const words = config.messages;
  const { pair, mode, case: mine, other_case: theirs } = record.reveal;
  const [first, second] = pair.split("-");
  const stage = `${name}.${pair}`;
  const text = value.texts?.[stage] ?? "";
  const ask = words[`ask_${name}`] ?? words[`ask_${name}_${mode}`];
  const arguing = name === "argue" || name === "swap" || (mode === "pair" && name !== "joint");
  const rival = mode === "alone" ? record.reveal[name] : undefined;
  return step(say(words[`step_${name}`], names), html`
    ${name === "argue" ? atHand(state, first, mine) : nothing}
    ${(name === "swap" || (name === "reply" && mode === "pair")) && theirs ? atHand(state, second, theirs, name !== "swap" || mode === "alone") : nothing}
    ${rival ? voiced(words, name === "reply" ? names.second : names.first, rival, name === "reply") : nothing}
    ${textBox({
      id: act.id(stage), label: say(ask, names), rows: arguing ? 6 : 3, value: text,
      oninput: (now) => act.set({ texts: { ...value.texts, [stage]: now } }),
      describedby: arguing ? act.id(`${stage}-says`) : undefined,
    })}
    ${arguing ? html`<p class="tpl-small" id=${act.id(`${stage}-says`)}>${remarks(config, text).join(" ")}</p>` : nothing}
    ${name === "swap" ? swapQuestions(state, act, pair, mode) : nothing}
    ${name === "joint" ? cardChoice(state, act, pair) : nothing}
    ${commitBar(state, act, {
      stage, value: stepValue(state, name, pair), label: words.keep,
      missing: missing(state, name, pair), first: record.stages[stage]?.first?.text,
    })}`);
}

/** The last sentence, when all five steps are kept. */
export function ending({ config, record }) {
  const kept = record.stages[`joint.${pairOf({ record })}`]?.last;
  if (!kept) return "";
  const card = config.cards.find(({ id }) => id === kept.card);
  return say(config.messages.done, { card: kept.card, text: card?.text ?? "" });
}

function steps(state, act) {
  const { config, record } = state;
  const words = config.messages;
  if (!record.stages.choose) return nothing;
  if (!record.reveal) return html`<p>${words.in_notebook}</p>`;
  const [first, second] = record.reveal.pair.split("-");
  const names = { first: accountOf(config, first).name, second: accountOf(config, second).name };
  return html`
    ${STEPS.slice(0, openSteps(state)).map((name) => oneStep(state, act, name, names))}
    ${liveSentence(ending(state))}`;
}

export function view(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const options = config.accounts.map(({ letter, name }) => ({ id: letter, text: say(words.account, { letter, name }) }));
  const restored = state.local.restored !== undefined && state.local.restored === draft.now(state);
  return html`
    ${step(words.choose, html`
      <p>${words.choose_says}</p>
      ${["first", "second"].map((which) => choice({
        id: act.id(which), label: words[which], options, empty: words.choose_account,
        value: value[which] ?? null, onpick: (letter) => act.set({ [which]: letter }),
      }))}
      ${radios({
        name: act.id("mode"), legend: words.mode,
        options: ["alone", "pair"].map((id) => ({ id, text: words[`mode_${id}`] })),
        value: value.mode ?? null, onpick: (mode) => act.set({ mode }),
      })}
      ${commitBar(state, act, {
        stage: "choose", label: words.begin, missing: missingChoice(state),
        value: { first: value.first ?? null, second: value.second ?? null, mode: value.mode ?? null },
      })}
      ${record.stages.choose && `${value.first}-${value.second}` !== pairOf(state)
        ? html`<p class="tpl-small">${words.changed_pair}</p>` : nothing}`)}
    ${alertLine(state)}
    ${liveSentence(restored ? words.restored : "")}
    ${steps(state, act)}`;
}
