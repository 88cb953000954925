/** Who may do what, in one table. An act, a view or a page names a permission; nothing else grants anything. */
import type { Day } from "../kit/day.ts";

/** The roles of a person in a school; a candidate needs none, only an account. */
export const ROLES = [
  "admission-officer",
  "head-of-training",
  "finance",
  "disability-advisor",
  "interviewer",
  "trainer",
  // Directs any written work of the référentiel. The name stays, as audit records and schools' files hold it.
  "memoire-director",
  "examiner",
  "jury-member",
  "certification-secretary",
  "partner-establishment",
  "authority",
  "director",
  "administrator",
  "auditor",
] as const;
export type Role = (typeof ROLES)[number];

/** The roles that a guest may have; they allow what the table below says, as for an account. A payer is a guest alone: no account is given it. */
export const GUEST_ROLES = [
  "interviewer",
  "trainer",
  "memoire-director",
  "examiner",
  "jury-member",
  "partner-establishment",
  "authority",
  "payer",
] as const satisfies readonly (Role | "payer")[];
export type GuestRole = (typeof GUEST_ROLES)[number];
/** Those given on the page of guests; a payer is invited for what it pays. */
export type InvitedRole = Exclude<GuestRole, "payer">;
export const INVITED_ROLES = GUEST_ROLES.filter((role): role is InvitedRole => role !== "payer");

/** How a person authenticated. */
export type Means = "password" | "code" | "totp" | "passkey" | "recovery" | "provider" | "demo";

/** The scope of a token: read only, the acts and views chosen by name, or all that its owner may do. */
export const REACHES = ["read", "chosen", "all"] as const;
export type Reach = (typeof REACHES)[number];
type ApiToken = { readonly id: string; readonly reach: Reach; readonly chosen?: readonly string[] };

export type Actor =
  /** An anonymous visitor. */
  | { readonly kind: "anyone" }
  /** The holder of a thing's secret: the act finds the thing by it, or forbids. */
  | { readonly kind: "holder"; readonly secret: string }
  /** A signed-in account, with its roles in this school. */
  | {
      readonly kind: "account";
      readonly account: string;
      readonly session: string;
      readonly roles: readonly Role[];
      readonly authenticatedAt: Date;
      /** The school whose identity provider alone vouches for them: acts with effect `everywhere` are refused. */
      readonly onlyIn?: string;
      /** When the form was first sent, if the person had to authenticate again before it went on; set by pages only. */
      readonly sentAt?: Date;
      /** The API token of a program that acts in their name, outside any session. */
      readonly token?: ApiToken;
    }
  /** A guest: a person without an account whom a school lets in for one task, by a link and a code. */
  | {
      readonly kind: "guest";
      readonly guest: string;
      readonly session: string;
      readonly roles: readonly GuestRole[];
      /** When their code opened this session. */
      readonly authenticatedAt: Date;
    }
  /** An account that has just authenticated; only the sign-in pages make this actor. */
  | { readonly kind: "proven"; readonly account: string; readonly means: readonly Means[] }
  /** A person whom a school's identity provider names, once its page has verified the answer; an empty subject before the answer. */
  | {
      readonly kind: "vouched";
      readonly school: string;
      readonly issuer: string;
      readonly subject: string;
      readonly address: string;
      readonly name: string;
    }
  /** The scheduler; `day` is the day the act was due, which may be before today. */
  | { readonly kind: "clock"; readonly day: Day }
  /** The payment provider: after its webhook's signature was verified, or after its API answered. */
  | { readonly kind: "payment-provider" }
  /** The operator, from the command line; with `--as`, they have that account's permissions, and both are recorded. */
  | { readonly kind: "operator"; readonly account?: string; readonly roles?: readonly Role[] };

type Holder = Actor["kind"] | Role | GuestRole;

const STAFF = ["admission-officer", "head-of-training", "director", "administrator"] as const;
/** Those who may invite guests. */
const HOSTS = [...STAFF, "certification-secretary"] as const;

