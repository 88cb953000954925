/** `livret demo`: turns an empty database into a demonstration, of every school in the law or of as many as asked. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Config, readConfig, sayConfigProblems } from "../../config/config.ts";
import { isShared } from "../../db/open.ts";
import { type Lang, sayNumber } from "../../kit/lang.ts";
import { hold, start } from "../../house/start.ts";
import { lawFolder } from "../../house/law-folder.ts";
import { livesIn } from "../../house/lives/together.ts";
import { StartError } from "../../house/start-error.ts";
import { EXIT, type Shown, type Terminal, UsageError } from "../command.ts";
import { pieces } from "../progress.ts";
import { buildDemo, DemoError, schoolsToFill } from "./build.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Per school, by default. */
const DOSSIERS = 48;

export type DemoOptions = { readonly dossiers?: string; readonly schools?: string; readonly seed?: string };

export async function makeDemo(
  options: DemoOptions,
  lang: Lang,
  { stdout, stderr, env }: Pick<Terminal, "stdout" | "stderr" | "env">,
): Promise<number> {
  const refuse = (code: number, text: string) => {
    stderr.write(`${text}\n`);
    return code;
  };
  const dossiers = options.dossiers === undefined ? undefined : countOf("dossiers", options.dossiers, 1_000_000);
  const schools = options.schools === undefined ? undefined : countOf("schools", options.schools, 1_000);
  const seed = countOf("seed", options.seed ?? "2006", 2 ** 31);
  const read = readConfig(env);
  if (!read.ok) return refuse(EXIT.usage, sayConfigProblems(read.problems, lang));
  const { config: own } = read;
  const config: Config = (schools ?? 1) > 1 ? { ...own, law: schoolsFolder(own, schools!) } : own;
  try {
    const held = await hold(config, async () => EXIT.failed);
    try {
      await build(config, { dossiers, schools, seed }, lang, stderr);
    } finally {
      await held.release();
    }
  } catch (error) {
    if (error instanceof StartError || error instanceof DemoError) return refuse(EXIT.failed, error.said[lang]);
    throw error;
  }
  if (config.law !== own.law) stdout.write(`LIVRET_LAW=${config.law}\n`);
  return EXIT.done;
}

type Size = { readonly dossiers: number | undefined; readonly schools: number | undefined; readonly seed: number };

async function build(config: Config, size: Size, lang: Lang, stderr: Shown): Promise<void> {
  const { world, opened, close } = await start(config);
  // The folder of an embedded database is already locked.
  if (!opened.embedded && (await isShared(world.db))) {
    await close();
    throw new DemoError(SHARED);
  }
  const schools = schoolsToFill(world).slice(0, size.schools);
  const dossiers = size.dossiers ?? DOSSIERS * schools.length;
  const shown = pieces(stderr, lang, { fr: "dossiers", en: "applications" });
  try {
    const parallel = opened.embedded ? 1 : 8;
    await buildDemo(world, {
      schools,
      dossiers,
      seed: size.seed,
      parallel,
      onProgress: shown.at,
      lives: livesIn(lawFolder(config.law)),
      onFault: (said) => void stderr.write(`${said[lang]}\n`),
    });
  } finally {
    shown.end();
    await close();
  }
}

const SHARED = {
  fr: "Un autre processus Livret se sert de cette base. Arrêtez-le d’abord, ou donnez une autre base (DATABASE_URL=…).",
  en: "Another Livret process is using this database. Stop it first, or give another database (DATABASE_URL=…).",
};

/** The same law with so many schools: copies of the first one's file under other names. */
function schoolsFolder({ law, data }: Config, schools: number): string {
  const from = law ?? ROOT;
  const to = join(data, `demonstration-${schools}`);
  mkdirSync(join(to, "establishments"), { recursive: true });
  cpSync(join(from, "diplomas"), join(to, "diplomas"), { recursive: true });
  const file = readdirSync(join(from, "establishments"))
    .filter((name) => name.endsWith(".yaml"))
    .sort()[0]!;
  const text = readFileSync(join(from, "establishments", file), "utf8");
  for (let index = 0; index < schools; index++) {
    const slug = index === 0 ? file.slice(0, -".yaml".length) : `ecole-${String(index + 1).padStart(4, "0")}`;
    const named = index === 0 ? text : text.replace(/^name: (["']?)(.+?)\1$/m, `name: $1$2 ${index + 1}$1`);
    const own = named.replace(/^establishment: .*$/m, `establishment: ${slug}`);
    writeFileSync(join(to, "establishments", `${slug}.yaml`), own);
  }
  return to;
}

function countOf(option: string, text: string, most: number): number {
  const count = Number(text);
  if (/^\d{1,10}$/.test(text) && count >= 1 && count <= most) return count;
  throw new UsageError({
    fr: `--${option} demande un nombre entier de 1 à ${sayNumber(most, "fr")} : « ${text} » n’en est pas un.`,
    en: `--${option} wants a whole number from 1 to ${sayNumber(most, "en")}: "${text}" is not one.`,
  });
}
