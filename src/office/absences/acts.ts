/**
 * Absences: first and last day, and who stands in. Meanwhile the absent officer's queue is also the stand-in's; nothing is handed over, so
 * nothing has to be handed back. Ended absences are erased, which is recorded.
 */
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { begun, defineAct, erased, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import { actorName, may } from "../../act/permissions.ts";
import type { Tx } from "../../db/school.ts";
import { issue } from "../../kit/schema.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { ById, closed, Id } from "../../kit/shapes.ts";
import { DaySchema } from "../../law/entry.ts";
import { contactOf } from "../../mail/address.ts";
import { postMail, unpostMail } from "../../mail/post.ts";
import { namesByAccount, officersWithRoles, type WithRoles } from "./officers.ts";
import { against, type Absence } from "./rules/absence.ts";
import { absencesFrom, deleteAbsence, findAbsence, insertAbsence, lockAbsences } from "./store.ts";
import { notBeside } from "./words.ts";
import { standInMail } from "./mails.ts";
import * as output from "./output.ts";

const absenceChain = (id: string) => `absence:${id}`;

export const enterAbsence = defineAct({
  name: "enterAbsence",
  label: { fr: "Noter une absence et qui remplace", en: "Enter an absence and who stands in" },
  who: "handle the dossiers",
  /** `account`: the absent officer, the actor by default. Others require the permission to arrange absences. */
  form: Type.Object({ account: Type.Optional(Id), from: DaySchema, until: DaySchema, standIn: Id }, closed),
  output: output.enterAbsence,
  writes: ["absence", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const self = "account" in actor ? actor.account : undefined;
    const { account = self, from, until, standIn } = input;
    if (account === undefined || (account !== self && !may(actor, "arrange absences"))) return FORBIDDEN;
    if (until < from) return invalid([BACKWARDS]);
    if (until < today) return invalid([OVER]);
    const officers = await officersWithRoles(tx);
    const wrong = standInIssue(officers, { account, standIn });
    if (wrong) return invalid([wrong]);
    await lockAbsences(tx);
    const asked = { id: newId(), account, standIn, from, until };
    const clash = against(asked, await absencesFrom(tx, today));
    if (clash) return invalid([notBeside(clash, await namesByAccount(tx, [clash.which.account]))]);
    await insertAbsence(tx, { ...asked, by: actorName(actor), at });
    if (standIn !== self) await tellStandIn(context, asked);
    return begun({ absence: asked.id }, absenceChain(asked.id));
  },
});

type Two = Pick<Absence, "account" | "standIn">;

function standInIssue(officers: readonly WithRoles[], { account, standIn }: Two) {
  if (standIn === account) return SELF;
  const away = officers.find((one) => one.account === account);
  if (!away) return NOT_AN_OFFICER;
  const other = officers.find((one) => one.account === standIn);
  return other?.roles.some((role) => away.roles.includes(role)) ? undefined : NOT_THE_SAME_ROLE;
}

/** Links the stand-in to the queue that is now also theirs. */
async function tellStandIn(
  { tx, at, establishment }: Pick<Performing<unknown>, "tx" | "at" | "establishment">,
  absence: Absence,
): Promise<void> {
  const contact = await contactOf(tx, absence.standIn);
  if (!contact) return;
  const { language: lang, address: to } = contact;
  const name = (await namesByAccount(tx, [absence.account]))(absence.account);
  const { open, ...words } = standInMail(lang, { ...absence, name });
  const link = { path: schoolPath(establishment, lang, "/dossiers?instructeur=moi"), label: open };
  const about = absenceChain(absence.id);
  await postMail(tx, { reader: `account:${absence.standIn}`, to, lang, about, at, link, ...words });
}

/** Ends it immediately, whether or not it has begun. */
export const endAbsence = defineAct({
  name: "endAbsence",
  label: { fr: "Mettre fin à une absence", en: "End an absence" },
  who: "handle the dossiers",
  form: ById,
  output: output.endAbsence,
  writes: ["absence", "mail"],
  async perform({ tx, input: { id }, actor }) {
    const absence = await findAbsence(tx, id);
    const own = "account" in actor && absence?.account === actor.account;
    return absence && (own || may(actor, "arrange absences")) ? forgotten(tx, id) : FORBIDDEN;
  },
});

export const forgetAbsence = defineAct({
  name: "forgetAbsence",
  label: { fr: "Oublier une absence passée", en: "Forget an absence that is over" },
  who: "let time pass",
  form: ById,
  writes: ["absence", "mail"],
  async perform({ tx, input: { id }, today }) {
    const absence = await findAbsence(tx, id);
    return absence && absence.until < today ? forgotten(tx, id) : FORBIDDEN;
  },
});

/** Also erases the mail about it. */
async function forgotten(tx: Tx, id: string) {
  if (!(await deleteAbsence(tx, id))) return FORBIDDEN;
  const chain = absenceChain(id);
  await unpostMail(tx, chain);
  return erased({}, chain);
}

const BACKWARDS = issue(
  "until",
  "Le dernier jour vient avant le premier : corrigez l’un des deux.",
  "The last day comes before the first: correct one of the two.",
);
const OVER = issue(
  "until",
  "Cette absence est déjà passée : il n’y a rien à remplacer.",
  "This absence is over already: there is nothing to stand in for.",
);
const SELF = issue("standIn", "Choisissez quelqu’un d’autre pour remplacer.", "Choose somebody else to stand in.");
const NOT_AN_OFFICER = issue(
  "account",
  "Cette personne ne traite pas les dossiers de l’établissement.",
  "This person does not deal with the applications of the school.",
);
const NOT_THE_SAME_ROLE = issue(
  "standIn",
  "Qui remplace a le même rôle : choisissez une autre personne, ou demandez que ce rôle lui soit confié.",
  "Whoever stands in has the same role: choose another person, or ask for the role to be given to them.",
);
