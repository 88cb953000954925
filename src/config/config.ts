/** The environment, read and checked once: every problem at a time, each with what to do, in both languages. */
import type { Bucket } from "../record/files/bucket-store.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isStripeAddress, readStripeAccounts, type StripeAccount } from "./stripe-settings.ts";
import type { Label, Lang } from "../kit/lang.ts";
import { isOff, type Setting, SETTINGS } from "./settings.ts";

/** What `settings.ts` says of each, read; `undefined` where there is none. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** The folder of everything this deployment keeps on disk. */
  readonly data: string;
  readonly databaseUrl: string | undefined;
  /** The application's own address where no other owns the tables. */
  readonly ownerUrl: string | undefined;
  readonly lang: Lang;
  readonly establishment: string | undefined;
  readonly diploma: string | undefined;
  readonly proxies: number;
  readonly metricsToken: string | undefined;
  /** Without a slash at the end. */
  readonly publicUrl: string | undefined;
  /** It comes with `mailFrom` and `publicUrl`. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  /** It comes with `publicUrl`. */
  readonly oidc: Oidc | undefined;
  readonly timestampUrl: string | undefined;
  readonly timestampCa: string | undefined;
  readonly law: string | undefined;
  readonly log: boolean;
  /** What this process does of the calendar and the jobs: as it serves, none of it, or that alone. */
  readonly work: "on" | "off" | "only";
  readonly demo: boolean;
  readonly demoHost: string | undefined;
  /** None where people pay otherwise. */
  readonly stripe: readonly StripeAccount[];
  readonly stripeUrl: string | undefined;
  /** The folder of the files that people send; beside the database where none is given. */
  readonly files: string;
  readonly bucket: Bucket | undefined;
  readonly clamd: string | undefined;
};

type Oidc = {
  /** Whose it is; the only school where none is named. */
  readonly school: string | undefined;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly name: string | undefined;
};

/** `url` names the server and the bucket: `https://server/bucket`. */

export type Environment = { readonly [name: string]: string | undefined };
export type ConfigProblem = { readonly name: string; readonly label: Label };
export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

type Key = keyof typeof SETTINGS;
type Given = { readonly [K in Key]?: string };
type WithDefault = { [K in Key]: (typeof SETTINGS)[K] extends { readonly otherwise: string } ? K : never }[Key];
type Defaults = { readonly [K in WithDefault]: string };
type ReadFile = (path: string) => string;

const KEYS = Object.keys(SETTINGS) as Key[];
const setting = (key: Key): Setting => SETTINGS[key];
const DEFAULTS = Object.fromEntries(
  KEYS.filter((key) => setting(key).otherwise !== undefined).map((key) => [key, setting(key).otherwise]),
) as Defaults;

/** Pure but for files: those that `…_FILE` variables name, and the certificates. An empty variable is one not given. */
export function readConfig(env: Environment, readFile: ReadFile = (path) => readFileSync(path, "utf8")): ReadConfig {
  const given: { [K in Key]?: string } = {};
  const unread = new Map<Key, ConfigProblem[]>();
  for (const key of KEYS) {
    const { value, problems } = valueOf(setting(key), env, readFile);
    if (value) given[key] = value;
    unread.set(key, problems);
  }
  const problems = KEYS.flatMap((key) => [...(unread.get(key) ?? []), ...wrongWith(key, given, readFile)]);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: configOf(given) };
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

function wrongWith(key: Key, given: Given, readFile: ReadFile): ConfigProblem[] {
  const { name, fits, refusal } = setting(key);
  const value = given[key];
  const alone = value !== undefined && fits && !fits(value) && refusal?.(value);
  const beside = TOGETHER.map(([of, wrong]) => of === key && wrong(given, readFile));
  return [alone, ...beside].flatMap((label) => (label ? [{ name, label }] : []));
}

/** What no setting can say alone: which goes with which, and never without. */
const TOGETHER: readonly (readonly [Key, (given: Given, readFile: ReadFile) => Label | false | undefined])[] = [
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
  ["stripeKeys", (given) => wrongAccounts(given) === "keys" && KEY_AND_SECRET],
  ["stripeSecrets", (given) => ["secrets", "unpaired"].includes(wrongAccounts(given) ?? "") && KEY_AND_SECRET],
  [
    "stripeUrl",
    (given) => isGiven(given.stripeUrl) && !isStripeAddress(given.stripeUrl, accounts(given)) && STRIPE_URL,
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

/** Only of settings in which nothing was wrong. */
function configOf(given: Given): Config {
  const all = { ...DEFAULTS, ...given };
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
    stripe: accounts(given),
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

/** Host and user may differ (a socket, a pooler, another login): the database may not. */
function databaseNamed(url: string): string | undefined {
  return URL.parse(url)?.pathname;
}

const stripeOf = ({ stripeKeys, stripeSecrets }: Given) => readStripeAccounts(stripeKeys ?? "", stripeSecrets ?? "");

function wrongAccounts(given: Given): "keys" | "secrets" | "unpaired" | undefined {
  const read = stripeOf(given);
  return "wrong" in read ? read.wrong : undefined;
}

function accounts(given: Given): readonly StripeAccount[] {
  const read = stripeOf(given);
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
