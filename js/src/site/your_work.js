/**
 * The page "Your work": what this browser keeps of a learner's work, to see, copy, bring in and
 * delete. `view` is a pure function of the state; `start` connects it with the browser.
 *
 * Nothing is done before it has been said, and nothing makes way without being kept: what is here
 * is replaced only where what comes begins with all of it, or when the learner says so; then what
 * was here stays in the browser's storage under another name.
 */
import { html, nothing, render } from "lit-html";
import { button, group, say, table } from "../parts.js";
import { asideName, Damage, decide, LARGEST, NoDigest, readChain, textOf } from "./journal.js";
import { DATABASE, JOURNAL, shelf } from "./storage.js";

const LESSONS = 9;
const NAME = "journal.jsonl";
const EMPTY = new Uint8Array();
const encoded = (text) => new TextEncoder().encode(text);

/**
 * @typedef {object} Copy        a journal file, read
 * @property {string} name
 * @property {Uint8Array} bytes
 * @property {import("./journal.js").Journal|null} journal   null if it does not verify
 * @property {Damage|null} damage
 * @property {boolean} unread    this browser cannot verify
 *
 * @typedef {object} State
 * @property {object} words
 * @property {string} phase      looking, ready or closed
 * @property {string} alert      what is in the way, as a sentence
 * @property {string} said       what was done, as a sentence
 * @property {string} at         the part of the page that says it: top, copy, bring, beside, delete
 * @property {Copy} here
 * @property {Copy[]} beside
 * @property {string[]} notebooks  paths of the lessons that were changed here
 * @property {string[]} others   paths of what else lessons have written here
 * @property {{file: Copy, decision: object}|null} arriving
 * @property {string} deleting   "", first or sure
 * @property {boolean} lessons   whether lessons and what they wrote are to be deleted as well
 */

// Words ---------------------------------------------------------------------------------------

export const counted = (words, n) => (n === 1 ? words.one_entry : say(words.entries, { n }));

/** A moment as a reader writes it, by the clock of this computer. */
export function moment(words, iso) {
  const time = new Date(iso ?? "");
  if (Number.isNaN(time.getTime())) return words.no_time;
  return time.toLocaleString("en-GB", { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });
}

const lessonOf = (key) => /^L([0-8])\./.exec(key)?.[1] ?? null;

/** Lessons with entries: how many, and the last. Whatever belongs to none comes at the end. */
export function byLesson(entries) {
  const found = new Map();
  for (const entry of entries) {
    const lesson = lessonOf(entry.key);
    found.set(lesson, { lesson, n: (found.get(lesson)?.n ?? 0) + 1, last: entry });
  }
  return [...found.values()].sort((a, b) => (a.lesson ?? "9").localeCompare(b.lesson ?? "9"));
}

/** How far the learner is, as a sentence; "" if no entry is of a lesson. */
export function progress(words, entries) {
  const last = [...entries].reverse().find(({ key }) => lessonOf(key));
  if (!last) return "";
  const n = byLesson(entries).filter(({ lesson }) => lesson).length;
  const lesson = lessonOf(last.key);
  return say(words.progress, { n, all: LESSONS, lesson, title: words[`lesson_${lesson}`] }).replace(/\?\.$/, "?");
}

/** What is wrong with a file that was to be brought in, as a sentence. */
export function badFile(words, name, damage) {
  if (damage.kind === "foreign" || (damage.kind === "cut" && damage.line === 1)) return say(words.bad_foreign, { name });
  if (damage.kind === "version") return say(words.bad_version, { name });
  return say(words.bad_damaged, { name, line: damage.line, what: words[`what_${damage.kind}`] });
}

/** What is kept, as a sentence. */
export function keptSentence(words, here) {
  if (here.unread) return words.here_unread;
  if (here.damage) {
    const { kind, line, sound } = here.damage;
    if (kind === "foreign" || kind === "version") return words[`here_${kind}`];
    const before = Math.max(0, sound.split("\n").length - 2);
    return say(words.here_damaged, { line, what: words[`what_${kind}`], entries: counted(words, before) });
  }
  const { entries } = here.journal;
  if (!entries.length) return words.nothing;
  return say(entries.length === 1 ? words.kept_one : words.kept, {
    entries: counted(words, entries.length),
    first: moment(words, entries[0].time),
    last: moment(words, entries.at(-1).time),
  });
}

/** What fills the sentences on a journal that arrives. */
export function figures(words, here, file, decision) {
  const there = file.journal.entries;
  const mine = here.journal?.entries ?? [];
  return {
    name: file.name,
    there: counted(words, there.length),
    here: counted(words, mine.length),
    first: moment(words, there[0].time),
    last: moment(words, there.at(-1).time),
    here_first: moment(words, mine[0]?.time),
    common: counted(words, decision.common),
    more: counted(words, there.length - decision.common),
    ahead: counted(words, mine.length - decision.common),
  };
}

