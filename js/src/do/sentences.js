/* What the page says by itself, to the reader. */
globalThis.tplSays = {
  file:
    "Python cannot start from a file: serve this folder with a web server (for example " +
    "“python -m http.server” in the site's folder, then open http://localhost:8000), or read the lessons in the pages beside it.",
  old:
    "This browser is too old to run Python; use a current Firefox, Chrome, Edge or Safari, or read the lessons as pages.",
  insecure:
    "Your answers cannot be kept on this address, for it begins with http; open the site by https, or on your own computer by localhost.",
  noWorker:
    "This window keeps no files (a private window, or the browser forbids it): nothing would be saved; open the lesson in an ordinary window.",
  noStorage:
    "This browser keeps no files for this site (a private window, or storage is switched off): use an ordinary window, or your answers are lost when you close it.",
  full:
    "This browser's storage is full, so your answers may not be saved; free some space on this device, then reload the page.",
  fullNow:
    "This browser's storage is full: the last answer was not kept, and Python waits for it. Free some space on this device, then reload the page; what was kept before is still there.",
  starting:
    "Python is starting in your browser; that takes 5 to 20 seconds, longer the first time. You can read on.",
  running: "Python is ready. Click the first grey box and press Shift+Enter, or choose Run, Run All Cells.",
  home: "The course",
  work: "Your work",
  failed:
    "Python could not start; reload the page, and if that does not help, check that you are online. What you saved is still there.",
  back: "Back to the pages",
};
