/**
 * A journal on this page: read and verified as Python does it (course/journal.py), and compared with
 * one that arrives by the same rule (course/arrival.py). js/test/cases/journal.json, written by
 * Python, holds the two together: the same verdict, at the same line.
 *
 * @typedef {object} Entry
 * @property {number} number
 * @property {string} time
 * @property {string} key
 * @property {string} sha256
 * @property {string} text      the whole line in canonical form
 *
 * @typedef {object} Journal
 * @property {string|null} id   null if the heading has none
 * @property {string} begun     as the heading says it
 * @property {string} sha256    of the heading; empty if there is none
 * @property {Entry[]} entries
 * @property {string} text      the whole file in canonical form
 */
import { broken, objectText, parse } from "./canonical.js";

export const FORMAT = "threat-power-loss journal";
export const VERSION = "1";
export const LARGEST = 20_000_000; // bytes
const FIELDS = ["before", "key", "number", "sha256", "time", "value"];

/** A journal that does not verify: where, and `kind`: foreign, version, cut, chain or changed. */
export class Damage extends Error {
  constructor(kind, line, sound = "") {
    super(`${kind} at line ${line}`);
    this.kind = kind;
    this.line = line;
    this.sound = sound;
  }
}

/** This browser cannot compute what is needed to verify (a page that did not come safely). */
export class NoDigest extends Error {}

async function sha256(text) {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) throw new NoDigest();
  const bytes = await subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** SHA-256 of what stands on a line, as Python numbers it. Half a character is no text. */
async function numberOf(canonical) {
  if (broken(canonical)) throw new SyntaxError("half a character");
  return sha256(`${canonical}\n`);
}

/** The text of a file, or Damage if it is no text. Line ends become those that Python reads. */
export function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    throw new Damage("foreign", 1);
  }
}

/**
 * Read and verify the text of a journal.
 * @param {string} text
 * @returns {Promise<Journal>}
 * @throws {Damage} naming the first line that is wrong
 */
export async function readChain(text) {
  const journal = { id: null, begun: "", sha256: "", entries: [], text: "" };
  const lines = text === "" ? [] : text.replace(/^\ufeff/, "").replace(/\n$/, "").split("\n");
  let before = "";
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    const wrong = (kind) => new Damage(kind, number, journal.text);
    try {
      const data = parse(line);
      if (number === 1) {
        const fault = headingFault(data);
        if (fault) throw wrong(fault);
        journal.sha256 = before = await numberOf(data.text);
        journal.id = data.members.get("id")?.value ?? null;
        journal.begun = data.members.get("begun")?.value ?? "";
        journal.text = `${data.text}\n`;
        continue;
      }
      const entry = entryOf(data);
      const body = new Map(data.members);
      body.delete("sha256");
      const right = await numberOf(objectText(body));
      if (entry.before !== before || entry.number !== String(number - 1)) throw wrong("chain");
      if (entry.sha256 !== right) throw wrong("changed");
      journal.entries.push({ number: number - 1, time: entry.time, key: entry.key, sha256: right, text: data.text });
      journal.text += `${data.text}\n`;
      before = right;
    } catch (error) {
      throw error instanceof SyntaxError ? wrong("cut") : error;
    }
  }
  return journal;
}

function headingFault(data) {
  if (data.kind !== "object" || data.members.get("format")?.value !== FORMAT) return "foreign";
  const version = data.members.get("version");
  return version?.kind === "whole" && version.text === VERSION ? "" : "version";
}

function entryOf(data) {
  const names = data.kind === "object" ? [...data.members.keys()].sort() : [];
  const kind = (name) => data.members.get(name).kind;
  if (names.join() !== FIELDS.join() || kind("number") !== "whole" || kind("time") !== "text" || kind("key") !== "text") {
    throw new SyntaxError("not an entry");
  }
  const said = Object.fromEntries(FIELDS.map((name) => [name, data.members.get(name).value]));
  return { ...said, number: data.members.get("number").text };
}

/**
 * What is to be done with a journal that arrives.
 * @param {Journal} here
 * @param {Journal} there
 * @returns {{kind: "first"|"same"|"longer"|"shorter"|"apart"|"other", common: number}}
 *   common: how many entries both have
 */
export function decide(here, there) {
  const chain = (journal) => [journal.sha256, ...journal.entries.map((entry) => entry.sha256)];
  const [a, b] = [chain(here), chain(there)];
  let common = 0;
  while (common < Math.min(a.length, b.length) && a[common] === b[common]) common += 1;
  const both = Math.max(common - 1, 0);
  if (common === a.length && common === b.length) return { kind: "same", common: both };
  if (!here.entries.length) return { kind: "first", common: 0 };
  if (common === a.length) return { kind: "longer", common: both };
  if (common === b.length) return { kind: "shorter", common: both };
  return { kind: here.id !== null && here.id === there.id ? "apart" : "other", common: both };
}

/** The day of an entry, or "" for a time that is none. */
export function dayOf(entry) {
  const day = /^(\d{4}-\d\d-\d\d)(?:$|[T ])/.exec(entry?.time ?? "")?.[1] ?? "";
  return day && !Number.isNaN(Date.parse(day)) ? day : "";
}

/** A name for a file that is kept beside the journal: by its last entry, so the same again. */
export function asideName(why, journal, number = 1) {
  const last = journal?.entries.at(-1);
  const tag = last ? `${dayOf(last) || "no-date"}-${last.sha256.slice(0, 8)}` : "1";
  return `journal.${why}-${tag}${number === 1 ? "" : `-${number}`}.jsonl`;
}
