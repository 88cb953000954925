/** Reads and checks the environment once, and reports all problems together, each with what to do, in both languages. */
import type { Bucket } from "../files/bucket-store.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isStripeAddress, readStripeAccounts, type StripeAccount } from "./stripe-settings.ts";
import type { Label, Lang } from "../kit/lang.ts";
import { isOff, type Setting, SETTINGS } from "./settings.ts";

/** The parsed settings, described in `settings.ts`; `undefined` if not set. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** The folder of all that this deployment keeps on disk, unless `files` is elsewhere. */
  readonly data: string;
  readonly databaseUrl: string | undefined;
  /** By default `databaseUrl`. */
  readonly ownerUrl: string | undefined;
  readonly lang: Lang;
  readonly establishment: string | undefined;
  readonly diploma: string | undefined;
  readonly proxies: number;
  readonly metricsToken: string | undefined;
  /** Without a trailing slash. */
  readonly publicUrl: string | undefined;
  /** Requires `mailFrom` and `publicUrl`. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  /** Requires `publicUrl`. */
  readonly oidc: Oidc | undefined;
  readonly timestampUrl: string | undefined;
  readonly timestampCa: string | undefined;
  readonly law: string | undefined;
  readonly log: boolean;
  /** Whether this process runs the scheduler and the jobs: beside the pages, not at all, or alone. */
  readonly work: "on" | "off" | "only";
  readonly demo: boolean;
  readonly demoHost: string | undefined;
  /** Empty without online payment. */
  readonly stripe: readonly StripeAccount[];
  readonly stripeUrl: string | undefined;
  /** The folder of uploaded files; by default `files` in `data`. */
  readonly files: string;
  /** Its `url` names the server and the bucket: `https://server/bucket`. */
  readonly bucket: Bucket | undefined;
  readonly clamd: string | undefined;
};

type Oidc = {
  /** The school of the provider; by default the only school. */
  readonly school: string | undefined;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly name: string | undefined;
};

export type Environment = { readonly [name: string]: string | undefined };
export type ConfigProblem = { readonly name: string; readonly label: Label };
export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

type Key = keyof typeof SETTINGS;
type Values = { readonly [K in Key]?: string };
type WithDefault = { [K in Key]: (typeof SETTINGS)[K] extends { readonly otherwise: string } ? K : never }[Key];
type Defaults = { readonly [K in WithDefault]: string };
type ReadFile = (path: string) => string;

const KEYS = Object.keys(SETTINGS) as Key[];
const setting = (key: Key): Setting => SETTINGS[key];
const DEFAULTS = Object.fromEntries(
  KEYS.filter((key) => setting(key).otherwise !== undefined).map((key) => [key, setting(key).otherwise]),
) as Defaults;

/** Pure but for reading files: those that `…_FILE` variables name, and the certificates. An empty variable counts as not set. */
export function readConfig(env: Environment, readFile: ReadFile = (path) => readFileSync(path, "utf8")): ReadConfig {
  const values: { [K in Key]?: string } = {};
  const unread = new Map<Key, ConfigProblem[]>();
  for (const key of KEYS) {
    const { value, problems } = valueOf(setting(key), env, readFile);
    if (value) values[key] = value;
    unread.set(key, problems);
  }
  const problems = KEYS.flatMap((key) => [...(unread.get(key) ?? []), ...wrongWith(key, values, readFile)]);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: configOf(values) };
}

function valueOf({ name, hidden }: Setting, env: Environment, readFile: ReadFile) {
  const path = hidden && env[`${name}_FILE`];
  if (!path) return { value: env[name], problems: [] };
  const value = contentOf(path, readFile)?.trim();
  const problems: ConfigProblem[] = [];
  if (env[name]) problems.push({ name, label: notBoth(name, `${name}_FILE`) });
  if (value === undefined) problems.push({ name: `${name}_FILE`, label: cannotBeRead(path) });
  return { value, problems };
}

function wrongWith(key: Key, values: Values, readFile: ReadFile): ConfigProblem[] {
  const { name, fits, refusal } = setting(key);
  const value = values[key];
  const alone = value !== undefined && fits && !fits(value) && refusal?.(value);
  const beside = TOGETHER.map(([of, wrong]) => of === key && wrong(values, readFile));
  return [alone, ...beside].flatMap((label) => (label ? [{ name, label }] : []));
}

