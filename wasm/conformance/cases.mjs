// The cases that the library is compared on, natively with the browser build.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const module = fileURLToPath(new URL("../..", import.meta.url));

/** What the library answers natively. */
export function native() {
  const folder = mkdtempSync(join(tmpdir(), "iromath-requests-"));
  try {
    execFileSync("go", ["test", "-count=1", "-run", "Golden", "./sampling/...", "./appraisal/..."],
      { cwd: module, env: { ...process.env, IROMATH_REQUESTS: folder }, stdio: ["ignore", "ignore", "inherit"] });
    const { heading, cases } = JSON.parse(execFileSync("go", ["run", "./wasm/conformance", folder],
      { cwd: module, encoding: "utf8", maxBuffer: 1 << 28 }));
    const golden = cases.filter((c) => !["example", "empty", "unknown field", "negative"].includes(c.case)).length;
    assert.ok(golden > 100, `${golden} golden requests`);
    return { heading, cases };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a client answers. It runs in pages too, so it stands by itself. */
export async function answers(iromath, heading, cases) {
  const answer = async (call) => {
    try {
      return { value: await call() };
    } catch (e) {
      const { code, field, message, rows, rowCount } = e;
      return { error: { code, field, message, rows: [...(rows ?? [])], rowCount } };
    }
  };
  const list = [];
  for (const c of cases) {
    const given = { calculate: await answer(() => iromath.calculateJSON(c.name, c.text)) };
    if (c.print) {
      given.print = await answer(() => iromath.print(c.name, JSON.parse(c.text), heading));
      given.document = await answer(async () => JSON.stringify(await iromath.document(c.name, JSON.parse(c.text))));
    }
    list.push(given);
  }
  return list;
}

/** Compares the answers of a client with the native ones, texts to the last byte. */
export function compare(cases, list) {
  assert.equal(list.length, cases.length);
  let texts = 0;
  for (const [i, c] of cases.entries()) {
    for (const call of ["calculate", "print", "document"]) {
      const want = c[call];
      if (!want) {
        continue;
      }
      const got = list[i][call];
      const what = `${call} ${c.name}, ${c.case}`;
      if (want.error) {
        const { code, field = "", message, rows = [], rowCount = 0 } = want.error;
        assert.deepEqual(got.error, { code, field, message, rows, rowCount }, what);
      } else if (call === "document") {
        assert.equal(got.value, JSON.stringify(JSON.parse(want.value)), what);
      } else {
        assert.equal(got.value, want.value ?? "", what);
      }
      texts++;
    }
  }
  return texts;
}

/** A variable appraisal of a hundred claims. */
export const appraisal = {
  universe: 5000,
  examined: Array.from({ length: 100 }, (_, i) => `${(i * 37) % 900 + 100}.25`),
  audited: Array.from({ length: 100 }, (_, i) => `${(i * 37) % 900 + (i % 7 ? 100 : 0)}.25`),
};
