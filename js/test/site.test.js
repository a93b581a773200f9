import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { broken, floatText, parse } from "../src/site/canonical.js";
import { asideName, Damage, dayOf, decide, NoDigest, readChain, textOf } from "../src/site/journal.js";

const cases = JSON.parse(readFileSync(new URL("./cases/journal.json", import.meta.url)));
const bytes = (text) => new TextEncoder().encode(text);

test("every value has the canonical form that Python gives it", () => {
  assert.ok(cases.values.length > 300);
  for (const { text, canonical } of cases.values) assert.equal(parse(text).text, canonical, text);
});

test("what Python refuses is refused, and half a character at the latest when it is numbered", () => {
  assert.ok(cases.refused.length > 35);
  for (const { text, half } of cases.refused) {
    if (half) assert.ok(broken(parse(text).text), text);
    else assert.throws(() => parse(text), SyntaxError, text);
  }
  assert.ok(!broken("😀 é"));
});

test("what is canonical stays as it is", () => {
  for (const { canonical } of cases.values) assert.equal(parse(canonical).text, canonical);
  for (const x of [NaN, Infinity, -Infinity]) assert.equal(floatText(x), parse(floatText(x)).text);
});

test("every chain gets Python's verdict, at the same line", async () => {
  const kinds = new Set(cases.chains.map(({ kind }) => kind));
  assert.deepEqual(kinds, new Set([null, "cut", "chain", "changed", "foreign", "version"]));
  assert.ok(cases.chains.filter(({ kind }) => kind).length > 40);
  for (const { name, text, kind, line, entries, canonical } of cases.chains) {
    const found = await readChain(text).catch((error) => error);
    if (kind) {
      assert.ok(found instanceof Damage, `${name}: ${found.stack ?? "no damage"}`);
      assert.deepEqual([found.kind, found.line], [kind, line], name);
    } else {
      assert.ok(!(found instanceof Error), `${name}: ${found.stack}`);
      assert.equal(found.entries.length, entries, name);
      assert.equal(found.text, canonical ?? text, name);
    }
  }
});

test("what stands before a damage is given, and verifies", async () => {
  for (const { text, kind, line } of cases.chains) {
    if (!kind || line < 2) continue;
    const { sound } = await readChain(text).catch((error) => error);
    assert.equal((await readChain(sound)).entries.length, line - 2);
  }
});

test("on arrival the same is done as in Python", async () => {
  const [{ texts }, ...rows] = cases.arrivals;
  const read = Object.fromEntries(
    await Promise.all(Object.entries(texts).map(async ([name, text]) => [name, await readChain(text)])),
  );
  assert.deepEqual(new Set(rows.map(({ kind }) => kind)), new Set(["first", "same", "longer", "shorter", "apart", "other"]));
  for (const { here, there, kind, common } of rows) {
    assert.deepEqual(decide(read[here], read[there]), { kind, common }, `${here}, ${there}`);
  }
});

test("a file that is no text is no journal; its line ends and its mark do not matter", async () => {
  assert.throws(() => textOf(new Uint8Array([0x89, 0x50, 0xff])), Damage);
  const good = cases.chains.find(({ name }) => name === "good").text;
  const windows = textOf(bytes(`\ufeff${good.replaceAll("\n", "\r\n")}`));
  assert.equal((await readChain(windows)).text, good);
});

test("without crypto.subtle nothing is said to be sound", async () => {
  const kept = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  Object.defineProperty(globalThis, "crypto", { value: {}, configurable: true });
  try {
    await assert.rejects(readChain(cases.chains[0].text), NoDigest);
  } finally {
    Object.defineProperty(globalThis, "crypto", kept);
  }
});

test("days and names of files", async () => {
  assert.equal(dayOf({ time: "2026-03-02T10:00:00+00:00" }), "2026-03-02");
  for (const time of ["", "2026-13-02T10:00:00", "\u001b[31mnow", "2026-03-02x"]) assert.equal(dayOf({ time }), "");
  const good = await readChain(cases.chains[0].text);
  assert.match(asideName("from", good), /^journal\.from-2026-03-02-[0-9a-f]{8}\.jsonl$/);
  assert.equal(asideName("damaged", null, 2), "journal.damaged-1-2.jsonl");
});
