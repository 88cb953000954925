/** Who may do what: the one table. An act, a view or a page names a permission; nothing else in the house grants anything. */
import type { Day } from "../kit/day.ts";

/** What a person may be given to do in a school; a candidate needs none of them, only an account. */
export const ROLES = [
  "admission-officer",
  "head-of-training",
  "finance",
  "disability-advisor",
  "interviewer",
  "trainer",
  // Of any written work that the référentiel has directed. Roles stand under this name in what was recorded, and in what schools' files say.
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

/** What a guest may be let in for: each is a role, and what it allows stands in the table below as for anybody who has it. */
export const GUEST_ROLES = [
  "interviewer",
  "trainer",
  "memoire-director",
  "examiner",
  "jury-member",
  "partner-establishment",
  "authority",
] as const satisfies readonly Role[];
export type GuestRole = (typeof GUEST_ROLES)[number];

/** How a person showed who they are. */
export type Means = "password" | "code" | "totp" | "passkey" | "recovery" | "provider" | "demo";

/** What a token lets a program do: read what its owner may read, what was chosen by name alone, or all that they may do. */
export const REACHES = ["read", "chosen", "all"] as const;
export type Reach = (typeof REACHES)[number];
type ApiToken = { readonly id: string; readonly reach: Reach; readonly chosen?: readonly string[] };

export type Actor =
  /** Whoever comes. */
  | { readonly kind: "anyone" }
  /** Whoever holds the secret of a thing: the act finds the thing by it, or forbids. */
  | { readonly kind: "holder"; readonly secret: string }
  /** A person signed in, with what this school gave them to do. */
  | {
      readonly kind: "account";
      readonly account: string;
      readonly session: string;
      readonly roles: readonly Role[];
      readonly authenticatedAt: Date;
      /** A school's sign-in service alone says who they are: what counts in every school they do not do. */
      readonly onlyIn?: string;
      /** When what they do was first sent, where they were asked who they are before it went on: no other door says so. */
      readonly sentAt?: Date;
      /** A program that acts in their name, by a token they made for it; it is in no session. */
      readonly token?: ApiToken;
    }
  /** Somebody without an account whom a school lets in for one thing, by a link and a code. */
  | {
      readonly kind: "guest";
      readonly guest: string;
      readonly session: string;
      readonly roles: readonly GuestRole[];
      /** When their code opened this session. */
      readonly authenticatedAt: Date;
    }
  /** A person who has just shown who they are, by the pages that check it: no other door makes one. */
  | { readonly kind: "proven"; readonly account: string; readonly means: readonly Means[] }
  /** Whom a school's provider says it is, once what it says was checked, by the page that checks it; without a subject, whoever is on the way there. */
  | {
      readonly kind: "vouched";
      readonly school: string;
      readonly issuer: string;
      readonly subject: string;
      readonly address: string;
      readonly name: string;
    }
  /** The calendar, on the day it was due, which may be before today. */
  | { readonly kind: "clock"; readonly day: Day }
  /** Who takes payments online, once what it says was checked to come from it: no other door makes one. */
  | { readonly kind: "payment-provider" }
  /** Whoever runs the deployment, from its command line; `--as` somebody, with what that somebody may, and recorded as such. */
  | { readonly kind: "operator"; readonly account?: string; readonly roles?: readonly Role[] };

type Holder = Actor["kind"] | Role;

const STAFF = ["admission-officer", "head-of-training", "director", "administrator"] as const;
/** Those who arrange what guests come for, and those who mind who works here. */
const HOSTS = [...STAFF, "certification-secretary"] as const;

/** Each permission, and who holds it: a kind of actor (`account` is everybody signed in) or a role in the school. */
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
  "help somebody in": ["operator"],
  apply: ["account"],
  "confirm an application": ["holder", "account"],
  "hold a link to confirm": ["holder"],
  "hold a reminder": ["holder"],
  "see the intakes": [...STAFF, "finance", "disability-advisor", "auditor"],
  "open an intake": ["head-of-training", "director", "administrator"],
  "see the dossiers": [...STAFF, "auditor"],
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
  "sign a programme": ["director"],
  "sign an agreement": ["director"],
  "read an agreement": ["account"],
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
  /** Whoever else reads them reads those of people whom a commission decided on that they sat in. */
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
  "pass over a rule of the jury": ["authority"],
  "declare a fraud": ["authority"],
  "publish results": ["certification-secretary", "authority"],
  "decide a lapse": ["authority"],
  "read one’s results": ["account"],
  "read one’s own mail": ["account"],
  "open a file": ["account", "examiner", "jury-member", "memoire-director"],
  "see the mail": [...STAFF, "auditor"],
  "see the letters": [...STAFF, "certification-secretary", "auditor"],
  "hand over letters": [...STAFF, "certification-secretary"],
  "note a returned mail": [...STAFF, "operator"],
  "keep the accounts": ["finance", "director"],
  "see the accounts": ["finance", "director", "auditor"],
  "pay what one owes": ["account"],
  "tell of an online payment": ["payment-provider"],
  "make a demonstration": ["operator"],
  "let time pass": ["clock"],
  "load the law": ["clock", "operator"],
  "see what is kept": ["head-of-training", "director", "administrator", "auditor"],
  "hold an erasure": ["director"],
  "seal the record": ["clock", "operator"],
  "accept the clock": ["operator"],
} as const satisfies Record<string, readonly Holder[]>;

