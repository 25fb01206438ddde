import { browser } from "./browser.js";
import { serve } from "./serve.js";
import type { ToWorker } from "./runner.js";

const answer = serve(browser, (message) => self.postMessage(message));
self.addEventListener("message", (event: MessageEvent<ToWorker>) => void answer(event.data));
