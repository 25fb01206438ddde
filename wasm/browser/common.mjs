import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const dist = join(root, "dist");

/** Opens Debian's Chromium, or the one that CHROMIUM names. */
export const open = () => chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

/** Serves a folder as wasm/serve does. */
export async function serve(folder) {
  const program = join(mkdtempSync(join(tmpdir(), "iromath-serve-")), "serve");
  execFileSync("go", ["build", "-o", program, "./serve"], { cwd: root, stdio: "inherit" });
  const server = spawn(program, ["-dir", folder, "-port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const [address] = await once(createInterface({ input: server.stdout }), "line");
  return {
    address,
    close() {
      server.kill();
      rmSync(join(program, ".."), { recursive: true });
    },
  };
}

/** A new page that keeps what goes wrong in it, and every request that leaves the server. */
export async function newPage(browser, address) {
  const page = await browser.newPage();
  const problems = [];
  page.on("console", (m) => {
    if (m.type() === "error" && !m.location().url.endsWith("/favicon.ico")) {
      problems.push(m.text());
    }
  });
  page.on("pageerror", (e) => problems.push(String(e)));
  page.on("request", (r) => {
    if (!r.url().startsWith(address) && !/^(data|blob|file):/.test(r.url())) {
      problems.push(`request to ${r.url()}`);
    }
  });
  return { page, problems };
}
