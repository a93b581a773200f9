/** What the web site's own pages run: each part comes to life where its element is on the page. */
import words from "../../../course/messages/site.toml";
import css from "site-style";
import { start } from "./your_work.js";

function storage() {
  try {
    return globalThis.indexedDB; // where storage is forbidden, even this may throw
  } catch {
    return undefined;
  }
}

function begin() {
  const el = document.getElementById("your-work");
  if (!el) return;
  document.head.append(Object.assign(document.createElement("style"), { textContent: css }));
  start(el, words, { factory: storage(), protocol: location.protocol });
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
