/** The environment, read and checked once: every problem at a time, each with what to do, in both languages. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isStripeAddress, readStripeAccounts, type StripeAccount } from "./billing/rules/stripe-settings.ts";
import type { Label, Lang } from "./kit/lang.ts";

export type Config = {
  readonly port: number;
  readonly host: string;
  /** The folder of everything this deployment keeps on disk. */
  readonly data: string;
  /** The server the application connects to; `undefined` for the embedded database in `data`. */
  readonly databaseUrl: string | undefined;
  /** The same server as the owner of its tables, for migrations. */
  readonly ownerUrl: string | undefined;
  readonly lang: Lang;
  readonly establishment: string | undefined;
  readonly diploma: string | undefined;
  /** How many proxies stand in front, whose word on the caller's address and on TLS is taken; 0 for none. */
  readonly proxies: number;
  /** What opens `/metrics` to whoever brings it; without it they are for this machine alone. */
  readonly metricsToken: string | undefined;
  /** Where people reach the service, without a slash at the end: the start of every link in a mail. */
  readonly publicUrl: string | undefined;
  /** The server that mails are handed to; `undefined` where none are sent. It comes with `mailFrom` and `publicUrl`. */
  readonly smtpUrl: string | undefined;
  /** The school's own sign-in service (OpenID Connect); it comes with `publicUrl`. */
  readonly oidc:
    | {
        readonly issuer: string;
        readonly clientId: string;
        readonly clientSecret: string | undefined;
        readonly name: string | undefined;
      }
    | undefined;
  /** The address that mails come from. */
  readonly mailFrom: string | undefined;
  /** The timestamping authority (RFC 3161) that checkpoints are shown to, and the certificates it is trusted by. */
  readonly timestampUrl: string | undefined;
  readonly timestampCa: string | undefined;
  /** The folder of `diplomas/` and `establishments/`; the program's own where none is given. */
  readonly law: string | undefined;
  /** Whether what happens is logged on standard output. */
  readonly log: boolean;
  /** Whether a new embedded database is born as a demonstration. */
  readonly demo: boolean;
  /** The address that a demonstration may listen on although it is not this machine's own: `HOST`, said a second time. */
  readonly demoHost: string | undefined;
  /** The accounts on which schools are paid online; none where people pay otherwise. */
  readonly stripe: readonly StripeAccount[];
  /** Where Stripe's interface is reached, where not at its own address. */
  readonly stripeUrl: string | undefined;
  /** The folder of the files that people send; beside the database where none is given. */
  readonly files: string;
  /** The bucket of an S3 server that keeps them instead. */
  readonly bucket: Bucket | undefined;
  /** ClamAV's service, which searches files for viruses: `tcp://host:port`, or a socket of this machine. */
  readonly clamd: string | undefined;
};

/** `url` names the server and the bucket: `https://server/bucket`. */
export type Bucket = { readonly url: string; readonly region: string; readonly key: string; readonly secret: string };

