/** Builds the world from the configuration: locks the folder, reads the law, opens and migrates the database. */
import { readinessOf } from "./readiness.ts";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { withExampleLegal } from "./example-legal.ts";
import { withExamplePayment } from "./example-payment.ts";
import type { Config } from "../config/config.ts";
import { type Held, holdFolder, type Serve } from "../db/folder.ts";
import { compare, migrate, migrationState, readMigrations, sayMigrationState } from "../db/migrate.ts";
import { APP_ROLE, NotAllowed, NothingThere, openDatabase, type Opened } from "../db/open.ts";
import type { Payments } from "../billing/online/provider.ts";
import { stripe, STRIPE_API, STRIPE_PAGES } from "../billing/online/stripe.ts";
import { isDiskFull } from "../kit/disk.ts";
import type { Label } from "../kit/lang.ts";
import { type LawCase, loadCases } from "../law/cases.ts";
import type { Laws } from "../law/load.ts";
import { lawFolder, servedLaws } from "./law-folder.ts";
import { birthOf } from "../deployment/birth/birth.ts";
import { openProvider } from "../people/provider/provider.ts";
import { keepLawFiles } from "../audit/acts.ts";
import { startRenderer } from "../documents/render.ts";
import { bucketStore } from "../files/bucket-store.ts";
import { clamdScanner } from "../files/clamd.ts";
import type { FileStore } from "../files/file-store.ts";
import { folderStore } from "../files/folder-store.ts";
import { startInspector } from "../files/inside/inspector.ts";
import { mindSearches } from "../files/work.ts";
import { insideTransport } from "../mail/inside.ts";
import { readSmtpUrl, smtpTransport } from "../mail/smtp.ts";
import type { MailService } from "../mail/transport.ts";
import { StartError, whyNot } from "./start-error.ts";
import type { World } from "../act/world.ts";
import { lawWorld } from "./world.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export type Started = {
  readonly world: World;
  readonly opened: Opened;
  /** Local folders that are written to. */
  readonly folders: readonly string[];
  /** The folder of the law in force. */
  readonly lawFolder: string;
  readonly close: () => Promise<void>;
};

export function programVersion(): string {
  return (JSON.parse(readFileSync(`${ROOT}/package.json`, "utf8")) as { version: string }).version;
}

/** Locks the embedded database for this process; `serve` runs the commands that other processes send to it. */
export async function hold(config: Config, serve: Serve): Promise<Held> {
  if (config.databaseUrl !== undefined) return { release: async () => {} };
  const held = await holdFolder(config.data, serve).catch((error: unknown) => {
    throw unusable("LIVRET_DATA", config.data, error);
  });
  if ("release" in held) return held;
  const pid = held.heldBy.pid;
  throw new StartError({
    fr: `Un autre processus Livret${pid === null ? "" : ` (n° ${pid})`} utilise déjà la base du dossier ${config.data}. Arrêtez-le, ou donnez un autre dossier (LIVRET_DATA=…). Pour plusieurs processus, donnez un serveur PostgreSQL (DATABASE_URL=…).`,
    en: `Another Livret process${pid === null ? "" : ` (no. ${pid})`} is using the database in the folder ${config.data}. Stop it, or give another folder (LIVRET_DATA=…). For several processes, give a PostgreSQL server (DATABASE_URL=…).`,
  });
}

/** The finished embedded database. */
export function databaseFolder({ data }: Config): string {
  return join(data, "pg");
}

/** Where a restore is built until it is complete. */
export function restoreFolder(config: Config): string {
  return `${databaseFolder(config)}.restoring`;
}

/** For the embedded database; a server’s database has a mark of its own. */
export function refuseUnfinished(config: Config): void {
  if (config.databaseUrl === undefined && existsSync(restoreFolder(config)))
    throw new StartError(sayMigrationState({ state: "restoring" }));
}

/**
 * Opens everything, migrates the database and stores the law's files. The folder must be locked. A new embedded database is built in
 * another folder with what `first` puts into it, then renamed: a process killed midway leaves nothing half made.
 */
