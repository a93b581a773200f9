/** The Odds Diary: points for seven accounts and for something else, once in every lesson. */
import { html, nothing } from "lit-html";
import { alertLine, commitBar, group, liveSentence, percent, say, slider, table } from "../parts.js";
import { listed } from "../figures.js";
import { sharesOf } from "../forecasts.js";

export const STAGE = "belief";

/** The points as they are committed: only the lines that have some, or 0. */
export function pointsOf(config, value) {
  const given = value.points ?? {};
  return Object.fromEntries(config.lines.filter(({ id }) => Number.isFinite(given[id])).map(({ id }) => [id, given[id]]));
}

/** What is missing before the entry can be kept, as a sentence. */
export function missing(config, points) {
  const words = config.messages;
  const open = config.lines.length - Object.keys(points).length;
  if (open) return say(words.missing, { n: open, all: config.lines.length });
  return Object.values(points).some((n) => n > 0) ? "" : words.all_zero;
}

/** Which line has most, as a sentence; "" while something is missing. */
export function leaderSentence(config, points) {
  const words = config.messages;
  const shares = sharesOf(config.lines.map(({ id }) => points[id] ?? null));
  if (!shares) return "";
  const top = Math.max(...shares);
  const names = config.lines.filter((_, n) => shares[n] === top).map(({ name }) => `"${name.replace(/\.$/, "")}"`);
  const share = percent(top, words);
  return names.length === 1 ? say(words.total, { leader: names[0], share }) : say(words.total_tie, { leaders: listed(names, words.and), share });
}

function others(state, points) {
  const { config, record } = state;
  const words = config.messages;
  const kept = record.reveal?.others ?? [];
  if (!record.reveal) return nothing;
  if (!kept.length) return html`<p>${words.others_none}</p>`;
  const mine = record.committed[STAGE].points;
  const now = sharesOf(config.lines.map(({ id }) => mine[id]));
  const before = kept.filter(({ lesson }) => Number(lesson) < Number(config.lesson));
  const after = kept.filter(({ lesson }) => Number(lesson) > Number(config.lesson));
  const head = (list) => list.map(({ lesson }) => say(words.earlier, { lesson }));
  return table(words.others,
    [words.account, ...head(before), say(words.now, { lesson: config.lesson }), ...head(after)],
    config.lines.map(({ id, name }, n) => [
      name,
      ...before.map(({ shares }) => percent(shares[id], words)),
      percent(now[n], words),
      ...after.map(({ shares }) => percent(shares[id], words)),
    ]));
}

export function view(state, act) {
  const { config, value } = state;
  const words = config.messages;
  const points = pointsOf(config, value);
  const total = Object.values(points).reduce((sum, n) => sum + n, 0);
  const first = state.record.stages[STAGE]?.first;
  const show = (n) => (total > 0 ? say(words.line_share, { n, share: percent(n / total, words) }) : say(words.line_points, { n }));
  return html`
    ${group(say(words.heading, { lesson: config.lesson }), html`<p>${words.ask}</p>
      ${config.lines.map(({ id, name, note }) => slider({
        id: act.id(`points-${id}`), label: name, note: note || undefined, min: 0, max: 100, step: 5,
        value: points[id] ?? null, show, unset: words.not_set,
        onset: (n) => act.set({ points: { ...value.points, [id]: n } }),
      }))}`)}
    ${commitBar(state, act, {
      stage: STAGE, value: { points }, label: words.commit, missing: missing(config, points),
      first: first && config.lines.map(({ id, name }) => `${name.replace(/\.$/, "")}: ${first.points[id]}`).join("; "),
    })}
    ${alertLine(state)}
    ${liveSentence(leaderSentence(config, points))}
    ${others(state, points)}`;
}