export type Permission = keyof typeof WHO_MAY;

/** What lets somebody invite a guest for each: whoever arranges what they come for does, and the director those who act for the State. */
export const INVITES = {
  interviewer: "arrange interviews",
  trainer: "run the training",
  "memoire-director": "run the training",
  examiner: "prepare the certification",
  "partner-establishment": "prepare the certification",
  "jury-member": "appoint for the State",
  authority: "appoint for the State",
} as const satisfies Record<GuestRole, Permission>;

/** Whose roles count. */
const WITH_ROLES: readonly Actor["kind"][] = ["account", "guest", "operator"];

export function may(actor: Actor, permission: Permission): boolean {
  const holders = WHO_MAY[permission] as readonly Holder[];
  if (holders.includes(actor.kind)) return true;
  if (actor.kind === "operator" && actor.account !== undefined && holders.includes("account")) return true;
  const roles = "roles" in actor && WITH_ROLES.includes(actor.kind) ? actor.roles : undefined;
  return roles?.some((role) => holders.includes(role)) ?? false;
}

/** Of what its owner may, what a token does not let a program do; never the other way round: `may` is asked first. */
export type Lack = "reads-only" | "not-chosen" | "binds";

export function tokenLacks(
  actor: Actor,
  one: { readonly name: string; readonly kind: "act" | "view"; readonly binds?: true | undefined },
): Lack | undefined {
  const token = actor.kind === "account" ? actor.token : undefined;
  if (!token) return undefined;
  if (token.reach === "read" && one.kind === "act") return "reads-only";
  // Whatever was chosen: a program is not asked again who it is.
  if (one.binds) return "binds";
  return token.reach === "chosen" && !token.chosen?.includes(one.name) ? "not-chosen" : undefined;
}

/** Who did it, as rows and chains name them; never a secret. */
export function actorName(actor: Actor): string {
  if (actor.kind === "account" || actor.kind === "proven") return `account:${actor.account}`;
  if (actor.kind === "guest") return `guest:${actor.guest}`;
  return actor.kind === "operator" && actor.account !== undefined ? `operator:${actor.account}` : actor.kind;
}

/** The same, with the token where a program did it in their name. */
export function recordedName(actor: Actor): string {
  return actor.kind === "account" && actor.token ? `${actorName(actor)} token:${actor.token.id}` : actorName(actor);
}

/** Whose attempt it is: the same for the same person, however and whenever they signed in. */
export function actorKey(actor: Actor): unknown {
  if (actor.kind === "guest") return { kind: "guest", guest: actor.guest };
  return actor.kind === "account" ? { kind: "account", account: actor.account } : actor;
}
