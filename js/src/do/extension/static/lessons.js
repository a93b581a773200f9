/**
 * A small extension of JupyterLite, in the form that JupyterLab loads (a container with `init` and
 * `get`): it says in words that Python is starting, is ready, or could not start.
 */
(() => {
  const says = globalThis.tplSays;
  const PATIENCE = 90_000; // a slow computer on a slow line

  function bar() {
    const line = document.createElement("div");
    line.className = "do-status";
    line.setAttribute("role", "status");
    document.body.append(line);
    return line;
  }

  /** Ask the service worker to keep what this page has loaded, for the next visit. */
  function keep() {
    const names = performance.getEntriesByType("resource").map((entry) => entry.name);
    navigator.serviceWorker?.ready.then((held) => {
      held.active?.postMessage({ tplKeep: [...names, location.href.split(/[?#]/)[0]] });
    });
  }

  function watch(session) {
    const line = bar();
    let done = false;
    const say = (sentence, kind) => {
      line.textContent = sentence;
      line.dataset.kind = kind;
    };
    const failed = () => {
      if (!done) say(says.failed, "failed");
    };
    const look = () => {
      const status = session.session?.kernel?.status;
      if (done || !["idle", "busy"].includes(status) || session.session.kernel.connectionStatus !== "connected") return;
      done = true;
      say(says.running, "running");
      setTimeout(() => line.remove(), 8000);
      // Without a service worker Python has files, but the browser keeps none of them.
      navigator.serviceWorker.getRegistration().then((held) => held || globalThis.tplSay(says.noWorker));
      setTimeout(keep, 1000);
    };
    say(says.starting, "starting");
    session.statusChanged.connect(look);
    session.connectionStatusChanged?.connect(look);
    session.kernelChanged.connect(look);
    addEventListener("unhandledrejection", (event) => {
      if (/Python|Pyodide|wasm|packages/i.test(String(event.reason?.message ?? event.reason))) failed();
    });
    setTimeout(failed, PATIENCE);
    look();
  }

  /** The way back to the pages, which JupyterLab's menus do not have. */
  function wayBack() {
    const place = document.createElement("nav");
    place.className = "do-home";
    place.setAttribute("aria-label", says.back);
    for (const [page, name] of [["index.html", says.home], ["your_work.html", says.work]]) {
      const link = document.createElement("a");
      link.href = new URL(`../../${page}`, location.href).href;
      link.textContent = name;
      place.append(link);
    }
    document.body.append(place);
  }

  /** Lead a link to another lesson to its page; JupyterLab would lead it to the list of files. */
  function follow(event) {
    const link = event.target.closest?.(".jp-RenderedMarkdown a[href], .jp-RenderedHTML a[href]");
    const name = link && /([\w-]+\.ipynb)(#.*)?$/.exec(decodeURIComponent(link.href));
    if (!name) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const page = new URL(`../notebooks/index.html?path=${encodeURIComponent(name[1])}`, location.href);
    globalThis.open(page.href, "_blank", "noopener");
  }

  function activate(app) {
    wayBack();
    document.addEventListener("click", follow, true);
    const specs = app.serviceManager.kernelspecs;
    const rename = () => {
      const python = specs.specs?.kernelspecs.python;
      if (python) python.display_name = "Python"; // in place of its maker's name for it
    };
    specs.specsChanged.connect(rename);
    specs.ready.then(rename);
    rename();
    // Python waits for its file to be written, and JupyterLite does not tell it that it cannot be.
    let told = false;
    addEventListener("unhandledrejection", (event) => {
      if (told || !/quota/i.test(`${event.reason?.name} ${event.reason?.message ?? event.reason}`)) return;
      told = true;
      globalThis.tplSay(says.fullNow);
    });
    app.restored.then(() => {
      const tried = setInterval(() => {
        const session = app.shell.currentWidget?.context?.sessionContext;
        if (!session) return;
        clearInterval(tried);
        watch(session);
      }, 50);
      setTimeout(() => clearInterval(tried), PATIENCE);
    });
  }

  const plugin = { id: "threat-power-loss:lessons", autoStart: true, activate };
  (globalThis._JUPYTERLAB ??= {})["threat-power-loss"] = {
    init: () => {},
    get: async () => () => ({ __esModule: true, default: [plugin] }),
  };
})();
