import { html } from "lit-html";
export const view = () => html`<p>…</p>`;
