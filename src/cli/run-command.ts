/** The commands that need the database, run by the process that holds it. */
import { DUTIES, OUTLIVING, outsideChecks, PROVEN_TABLES, schoolChecks } from "../house/house.ts";
import { migrate, sayMigrationState } from "../db/migrate.ts";
import type { Command, CommandOutput } from "../db/socket.ts";
import { type Lang, plural } from "../kit/lang.ts";
import { doctor } from "../doctor/doctor.ts";
import { sayPlace } from "../act/place-name.ts";
import { noteReturned, sayNoted } from "../mail/returned.ts";
import { recordsAhead } from "../deployment/clock/acts.ts";
import { sayAhead } from "../deployment/clock/words.ts";
import { sayCheckpoint, sayTimestampFault, sayTimestamps, sayUnsealed } from "../audit/seal-words.ts";
import { verifyTimestamps } from "../audit/timestamp-verify.ts";
import { sayErased, sayTampered, verifyAudit } from "../audit/verify.ts";
import type { Started } from "../house/start.ts";
import { repairWaiting } from "../waiting/recompute.ts";
import { sayUnproven } from "../house/unproven.ts";
import { placesOf } from "../act/world.ts";
import { runAccount } from "./account.ts";
import { runDeclared } from "./act.ts";
import { NO_COPY, printHeads, verifyCopies } from "./audit.ts";
import { runClock } from "./clock.ts";
import { optionsOf, runBackup } from "./backup.ts";
import { EXIT } from "./command.ts";
import { sayChecks } from "./examined.ts";

export async function runCommand(
  { argv, lang, input }: Command,
  started: Started,
  output: CommandOutput,
): Promise<number> {
  const [command] = argv;
  if (command === "account" || command === "act" || command === "view")
    return runForPeople(argv, started, output, lang, input);
  if (command === "backup") {
    const { opened, world, lawFolder } = started;
    const from = { opened, store: world.files!.store, lawFolder, program: world.version };
    return runBackup(optionsOf(argv), from, { lang, output });
  }
  switch (argv.join(" ")) {
    case "migrate":
      return sayMigrated(await migrate(started.opened), lang, output);
    case "doctor":
    case "doctor files":
      return runDoctor(started, lang, output, argv.length > 1);
    case "doctor repair":
      return runRepair(started, lang, output);
    case "audit verify":
      return runVerify(started, lang, output, input);
    case "audit head":
      return printHeads(started.world, establishmentsOf(started), lang, output);
    case "clock":
    case "clock accept":
      return runClock(started.world, lang, output, argv.length > 1);
    case "mail bounce":
      return runBounce(started, lang, output, input ?? "");
    default:
      await output.err(
        lang === "fr"
          ? "Usage : livret backup | migrate | doctor [files|repair] | audit head|verify | clock [accept] | mail bounce | account | act | view\n"
          : "Usage: livret backup | migrate | doctor [files|repair] | audit head|verify | clock [accept] | mail bounce | account | act | view\n",
      );
      return EXIT.usage;
  }
}

/** Options travel as `--name=value`, each a word of its own. */
async function runForPeople(
  argv: readonly string[],
  { world }: Started,
  output: CommandOutput,
  lang: Lang,
  input = "",
): Promise<number> {
  const option = (name: string) => argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  const [command, ...words] = argv.filter((word) => !word.startsWith("--"));
  const schools = world.laws.establishments.map(({ data }) => data.establishment);
  const named = option("school") ?? world.defaults.establishment;
  // An account, and so the code that makes one, belongs to no school.
  const anywhere = command === "account" && words[0] === "code" && named === undefined;
  const establishment = named ?? (anywhere || schools.length === 1 ? schools[0] : undefined);
  if (establishment === undefined || !schools.includes(establishment)) {
    await output.err(`${(named === undefined ? WHICH_SCHOOL : NO_SCHOOL(named))[lang]} ${schools.join(", ")}.\n`);
    return EXIT.usage;
  }
  if (command === "account") return runAccount(words, { world, establishment, lang, output });
  const [as, token] = [option("as"), option("token")];
  const doing = { world, establishment, as, token, input, lang, output };
  return runDeclared(command === "act" ? "act" : "view", words[0], doing);
}

const WHICH_SCHOOL = {
  fr: "Il y a plusieurs établissements\u00a0: dites lequel par --school ÉTABLISSEMENT, ou par LIVRET_ESTABLISHMENT. Ce sont\u00a0:",
  en: "There are several schools: say which one by --school SCHOOL, or by LIVRET_ESTABLISHMENT. They are:",
};
const NO_SCHOOL = (named: string) => ({
  fr: `Aucun établissement ne s’appelle «\u00a0${named}\u00a0». Il y a\u00a0:`,
  en: `No school is called "${named}". There are:`,
});

function establishmentsOf({ world }: Started): string[] {
  return placesOf(world.laws);
}

type Migrated = Awaited<ReturnType<typeof migrate>>;

