import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

export * as iromath from "../../dist/npm/index.node.js";

/** The folder wasm/. */
export const root = fileURLToPath(new URL("../..", import.meta.url));
export const dist = join(root, "dist");
export const wasm = (part) => join(dist, "wasm", part + ".wasm");

/** Every way to come to the library, with and without a worker. */
export const modes = () => {
  const worker = () => new Worker(join(dist, "npm", "worker.node.js"));
  const from = {
    "the package": {},
    "a folder": { wasmURL: join(dist, "wasm") },
    "a folder as a URL": { wasmURL: new URL("../../dist/wasm", import.meta.url) },
    "one file": { wasmURL: wasm("whole") },
    "one file as a URL": { wasmURL: new URL("../../dist/wasm/whole.wasm", import.meta.url).href },
    "a module": { wasmModule: new WebAssembly.Module(readFileSync(wasm("whole"))) },
    "bytes": { bytes: readFileSync(wasm("whole")) },
    "a function": { bytes: async (part) => readFileSync(wasm(part)) },
  };
  return [
    ...Object.entries(from),
    ...Object.entries(from).map(([name, options]) => [name + ", in a worker", { ...options, worker: true }]),
    ["a function to a worker", { worker }],
    ["a worker", { get worker() { return worker(); } }],
  ];
};

/** Builds the part that breaks. */
export function faulty() {
  const dir = mkdtempSync(join(tmpdir(), "iromath-"));
  try {
    const file = join(dir, "faulty.wasm");
    execFileSync("go", ["build", "-o", file, "./bridge/internal/faulty"],
      { cwd: root, env: { ...process.env, GOOS: "js", GOARCH: "wasm" }, stdio: "inherit" });
    return readFileSync(file);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

export const claim = { number: 1, id: "A-1", paid: "100.00", correct: "90.00", documentation: "complete" };

/** A claims file of so many rows. */
export const claimsFile = (rows) =>
  "claim_id,paid\n" + Array.from({ length: rows }, (_, i) => `A-${i + 1},${(i % 900) + 100}.50\n`).join("");
