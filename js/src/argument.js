/** The structure of an argument: as course/argument.py, held to it by shared cases. */
import { say } from "./parts.js";

export const PARTS = ["claim", "grounds", "warrant", "backing", "qualifier", "rebuttal"];

export const TOO_STRONG = [
  "always", "never", "certainly", "definitely", "undoubtedly", "obviously", "proves", "proved",
  "proven", "beyond doubt", "without doubt", "no doubt",
];
export const AT_A_DISTANCE = [
  "supposedly", "so-called", "allegedly", "propaganda", "they claim", "they believe",
  "they think", "they say", "pretext", "excuse", "wrongly", "admittedly",
];

const trimmed = (text) => (text ?? "").trim();
const lower = (text) => text.toLowerCase().split(/\s+/).filter(Boolean).join(" ");
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const LETTER = "[\\p{L}\\p{N}_]"; // what Python calls a word's letter
const whole = (word, before = "") =>
  new RegExp(`${before}(?<!${LETTER})${escaped(word)}(?!${LETTER})`, "u");

/** The numbers of evidence cards and paragraphs in a text, each once, in order. */
export function idsIn(text) {
  const found = [...text.matchAll(/\b([ABE])(\d{1,2})\b/gi)];
  return [...new Set(found.map(([, letter, number]) => `${letter.toUpperCase()}${Number(number)}`))];
}

/** Which of some words stand in a text, unless "not" stands before them. */
export const wordsIn = (text, list) =>
  list.filter((word) => whole(word, "(?<!\\bnot )").test(lower(text)));

/** What a text names that can be looked up: a card, a paragraph, a crisis or a table. */
export const sourcesIn = (text, ids, names) => [
  ...idsIn(text).filter((id) => ids.includes(id)),
  ...names.filter((name) => whole(name.toLowerCase()).test(lower(text))),
];

const plain = (text) => (text.toLowerCase().match(/[a-z0-9_]+/g) ?? []).join(" ");

/** Advice on the structure, part by part: [{id, part, found}]. */
export function flags(argument, ids, names = []) {
  const said = Object.fromEntries(PARTS.map((part) => [part, trimmed(argument[part])]));
  return PARTS.flatMap((part) => {
    const text = said[part];
    const unknown = idsIn(text).filter((id) => !ids.includes(id));
    const strong = ["claim", "qualifier"].includes(part) ? wordsIn(text, TOO_STRONG) : [];
    const repeats = [said.claim, said.grounds].some((other) => plain(text) === plain(other));
    return [
      !text && part !== "backing" && ["empty", []],
      unknown.length && ["unknown", unknown],
      part === "claim" && wordsIn(text, ["because"]).length && ["because", []],
      part === "grounds" && text && !sourcesIn(text, ids, names).length && ["no_source", []],
      part === "warrant" && text && repeats && ["repeats", []],
      strong.length && ["too_strong", strong],
    ].filter(Boolean).map(([id, found]) => ({ id, part, found }));
  });
}

const end = (text) => text.split(/\s+/).filter(Boolean).join(" ").replace(/[.;, ]+$/, "");

/** An argument as one sentence; a part that is empty is left open. */
export function sentence(argument, texts) {
  const said = Object.fromEntries(PARTS.map((part) => [part, end(trimmed(argument[part]))]));
  const shown = Object.fromEntries(PARTS.map((part) => [part, said[part] || texts.open]));
  const backing = said.backing ? say(texts.in_words_backing, { backing: said.backing }) : "";
  return say(texts.in_words, { ...shown, backing });
}

/** An argument as Markdown, for an essay. */
export function markdown(argument, texts) {
  const parts = PARTS.map((part) => `## ${texts[part]}\n\n${trimmed(argument[part]) || texts.text_empty}\n`);
  return [`# ${texts.text_title}\n`, `${sentence(argument, texts)}\n`, ...parts].join("\n");
}
