// Small things that no style sheet can do.
(() => {
  // On paper everything is open; afterwards it is as the reader left it.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("article details:not(.code):not([open])")];
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
  });
  // A drawer shuts with Escape, and once one has gone where it leads.
  const shut = () => {
    for (const id of ["__navigation", "__toc"]) {
      const toggle = document.getElementById(id);
      if (toggle?.checked) toggle.checked = false;
    }
  };
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") shut();
  });
  addEventListener("hashchange", shut);
})();
