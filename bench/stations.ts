/**
 * `npm run bench stations`: the lists of admission, interviews, training and certification, in a school of many candidacies, signed
 * in, as HTML over HTTP and eight at a time, beside a bare Fastify server that reads the rows of a page by hand under row security.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Beside, compare, CONNECTIONS } from "./lanes.ts";
import type { ServedStations } from "./stations-server.ts";

type Path = Beside<ServedStations>;
type To = (served: ServedStations) => string;

const list = (name: string, livret: To, careful: To): Path => ({
  name,
  goal: 0.3,
  livret: (served) => ({ url: `${served.livret}${livret(served)}` }),
  careful: (served) => ({ url: `${served.careful}${careful(served)}` }),
});

const PATHS: readonly Path[] = [
  list(
    "candidacies of an intake",
    ({ intake }) => `/admissions?campagne=${intake}`,
    ({ intake }) => `/admissions?intake=${intake}`,
  ),
  list(
    "a commission",
    ({ commission }) => `/admissions/commissions/${commission}`,
    ({ intake, commission }) => `/commission?intake=${intake}&commission=${commission}`,
  ),
  list(
    "days of interviews",
    () => "/entretiens",
    ({ intake }) => `/days?intake=${intake}`,
  ),
  list(
    "cohorts",
    () => "/promotions",
    () => "/cohorts",
  ),
  list(
    "trainees of a cohort",
    ({ cohort }) => `/promotions/${cohort}`,
    ({ cohort }) => `/trainees?cohort=${cohort}`,
  ),
  list(
    "a week of lessons",
    ({ cohort }) => `/promotions/${cohort}/seances`,
    ({ cohort, from, until }) => `/week?cohort=${cohort}&from=${from}&until=${until}`,
  ),
  list(
    "sessions of exams",
    () => "/certifications",
    () => "/sessions",
  ),
  list(
    "field studies",
    () => "/etudes-de-terrain",
    () => "/studies",
  ),
  list(
    "after the juries",
    () => "/apres-les-jurys",
    () => "/after",
  ),
];

export async function benchStations(count: number, candidacies: number): Promise<void> {
  const server = fork(fileURLToPath(new URL("stations-server.ts", import.meta.url)), [String(candidacies)]);
  try {
    const ended = once(server, "exit").then(() =>
      Promise.reject(new Error("The server of the bench ended before it served")),
    );
    const [served] = (await Promise.race([once(server, "message"), ended])) as [ServedStations | { missing: string }];
    ended.catch(() => {});
    if ("missing" in served) return console.log("\nThe stations: not measured, postgresql-17 is not installed");
    console.log(
      `\nThe stations, ${candidacies.toLocaleString("en")} dossiers, PostgreSQL 17 without fsync, ${CONNECTIONS} connections`,
    );
    for (const path of PATHS) await compare(path, served, count);
  } finally {
    server.disconnect();
    if (server.exitCode === null) await once(server, "exit");
  }
}
