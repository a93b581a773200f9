/**
 * What was typed and not yet saved, kept by the browser until it is: a restarted kernel, or a page
 * drawn anew, does not take it away. A browser may forbid this; then nothing is kept, and nothing
 * breaks.
 *
 * A kind says what its draft is: the name of the stage whose one text is kept, or how to read it.
 *
 * @typedef {object} Draft
 * @property {(state: object) => number} saved      how often it was saved so far
 * @property {(state: object) => string} kept       what was saved last, as text
 * @property {(state: object) => string} now        what stands there now, as text
 * @property {(text: string, state: object) => object} patch
 *   the change of `value` that brings a text back
 */

const NAME = "tpl-draft:";

/** The store of this window, or null where it is forbidden. */
export function windowStore() {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}

/** The draft of a kind with one text. @returns {Draft} */
const oneText = (stage) => ({
  saved: (state) => state.record.stages[stage]?.revision ?? 0,
  kept: (state) => state.record.stages[stage]?.last?.text ?? "",
  now: (state) => state.value.text ?? "",
  patch: (text) => ({ text }),
});

/**
 * @param {string} key    of the widget, the same in every kernel
 * @param {string | Draft} draft
 * @param {Pick<Storage, "getItem" | "setItem" | "removeItem"> | null} store
 */
export function drafts(key, draft, store = windowStore()) {
  const name = `${NAME}${key}`;
  const { saved, kept, now, patch } = typeof draft === "string" ? oneText(draft) : draft;
  let held;
  const guarded = (run) => {
    try {
      return store ? run() : null;
    } catch {
      return null; // forbidden, or full
    }
  };
  const put = (text) => {
    if (text === held) return;
    held = text;
    guarded(() => (text === null ? store.removeItem(name) : store.setItem(name, text)));
  };

  return {
    patch,
    /** The text to go on with, or null: there is none, or something newer was saved since. */
    find(state) {
      const text = guarded(() => store.getItem(name));
      if (!text) return null;
      try {
        const draft = JSON.parse(text);
        const newer = saved(state) > draft.after;
        if (newer || draft.text === kept(state) || draft.text === now(state)) return null;
        return typeof draft.text === "string" ? draft.text : null;
      } catch {
        return null;
      }
    },
    /** Keep what is not saved yet; let go of what is. */
    keep(state) {
      const text = now(state);
      const open = text.trim() !== "" && text.trim() !== kept(state).trim();
      put(open ? JSON.stringify({ text, after: saved(state) }) : null);
    },
  };
}