/** Each permission and its holders: kinds of actor (`account` is any signed-in account) or roles in the school. */
export const WHO_MAY = {
  "ask about oneself": ["anyone", "account"],
  "hold a draft": ["holder"],
  "hold a kept answer": ["holder"],
  "create an account": ["anyone"],
  "hold a proof of address": ["holder"],
  "open a session": ["proven"],
  "come from a provider": ["vouched"],
  "show a passkey": ["anyone", "account"],
  "be asked who one is": ["anyone", "account"],
  "mind one’s own account": ["account"],
  "see the roles": ["director", "administrator", "auditor", "operator"],
  "give roles": ["director", "administrator", "operator"],
  "help with an account": ["administrator"],
  "appoint for the State": ["director"],
  "confirm who is let in": ["director", "administrator", "operator"],
  "invite guests": HOSTS,
  "see the guests": [...HOSTS, "auditor"],
  "hold an invitation": ["holder"],
  "be a guest": ["guest"],
  "see one’s own calendar": ["account", "guest"],
  "help somebody in": ["operator"],
  apply: ["account"],
  "confirm an application": ["holder", "account"],
  "hold a link to confirm": ["holder"],
  "hold a reminder": ["holder"],
  "see the intakes": [...STAFF, "finance", "disability-advisor", "auditor"],
  "open an intake": ["head-of-training", "director", "administrator"],
  "see the dossiers": [...STAFF, "auditor"],
  /** Name, contact and stations of any person; what is in their dossiers, admission, training or accounts needs more. */
  "find people": [...STAFF, "finance", "certification-secretary", "auditor"],
  /** The référent handicap opens those alone who asked for an arrangement: identity, contact and what is arranged. */
  "open a person’s page": [...STAFF, "finance", "certification-secretary", "auditor", "disability-advisor"],
  /** Those who organise interviews, lessons or exams read the arrangements decided for a disability, never its reasons. */
  "see what is arranged": [...STAFF, "certification-secretary", "disability-advisor", "auditor"],
  /** They alone read what else somebody has on the day that they plan. */
  "see who is elsewhere": [...STAFF, "certification-secretary", "auditor"],
  "handle the dossiers": STAFF,
  "arrange absences": ["head-of-training", "director", "administrator"],
  "read what is said of a disability": ["disability-advisor"],
  "decide arrangements": ["disability-advisor"],
  "see the admissions": [...STAFF, "auditor"],
  "decide on admissions": ["head-of-training", "director"],
  "prepare the commission": ["admission-officer", "head-of-training", "director"],
  "see the commissions": [...STAFF, "auditor", "partner-establishment"],
  "answer for the authority": ["authority", "head-of-training", "director"],
  "read a protocol": ["account"],
  "read the lists of the admitted": ["authority", ...STAFF, "auditor"],
  "be sent the lists of the admitted": ["authority"],
  "see the interviews": [...STAFF, "auditor"],
  "arrange interviews": ["admission-officer", "head-of-training"],
  "hold interviews": ["interviewer"],
  "keep the rooms": STAFF,
  "see the rooms": [...STAFF, "certification-secretary", "trainer", "auditor"],
  "see the training": ["head-of-training", "director", "administrator", "certification-secretary", "auditor"],
  "run the training": ["head-of-training", "director"],
  /** From then on nothing is sent to the person: by those who answer for whom the school trains. */
  "record a death": ["head-of-training", "director"],
  /** Who came in from elsewhere, with hours and reliefs decided before: once, by those who answer for it. */
  "carry people over": ["head-of-training", "director"],
  "sign a programme": ["director"],
  "sign an agreement": ["director"],
  /** Says who pays one’s own training, signs its contract, withdraws from it. */
  "agree on one’s training": ["account"],
  /** For somebody who has no account, or in the office: who pays, what was handed over, what was signed on paper, what a fund answered. */
  "prepare the contracts": ["admission-officer", "head-of-training", "finance", "director"],
  /** An employer or a fund, by its link: its own conventions, proofs and invoices, of the payers that it was let in for. */
  "pay for others": ["payer"],
  /** One's own, or as staff. */
  "read a contract": ["account"],
  "see the contracts": [...STAFF, "finance", "auditor"],
  "sign the contracts": ["director"],
  /** Although the contract is not concluded, such as where a fund is slow. */
  "enrol all the same": ["director"],
  "read an agreement": ["account"],
  /** For funds and employers: what was followed, by half-days that are signed and countersigned. */
  "certify attendance": ["head-of-training", "director", "finance"],
  "read a certificate": ["account"],
  "verify a paper": ["anyone", "account"],
  "be in training": ["account"],
  teach: ["trainer"],
  "direct a work": ["memoire-director"],
  "write appreciations": ["trainer", "memoire-director", "head-of-training", "director"],
  "correct attendance": ["trainer", "head-of-training", "director"],
  "read the livrets": [
    "head-of-training",
    "director",
    "certification-secretary",
    "partner-establishment",
    "authority",
    "auditor",
  ],
  /** Other readers see only the livrets of people whom a commission that they sat in decided on. */
  "read every livret": ["head-of-training", "director", "certification-secretary", "authority", "auditor"],
  "prepare the certification": ["certification-secretary", "head-of-training", "director"],
  "see the certification": ["certification-secretary", "head-of-training", "director", "authority", "auditor"],
  "appoint the jury": ["certification-secretary", "authority"],
  examine: ["examiner", "jury-member", "memoire-director"],
  "take part in the certification": [
    "certification-secretary",
    "head-of-training",
    "director",
    "authority",
    "auditor",
    "examiner",
    "jury-member",
    "memoire-director",
  ],
  "sit in a jury": ["jury-member"],
  "hold a deliberation": ["certification-secretary", "jury-member"],
  "keep the minutes of a jury": ["certification-secretary"],
  "pass over a rule of the jury": ["authority"],
  "declare a fraud": ["authority"],
  "publish results": ["certification-secretary", "authority"],
  "decide a lapse": ["authority"],
  /** A court or the State annuls it; the school records that, with the paper. */
  "annul a jury": ["director"],
  "read one’s results": ["account"],
  /** By a link that is used once, or signed in. */
  "answer a survey": ["holder", "account"],
  "see the year": ["head-of-training", "director", "administrator", "auditor"],
  /** Free texts, in which people may be recognised. */
  "read what surveys say": ["director"],
  "publish the figures": ["director"],
  "read the published figures": ["anyone", "account"],
  "read one’s own mail": ["account"],
  "open a file": ["account", "interviewer", "examiner", "jury-member", "memoire-director"],
  "see the mail": [...STAFF, "auditor"],
  "see the letters": [...STAFF, "certification-secretary", "auditor"],
  "hand over letters": [...STAFF, "certification-secretary"],
  /** Finance those to employers and funds alone. */
  "open the letters": [...STAFF, "certification-secretary", "finance", "auditor"],
  "note a letter": [...STAFF, "certification-secretary", "finance"],
  "note a returned mail": [...STAFF, "operator"],
  "keep the accounts": ["finance", "director"],
  "see the accounts": ["finance", "director", "auditor"],
  "pay what one owes": ["account"],
  "tell of an online payment": ["payment-provider"],
  "make a demonstration": ["operator"],
  "let time pass": ["clock"],
  "load the law": ["clock", "operator"],
  "see what fails by itself": ["director", "administrator", "auditor"],
  "see what is kept": ["head-of-training", "director", "administrator", "auditor"],
  "hold an erasure": ["director"],
  "seal the record": ["clock", "operator"],
  "accept the clock": ["operator"],
} as const satisfies Record<string, readonly Holder[]>;