/** What is to be done with a journal that arrives; `replace` where what is here does not verify. */
export const decisionOn = (here, file) => (here.journal ? decide(here.journal, file.journal) : { kind: "replace", common: 0 });

/**
 * What one choice writes, given what lies beside: the journal, and a file that keeps what makes way.
 * @param {"take"|"keep"} choice   take: what came becomes the journal; keep: it lies beside it
 * @returns {{write: {name: string, bytes: Uint8Array}[], aside: string}}
 */
export function plan(choice, { here, file, decision }, beside) {
  const came = encoded(file.journal.text);
  if (choice === "keep") return asideFor("from", file.journal, came, beside, []);
  const write = [{ name: NAME, bytes: came }];
  if (decision.kind === "first" || decision.kind === "longer") return { write, aside: "" };
  return asideFor(here.journal ? "replaced" : "damaged", here.journal, here.bytes, beside, write);
}

const alike = (one, other) => one.length === other.length && one.every((byte, n) => byte === other[n]);

function asideFor(why, journal, bytes, beside, write) {
  for (let number = 1; ; number += 1) {
    const name = asideName(why, journal, number);
    const there = beside.find((file) => file.name === name);
    if (!there) return { write: [{ name, bytes }, ...write], aside: name };
    if (alike(there.bytes, bytes)) return { write, aside: name };
  }
}

// The page ------------------------------------------------------------------------------------

const hasFile = (here) => here.bytes.length > 0;
const panel = (id, legend, body) => html`<div id=${id} tabindex="-1" class="tpl-panel">${group(legend, body)}</div>`;

/** What was done and what is in the way, said where it was done; each part has a place for it. */
function notice(state, part) {
  const mine = state.at === part;
  const place = (role, name, className) => html`<div role=${role} tabindex="-1" id=${mine ? `your-work-${name}` : nothing}
    >${mine && state[name] ? html`<p class=${className}>${state[name]}</p>` : nothing}</div>`;
  return [place("alert", "alert", "tpl-alert"), place("status", "said", "tpl-good")];
}

function kept({ words, here }) {
  const entries = here.journal?.entries ?? [];
  const rows = byLesson(entries).map(({ lesson, n, last }) => [
    lesson ? say(words.lesson, { lesson, title: words[`lesson_${lesson}`] }) : words.elsewhere,
    n,
    moment(words, last.time),
  ]);
  return html`
    <h2>${words.kept_heading}</h2>
    <p class=${here.damage || here.unread ? "tpl-alert" : nothing}>${keptSentence(words, here)}</p>
    ${entries.length ? html`<p>${progress(words, entries)}</p>${table(words.by_lesson, [words.head_lesson, words.head_entries, words.head_last], rows)}` : nothing}`;
}

function copying(state, act) {
  const { words, here } = state;
  if (!hasFile(here)) return nothing;
  return html`
    <h2>${words.copy_heading}</h2>
    <p>${words.copy_about} <code>${words.copy_command}</code> ${words.copy_after}</p>
    <p class="tpl-buttons">${button(words.copy, () => act.copy(NAME, "copy"))}</p>
    ${notice(state, "copy")}`;
}

function arriving({ words, here, arriving: { file, decision } }, act) {
  const said = say(words[`would_${decision.kind}`], figures(words, here, file, decision));
  const two = decision.kind === "apart";
  const take = decision.kind === "first" || decision.kind === "longer" ? words.bring_in : words.take_there;
  return panel("your-work-arrived", words.arrived, html`
    <p>${said}</p>
    <p class="tpl-buttons">
      ${two ? button(words.keep_here, () => act.bring("keep")) : nothing}
      ${button(take, () => act.bring("take"))}
      ${button(words.leave, act.leave, { plain: true })}
    </p>`);
}

function bringing(state, act) {
  const { words, here } = state;
  if (here.unread) return nothing;
  return html`
    <h2>${words.bring_heading}</h2>
    <p>${words.bring_about} <code>${words.bring_command}</code>. ${words.bring_after}</p>
    <div class="tpl-field">
      <label for="your-work-file">${words.bring}</label>
      <input type="file" id="your-work-file" @change=${(event) => act.choose(event.target)} />
    </div>
    ${notice(state, "bring")}
    ${state.arriving ? arriving(state, act) : nothing}`;
}

function holds(words, file) {
  if (!file.journal) return words.does_not_verify;
  const { entries } = file.journal;
  return entries.length ? `${counted(words, entries.length)}, ${moment(words, entries.at(-1).time)}` : counted(words, 0);
}

