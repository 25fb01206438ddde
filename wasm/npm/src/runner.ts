import { IromathError, type Problem } from "./error.js";
import { Instance, type Argument, type Platform, type Source } from "./instance.js";

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** The generation of the frame that the call is about. */
  generation?: number | undefined;
}

/** Runs one part of the library. */
export interface Runner {
  /** Counts the programs that ran, one after the other: a frame lives in one of them. */
  readonly generation: number;
  call(name: string, args: Argument[], options?: CallOptions): Promise<string>;
  close(): void;
}

const frameClosed: Problem = { code: "frame_closed", message: "the frame was closed; open it again" };
const closed: Problem = { code: "closed", message: "this Iromath was closed" };

/** Runs a part where the caller runs. */
export class LocalRunner implements Runner {
  generation = 1;
  #instance: Promise<Instance> | undefined;
  #closed = false;

  constructor(private readonly source: () => Promise<Source>, private readonly platform: Platform) {}

  async call(name: string, args: Argument[], { signal, generation }: CallOptions = {}): Promise<string> {
    signal?.throwIfAborted();
    this.#instance ??= this.source().then((source) => Instance.start(source, this.platform));
    let instance: Instance;
    try {
      instance = await this.#instance;
    } catch (thrown) {
      this.#instance = undefined; // so that the next call tries again
      throw thrown;
    }
    signal?.throwIfAborted();
    if (this.#closed) {
      throw new IromathError(closed);
    }
    if (generation !== undefined && generation !== this.generation) {
      throw new IromathError(frameClosed);
    }
    try {
      return instance.call(name, args);
    } finally {
      if (instance.ended) {
        this.#instance = undefined;
        this.generation++;
      }
    }
  }

  close(): void {
    this.#closed = true;
    this.#instance = undefined;
  }
}

/** A worker of either kind. */
export interface WorkerPort {
  post(message: ToWorker, transfer?: ArrayBuffer[]): void;
  listen(message: (m: FromWorker) => void, error: (e: unknown) => void): void;
  /** Says whether an answer is waited for: only then has a Node process to go on for the worker. */
  busy(yes: boolean): void;
  terminate(): void;
}

/** A program to load, or a call. */
export type ToWorker = { part: string; source: Source } | { part: string; id: number; name: string; args: Argument[] };

/** An answer; ended: the program ended with it, and its frames with it. */
export type FromWorker = { part: string; id: number; value?: string; problem?: Problem; ended?: boolean };

interface Pending {
  name: string;
  args: Argument[];
  generation: number | undefined;
  resolve: (value: string) => void;
  reject: (reason: unknown) => void;
}

/** Runs a part in a worker. An abort ends the worker, and the next call begins another one. */
export class WorkerRunner implements Runner {
  generation = 1;
  #port: Promise<WorkerPort> | undefined;
  #pending = new Map<number, Pending>();
  #last = 0;
  #closed = false;

  constructor(
    private readonly part: string,
    private readonly source: () => Promise<Source>,
    private readonly create: () => WorkerPort,
  ) {}

  call(name: string, args: Argument[], { signal, generation }: CallOptions = {}): Promise<string> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const id = ++this.#last;
      const abort = () => {
        if (this.#pending.delete(id)) {
          reject(signal?.reason);
          this.#restart();
        }
      };
      const done = () => signal?.removeEventListener("abort", abort);
      signal?.addEventListener("abort", abort);
      const pending = {
        name, args, generation,
        resolve: (value: string) => { done(); resolve(value); },
        reject: (reason: unknown) => { done(); reject(reason); },
      };
      this.#pending.set(id, pending);
      void this.#send(id, pending);
    });
  }

  close(): void {
    this.#closed = true;
    this.#end();
    this.#fail(new IromathError(closed), () => true);
  }

  async #send(id: number, { name, args, generation }: Pending): Promise<void> {
    try {
      if (this.#closed) {
        throw new IromathError(closed);
      }
      const port = await (this.#port ??= this.#open());
      if (!this.#pending.has(id)) {
        return; // aborted or failed meanwhile
      }
      if (generation !== undefined && generation !== this.generation) {
        throw new IromathError(frameClosed);
      }
      port.busy(true);
      port.post({ part: this.part, id, name, args }, args.flatMap((a) => (a instanceof Uint8Array ? [a.buffer as ArrayBuffer] : [])));
    } catch (thrown) {
      this.#pending.get(id)?.reject(thrown);
      this.#pending.delete(id);
    }
  }

  async #open(): Promise<WorkerPort> {
    try {
      const source = await this.source();
      const port = this.create();
      port.listen((answer) => this.#answer(port, answer), (error) => {
        this.#end();
        this.#fail(new IromathError({ code: "load", message: `the worker failed: ${error}` }, { cause: error }), () => true);
      });
      port.post({ part: this.part, source });
      return port;
    } catch (thrown) {
      this.#port = undefined; // so that the next call tries again
      throw thrown;
    }
  }

  #answer(port: WorkerPort, { part, id, value, problem, ended }: FromWorker): void {
    if (part !== this.part) {
      return; // of another runner that shares the worker
    }
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (ended) {
      this.generation++;
    }
    if (problem) {
      pending?.reject(new IromathError(problem));
    } else {
      pending?.resolve(value ?? "");
    }
    port.busy(this.#pending.size > 0);
  }

  /** Ends the worker. What others wait for is asked again, except about frames that are gone. */
  #restart(): void {
    this.#end();
    this.#fail(new IromathError(frameClosed), (p) => p.generation !== undefined);
    for (const [id, pending] of this.#pending) {
      void this.#send(id, pending);
    }
  }

  #end(): void {
    this.generation++;
    void this.#port?.then((port) => port.terminate(), () => {});
    this.#port = undefined;
  }

  #fail(reason: IromathError, which: (p: Pending) => boolean): void {
    for (const [id, pending] of this.#pending) {
      if (which(pending)) {
        this.#pending.delete(id);
        pending.reject(reason);
      }
    }
  }
}
