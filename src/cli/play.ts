/** `livret play`: each life on a new database, every step told in words, until one differs from what is written. */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { World } from "../act/world.ts";
import { migrate } from "../db/migrate.ts";
import { type Opened, openPGlite } from "../db/open.ts";
import { withExampleLegal } from "../house/example-legal.ts";
import { playLife } from "../house/lives/play.ts";
import { readScripts, type Script } from "../house/lives/script.ts";
import { openStage } from "../house/lives/stage.ts";
import { sayDifferences, sayLife, sayPlayed, sayStep } from "../house/lives/words.ts";
import { lawWorld } from "../house/world.ts";
import { stepByStep } from "../worker/step-by-step.ts";
import type { Lang } from "../kit/lang.ts";
import { sayProblems } from "../law/load.ts";
import { startRenderer } from "../documents/render.ts";
import { folderStore } from "../files/folder-store.ts";
import { startInspector } from "../files/inside/inspector.ts";
import { type CliWorld, EXIT, noSuchFile } from "./command.ts";

export async function play(world: CliWorld, files: readonly string[], lang: Lang): Promise<number> {
  for (const file of files) if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw noSuchFile(file);
  const law = lawWorld(withExampleLegal(world.laws()), world.defaults);
  const { scripts, problems } = readScripts(files, law);
  if (problems.length > 0) {
    world.stderr.write(`${sayProblems(problems, lang)}\n`);
    return EXIT.usage;
  }
  const workshop = openWorkshop();
  let whole = 0;
  try {
    const databases = await newDatabases();
    for (const [index, script] of scripts.entries()) {
      if (world.interrupted()) return EXIT.interrupted;
      if (index > 0) world.stdout.write("\n");
      const opened = await databases.open();
      try {
        const service: World = { ...law, ...workshop.parts, db: opened.db };
        if (await playTold(world, service, script, lang)) whole++;
      } finally {
        await opened.close();
      }
    }
  } finally {
    await workshop.close();
  }
  if (scripts.length > 1) world.stdout.write(`\n${sayPlayed(whole, scripts.length, lang)}\n`);
  return whole === scripts.length ? EXIT.done : EXIT.failed;
}

async function playTold({ stdout }: CliWorld, world: World, script: Script, lang: Lang): Promise<boolean> {
  const { establishment } = script;
  const zone = world.zone(establishment);
  stdout.write(`${sayLife(script, lang)}\n`);
  return playLife(openStage(world, establishment, stepByStep()), script, (played) => {
    stdout.write(`${sayStep(played, zone, lang)}\n`);
    if (played.differences.length > 0) stdout.write(`${sayDifferences(played, lang)}\n`);
  });
}

/** Migrated once, then copied: each life starts on an empty one. */
async function newDatabases(): Promise<{ readonly open: () => Promise<Opened> }> {
  const template = await openPGlite({ dataDir: "memory://" });
  try {
    await migrate(template);
    const whole = await template.dump();
    return { open: () => openPGlite({ loadDataDir: whole }) };
  } finally {
    await template.close();
  }
}

/** Argon2’s minimum: the accounts of a life are discarded with it. */
const QUICK = { memory: 8, passes: 1 };

/** Services that need files, in a temporary folder deleted at the end. */
function openWorkshop() {
  const folder = mkdtempSync(join(tmpdir(), "livret-play-"));
  const store = folderStore(folder);
  const [inspector, documents] = [startInspector(store.scratch), startRenderer()];
  const now = () => new Date();
  const parts = {
    files: { store, inspector },
    documents,
    passwords: QUICK,
    version: "play",
    ready: async () => [],
    now,
  };
  const close = async () => {
    await Promise.all([inspector.close(), documents.close()]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { parts, close };
}
