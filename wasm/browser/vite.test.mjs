// The package in a project of Vite, built and opened.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "vite";
import { dist, newPage, open, root, serve } from "./common.mjs";

test("a project of Vite", async (t) => {
  // Below wasm/, where Vite finds itself.
  const project = mkdtempSync(join(root, "dist", "vite-"));
  t.after(() => rmSync(project, { recursive: true }));
  mkdirSync(join(project, "node_modules"));
  cpSync(join(dist, "npm"), join(project, "node_modules", "iromath"), { recursive: true });
  writeFileSync(join(project, "index.html"), `<!doctype html><title>Vite</title><script type="module" src="/main.js"></script>`);
  writeFileSync(join(project, "main.js"), `
    import { initialize } from "iromath";
    for (const worker of [false, true]) {
      const i = await initialize({ worker });
      document.title += " " + (await i.calculate("sampling.single_stage", { seed: "1234", low: 1, high: 9, size: 2 })).sample.length;
    }
    document.title += " done";
  `);
  await build({ root: project, logLevel: "error", configFile: false });
  const assets = readdirSync(join(project, "dist", "assets"));
  assert.equal(assets.filter((name) => name.endsWith(".wasm")).length, 7, assets.join());

  const server = await serve(join(project, "dist"));
  t.after(() => server.close());
  const browser = await open();
  t.after(() => browser.close());
  const { page, problems } = await newPage(browser, server.address);
  await page.goto(server.address);
  await page.waitForFunction(() => document.title.endsWith("done"), undefined, { timeout: 60_000 }).catch(() => {});
  assert.deepEqual(problems, []);
  assert.equal(await page.title(), "Vite 2 2 done");
});
