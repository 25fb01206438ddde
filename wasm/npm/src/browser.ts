import type { Platform } from "./instance.js";
import type { FromWorker, WorkerPort } from "./runner.js";

export const browser: Platform = {
  async compile(url) {
    const response = await fetch(url, { credentials: "same-origin" });
    if (!response.ok) {
      throw new Error(`the server answers ${response.status}`);
    }
    // A server that does not know the type of WebAssembly files still has the right bytes.
    return response.headers.get("content-type")?.split(";")[0] === "application/wasm"
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer());
  },
};

/** A worker of the browser as runners talk to it. */
export const port = (worker: Worker): WorkerPort => ({
  post: (message, transfer = []) => worker.postMessage(message, transfer),
  listen: (message, error) => {
    worker.addEventListener("message", (event: MessageEvent<FromWorker>) => message(event.data));
    worker.addEventListener("error", (event) => error(event.message || "its script cannot be loaded"));
    worker.addEventListener("messageerror", () => error("a message cannot be read"));
  },
  busy: () => {},
  terminate: () => worker.terminate(),
});
