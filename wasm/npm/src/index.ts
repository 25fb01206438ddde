import { functions } from "./initialize.js";
import { browser } from "./browser.js";
import type { FromWorker, WorkerPort } from "./runner.js";

export type { CalculationName, Contract, Request, Result } from "../contract.js";
export type * from "./document.js";
export type {
  CalculateOptions, CalculationInfo, Frame, FrameOptions, FrameSource, FrameSummary, Heading, Iromath, OpenFrameOptions,
} from "./api.js";
export { IromathError, type Problem, type ProblemRow } from "./error.js";
export type { InitializeOptions, WorkerLike } from "./initialize.js";

// Each address stands here as bundlers look for it, so that they take the files along.
const addresses: Record<string, () => URL> = {
  appraisal: () => new URL("./wasm/appraisal.wasm", import.meta.url),
  compliance: () => new URL("./wasm/compliance.wasm", import.meta.url),
  review: () => new URL("./wasm/review.wasm", import.meta.url),
  samplesize: () => new URL("./wasm/samplesize.wasm", import.meta.url),
  sampling: () => new URL("./wasm/sampling.wasm", import.meta.url),
};

export const { initialize, calculate, print, document, openFrame, calculations } = functions<Worker>({
  ...browser,
  address: (part) => addresses[part]!(),
  resolve: (address) => new URL(address, globalThis.document?.baseURI ?? globalThis.location.href),
  worker: () => new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "iromath" }),
  port(worker): WorkerPort {
    return {
      post: (message, transfer = []) => worker.postMessage(message, transfer),
      listen: (message, error) => {
        worker.addEventListener("message", (event: MessageEvent<FromWorker>) => message(event.data));
        worker.addEventListener("error", (event) => error(event.message || "its script cannot be loaded"));
        worker.addEventListener("messageerror", () => error("a message cannot be read"));
      },
      busy: () => {},
      terminate: () => worker.terminate(),
    };
  },
});