export async function sayMigrated(migrated: Migrated, lang: Lang, output: CommandOutput): Promise<number> {
  const { applied, ...state } = migrated;
  await output.out(`${sayMigrationState(state)[lang]}\n${applied.map((name) => `  ${name}\n`).join("")}`);
  return state.state === "current" ? EXIT.done : EXIT.failed;
}

/** The end of a restore: every hash recomputed, every stored byte read. */
export async function examineAll(
  started: Started,
  { lang, output }: { readonly lang: Lang; readonly output: CommandOutput },
): Promise<boolean> {
  const verified = await runVerify(started, lang, output);
  const examined = await runDoctor(started, lang, output, true);
  return verified === EXIT.done && examined === EXIT.done;
}

/** Fails exactly where a line has ✗. */
async function runDoctor(started: Started, lang: Lang, output: CommandOutput, whole: boolean): Promise<number> {
  const { opened, world, folders } = started;
  const checks = await doctor({
    opened,
    folders,
    world,
    establishments: establishmentsOf(started),
    tables: PROVEN_TABLES,
    duties: DUTIES,
    mail: world.mail,
    timestamps: world.timestamps,
    outliving: OUTLIVING,
    checks: schoolChecks(world),
    outside: outsideChecks(world),
    files: world.files && { files: world.files, whole },
  });
  for (const said of sayChecks(checks, lang)) await output.out(`${said}\n`);
  return checks.some(({ ok }) => ok === false) ? EXIT.failed : EXIT.done;
}

/** Rows beside the facts are derived again; the facts are no program's to mend. Then examines, and fails where something is left. */
async function runRepair(started: Started, lang: Lang, output: CommandOutput): Promise<number> {
  for (const establishment of establishmentsOf(started)) {
    const count = await repairWaiting(started.world, establishment);
    if (count > 0) await output.out(`· ${sayRepaired(establishment, count)[lang]}\n`);
  }
  return runDoctor(started, lang, output, false);
}

const sayRepaired = (establishment: string, count: number) => ({
  fr: `${sayPlace(establishment, "fr")}\u00a0: ce qui attend est recalculé pour ${count} ${plural(count, "chaîne", "chaînes", "fr")}.`,
  en: `${sayPlace(establishment, "en")}: what waits is derived again for ${count} ${plural(count, "chain", "chains", "en")}.`,
});

/** `input`: copies stored elsewhere, to check the record against. */
async function runVerify(started: Started, lang: Lang, output: CommandOutput, input?: string): Promise<number> {
  const { world } = started;
  let faults = 0;
  for (const establishment of establishmentsOf(started)) {
    const zone = world.zone(establishment);
    const { chains, records, erased, tampered, checkpoints, unsealed } = await verifyAudit(world.db, {
      establishment,
      zone,
      tables: PROVEN_TABLES,
      outliving: OUTLIVING,
    });
    const said =
      lang === "fr"
        ? `${sayPlace(establishment, "fr")} : ${records} ${plural(records, "enregistrement", "enregistrements", "fr")} en ${chains} ${plural(chains, "chaîne", "chaînes", "fr")}`
        : `${sayPlace(establishment, "en")}: ${records} ${plural(records, "record", "records", "en")} in ${chains} ${plural(chains, "chain", "chains", "en")}`;
    await output.out(`${said}\n`);
    for (const erasure of erased) await output.out(`  ${sayErased(erasure)[lang]}\n`);
    if (checkpoints.latest) await output.out(`  ${sayCheckpoint(checkpoints.latest)[lang]}\n`);
    if (unsealed > 0) await output.out(`· ${sayUnsealed(unsealed)[lang]}\n`);
    const ahead = sayAhead(await recordsAhead(world, establishment));
    if (ahead) await output.out(`· ${ahead[lang]}\n`);
    for (const fault of tampered) await output.out(`✗ ${sayTampered(fault)[lang]}\n`);
    const stamps = await verifyTimestamps(world.db, establishment, world.timestamps?.ca);
    if (stamps.count > 0) await output.out(`  ${sayTimestamps(stamps)[lang]}\n`);
    for (const { number, why } of stamps.faults) await output.out(`✗ ${sayTimestampFault(number, why)[lang]}\n`);
    faults += tampered.length + stamps.faults.length;
  }
  if (input !== undefined) {
    const contradicted = await verifyCopies(world, establishmentsOf(started), { lang, output, input });
    if (contradicted === undefined) await output.err(`${NO_COPY[lang]}\n`);
    faults += contradicted ?? 1;
  }
  await output.out(`· ${sayUnproven(lang)}\n`);
  const sound = lang === "fr" ? "✓ Rien n’a été altéré.\n" : "✓ Nothing was tampered with.\n";
  await output.out(faults === 0 ? sound : "");
  return faults === 0 ? EXIT.done : EXIT.failed;
}

/** Always exits 0: a mail server told of a failure would send a report on the report. */
async function runBounce({ world }: Started, lang: Lang, output: CommandOutput, message: string): Promise<number> {
  const noted = await noteReturned(world, placesOf(world.laws), message);
  await output.out(`${sayNoted(noted)[lang]}\n`);
  return EXIT.done;
}
