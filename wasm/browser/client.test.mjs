// The client in Chromium, behind the strict policy of wasm/serve.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { answers, appraisal, compare, native } from "../conformance/cases.mjs";
import { dist, newPage, open, serve } from "./common.mjs";

let browser;
let server;
before(async () => {
  [browser, server] = [await open(), await serve(dist)];
});
after(async () => {
  server.close();
  await browser.close();
});

/** Opens a new page of the server; nothing may go wrong in it by the end of the test. */
async function blank(t, path = "npm/LICENSES.txt") {
  const { page, problems } = await newPage(browser, server.address);
  t.after(async () => {
    await page.close();
    assert.deepEqual(problems, []);
  });
  await page.goto(server.address + path);
  return page;
}

test("the library answers as it does natively", async (t) => {
  const { heading, cases } = native();
  const asked = cases.map(({ name, text, print }) => ({ name, text, print: !!print }));
  const page = await blank(t);
  for (const worker of [false, true]) {
    // As text, for the policy of the page forbids eval.
    const list = await page.evaluate(`(async () => {
      const { initialize } = await import("/npm/index.js");
      const i = await initialize({ worker: ${worker} });
      const list = await (${answers})(i, ${JSON.stringify(heading)}, ${JSON.stringify(asked)});
      i.close();
      return list;
    })()`);
    t.diagnostic(`${cases.length} requests, ${compare(cases, list)} answers, ${worker ? "in workers" : "without a worker"}`);
  }
});

test("files, frames, progress and aborts in a worker", async (t) => {
  const page = await blank(t);
  const result = await page.evaluate(async () => {
    const { initialize, IromathError } = await import("/npm/index.js");
    const i = await initialize({ worker: true, wasmURL: "/wasm/" });
    const row = (n) => `A-${n},${(n % 900) + 100}.50\n`;
    const file = new Blob(["claim_id,paid\n", ...Array.from({ length: 100_000 }, (_, n) => row(n + 1))]);
    const rows = [];
    const frame = await i.openFrame(file.stream().pipeThrough(new CompressionStream("gzip")), {}, { progress: (n) => rows.push(n) });
    const request = { agreement: { protocol: "quarterly", sampleSize: 3 }, seeds: { first: "1" } };
    const drawn = (await i.calculate("review", request, { frame })).worklist.length;

    const failure = (promise) => promise.then(() => "none", (e) => (e instanceof IromathError ? e.code : e.name));
    const abort = new AbortController();
    // A search through every start of the generator takes a while.
    const long = failure(i.calculate("sampling.seed_search", { numbers: [1, 2], low: 1, high: 900 }, { signal: abort.signal }));
    abort.abort();
    const about = new AbortController();
    const asked = failure(i.calculate("review", request, { frame, signal: about.signal }));
    about.abort();
    return {
      size: frame.summary.size, last: rows.at(-1), drawn, aborted: [await long, await asked],
      closed: await failure(i.calculate("review", request, { frame })),
      again: (await i.calculate("review", request, { frame: await i.openFrame(file) })).worklist.length,
    };
  });
  assert.deepEqual(result, { size: 100_000, last: 100_000, drawn: 3, aborted: ["AbortError", "AbortError"], closed: "frame_closed", again: 3 });
});

test("a file that cannot be loaded", async (t) => {
  const { page } = await newPage(browser, server.address);
  t.after(() => page.close());
  await page.goto(server.address + "npm/LICENSES.txt");
  const codes = await page.evaluate(async () => {
    const { initialize, calculate } = await import("/npm/index.js");
    const failure = (promise) => promise.then(() => "none", (e) => e.code);
    const list = [await failure(calculate("agreement", {}))];
    for (const worker of [false, true]) {
      list.push(await failure(initialize({ wasmURL: "/wasm/nothing.wasm", worker })));
      list.push(await failure(initialize({ wasmURL: "/npm/LICENSES.txt?.wasm", worker }).then((i) => i.calculate("agreement", {}))));
    }
    const i = await initialize({ worker: () => new Worker("/npm/nothing.js") });
    list.push(await failure(i.calculate("agreement", {})));
    return list;
  });
  assert.deepEqual(codes, ["not_initialized", "load", "load", "load", "load", "load"]);
});

test("one HTML file, opened from the disk: WebAssembly as bytes, the worker from a blob", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "iromath-page-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const client = Buffer.from(readFileSync(join(dist, "npm", "index.js"))).toString("base64");
  const worker = Buffer.from(readFileSync(join(dist, "npm", "worker.iife.js"))).toString("base64");
  const part = gzipSync(readFileSync(join(dist, "wasm", "samplesize.wasm"))).toString("base64");
  const file = join(folder, "page.html");
  writeFileSync(file, `<!doctype html><title>One file</title><script type="module">
    const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const url = (text) => URL.createObjectURL(new Blob([bytes(text)], { type: "text/javascript" }));
    const unpacked = () => new Response(new Blob([bytes("${part}")]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
    const { initialize } = await import(url("${client}"));
    for (const worker of [false, () => new Worker(url("${worker}"))]) {
      const i = await initialize({ bytes: await unpacked(), worker });
      const { example } = (await i.calculations()).find((c) => c.name === "samplesize.probe");
      document.title += " " + Object.keys(await i.calculate("samplesize.probe", example)).length;
      i.close();
    }
    document.title += " done";
  </script>`);
  const { page, problems } = await newPage(browser, "file:");
  t.after(() => page.close());
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction(() => document.title.endsWith("done"), undefined, { timeout: 60_000 });
  assert.match(await page.title(), /^One file (\d+) \1 done$/);
  assert.deepEqual(problems, []);
});

test("speed, for the record", async (t) => {
  for (const worker of [false, true]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(server.address + "npm/LICENSES.txt");
    const { first, median } = await page.evaluate(async ({ appraisal, worker }) => {
      let start = performance.now();
      const { initialize } = await import("/npm/index.js");
      const i = await initialize({ worker, wasmURL: "/wasm" });
      await i.calculate("appraisal.variable.unrestricted", appraisal);
      const first = performance.now() - start;
      const times = [];
      for (let n = 0; n < 101; n++) {
        start = performance.now();
        await i.calculate("appraisal.variable.unrestricted", appraisal);
        times.push(performance.now() - start);
      }
      return { first, median: times.sort((a, b) => a - b)[50] };
    }, { appraisal, worker });
    t.diagnostic(`${worker ? "in a worker" : "without a worker"}: first calculation ${first.toFixed(0)} ms, ` +
      `appraisal of 100 claims: median ${median.toFixed(2)} ms`);
    await context.close();
  }
});
