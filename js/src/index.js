/**
 * The toolkit's two doors: `render` for a widget in a lesson (anywidget calls it), `mount` for a
 * page without a kernel.
 */
import { html, render as draw } from "lit-html";
import { committedHere, createStore } from "./bridge.js";
import { drafts } from "./drafts.js";
import { kinds } from "./kinds/index.js";
import { keepKeys } from "./parts.js";

/** Draw a store into an element, now and after every change; take up a draft if there is one. */
function show(store, el, draft) {
  const kind = kinds[store.get().kind];
  const root = document.createElement("div");
  root.className = "tpl";
  root.lang = store.get().config.language ?? "en";
  root.dataset.kind = store.get().kind;
  el.replaceChildren(root);
  keepKeys(root);
  const paint = (state) =>
    draw(kind ? kind.view(state, store.act) : html`<p role="alert">${state.kind}?</p>`, root);
  const text = draft?.find(store.get()) ?? null;
  const forget = store.subscribe(paint);
  const rest = draft ? store.subscribe(draft.keep) : () => {};
  store.start();
  if (text !== null) {
    store.act.local({ restored: text });
    store.act.set(draft.patch(text, store.get()));
  }
  const eye = new ResizeObserver((entries) => store.hear.width(entries[0].contentRect.width));
  eye.observe(root);
  return () => {
    eye.disconnect();
    forget();
    rest();
    store.stop();
  };
}

/** To a kernel that is gone nothing can be sent; the button says so when no answer comes. */
function sent(send) {
  try {
    send();
  } catch (error) {
    console.info(`Not sent: ${error.message}`);
  }
}

/** A widget in a notebook: Python keeps the value and the record. */
function render({ model, el }) {
  const link = {
    live: true,
    push(value) {
      sent(() => {
        model.set("value", value);
        model.save_changes();
      });
    },
    commit: (stage, value) => sent(() => model.send({ do: "commit", stage, value })),
    ask: (id, question) => sent(() => model.send({ do: "ask", id, question })),
  };
  const data = {
    kind: model.get("_kind"),
    config: model.get("_config"),
    value: model.get("value"),
    record: model.get("_record"),
    message: model.get("_message"),
  };
  const store = createStore(data, link, kinds[data.kind]?.asks);
  const onValue = () => store.hear.value(model.get("value"));
  const onRecord = () => store.hear.record(model.get("_record"));
  const onMessage = () => store.hear.message(model.get("_message"));
  const onAnswer = (content) => {
    if (content?.answer !== undefined) store.hear.answer(content.answer, content.question, content.result);
  };
  model.on("change:value", onValue);
  model.on("change:_record", onRecord);
  model.on("change:_message", onMessage);
  model.on("msg:custom", onAnswer);
  const draft = kinds[data.kind]?.draft;
  const stop = show(store, el, draft && drafts(model.get("_key"), draft));
  return () => {
    stop();
    model.off("change:value", onValue);
    model.off("change:_record", onRecord);
    model.off("change:_message", onMessage);
    model.off("msg:custom", onAnswer);
  };
}

/**
 * A figure on a page: what the learner does stays on this page.
 * @param {HTMLElement} el
 * @param {{kind: string, config: object, value?: object, record?: object}} data
 */
export function mount(el, data) {
  const kind = kinds[data.kind];
  const link = {
    live: false,
    push() {},
    ask() {},
    commit(stage, value) {
      const { record } = store.get();
      const reveal = kind.revealHere?.(store.get(), stage, value) ?? null;
      store.hear.record(committedHere(record, stage, value, reveal));
    },
  };
  const store = createStore(data, link);
  return show(store, el);
}

/**
 * Bring the first still figure with this content to life. A page may hold the same figure twice,
 * each with its own copy of this script, so every script adopts one.
 */
export function adopt(content) {
  const figure = document.querySelector(
    `figure.tpl-figure[data-content="${content}"]:not([data-live])`,
  );
  if (!figure) return;
  figure.dataset.live = "";
  const data = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
  mount(figure.querySelector(".tpl-still"), data);
}

// A script inside a page cannot name its own exports; this is how the line after it calls `adopt`.
globalThis.tplAdopt = adopt;

export default { render };
