/**
 * What each widget carries: a few lines that fetch the toolkit from the one model that holds it.
 * Without this every widget of a lesson would carry the whole bundle, over the wire and again in
 * the state that JupyterLab saves in the notebook.
 */
const loaded = (globalThis.tplToolkits ??= new Map());

async function toolkit(model) {
  const [, id] = model.get("_toolkit").split("IPY_MODEL_");
  const holder = await model.widget_manager.get_model(id);
  const script = holder.get("script");
  if (!loaded.has(script)) {
    const style = document.createElement("style");
    style.textContent = holder.get("style");
    document.head.append(style);
    loaded.set(script, import(URL.createObjectURL(new Blob([script], { type: "text/javascript" }))));
  }
  return (await loaded.get(script)).default;
}

export default {
  async render(context) {
    return (await toolkit(context.model)).render(context);
  },
};
