// Writes FILE.gz and FILE.br beside each file, as small as they get: node compress.mjs FILE...
import { gzip } from "@gfx/zopfli";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker, isMainThread, parentPort } from "node:worker_threads";
import { brotliCompressSync, constants } from "node:zlib";

const forms = {
  // As many blocks as it takes; more than five iterations take long and save little.
  ".gz": (data) => new Promise((done, failed) =>
    gzip(data, { numiterations: 5, blocksplittingmax: 0 }, (error, small) => error ? failed(error) : done(small))),
  ".br": (data) => brotliCompressSync(data, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
    },
  }),
};

if (isMainThread) {
  const tasks = process.argv.slice(2).flatMap((file) => Object.keys(forms).map((form) => ({ file, form, size: statSync(file).size })));
  tasks.sort((a, b) => b.size - a.size); // what takes longest first
  for (let n = Math.min(availableParallelism(), tasks.length); n > 0; n--) {
    const worker = new Worker(fileURLToPath(import.meta.url));
    const next = () => tasks.length > 0 ? worker.postMessage(tasks.shift()) : worker.terminate();
    worker.on("message", next);
    worker.on("error", (error) => {
      throw error;
    });
    next();
  }
} else {
  parentPort.on("message", async ({ file, form }) => {
    writeFileSync(file + form, await forms[form](readFileSync(file)));
    parentPort.postMessage("done");
  });
}
