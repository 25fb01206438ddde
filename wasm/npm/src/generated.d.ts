// What wasm/build writes beside the WebAssembly files.

declare module "generated/wasm_exec" {
  /** Runs the support script of the Go toolchain in a scope of its own. */
  export function load(scope: object): new () => {
    argv: string[];
    exit: (code: number) => void;
    importObject: WebAssembly.Imports;
    run(instance: WebAssembly.Instance): Promise<void>;
  };
}

declare module "generated/parts" {
  /** The part that has a calculation, by its name. */
  export const parts: Record<string, string>;
}

declare module "generated/calculations" {
  export const calculations: import("./api.js").CalculationInfo[];
}
