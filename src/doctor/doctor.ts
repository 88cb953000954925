/** `livret doctor`: checks everything that can fail silently, and says what to do. */
import { sql } from "kysely";
import { type ActWorld, type Duty, surroundings } from "../act/act.ts";
import { migrationState, sayMigrationState } from "../db/migrate.ts";
import { APP_ROLE, type Opened } from "../db/open.ts";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import type { Label } from "../kit/lang.ts";
import { plural } from "../kit/lang.ts";
import type { Check, OutsideCheck, SchoolCheck } from "../act/check.ts";
import { clockChecks } from "../deployment/clock/check.ts";
import { overdueFault } from "../deployment/overdue/check.ts";
import { diskChecks } from "./disk-check.ts";
import { type FilesPatient, filesCheck, scannerCheck, scansCheck } from "../files/check.ts";
import { jobsCheck } from "../jobs/check.ts";
import { mailsCheck, mailServerCheck } from "../mail/check.ts";
import type { MailService } from "../mail/transport.ts";
import { sayPlace } from "../act/place-name.ts";
import { sealCheck } from "./seal-check.ts";
import type { TimestampAuthority } from "../audit/timestamp-acts.ts";
import { sayTampered, verifyAudit } from "../audit/verify.ts";

export type Patient = {
  readonly opened: Opened;
  /** Folders of this machine that the service writes to. */
  readonly folders?: readonly string[];
  readonly world: ActWorld;
  readonly establishments: readonly string[];
  /** Tables whose every row is recorded by an act. */
  readonly tables: readonly string[];
  readonly duties: readonly Duty[];
  readonly mail: MailService | undefined;
  readonly timestamps: TimestampAuthority | undefined;
  /** Checks that subjects bring, run in the order of the list. */
  readonly checks?: readonly SchoolCheck[];
  readonly outside?: readonly OutsideCheck[];
  readonly files?: Omit<FilesPatient, "db" | "now"> | undefined;
  /** See `verifyAudit`. */
  readonly outliving?: readonly string[];
};

export async function doctor(patient: Patient): Promise<Check[]> {
  const { opened, establishments } = patient;
  const checks = [await serverCheck(opened), await migrationCheck(opened)];
  // With another schema the remaining checks mean nothing.
  if (checks.some(({ ok }) => ok === false)) return checks;
  checks.push(await guardCheck(opened), ...(await diskChecks(patient.folders ?? [])));
  checks.push(...(await clockChecks(patient.world, establishments)));
  for (const school of establishments)
    for (const check of await schoolChecks(patient, school)) checks.push({ ...check, school });
  // The caller may have listed the deployment too.
  const places = [...new Set([DEPLOYMENT, ...establishments])];
  const scanner = patient.files && (await scannerCheck(patient.files.files));
  if (scanner) checks.push(scanner);
  checks.push(await jobsCheck(opened.db, places, patient.world.now()));
  checks.push(mailServerCheck(patient.mail), await mailsCheck(opened.db, places));
  if (opened.embedded) checks.push(EMBEDDED);
  return checks;
}

async function schoolChecks(patient: Patient, establishment: string): Promise<Check[]> {
  const checks = [await auditCheck(patient, establishment), await duesCheck(patient, establishment)];
  checks.push(await sealCheck(patient, establishment));
  // Dossiers, money and files belong to schools; the deployment has none.
  if (establishment === DEPLOYMENT) return checks;
  for (const run of patient.checks ?? []) {
    const check = await withSchool(patient.opened.db, establishment, (tx) => run(tx, establishment));
    if (check) checks.push(check);
  }
  const outside = await Promise.all((patient.outside ?? []).map((ask) => ask(establishment)));
  return [...checks, ...outside.filter((check) => check !== undefined), ...(await fileChecks(patient, establishment))];
}

async function fileChecks({ opened: { db }, world: { now }, files }: Patient, establishment: string): Promise<Check[]> {
  if (!files) return [];
  const patient = { db, now, ...files };
  return [await filesCheck(patient, establishment), await scansCheck(patient, establishment)];
}

async function serverCheck({ db, embedded }: Opened): Promise<Check> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db);
  const version = rows[0]!.version.split(" ")[0]!;
  const kind = embedded ? { fr: "embarqué", en: "embedded" } : { fr: "sur serveur", en: "on a server" };
  const ok = embedded || Number(version.split(".")[0]) >= 17;
  const need: Label = ok
    ? { fr: "", en: "" }
    : { fr: " Il faut la version 17 ou une plus récente.", en: " Version 17 or later is needed." };
  return {
    name: "database",
    ok,
    label: { fr: `PostgreSQL ${version}, ${kind.fr}.${need.fr}`, en: `PostgreSQL ${version}, ${kind.en}.${need.en}` },
  };
}