function besides(state, act) {
  const { words, beside } = state;
  if (!beside.length) return nothing;
  const named = (label, name, press) => html`<button
    type="button" class="tpl-button tpl-plain" aria-label=${say(label[0], { name })} @click=${press}>${label[1]}</button>`;
  const rows = beside.map((file) => [
    html`<span class="tpl-name">${file.name}</span>`,
    holds(words, file),
    html`<span class="tpl-buttons">
      ${named([words.save_file, words.save_short], file.name, () => act.copy(file.name, "beside"))}
      ${file.journal?.entries.length ? named([words.use_file, words.use_short], file.name, () => act.use(file.name)) : nothing}
    </span>`,
  ]);
  return html`
    <h2>${words.beside_heading}</h2>
    <p>${words.beside_about}</p>
    ${notice(state, "beside")}
    ${table(words.beside_files, [words.head_file, words.head_holds, words.head_do], rows)}`;
}

function deleting(state, act) {
  const { words, here, beside, notebooks, others } = state;
  const more = [
    ...(notebooks.length ? [notebooks.length === 1 ? words.else_lesson : say(words.else_lessons, { n: notebooks.length })] : []),
    ...others.map((path) => path.split("/").pop()),
  ];
  if (!hasFile(here) && !beside.length && !more.length) return nothing;
  const journal = here.unread ? words.delete_unread : here.journal
    ? say(words.delete_journal, { entries: counted(words, here.journal.entries.length) })
    : words.delete_file;
  const first = () => html`
    <p>${words.delete_what}</p>
    <ul class="tpl-list">
      ${hasFile(here) ? html`<li>${journal}</li>` : nothing}
      ${beside.map(({ name }) => html`<li>${say(words.delete_beside, { name })}</li>`)}
    </ul>
    ${more.length ? html`<label class="tpl-option"><input
      type="checkbox" .checked=${state.lessons} @change=${(event) => act.lessons(event.target.checked)}
      /><span>${say(words.delete_else, { what: more.join(", ") })}</span></label>` : nothing}
    <p class="tpl-buttons">
      ${hasFile(here) ? button(words.delete_copy, () => act.copy(NAME, "delete")) : nothing}
      ${button(words.delete_on, () => act.deleting("sure"), { plain: true })}
      ${button(words.delete_keep, () => act.deleting(""), { plain: true })}
    </p>`;
  const sure = () => html`
    <p>${words.delete_sure}</p>
    <p class="tpl-buttons">
      ${button(words.delete_keep, () => act.deleting(""))}
      ${button(words.delete_now, act.remove, { plain: true })}
    </p>`;
  return html`
    <h2>${words.delete_heading}</h2>
    <p>${words.delete_about}</p>
    ${notice(state, "delete")}
    ${state.deleting
      ? panel("your-work-deleting", state.deleting === "first" ? words.delete_before : words.delete_again, state.deleting === "first" ? first() : sure())
      : html`<p class="tpl-buttons">${button(words.delete, () => act.deleting("first"), { plain: true })}</p>`}`;
}

export function view(state, act) {
  const { words, phase } = state;
  return html`
    ${notice(state, "top")}
    ${phase === "looking" ? html`<p>${words.looking}</p>` : nothing}
    ${phase === "ready" ? [kept, copying, bringing, besides, deleting].map((part) => part(state, act)) : nothing}`;
}

// The browser ---------------------------------------------------------------------------------

/** Read a file of bytes as a journal. @returns {Promise<Copy>} */
export async function copyOf(name, bytes) {
  const copy = { name, bytes, journal: null, damage: null, unread: false };
  try {
    return { ...copy, journal: await readChain(textOf(bytes)) };
  } catch (error) {
    if (error instanceof Damage) return { ...copy, damage: error };
    if (error instanceof NoDigest) return { ...copy, unread: true };
    throw error;
  }
}

/** What is in the way, as a sentence. */
export function faultSentence(words, error) {
  const why = error.cause?.message || error.message || String(error);
  return say(words[`fault_${error.kind}`] ?? words.fault_failed, { why: why.replace(/\.$/, "") });
}

