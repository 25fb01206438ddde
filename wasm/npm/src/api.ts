import { parts } from "generated/parts";
import type { CalculationName, Request, Result } from "../contract.js";
import type { ReportDocument } from "./document.js";
import { IromathError } from "./error.js";
import type { Source } from "./instance.js";
import type { CallOptions, Runner } from "./runner.js";

/** A calculation of the contract. */
export interface CalculationInfo {
  name: CalculationName;
  /** Says in a sentence what it does. */
  summary: string;
  /** Where its formulas and rules come from. */
  source: string;
  /** A request that works. */
  example: unknown;
  /** The result can be printed as a page of a workpaper. */
  printout: boolean;
}

export type FrameOptions = NonNullable<Request<"review.frame">["options"]>;
export type FrameSummary = Result<"review.frame">["summary"];

/** What stands at the top of a printout beside its title, as it is to be printed. */
export interface Heading {
  /** Name of the audit or review. */
  audit?: string;
  date?: string;
  time?: string;
  /** The data file read or written. */
  file?: string;
}

export interface CalculateOptions {
  /** Aborts the calculation. In a worker it stops at once; without one it cannot be stopped any more once it has begun. */
  signal?: AbortSignal | undefined;
  /** A frame that the request is about: it then leaves out "claims". */
  frame?: Frame | undefined;
}

/** The parts of the library with calculations about a frame. A frame is in one of them. */
export type FrameUse = "review" | "verify";

export interface OpenFrameOptions {
  signal?: AbortSignal | undefined;
  /** Is called with the number of rows read so far. */
  progress?: ((rows: number) => void) | undefined;
  /** What the frame is for: "verify" for review.verify and review.replay, else "review". */
  for?: FrameUse | undefined;
}

/** A claims file: CSV with a header line, plain or compressed with gzip, in UTF-8. */
export type FrameSource = Blob | ReadableStream<Uint8Array> | Uint8Array | string;

/** Where a frame is: known to this file only. */
const places = new WeakMap<Frame, { owner: Iromath; use: FrameUse; runner: Runner; generation: number; number: number }>();

/** The claims of a file that was read. They stay where they were read: only the summary comes out. */
export class Frame {
  constructor(readonly id: string, readonly summary: FrameSummary) {}

  /** Gives the memory back. */
  async close(): Promise<void> {
    const place = places.get(this);
    if (place && place.generation === place.runner.generation) {
      places.delete(this);
      await place.runner.call("closeFrame", [place.number], { generation: place.generation }).catch(() => {}); // it is gone already
    }
  }
}

/** How an Iromath comes to its parts. */
export interface Loading {
  /** The only part there is, or none. */
  single: boolean;
  source(part: string): Promise<Source>;
  /** Lists what all parts calculate. Where it is missing, the only part is asked. */
  calculations?(): Promise<CalculationInfo[]>;
  runner(part: string, source: () => Promise<Source>): Runner;
}

const chunkSize = 1 << 20;
let frames = 0;

/** The calculations, ready to answer. */
export class Iromath {
  readonly #loading: Loading;
  readonly #runners = new Map<string, Runner>();
  #closed = false;

  /** Use initialize. */
  constructor(loading: Loading) {
    this.#loading = loading;
  }

  /** Answers a request. Amounts, rates and levels of the result are texts. */
  async calculate<N extends CalculationName>(name: N, request: Request<N>, options?: CalculateOptions): Promise<Result<N>> {
    return JSON.parse(await this.calculateJSON(name, text(request), options)) as Result<N>;
  }

  /** Answers a request that is JSON text with a result that is JSON text, to the last byte that of the library. */
  calculateJSON(name: CalculationName, request: string, options: CalculateOptions = {}): Promise<string> {
    return this.#about("calculate", name, [request], options);
  }

  /** Answers a request with the printout of its result, a page of a workpaper. */
  async print<N extends CalculationName>(
    name: N, request: Request<N>, heading: Heading = {}, options: CalculateOptions = {},
  ): Promise<string> {
    return this.#about("print", name, [text(request), text(heading)], options);
  }