async function migrationCheck(opened: Opened): Promise<Check> {
  const state = await migrationState(opened);
  return { name: "migrations", ok: state.state === "current", label: sayMigrationState(state) };
}

/** Every table of a school has row security; only tables that belong to no school have none. */
async function guardCheck({ db }: Opened): Promise<Check> {
  const open = await unguardedTables(db);
  const list = open.join(", ");
  const label = {
    fr:
      open.length === 0
        ? `Chaque école ne voit que ses lignes (${APP_ROLE}).`
        : `Tables sans cloison entre écoles\u00a0: ${list}. Rétablissez leur politique.`,
    en:
      open.length === 0
        ? `Each school sees its own rows only (${APP_ROLE}).`
        : `Tables without a wall between schools: ${list}. Put their policy back.`,
  };
  return { name: "guard", ok: open.length === 0, label };
}

const OF_NO_SCHOOL = ["migration"];

/** Tables whose primary key does not begin with `establishment_id`, or whose rows no policy separates by it. */
export async function unguardedTables(db: Opened["db"]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not (
      c.relrowsecurity
      and exists (
        select from pg_policy p
        where p.polrelid = c.oid and pg_get_expr(p.polqual, p.polrelid) like '(establishment_id = current_setting(%'
      )
      and exists (
        select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary and a.attname = 'establishment_id'
      )
    )
    order by 1`.execute(db);
  return rows.map(({ name }) => name).filter((name) => !OF_NO_SCHOOL.includes(name));
}

async function auditCheck({ world, tables, outliving = [] }: Patient, establishment: string): Promise<Check> {
  const zone = world.zone(establishment);
  const { chains, records, erased, tampered } = await verifyAudit(world.db, { establishment, zone, tables, outliving });
  const [first] = tampered;
  const sound = {
    fr: `${sayPlace(establishment, "fr")}\u00a0: ${records} ${plural(records, "enregistrement", "enregistrements", "fr")} en ${chains} ${plural(chains, "chaîne", "chaînes", "fr")}, dont ${erased.length} ${plural(erased.length, "effacée", "effacées", "fr")}\u00a0; rien d’altéré.`,
    en: `${sayPlace(establishment, "en")}: ${records} ${plural(records, "record", "records", "en")} in ${chains} ${plural(chains, "chain", "chains", "en")}, ${erased.length} erased; nothing tampered with.`,
  };
  if (!first) return { name: "audit", ok: true, label: sound };
  const count = tampered.length;
  const label = {
    fr: `${sayPlace(establishment, "fr")}\u00a0: ${count} ${plural(count, "anomalie", "anomalies", "fr")}\u00a0; ${sayTampered(first).fr} La liste\u00a0: « livret audit verify ».`,
    en: `${sayPlace(establishment, "en")}: ${count} ${plural(count, "fault", "faults", "en")}; ${sayTampered(first).en} The list: "livret audit verify".`,
  };
  return { name: "audit", ok: false, label };
}

const MANY = 1_000;

/**
 * While the service runs, a duty waits an hour at most. Overdue duties are no fault, but reveal a service that is off; one that was
 * tried and could not be done is.
 */
async function duesCheck({ world, duties }: Patient, establishment: string): Promise<Check> {
  const at = world.now();
  const due = await withSchool(world.db, establishment, async (tx) => {
    let count = 0;
    for (const duty of duties)
      count += (await duty.due({ tx, ...surroundings(world, establishment, at) }, MANY)).length;
    return count;
  });
  const fault = await withSchool(world.db, establishment, (tx) => overdueFault(tx, establishment));
  if (fault) return { name: "calendar", ok: false, label: fault };
  const shownCount = due >= MANY ? `${MANY}+` : String(due);
  const label = {
    fr:
      due === 0
        ? `${sayPlace(establishment, "fr")}\u00a0: rien n’attend le calendrier.`
        : `${sayPlace(establishment, "fr")}\u00a0: ${shownCount} ${plural(due, "échéance attend", "échéances attendent", "fr")}\u00a0; le service s’en charge à son démarrage puis chaque heure.`,
    en:
      due === 0
        ? `${sayPlace(establishment, "en")}: nothing waits for the calendar.`
        : `${sayPlace(establishment, "en")}: ${shownCount} ${plural(due, "thing is", "things are", "en")} due; the service sees to it at its start, then every hour.`,
  };
  return { name: "calendar", ok: due === 0 ? true : null, label };
}

const EMBEDDED: Check = {
  name: "durability",
  ok: null,
  label: {
    fr: "La base embarquée résiste à l’arrêt brutal du programme, pas à une coupure de courant\u00a0: elle sert à essayer. En service, donnez DATABASE_URL.",
    en: "The embedded database survives the program being killed, not a power cut: it is for trying. In service, give DATABASE_URL.",
  },
};
