/** A few sentences in the learner's own words, kept in the journal. */
import { html } from "lit-html";
import { alertLine, commitBar, liveSentence, say, textBox, wordCount } from "../parts.js";

export const STAGE = "text";

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

export function view(state, act) {
  const { config, value, record } = state;
  const text = value.text ?? config.starter ?? "";
  return html`
    ${textBox({
      id: act.id("text"),
      label: config.prompt,
      rows: config.rows,
      value: text,
      oninput: (now) => act.set({ text: now }),
      describedby: act.id("count"),
    })}
    <p class="tpl-small" id=${act.id("count")}>${lengthSentence(config, text)}</p>
    ${commitBar(state, act, {
      stage: STAGE,
      value: { text },
      label: config.messages.save,
      missing: missing(config, text),
      first: record.stages[STAGE]?.first?.text,
    })}
    ${alertLine(state)}
    ${liveSentence(
      record.stages[STAGE] && record.stages[STAGE].last.text !== text
        ? config.messages.unsaved
        : "",
    )}`;
}
