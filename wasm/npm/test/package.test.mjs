// What is published.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dist } from "./common.mjs";

const npm = join(dist, "npm");
const manifest = JSON.parse(readFileSync(join(npm, "package.json"), "utf8"));

test("the files of the package", () => {
  const [{ files }] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", npm], { cwd: dist, encoding: "utf8" }));
  const names = files.map((f) => f.path).filter((name) => !name.startsWith("types/src/")).sort();
  assert.deepEqual(names, [
    "LICENSE", "LICENSES.txt", "README.md", "calculations.js", "index.js", "index.node.js", "package.json", "types/contract.d.ts",
    "wasm/SHA256SUMS", "wasm/appraisal.wasm", "wasm/compliance.wasm", "wasm/extrapolate.wasm", "wasm/review.wasm", "wasm/samplesize.wasm",
    "wasm/sampling.wasm", "wasm/verify.wasm",
    "worker.iife.js", "worker.js", "worker.node.js",
  ].sort());
});

test("types come first, and everything that is exported exists", () => {
  const of = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry).flatMap(of));
  assert.equal(Object.keys(manifest.exports["."])[0], "types");
  for (const file of of(manifest.exports).filter((f) => !f.includes("*"))) {
    assert.ok(readFileSync(join(npm, file)).length > 0, file);
  }
  assert.deepEqual(manifest.dependencies, undefined);
});

test("the files for browsers import nothing of Node", () => {
  for (const file of ["index.js", "worker.js", "worker.iife.js", "calculations.js"]) {
    assert.doesNotMatch(readFileSync(join(npm, file), "utf8"), /["']node:|require\(/, file);
  }
});

test("SHA256SUMS", () => {
  const sums = readFileSync(join(dist, "SHA256SUMS"), "utf8").trim().split("\n").map((line) => line.split("  "));
  assert.ok(sums.some(([, file]) => file === "wasm/review.wasm.br"));
  for (const [sum, file] of sums) {
    assert.equal(createHash("sha256").update(readFileSync(join(dist, file))).digest("hex"), sum, file);
  }
  const published = readFileSync(join(npm, "wasm/SHA256SUMS"), "utf8");
  const parts = sums.filter(([, file]) => file.startsWith("npm/wasm/") && file.endsWith(".wasm"));
  assert.equal(published, parts.map(([sum, file]) => `${sum}  ${file.slice("npm/wasm/".length)}\n`).join(""));
  assert.equal(readFileSync(join(dist, "page/wasm/SHA256SUMS"), "utf8"), published);
});

test("a program ends by itself, with a worker that waits", () => {
  const program = `import { initialize } from ${JSON.stringify(join(npm, "index.node.js"))};
    const i = await initialize({ worker: true });
    console.log((await i.calculate("agreement", { protocol: "single" })).protocol);`;
  assert.equal(execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8", timeout: 60_000 }), "single\n");
});

test("the global scope stays as it is", () => {
  const program = `const before = new Set(Object.getOwnPropertyNames(globalThis));
    const { initialize } = await import(${JSON.stringify(join(npm, "index.node.js"))});
    await (await initialize()).calculate("agreement", { protocol: "single" });
    console.log(Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name)).join());`;
  assert.equal(execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" }), "\n");
});
