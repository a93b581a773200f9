/**
 * Paragraphs of an article beside our paraphrase, for a reader who has added a copy of their own.
 * The article's words are asked of Python when the panel is drawn, and live only on the screen:
 * neither the widget's state nor a saved notebook ever holds them.
 */
import { html } from "lit-html";

/** @param {import("../bridge.js").State} state */
export function asks(state) {
  return { passages: { ids: state.config.paragraphs.map((paragraph) => paragraph.id) } };
}

/** @param {import("../bridge.js").State} state */
export function view(state) {
  const { messages, paragraphs } = state.config;
  const passages = state.answers.passages?.answer ?? {};
  return html`${paragraphs.map(
    ({ id, cite, paraphrase, against }) => html`
      <table class="tpl-table">
        <caption>${cite}</caption>
        <thead><tr><th scope="col">${messages.theirs}</th><th scope="col">${messages.ours}</th></tr></thead>
        <tbody><tr><td>${passages[id] ?? messages.waiting}</td><td>${paraphrase}</td></tr></tbody>
      </table>
      ${against.length
        ? html`<details>
            <summary>${messages.against.replace("{id}", id)}</summary>
            <ul>${against.map((claim) => html`<li>${claim.text} <em>${messages.but}</em> ${claim.counter}</li>`)}</ul>
          </details>`
        : ""}`,
  )}<p><small>${messages.note}</small></p>`;
}
