/** What the weighing figures share beyond parts.js. */
import { html, nothing, svg } from "lit-html";
import { bar, drawing, label, percent, say } from "./parts.js";
import { scaleLinear } from "./scale.js";

/** A sentence begins with a capital, also when it begins with "the United States". */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** "a", "a and b", "a, b and c". */
export function listed(parts, and) {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${and} ${parts.at(-1)}`;
}

const WIDE = 760; // CSS pixels from which two columns fit
const GAP = 28;

/** Whether two columns fit, and how wide a drawing may be. */
export function columns({ width }) {
  const wide = width >= WIDE;
  return { wide, width: Math.floor(wide ? (width - GAP) / 2 : Math.min(width, 560)) };
}

/** Straight lines through points; the browser's own shape is enough. */
export const polyline = (points, className) => svg`<polyline
  class="tpl-line ${className}" points=${points.map(([x, y]) => `${x},${y}`).join(" ")}></polyline>`;

/** A step of the work, as a named region: a page may use any level of headings around it. */
export const step = (name, body) =>
  html`<section class="tpl-step" aria-label=${name}><p class="tpl-head">${name}</p>${body}</section>`;

/**
 * Ranked bars: the name above each bar, its number at the end.
 * @param {{name: string, value: number, text: string, quiet?: boolean}[]} rows
 */
export function rankBars(rows, width, says) {
  const x = scaleLinear([0, Math.max(...rows.map((row) => row.value), 0.001)], [0, width - 190]);
  const height = 24;
  return drawing({ width, height: rows.length * height + 4, label: says }, svg`${rows.map((row, n) => svg`
    ${label(0, n * height + 17, row.name)}
    ${bar(134, 134 + x(row.value), n * height + 5, 15, row.quiet ? "tpl-quiet" : "tpl-first")}
    ${label(140 + x(row.value), n * height + 17, row.text)}`)}`);
}

/**
 * All weightings as one bar from 0 to 100 %: those in which the first leads, and the rest.
 * @param {{share: number, first: string, second: string, label: string, said?: number|null,
 *   saidText?: string}} o  said: what the learner predicted, from 0 to 1
 */
export function robustBar(state, o) {
  const words = state.config.messages;
  const width = Math.min(state.width, 620);
  const x = scaleLinear([0, 1], [8, width - 8]);
  const top = o.said === null || o.said === undefined ? 4 : 24;
  return drawing({ width, height: top + 66, label: o.label }, svg`
    ${bar(x(0), x(1), top, 24, "tpl-rest")}
    ${bar(x(0), x(o.share), top, 24, "tpl-first")}
    <rect class="tpl-frame" x=${x(0)} y=${top} width=${x(1) - x(0)} height="24"></rect>
    <line class="tpl-half" x1=${x(0.5)} x2=${x(0.5)} y1=${top - 3} y2=${top + 29}></line>
    ${width > 480 ? label(x(0.5), top + 42, "50 %", "middle") : nothing}
    ${label(x(0), top + 42, say(words.bar_first, { name: o.first, share: percent(o.share, words) }), "start", "tpl-strong")}
    ${label(x(1), top + 42, say(words.bar_second, { name: o.second, share: percent(1 - o.share, words) }), "end", "tpl-strong")}
    ${top === 4 ? nothing : svg`<path class="tpl-said" d="M${x(o.said)},${top - 1}l-6,-9h12z"></path>
      ${label(x(o.said) + (o.said > 0.6 ? -10 : 10), 14, o.saidText, o.said > 0.6 ? "end" : "start")}`}`);
}

/** What two have between them, shared out: a bar with the first's part, and both facts in words. */
export const splitBar = (share, first, second) => html`<div>
  <div class="tpl-halves" aria-hidden="true"><div style="width:${share * 100}%"></div></div>
  <div class="tpl-row tpl-small"><span>${first}</span><span>${second}</span></div>
</div>`;
