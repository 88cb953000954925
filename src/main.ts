/** `npm start`: builds the world, starts serving, says what to try, and shuts down cleanly. */
import { once } from "node:events";
import { createServer } from "node:net";
import type { FastifyBaseLogger } from "fastify";
import { runCommand } from "./cli/run-command.ts";
import { type Config, readConfig, sayConfigProblems } from "./config/config.ts";
import { DatabaseAway, DiskFull } from "./db/away.ts";
import { type Label, sayMoney } from "./kit/lang.ts";
import { LawError, sayProblems } from "./law/load.ts";
import { demonstrate, refuseOpenDemo } from "./cli/demo/first-start.ts";
import { hold, start, type Started } from "./house/start.ts";
import { StartError } from "./house/start-error.ts";
import { DutyUndone } from "./worker/run-due.ts";
import { startScheduler } from "./worker/scheduler.ts";
import { startWorkers } from "./worker/start-workers.ts";
import { sayClockFault } from "./deployment/clock/words.ts";
import { buildServer } from "./web/server.ts";
import { placesOf, type World } from "./act/world.ts";

const ENTER = {
  fr: "entrer comme une personne inventée",
  en: "enter as an invented person",
} as const;

const WORKS_ONLY: Label = {
  fr: "Ce processus fait le travail et ne sert aucune page (LIVRET_WORK=only).",
  en: "This process does the work and serves no page (LIVRET_WORK=only).",
};

const read = readConfig(process.env);
if (!read.ok) end(2, sayConfigProblems(read.problems, process.env.LIVRET_LANG === "en" ? "en" : "fr"));
const { config } = read;

let started: Started | undefined;
try {
  const held = await hold(config, async (command, output) => {
    if (started) return runCommand(command, started, output);
    await output.err(
      command.lang === "fr"
        ? "Le service démarre : réessayez dans un instant.\n"
        : "The service is starting: try again in a moment.\n",
    );
    return 1;
  });
  // Checked first: making a database and a demonstration takes long, and would be in vain on a port already taken.
  await canListen(config);
  let log: { warn: (fault: object, said: string) => void } | undefined;
  started = await start(
    config,
    (made) => demonstrate(made, config),
    (fault) => log?.warn(fault, "outside"),
  );
  const { world, opened, close } = started;
  refuseOpenDemo(world, config);
  const { proxies, metricsToken, work } = config;
  const operationsOnly = work === "only";
  const app = await buildServer(world, { logger: config.log, proxies, metricsToken, operationsOnly });
  log = app.log;
  await app.listen({ port: config.port, host: config.host });
  const address = app.server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  const stopWork = work === "off" ? async () => {} : await startWork(world, app.log, opened.embedded);
  const stop = async () => {
    // Told first: jobs stop between two acts while open requests are answered.
    const workEnds = stopWork();
    await app.close();
    await workEnds;
    await close();
    await held.release();
    process.exit(0);
  };
  process.once("SIGINT", () => void stop());
  process.once("SIGTERM", () => void stop());
  process.stderr.write(
    greeting(world, `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`, operationsOnly),
  );
} catch (error) {
  if (error instanceof StartError) end(1, error.said[config.lang]);
  if (error instanceof LawError) end(1, sayProblems(error.problems, config.lang));
  const unheard = notListening(error, config);
  if (unheard) end(1, unheard[config.lang]);
  throw error;
}

/** Starts the calendar and the jobs; returns how to stop them, between two acts. */
async function startWork(world: World, log: FastifyBaseLogger, alone: boolean): Promise<() => Promise<void>> {
  const scheduler = startScheduler(world, establishmentsOf(world), {
    onFault: (fault, act) => tellFault(log, fault, "calendar", act),
    onClock: (fault, now) => {
      log.error({ clock: fault.kind }, "calendar");
      process.stderr.write(`${sayClockFault(fault, now)[config.lang]}\n`);
    },
  });
  const workers = await startWorkers(world, { alone, onFault: (fault) => tellFault(log, fault, "work") });
  return async () => void (await Promise.all([scheduler.stop({ midway: true }), workers.stop()]));
}

/** The loss of the database was logged once; the database layer counts the failed queries. */
function tellFault(log: FastifyBaseLogger, fault: unknown, of: "calendar" | "work", act?: string): void {
  if (fault instanceof DatabaseAway && !(fault instanceof DiskFull)) return;
  const reason = fault instanceof DutyUndone ? { reason: fault.reason.en } : {};
  log.error(
    { fault: fault instanceof Error ? fault.name : "unknown", ...(act !== undefined && { act }), ...reason },
    of,
  );
}

function establishmentsOf({ laws }: World): string[] {
  return placesOf(laws);
}

function greeting({ laws, demo }: World, origin: string, worksOnly: boolean): string {
  if (worksOnly) return `\nLivret  ${origin}\n\n  ${WORKS_ONLY[config.lang]}\n\n`;
  const lines = laws.establishments.flatMap(({ data }) => [
    `  ${data.name}`,
    ...data.diplomas.flatMap(({ diploma, price }) => {
      const hour = price.lines.find((line) => line.per === "theory-hour");
      return [
        ...(demo ? [`    ${origin}/${data.establishment}/demonstration   ← ${ENTER[config.lang]}`] : []),
        `    ${origin}/${data.establishment}/${diploma}`,
        `    ${origin}/${data.establishment}/${diploma}/candidater`,
        `    ${origin}/${data.establishment}/${diploma}/parcours${hour ? `   (${sayMoney(hour.unitAmount, config.lang)}/h)` : ""}`,
      ];
    }),
  ]);
  return `\nLivret  ${origin}\n\n${lines.join("\n")}\n\n  API      ${origin}/docs\n  CLI      bin/livret --help\n\n`;
}

/** Listens on HOST and PORT and closes at once; fails as the service would. */
async function canListen({ host, port }: Config): Promise<void> {
  const server = createServer((socket) => socket.destroy()).listen(port, host);
  await once(server, "listening");
  server.close();
  await once(server, "close");
}

/** Why it cannot listen on HOST and PORT; `undefined` for any other error. */
function notListening(error: unknown, { host, port }: Config): Label | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return {
      fr: `Le port ${port} est déjà pris : donnez-en un autre (PORT=…).`,
      en: `Port ${port} is already taken: give another (PORT=…).`,
    };
  if (code === "EACCES" && syscall === "listen")
    return {
      fr: `Ce compte du système n’a pas droit au port ${port} : donnez-en un au-dessus de 1023 (PORT=…), et mettez un serveur mandataire devant.`,
      en: `This system account may not use port ${port}: give one above 1023 (PORT=…), and put a proxy in front.`,
    };
  if (code === "EADDRNOTAVAIL" || syscall === "getaddrinfo")
    return {
      fr: `L’adresse ${host} n’est pas de cette machine : donnez-en une qui le soit (HOST=…), 0.0.0.0 pour toutes.`,
      en: `The address ${host} is none of this machine: give one that is (HOST=…), 0.0.0.0 for all of them.`,
    };
  return undefined;
}

function end(code: number, text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(code);
}
