/**
 * Compile Python files with the very Python that will run them in the browser.
 *
 *   node compile.mjs [--keep] FOLDER=PLACE ...
 *
 * PLACE is where the folder will be in the browser, for the reports of errors. Beside each file NAME.py its compiled form is written, as NAME.pyc, and the source goes; with
 * --keep before a folder, that folder keeps its sources, and the compiled form goes where Python
 * looks for it then.
 */
import { loadPyodide } from "pyodide";

const COMPILE = `
import pathlib, py_compile

def compiled(root, keep):
    unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
    for source in sorted(pathlib.Path(root).rglob("*.py")):
        inside = source.relative_to(root)
        name = f"__pycache__/{source.stem}.cpython-314.pyc" if keep else f"{source.stem}.pyc"
        target = source.parent / name
        target.parent.mkdir(exist_ok=True)
        where = f"{root}/{inside}".removeprefix("/work")
        py_compile.compile(str(source), str(target), where, True, invalidation_mode=unchecked)
        if not keep:
            source.unlink()

compiled
`;

const python = await loadPyodide({ stderr: () => {} }); // it would warn of others' old spellings
const compiled = python.runPython(COMPILE);
let keep = false;
for (const argument of process.argv.slice(2)) {
  if (argument === "--keep") {
    keep = true;
    continue;
  }
  const [folder, inside] = argument.split("=");
  const place = `/work${inside}`;
  python.FS.mkdirTree(place);
  python.mountNodeFS(place, folder);
  compiled(place, keep);
  python.FS.unmount(place);
  keep = false;
}
