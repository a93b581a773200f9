/**
 * Draw a kind's view without a browser: the state comes in as JSON, the markup goes out.
 *
 *   node drawn.mjs KIND < state.json
 *
 * Only what a test reads is written: text, and attributes with a value that is set. Listeners and
 * properties are left out, but `.checked` is written, so that a test sees what is chosen.
 */
import { readFileSync } from "node:fs";
import { kinds } from "./src/kinds/index.js";

const escape = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The value behind a directive such as live(x). */
const plain = (value) => (value && typeof value === "object" && "_$litDirective$" in value ? value.values[0] : value);

function write(part) {
  const value = plain(part);
  if (value === null || value === undefined || typeof value === "symbol" || value === false) return "";
  if (Array.isArray(value)) return value.map(write).join("");
  if (typeof value !== "object") return escape(value).replaceAll("&quot;", '"').replaceAll("&gt;", ">");
  let out = "";
  value.strings.forEach((text, k) => {
    const last = out + text;
    const attribute = /\s([.@?]?)([\w-]+)=("?)([^"<>]*)$/.exec(last);
    const inside = attribute && last.lastIndexOf("<") > last.lastIndexOf(">");
    out = last;
    if (k >= value.values.length) return;
    const now = plain(value.values[k]);
    if (!inside) {
      out += write(now);
      return;
    }
    const [whole, sign, name, quote] = attribute;
    if (quote) out += typeof now === "symbol" ? "" : escape(now ?? "");
    else {
      out = out.slice(0, out.length - whole.length);
      if (name === "checked" || sign === "?") out += now === true ? ` ${name}` : "";
      else if (!sign && now !== null && typeof now !== "symbol") out += ` ${name}="${escape(now)}"`;
    }
  });
  return out;
}

const state = JSON.parse(readFileSync(0, "utf8"));
const act = { set() {}, local() {}, commit() {}, id: (name) => `tpl-1-${name}` };
process.stdout.write(write(kinds[process.argv[2]].view(state, act)));
