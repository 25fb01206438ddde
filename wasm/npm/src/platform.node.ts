import { readFile } from "node:fs/promises";
import { browser } from "./browser.js";
import type { Platform } from "./instance.js";

export const node: Platform = {
  compile: async (url) => (url.startsWith("file:") ? WebAssembly.compile(await readFile(new URL(url))) : browser.compile(url)),
};
