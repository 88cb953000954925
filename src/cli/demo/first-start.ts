/** A new embedded database becomes a demonstration by default; and a demonstration listens to its own machine only. */
import type { Config } from "../../config/config.ts";
import type { Lang } from "../../kit/lang.ts";
import type { Started } from "../../house/start.ts";
import { lawFolder } from "../../house/law-folder.ts";
import { livesIn } from "../../house/lives/together.ts";
import { StartError } from "../../house/start-error.ts";
import type { World } from "../../act/world.ts";
import { buildDemo, schoolsToFill } from "./build.ts";

/** Per school: enough for every state, and few enough to wait for. */
const DOSSIERS = 40;
const SEED = 2006;

export async function demonstrate({ world }: Started, config: Config): Promise<void> {
  const { demo, lang } = config;
  const schools = schoolsToFill(world);
  if (schools.length === 0 || !demo) return;
  // Checked first: a demonstration cannot be undone, and an operator who opens the address may not want one.
  if (isOpen(config)) throw notOpened(config.host, "Une nouvelle base est", "A new database is");
  process.stderr.write(BUILDING[lang]);
  await buildDemo(world, {
    schools,
    dossiers: DOSSIERS * schools.length,
    seed: SEED,
    parallel: 1,
    lives: livesIn(lawFolder(config.law)),
    onFault: (said) => void process.stderr.write(`${said[lang]}\n`),
  });
}

const BUILDING: Readonly<Record<Lang, string>> = {
  fr: "C’est une démonstration : des candidats inventés y sont mis… (LIVRET_DEMO=off pour une base vide)\n",
  en: "This is a demonstration: invented candidates are being put into it… (LIVRET_DEMO=off for an empty database)\n",
};

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/;

/** Anyone may enter a demonstration as anyone: it listens to its own machine, unless the address is configured twice. */
export function refuseOpenDemo({ demo }: World, config: Config): void {
  if (demo && isOpen(config)) throw notOpened(config.host, "Cette base est", "This database is");
}

function isOpen({ host, demoHost }: Config): boolean {
  return !LOOPBACK.test(host) && demoHost !== host;
}

function notOpened(host: string, fr: string, en: string): StartError {
  return new StartError({
    fr: `${fr} une démonstration, où chacun entre sans mot de passe : elle n’écoute que cette machine. Pour l’ouvrir sur ${host} malgré tout, donnez aussi LIVRET_DEMO_HOST=${host}. Pour une base vide : LIVRET_DEMO=off, et un dossier qui n’en a pas encore (LIVRET_DATA=…).`,
    en: `${en} a demonstration, which anybody enters without a password: it listens to this machine only. To open it on ${host} all the same, give LIVRET_DEMO_HOST=${host} too. For an empty database: LIVRET_DEMO=off, and a folder that has none yet (LIVRET_DATA=…).`,
  });
}
