// Builds the npm package: node npm/build.mjs GENERATED PACKAGE
import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const [generated, out] = process.argv.slice(2).map((path) => resolve(path));
const here = dirname(fileURLToPath(import.meta.url));
const common = {
  absWorkingDir: here,
  alias: Object.fromEntries(["wasm_exec", "parts", "calculations"].map((name) => [`generated/${name}`, join(generated, name + ".mjs")])),
  bundle: true,
  charset: "utf8",
  format: "esm",
  legalComments: "inline",
  logLevel: "warning",
  target: "es2022",
};
const browser = { ...common, platform: "browser", minify: true };
const node = { ...common, platform: "node" };

await build({ ...browser, entryPoints: ["src/index.ts"], outdir: out, splitting: true, chunkNames: "[name]" });
await build({ ...browser, entryPoints: ["src/worker.ts"], outdir: out });
await build({ ...browser, entryPoints: ["src/worker.ts"], outfile: join(out, "worker.iife.js"), format: "iife" });
await build({ ...node, entryPoints: ["src/index.node.ts"], outdir: out, splitting: true, chunkNames: "[name]" });
await build({ ...node, entryPoints: ["src/worker.node.ts"], outdir: out });

const types = join(out, "types");
rmSync(types, { recursive: true, force: true });
execFileSync(process.execPath, [join(here, "../node_modules/typescript/bin/tsc"), "-p", join(here, ".."), "--outDir", types], { stdio: "inherit" });
cpSync(join(here, "contract.d.ts"), join(types, "contract.d.ts"));
for (const file of ["package.json", "README.md"]) {
  cpSync(join(here, file), join(out, file));
}
cpSync(join(here, "../../LICENSE"), join(out, "LICENSE"));