export type Environment = { readonly [name: string]: string | undefined };
export type ConfigProblem = { readonly name: string; readonly label: Label };
export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** Pure but for the files that `…_FILE` variables name, read by `readFile`. An empty variable is one not given. */
export function readConfig(
  env: Environment,
  readFile: (path: string) => string = (path) => readFileSync(path, "utf8"),
): ReadConfig {
  const problems: ConfigProblem[] = [];
  const tell = (name: string, fr: string, en: string) => void problems.push({ name, label: { fr, en } });
  const text = (name: string) => env[name] || undefined;
  /** A secret may stand in a file, so that it shows in no process list. */
  const hidden = (name: string) => {
    const path = text(`${name}_FILE`);
    if (path === undefined) return text(name);
    if (text(name) !== undefined)
      tell(name, `donnez ${name} ou ${name}_FILE, pas les deux`, `give ${name} or ${name}_FILE, not both`);
    try {
      return readFile(path).trim() || undefined;
    } catch {
      tell(`${name}_FILE`, `le fichier ${path} ne se lit pas`, `the file ${path} cannot be read`);
      return undefined;
    }
  };

  /** A word for yes or for no; any other is told rather than taken for one of them. */
  const isOn = (name: string) => {
    const word = text(name)?.toLowerCase() ?? "on";
    if (!YES.includes(word) && !NO.includes(word))
      tell(name, `« ${word} » n’est ni on ni off`, `"${word}" is neither on nor off`);
    return !NO.includes(word);
  };

  const log = isOn("LIVRET_LOG");
  const demo = isOn("LIVRET_DEMO");
  const port = text("PORT") ?? "3000";
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    tell(
      "PORT",
      `« ${port} » n’est pas un port : un nombre de 0 à 65535`,
      `"${port}" is not a port: a number from 0 to 65535`,
    );
  const lang = text("LIVRET_LANG") ?? "fr";
  if (lang !== "fr" && lang !== "en")
    tell(
      "LIVRET_LANG",
      `« ${lang} » n’est pas une langue connue : fr ou en`,
      `"${lang}" is not a known language: fr or en`,
    );
  const databaseUrl = hidden("DATABASE_URL");
  const ownerUrl = hidden("DATABASE_OWNER_URL");
  for (const [name, url] of [
    ["DATABASE_URL", databaseUrl],
    ["DATABASE_OWNER_URL", ownerUrl],
  ] as const) {
    // The address holds a password: it is not repeated.
    if (url !== undefined && !isPostgresUrl(url))
      tell(
        name,
        "l’adresse doit s’écrire postgresql://utilisateur@serveur/base",
        "the address must read postgresql://user@server/database",
      );
  }
  if (ownerUrl !== undefined && databaseUrl === undefined)
    tell("DATABASE_OWNER_URL", "n’a de sens qu’avec DATABASE_URL", "only makes sense with DATABASE_URL");
  if (databaseUrl !== undefined && ownerUrl !== undefined && databaseNamed(databaseUrl) !== databaseNamed(ownerUrl))
    tell(
      "DATABASE_OWNER_URL",
      "ne nomme pas la même base que DATABASE_URL : les migrations iraient ailleurs",
      "names another database than DATABASE_URL: the migrations would go elsewhere",
    );
  const proxies = text("LIVRET_PROXIES") ?? "0";
  if (!/^\d$/.test(proxies))
    tell(
      "LIVRET_PROXIES",
      `« ${proxies} » n’est pas un nombre de serveurs mandataires, de 0 à 9`,
      `"${proxies}" is not a number of proxies, from 0 to 9`,
    );
  const metricsToken = hidden("LIVRET_METRICS_TOKEN");
  // Not repeated: it opens something.
  if (metricsToken !== undefined && !/^[\w.~+/=-]{24,500}$/.test(metricsToken))
    tell(
      "LIVRET_METRICS_TOKEN",
      "24 signes au moins, lettres et chiffres sans espace, comme en donne « openssl rand -hex 24 »",
      'at least 24 letters and digits without a space, such as "openssl rand -hex 24" gives',
    );
  const smtpUrl = hidden("LIVRET_SMTP_URL");
  // As for the database: the address holds a password.
  if (smtpUrl !== undefined && !isSmtpUrl(smtpUrl))
    tell(
      "LIVRET_SMTP_URL",
      "l’adresse doit s’écrire smtp://utilisateur:motdepasse@serveur:port ou smtps://…",
      "the address must read smtp://user:password@server:port or smtps://…",
    );
  const mailFrom = text("LIVRET_MAIL_FROM");
  if (mailFrom !== undefined && !/^[^\s@<>",;]+@[^\s@<>",;]+$/.test(mailFrom))
    tell(
      "LIVRET_MAIL_FROM",
      `« ${mailFrom} » n’est pas une adresse seule, comme livret@exemple.fr`,
      `"${mailFrom}" is not an address alone, such as livret@example.org`,
    );
  const publicUrl = text("LIVRET_PUBLIC_URL");
  if (publicUrl !== undefined && !isOrigin(publicUrl))
    tell(
      "LIVRET_PUBLIC_URL",
      `« ${publicUrl} » doit s’écrire https://serveur, sans chemin`,
      `"${publicUrl}" must read https://server, without a path`,
    );
  if (smtpUrl !== undefined)
    for (const [name, value] of [
      ["LIVRET_MAIL_FROM", mailFrom],
      ["LIVRET_PUBLIC_URL", publicUrl],
    ] as const)
      if (value === undefined) tell(name, "à donner avec LIVRET_SMTP_URL", "to be given with LIVRET_SMTP_URL");
  const accounts = readStripeAccounts(hidden("LIVRET_STRIPE_KEYS") ?? "", hidden("LIVRET_STRIPE_SECRETS") ?? "");
  // They open an account at a bank: nothing of them is repeated.
  if ("wrong" in accounts)
    tell(
      accounts.wrong === "keys" ? "LIVRET_STRIPE_KEYS" : "LIVRET_STRIPE_SECRETS",
      "une clé par école, ecole=sk_live_…, et pour chacune au moins un secret d’annonce, ecole=whsec_…",
      "one key a school, school=sk_live_…, and for each at least one secret of its endpoint, school=whsec_…",
    );
  const stripeUrl = text("LIVRET_STRIPE_URL");
  if (stripeUrl !== undefined && !isStripeAddress(stripeUrl, "accounts" in accounts ? accounts.accounts : []))
    tell(
      "LIVRET_STRIPE_URL",
      "l’adresse doit s’écrire https://serveur, sans chemin ; http:// ne vaut que pour cette machine et des clés de test",
      "the address must read https://server, without a path; http:// is only for this machine and test keys",
    );
  const timestampUrl = text("LIVRET_TSA_URL");
  if (timestampUrl !== undefined && !isWebUrl(timestampUrl))
    tell("LIVRET_TSA_URL", "l’adresse doit s’écrire https://serveur/…", "the address must read https://server/…");
  const timestampCa = text("LIVRET_TSA_CA");
  if (timestampCa !== undefined && timestampUrl === undefined)
    tell("LIVRET_TSA_CA", "n’a de sens qu’avec LIVRET_TSA_URL", "only makes sense with LIVRET_TSA_URL");
  const certificates = timestampCa === undefined ? undefined : read(timestampCa, readFile);
  if (timestampCa !== undefined && certificates === undefined)
    tell("LIVRET_TSA_CA", `le fichier ${timestampCa} ne se lit pas`, `the file ${timestampCa} cannot be read`);
  if (certificates !== undefined && !certificates.includes("-----BEGIN CERTIFICATE-----"))
    tell(
      "LIVRET_TSA_CA",
      `le fichier ${timestampCa} ne contient aucun certificat (PEM)`,
      `the file ${timestampCa} holds no certificate (PEM)`,
    );
  const bucketUrl = text("LIVRET_S3_URL");
  const bucketKey = hidden("LIVRET_S3_KEY");
  const bucketSecret = hidden("LIVRET_S3_SECRET");
  if (bucketUrl !== undefined && !isBucketUrl(bucketUrl))
    tell(
      "LIVRET_S3_URL",
      "l’adresse doit s’écrire https://serveur/seau, sans identifiants",
      "the address must read https://server/bucket, without credentials",
    );
  if (bucketUrl !== undefined && text("LIVRET_FILES") !== undefined)
    tell(
      "LIVRET_FILES",
      "donnez LIVRET_FILES ou LIVRET_S3_URL, pas les deux",
      "give LIVRET_FILES or LIVRET_S3_URL, not both",
    );
  for (const [name, value] of [
    ["LIVRET_S3_KEY", bucketKey],
    ["LIVRET_S3_SECRET", bucketSecret],
  ] as const)
    if ((value === undefined) !== (bucketUrl === undefined))
      tell(name, "se donne avec LIVRET_S3_URL, et jamais sans", "goes with LIVRET_S3_URL, and never without");
  if (bucketUrl === undefined && text("LIVRET_S3_REGION") !== undefined)
    tell("LIVRET_S3_REGION", "n’a de sens qu’avec LIVRET_S3_URL", "only makes sense with LIVRET_S3_URL");
  const clamd = text("LIVRET_CLAMD");
  if (clamd !== undefined && !isClamd(clamd))
    tell(
      "LIVRET_CLAMD",
      `« ${clamd} » doit s’écrire tcp://serveur:3310, ou /chemin/du/socket`,
      `"${clamd}" must read tcp://server:3310, or /path/of/socket`,
    );
  const issuer = text("LIVRET_OIDC_ISSUER");
  const clientId = text("LIVRET_OIDC_CLIENT_ID");
  const clientSecret = hidden("LIVRET_OIDC_CLIENT_SECRET");
  if (issuer !== undefined && !isIssuer(issuer))
    tell(
      "LIVRET_OIDC_ISSUER",
      `« ${issuer} » doit s’écrire https://… (http:// pour cette machine seulement)`,
      `"${issuer}" must read https://… (http:// for this machine only)`,
    );
  if (issuer !== undefined && clientId === undefined)
    tell("LIVRET_OIDC_CLIENT_ID", "à donner avec LIVRET_OIDC_ISSUER", "to be given with LIVRET_OIDC_ISSUER");
  if (issuer !== undefined && publicUrl === undefined)
    tell("LIVRET_PUBLIC_URL", "à donner avec LIVRET_OIDC_ISSUER", "to be given with LIVRET_OIDC_ISSUER");
  if (issuer === undefined && (clientId ?? clientSecret) !== undefined)
    tell("LIVRET_OIDC_ISSUER", "à donner avec les autres LIVRET_OIDC_…", "to be given with the other LIVRET_OIDC_…");
  if (issuer === undefined && text("LIVRET_OIDC_NAME") !== undefined)
    tell("LIVRET_OIDC_NAME", "n’a de sens qu’avec LIVRET_OIDC_ISSUER", "only makes sense with LIVRET_OIDC_ISSUER");
  if (problems.length > 0) return { ok: false, problems };
  const data = text("LIVRET_DATA") ?? "./data";
  return {
    ok: true,
    config: {
      port: Number(port),
      host: text("HOST") ?? "127.0.0.1",
      data,
      databaseUrl,
      ownerUrl: databaseUrl && (ownerUrl ?? databaseUrl),
      lang: lang as Lang,
      establishment: text("LIVRET_ESTABLISHMENT"),
      diploma: text("LIVRET_DIPLOMA"),
      proxies: Number(proxies),
      metricsToken,
      law: text("LIVRET_LAW"),
      log,
      demo,
      demoHost: text("LIVRET_DEMO_HOST"),
      publicUrl: publicUrl && new URL(publicUrl).origin,
      oidc:
        issuer === undefined || clientId === undefined
          ? undefined
          : { issuer, clientId, clientSecret, name: text("LIVRET_OIDC_NAME") },
      smtpUrl,
      mailFrom,
      timestampUrl,
      timestampCa,
      stripe: "accounts" in accounts ? accounts.accounts : [],
      stripeUrl: stripeUrl && new URL(stripeUrl).origin,
      clamd,
      files: text("LIVRET_FILES") ?? join(data, "files"),
      bucket:
        bucketUrl === undefined
          ? undefined
          : {
              url: bucketUrl.replace(/\/$/, ""),
              region: text("LIVRET_S3_REGION") ?? "us-east-1",
              key: bucketKey!,
              secret: bucketSecret!,
            },
    },
  };
}

