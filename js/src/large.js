/**
 * The large view: one figure alone on the whole screen, with letters for the last row of a seminar
 * room. The figure itself is enlarged where it stands; nothing is copied or moved, so what was set
 * or kept in it stays. Where the browser gives no full screen (a frame, an iPhone), it lies over
 * the page instead.
 */
import { html, nothing, render as draw } from "lit-html";
import { button } from "./parts.js";

const FINEST = 12; // px: the finest letters of a figure
const SHARE = 28 / 1080; // of the height of the screen, for the finest letters
const ROOM = 600; // px of its own that a figure keeps, unless larger letters are asked for
const LEAST = 340; // and even then
const STEP = 1.15;
const STEPS = 4;

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
  for (let at = element; at && at !== at.ownerDocument.body; at = at.parentElement) {
    found.push(...[...(at.parentElement?.children ?? [])].filter((other) => other !== at));
  }
  return found;
}

/** Put what is beside an element out of reach of keys and screen readers; returns the way back. */
function alone(element) {
  const asleep = beside(element).filter((other) => other instanceof HTMLElement && !other.inert);
  for (const other of asleep) other.inert = true;
  return () => {
    for (const other of asleep) other.inert = false;
  };
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

function lower(frame) {
  if (frame.matches(":fullscreen")) frame.ownerDocument.exitFullscreen().catch(() => {});
  frame.removeAttribute("popover");
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

  function paint() {
    draw(html`<span class="tpl-out" role="status">${said}</span>
      ${back ? html`${button(words.smaller, () => resize(-1), { plain: true })}
        ${button(words.larger, () => resize(1), { plain: true })}` : nothing}
      ${button(back ? words.back : words.open, back ? close : open, { plain: true })}`, bar);
  }

  const sizes = new ResizeObserver(size);
  const left = () => {
    if (back?.full && !frame.matches(":fullscreen")) close();
  };

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
    frame.role = "dialog";
    frame.ariaModal = "true";
    frame.ariaLabel = words.name;
    said = words.opened;
    paint();
    size();
    sizes.observe(frame);
    document.addEventListener("fullscreenchange", left);
    raise(frame).then(() => {
      if (back) back.full = frame.matches(":fullscreen");
      else lower(frame); // left before the browser had answered
    });
  }

  function close() {
    if (!back) return;
    document.removeEventListener("fullscreenchange", left);
    sizes.disconnect();
    lower(frame);
    frame.classList.remove("tpl-large");
    frame.role = frame.ariaModal = frame.ariaLabel = null;
    back.run();
    back = null;
    said = words.closed;
    paint();
    if (!frame.isConnected) return;
    const press = bar.querySelector("button");
    press.focus({ preventScroll: true });
    press.scrollIntoView({ block: "nearest" });
  }

  frame.addEventListener("keydown", (event) => {
    if (!back || !["Escape", "Enter"].includes(event.key)) return;
    event.stopPropagation(); // what is around the figure hears neither "leave" nor "run"
    if (event.key === "Escape") close();
  });
  paint();
  return { frame, stop: close };
}
