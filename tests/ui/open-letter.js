// Makes assets/open-letter/age.js: the age project's TypeScript library and what it stands on, in one file, each
// licence at its head so that it travels with every page. `npm run open-letter` writes it anew.
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const folder = new URL("./", import.meta.url);
export const vendored = new URL("../../assets/open-letter/age.js", import.meta.url);

/** The packages that are inside: age's own, and each it imports. */
const inside = ["age-encryption", "@noble/ciphers", "@noble/curves", "@noble/hashes", "@noble/post-quantum", "@scure/base"];

const read = (name) => readFileSync(new URL(`node_modules/${name}`, folder), "utf8");

function heading() {
  const told = inside.map((name) => {
    const { version, license } = JSON.parse(read(`${name}/package.json`));
    return `${name} ${version} (${license})\n\n${read(`${name}/LICENSE`).trim()}`;
  });
  const { version } = JSON.parse(read("esbuild/package.json"));
  return `/*\nBundled with esbuild ${version} by tests/ui/open-letter.js. Not written here:\n\n${told.join("\n\n----\n\n")}\n*/`.replaceAll(/[ \t]+$/gm, "");
}

/** The bundle, as the installed packages give it. */
export async function bundled() {
  const { outputFiles } = await build({
    stdin: { contents: 'export { Decrypter } from "age-encryption";', resolveDir: folder.pathname },
    bundle: true,
    format: "iife",
    globalName: "age",
    target: "es2020",
    minify: true,
    charset: "ascii",
    legalComments: "none",
    banner: { js: heading() },
    write: false,
  });
  const text = outputFiles[0].text;
  // It stands inside a script element.
  if (/<\/script|<!--/i.test(text)) throw new Error("the bundle cannot stand in a page as it is");
  return text;
}

if (process.argv[1] === new URL(import.meta.url).pathname) writeFileSync(vendored, await bundled());
