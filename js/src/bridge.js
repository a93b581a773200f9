/**
 * One small store for every kind of figure. It holds all there is to draw; a kind's `view` is a
 * pure function of it. Two links lead out of it: to a Python kernel, or to nothing but this page.
 *
 * @typedef {object} State
 * @property {string} kind
 * @property {object} config    labels and data; never changes
 * @property {object} value     what the learner has set so far
 * @property {object} record    what has been committed, and what may be shown because of it
 * @property {string} message   an error, as one sentence
 * @property {object} local     what is open or chosen on this screen only
 * @property {object} answers   by id: {question, pending, answer}
 * @property {string} waiting   the stage whose commit is on its way, or ""
 * @property {boolean} silent   no answer came in time
 * @property {boolean} live     a kernel may answer
 * @property {number} width     of the figure, in CSS pixels
 *
 * @typedef {object} Act        what a view may do
 * @property {(patch: object) => void} set      change `value`
 * @property {(patch: object) => void} local    change `local`
 * @property {(stage: string, value: object) => void} commit
 * @property {(name: string) => string} id      an id nobody else on the page has
 *
 * @typedef {object} Link       where a store sends things
 * @property {boolean} live
 * @property {(value: object) => void} push
 * @property {(stage: string, value: object) => void} commit
 * @property {(id: string, question: object) => void} ask
 */

export const PUSH_AFTER = 120; // ms of rest before Python hears of a new value
export const ASK_AFTER = 300; // ms of rest before Python is asked to sample
export const PATIENCE = 5000; // ms until a commit without an answer is remarked on

const EMPTY = { revision: 0, time: "", committed: {}, stages: {}, reveal: null };

/**
 * The next number of a figure. Counted on the page, not in this module: a page may hold several
 * copies of the script, and two figures that share a name share their radio buttons.
 */
const nextFigure = () => (globalThis.tplFigures = (globalThis.tplFigures ?? 0) + 1);

/** @param {(value: object) => void} run */
function rested(run, after) {
  let timer;
  let last;
  const now = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    run(...last);
  };
  const later = (...args) => {
    last = args;
    clearTimeout(timer);
    timer = setTimeout(now, after);
  };
  return { later, now, busy: () => timer !== undefined };
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * @param {{kind: string, config?: object, value?: object, record?: object, message?: string}} data
 * @param {Link} link
 * @param {(state: State) => object} [asks]  the questions that a state puts to Python, by id
 */
export function createStore(data, link, asks = () => ({})) {
  const number = nextFigure();
  const listeners = new Set();
  /** @type {State} */
  let state = {
    kind: data.kind,
    config: data.config ?? {},
    value: data.value ?? {},
    record: { ...EMPTY, ...data.record },
    message: data.message ?? "",
    local: {},
    answers: {},
    waiting: "",
    silent: false,
    live: link.live,
    width: 640,
  };
  const pushing = rested(link.push, PUSH_AFTER);
  const asking = rested((questions) => {
    for (const [id, question] of questions) link.ask(id, question);
  }, ASK_AFTER);
  let patience;

  function change(patch) {
    state = { ...state, ...patch };
    if (state.live) askWhatIsNew();
    for (const listener of listeners) listener(state);
  }

  function askWhatIsNew() {
    const wanted = Object.entries(asks(state));
    const news = wanted.filter(([id, question]) => !same(state.answers[id]?.question, question));
    if (!news.length) return;
    const answers = { ...state.answers };
    for (const [id, question] of news) {
      // The old answer stays in sight, marked as old, until the new one is there.
      answers[id] = { question, pending: true, answer: answers[id]?.answer ?? null };
    }
    state = { ...state, answers };
    asking.later(wanted.filter(([id]) => answers[id].pending));
  }

  function heard(patch) {
    clearTimeout(patience);
    change({ ...patch, waiting: "", silent: false });
  }

  /** @type {Act} */
  const act = {
    set(patch) {
      change({ value: { ...state.value, ...patch } });
      pushing.later(state.value);
    },
    local(patch) {
      change({ local: { ...state.local, ...patch } });
    },
    commit(stage, value) {
      pushing.now();
      clearTimeout(patience);
      if (link.live) {
        patience = setTimeout(() => change({ silent: true }), PATIENCE);
        change({ waiting: stage, silent: false, message: "" });
      }
      link.commit(stage, value);
    },
    id: (name) => `tpl-${number}-${name}`,
  };

  return {
    act,
    get: () => state,
    /** Changes that come from outside: Python, or the size of the window. */
    hear: {
      value(value) {
        if (!pushing.busy() && !same(value, state.value)) change({ value });
      },
      record: (record) => heard({ record: { ...EMPTY, ...record } }),
      message: (message) => (message ? heard({ message }) : change({ message })),
      width(width) {
        if (width > 0 && Math.abs(width - state.width) >= 1) change({ width });
      },
      answer(id, question, answer) {
        if (!same(state.answers[id]?.question, question)) return; // the learner has moved on
        change({ answers: { ...state.answers, [id]: { question, pending: false, answer } } });
      },
    },
    start: () => change({}),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      pushing.now();
      clearTimeout(patience);
      listeners.clear();
    },
  };
}

/**
 * The record after a commit that no Python keeps: for pages without a kernel.
 * @param {object} record
 */
export function committedHere(record, stage, value, reveal = null) {
  const before = record.stages[stage];
  const revision = (before?.revision ?? 0) + 1;
  return {
    revision,
    time: "",
    committed: { ...record.committed, [stage]: value },
    stages: {
      ...record.stages,
      [stage]: { revision, time: "", first: before?.first ?? value, last: value },
    },
    reveal: reveal ?? record.reveal,
  };
}
