/** `livret account …`: lets in the first people of a school, and those whom no mail reaches. */
import { randomUUID } from "node:crypto";
import { type Act, type Actor, perform, view } from "../act/act.ts";
import type { CommandOutput } from "../db/socket.ts";
import type { Lang } from "../kit/lang.ts";
import { type Issue, sayIssues } from "../kit/schema.ts";
import { readOutCode } from "../people/codes/acts.ts";
import { confirmGuest } from "../people/guests/acts.ts";
import { seeWaitingGuests } from "../people/guests/views.ts";
import { seeOffers } from "../people/offers/views.ts";
import { confirmRole, giveRole, takeRole } from "../people/staff/acts.ts";
import { ROLES } from "../act/permissions.ts";
import { sayRole } from "../people/sentences.ts";
import { seeStaff } from "../people/views.ts";
import type { World } from "../act/world.ts";
import { EXIT } from "./command.ts";
import { usageOf } from "./usage.ts";

const OPERATOR: Actor = { kind: "operator" };

type Doing = {
  readonly world: World;
  readonly establishment: string;
  readonly lang: Lang;
  readonly output: CommandOutput;
};

export async function runAccount(words: readonly string[], doing: Doing): Promise<number> {
  const [what, first, second, ground] = words;
  if (what === "list" && words.length === 1) return list(doing);
  if (what === "confirm" && words.length <= 2) return first === undefined ? listWaiting(doing) : confirm(doing, first);
  if (what === "code" && first !== undefined && words.length === 2) return code(doing, first);
  const role = ROLES.find((name) => name === first);
  if (role !== undefined && second !== undefined) {
    if (what === "give" && words.length === 3) return give(doing, role, second);
    if (what === "take" && words.length <= 4) return take(doing, role, second, ground);
  }
  await doing.output.err(`${usageOf("account").said[doing.lang]}\n`);
  return EXIT.usage;
}

async function staffOf({ world, establishment }: Doing) {
  const seen = await view(world, seeStaff, { actor: OPERATOR, establishment, input: {} });
  return seen.kind === "found" ? seen.value.staff : [];
}

async function list(doing: Doing): Promise<number> {
  const { lang, output } = doing;
  for (const { name, address, role, proven } of await staffOf(doing)) {
    const waits = lang === "fr" ? "attend une seconde preuve" : "waits for a second proof";
    await output.out(`${[address, name, sayRole(role, lang), ...(proven ? [] : [waits])].join("\t")}\n`);
  }
  return EXIT.done;
}

async function code({ world, establishment, lang, output }: Doing, address: string): Promise<number> {
  const request = { actor: OPERATOR, establishment, attempt: randomUUID(), input: { address } };
  const outcome = await perform(world, readOutCode, request);
  if (outcome.kind === "invalid") return refuse(output, lang, outcome.issues);
  if (outcome.kind !== "done") return EXIT.failed;
  await output.out(`${outcome.value.code}\n`);
  return EXIT.done;
}

type Role = (typeof ROLES)[number];

async function give({ world, establishment, lang, output }: Doing, role: Role, address: string): Promise<number> {
  const request = { actor: OPERATOR, establishment, attempt: randomUUID(), input: { address, role } };
  const outcome = await perform(world, giveRole, request);
  if (outcome.kind === "invalid") return refuse(output, lang, outcome.issues);
  if (outcome.kind !== "done") return EXIT.failed;
  const said = { fr: "a maintenant le rôle", en: "now has the role" }[lang];
  const next = {
    fr: "Il vaut dès que la personne ajoute une seconde preuve, dans son compte.",
    en: "It holds once the person adds a second proof, in their account.",
  }[lang];
  await output.out(`${outcome.value.name} ${said} ${sayRole(role, lang)}.\n${next}\n`);
  return EXIT.done;
}

/** Roles and guests that the school’s staff proposed and that need a second person. */
async function waitingIn({ world, establishment }: Doing) {
  const seen = { actor: OPERATOR, establishment, input: {} };
  const roles = await view(world, seeOffers, seen);
  const guests = await view(world, seeWaitingGuests, seen);
  const offers = roles.kind === "found" ? roles.value.offers.filter(({ waits, lapsed }) => waits && !lapsed) : [];
  return [
    ...offers.map(({ id, address, role }) => ({ id, address, roles: [role], act: confirmRole })),
    ...(guests.kind === "found" ? guests.value.waiting : []).map((guest) => ({ ...guest, act: confirmGuest })),
  ];
}

async function listWaiting(doing: Doing): Promise<number> {
  for (const { id, address, roles } of await waitingIn(doing))
    await doing.output.out(`${[id, address, roles.map((role) => sayRole(role, doing.lang)).join(", ")].join("\t")}\n`);
  return EXIT.done;
}

/** The operator is the second person, from outside the school. */
async function confirm(doing: Doing, id: string): Promise<number> {
  const { world, establishment, lang, output } = doing;
  const proposal = (await waitingIn(doing)).find((each) => each.id === id);
  if (!proposal) {
    await output.err(
      lang === "fr" ? "Rien n’attend sous cet identifiant.\n" : "Nothing waits under this identifier.\n",
    );
    return EXIT.failed;
  }
  const request = { actor: OPERATOR, establishment, attempt: randomUUID(), input: { id } };
  const outcome = await perform(world, proposal.act as Act, request);
  if (outcome.kind === "invalid") return refuse(output, lang, outcome.issues);
  return outcome.kind === "done" ? EXIT.done : EXIT.failed;
}

async function take(doing: Doing, role: Role, address: string, ground: string | undefined): Promise<number> {
  const { world, establishment, lang, output } = doing;
  const assignment = (await staffOf(doing)).find((holder) => holder.role === role && holder.address === address);
  if (!assignment) {
    await output.err(lang === "fr" ? "Cette personne n’a pas ce rôle.\n" : "This person does not have that role.\n");
    return EXIT.failed;
  }
  const input = { id: assignment.id, ...(ground !== undefined && { ground }) };
  const outcome = await perform(world, takeRole, { actor: OPERATOR, establishment, attempt: randomUUID(), input });
  if (outcome.kind === "invalid") return refuse(output, lang, outcome.issues);
  return outcome.kind === "done" ? EXIT.done : EXIT.failed;
}

async function refuse(output: CommandOutput, lang: Lang, issues: readonly Issue[]): Promise<number> {
  for (const { message } of sayIssues(issues, lang)) await output.err(`${message}\n`);
  return EXIT.failed;
}
