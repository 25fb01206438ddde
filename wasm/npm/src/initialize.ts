import type { CalculationName, Request, Result } from "../contract.js";
import {
  Iromath, type CalculateOptions, type CalculationInfo, type Frame, type FrameOptions, type FrameSource, type Heading,
  type OpenFrameOptions,
} from "./api.js";
import type { ReportDocument } from "./document.js";
import { IromathError } from "./error.js";
import type { Platform, Source } from "./instance.js";
import { LocalRunner, WorkerRunner, type WorkerPort } from "./runner.js";

/** A worker: that of browsers, or that of Node's worker_threads. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/** How files are found and workers started where the package runs. */
export interface Surroundings<W extends WorkerLike> extends Platform {
  /** The address of a file that comes with the package: "review.wasm". */
  address(file: string): URL;
  /** An address as a user gives it. */
  resolve(address: string | URL): URL;
  /** Starts the worker of the package. */
  worker(): W;
  port(worker: W): WorkerPort;
}

export interface InitializeOptions {
  /** The folder that holds the parts of the library (sampling.wasm, review.wasm ...), or one .wasm file. */
  wasmURL?: string | URL | undefined;
  /** One part, compiled. */
  wasmModule?: WebAssembly.Module | undefined;
  /** One part as bytes, or a function from the name of a part ("review") to its bytes. */
  bytes?: BufferSource | ((part: string) => BufferSource | Promise<BufferSource>) | undefined;
  /**
   * Calculates in workers, one for each part that is used: so that a page stays lively and a calculation can be aborted. A
   * worker that is given serves all parts; it ends with an abort. A function makes as many as are needed. Both have to run
   * the worker script of this package. Default: no worker.
   */
  worker?: boolean | WorkerLike | (() => WorkerLike) | undefined;
}

/** Makes the functions of the package. */
export function functions<W extends WorkerLike>(here: Surroundings<W>) {
  let current: Iromath | undefined;
  const initialized = (): Iromath => {
    if (!current) {
      throw new IromathError({ code: "not_initialized", message: "call initialize() first, and wait for it" });
    }
    return current;
  };
  return {
    async initialize(options: InitializeOptions = {}): Promise<Iromath> {
      const { single, source } = sources(options, here);
      const { worker } = options;
      let create: (() => WorkerPort) | undefined;
      if (typeof worker === "function") {
        create = () => here.port(worker() as W);
      } else if (typeof worker === "object") {
        create = shared(here.port(worker as W));
      } else if (worker) {
        create = () => here.port(here.worker());
      }
      const made = new Iromath({
        single,
        source,
        ...(single ? {} : { calculations: async () => structuredClone((await import("generated/calculations")).calculations) }),
        runner: (part, from) => (create ? new WorkerRunner(part, from, create) : new LocalRunner(from, here)),
      });
      if (single) {
        await made.calculations(); // says at once that the file is wrong
      }
      return (current = made);
    },
    async calculate<N extends CalculationName>(name: N, request: Request<N>, options?: CalculateOptions): Promise<Result<N>> {
      return initialized().calculate(name, request, options);
    },
    async print<N extends CalculationName>(
      name: N, request: Request<N>, heading?: Heading, options?: CalculateOptions,
    ): Promise<string> {
      return initialized().print(name, request, heading, options);
    },
    async document<N extends CalculationName>(name: N, request: Request<N>, options?: CalculateOptions): Promise<ReportDocument> {
      return initialized().document(name, request, options);
    },
    async openFrame(source: FrameSource, frameOptions?: FrameOptions, options?: OpenFrameOptions): Promise<Frame> {
      return initialized().openFrame(source, frameOptions, options);
    },
    async calculations(): Promise<CalculationInfo[]> {
      return initialized().calculations();
    },
    async calculation<N extends CalculationName>(name: N): Promise<CalculationInfo> {
      return initialized().calculation(name);
    },
  };
}

/** Where the parts come from. */
function sources({ wasmURL, wasmModule, bytes }: InitializeOptions, here: Pick<Surroundings<never>, "address" | "resolve">): {
  single: boolean; source: (part: string) => Promise<Source>;
} {
  if ([wasmURL, wasmModule, bytes].filter((given) => given !== undefined).length > 1) {
    throw new IromathError({ code: "load", message: "give one of wasmURL, wasmModule and bytes" });
  }
  if (wasmModule) {
    return { single: true, source: async () => ({ module: wasmModule }) };
  }
  if (typeof bytes === "function") {
    return { single: false, source: async (part) => ({ bytes: await bytes(part) }) };
  }
  if (bytes) {
    return { single: true, source: async () => ({ bytes }) };
  }
  if (wasmURL === undefined) {
    return { single: false, source: async (part) => ({ url: here.address(part).href }) };
  }
  const url = here.resolve(wasmURL);
  if (url.pathname.endsWith(".wasm")) {
    return { single: true, source: async () => ({ url: url.href }) };
  }
  if (!url.pathname.endsWith("/")) {
    url.pathname += "/";
  }
  return { single: false, source: async (part) => ({ url: new URL(part + ".wasm" + url.search, url).href }) };
}

/** One worker for all parts: it ends for all of them. */
function shared(port: WorkerPort): () => WorkerPort {
  const failures: ((e: unknown) => void)[] = [];
  const waiting = new Set<object>();
  let ended = false;
  return () => {
    if (ended) {
      throw new IromathError({ code: "closed", message: "the worker was ended by an abort or close()" });
    }
    const user = {};
    return {
      post: (message, transfer) => port.post(message, transfer),
      listen: (message, error) => {
        failures.push(error);
        port.listen(message, error);
      },
      busy: (yes) => {
        waiting[yes ? "add" : "delete"](user);
        port.busy(waiting.size > 0);
      },
      terminate: () => {
        if (!ended) {
          ended = true;
          port.terminate();
          failures.forEach((fail) => fail("it was ended by an abort or close()"));
        }
      },
    };
  };
}
