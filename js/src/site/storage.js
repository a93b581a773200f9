/**
 * Where the lessons that are done in this browser keep their files: an IndexedDB database of
 * JupyterLite, with one record for each file. A record is what a Jupyter server tells of a file
 * (name, path, format, content ...); what a kernel writes is in base64.
 *
 * Nothing here changes a file without looking, in the same transaction, whether it still is what the
 * learner was shown. All that one step changes is changed together, or not at all.
 */

export const DATABASE = "Threat, Power, Loss"; // course/site/browser.py gives it this name
export const FOLDER = "my_work";
export const JOURNAL = `${FOLDER}/journal.jsonl`;
const LOCK = `${JOURNAL}.lock`;
const BESIDE = /^my_work\/journal\..+\.jsonl$/;
const HALF = /^my_work\/\.journal\./; // what a kernel that ended while writing left behind
const FILES = "files";
const CHECKPOINTS = "checkpoints";
const PATIENCE = 5000; // ms; a lock that is older belongs to a kernel that is gone
const AGAIN = 250; // ms

/** Why storage cannot be used: none (an old browser), forbidden, full, busy, changed or failed. */
export class StorageFault extends Error {
  constructor(kind, cause) {
    super(kind, { cause });
    this.kind = kind;
  }
}

function fault(error) {
  if (error instanceof StorageFault) return error;
  const name = error?.name ?? "";
  if (name === "QuotaExceededError") return new StorageFault("full", error);
  if (["SecurityError", "InvalidStateError", "NotAllowedError"].includes(name)) return new StorageFault("forbidden", error);
  return new StorageFault("failed", error);
}

/** A request of IndexedDB as a promise. */
const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Open the database; with `make`, also where there is none yet. Null: there is none. */
async function open(factory, name, make) {
  if (!factory) throw new StorageFault("none");
  let isNew = false;
  const attempt = (version) =>
    new Promise((resolve, reject) => {
      const request = factory.open(name, version);
      request.onupgradeneeded = ({ oldVersion }) => {
        if (oldVersion === 0 && !make) {
          isNew = true;
          request.transaction.abort();
        } else if (!request.result.objectStoreNames.contains(FILES)) request.result.createObjectStore(FILES);
      };
      let late = false;
      request.onblocked = () => {
        late = true;
        reject(new StorageFault("busy"));
      };
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        if (late) return request.result.close();
        // A lesson that opens in another tab may need it for itself.
        request.result.onversionchange = () => request.result.close();
        return resolve(request.result);
      };
    });
  try {
    const found = await attempt();
    if (found.objectStoreNames.contains(FILES)) return found;
    const next = found.version + 1;
    found.close();
    return make ? await attempt(next) : null;
  } catch (error) {
    if (isNew) return null;
    throw error;
  }
}

/** The bytes of a record, whatever form they are kept in. */
export function bytesOf(record) {
  const { format, content } = record;
  if (content === null || content === undefined) return new Uint8Array();
  if (format === "base64") return Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  return new TextEncoder().encode(format === "json" && typeof content !== "string" ? JSON.stringify(content) : content);
}

/** The record of a file with these bytes, as a kernel writes it. */
export function recordOf(path, bytes, before, now = new Date().toISOString()) {
  const content = [];
  for (let at = 0; at < bytes.length; at += 0x2000) content.push(String.fromCharCode(...bytes.subarray(at, at + 0x2000)));
  return {
    created: now, mimetype: "application/octet-stream", ...before,
    name: path.split("/").pop(), path, last_modified: now, format: "base64", content: btoa(content.join("")),
    size: bytes.length, writable: true, type: "file",
  };
}

const folderRecord = (now) => ({
  name: FOLDER, path: FOLDER, last_modified: now, created: now, format: "json", mimetype: "application/json", content: [],
  size: 0, writable: true, type: "directory",
});

const same = (one, other) => one.length === other.length && one.every((byte, n) => byte === other[n]);

/**
 * @typedef {object} Kept
 * @property {Uint8Array} journal    empty if there is none
 * @property {{name: string, bytes: Uint8Array}[]} beside   journals under other names
 * @property {string[]} notebooks    paths of the lessons that were changed here
 * @property {string[]} others       paths of what else lessons have written here
 */

/** @param {IDBFactory|undefined} factory  @param {string} name  of the database */
export function shelf(factory, name) {
  /** Run `work` in one transaction over the files; all of it happens, or nothing. */
  async function within(mode, make, work) {
    let database;
    try {
      database = await open(factory, name, make);
      if (!database) return null;
      const stores = [FILES, CHECKPOINTS].filter((store) => database.objectStoreNames.contains(store));
      const transaction = database.transaction(stores, mode);
      const ended = new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new StorageFault("failed"));
      });
      ended.catch(() => {}); // what `work` throws says more
      try {
        const result = await work(transaction.objectStore(FILES), stores.includes(CHECKPOINTS) ? transaction.objectStore(CHECKPOINTS) : null);
        await ended;
        return result;
      } catch (error) {
        try {
          transaction.abort();
        } catch {
          // it has ended already
        }
        throw error;
      }
    } catch (error) {
      throw fault(error);
    } finally {
      database?.close();
    }
  }

  async function all(files) {
    const [keys, records] = await Promise.all([done(files.getAllKeys()), done(files.getAll())]);
    const found = new Map(keys.map((key, n) => [key, records[n]]));
    const journal = found.get(JOURNAL);
    const paths = [...found.keys()].map(String).filter((path) => found.get(path).type !== "directory").sort();
    const own = (path) => path === JOURNAL || path === LOCK || BESIDE.test(path) || HALF.test(path);
    const beside = paths.filter((path) => BESIDE.test(path));
    return {
      journal: journal ? bytesOf(journal) : new Uint8Array(),
      beside: beside.map((path) => ({ name: path.slice(FOLDER.length + 1), bytes: bytesOf(found.get(path)) })),
      notebooks: paths.filter((path) => path.endsWith(".ipynb")),
      others: paths.filter((path) => path.startsWith(`${FOLDER}/`) && !path.endsWith(".ipynb") && !own(path)),
      halves: paths.filter((path) => HALF.test(path)),
      lock: found.get(LOCK),
      found,
    };
  }

  /** @returns {Promise<Kept>} */
  async function read() {
    const kept = await within("readonly", false, all);
    return kept ?? { journal: new Uint8Array(), beside: [], notebooks: [], others: [] };
  }

  /**
   * Write files, if the journal still is `seen`. While a lesson is just saving, wait for it.
   * @param {Uint8Array} seen
   * @param {(kept: Kept) => {write?: {name: string, bytes: Uint8Array}[], remove?: string[]}} plan
   */
  async function change(seen, plan, patience = PATIENCE) {
    const deadline = Date.now() + patience;
    for (;;) {
      const saving = await within("readwrite", true, async (files, checkpoints) => {
        const kept = await all(files);
        const age = kept.lock ? Date.now() - Date.parse(kept.lock.last_modified) : Infinity;
        if (age < PATIENCE && Date.now() < deadline) return true;
        if (!same(kept.journal, seen)) throw new StorageFault("changed");
        const now = new Date().toISOString();
        const { write = [], remove = [] } = plan(kept);
        if (write.length && !kept.found.has(FOLDER)) files.put(folderRecord(now), FOLDER);
        for (const { name: file, bytes } of write) {
          const path = `${FOLDER}/${file}`;
          files.put(recordOf(path, bytes, kept.found.get(path), now), path);
        }
        for (const path of remove) {
          files.delete(path);
          checkpoints?.delete(path);
        }
        return false;
      });
      if (!saving) return;
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }

  return { read, change };
}
