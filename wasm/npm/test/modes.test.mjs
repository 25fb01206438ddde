// The client in every way it can be initialized.
import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { test } from "node:test";
import { claim, claimsFile, iromath, modes } from "./common.mjs";

for (const [name, options] of modes()) {
  test(`from ${name}`, async (t) => {
    const i = await iromath.initialize(options);
    t.after(() => i.close());

    const rate = await i.calculate("errorrate", { claims: [claim] });
    assert.equal(rate.errorRate, "0.1");
    assert.equal(rate.paid, "100", "money is text");
    const drawn = await i.calculate("sampling.single_stage", { seed: "1234", low: 1, high: 100, size: 5 });
    assert.equal(drawn.sample.length, 5);
    assert.equal(await i.calculateJSON("errorrate", `{"claims":[${JSON.stringify(claim)}]}`), JSON.stringify(rate));

    const page = await i.print("sampling.single_stage", { seed: "1234", low: 1, high: 100, size: 5 }, { audit: "A clinic" });
    assert.match(page, /A clinic/);
    const document = await i.document("review.verify", {
      reported: { agreement: { protocol: "quarterly", sampleSize: 1 }, population: { claims: "1" } },
      claims: [{ id: "A", paid: "1.00" }], determinations: [],
    });
    assert.ok(document.sections.length > 0);

    const list = await i.calculations();
    assert.ok(list.length > 100);
    assert.deepEqual(list.map((c) => c.name), list.map((c) => c.name).sort());
    assert.deepEqual(await i.calculation("errorrate"), list.find((c) => c.name === "errorrate"));
    await assert.rejects(i.calculation("toString"), { name: "IromathError", code: "iromath.calculation" });

    await assert.rejects(i.calculate("errorrate", { claims: [{ ...claim, paid: "x" }] }), (e) => {
      assert.ok(e instanceof iromath.IromathError);
      assert.equal(e.code, "iromath.request");
      assert.equal(e.field, "claims[0].paid");
      return true;
    });
    await assert.rejects(i.calculate("nothing", {}), { name: "IromathError", code: "iromath.calculation" });
    await assert.rejects(i.calculate("toString", {}), { name: "IromathError", code: "iromath.calculation" });

    const request = { agreement: { protocol: "quarterly", sampleSize: 3 }, seeds: { first: "1" } };
    const rows = [];
    const frame = await i.openFrame(gzipSync(claimsFile(100_000)), {}, { progress: (n) => rows.push(n) });
    assert.equal(frame.summary.size, 100_000);
    assert.equal(rows.at(-1), 100_000);
    assert.deepEqual(rows, [...new Set(rows)].sort((a, b) => a - b), "progress goes on");
    const review = await i.calculate("review", request, { frame });
    assert.equal(review.worklist.length, 3);
    assert.match((await i.calculate("review.worklist", request, { frame })).text, /^number,order,claim_id/);
    await assert.rejects(i.calculate("errorrate", { claims: [claim] }, { frame }), { code: "iromath.calculation" });
    await assert.rejects(i.calculate("nothing", {}, { frame }), { code: "iromath.calculation" });
    await frame.close();
    await frame.close();
    await assert.rejects(i.calculate("review", request, { frame }), { code: "frame_closed" });
  });
}

test("a frame is for the part of the library that it is opened for", async (t) => {
  const i = await iromath.initialize();
  t.after(() => i.close());
  const verified = { reported: { agreement: { protocol: "quarterly" }, population: { claims: "10" } }, determinations: [] };
  const review = await i.openFrame(claimsFile(10));
  await assert.rejects(i.calculate("review.verify", verified, { frame: review }), { code: "frame_part", message: /open it for "verify"/ });
  const frame = await i.openFrame(claimsFile(10), {}, { for: "verify" });
  assert.deepEqual(frame.summary, review.summary);
  const { figures } = await i.calculate("review.verify", verified, { frame });
  assert.deepEqual(figures.filter((f) => f.path === "population.claims").map((f) => f.status), ["matches"]);
  await assert.rejects(i.calculate("review", {}, { frame }), { code: "frame_part", message: /open it for "review"/ });
  await assert.rejects(i.openFrame("", {}, { for: "sampling" }), { code: "iromath.request" });
});

test("claims files of every kind", async (t) => {
  const i = await iromath.initialize();
  t.after(() => i.close());
  const text = claimsFile(20_000);
  const bytes = new TextEncoder().encode(text);
  const digest = (await i.openFrame(text)).summary.digest;
  const pieces = () => new ReadableStream({
    start(c) {
      for (let at = 0; at < bytes.length; at += 999) {
        c.enqueue(bytes.subarray(at, at + 999));
      }
      c.close();
    },
  });
  for (const source of [bytes, new Blob([bytes]), pieces(), new Blob([gzipSync(bytes)]), pieces().pipeThrough(new CompressionStream("gzip"))]) {
    assert.equal((await i.openFrame(source)).summary.digest, digest);
  }
  assert.equal(bytes.length, new TextEncoder().encode(text).length, "the bytes stay with the caller");
  assert.equal((await i.openFrame("id;paid\nA;1\n", { id: "id", comma: ";" })).summary.size, 1);
});

test("claims files that are none", async (t) => {
  const i = await iromath.initialize();
  t.after(() => i.close());
  for (const [source, options, code] of [
    ["", {}, "iromath.file"],
    ["a,b\n1,2\n", {}, "iromath.file"],
    [new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3]), {}, "iromath.file"],
    [claimsFile(50_000).replaceAll("paid", "pay"), {}, "iromath.file"],
    ["claim_id,paid\nA,0\n", {}, "iromath.frame"],
    ["claim_id,paid\nA,1\n", { colour: "red" }, "iromath.request"],
    ["claim_id,paid\nA,1\n", { payors: "one" }, "iromath.request"],
  ]) {
    await assert.rejects(i.openFrame(source, options), { name: "IromathError", code });
  }
  const broken = new ReadableStream({ pull(c) { c.error(new Error("the disk is gone")); } });
  await assert.rejects(i.openFrame(broken), /the disk is gone/);
});

test("two of them do not know each other's frames", async (t) => {
  const [a, b] = [await iromath.initialize(), await iromath.initialize()];
  t.after(() => { a.close(); b.close(); });
  const frame = await a.openFrame(claimsFile(10));
  await assert.rejects(b.calculate("review", {}, { frame }), { code: "frame_closed", message: /another/ });
});
