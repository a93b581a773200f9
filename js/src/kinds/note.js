/** A few sentences in the learner's own words, kept in the journal. */
import { html } from "lit-html";
import { alertLine, commitBar, liveSentence, say, textBox, wordCount } from "../parts.js";

export const STAGE = "text";

/** The stage whose text the browser keeps until it is saved (see drafts.js). */
export const draft = STAGE;

/** How the length compares with what was asked for, as a sentence. */
export function lengthSentence(config, text) {
  const words = config.messages;
  const n = wordCount(text);
  if (!config.words) return say(words.count, { n });
  const [min, max] = config.words;
  const which = n < min ? words.count_short : n > max ? words.count_long : words.count_good;
  return say(which, { n, min, max });
}

/** A text that is still the starter, or empty, is not an answer. */
export function missing(config, text) {
  const written = (text ?? "").trim();
  return written && written !== (config.starter ?? "").trim() ? "" : config.messages.write_first;
}

/** How the text in the box stands to the one that was saved, as a sentence; "" if it needs none. */
export function standing({ config, record, value, local }) {
  const words = config.messages;
  const text = (value.text ?? "").trim();
  const last = record.stages[STAGE]?.last.text;
  if (last === text) return config.words && wordCount(text) < config.words[0] ? words.saved_short : "";
  if (local.restored !== undefined && local.restored.trim() === text) return words.restored;
  return last === undefined ? "" : words.unsaved;
}

export function view(state, act) {
  const { config, value, record } = state;
  const text = value.text ?? "";
  return html`
    ${textBox({
      id: act.id("text"),
      label: config.prompt,
      rows: config.rows,
      value: text,
      placeholder: config.starter,
      oninput: (now) => act.set({ text: now }),
      describedby: act.id("count"),
    })}
    <p class="tpl-small" id=${act.id("count")}>${lengthSentence(config, text)}</p>
    ${commitBar(state, act, {
      stage: STAGE,
      value: { text: text.trim() },
      label: config.messages.save,
      missing: missing(config, text),
      first: record.stages[STAGE]?.first?.text,
    })}
    ${alertLine(state)}
    ${liveSentence(standing(state))}`;
}
