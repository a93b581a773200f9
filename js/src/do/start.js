/*
 * Runs first in JupyterLite's page. Says in one sentence what would otherwise be a blank page, and
 * begins to fetch Python while the page is being made. Written so that old browsers read it too.
 */
(function () {
  var says = globalThis.tplSays;
  var root = document.currentScript.src.replace(/[^/]*$/, "");

  function say(sentence, stays) {
    function show() {
      var note = document.createElement("div");
      note.className = stays ? "do-note do-note-whole" : "do-note";
      note.setAttribute("role", "alert");
      var text = document.createElement("p");
      text.textContent = sentence;
      note.appendChild(text);
      if (stays) {
        var link = document.createElement("a");
        link.href = root + "../index.html";
        link.textContent = says.back;
        note.appendChild(link);
      } else {
        var button = document.createElement("button");
        button.type = "button";
        button.textContent = "OK";
        button.onclick = function () { note.remove(); };
        note.appendChild(button);
      }
      document.body.appendChild(note);
    }
    if (document.body) show();
    else document.addEventListener("DOMContentLoaded", show);
  }
  globalThis.tplSay = say;

  if (location.protocol === "file:") return say(says.file, true);
  if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function" || typeof structuredClone !== "function") {
    return say(says.old, true);
  }
  if (!globalThis.isSecureContext) return say(says.insecure, true);
  if (!("serviceWorker" in navigator)) return say(says.noWorker, true);

  try {
    var asked = indexedDB.open("threat-power-loss-probe");
    asked.onerror = function () { say(says.noStorage); };
    asked.onsuccess = function () {
      asked.result.close();
      indexedDB.deleteDatabase("threat-power-loss-probe");
    };
  } catch (error) {
    say(says.noStorage);
  }
  if (navigator.storage && navigator.storage.estimate) {
    navigator.storage.estimate().then(function (held) {
      if (held.quota && held.quota - held.usage < 5e6) say(says.full);
    }, function () {});
  }
  // The first time, everything comes over the network: begin with the largest files at once.
  if (!navigator.serviceWorker.controller) {
    ["pyodide.asm.wasm", "packages.tar.gz", "python_stdlib.zip", "pyodide.asm.mjs"].forEach(function (name) {
      fetch(root + "static/pyodide/" + name, { priority: "low" }).catch(function () {});
    });
  }
})();