export function sayConfigProblems(problems: readonly ConfigProblem[], lang: Lang): string {
  const opening = { fr: "La configuration ne convient pas\u00a0:", en: "The configuration is not right:" }[lang];
  const colon = lang === "fr" ? "\u00a0:" : ":";
  return [opening, ...problems.map(({ name, label }) => `  ${name}${colon} ${label[lang]}`)].join("\n");
}

function isPostgresUrl(url: string): boolean {
  return URL.canParse(url) && ["postgres:", "postgresql:"].includes(new URL(url).protocol);
}

const YES = ["on", "yes", "oui", "true", "1"];
const NO = ["off", "no", "non", "false", "0"];

/** Host and user may differ (a socket, a pooler, another login): the database may not. */
function databaseNamed(url: string): string | undefined {
  return URL.parse(url)?.pathname;
}

function isSmtpUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return ["smtp:", "smtps:"].includes(protocol) && hostname !== "";
}

function isWebUrl(url: string): boolean {
  return URL.canParse(url) && ["http:", "https:"].includes(new URL(url).protocol);
}

function read(path: string, readFile: (path: string) => string): string | undefined {
  try {
    return readFile(path);
  } catch {
    return undefined;
  }
}

function isClamd(address: string): boolean {
  if (address.startsWith("/")) return true;
  return URL.canParse(address) && new URL(address).protocol === "tcp:" && new URL(address).hostname !== "";
}

function isBucketUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, pathname, username, search, hash } = new URL(url);
  const plain = username + search + hash === "";
  return ["http:", "https:"].includes(protocol) && /^\/[a-z0-9.-]+\/?$/.test(pathname) && plain;
}

/** What comes back is only believed over TLS; on this machine itself there is nobody between. */
function isIssuer(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "[::1]", "localhost"].includes(hostname));
}

function isOrigin(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, pathname, search, hash } = new URL(url);
  return ["http:", "https:"].includes(protocol) && pathname === "/" && search + hash === "";
}
