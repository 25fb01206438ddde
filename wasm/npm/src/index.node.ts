import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { functions } from "./initialize.js";
import { node } from "./platform.node.js";
import type { WorkerPort } from "./runner.js";

export { IromathError } from "./error.js";

export const { initialize, calculate, print, document, openFrame, calculations, calculation } = functions<Worker>({
  ...node,
  address: (part) => new URL(`./wasm/${part}.wasm`, import.meta.url),
  // A letter and a colon are a drive of Windows.
  resolve: (address) => {
    const text = String(address);
    if (/^[a-z]{2,}:/i.test(text)) {
      return new URL(text);
    }
    return pathToFileURL(/[/\\]$/.test(text) ? resolve(text) + "/" : resolve(text));
  },
  worker: () => new Worker(new URL("./worker.node.js", import.meta.url), { name: "iromath", execArgv: [] }),
  port(worker): WorkerPort {
    worker.unref();
    return {
      post: (message, transfer = []) => worker.postMessage(message, transfer),
      listen: (message, error) => {
        worker.on("message", message);
        worker.on("error", error);
        worker.on("messageerror", error);
      },
      busy: (yes) => (yes ? worker.ref() : worker.unref()),
      terminate: () => void worker.terminate(),
    };
  },
});
