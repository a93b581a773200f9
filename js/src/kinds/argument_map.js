/**
 * An argument in six parts, in the learner's own words: advice about its structure while it is
 * written, a drawing of it, and a text to take away. Nothing here needs Python.
 */
import { html, nothing, svg } from "lit-html";
import { PARTS, flags, markdown, sentence } from "../argument.js";
import { alertLine, button, commitBar, drawing, group, label, liveSentence, say, textBox } from "../parts.js";

export const STAGE = "map";

/** The map as it stands, each part without blanks around it. */
export const mapOf = (value) =>
  Object.fromEntries(PARTS.map((part) => [part, (value[part] ?? "").trim()]));

const filled = (map) => PARTS.some((part) => map[part]);
const lastOf = ({ record }) => mapOf(record.stages[STAGE]?.last ?? {});
const same = (one, other) => PARTS.every((part) => one[part] === other[part]);

/** What the browser keeps of a map that is not saved yet (see drafts.js). */
const packed = (map) => (filled(map) ? JSON.stringify(map) : "");
export const draft = {
  saved: ({ record }) => record.stages[STAGE]?.revision ?? 0,
  kept: (state) => packed(lastOf(state)),
  now: ({ value }) => packed(mapOf(value)),
  patch: (text) => mapOf(JSON.parse(text)),
};

/** The advice on the map as it stands: [{part, text}]; none before anything is written. */
export function advice({ config, value }) {
  const map = mapOf(value);
  const words = config.messages;
  if (!filled(map)) return [];
  return flags(map, config.ids, config.names).map(({ id, part, found }) => ({
    part,
    text: say(words[id === "empty" ? `flag_empty_${part}` : `flag_${id}`], {
      part: words[part], found: found.join(", "), ...ends(config.ids),
    }),
  }));
}

/** The first and the last card, and the last paragraph of each article. */
function ends(ids) {
  const of = (letter) => ids.filter((id) => id.startsWith(letter));
  return { first: of("E")[0], last: of("E").at(-1), a: of("A").at(-1), b: of("B").at(-1) };
}

/** How the map stands to the one that was saved, as a sentence; "" if it needs none. */
export function standing(state) {
  const words = state.config.messages;
  const map = mapOf(state.value);
  const kept = state.record.stages[STAGE];
  if (kept && same(map, lastOf(state))) {
    return state.live && !state.message ? say(words.written, { name: words.file_name }) : "";
  }
  const { restored } = state.local;
  if (restored !== undefined && restored === packed(map)) return words.restored;
  return kept ? words.unsaved : "";
}

/** A text in lines of at most `most` characters, `rows` of them; what does not fit is cut with "…". */
export function wrapped(text, most, rows) {
  const lines = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const cut = lines.map((line) => (line.length > most ? `${line.slice(0, most - 1)}…` : line));
  if (cut.length <= rows) return cut;
  return [...cut.slice(0, rows - 1), `${cut[rows - 1].slice(0, most - 1)}…`];
}

const LETTER = 7.8; // CSS pixels of one letter, in a wide font
const LINE = 17;
const ROWS = 5; // lines of text in a box, at most

function box(words, o, lines, flagged, high) {
  const head = flagged ? `${words[o.part]} (${words.flagged})` : words[o.part];
  return svg`
    <rect class="tpl-box ${lines.length ? "" : "tpl-open"} ${flagged ? "tpl-flagged" : ""}" x=${o.x} y=${o.y} width=${o.width} height=${high} rx="4"></rect>
    ${label(o.x + 10, o.y + 18, head, "start", "tpl-strong")}
    ${(lines.length ? lines : [words.empty_box]).map((line, n) => label(o.x + 10, o.y + 18 + (n + 1) * LINE, line))}`;
}

const arrow = (x1, y1, x2, y2) => {
  const [dx, dy] = [Math.sign(x2 - x1), Math.sign(y2 - y1)];
  const head = dx
    ? `M${x2},${y2}l${-9 * dx},-5v10z`
    : `M${x2},${y2}l-5,${-9 * dy}h10z`;
  return svg`<path class="tpl-axis" d="M${x1},${y1}L${x2},${y2}"></path><path class="tpl-said" d=${head}></path>`;
};

const SIDE = 46; // between boxes beside each other
const NARROW = 620;

/** How wide a box is: three beside each other, or one below the other. */
const boxWidth = (width) => (width < NARROW ? width - 2 : (width - 2 - 2 * SIDE) / 3);

/**
 * Where the six boxes stand, and the arrows between them. Beside each other, warrant and rebuttal
 * point at the steps that they carry or undo; on a narrow screen the boxes stand below each other.
 */