export async function start(
  config: Config,
  first = async (_made: Started): Promise<void> => {},
  tell: Tell = () => {},
): Promise<Started> {
  const laws = servedLaws(config.law);
  refuseUnknown(config, laws);
  refuseUnfinished(config);
  const folder = databaseFolder(config);
  if (config.databaseUrl === undefined && !existsSync(folder)) {
    process.stderr.write(FIRST_START[config.lang]);
    const aside = `${folder}.making`;
    rmSync(aside, { recursive: true, force: true });
    const made = await openWorld(config, laws, { folder: aside, tell, how: "serves" });
    try {
      await first(made);
    } finally {
      await made.close();
    }
    renameSync(aside, folder);
  }
  return openWorld(config, laws, { folder, tell, how: "serves" });
}

/**
 * For a command: opens what exists. Nothing is created or migrated: a wrong folder or address is reported, and a database that is being
 * restored stays empty. A command that only reads does not store the law's files either.
 */
export async function startThere(config: Config, { reads }: { reads: boolean }): Promise<Started> {
  const how = reads ? "reads" : "acts";
  return openWorld(config, servedLaws(config.law), { folder: databaseFolder(config), tell: () => {}, how });
}

/** Migrates an existing database, and does no more. */
export async function migrateThere(config: Config): Promise<Awaited<ReturnType<typeof migrate>>> {
  const opened = await openThere(config, { folder: databaseFolder(config), tell: () => {}, how: "serves" });
  try {
    return await migrate(opened);
  } finally {
    await opened.close();
  }
}

/** Told when an outside service fails, with its name, the school and the error code alone; or that it is back. */
type Tell = (
  told:
    | { readonly service: "payments" | "database"; readonly school?: string; readonly code: string }
    | { readonly back: "database"; readonly unanswered: number },
) => void;
type Opening = { readonly folder: string; readonly tell: Tell; readonly how: "serves" | "acts" | "reads" };

export function openThere(config: Config, { folder, tell, how }: Opening): Promise<Opened> {
  const { databaseUrl, ownerUrl } = config;
  const onLost = (code: string) => tell({ service: "database", code });
  const onBack = (unanswered: number) => tell({ back: "database", unanswered });
  const where = { folder, databaseUrl, ownerUrl, onLost, onBack, makes: how === "serves" };
  return openDatabase(where).catch((error: Error) => {
    if (error instanceof NothingThere) throw new StartError(sayMigrationState(compare([], readMigrations())));
    if (error instanceof NotAllowed) throw new StartError(notAllowed(error, databaseUrl!, ownerUrl ?? databaseUrl!));
    throw new StartError(databaseUrl === undefined ? unreadable(config.data, error) : unreachable(databaseUrl, error));
  });
}

