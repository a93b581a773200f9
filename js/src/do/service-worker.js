/**
 * JupyterLite's service worker (it carries the files between Python and the browser's storage), and
 * before it a cache: what one visit has loaded, the next need not ask for.
 *
 * A cache belongs to one build of the site, whose name is written here. Each time a page opens, the
 * site is asked for the name of its build; is it another, then nothing is taken from the cache, and
 * the browser gets the new worker with a cache of its own. Without an answer (no network) the cache
 * serves alone.
 */
(() => {
  const BUILD = "__BUILD__";
  const OURS = "threat-power-loss ";
  const CACHE = OURS + BUILD;
  const SCOPE = new URL("./", self.location.href).href;
  const PYTHON = ["python.mjs", "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"];
  const MORE = ["pyodide-lock.json", "python_stdlib.zip", "packages.tar.gz"];

  let opened; // a promise: the cache of this build
  let current; // a promise: is this build the one that the site now has?

  async function isCurrent() {
    try {
      const answer = await fetch(`${SCOPE}build.txt`, { cache: "no-store" });
      if (!answer.ok || (await answer.text()).trim() === BUILD) return true;
      self.registration.update().catch(() => {});
      return false;
    } catch {
      return true;
    }
  }

  /** What a request is kept under; null if it is none of ours to keep. */
  function keyOf(request) {
    const address = new URL(request.url);
    if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return null;
    const path = address.href.slice(SCOPE.length);
    if (/^api\/(drive|stdin)|^build\.txt$|^service-worker\.js|^jupyterlite-service-worker/.test(path)) return null;
    // A page is the same whichever notebook it is asked for.
    if (request.mode === "navigate") {
      // A folder without its last slash is led on by the server, and a browser takes no such answer
      // from here.
      if (!/(\/|\.html)$/.test(address.pathname)) return null;
      address.search = "";
    }
    address.hash = "";
    return address.href;
  }

  async function answer(request, key) {
    if (!(await (current ??= isCurrent()))) return fetch(request);
    const cache = await (opened ??= caches.open(CACHE));
    const held = await cache.match(key);
    if (held) return held;
    const fresh = await fetch(key, { cache: "no-cache", credentials: "same-origin" });
    if (fresh.ok && !fresh.redirected) cache.put(key, fresh.clone()).catch(() => {}); // full: do without
    return fresh;
  }

  self.addEventListener("fetch", (event) => {
    if (event.request.mode === "navigate") current = isCurrent();
    const key = keyOf(event.request);
    if (!key) return; // JupyterLite's part, below
    event.stopImmediatePropagation();
    event.respondWith(answer(event.request, key));
  });

  // A page that has started names what it loaded before this worker was there.
  self.addEventListener("message", (event) => {
    const names = event.data?.tplKeep;
    if (!Array.isArray(names)) return;
    const python = [...PYTHON, ...MORE].map((name) => `${SCOPE}static/pyodide/${name}`);
    event.waitUntil(keep([...new Set([...names, ...python])]));
  });

  async function keep(names) {
    if (!(await (current ??= isCurrent()))) return;
    const cache = await caches.open(CACHE);
    for (const name of names) {
      const key = keyOf({ url: name, method: "GET" });
      try {
        if (key && !(await cache.match(key))) await cache.add(new Request(key, { cache: "no-cache" }));
      } catch {
        return; // no network, or no room: the next visit asks again
      }
    }
  }

  self.addEventListener("activate", (event) => {
    const old = async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name);
      }
    };
    event.waitUntil(old());
  });
})();

importScripts("./jupyterlite-service-worker.js");
