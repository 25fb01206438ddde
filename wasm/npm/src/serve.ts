import { problemOf } from "./error.js";
import { Instance, type Platform, type Source } from "./instance.js";
import type { FromWorker, ToWorker } from "./runner.js";

/** Answers the messages that a worker gets. */
export function serve(platform: Platform, post: (answer: FromWorker) => void): (message: ToWorker) => Promise<void> {
  const parts = new Map<string, { source: Source; instance: Promise<Instance> }>();
  const start = (part: string, source: Source) => {
    const instance = Instance.start(source, platform);
    instance.catch(() => {}); // the first call says so
    parts.set(part, { source, instance });
  };
  return async (message) => {
    const { part } = message;
    if ("source" in message) {
      start(part, message.source);
      return;
    }
    const { id, name, args } = message;
    let instance: Instance | undefined;
    let answer: FromWorker;
    try {
      instance = await parts.get(part)!.instance;
      answer = { part, id, value: instance.call(name, args) };
    } catch (thrown) {
      answer = { part, id, problem: problemOf(thrown, "load") };
    }
    if (!instance || instance.ended) {
      answer.ended = true;
      start(part, parts.get(part)!.source);
    }
    post(answer);
  };
}
