/**
 * The parts that all kinds share. Every control is a native input with a visible label, inside a
 * named group; every text comes from the messages in the config.
 */
import { html, nothing, svg } from "lit-html";
import { live } from "lit-html/directives/live.js";

/** Fill a sentence of the catalogue: say("{n} of {all}", {n: 1, all: 2}) -> "1 of 2". */
export function say(text, values = {}) {
  return String(text ?? "").replace(/\{(\w+)\}/g, (whole, name) =>
    name in values ? String(values[name]) : whole,
  );
}

/** A text without the asterisks that mark emphasis in prose. */
export const plain = (text) => String(text ?? "").replace(/(^|[\s(“"])\*(\S[^*]*)\*/g, "$1$2");

/** A share as whole percent, never rounded to certainty: .997 -> "more than 99 %". */
export function percent(share, words = {}) {
  if (share === null || share === undefined || Number.isNaN(share)) return "–";
  const points = Math.round(share * 100);
  if (points === 100 && share < 1) return say(words.more_than ?? "more than {n} %", { n: 99 });
  if (points === 0 && share > 0) return say(words.less_than ?? "less than {n} %", { n: 1 });
  return `${points} %`;
}

/** Kappa as it is printed, in the style of the field: ".45", "–" where it says nothing. */
export function kappaText(kappa) {
  if (kappa === null || kappa === undefined) return "–";
  const text = Math.abs(kappa).toFixed(2).replace(/^0/, "");
  return kappa <= -0.005 ? `−${text}` : text;
}

/** An ISO time as the learner's clock shows it. */
export function clock(iso) {
  const time = new Date(iso);
  if (!iso || Number.isNaN(time.getTime())) return "";
  return time.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}

/**
 * JupyterLab in command mode takes arrow keys and letters for itself. Keys pressed in a figure
 * stay in the figure, except those by which one leaves it, runs the cell or saves.
 */
export function leaves(event) {
  const { key } = event;
  if (key === "Tab" || key === "Escape") return true;
  const held = Boolean(event.ctrlKey || event.metaKey);
  if (key === "Enter") return held || Boolean(event.shiftKey || event.altKey);
  return held && key.toLowerCase() === "s";
}

export function keepKeys(root) {
  root.addEventListener("keydown", (event) => {
    if (!leaves(event)) event.stopPropagation();
  });
}

const STEPS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"];

/**
 * A labelled range input that starts without a value: it counts as set after the first key press,
 * release of the pointer or change, also when it stays where it was.
 * @param {{id: string, label: unknown, value: number|null, min: number, max: number, step: number,
 *   onset: (value: number) => void, show?: (value: number) => string, unset: string,
 *   rest?: number, ends?: [string, string], note?: unknown}} options
 *   rest: where the thumb lies while nothing is set; ends: words for the two ends
 */
export function slider(o) {
  const isSet = o.value !== null && o.value !== undefined;
  const shown = isSet ? (o.show ?? String)(o.value) : o.unset;
  const at = isSet ? o.value : (o.rest ?? (o.min + o.max) / 2);
  const set = (event) => o.onset(Number(event.target.value));
  const first = (event) => {
    if (!isSet) set(event);
  };
  const key = (event) => {
    if (STEPS.includes(event.key) || event.key === "Enter" || event.key === " ") first(event);
  };
  return html`<div class="tpl-slider ${isSet ? "" : "tpl-unset"}">
    <div class="tpl-row">
      <label for=${o.id}>${o.label}</label>
      <output for=${o.id}>${shown}</output>
    </div>
    <input
      type="range" id=${o.id} min=${o.min} max=${o.max} step=${o.step}
      .value=${live(String(at))} aria-valuetext=${shown}
      aria-describedby=${o.note ? `${o.id}-note` : nothing}
      @input=${set} @change=${set} @pointerup=${first} @keyup=${key}
    />
    ${o.ends ? html`<div class="tpl-row tpl-small"><span>${o.ends[0]}</span><span>${o.ends[1]}</span></div>` : nothing}
    ${o.note ? html`<p class="tpl-small" id="${o.id}-note">${o.note}</p>` : nothing}
  </div>`;
}

/** A named group. `body` is any template. */
export function group(legend, body, className = "") {
  return html`<fieldset class="tpl-group ${className}"><legend>${legend}</legend>${body}</fieldset>`;
}

/**
 * A question with one choice out of several.
 * @param {{name: string, legend: unknown, options: {id: string, text: unknown, note?: unknown}[],
 *   value: string|null, onpick: (id: string) => void, inline?: boolean}} options
 */
export function radios(o) {
  return group(
    o.legend,
    html`<div class="tpl-options ${o.inline ? "tpl-inline" : ""}">
      ${o.options.map(
        (option) => html`<label class="tpl-option">
          <input
            type="radio" name=${o.name} value=${option.id}
            .checked=${live(option.id === o.value)}
            @change=${() => o.onpick(option.id)}
          /><span>${option.text}${option.note ? html` ${option.note}` : nothing}</span></label>`,
      )}
    </div>`,
  );
}

/**
 * A labelled list to choose from. Without a value it shows `empty`.
 * @param {{id: string, label: unknown, options: {id: string, text: string}[], value: string|null,
 *   onpick: (id: string) => void, empty?: string}} o
 */
export function choice(o) {
  return html`<div class="tpl-field">
    <label for=${o.id}>${o.label}</label>
    <select id=${o.id} .value=${live(o.value ?? "")} @change=${(event) => event.target.value !== "" && o.onpick(event.target.value)}>
      ${o.empty !== undefined ? html`<option value="" ?selected=${!o.value} disabled>${o.empty}</option>` : nothing}
      ${o.options.map((option) => html`<option value=${option.id} ?selected=${option.id === o.value}>${option.text}</option>`)}
    </select>
  </div>`;
}

/** Read a number box: a number within its range, or null for anything else. */
export function numberIn(text, min, max) {
  const number = Number(String(text).trim().replace(",", "."));
  return String(text).trim() === "" || !(number >= min && number <= max) ? null : number;
}

/**
 * A labelled number box; empty, or out of range, is null.
 * @param {{id: string, label: unknown, min: number, max: number, step?: number,
 *   value: number|null, onset: (value: number|null) => void, unit?: string}} o
 */
export function numberBox(o) {
  return html`<div class="tpl-field">
    <label for=${o.id}>${o.label}</label>
    <span>
      <input
        type="number" id=${o.id} min=${o.min} max=${o.max} step=${o.step ?? 1} inputmode="numeric"
        value=${o.value ?? nothing}
        @input=${(event) => o.onset(numberIn(event.target.value, o.min, o.max))}
      />${o.unit ? html` <span>${o.unit}</span>` : nothing}</span>
  </div>`;
}

/** The number of words in a text. */
export function wordCount(text) {
  return (text ?? "").trim().split(/\s+/).filter(Boolean).length;
}

/**
 * A labelled text box.
 * @param {{id: string, label: unknown, value: string, rows?: number, oninput: (text: string) => void,
 *   placeholder?: string, describedby?: string}} o
 */
export function textBox(o) {
  return html`<div class="tpl-field tpl-wide">
    <label for=${o.id}>${o.label}</label>
    <textarea
      id=${o.id} rows=${o.rows ?? 4} .value=${live(o.value ?? "")}
      placeholder=${o.placeholder || nothing} aria-describedby=${o.describedby ?? nothing}
      @input=${(event) => o.oninput(event.target.value)}
    ></textarea>
  </div>`;
}

/** A button that does not submit anything. */
export function button(text, onpress, { plain = false, pressed } = {}) {
  return html`<button
    type="button" class="tpl-button ${plain ? "tpl-plain" : ""}"
    aria-pressed=${pressed === undefined ? nothing : String(pressed)}
    @click=${onpress}
  >${text}</button>`;
}

/** Whether two plain values say the same, whatever the order of their names. */
export function alike(one, other) {
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object") {
    return one === other;
  }
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => alike(one[name], other[name]))
  );
}

/** Whether `value` is what was kept, leaving aside what Python added to it (a verdict, a share). */
export function alreadyKept(last, value) {
  return alike(Object.fromEntries(Object.keys(value).map((name) => [name, last[name]])), value);
}

/**
 * The button that commits a stage, what is still missing, and what has been kept.
 * @param {import("./bridge.js").State} state
 * @param {import("./bridge.js").Act} act
 * @param {{stage: string, value: object, label: string, missing?: string,
 *   first?: unknown, unchanged?: boolean}} o  missing: what is not set yet, as a sentence; first: the
 *   first commit in words; unchanged: the value is the one last kept (else the two are compared)
 */
export function commitBar(state, act, o) {
  const words = state.config.messages ?? {};
  const kept = state.record.stages[o.stage];
  const revision = (kept?.revision ?? 0) + 1;
  const busy = state.waiting === o.stage;
  const unchanged = Boolean(kept) && (o.unchanged ?? alreadyKept(kept.last, o.value));
  const blocked = Boolean(o.missing) || busy || unchanged;
  const label = kept && !unchanged ? say(words.commit_again, { label: o.label, n: revision }) : o.label;
  const press = () => {
    if (!blocked) act.commit(o.stage, o.value);
  };
  const status = busy
    ? state.silent ? words.no_answer : words.saving
    : o.missing ? o.missing
    : kept ? keptSentence(state, o.stage) : "";
  return html`<div class="tpl-commit">
    <button
      type="button" class="tpl-button" aria-disabled=${String(blocked)}
      aria-describedby=${act.id(`${o.stage}-status`)} @click=${press}
    >${label}</button>
    <span class="tpl-status" role="status" id=${act.id(`${o.stage}-status`)}>${status}</span>
    ${kept && kept.revision > 1 && o.first
      ? html`<p class="tpl-small">${say(words.first_said, { time: clock(kept.first_time) })} ${o.first}</p>`
      : nothing}
  </div>`;
}

/** "Saved as revision 2 at 14:05." */
export function keptSentence(state, stage) {
  const words = state.config.messages ?? {};
  const kept = state.record.stages[stage];
  if (!kept) return "";
  return say(state.live ? words.kept : words.kept_here, { n: kept.revision, time: clock(kept.time) });
}

/** The sentence that says the current result; screen readers hear it when it changes. */
export const liveSentence = (body) => html`<p class="tpl-says" aria-live="polite">${body}</p>`;

/** What went wrong, as one sentence. */
export const alertLine = (state) =>
  html`<div role="alert">${state.message ? html`<p class="tpl-alert">${state.message}</p>` : nothing}</div>`;

/**
 * A table with a caption and headers.
 * @param {unknown} caption
 * @param {unknown[]} heads
 * @param {unknown[][]} rows  the first cell of a row is its header
 */
export function table(caption, heads, rows) {
  return html`<div class="tpl-scroll" tabindex="0" role="region" aria-label=${caption}><table class="tpl-table">
    <caption>${caption}</caption>
    <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${rows.map(
      ([head, ...cells]) => html`<tr><th scope="row">${head}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
    )}</tbody>
  </table></div>`;
}

/**
 * Something that can be folded away. What the reader opens or shuts stays so until `open` changes.
 * @param {unknown} summary
 * @param {unknown} body
 * @param {boolean} [open]
 * @param {(event: Event) => void} [ontoggle]
 */
export const fold = (summary, body, open = false, ontoggle) =>
  html`<details class="tpl-details" ?open=${open} @toggle=${ontoggle}><summary>${summary}</summary>${body}</details>`;

/**
 * For `toggle`: when something above the reader folds up, the page moves, and what one was at may
 * be out of sight. Bring it back; and if a button with the focus is gone, the focus as well.
 */
export function keepPlace({ target }) {
  const summary = target.querySelector("summary");
  if (!target.open && document.activeElement === document.body) summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: "nearest" });
}

/** The same numbers as the picture, folded. */
export const asTable = (state, caption, heads, rows) =>
  fold(state.config.messages?.show_table, table(caption, heads, rows));

/**
 * A drawing as wide as the figure: one unit is one CSS pixel, so that text keeps its size.
 * @param {{width: number, height: number, label: string}} o  label: what the picture shows, in words
 */
export const drawing = (o, body) => html`<svg
  class="tpl-drawing" width=${o.width} height=${o.height} viewBox="0 0 ${o.width} ${o.height}"
  role="img" aria-label=${o.label}
