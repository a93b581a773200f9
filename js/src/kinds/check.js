/**
 * A question with choices. With a right answer it is a check: Python judges it and says what lies
 * behind a wrong choice. Without one (config.open) it is a prediction, which is only kept.
 */
import { html, nothing } from "lit-html";
import { alertLine, button, commitBar, liveSentence, plain, radios, say } from "../parts.js";

export const STAGE = "answer";

/** What the learner has put in, as it is committed. */
export function answerOf(value) {
  return { choice: value.choice ?? null, sure: value.sure ?? null, hints: value.hints ?? 0 };
}

/** What is missing before the answer can be committed, as a sentence; "" when nothing is. */
export function missing(config, value) {
  return value.choice ? "" : config.messages.choose;
}

/** The feedback is about the answer that was judged, not about one chosen since. */
export function stale(state) {
  const judged = state.record.committed?.[STAGE];
  return Boolean(judged) && judged.choice !== state.value.choice;
}

/** Opening a hint afterwards is no new answer. */
export function unchanged(record, value) {
  const last = record.stages[STAGE]?.last;
  const { choice, sure } = answerOf(value);
  return Boolean(last) && last.choice === choice && (last.sure ?? null) === sure;
}

/** The result as one sentence, and what follows it. */
export function verdict(state) {
  const { config, record } = state;
  const words = config.messages;
  if (!record.stages[STAGE]) return { head: "", reveal: null };
  if (config.open) return { head: words.kept_open, reveal: record.reveal };
  if (!record.reveal) return { head: words.in_notebook, reveal: null };
  return { head: record.reveal.correct ? words.right : words.not_yet, reveal: record.reveal };
}

/** Without a kernel: the feedback is in the config, or there is none. */
export function revealHere(state, stage, value) {
  const { feedback } = state.config;
  if (!feedback) return null;
  const mine = feedback.find((option) => option.id === value.choice);
  const tries = (state.record.stages[stage]?.revision ?? 0) + 1;
  return {
    ...mine,
    all: mine.correct || tries > 1
      ? feedback.filter((option) => option !== mine)
      : null,
  };
}

function explained(state, reveal) {
  const { messages: words, options } = state.config;
  return html`
    ${reveal.feedback ? html`<p>${plain(reveal.feedback)}</p>` : nothing}
    ${reveal.misconception
      ? html`<p><strong>${say(words.misconception, { name: plain(reveal.misconception.name) })}</strong>
          ${plain(reveal.repair)}</p>`
      : nothing}
    ${reveal.all
      ? html`<details class="tpl-details"><summary>${words.all_answers}</summary>
          <ul>${reveal.all.map((one) => html`<li>
            <strong>${one.correct ? words.mark_right : words.mark_wrong}</strong>
            ${options.find((option) => option.id === one.id)?.text}
            <span class="tpl-block">${plain(one.feedback)}</span></li>`)}</ul></details>`
      : nothing}`;
}

function hints(state, act) {
  const all = state.config.hints ?? [];
  const open = Math.min(state.value.hints ?? 0, all.length);
  if (!all.length) return nothing;
  const words = state.config.messages;
  return html`<div class="tpl-hints" aria-live="polite">
    ${open ? html`<ol class="tpl-list">${all.slice(0, open).map((hint) => html`<li>${plain(hint)}</li>`)}</ol>` : nothing}
    ${open < all.length
      ? button(say(words.hint, { n: open + 1, all: all.length }), () => act.set({ hints: open + 1 }), { plain: true })
      : html`<p class="tpl-small">${words.no_more_hints}</p>`}
  </div>`;
}

export function view(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const first = record.stages[STAGE]?.first;
  const { head, reveal } = verdict(state);
  const tone = !reveal || config.open ? "" : reveal.correct ? "tpl-good" : "tpl-again";
  return html`
    ${radios({
      name: act.id("choice"),
      legend: config.prompt,
      options: config.options,
      value: value.choice ?? null,
      onpick: (choice) => act.set({ choice }),
    })}
    ${config.open
      ? nothing
      : radios({
          name: act.id("sure"),
          legend: words.sure,
          options: [
            { id: "guess", text: words.sure_guess },
            { id: "fairly", text: words.sure_fairly },
            { id: "certain", text: words.sure_certain },
          ],
          value: value.sure ?? null,
          onpick: (sure) => act.set({ sure }),
          inline: true,
        })}
    ${hints(state, act)}
    ${commitBar(state, act, {
      stage: STAGE,
      value: answerOf(value),
      label: config.open ? words.save : words.check,
      missing: missing(config, value),
      unchanged: unchanged(record, value),
      first: first && config.options.find((option) => option.id === first.choice)?.text,
    })}
    ${alertLine(state)}
    <div class="tpl-verdict ${tone}">
      ${liveSentence(html`${head ? html`<strong>${head}</strong>` : nothing}
        ${head && stale(state) ? html` ${words.changed_since}` : nothing}`)}
      ${reveal ? explained(state, reveal) : nothing}
    </div>
    ${config.sources?.length
      ? html`<p class="tpl-small">${words.sources} ${config.sources.join("; ")}</p>`
      : nothing}`;
}
