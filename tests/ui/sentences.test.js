// The sentences: every one that the face asks for is there with its values, and the three languages agree. That none is left over is a rule of the house (tests/tidy).
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { FluentResource } from "../../ui/vendor/fluent-bundle/index.js";

const root = new URL("../../", import.meta.url).pathname;
const languages = ["en", "ja", "fr"];

/** Every file below a folder whose name ends so. */
function filesBelow(folder, ending) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => name.endsWith(ending) && !/(^|\/)(vendor|target|node_modules)\//.test(name));
}
const text = (file) => readFileSync(join(root, file), "utf8");

/** The names of the values a sentence takes, and each variant of each choice. */
function inside(node, values = new Set()) {
  if (Array.isArray(node)) for (const each of node) inside(each, values);
  else if (node && typeof node === "object") {
    if (node.type === "var") values.add(node.name);
    for (const each of Object.values(node)) inside(each, values);
  }
  return values;
}

/** @param {string} language @returns {Map<string, { values: string[] }>} */
function catalogue(language) {
  const all = new Map();
  for (const file of filesBelow(`ui/locales/${language}`, ".ftl")) {
    const raw = text(file);
    const named = raw.split("\n").filter((line) => /^[a-z]/.test(line)).map((line) => line.split(/\s*=/)[0]);
    const { body } = new FluentResource(raw);
    assert.deepEqual(body.map((message) => message.id), named, `${file}: a sentence that cannot be read`);
    for (const { id, value } of body) {
      assert.ok(!all.has(id), `${language}: ${id} stands twice`);
      assert.ok(value !== null && value !== "", `${language}: ${id} is empty`);
      all.set(id, { values: [...inside(value)].sort() });
    }
  }
  return all;
}
const catalogues = Object.fromEntries(languages.map((language) => [language, catalogue(language)]));
const scripts = filesBelow("ui", ".js").map((file) => ({ file, code: text(file) }));

test("the three languages have the same sentences, in the same order, with the same values", () => {
  for (const language of ["ja", "fr"]) {
    assert.deepEqual([...catalogues[language].keys()], [...catalogues.en.keys()], language);
    for (const [id, { values }] of catalogues.en) {
      const theirs = catalogues[language].get(id).values;
      assert.deepEqual(theirs, values, `${language}: ${id}`);
    }
  }
});

test("every sentence the face asks for is there", () => {
  let asked = 0;
  for (const { file, code } of scripts) {
    for (const [, id] of code.matchAll(/\bt\(\s*"([^"]+)"/g)) {
      asked += 1;
      assert.ok(catalogues.en.has(id), `${file}: ${id}`);
    }
    // Only the sentences of trouble are put together; their kinds are checked below.
    for (const [, made] of code.matchAll(/\bt\(\s*`([^`]+)`/g)) assert.ok(made.startsWith("trouble-"), `${file}: ${made}`);
  }
  assert.ok(asked > 200, "the search for sentences finds them");
});

test("every kind of trouble on the wire has its sentence", () => {
  const [, kinds] = /type TroubleKind\s*=([^;]+);/.exec(text("ui/wire.d.ts")) ?? [];
  const named = [...(kinds ?? "").matchAll(/"([a-z_]+)"/g)].map(([, kind]) => kind);
  assert.ok(named.length > 20);
  for (const kind of named) assert.ok(catalogues.en.has(`trouble-${kind.replaceAll("_", "-")}`), kind);
});

test("a sentence is given exactly the values it takes", () => {
  for (const { file, code } of scripts) {
    for (const [, id, given = ""] of code.matchAll(/\bt\(\s*"([^"]+)"(?:,\s*\{([^{}]*)\})?\s*\)/g)) {
      // What stands in brackets is a value, and may hold commas of its own.
      const names = given.replace(/\((?:[^()]|\([^()]*\))*\)/g, "").split(",").map((part) => part.split(":")[0].trim()).filter((name) => name !== "").sort();
      assert.deepEqual(names, catalogues.en.get(id)?.values, `${file}: ${id}`);
    }
  }
});
