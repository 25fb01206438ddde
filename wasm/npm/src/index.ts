import { functions } from "./initialize.js";
import { browser, port } from "./browser.js";

export type { CalculationName, Contract, Request, Result } from "../contract.js";
export type * from "./document.js";
export type {
  CalculateOptions, CalculationInfo, Frame, FrameOptions, FrameSource, FrameSummary, FrameUse, Heading, Iromath, OpenFrameOptions,
} from "./api.js";
export { IromathError, type Problem, type ProblemRow } from "./error.js";
export type { InitializeOptions, WorkerLike } from "./initialize.js";

// Each address stands here as bundlers look for it, so that they take the files along.
const addresses: Record<string, () => URL> = {
  appraisal: () => new URL("./wasm/appraisal.wasm", import.meta.url),
  compliance: () => new URL("./wasm/compliance.wasm", import.meta.url),
  extrapolate: () => new URL("./wasm/extrapolate.wasm", import.meta.url),
  review: () => new URL("./wasm/review.wasm", import.meta.url),
  samplesize: () => new URL("./wasm/samplesize.wasm", import.meta.url),
  sampling: () => new URL("./wasm/sampling.wasm", import.meta.url),
  verify: () => new URL("./wasm/verify.wasm", import.meta.url),
};

export const { initialize, calculate, print, document, openFrame, calculations, calculation } = functions<Worker>({
  ...browser,
  address: (part) => addresses[part]!(),
  resolve: (address) => new URL(address, globalThis.document?.baseURI ?? globalThis.location.href),
  worker: () => new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "iromath" }),
  port,
});
