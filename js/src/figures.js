/** What the weighing figures share beyond parts.js. */
import { html, svg } from "lit-html";

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

/** A step of the work: a number, a heading and a body. */
export const step = (heading, body) => html`<section class="tpl-step"><h3>${heading}</h3>${body}</section>`;
