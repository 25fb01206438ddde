import { load } from "generated/wasm_exec";
import { IromathError, type Problem } from "./error.js";

/** Where a WebAssembly file comes from. */
export type Source = { url: string } | { module: WebAssembly.Module } | { bytes: BufferSource };

/** Arguments of the functions that the Go program exports. */
export type Argument = string | number | Uint8Array;

type Answer = { value: string } | { error: string };

/** What is not the same in browsers and in Node. */
export interface Platform {
  /** Fetches and compiles a WebAssembly file. */
  compile(url: string): Promise<WebAssembly.Module>;
}

/** A running Go program. */
export class Instance {
  /** The program has ended, which it only does when it breaks: for want of memory, for example. */
  ended = false;

  private constructor(private readonly functions: Record<string, (...args: Argument[]) => Answer>) {}

  static async start(source: Source, platform: Platform): Promise<Instance> {
    let program: WebAssembly.Module;
    try {
      program =
        "module" in source ? source.module
        : "bytes" in source ? await WebAssembly.compile(source.bytes)
        : await platform.compile(source.url);
    } catch (cause) {
      const from = "url" in source ? ` from ${source.url}` : "";
      throw new IromathError({ code: "load", message: `the WebAssembly file cannot be loaded${from}: ${cause}` }, { cause });
    }
    let functions: Record<string, (...args: Argument[]) => Answer> | undefined;
    // All that the program sees of JavaScript. Its support script puts stand-ins for files and processes beside it.
    const scope = {
      Object, Array, Uint8Array, Error, Date, crypto, performance, TextEncoder, TextDecoder,
      serve: (exports: typeof functions) => { functions = exports; },
    };
    const go = new (load(scope))();
    let instance: Instance | undefined;
    let ended = false;
    const end = () => {
      ended = true;
      if (instance) {
        instance.ended = true;
      }
    };
    go.exit = end;
    try {
      go.run(await WebAssembly.instantiate(program, go.importObject)).then(end, end);
    } catch (cause) {
      throw new IromathError({ code: "load", message: `the WebAssembly file cannot be run: ${cause}` }, { cause });
    }
    if (!functions || ended) {
      throw new IromathError({ code: "load", message: "the WebAssembly file is not one of iromath" });
    }
    return (instance = new Instance(functions));
  }

  /** Calls an exported function. */
  call(name: string, args: Argument[]): string {
    let answer: Answer | undefined;
    let cause: unknown;
    try {
      answer = this.functions[name]?.(...args);
    } catch (thrown) {
      cause = thrown;
      this.ended = true;
    }
    if (this.ended || !answer) {
      throw new IromathError({ code: "internal", message: `a fault in this software: ${cause ?? name}` }, { cause });
    }
    if ("error" in answer) {
      throw new IromathError(JSON.parse(answer.error) as Problem);
    }
    return answer.value;
  }
}
