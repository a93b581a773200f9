/**
 * The toolkit's two doors: `render` for a widget in a lesson (anywidget calls it), `mount` for a
 * page without a kernel.
 */
import { createStore } from "./bridge.js";
import { drafts } from "./drafts.js";
import { kinds } from "./kinds/index.js";
import { mountAs, show, wake } from "./stage.js";

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
  const stop = show(kinds, store, el, draft && drafts(model.get("_key"), draft));
  return () => {
    stop();
    model.off("change:value", onValue);
    model.off("change:_record", onRecord);
    model.off("change:_message", onMessage);
    model.off("msg:custom", onAnswer);
  };
}

/** A figure on a page without a kernel (see stage.js). */
export const mount = (el, data) => mountAs(kinds, el, data);

/**
 * Bring the first still figure with this content to life. A page may hold the same figure twice,
 * each with its own copy of this script, so every script adopts one.
 */
export function adopt(content) {
  const figure = document.querySelector(
    `figure.tpl-figure[data-content="${content}"]:not([data-live])`,
  );
  if (figure) wake(kinds, figure);
}

// A script inside a page cannot name its own exports; this is how the line after it calls `adopt`.
globalThis.tplAdopt = adopt;

export default { render };
