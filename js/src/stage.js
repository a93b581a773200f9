/**
 * Where a figure is drawn. Which kinds there are is said by who calls: a notebook knows all of them,
 * a page only those that live without Python.
 */
import { html, render as draw } from "lit-html";
import large from "../../course/messages/widgets/large_view.toml";
import { committedHere, createStore } from "./bridge.js";
import { framed } from "./large.js";
import { unpack } from "./packed.js";
import { keepKeys } from "./parts.js";

/**
 * Draw a store into an element, now and after every change; take up a draft if there is one.
 * @param {Record<string, object>} kinds  those that may be drawn, by name
 */
export function show(kinds, store, el, draft) {
  const kind = kinds[store.get().kind];
  const root = document.createElement("div");
  root.className = "tpl";
  root.lang = store.get().config.language ?? "en";
  root.dataset.kind = store.get().kind;
  const { frame, stop } = framed(root, large);
  el.replaceChildren(frame);
  keepKeys(frame);
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
    stop();
    eye.disconnect();
    forget();
    rest();
    store.stop();
  };
}

/**
 * A figure on a page: what the learner does stays on this page.
 * @param {Record<string, object>} kinds
 * @param {HTMLElement} el
 * @param {{kind: string, config: object, value?: object, record?: object}} data
 */
export function mountAs(kinds, el, data) {
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
  return show(kinds, store, el);
}

/** Bring a still figure to life, once. */
export function wake(kinds, figure) {
  figure.dataset.live = "";
  const script = figure.querySelector("script[type='application/json']");
  const held = JSON.parse(script.textContent);
  const data = "packed" in script.dataset ? unpack(held) : held;
  mountAs(kinds, figure.querySelector(".tpl-still"), data);
}
