/**
 * The large view: one figure alone on the whole screen, with letters for the last row of a seminar
 * room. The figure itself is enlarged where it stands; nothing is copied or moved, so what was set
 * or kept in it stays. Where the browser gives no full screen (a frame, an iPhone), it lies over
 * the page instead.
 */
import { html, nothing, render as draw } from "lit-html";
import { button, say } from "./parts.js";

const FINEST = 12; // px: the finest letters of a figure
const SHARE = 28 / 1080; // of the height of the screen, for the finest letters
const ROOM = 600; // px of its own that a figure keeps, unless larger letters are asked for
const LEAST = 340; // and even then
const STEP = 1.15;
const STEPS = 4;
const DIALOG = [["role", "dialog"], ["aria-modal", "true"], ["aria-label", ""]];

/**
 * How many times larger a figure is drawn on a screen of this size.
 * @param {number} width   of the screen, in CSS pixels
 * @param {number} height
 * @param {number} [step]  how often larger (or, below 0, smaller) letters were asked for
 */
export function magnified(width, height, step = 0) {
  const fit = Math.max(1, Math.min((height * SHARE) / FINEST, width / ROOM));
  return Math.max(1, Math.min(fit * STEP ** step, Math.max(fit, width / LEAST)));
}

/** Everything beside an element and beside what holds it, up to the page's body. */
export function beside(element) {
  const found = [];
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    found.push(...[...(at.parentElement?.children ?? [])].filter((other) => other !== at));
  }
  return found;
}

/** What holds an element and takes the focus itself, as a cell of JupyterLab does. */
function stops(element) {
  const found = [];
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (at.hasAttribute("tabindex")) found.push([at, at.getAttribute("tabindex")]);
  }
  return found;
}

/** Put all else on the page out of reach of keys and screen readers; returns the way back. */
function alone(element) {
  const asleep = beside(element).filter((other) => other instanceof HTMLElement && !other.inert);
  const around = stops(element);
  for (const other of asleep) other.inert = true;
  for (const [other] of around) other.setAttribute("tabindex", "-1");
  return () => {
    for (const other of asleep) other.inert = false;
    for (const [other, before] of around) other.setAttribute("tabindex", before);
  };
}

/**
 * What is on the button of each step: the number in its name, as in "3 · See"; where no step has
 * one, its place; and a dot for a step without a number among others.
 * @param {string[]} names
 * @returns {{n: string, name: string}[]}
 */
export function numbered(names) {
  const found = names.map((name) => /^(?:(\d+)\s*[.:·]\s*)?(.*)$/s.exec(name));
  const none = found.every(([, n]) => n === undefined);
  return found.map(([, n, name], place) => ({ n: n ?? (none ? String(place + 1) : "•"), name }));
}

/** Fill the screen; where that is refused, lie over everything else on the page. */
async function raise(frame) {
  try {
    await frame.requestFullscreen({ navigationUI: "hide" });
  } catch {
    if (!frame.classList.contains("tpl-large") || !frame.showPopover) return;
    frame.popover = "manual";
    frame.showPopover();
  }
}

/** @returns {boolean} whether it filled the screen */
function lower(frame) {
  const full = frame.matches(":fullscreen");
  if (full) document.exitFullscreen().catch(() => {});
  frame.removeAttribute("popover");
  return full;
}

/**
 * Give a figure its frame, with the button that enlarges it.
 * @param {HTMLElement} root   the figure
 * @param {Record<string, string>} words
 * @returns {{frame: HTMLElement, stop: () => void}}
 */
export function framed(root, words) {
  const frame = document.createElement("div");
  const bar = document.createElement("div");
  frame.className = "tpl-stage";
  bar.className = "tpl-bar";
  frame.append(bar, root);
  let step = 0;
  let back = null; // while the view is open: what takes the rest of it back
  let said = "";

  function size() {
    const times = magnified(frame.offsetWidth, frame.offsetHeight, step);
    frame.style.setProperty("--tpl-times", times.toFixed(3));
  }

  function resize(by) {
    step = Math.max(-STEPS, Math.min(STEPS, step + by));
    size();
  }

  const parts = () => [...root.querySelectorAll(".tpl-step[aria-label]")];

  function go(part) {
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
    part.scrollIntoView();
  }

  /** Long figures have steps: a button for each, so that nobody has to watch ten screens go by. */
  function leads() {
    const all = parts();
    if (all.length < 2) return nothing;
    const marks = numbered(all.map((part) => part.getAttribute("aria-label")));
    return html`<div class="tpl-leads" role="group" aria-label=${words.steps}>${marks.map((mark, place) => {
      const name = say(words.step, mark);
      return html`<button type="button" class="tpl-button tpl-plain" title=${name} aria-label=${name} @click=${() => go(all[place])}>${mark.n}</button>`;
    })}</div>`;
  }

  function paint() {
    draw(html`<span class="tpl-out" role="status">${said}</span>
      ${back ? html`${leads()}
        ${button(words.smaller, () => resize(-1), { plain: true })}
        ${button(words.larger, () => resize(1), { plain: true })}` : nothing}
      ${button(back ? words.back : words.open, back ? close : open, { plain: true })}`, bar);
  }

  const sizes = new ResizeObserver(size);
  const news = new MutationObserver(paint); // a step that opened
  const left = () => {
    if (back?.full && !frame.matches(":fullscreen")) close();
  };

  /** Before the page hears it: what is around the figure neither runs nor changes meanwhile. */
  function pressed(event) {
    const { key, target, shiftKey, ctrlKey, metaKey, altKey } = event;
    const run = key === "Enter" && (shiftKey || ctrlKey || metaKey || altKey);
    if (key === "Escape" || run || !frame.contains(target)) event.stopPropagation();
    if (key === "Escape") close();
  }

  function open() {
    const holder = frame.parentElement;
    const before = holder.style.minHeight;
    holder.style.minHeight = `${holder.offsetHeight}px`; // the page below stays where it is
    const wake = alone(frame);
    back = {
      full: false,
      run() {
        wake();
        holder.style.minHeight = before;
      },
    };
    frame.classList.add("tpl-large");
    for (const [name, value] of DIALOG) frame.setAttribute(name, value || words.name);
    said = words.opened;
    paint();
    size();
    sizes.observe(frame);
    news.observe(root, { childList: true, subtree: true });
    addEventListener("keydown", pressed, true);
    document.addEventListener("fullscreenchange", left);
    raise(frame).then(() => {
      if (back) back.full = frame.matches(":fullscreen");
      else lower(frame); // left before the browser had answered
    });
  }

  function close() {
    if (!back) return;
    removeEventListener("keydown", pressed, true);
    document.removeEventListener("fullscreenchange", left);
    sizes.disconnect();
    news.disconnect();
    const full = lower(frame);
    frame.classList.remove("tpl-large");
    for (const [name] of DIALOG) frame.removeAttribute(name);
    back.run();
    back = null;
    said = words.closed;
    paint();
    const press = bar.querySelector("button");
    const show = () => press.scrollIntoView({ block: "nearest" });
    press.focus({ preventScroll: true });
    show();
    if (full) document.addEventListener("fullscreenchange", show, { once: true });
  }

  paint();
  return { frame, stop: close };
}