>${body}</svg>`;

/** A bar from x0 to x1. className tells the series: tpl-first, tpl-second, tpl-third or tpl-quiet. */
export const bar = (x0, x1, y, height, className) => svg`<rect
  class=${className} x=${Math.min(x0, x1)} y=${y} width=${Math.abs(x1 - x0)} height=${height}></rect>`;

/** A dot; `shape` keeps two series apart without colour. */
export const dot = (x, y, className, shape = "circle", r = 5) =>
  shape === "square"
    ? svg`<rect class=${className} x=${x - r} y=${y - r} width=${2 * r} height=${2 * r}></rect>`
    : svg`<circle class=${className} cx=${x} cy=${y} r=${r}></circle>`;

/** Text in a drawing. anchor: start, middle or end. */
export const label = (x, y, text, anchor = "start", className = "") => svg`<text
  class="tpl-label ${className}" x=${x} y=${y} text-anchor=${anchor}>${text}</text>`;

/**
 * A share of a whole as a bar with its number beside it.
 * @param {{share: number|null, text: string, className?: string}} o
 */
export function shareBar(o) {
  const width = `${Math.max(0, Math.min(1, o.share ?? 0)) * 100}%`;
  return html`<div class="tpl-share">
    <div class="tpl-track" aria-hidden="true"><div class="tpl-fill ${o.className ?? "tpl-first"}" style="width:${width}"></div></div>
    <span>${o.text}</span>
  </div>`;
}
