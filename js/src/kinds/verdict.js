/** The Verdict: one sentence by the learner; all that follows it comes from the journal. */
import { html, nothing } from "lit-html";
import { alertLine, commitBar, liveSentence, radios, say, textBox } from "../parts.js";

export const STAGE = "verdict";

/** What is missing before the verdict can be kept, as a sentence. */
export function missing(config, value) {
  const words = config.messages;
  const piece = config.tools.find(({ id }) => id === value.tool);
  if (config.tools.every((tool) => tool.missing)) return words.nothing;
  if (!piece || piece.missing) return words.missing_tool;
  return (value.conclusion ?? "").trim() ? "" : words.missing_conclusion;
}

/** The three lines as they would be kept now. */
export function linesOf(config, value) {
  const words = config.messages;
  const piece = config.tools.find(({ id }) => id === value.tool);
  return [
    (value.conclusion ?? "").trim() || words.line_open,
    piece?.holds || words.line_open,
    piece?.flips || words.line_open,
  ];
}

const three = (lines) => html`<ol class="tpl-list">${lines.map((line) => html`<li>${line}</li>`)}</ol>`;

/**
 * The data to draw from: the journal as it was when Python last looked. `config` is as old as the
 * cell; a commit sends what the journal holds by then.
 */
export const fresh = ({ config, record }) => ({ ...config, ...record.reveal?.now });

const beside = (pieces) => pieces.filter(({ said }) => said).map(({ said }) => said);
const alikeLists = (one, other) => one.length === other.length && one.every((text, n) => text === other[n]);

/** Whether the verdict on the screen, with all that the journal adds to it, is not the one kept. */
export function isChanged(state) {
  const kept = state.record.stages[STAGE];
  const { reveal } = state.record;
  if (!kept || !reveal) return false;
  const now = fresh(state);
  return kept.last.tool !== (state.value.tool ?? null)
    || !alikeLists(reveal.lines.slice(1), linesOf(now, state.value).slice(1))
    || kept.last.conclusion !== squeezed(state.value.conclusion)
    || !alikeLists(reveal.beside, beside(now.beside));
}

const squeezed = (text) => (text ?? "").trim().split(/\s+/).join(" ");
const bullets = (lines) => html`<ul class="tpl-list">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;

export function view(state, act) {
  const { value, record } = state;
  const config = fresh(state);
  const words = config.messages;
  const there = config.tools.filter((tool) => !tool.missing);
  const gone = config.tools.filter((tool) => tool.missing);
  const now = { conclusion: (value.conclusion ?? "").trim(), tool: value.tool ?? null };
  const kept = record.stages[STAGE];
  const changed = isChanged(state);
  return html`
    <p>${words.intro}</p>
    ${there.length
      ? radios({
          name: act.id("tool"), legend: words.tool, value: value.tool ?? null,
          options: there.map(({ id, said }) => ({ id, text: html`${words[`tool_${id}`]}<span class="tpl-block tpl-small">${said}</span>` })),
          onpick: (tool) => act.set({ tool }),
        })
      : html`<p>${words.nothing}</p>`}
    ${gone.length
      ? html`<ul class="tpl-list">${gone.map(({ id, missing: why }) => html`<li><strong>${words[`tool_${id}`]}</strong>: ${why}</li>`)}</ul>`
      : nothing}
    ${textBox({
      id: act.id("conclusion"), label: words.conclusion, rows: 2, value: value.conclusion ?? "",
      oninput: (conclusion) => act.set({ conclusion }),
    })}
    <p><strong>${words.preview}</strong></p>
    ${three(linesOf(config, value))}
    <p><strong>${words.beside}</strong></p>
    ${bullets(config.beside.map(({ said, missing: why }) => said || why))}
    <p class="tpl-small">${words.warning}</p>
    ${commitBar(state, act, {
      stage: STAGE, value: now, label: words.commit, missing: missing(config, value),
      first: kept?.first.conclusion, unchanged: Boolean(kept) && !changed,
    })}
    ${alertLine(state)}
    ${liveSentence(changed ? words.stale : record.reveal ? say(words.file, { name: record.reveal.file }) : "")}
    ${record.reveal && changed ? html`<p><strong>${words.kept_heading}</strong></p>${three(record.reveal.lines)}${bullets(record.reveal.beside)}` : nothing}
    <p class="tpl-small">${words.fresh}</p>`;
}