function save(name, bytes) {
  const address = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Bring the page to life.
 * @param {HTMLElement} el
 * @param {object} words
 * @param {{factory?: IDBFactory, name?: string, protocol?: string}} where
 *   name: of the database that the lessons keep their files in
 */
export function start(el, words, where) {
  const store = shelf(where.factory, where.name ?? DATABASE);
  let state = {
    words, phase: "looking", alert: "", said: "", at: "top", here: null, beside: [], notebooks: [], others: [],
    arriving: null, deleting: "", lessons: false,
  };
  const root = Object.assign(document.createElement("div"), { className: "tpl" });
  root.dataset.page = "your_work";
  el.replaceChildren(root);

  /** Draw a changed state; then go to a part of the page, by its id. */
  function set(patch, to = "") {
    state = { ...state, ...patch };
    render(view(state, act), root);
    if (to) document.getElementById(`your-work-${to}`)?.focus();
  }

  async function load(patch = {}, to = "") {
    const found = await store.read();
    const [here, ...beside] = await Promise.all([
      copyOf(NAME, found.journal),
      ...found.beside.map(({ name, bytes }) => copyOf(name, bytes)),
    ]);
    set({ phase: "ready", here, beside, notebooks: found.notebooks, others: found.others, ...patch }, to);
  }

  /** Do something; what goes wrong is said, and what is shown is what there is. */
  const guarded = (work) => async (...args) => {
    try {
      await work(...args);
    } catch (error) {
      const alert = faultSentence(words, error);
      const at = state.at === "copy" || state.at === "delete" ? "top" : state.at; // it may be gone
      const shut = { alert, said: "", at, arriving: null, deleting: "" };
      try {
        await load(shut, "alert");
      } catch {
        set({ ...shut, ...(state.here ? {} : { at: "top", phase: "closed" }) }, "alert");
      }
    }
  };

  const refuse = (alert) => set({ alert, said: "", at: "bring", arriving: null }, "alert");

  async function offer(file) {
    set({ at: "bring" });
    if (file.unread) return load({ alert: "", said: "", at: "top", arriving: null });
    if (file.damage) return refuse(badFile(words, file.name, file.damage));
    if (!file.journal.entries.length) return refuse(say(words.bad_empty, { name: file.name }));
    await load(); // a lesson in another tab may have gone on
    const decision = decisionOn(state.here, file);
    if (decision.kind === "same" || decision.kind === "shorter") {
      const said = say(words[`is_${decision.kind}`], figures(words, state.here, file, decision));
      return set({ alert: "", said, arriving: null }, "said");
    }
    return set({ alert: "", said: "", arriving: { file, decision } }, "arrived");
  }

  const act = {
    copy: guarded(async (name, at) => {
      const found = await store.read();
      const bytes = name === NAME ? found.journal : found.beside.find((file) => file.name === name)?.bytes;
      save(name, bytes ?? EMPTY);
      set({ alert: "", said: say(words.copied, { name }), at });
    }),
    choose: guarded(async (input) => {
      const [file] = input.files;
      if (!file) return;
      const { name, size } = file;
      if (size > LARGEST) {
        const values = { name, size: Math.round(size / 1e6), most: LARGEST / 1e6 };
        input.value = "";
        refuse(say(words.bad_huge, values));
        return;
      }
      let bytes;
      try {
        bytes = new Uint8Array(await file.arrayBuffer());
      } catch {
        refuse(say(words.bad_unread, { name }));
        return;
      } finally {
        input.value = ""; // the same file can be chosen again
      }
      await offer(await copyOf(name, bytes));
    }),
    use: guarded((name) => offer(state.beside.find((file) => file.name === name))),
    bring: guarded(async (choice) => {
      const { file, decision } = state.arriving;
      const { here } = state;
      let aside = "";
      await store.change(here.bytes, ({ beside }) => {
        const found = plan(choice, { here, file, decision }, beside);
        aside = found.aside;
        return found;
      });
      const did = choice === "keep" ? "kept" : aside ? "replaced" : decision.kind;
      const said = say(words[`done_${did}`], { ...figures(words, here, file, decision), aside });
      await load({ alert: "", said, arriving: null }, "said");
    }),
    leave: () => set({ arriving: null, alert: "", said: words.left }, "said"),
    deleting(step) {
      const said = step ? "" : words.kept_all;
      set({ deleting: step, alert: "", said, at: "delete", arriving: null }, step ? "deleting" : "said");
    },
    lessons: (lessons) => set({ lessons }),
    remove: guarded(async () => {
      const { lessons } = state;
      await store.change(state.here.bytes, ({ beside, notebooks, others, halves, found }) => ({
        // An empty file, not none: a kernel that is still running finds it and begins anew.
        write: found.has(JOURNAL) ? [{ name: NAME, bytes: EMPTY }] : [],
        remove: [...beside.map(({ name }) => `my_work/${name}`), ...halves, ...(lessons ? [...notebooks, ...others] : [])],
      }));
      await load({ alert: "", said: words.deleted, at: "top", deleting: "", lessons: false }, "said");
    }),
  };

  if (where.protocol === "file:") {
    set({ phase: "closed", alert: words.fault_file });
    return Promise.resolve();
  }
  set({});
  // Whoever comes back to this tab sees what has been kept meanwhile.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && state.phase === "ready" && !state.arriving && !state.deleting) guarded(load)();
  });
  return guarded(load)();
}
