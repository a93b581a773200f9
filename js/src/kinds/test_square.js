/** The square of tests: say what kind of evidence a silence is, then move two chances. */
import { html, nothing, svg } from "lit-html";
import { STRONG, decibels, kindOf, outcomes } from "../evidence.js";
import { columns } from "../figures.js";
import { alertLine, button, commitBar, dot, drawing, label, liveSentence, radios, say, slider, table } from "../parts.js";
import { scaleLinear } from "../scale.js";

export const STAGE = "predict";
export const CHOICES = ["hoop", "smoking_gun", "doubly", "straw"];
const [LOW, HIGH] = [0.01, 0.99];

/** A chance as the sliders have it: hundredths, never 0 or 1. */
export const chance = (x) => Math.round(Math.max(LOW, Math.min(HIGH, x)) * 100) / 100;

/** Decibels with a sign: +2.0, −9.0, 0.0. */
export const signed = (db) => {
  const text = Math.abs(db).toFixed(1);
  return text === "0.0" ? text : `${db > 0 ? "+" : "−"}${text}`;
};

const fraction = (x) => x.toFixed(2).replace(/^0\./, ".");

const ratio = (x) => (x >= 10 ? x.toFixed(0) : x >= 1 ? x.toFixed(1) : x.toFixed(2)).replace(/^0\./, ".");

/** What a pair of chances says, in words; "" while one is unset. */
export function result(words, { p = null, q = null }) {
  if (p === null || q === null) return "";
  if (p === q) return words.result_same;
  const { passed, failed } = outcomes(p, q);
  const kind = kindOf(p, q);
  return say(p > q ? words.result : words.result_reverse, {
    kind: words[`kind_${kind}`], passed: ratio(passed), failed: ratio(failed),
    passed_db: signed(decibels(passed)), failed_db: signed(decibels(failed)),
  });
}

/** The regions of the square above its diagonal, as corners (q, p); straight lines bound them. */
export function regions(strong = STRONG) {
  const cross = [1 / (strong + 1), strong / (strong + 1)];
  const [onTop, onLeft] = [[1 / strong, 1], [0, 1 - 1 / strong]];
  return {
    doubly: [[0, 1], onTop, cross, onLeft],
    hoop: [onTop, [1, 1], cross],
    smoking_gun: [[0, 0], onLeft, cross],
    straw: [[0, 0], cross, [1, 1]],
  };
}

function square(state, act) {
  const { value, config } = state;
  const words = config.messages;
  const width = Math.min(columns(state).width, 420);
  const side = width - 34;
  const x = scaleLinear([0, 1], [28, 28 + side]);
  const y = scaleLinear([0, 1], [8 + side, 8]);
  const shapes = regions();
  const points = (corners) => corners.map(([q, p]) => `${x(q)},${y(p)}`).join(" ");
  const set = (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = box.width / width;
    act.set({
      q: chance(x.invert((event.clientX - box.left) / scale)),
      p: chance(y.invert((event.clientY - box.top) / scale)),
    });
  };
  const down = (event) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture?.(event.pointerId);
    set(event);
  };
  const move = (event) => event.buttons & 1 && set(event);
  const { p = null, q = null } = value;
  const here = p !== null && q !== null;
  const says = say(words.square_says, { result: here ? result(words, value) : words.square_empty });
  return html`<div class="tpl-square">${drawing({ width, height: side + 36, label: says }, svg`
    ${CHOICES.map((kind) => svg`<polygon class="tpl-zone tpl-zone-${kind}" points=${points(shapes[kind])}></polygon>
      <polygon class="tpl-zone tpl-zone-reverse" points=${points(shapes[kind].map(([a, b]) => [b, a]))}></polygon>`)}
    <line class="tpl-half" x1=${x(0)} y1=${y(0)} x2=${x(1)} y2=${y(1)}></line>
    ${label(x(0.02), y(0.945), words.corner_doubly, "start", "tpl-strong tpl-halo")}
    ${label(x(0.98), y(0.945) + 6, words.corner_hoop, "end", "tpl-strong tpl-halo")}
    ${label(x(0.02), y(0.1), words.corner_smoking_gun, "start", "tpl-strong tpl-halo")}
    ${label(x(0.4), y(0.56), words.corner_straw, "middle", "tpl-strong tpl-halo")}
    ${label(x(0.98), y(0.03), words.corner_reverse, "end", "tpl-halo")}
    <rect class="tpl-frame" x=${x(0)} y=${y(1)} width=${side} height=${side}></rect>
    ${here ? svg`${dot(x(q), y(p), "tpl-here", "circle", 9)}` : nothing}
    ${label(x(0), side + 26, "0")}${label(x(1), side + 26, "1", "end")}
    ${label(x(0.5), side + 28, `${words.axis_q} →`, "middle")}
    ${label(-y(0.5), 16, `${words.axis_p} →`, "middle", "tpl-upright")}
    <rect class="tpl-catch" x="0" y="0" width=${width} height=${side + 8}
      @pointerdown=${(event) => down(within(event))} @pointermove=${(event) => move(within(event))}></rect>`)}</div>`;
}

