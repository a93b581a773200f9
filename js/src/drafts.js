/**
 * Text that was typed and not yet saved, kept by the browser until it is: a restarted kernel, or a
 * page drawn anew, does not take it away. A browser may forbid this; then nothing is kept, and
 * nothing breaks.
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

/**
 * @param {string} key    of the widget, the same in every kernel
 * @param {string} stage  the stage whose text is kept
 * @param {Pick<Storage, "getItem" | "setItem" | "removeItem"> | null} store
 */
export function drafts(key, stage, store = windowStore()) {
  const name = `${NAME}${key}`;
  let held;
  const guarded = (run) => {
    try {
      return store ? run() : null;
    } catch {
      return null; // forbidden, or full
    }
  };
  const saved = (state) => state.record.stages[stage];
  const kept = (state) => saved(state)?.last?.text ?? "";
  const put = (text) => {
    if (text === held) return;
    held = text;
    guarded(() => (text === null ? store.removeItem(name) : store.setItem(name, text)));
  };

  return {
    /** The text to go on with, or null: there is none, or something newer was saved since. */
    find(state) {
      const text = guarded(() => store.getItem(name));
      if (!text) return null;
      try {
        const draft = JSON.parse(text);
        const newer = (saved(state)?.revision ?? 0) > draft.after;
        const now = state.value.text ?? "";
        if (newer || draft.text === kept(state) || draft.text === now) return null;
        return typeof draft.text === "string" ? draft.text : null;
      } catch {
        return null;
      }
    },
    /** Keep what is not saved yet; let go of what is. */
    keep(state) {
      const text = state.value.text ?? "";
      const open = text.trim() !== "" && text.trim() !== kept(state).trim();
      put(open ? JSON.stringify({ text, after: saved(state)?.revision ?? 0 }) : null);
    },
  };
}
