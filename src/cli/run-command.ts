/** The commands that need the database, run by whichever process holds it. */
import type { Config } from "../config.ts";
import { migrate } from "../db/migrate.ts";
import type { Command, CommandOutput } from "../db/socket.ts";
import type { Lang } from "../kit/lang.ts";
import type { Started } from "../start.ts";
import { EXIT } from "./command.ts";

export async function runCommand(
  { argv, lang }: Command,
  started: Started,
  _config: Config,
  output: CommandOutput,
): Promise<number> {
  switch (argv.join(" ")) {
    case "migrate":
      return runMigrate(started, lang, output);
    default:
      await output.err(lang === "fr" ? "Commande inconnue.\n" : "Unknown command.\n");
      return EXIT.usage;
  }
}

async function runMigrate({ opened }: Started, lang: Lang, output: CommandOutput): Promise<number> {
  const { state, applied } = await migrate(opened);
  const done = applied.length > 0 ? applied.map((name) => `  ${name}\n`).join("") : "";
  await output.out(lang === "fr" ? `Base à jour.\n${done}` : `The database is up to date.\n${done}`);
  return state === "current" ? EXIT.done : EXIT.failed;
}