/** A pointer event on the catching rectangle, measured on the whole drawing. */
const within = (event) => ({
  clientX: event.clientX, clientY: event.clientY, buttons: event.buttons, pointerId: event.pointerId,
  preventDefault: () => event.preventDefault(),
  currentTarget: {
    getBoundingClientRect: () => event.currentTarget.ownerSVGElement.getBoundingClientRect(),
    setPointerCapture: (id) => event.currentTarget.setPointerCapture?.(id),
  },
});

function explore(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  const said = record.stages[STAGE].last.choice;
  const { wide } = columns(state);
  const silence = outcomes(config.silence.p, config.silence.q);
  const one = (name) => slider({
    id: act.id(name), label: words[`${name}_label`], min: LOW, max: HIGH, step: 0.01, rest: 0.5,
    value: value[name] ?? null, unset: words.not_set, show: fraction, ends: [words.low, words.high],
    onset: (x) => act.set({ [name]: chance(x) }),
  });
  const { p = null, q = null } = value;
  const here = p !== null && q !== null;
  const now = (example) => here && example.p === p && example.q === q;
  return html`
    <p>${say(words.you_said, { said: words[`option_${said}`] })} ${words[`answer_${said}`]}</p>
    <p>${say(words.our_reading, {
      p: fraction(config.silence.p), q: fraction(config.silence.q),
      passed: signed(decibels(silence.passed)), failed: signed(decibels(silence.failed)),
    })}</p>
    <p class="tpl-small">${words.decibel}</p>
    <div class=${wide ? "tpl-columns" : ""}>
      <section aria-label=${words.controls}>
        <p class="tpl-head">${words.controls}</p>
        <p>${words.try}</p>
        ${one("p")}${one("q")}
        <div class="tpl-buttons" role="group" aria-label=${words.examples}>
          ${config.examples.map((example) => button(words[`kind_${example.kind}`],
            () => act.set({ p: example.p, q: example.q }), { pressed: now(example) }))}
        </div>
        ${liveSentence(here
          ? html`<strong>${result(words, value)}</strong> ${p === q ? nothing : words[`about_${kindOf(p, q)}`]}`
          : words.set_both)}
      </section>
      <section aria-label=${words.square_title}>
        <p class="tpl-head">${words.square_title}</p>
        ${square(state, act)}
      </section>
    </div>
    <p class="tpl-small">${say(words.continuum, { strong: STRONG })}</p>
    <details class="tpl-details"><summary>${words.table_title}</summary>
      ${table(words.table_title, [words.head_kind, words.head_p, words.head_q, words.head_passed, words.head_failed],
        config.examples.map((example) => {
          const { passed, failed } = outcomes(example.p, example.q);
          const times = (r) => say(words.times, { ratio: ratio(r), db: signed(decibels(r)) });
          return [words[`kind_${example.kind}`], fraction(example.p), fraction(example.q), times(passed), times(failed)];
        }))}
    </details>
    <p class="tpl-small">${words.sources}</p>`;
}

export function view(state, act) {
  const { config, value, record } = state;
  const words = config.messages;
  return html`
    <p class="tpl-claim">${say(words.scene, config.card)}</p>
    ${radios({
      name: act.id("guess"), legend: words.predict, value: value.guess ?? null,
      options: CHOICES.map((id) => ({ id, text: words[`option_${id}`] })), onpick: (guess) => act.set({ guess }),
    })}
    ${commitBar(state, act, {
      stage: STAGE, label: words.commit, value: { choice: value.guess ?? null },
      missing: value.guess ? "" : words.missing, first: words[`option_${record.stages[STAGE]?.first?.choice}`],
    })}
    ${alertLine(state)}
    ${record.stages[STAGE] ? explore(state, act) : html`<p class="tpl-small">${words.closed}</p>`}`;
}
