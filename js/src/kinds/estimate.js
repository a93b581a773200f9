/** A number on a scale, such as a forecast from 0 to 100, kept in the journal. */
import { html } from "lit-html";
import { alertLine, commitBar, group, liveSentence, slider } from "../parts.js";

export const STAGE = "estimate";

/** A number with its unit, as the learner reads it. */
export const withUnit = (number, unit) => (unit ? `${number} ${unit}` : String(number));

export function view(state, act) {
  const { config, value, record } = state;
  const { messages: words, low, high, unit } = config;
  const kept = record.stages[STAGE];
  const number = value.number ?? null;
  return html`
    ${group(
      config.prompt,
      slider({
        id: act.id("number"),
        label: words.label,
        min: low,
        max: high,
        step: config.step,
        value: number,
        onset: (now) => act.set({ number: now }),
        show: (now) => withUnit(now, unit),
        unset: words.not_set,
        ends: [withUnit(low, unit), withUnit(high, unit)],
      }),
    )}
    ${commitBar(state, act, {
      stage: STAGE,
      value: { number },
      label: words.save,
      missing: number === null ? words.set_first : "",
      first: kept && withUnit(kept.first.number, unit),
    })}
    ${alertLine(state)}
    ${liveSentence(kept && kept.last.number !== number ? words.unsaved : "")}`;
}
