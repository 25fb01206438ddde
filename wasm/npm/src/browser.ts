import type { Platform } from "./instance.js";

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