/** Checks across settings: which require or exclude each other. */
const TOGETHER: readonly (readonly [Key, (values: Values, readFile: ReadFile) => Label | false | undefined])[] = [
  ["ownerUrl", ({ ownerUrl, databaseUrl }) => isGiven(ownerUrl) && !databaseUrl && onlyWith("DATABASE_URL")],
  [
    "ownerUrl",
    ({ ownerUrl, databaseUrl }) =>
      isGiven(ownerUrl) &&
      isGiven(databaseUrl) &&
      databaseNamed(ownerUrl) !== databaseNamed(databaseUrl) &&
      OTHER_DATABASE,
  ],
  ["work", ({ work, databaseUrl }) => workOf(work) !== "on" && !databaseUrl && ONE_DOES_ALL],
  ["mailFrom", ({ smtpUrl, mailFrom }) => isGiven(smtpUrl) && !mailFrom && neededBy("LIVRET_SMTP_URL")],
  ["publicUrl", ({ smtpUrl, publicUrl }) => isGiven(smtpUrl) && !publicUrl && neededBy("LIVRET_SMTP_URL")],
  ["stripeKeys", (values) => wrongAccounts(values) === "keys" && KEY_AND_SECRET],
  ["stripeSecrets", (values) => ["secrets", "unpaired"].includes(wrongAccounts(values) ?? "") && KEY_AND_SECRET],
  [
    "stripeUrl",
    (values) => isGiven(values.stripeUrl) && !isStripeAddress(values.stripeUrl, accounts(values)) && STRIPE_URL,
  ],
  [
    "timestampCa",
    ({ timestampCa, timestampUrl }) => isGiven(timestampCa) && !timestampUrl && onlyWith("LIVRET_TSA_URL"),
  ],
  ["timestampCa", ({ timestampCa }, readFile) => isGiven(timestampCa) && notCertificates(timestampCa, readFile)],
  ["files", ({ files, bucketUrl }) => isGiven(files) && isGiven(bucketUrl) && notBoth("LIVRET_FILES", "LIVRET_S3_URL")],
  ["bucketKey", ({ bucketKey, bucketUrl }) => isGiven(bucketKey) !== isGiven(bucketUrl) && BUCKET_WHOLE],
  ["bucketSecret", ({ bucketSecret, bucketUrl }) => isGiven(bucketSecret) !== isGiven(bucketUrl) && BUCKET_WHOLE],
  ["bucketRegion", ({ bucketRegion, bucketUrl }) => isGiven(bucketRegion) && !bucketUrl && onlyWith("LIVRET_S3_URL")],
  ["clientId", ({ clientId, issuer }) => isGiven(issuer) && !clientId && neededBy("LIVRET_OIDC_ISSUER")],
  ["publicUrl", ({ publicUrl, issuer }) => isGiven(issuer) && !publicUrl && neededBy("LIVRET_OIDC_ISSUER")],
  ["issuer", ({ issuer, clientId, clientSecret }) => !issuer && isGiven(clientId ?? clientSecret) && OIDC_WHOLE],
  [
    "providerSchool",
    ({ issuer, providerSchool }) => !issuer && isGiven(providerSchool) && onlyWith("LIVRET_OIDC_ISSUER"),
  ],
  ["providerName", ({ issuer, providerName }) => !issuer && isGiven(providerName) && onlyWith("LIVRET_OIDC_ISSUER")],
];

/** Called only if the settings have no problem. */
function configOf(values: Values): Config {
  const all = { ...DEFAULTS, ...values };
  const { port, host, data, lang, databaseUrl, ownerUrl, establishment, diploma, metricsToken, law, demoHost } = all;
  const { smtpUrl, mailFrom, timestampUrl, timestampCa, clamd, issuer, clientId, clientSecret } = all;
  const { providerName: name, providerSchool } = all;
  const { bucketUrl, bucketRegion, bucketKey, bucketSecret } = all;
  return {
    port: Number(port),
    host,
    data,
    databaseUrl,
    ownerUrl: ownerUrl ?? databaseUrl,
    lang: lang as Lang,
    establishment,
    diploma,
    proxies: Number(all.proxies),
    metricsToken,
    law,
    log: !isOff(all.log),
    work: workOf(all.work),
    demo: !isOff(all.demo),
    demoHost,
    publicUrl: all.publicUrl && new URL(all.publicUrl).origin,
    oidc: issuer && clientId ? { school: providerSchool, issuer, clientId, clientSecret, name } : undefined,
    smtpUrl,
    mailFrom,
    timestampUrl,
    timestampCa,
    stripe: accounts(values),
    stripeUrl: all.stripeUrl && new URL(all.stripeUrl).origin,
    clamd,
    files: all.files ?? join(data, "files"),
    bucket:
      bucketUrl && bucketKey && bucketSecret
        ? { url: bucketUrl.replace(/\/$/, ""), region: bucketRegion, key: bucketKey, secret: bucketSecret }
        : undefined,
  };
}

