/** The settings, all environment variables: each with its description, its default and its format. */
import { inBoth } from "../kit/in-both.ts";
import type { Label, Lang } from "../kit/lang.ts";

export type Setting = {
  readonly name: string;
  readonly what: Label;
  /** The default. */
  readonly otherwise?: string;
  /** A secret: it may come from the file that `…_FILE` names, and no message repeats it. */
  readonly hidden?: true;
  readonly fits?: (value: string) => boolean;
  /** The message for a value that does not fit. */
  readonly refusal?: (value: string) => Label;
};

const WEB = ["http:", "https:"];
const LOOPBACK = ["127.0.0.1", "[::1]", "localhost"];

export const SETTINGS = {
  log: {
    name: "LIVRET_LOG",
    what: {
      fr: "off fait taire le journal, des lignes de JSON sur la sortie standard",
      en: "off silences the log, lines of JSON on standard output",
    },
    otherwise: "on",
    fits: isWord,
    refusal: neitherOnNorOff,
  },
  work: {
    name: "LIVRET_WORK",
    what: {
      fr: "off : ce processus sert les pages et laisse à d’autres le calendrier, les courriels et le reste du travail ; only : il ne fait qu’eux, et ne sert que sa santé et ses mesures. Tous deux demandent DATABASE_URL",
      en: "off: this process serves the pages and leaves the calendar, the mails and other work to others; only: it does nothing else, and serves its health and measures alone. Both ask for DATABASE_URL",
    },
    otherwise: "on",
    fits: (value) => isWord(value) || value.toLowerCase() === "only",
    refusal: (value) => ({
      fr: `« ${value.toLowerCase()} » n’est ni on, ni off, ni only`,
      en: `"${value.toLowerCase()}" is neither on, off nor only`,
    }),
  },
  demo: {
    name: "LIVRET_DEMO",
    what: {
      fr: "off fait naître vide, et non en démonstration, une nouvelle base embarquée",
      en: "off lets a new embedded database be born empty instead of as a demonstration",
    },
    otherwise: "on",
    fits: isWord,
    refusal: neitherOnNorOff,
  },
  demoHost: {
    name: "LIVRET_DEMO_HOST",
    what: {
      fr: "redit HOST, pour une démonstration que d’autres peuvent joindre",
      en: "says HOST a second time, for a demonstration that others may reach",
    },
  },
  port: {
    name: "PORT",
    what: { fr: "le port où écouter", en: "the port to listen on" },
    otherwise: "3000",
    fits: (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
    refusal: (value) => ({
      fr: `« ${value} » n’est pas un port : un nombre de 0 à 65535`,
      en: `"${value}" is not a port: a number from 0 to 65535`,
    }),
  },
  host: {
    name: "HOST",
    what: { fr: "l’adresse où écouter", en: "the address to listen on" },
    otherwise: "127.0.0.1",
  },
  lang: {
    name: "LIVRET_LANG",
    what: {
      fr: "la langue de la console et de la ligne de commande",
      en: "the language of the console and the command line",
    },
    otherwise: "fr",
    fits: (value) => value === "fr" || value === "en",
    refusal: (value) => ({
      fr: `« ${value} » n’est pas une langue connue : fr ou en`,
      en: `"${value}" is not a known language: fr or en`,
    }),
  },
  data: {
    name: "LIVRET_DATA",
    what: {
      fr: "le dossier de la base embarquée, de son verrou et de son socket",
      en: "the folder of the embedded database, its lock and its socket",
    },
    otherwise: "./data",
  },
  databaseUrl: {
    name: "DATABASE_URL",
    what: {
      fr: "un serveur PostgreSQL 17 au lieu de la base embarquée",
      en: "a PostgreSQL 17 server instead of the embedded database",
    },
    hidden: true,
    fits: isPostgres,
    refusal: mustReadPostgres,
  },
  ownerUrl: {
    name: "DATABASE_OWNER_URL",
    what: {
      fr: "le même, en propriétaire de ses tables, qui fait les migrations ; à défaut DATABASE_URL",
      en: "the same as the owner of its tables, who runs the migrations; otherwise DATABASE_URL",
    },
    hidden: true,
    fits: isPostgres,
    refusal: mustReadPostgres,
  },
  law: {
    name: "LIVRET_LAW",
    what: {
      fr: "le dossier de diplomas/ et establishments/ ; à défaut celui du programme",
      en: "the folder of diplomas/ and establishments/; otherwise the program’s own",
    },
  },
  establishment: {
    name: "LIVRET_ESTABLISHMENT",
    what: {
      fr: "l’établissement dont il s’agit où rien ne le dit ; à défaut le seul",
      en: "the school that is meant where nothing says it; otherwise the only one",
    },
  },
  diploma: {
    name: "LIVRET_DIPLOMA",
    what: {
      fr: "le diplôme dont il s’agit où rien ne le dit ; à défaut le seul",
      en: "the diploma that is meant where nothing says it; otherwise the only one",
    },
  },
  proxies: {
    name: "LIVRET_PROXIES",
    what: {
      fr: "combien de serveurs mandataires sont devant, crus sur l’adresse de qui appelle et sur TLS",
      en: "how many proxies stand in front, whose word on the caller’s address and on TLS is taken",
    },
    otherwise: "0",
    fits: (value) => /^\d$/.test(value),
    refusal: (value) => ({
      fr: `« ${value} » n’est pas un nombre de serveurs mandataires, de 0 à 9`,
      en: `"${value}" is not a number of proxies, from 0 to 9`,
    }),
  },
  metricsToken: {
    name: "LIVRET_METRICS_TOKEN",
    what: {
      fr: "ce qui ouvre /metrics ; à défaut cette machine seule y a accès",
      en: "what opens /metrics; without it they are for this machine alone",
    },
    hidden: true,
    fits: (value) => /^[\w.~+/=-]{24,500}$/.test(value),
    refusal: () => ({
      fr: "24 signes au moins, lettres et chiffres sans espace, comme en donne « openssl rand -hex 24 »",
      en: 'at least 24 letters and digits without a space, such as "openssl rand -hex 24" gives',
    }),
  },
  smtpUrl: {
    name: "LIVRET_SMTP_URL",
    what: {
      fr: "le serveur à qui remettre les courriels ; à défaut ils ne sont que dans les comptes",
      en: "the server that mails are handed to; without it they are only in the accounts",
    },
    hidden: true,
    fits: url(["smtp:", "smtps:"], hasHost),
    refusal: () => ({
      fr: "l’adresse doit s’écrire smtp://utilisateur:motdepasse@serveur:port ou smtps://…",
      en: "the address must read smtp://user:password@server:port or smtps://…",
    }),
  },
  mailFrom: {
    name: "LIVRET_MAIL_FROM",
    what: { fr: "l’adresse dont partent les courriels", en: "the address that mails come from" },
    fits: (value) => /^[^\s@<>",;]+@[^\s@<>",;]+$/.test(value),
    refusal: (value) => ({
      fr: `« ${value} » n’est pas une adresse seule, comme livret@exemple.fr`,
      en: `"${value}" is not an address alone, such as livret@example.org`,
    }),
  },
  issuer: {
    name: "LIVRET_OIDC_ISSUER",
    what: {
      fr: "le service de connexion de l’école (OpenID Connect)",
      en: "the school’s own sign-in service (OpenID Connect)",
    },
    // The provider's answers are trusted only over TLS, or on this machine itself.
    fits: url(WEB, ({ protocol, hostname }) => protocol === "https:" || LOOPBACK.includes(hostname)),
    refusal: (value) => ({
      fr: `« ${value} » doit s’écrire https://… (http:// pour cette machine seulement)`,
      en: `"${value}" must read https://… (http:// for this machine only)`,
    }),
  },
  clientId: { name: "LIVRET_OIDC_CLIENT_ID", what: { fr: "comment il nous nomme", en: "what it calls us" } },
  clientSecret: {
    name: "LIVRET_OIDC_CLIENT_SECRET",
    what: { fr: "le secret qu’il nous a donné", en: "the secret it gave us" },
    hidden: true,
  },
  providerSchool: {
    name: "LIVRET_OIDC_SCHOOL",
    what: {
      fr: "de quelle école il est, s’il y en a plusieurs : il ne vaut que pour elle",
      en: "whose school’s it is, where there are several: it counts for that one alone",
    },
  },
  providerName: {
    name: "LIVRET_OIDC_NAME",
    what: { fr: "son nom sur le bouton", en: "its name on the button" },
  },
  publicUrl: {
    name: "LIVRET_PUBLIC_URL",
    what: {
      fr: "où l’on joint le service : le début de tout lien d’un courriel, d’un papier, d’un PDF",
      en: "where people reach the service: the start of every link in a mail, on paper, in a PDF",
    },
    fits: url(WEB, ({ pathname, search, hash }) => pathname === "/" && search + hash === ""),
    refusal: (value) => ({
      fr: `« ${value} » doit s’écrire https://serveur, sans chemin`,
      en: `"${value}" must read https://server, without a path`,
    }),
  },
  stripeKeys: {
    name: "LIVRET_STRIPE_KEYS",
    what: {
      fr: "le paiement en ligne : la clé de Stripe de chaque école, ecole=sk_live_…, une par ligne",
      en: "payment online: each school’s key of Stripe, school=sk_live_…, one a line",
    },
    hidden: true,
  },
  stripeSecrets: {
    name: "LIVRET_STRIPE_SECRETS",
    what: {
      fr: "les secrets de ses annonces, ecole=whsec_… ; deux par école pendant que l’un remplace l’autre",
      en: "the secrets of its endpoint, school=whsec_…; two for a school while one replaces the other",
    },
    hidden: true,
  },
  stripeUrl: {
    name: "LIVRET_STRIPE_URL",
    what: {
      fr: "où joindre l’interface de Stripe ; à défaut à son adresse à elle",
      en: "where Stripe’s interface is reached; otherwise at its own address",
    },
  },
  timestampUrl: {
    name: "LIVRET_TSA_URL",
    what: {
      fr: "une autorité d’horodatage (RFC 3161) qui signe l’heure de chaque point de contrôle",
      en: "a timestamping authority (RFC 3161) that signs the hour of each checkpoint",
    },
    fits: url(WEB),
    refusal: () => ({
      fr: "l’adresse doit s’écrire https://serveur/…",
      en: "the address must read https://server/…",
    }),
  },
  timestampCa: {
    name: "LIVRET_TSA_CA",
    what: {
      fr: "le fichier des certificats (PEM) qui la font croire",
      en: "the file of the certificates (PEM) it is trusted by",
    },
  },
  files: {
    name: "LIVRET_FILES",
    what: {
      fr: "le dossier des fichiers que l’on envoie ; à défaut files dans LIVRET_DATA",
      en: "the folder of the files that people send; otherwise files in LIVRET_DATA",
    },
  },
  bucketUrl: {
    name: "LIVRET_S3_URL",
    what: { fr: "un seau S3 qui les garde à la place", en: "an S3 bucket that keeps them instead" },
    fits: url(
      WEB,
      ({ pathname, username, search, hash }) => /^\/[a-z0-9.-]+\/?$/.test(pathname) && username + search + hash === "",
    ),
    refusal: () => ({
      fr: "l’adresse doit s’écrire https://serveur/seau, sans identifiants",
      en: "the address must read https://server/bucket, without credentials",
    }),
  },
  bucketRegion: {
    name: "LIVRET_S3_REGION",
    what: { fr: "sa région", en: "its region" },
    otherwise: "us-east-1",
  },
  bucketKey: {
    name: "LIVRET_S3_KEY",
    what: { fr: "ce qui y nomme Livret", en: "what names Livret there" },
    hidden: true,
  },
  bucketSecret: { name: "LIVRET_S3_SECRET", what: { fr: "ce qui l’ouvre", en: "what opens it" }, hidden: true },
  clamd: {
    name: "LIVRET_CLAMD",
    what: {
      fr: "le service de ClamAV, qui cherche les virus ; à défaut les fichiers sont dits non examinés",
      en: "ClamAV’s service, which searches for viruses; without it files are said not to be scanned",
    },
    fits: (value) => value.startsWith("/") || url(["tcp:"], hasHost)(value),
    refusal: (value) => ({
      fr: `« ${value} » doit s’écrire tcp://serveur:3310, ou /chemin/du/socket`,
      en: `"${value}" must read tcp://server:3310, or /path/of/socket`,
    }),
  },
} as const satisfies Readonly<Record<string, Setting>>;

/** Words for yes and for no; any other is reported as a problem. */
export const isOff = (word: string): boolean => ["off", "no", "non", "false", "0"].includes(word.toLowerCase());
const isOn = (word: string): boolean => ["on", "yes", "oui", "true", "1"].includes(word.toLowerCase());

function isWord(value: string): boolean {
  return isOn(value) || isOff(value);
}

function neitherOnNorOff(value: string): Label {
  const word = value.toLowerCase();
  return { fr: `« ${word} » n’est ni on ni off`, en: `"${word}" is neither on nor off` };
}

function isPostgres(value: string): boolean {
  return url(["postgres:", "postgresql:"])(value);
}

function mustReadPostgres(): Label {
  return {
    fr: "l’adresse doit s’écrire postgresql://utilisateur@serveur/base",
    en: "the address must read postgresql://user@server/database",
  };
}

/** Checks for a URL of one of these protocols, which must also satisfy `condition`. */
function url(protocols: readonly string[], condition: (url: URL) => boolean = () => true): (value: string) => boolean {
  return (value) => {
    const parsed = URL.parse(value);
    return parsed !== null && protocols.includes(parsed.protocol) && condition(parsed);
  };
}

function hasHost({ hostname }: URL): boolean {
  return hostname !== "";
}

/** All settings for the console, a paragraph each: name, description, default. */
export function listSettings(lang: Lang): string {
  const { title, otherwise, orFile } = LISTED[lang];
  const paragraphs = Object.values(SETTINGS).map((setting: Setting) => {
    const name = setting.hidden ? `${setting.name} (${orFile} ${setting.name}_FILE)` : setting.name;
    const more = setting.otherwise === undefined ? "" : ` (${otherwise}${setting.otherwise})`;
    return `  ${name}\n      ${setting.what[lang]}${more}\n`;
  });
  return `${title}\n\n${paragraphs.join("")}`;
}

const LISTED = inBoth({
  title: [
    "Réglages : des variables d’environnement, toutes facultatives ; vide, elle n’est pas donnée.",
    "Settings: variables of the environment, all optional; an empty one is not given.",
  ],
  otherwise: ["à défaut : ", "otherwise: "],
  orFile: ["ou, dans un fichier,", "or, in a file,"],
});
