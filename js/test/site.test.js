import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { broken, floatText, parse } from "../src/site/canonical.js";
import { asideName, Damage, dayOf, decide, NoDigest, readChain, textOf } from "../src/site/journal.js";
import { badFile, byLesson, copyOf, decisionOn, faultSentence, figures, keptSentence, moment, plan, progress } from "../src/site/your_work.js";
import { bytesOf, recordOf, StorageFault } from "../src/site/storage.js";
import { plainToml } from "../toml.mjs";

const words = plainToml(readFileSync(new URL("../../course/messages/site.toml", import.meta.url), "utf8"));
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
  await assert.rejects(readChain(textOf(bytes(`\ufeff\ufeff${good}`))), Damage); // as Python: one mark
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

// The page -------------------------------------------------------------------------------------

const [{ texts }] = cases.arrivals;
const copies = async (names) =>
  Object.fromEntries(await Promise.all(names.map(async (name) => [name, await copyOf(`${name}.jsonl`, bytes(texts[name]))])));
/** Every entry of every journal among files, by its number. */
async function entriesIn(files) {
  const read = await Promise.all(files.map(({ name, bytes }) => copyOf(name, bytes)));
  return new Set(read.flatMap(({ journal }) => journal?.entries.map(({ sha256 }) => sha256) ?? []));
}

test("whatever arrives and whatever is chosen, no entry and no byte that does not verify is gone", async () => {
  const read = await copies(Object.keys(texts));
  const damaged = await copyOf("journal.jsonl", bytes(`${texts.two}cut`));
  assert.equal(damaged.journal, null);
  let looked = 0;
  for (const here of [...Object.values(read), damaged]) {
    for (const file of Object.values(read).filter(({ journal }) => journal.entries.length)) {
      const decision = decisionOn(here, file);
      if (decision.kind === "same" || decision.kind === "shorter") continue;
      let beside = [];
      let journal = { name: "journal.jsonl", bytes: here.bytes };
      const before = await entriesIn([here, file]);
      for (const choice of ["keep", "keep", "take"]) {
        const { write, aside } = plan(choice, { here, file, decision }, beside);
        for (const written of write) {
          assert.ok(!beside.some(({ name }) => name === written.name), "nothing beside it is overwritten");
          if (written.name === journal.name) journal = written;
          else beside = [...beside, written];
        }
        assert.ok(choice === "take" || (aside && journal.bytes === here.bytes));
      }
      assert.equal(new TextDecoder().decode(journal.bytes), file.journal.text);
      assert.deepEqual(await entriesIn([journal, ...beside]), before);
      if (here === damaged) assert.ok(beside.some(({ name, bytes }) => bytes === damaged.bytes && name.startsWith("journal.damaged-")));
      looked += 1;
    }
  }
  assert.ok(looked > 100);
});

test("a name that is taken is not used again for something else", async () => {
  const { two: here, "two else": file } = await copies(["two", "two else"]);
  const chosen = { here, file, decision: decisionOn(here, file) };
  const [first] = plan("keep", chosen, []).write;
  assert.deepEqual(plan("keep", chosen, [first]).write, []);
  const other = { ...first, bytes: bytes("my notes") };
  assert.match(plan("keep", chosen, [other]).aside, /-2\.jsonl$/);
});

const entry = (key, time = "2026-03-02T10:00:00+00:00") => ({ key, time });

test("entries are counted by lesson, and what belongs to none comes last", () => {
  const entries = [entry("L3.a"), entry("x"), entry("L0.b"), entry("L3.c"), entry("L9.d"), entry("L30.e")];
  assert.deepEqual(byLesson(entries).map(({ lesson, n }) => [lesson, n]), [["0", 1], ["3", 2], [null, 3]]);
  assert.equal(progress(words, entries), "You have worked in 2 of the 9 lessons, last in lesson 3, From power to threat.");
  assert.equal(progress(words, [entry("L1.a")]), "You have worked in 1 of the 9 lessons, last in lesson 1, What would prove this wrong?");
  assert.equal(progress(words, [entry("x")]), "");
});

test("what is kept is said, sound or not", async () => {
  const said = async (text) => keptSentence(words, await copyOf("journal.jsonl", bytes(text)));
  assert.equal(await said(""), words.nothing);
  assert.equal(await said(texts.heading), words.nothing);
  assert.match(await said(texts.one), /has 1 entry, of 2 March 2026/);
  assert.match(await said(texts.two), /has 2 entries: the first of 2 March/);
  assert.match(await said(`${texts.two}x`), /damaged at line 4: it is cut short .* is sound \(2 entries\)/);
  assert.equal(await said("[]"), words.here_foreign);
  assert.match(keptSentence(words, { unread: true }), /https/);
});

test("every damage and every fault has a sentence of its own, with nothing left open", async () => {
  const told = [];
  for (const { name, text, kind } of cases.chains) {
    if (!kind) continue;
    const { damage } = await copyOf("x", bytes(text));
    if (damage) told.push(badFile(words, name, damage));
  }
  for (const kind of ["none", "forbidden", "full", "busy", "changed", "failed"]) told.push(faultSentence(words, new StorageFault(kind)));
  told.push(faultSentence(words, new TypeError("no reader.")));
  const read = await copies(["two", "two else", "b"]);
  for (const there of ["two", "b"]) {
    const decision = decisionOn(read["two else"], read[there]);
    const filled = figures(words, read["two else"], read[there], decision);
    told.push(words[`would_${decision.kind}`].replace(/\{(\w+)\}/g, (_, name) => filled[name]));
  }
  assert.ok(new Set(told).size > 25);
  for (const sentence of told) assert.doesNotMatch(sentence, /undefined|\{|\.\)|\.\./, sentence);
  assert.equal(moment(words, "soon"), words.no_time);
});

test("a record is what JupyterLite keeps, and comes back whole", () => {
  const all = Uint8Array.from({ length: 70_000 }, (_, n) => n % 256);
  const record = recordOf("my_work/journal.jsonl", all, { created: "then", mimetype: "m", extra: 1 }, "now");
  assert.deepEqual(bytesOf(record), all);
  const { content, ...rest } = record;
  assert.deepEqual(rest, {
    created: "then", mimetype: "m", extra: 1, name: "journal.jsonl", path: "my_work/journal.jsonl",
    last_modified: "now", format: "base64", size: 70_000, writable: true, type: "file",
  });
  assert.deepEqual(bytesOf({ format: "text", content: "é" }), bytes("é"));
  assert.deepEqual(bytesOf({ format: "json", content: { a: 1 } }), bytes('{"a":1}'));
  assert.deepEqual(bytesOf({ format: "base64", content: "" }), new Uint8Array());
  assert.deepEqual(bytesOf({ format: "json", content: null }), new Uint8Array());
});

test("of a catalogue only what Python reads in the same way is read", () => {
  assert.deepEqual(plainToml('# a\n\nx = "y \\"z\\" é"\n'), { x: 'y "z" é' });
  for (const bad of ["x = 1", "x = 'y'", "[x]", 'x = "y" # z', 'x = "\\u00e9"', 'x = "a"\nx = "b"', "x"]) {
    assert.throws(() => plainToml(bad), bad);
  }
});
