/** The real service as `npm start` runs it, in a folder of its own, on a free port. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../bin/start.js", import.meta.url));

export type Service = {
  readonly origin: string;
  readonly child: ChildProcess;
  /** All it wrote so far, standard output and error together. */
  readonly written: () => string;
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>;
};

const running = new Set<ChildProcess>();

/** Ends what a failed test left running. */
export function stopServices(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** Resolves once it listens; rejects with what it wrote where it ends before. */
export async function startService(data: string, env: Record<string, string> = {}): Promise<Service> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", MAIN], {
    env: { ...process.env, LIVRET_DATA: data, LIVRET_DEMO: "off", PORT: "0", ...env },
  });
  let text = "";
  running.add(child);
  const closed = once(child, "close").finally(() => running.delete(child));
  closed.catch(() => {});
  const origin = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      text += chunk.toString();
      const [, found] = /Livret {2}(http:\/\/\S+)/.exec(text) ?? [];
      if (found) resolve(found);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("close", () => reject(new Error(text)));
  });
  return {
    origin,
    child,
    written: () => text,
    kill: async (signal) => {
      child.kill(signal);
      const [code] = (await closed) as [number | null];
      return code;
    },
  };
}
