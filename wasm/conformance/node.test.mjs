// The library in Node answers as it does natively.
import { test } from "node:test";
import { initialize } from "../dist/npm/index.node.js";
import { answers, appraisal, compare, native } from "./cases.mjs";

let given; // both tests ask the same

for (const worker of [false, true]) {
  test(`in Node, ${worker ? "in workers" : "without a worker"}`, async (t) => {
    const i = await initialize({ worker });
    t.after(() => i.close());
    const { heading, cases } = (given ??= native());
    const texts = compare(cases, await answers(i, heading, cases));
    t.diagnostic(`${cases.length} requests, ${texts} answers`);
  });
}

test("speed, for the record", async (t) => {
  let start = performance.now();
  const i = await initialize();
  await i.calculate("appraisal.variable.unrestricted", appraisal);
  t.diagnostic(`first calculation after ${(performance.now() - start).toFixed(0)} ms`);
  const times = [];
  for (let n = 0; n < 101; n++) {
    start = performance.now();
    await i.calculate("appraisal.variable.unrestricted", appraisal);
    times.push(performance.now() - start);
  }
  t.diagnostic(`appraisal of 100 claims: median ${times.sort((a, b) => a - b)[50].toFixed(2)} ms`);
  i.close();
});