export type Permission = keyof typeof WHO_MAY;

/** The permission needed to invite a guest for each role: that of arranging the task; the director invites those who act for the State. */
export const INVITES = {
  interviewer: "arrange interviews",
  trainer: "run the training",
  "memoire-director": "run the training",
  examiner: "prepare the certification",
  "partner-establishment": "prepare the certification",
  "jury-member": "appoint for the State",
  authority: "appoint for the State",
  payer: "prepare the contracts",
} as const satisfies Record<GuestRole, Permission>;

/** The kinds of actor whose roles count. */
const WITH_ROLES: readonly Actor["kind"][] = ["account", "guest", "operator"];

export function may(actor: Actor, permission: Permission): boolean {
  const holders = WHO_MAY[permission] as readonly Holder[];
  if (holders.includes(actor.kind)) return true;
  if (actor.kind === "operator" && actor.account !== undefined && holders.includes("account")) return true;
  const roles = "roles" in actor && WITH_ROLES.includes(actor.kind) ? actor.roles : undefined;
  return roles?.some((role) => holders.includes(role)) ?? false;
}

/** Whether some guest may, whatever they were invited for. */
export function isForGuests(permission: Permission): boolean {
  const holders: readonly string[] = WHO_MAY[permission];
  return holders.includes("guest") || Object.keys(INVITES).some((role) => holders.includes(role));
}

/** Why a token may not do what its owner may. A token only restricts: `may` is checked first. */
export type Lack = "reads-only" | "not-chosen" | "binds" | "shown";

export function tokenLacks(
  actor: Actor,
  called: {
    readonly name: string;
    readonly kind: "act" | "view";
    readonly binds?: true | undefined;
    readonly shows?: object | undefined;
  },
): Lack | undefined {
  const token = actor.kind === "account" ? actor.token : undefined;
  if (!token) return undefined;
  if (token.reach === "read" && called.kind === "act") return "reads-only";
  // Even if chosen: a program cannot authenticate again.
  if (called.binds) return "binds";
  // A program was shown no page.
  if (called.shows && "lines" in called.shows) return "shown";
  return token.reach === "chosen" && !token.chosen?.includes(called.name) ? "not-chosen" : undefined;
}

/** The actor's name in rows and chains; never a secret. */
export function actorName(actor: Actor): string {
  if (actor.kind === "account" || actor.kind === "proven") return `account:${actor.account}`;
  if (actor.kind === "guest") return `guest:${actor.guest}`;
  return actor.kind === "operator" && actor.account !== undefined ? `operator:${actor.account}` : actor.kind;
}

/** The same, with the token's id where a program acted. */
export function recordedName(actor: Actor): string {
  return actor.kind === "account" && actor.token ? `${actorName(actor)} token:${actor.token.id}` : actorName(actor);
}

/** The owner of an attempt: the same for one person, however and whenever they signed in. */
export function actorKey(actor: Actor): unknown {
  if (actor.kind === "guest") return { kind: "guest", guest: actor.guest };
  return actor.kind === "account" ? { kind: "account", account: actor.account } : actor;
}
