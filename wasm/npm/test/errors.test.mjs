// What goes wrong, and what is said about it.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { claim, claimsFile, dist, faulty, iromath, wasm } from "./common.mjs";

const request = { agreement: { protocol: "quarterly", sampleSize: 3 }, seeds: { first: "1" } };

test("before initialization", { concurrency: false }, async () => {
  for (const call of [
    () => iromath.calculate("errorrate", { claims: [claim] }),
    () => iromath.print("errorrate", { claims: [claim] }),
    () => iromath.document("errorrate", { claims: [claim] }),
    () => iromath.openFrame("claim_id,paid\nA,1\n"),
    () => iromath.calculations(),
    () => iromath.calculation("errorrate"),
  ]) {
    await assert.rejects(call, { name: "IromathError", code: "not_initialized", message: /initialize\(\)/ });
  }
});

for (const worker of [false, true]) {
  const where = worker ? "in a worker" : "without a worker";

  test(`files that cannot be loaded, ${where}`, async () => {
    for (const options of [
      { wasmURL: wasm("nothing") }, { bytes: new Uint8Array([1, 2, 3]) },
      { bytes: new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) },
      { wasmURL: wasm("whole"), bytes: new Uint8Array() },
    ]) {
      await assert.rejects(iromath.initialize({ ...options, worker }), { name: "IromathError", code: "load" });
    }
    const missing = await iromath.initialize({ wasmURL: join(dist, "nothing"), worker });
    for (let again = 0; again < 2; again++) {
      await assert.rejects(missing.calculate("errorrate", { claims: [claim] }), { code: "load" });
    }
    missing.close();
  });

  test(`after close, ${where}`, async () => {
    const i = await iromath.initialize({ worker });
    const frame = await i.openFrame(claimsFile(10));
    const waiting = i.calculate("review", request, { frame });
    i.close();
    await assert.rejects(waiting, { code: "closed" });
    await assert.rejects(i.calculate("errorrate", { claims: [claim] }), { code: "closed" });
    await assert.rejects(i.openFrame("x"), { code: "closed" });
    await frame.close();
  });

  test(`requests without a JSON form, ${where}`, async (t) => {
    const i = await iromath.initialize({ worker });
    t.after(() => i.close());
    const circle = {};
    circle.circle = circle;
    for (const bad of [circle, 1n, { paid: 1n }, undefined, () => {}, null, [], 7, "text"]) {
      await assert.rejects(i.calculate("errorrate", bad), (e) => e instanceof iromath.IromathError, String(bad));
    }
    await assert.rejects(i.print("sampling.single_stage", { seed: "1", low: 1, high: 9, size: 1 }, { colour: "red" }),
      { code: "iromath.request" });
  });

  test(`wrong rows, ${where}`, async (t) => {
    const i = await iromath.initialize({ worker });
    t.after(() => i.close());
    await assert.rejects(i.calculate("errorrate.read", { text: "id,paid,correct,documentation\nA,x,1,complete\nB,1\n" }), (e) => {
      assert.deepEqual(e.rows.map((r) => [r.line, r.field ?? ""]), [[2, "paid"], [3, ""]]);
      assert.equal(e.rowCount, 2);
      return true;
    });
  });

  test(`faults, ${where}`, async (t) => {
    const i = await iromath.initialize({ bytes: faulty(), worker });
    t.after(() => i.close());
    const works = async () => assert.equal((await i.calculate("errorrate", { claims: [claim] })).errorRate, "0.1");
    await works();
    const frame = await i.openFrame(claimsFile(10));
    for (const call of [
      () => i.calculate("panic", {}), () => i.print("errorrate", {}), () => i.document("errorrate", {}),
    ]) {
      await assert.rejects(call, { code: "internal", message: /fault in this software/ });
      await works();
    }
    assert.equal((await i.calculate("review", request, { frame })).stage, "sample", "a panic leaves frames open");
    for (const end of ["exit", "overflow"]) {
      const lost = await i.openFrame(claimsFile(10));
      await assert.rejects(i.calculate(end, {}), { code: "internal" });
      await works();
      await assert.rejects(i.calculate("review", request, { frame: lost }), { code: "frame_closed", message: /open it again/ });
      await lost.close();
    }
  });

  test(`aborted before it began, ${where}`, async (t) => {
    const i = await iromath.initialize({ worker });
    t.after(() => i.close());
    const signal = AbortSignal.abort();
    await assert.rejects(i.calculate("errorrate", { claims: [claim] }, { signal }), { name: "AbortError" });
    await assert.rejects(i.openFrame("claim_id,paid\nA,1\n", {}, { signal }), { name: "AbortError" });
  });

  test(`a file that is aborted, ${where}`, async (t) => {
    const i = await iromath.initialize({ worker });
    t.after(() => i.close());
    const kept = await i.openFrame(claimsFile(10));
    const abort = new AbortController();
    const reading = i.openFrame(claimsFile(400_000), {}, { signal: abort.signal, progress: () => abort.abort() });
    await assert.rejects(reading, { name: "AbortError" });
    assert.equal((await i.calculate("review", request, { frame: kept })).stage, "sample", "other frames stay open");
  });
}

test("an abort ends long work in a worker; what others wait for is done all the same", async (t) => {
  const i = await iromath.initialize({ bytes: faulty(), worker: true });
  t.after(() => i.close());
  const frame = await i.openFrame(claimsFile(10));
  const abort = new AbortController();
  const long = i.calculate("long", {}, { signal: abort.signal });
  const other = i.calculate("errorrate", { claims: [claim] });
  const about = i.calculate("review", request, { frame });
  setTimeout(() => abort.abort(), 100);
  await assert.rejects(long, { name: "AbortError" });
  await assert.rejects(about, { code: "frame_closed" });
  assert.equal((await other).errorRate, "0.1");
  await assert.rejects(i.calculate("review", request, { frame }), { code: "frame_closed" });
  const again = await i.openFrame(claimsFile(10));
  assert.equal((await i.calculate("review", request, { frame: again })).stage, "sample");
});

test("a worker that is given ends with an abort, for all parts", async (t) => {
  const i = await iromath.initialize({ worker: new Worker(join(dist, "npm", "worker.node.js")) });
  t.after(() => i.close());
  await i.calculate("sampling.single_stage", { seed: "1", low: 1, high: 9, size: 1 });
  const abort = new AbortController();
  const aborted = i.calculate("errorrate", { claims: [claim] }, { signal: abort.signal });
  const other = i.calculate("sampling.single_stage", { seed: "1", low: 1, high: 9, size: 1 });
  abort.abort();
  await assert.rejects(aborted, { name: "AbortError" });
  await assert.rejects(other, { name: "IromathError" });
  await assert.rejects(i.calculate("errorrate", { claims: [claim] }), { name: "IromathError" });
});

test("a worker whose script does not exist", async (t) => {
  const i = await iromath.initialize({ worker: () => new Worker(join(dist, "nothing.js")) });
  t.after(() => i.close());
  await assert.rejects(i.calculate("errorrate", { claims: [claim] }), { name: "IromathError", code: "load" });
});