function places(width, high, words) {
  const wide = boxWidth(width);
  if (width < NARROW) {
    const order = ["grounds", "warrant", "backing", "qualifier", "claim", "rebuttal"];
    const down = high + 32;
    const links = ["since", "on_account", "so", "", "unless"];
    return {
      height: 6 * down - 30,
      boxes: order.map((part, n) => ({ part, x: 1, y: 1 + n * down, width: wide })),
      links: links.map((name, n) => svg`${arrow(24, 1 + n * down + high, 24, (n + 1) * down)}
        ${name ? label(38, n * down + high + 21, words[name]) : nothing}`),
    };
  }
  const x = [0, 1, 2].map((n) => 1 + n * (wide + SIDE));
  const y = [0, 1, 2].map((n) => 1 + n * (high + 44));
  const between = [0, 1].map((n) => x[n] + wide + SIDE / 2); // the middle of a step to the right
  const across = y[0] + high / 2;
  return {
    height: y[2] + high + 2,
    boxes: [
      { part: "grounds", x: x[0], y: y[0], width: wide },
      { part: "qualifier", x: x[1], y: y[0], width: wide },
      { part: "claim", x: x[2], y: y[0], width: wide },
      { part: "warrant", x: between[0] - wide / 2, y: y[1], width: wide },
      { part: "backing", x: between[0] - wide / 2, y: y[2], width: wide },
      { part: "rebuttal", x: between[1] - wide / 2, y: y[1], width: wide },
    ],
    links: [
      svg`${arrow(x[0] + wide, across, x[1], across)}${label(between[0], across - 10, words.so, "middle")}`,
      arrow(x[1] + wide, across, x[2], across),
      svg`${arrow(between[0], y[1], between[0], across + 3)}${label(between[0] + 12, y[1] - 16, words.since)}`,
      svg`${arrow(between[0], y[2], between[0], y[1] + high)}${label(between[0] + 12, y[2] - 16, words.on_account)}`,
      svg`${arrow(between[1], y[1], between[1], across + 3)}${label(between[1] + 12, y[1] - 16, words.unless)}`,
    ],
  };
}

function diagram(state, remarks) {
  const words = state.config.messages;
  const map = mapOf(state.value);
  const width = Math.floor(Math.min(state.width, 900));
  const most = Math.floor((boxWidth(width) - 20) / LETTER);
  const lines = Object.fromEntries(PARTS.map((part) => [part, wrapped(map[part], most, ROWS)]));
  const high = 34 + LINE * Math.max(2, ...Object.values(lines).map((all) => all.length));
  const { height, boxes, links } = places(width, high, words);
  const flagged = new Set(remarks.map(({ part }) => part));
  return html`<p class="tpl-head">${words.diagram}</p>
    ${drawing({ width, height, label: say(words.diagram_says, { sentence: sentence(map, words) }) }, svg`
      ${links}
      ${boxes.map((one) => box(words, one, lines[one.part], flagged.has(one.part), high))}`)}
    <p>${sentence(map, words)}</p>`;
}

async function copyText(text, act) {
  try {
    await navigator.clipboard.writeText(text);
    act.local({ copied: text, forbidden: false });
  } catch {
    act.local({ forbidden: true });
  }
}

function takeAway(state, act) {
  const words = state.config.messages;
  const text = markdown(mapOf(state.value), words);
  const { copied, forbidden } = state.local;
  return html`<p class="tpl-head">${words.as_text}</p>
    <div class="tpl-buttons">
      ${button(words.copy, () => copyText(text, act), { plain: true })}
      <a class="tpl-button tpl-plain tpl-link" download=${words.file_name}
        href="data:text/markdown;charset=utf-8,${encodeURIComponent(text)}">${words.download}</a>
    </div>
    ${liveSentence(forbidden ? words.not_copied : copied === text ? words.copied : "")}
    ${forbidden
      ? html`<div class="tpl-field tpl-wide"><label for=${act.id("text")}>${words.text_label}</label>
          <textarea id=${act.id("text")} rows="8" readonly .value=${text}></textarea></div>`
      : nothing}`;
}

export function view(state, act) {
  const { config, value } = state;
  const words = config.messages;
  const map = mapOf(value);
  const remarks = advice(state);
  return html`
    <p>${words.intro}</p>
    <div class="tpl-pairs">${PARTS.map((part) => textBox({
      id: act.id(part),
      label: html`${words[part]} <span class="tpl-asks">${words[`${part}_asks`]}</span>`,
      rows: 3,
      value: value[part] ?? "",
      oninput: (text) => act.set({ [part]: text }),
    }))}</div>
    ${filled(map)
      ? group(words.advice, html`
          ${liveSentence(remarks.length ? say(words.advice_count, { n: remarks.length }) : words.advice_none)}
          ${remarks.length ? html`<ul class="tpl-list">${remarks.map(({ text }) => html`<li>${text}</li>`)}</ul>` : nothing}`)
      : nothing}
    ${commitBar(state, act, {
      stage: STAGE, value: map, label: words.keep, missing: filled(map) ? "" : words.nothing,
    })}
    ${alertLine(state)}
    ${liveSentence(standing(state))}
    ${filled(map) ? html`${diagram(state, remarks)} ${takeAway(state, act)}` : nothing}`;
}