async function openWorld(config: Config, laws: Laws, opening: Opening): Promise<Started> {
  const { tell, how } = opening;
  const opened = await openThere(config, opening);
  const state = await (how === "serves" ? migrate(opened) : migrationState(opened));
  if (state.state !== "current") {
    await opened.close();
    throw new StartError(sayMigrationState(state));
  }
  // Loaded at the first request: only readers need them, and starting must be quick.
  let cases: readonly LawCase[] | undefined;
  const store = fileStore(config);
  const folders = [...(opened.embedded ? [config.data] : []), store.scratch];
  const inspector = startInspector(store.scratch);
  const birth = await birthOf(opened.db);
  const documents = startRenderer({ demo: birth?.demo === true });
  // A demonstration sends no mail, whatever its settings say.
  const mail = birth?.demo ? insideService(config) : mailService(config);
  const world: World = {
    ...lawWorld(birth?.demo ? withExampleLegal(withExamplePayment(laws)) : laws, {
      diploma: config.diploma,
      establishment: config.establishment,
    }),
    db: opened.db,
    now: () => new Date(),
    version: programVersion(),
    cases: () => (cases ??= loadCases(config.law ?? ROOT)),
    documents,
    files: { store, inspector, ...(config.clamd !== undefined && { scanner: clamdScanner(config.clamd) }) },
    ...(mail && { mail }),
    ...(config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
    ...(config.oidc && {
      provider: openProvider({
        ...config.oidc,
        school: config.oidc.school ?? laws.establishments[0]!.data.establishment,
      }),
    }),
    ...(birth?.demo && { demo: birth }),
    // A demonstration takes no money.
    ...(config.stripe.length > 0 && !birth?.demo && { payments: paymentsOf(config, tell) }),
    ...(config.timestampUrl !== undefined && {
      timestamps: { url: config.timestampUrl, ca: config.timestampCa },
    }),
    ...(!opened.embedded && { serverNow: () => serverNow(opened) }),
    ready: readinessOf(opened, folders),
  };
  if (how !== "reads") await keepWhatIsLoaded(world);
  const close = async () => {
    await Promise.all([documents.close(), inspector.close()]);
    await opened.close();
  };
  return { world, opened, folders, lawFolder: lawFolder(config.law), close };
}

async function keepWhatIsLoaded(world: World): Promise<void> {
  const { establishments, diplomas } = world.laws;
  for (const { data, file } of establishments) {
    const files = [file, ...diplomas.map((one) => one.file)];
    await keepLawFiles(world, data.establishment, files, { kind: "operator" });
  }
  for (const { data } of establishments) await mindSearches(world, data.establishment);
}

function paymentsOf({ stripe: accounts, stripeUrl: api = STRIPE_API }: Config, tellAll: Tell): Payments {
  const providers = new Map(
    accounts.map(({ school, key, secrets }) => {
      const tell = (code: string) => tellAll({ service: "payments", school, code });
      return [school, stripe({ api, pages: STRIPE_PAGES, key, secrets, tell })] as const;
    }),
  );
  return (establishment) => providers.get(establishment);
}

function mailService({ smtpUrl, mailFrom, publicUrl }: Config): MailService | undefined {
  if (smtpUrl === undefined || mailFrom === undefined || publicUrl === undefined) return undefined;
  return { transport: smtpTransport(readSmtpUrl(smtpUrl)), from: mailFrom, publicUrl };
}

/** Sends nothing: each mail stays in its reader’s account. */
function insideService({ publicUrl, host, port }: Config): MailService {
  return {
    transport: insideTransport,
    from: "demonstration@livret.invalid",
    publicUrl: publicUrl ?? `http://${host}:${port}`,
  };
}

export function fileStore({ bucket, files }: Config): FileStore {
  try {
    return bucket ? bucketStore(bucket, join(files, ".arriving")) : folderStore(files);
  } catch (error) {
    throw unusable("LIVRET_FILES", files, error);
  }
}

/** Refuses settings that name a school or a diploma without a file: they would have no effect. */
export function refuseUnknown({ establishment, diploma, stripe: accounts, oidc }: Config, laws: Laws): void {
  const schools = laws.establishments.map(({ data }) => data.establishment);
  const diplomas = [...new Set(laws.diplomas.map(({ data }) => data.diploma))];
  const named = [
    ["LIVRET_ESTABLISHMENT", establishment, schools],
    ["LIVRET_DIPLOMA", diploma, diplomas],
    ["LIVRET_OIDC_SCHOOL", oidc?.school, schools],
    ...accounts.map(({ school }) => ["LIVRET_STRIPE_KEYS", school, schools] as const),
  ] as const;
  for (const [name, value, known] of named)
    if (value !== undefined && !known.includes(value))
      throw new StartError({
        fr: `${name} : « ${value} » n’est pas connu ici. Il y a : ${known.join(", ")}.`,
        en: `${name}: "${value}" is not known here. There are: ${known.join(", ")}.`,
      });
  if (oidc && oidc.school === undefined && schools.length > 1)
    throw new StartError({
      fr: `LIVRET_OIDC_SCHOOL : à donner avec LIVRET_OIDC_ISSUER où il y a plusieurs écoles, car le service de connexion ne vaut que pour la sienne. Il y a : ${schools.join(", ")}.`,
      en: `LIVRET_OIDC_SCHOOL: to be given with LIVRET_OIDC_ISSUER where there are several schools, as the sign-in service counts for its own alone. There are: ${schools.join(", ")}.`,
    });
}

/** A folder of a setting that the system refuses. */
function unusable(name: string, folder: string, error: unknown): StartError {
  const why = whyNot(error);
  return new StartError({
    fr: `${name} : le dossier ${folder} ne peut pas servir (${why.fr}). Donnez-en un où ce compte du système peut écrire.`,
    en: `${name}: the folder ${folder} cannot be used (${why.en}). Give one where this system account may write.`,
  });
}

/** For a command: the folder cannot be opened, or the service that holds it cannot be reached. */
export function shut(folder: string, error: unknown): StartError {
  const why = whyNot(error);
  return new StartError({
    fr: `LIVRET_DATA : le dossier ${folder} ne s’ouvre pas (${why.fr}). Lancez la commande avec le compte du système qui fait tourner le service, ou donnez le bon dossier.`,
    en: `LIVRET_DATA: the folder ${folder} cannot be opened (${why.en}). Run the command as the system account that runs the service, or give the right folder.`,
  });
}

const FIRST_START = {
  fr: "Premier démarrage : création de la base, quelques secondes…\n",
  en: "First start: making the database, a few seconds…\n",
} as const;

/* The driver's messages stay in English: administrators search for them. */
const unreadable = (data: string, error: Error): Label => (isDiskFull(error) ? FULL(data) : broken(data, error));

const FULL = (data: string): Label => ({
  fr: `Il n’y a plus de place sur le disque du dossier ${data}. Libérez-en, ou donnez un autre dossier (LIVRET_DATA=…), puis recommencez.`,
  en: `The disk of the folder ${data} is full. Free some of it, or give another folder (LIVRET_DATA=…), then start again.`,
});

const broken = (data: string, { message }: Error): Label => ({
  fr: `La base du dossier ${data} ne s’ouvre pas (${message}). Remettez la dernière sauvegarde à sa place, comme le dit le README, ou donnez un autre dossier (LIVRET_DATA=…).`,
  en: `The database in the folder ${data} does not open (${message}). Put the last backup in its place, as the README says, or give another folder (LIVRET_DATA=…).`,
});

const unreachable = (databaseUrl: string, { message }: Error): Label => ({
  fr: `La base PostgreSQL de DATABASE_URL (${placeOf(databaseUrl)}) ne s’ouvre pas : ${message}. Vérifiez que ce serveur tourne, que cette base y existe, et que le nom et le mot de passe sont les bons.`,
  en: `The PostgreSQL database of DATABASE_URL (${placeOf(databaseUrl)}) does not open: ${message}. Check that this server runs, that this database is there, and that the name and the password are right.`,
});

/** The SQL that a server administrator runs once, with the actual login names. */
function notAllowed({ what }: NotAllowed, databaseUrl: string, ownerUrl: string): Label {
  const login = (url: string) => `"${decodeURIComponent(URL.parse(url)?.username ?? "") || "…"}"`;
  const [owner, app] = [login(ownerUrl), login(databaseUrl)];
  const grant = `grant ${APP_ROLE} to ${[...new Set([owner, app])].join(", ")};`;
  if (what === "work as")
    return {
      fr: `Sur le serveur PostgreSQL de DATABASE_URL (${placeOf(databaseUrl)}), ${app} n’est pas membre du rôle ${APP_ROLE}, sous lequel Livret travaille. Un administrateur du serveur l’y met une fois : ${grant}`,
      en: `On the PostgreSQL server of DATABASE_URL (${placeOf(databaseUrl)}), ${app} is no member of the role ${APP_ROLE}, as which Livret works. An administrator of the server makes it one, once: ${grant}`,
    };
  return {
    fr: `Le serveur PostgreSQL (${placeOf(ownerUrl)}) ne laisse pas ${owner} créer le rôle ${APP_ROLE}, sous lequel Livret travaille. Un administrateur du serveur le fait une fois, puis recommencez : create role ${APP_ROLE} nologin; ${grant}`,
    en: `The PostgreSQL server (${placeOf(ownerUrl)}) does not let ${owner} make the role ${APP_ROLE}, as which Livret works. An administrator of the server does it once, then start again: create role ${APP_ROLE} nologin; ${grant}`,
  };
}

/** Without the password. */
function placeOf(databaseUrl: string): string {
  const url = URL.parse(databaseUrl);
  return url ? `${url.host}${url.pathname}` : "…";
}

async function serverNow({ db }: Opened): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  return rows[0]!.now;
}
