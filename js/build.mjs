/**
 * Build the one bundle that lessons and pages share.
 *
 *   node build.mjs            writes course/static
 *   node build.mjs FOLDER     writes the same files into FOLDER (tests compare them)
 *   node build.mjs --check    fails when course/static is not what the sources give
 */
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { plainToml } from "./toml.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const home = join(here, "..", "course", "static");
const settings = {
  absWorkingDir: here,
  bundle: true,
  charset: "utf8",
  legalComments: "none", // gathered, whole, in widgets.licences.txt
  logLevel: "warning",
  metafile: true,
  minify: true,
  write: false,
};

/** What a page says, from the same files that Python reads. */
const texts = {
  name: "texts",
  setup({ onLoad }) {
    onLoad({ filter: /\.toml$/ }, async ({ path }) => ({
      contents: JSON.stringify(plainToml(await readFile(path, "utf8"), path)),
      loader: "json",
    }));
  },
};

/** How the site's own pages look: what all figures share, and what is theirs; as text. */
const looks = {
  name: "looks",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^site-style$/ }, ({ path }) => ({ path, namespace: "looks" }));
    onLoad({ filter: /.*/, namespace: "looks" }, async () => {
      const contents = '@import "./style.css";\n@import "./site/your_work.css";';
      const made = await build({
        ...settings,
        stdin: { contents, loader: "css", resolveDir: join(here, "src") },
      });
      return { contents: made.outputFiles[0].text, loader: "text" };
    });
  },
};

/** The texts to write, by file name. */
async function fresh() {
  const banner = "/* Built from js/src by js/build.mjs; licences: widgets.licences.txt */";
  const script = await build({
    ...settings,
    banner: { js: banner },
    entryPoints: ["src/index.js"],
    format: "esm",
    plugins: [texts],
    target: "es2021",
  });
  const figures = await build({
    ...settings,
    banner: { js: banner },
    entryPoints: ["src/site/figures.js"],
    format: "iife",
    plugins: [texts],
    target: "es2021",
  });
  const loader = await build({
    ...settings,
    banner: { js: banner },
    entryPoints: ["src/loader.js"],
    format: "esm",
    target: "es2021",
  });
  const site = await build({
    ...settings,
    banner: { js: banner },
    entryPoints: ["src/site/index.js"],
    format: "iife",
    plugins: [texts, looks],
    target: "es2021",
  });
  const sheets = (await readdir(join(here, "src"))).filter((n) => n.endsWith(".css")).sort();
  const style = await build({
    ...settings,
    banner: { css: banner },
    stdin: {
      contents: sheets.map((name) => `@import "./${name}";`).join("\n"),
      loader: "css",
      resolveDir: join(here, "src"),
    },
  });
  return {
    "figures.js": figures.outputFiles[0].text,
    "loader.js": loader.outputFiles[0].text,
    "site.js": site.outputFiles[0].text,
    "widgets.js": script.outputFiles[0].text,
    "widgets.css": style.outputFiles[0].text,
    "widgets.licences.txt": await licences(script.metafile),
  };
}

/** The licence of every package that has a file in the bundle. */
async function licences(metafile) {
  const names = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const match = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) names.add(match[1]);
  }
  const parts = ["widgets.js contains code from these packages.\n"];
  for (const name of [...names].sort()) {
    const folder = join(here, "node_modules", name);
    const { version, homepage } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const text = await readFile(join(folder, "LICENSE"), "utf8");
    parts.push(`== ${name} ${version} (${homepage})\n\n${text.replaceAll("\r\n", "\n").trim()}\n`);
  }
  return parts.join("\n");
}

const option = process.argv[2];
const files = await fresh();
if (option === "--check") {
  const stale = [];
  for (const [name, text] of Object.entries(files)) {
    const kept = await readFile(join(home, name), "utf8").catch(() => null);
    if (kept !== text) stale.push(name);
  }
  if (stale.length) {
    console.error(`course/static is not what js/src gives: ${stale.join(", ")}; run: npm run build`);
    process.exitCode = 1;
  }
} else {
  const target = option ?? home;
  await mkdir(target, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(target, name), text);
    console.log(`${relative(process.cwd(), join(target, name)).split(sep).join("/")}: ${text.length} characters`);
  }
}