function workOf(word = "on"): Config["work"] {
  if (word.toLowerCase() === "only") return "only";
  return isOff(word) ? "off" : "on";
}

export function sayConfigProblems(problems: readonly ConfigProblem[], lang: Lang): string {
  const opening = { fr: "La configuration ne convient pas\u00a0:", en: "The configuration is not right:" }[lang];
  const colon = lang === "fr" ? "\u00a0:" : ":";
  return [opening, ...problems.map(({ name, label }) => `  ${name}${colon} ${label[lang]}`)].join("\n");
}

const isGiven = (value: string | undefined): value is string => value !== undefined;

const notBoth = (one: string, other: string): Label => ({
  fr: `donnez ${one} ou ${other}, pas les deux`,
  en: `give ${one} or ${other}, not both`,
});
const onlyWith = (other: string): Label => ({
  fr: `n’a de sens qu’avec ${other}`,
  en: `only makes sense with ${other}`,
});
const neededBy = (other: string): Label => ({ fr: `à donner avec ${other}`, en: `to be given with ${other}` });
const cannotBeRead = (path: string): Label => ({
  fr: `le fichier ${path} ne se lit pas`,
  en: `the file ${path} cannot be read`,
});
const OTHER_DATABASE: Label = {
  fr: "ne nomme pas la même base que DATABASE_URL : les migrations iraient ailleurs",
  en: "names another database than DATABASE_URL: the migrations would go elsewhere",
};
const ONE_DOES_ALL: Label = {
  fr: "partage le travail entre plusieurs processus, ce que permet un serveur PostgreSQL (DATABASE_URL) ; sur la base embarquée, un seul fait tout : ne le donnez pas",
  en: "shares the work between processes, which a PostgreSQL server allows (DATABASE_URL); on the embedded database one does all: do not give it",
};
const KEY_AND_SECRET: Label = {
  fr: "une clé par école, ecole=sk_live_…, et pour chacune au moins un secret d’annonce, ecole=whsec_…",
  en: "one key a school, school=sk_live_…, and for each at least one secret of its endpoint, school=whsec_…",
};
const STRIPE_URL: Label = {
  fr: "l’adresse doit s’écrire https://serveur, sans chemin ; http:// ne vaut que pour cette machine et des clés de test",
  en: "the address must read https://server, without a path; http:// is only for this machine and test keys",
};
const BUCKET_WHOLE: Label = {
  fr: "se donne avec LIVRET_S3_URL, et jamais sans",
  en: "goes with LIVRET_S3_URL, and never without",
};
const OIDC_WHOLE: Label = {
  fr: "à donner avec les autres LIVRET_OIDC_…",
  en: "to be given with the other LIVRET_OIDC_…",
};

/** The owner's host and user may differ (a socket, a pooler, another login), but not the database. */
function databaseNamed(url: string): string | undefined {
  return URL.parse(url)?.pathname;
}

const stripeOf = ({ stripeKeys, stripeSecrets }: Values) => readStripeAccounts(stripeKeys ?? "", stripeSecrets ?? "");

function wrongAccounts(values: Values): "keys" | "secrets" | "unpaired" | undefined {
  const read = stripeOf(values);
  return "wrong" in read ? read.wrong : undefined;
}

function accounts(values: Values): readonly StripeAccount[] {
  const read = stripeOf(values);
  return "accounts" in read ? read.accounts : [];
}

function notCertificates(path: string, readFile: ReadFile): Label | undefined {
  const content = contentOf(path, readFile);
  if (content === undefined) return cannotBeRead(path);
  if (content.includes("-----BEGIN CERTIFICATE-----")) return undefined;
  return {
    fr: `le fichier ${path} ne contient aucun certificat (PEM)`,
    en: `the file ${path} holds no certificate (PEM)`,
  };
}

function contentOf(path: string, readFile: ReadFile): string | undefined {
  try {
    return readFile(path);
  } catch {
    return undefined;
  }
}
