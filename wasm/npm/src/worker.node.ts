import { parentPort } from "node:worker_threads";
import { node } from "./platform.node.js";
import type { ToWorker } from "./runner.js";
import { serve } from "./serve.js";

const answer = serve(node, (message) => parentPort!.postMessage(message));
parentPort!.on("message", (message: ToWorker) => void answer(message));