  /** Answers a request with its result as a document, where the library has one. */
  async document<N extends CalculationName>(
    name: N, request: Request<N>, options: CalculateOptions = {},
  ): Promise<ReportDocument> {
    return JSON.parse(await this.#about("document", name, [text(request)], options)) as ReportDocument;
  }

  /** Reads a claims file into a frame, chunk by chunk. */
  async openFrame(source: FrameSource, options: FrameOptions = {}, about: OpenFrameOptions = {}): Promise<Frame> {
    const { signal, progress, for: use = "review" } = about;
    if (use !== "review" && use !== "verify") {
      throw new IromathError({ code: "iromath.request", message: `a frame is for "review" or "verify", not ${JSON.stringify(use)}` });
    }
    const runner = this.#runner(use);
    const number = Number(await runner.call("openFrame", [text(options)], { signal }));
    const { generation } = runner;
    const same: CallOptions = { generation };
    try {
      let rows = 0;
      for await (const chunk of chunks(source)) {
        signal?.throwIfAborted();
        const read = Number(await runner.call("pushFrame", [number, chunk], same));
        if (read > rows) {
          rows = read;
          progress?.(rows);
        }
      }
      signal?.throwIfAborted();
      const summary = JSON.parse(await runner.call("endFrame", [number], same)) as FrameSummary;
      progress?.(Number(summary.rows));
      signal?.throwIfAborted();
      const frame = new Frame(`frame-${++frames}`, summary);
      places.set(frame, { owner: this, use, runner, generation, number });
      return frame;
    } catch (thrown) {
      await runner.call("closeFrame", [number], same).catch(() => {});
      throw thrown;
    }
  }

  /** Lists the calculations, sorted by name. */
  async calculations(): Promise<CalculationInfo[]> {
    return this.#loading.calculations?.() ?? this.#list("");
  }

  /** Says what one calculation does, where it comes from, and a request that works: its part of the library is asked. */
  async calculation<N extends CalculationName>(name: N): Promise<CalculationInfo> {
    return (await this.#list(this.#partOf(name))).find((c) => c.name === name) ?? unknown(name);
  }

  /** Gives memory and workers back. Whatever is still waited for fails with the code "closed". */
  close(): void {
    this.#closed = true;
    for (const runner of this.#runners.values()) {
      runner.close();
    }
  }

  async #about(call: string, name: string, args: string[], { signal, frame }: CalculateOptions): Promise<string> {
    if (!frame) {
      return this.#runner(this.#partOf(name)).call(call, [name, ...args, 0], { signal });
    }
    const place = places.get(frame);
    if (!place || place.owner !== this) {
      throw new IromathError({
        code: "frame_closed",
        message: place ? "the frame was opened by another Iromath" : "the frame was closed; open it again",
      });
    }
    const needed = this.#partOf(name);
    if (needed !== place.use && (needed === "review" || needed === "verify")) {
      throw new IromathError({
        code: "frame_part", message: `the frame was opened for ${JSON.stringify(place.use)}; open it for ${JSON.stringify(needed)}`,
      });
    }
    return place.runner.call(call, [name, ...args, place.number], { signal, generation: place.generation });
  }

  async #list(part: string): Promise<CalculationInfo[]> {
    return JSON.parse(await this.#runner(part).call("calculations", [])) as CalculationInfo[];
  }

  #partOf(name: string): string {
    if (this.#loading.single) {
      return "";
    }
    return (Object.hasOwn(parts, name) && parts[name]) || unknown(name);
  }

  #runner(part: string): Runner {
    if (this.#closed) {
      throw new IromathError({ code: "closed", message: "this Iromath was closed" });
    }
    const key = this.#loading.single ? "" : part;
    let runner = this.#runners.get(key);
    if (!runner) {
      runner = this.#loading.runner(key, () => this.#loading.source(key));
      this.#runners.set(key, runner);
    }
    return runner;
  }
}

function unknown(name: string): never {
  throw new IromathError({ code: "iromath.calculation", message: `iromath: no such calculation: ${JSON.stringify(name)}` });
}

/** The JSON text of a request. */
function text(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch (cause) {
    throw new IromathError({ code: "iromath.request", message: `the request has no JSON form: ${cause}` }, { cause });
  }
}

/** A file in chunks that may be handed on to a worker. */
async function* chunks(source: FrameSource): AsyncGenerator<Uint8Array> {
  if (typeof source === "string") {
    source = new TextEncoder().encode(source);
  }
  if (source instanceof Uint8Array) {
    for (let at = 0; at < source.length; at += chunkSize) {
      yield source.slice(at, at + chunkSize);
    }
    return;
  }
  const reader = ("stream" in source ? source.stream() : source).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      yield* chunks(value); // a copy: the chunk may belong to somebody
    }
  } finally {
    void reader.cancel().catch(() => {});
  }
}
