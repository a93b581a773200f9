/**
 * Starts Python in the browser. The kernel imports this in its worker in place of pyodide's own
 * module (the setting `pyodideUrl`), and gets the same function from it.
 *
 * Pyodide would fetch and unpack every package by itself, in Python. Here all of them are in one
 * archive, compiled beforehand; it is fetched while Python is, and laid in place before it starts.
 */
import { loadPyodide as load, version } from "./pyodide.mjs";

export { version };

const PACKAGES = new URL("./packages.tar.gz", import.meta.url);
const archive = fetched(PACKAGES);
archive.catch(() => {}); // It is reported below, where somebody waits for it.

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The packages for Python are missing (${answer.status}).`);
  const unpacked = answer.body.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** The files of a tar archive (names of up to 255 characters): [name, contents]. */
export function* files(tar) {
  const text = (from, length) => {
    const bytes = tar.subarray(from, from + length);
    const end = bytes.indexOf(0);
    return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
  };
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const size = parseInt(text(at + 124, 12), 8);
    const before = text(at + 345, 155);
    const name = (before ? `${before}/` : "") + text(at, 100);
    const isFile = tar[at + 156] === 48 || tar[at + 156] === 0;
    if (isFile) yield [name, tar.subarray(at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

function lay(tar, FS) {
  const made = new Set();
  for (const [name, contents] of files(tar)) {
    const folder = `/${name.slice(0, name.lastIndexOf("/"))}`;
    if (!made.has(folder)) {
      FS.mkdirTree(folder);
      made.add(folder);
    }
    FS.writeFile(`/${name}`, contents, { canOwn: true });
  }
}

export async function loadPyodide(options) {
  // The names of the packages are for the kernel, which leaves alone what is loaded already.
  return load({ ...options, packages: [], fsInit: async (FS) => lay(await archive, FS) });
}
