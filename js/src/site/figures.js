/**
 * The script of the site's pages: every saved figure that holds its data comes to life. It is a
 * classic script, for a browser loads no module from a file of one's own disk.
 */
import { alone } from "../kinds/alone.js";
import { wake } from "../stage.js";

for (const figure of document.querySelectorAll("figure.tpl-figure:not([data-live])")) {
  if (figure.dataset.kind in alone && figure.querySelector("script[type='application/json']")) {
    wake(alone, figure);
  }
}
