/** The register of examiners and jury members, their acquaintances with candidates, and their designations. */
import { issue } from "../../kit/schema.ts";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { begun, defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { change, keep } from "../../act/keep.ts";
import { actorName, may } from "../../act/permissions.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { addressIssue } from "../../kit/mail-address.ts";
import type { Diploma } from "../../law/diploma.ts";
import { DaySchema, KeySchema } from "../../law/entry.ts";
import { doerNamed, doersWho } from "../../people/contact.ts";
import { attachFile } from "../../files/attach.ts";
import { postMail } from "../../mail/post.ts";
import { sidesOf } from "../../decisions/jury/facts.ts";
import { designatedMail } from "../mails.ts";
import { Name } from "../acts.ts";
import { isInSession } from "../let-in.ts";
import { said } from "../refusals.ts";
import type { Person, Session } from "../rules/facts.ts";
import { calledOn, findEntry, findPerson, lastSealed } from "../store.ts";
import { juryChain, meIn, openJuries, personChain, sessionChain, sessionWithLaw } from "../load.ts";
import * as output from "../output.ts";

const Whole = {
  name: Name,
  /** The actors they act as, one for each role: `account:…`, `guest:…`. */
  actors: Type.Array(Type.String({ pattern: "^(account|guest):[0-9a-f-]{36}$" }), { maxItems: 5 }),
  address: Type.Optional(Type.String({ maxLength: 320 })),
  college: Type.Optional(KeySchema),
  seat: Type.Optional(KeySchema),
  side: Type.Optional(KeySchema),
  employer: Type.Optional(Type.String({ maxLength: 200 })),
};
const Registered = Type.Object({ diploma: KeySchema, ...Whole }, closed);
type Registered = { readonly [K in keyof typeof Whole]?: unknown };

export const enterExamPerson = defineAct({
  name: "enterExamPerson",
  label: {
    fr: "Inscrire au registre des examinateurs et des jurys",
    en: "Enter somebody in the register of examiners and juries",
  },
  who: "appoint the jury",
  form: Registered,
  output: output.enterExamPerson,
  writes: ["exam_person"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    if (actor.kind === "guest") return FORBIDDEN;
    const wrong = await unfit(context, input);
    if (wrong) return invalid([wrong]);
    const id = newId();
    const by = { entered_by: actorName(actor), entered_at: at };
    await keep(tx, "exam_person", { id, ...rowOf(input), version: 1, ...by, ended_at: null });
    return begun({ person: id }, personChain(id));
  },
});

export const changeExamPerson = defineAct({
  name: "changeExamPerson",
  label: { fr: "Corriger une inscription au registre", en: "Correct an entry of the register" },
  who: "appoint the jury",
  form: Type.Object({ person: Id, version: Type.Integer({ minimum: 1 }), diploma: KeySchema, ...Whole }, closed),
  output: output.nothing,
  writes: ["exam_person"],
  async perform(context) {
    const { tx, input, actor } = context;
    const person = await findPerson(tx, input.person);
    if (!person || actor.kind === "guest") return FORBIDDEN;
    if (person.version !== input.version) return stale(shownPerson(person));
    const wrong = await unfit(context, input, person.actors);
    if (wrong) return invalid([wrong]);
    // What waits for them there waits for who they act as, and their college makes a jury complete.
    await lockChains(tx, [personChain(person.id)]);
    const { sessions, juries } = await calledOn(tx, person.id);
    await lockChains(tx, [...sessions.map(sessionChain), ...juries.map(juryChain)]);
    await change(tx, "exam_person", person.id, { ...rowOf(input), version: person.version + 1 });
    return done({}, personChain(person.id));
  },
});

function rowOf(input: { readonly name: string; readonly actors: readonly string[] } & Registered) {
  const text = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : null);
  const { name, actors, address, college, seat, side, employer } = input;
  return {
    name: name.trim(),
    actors: JSON.stringify([...new Set(actors)]),
    address: text(address),
    college: text(college),
    seat: text(seat),
    side: text(side),
    employer: text(employer) ?? "",
  };
}

export function shownPerson({ id, name, actors, address, college, seat, side, employer, version }: Person) {
  return { id, name, actors: [...actors], address, college, seat, side, employer, version };
}

async function unfit(
  { tx, law, today }: Pick<Performing<unknown>, "tx" | "law" | "today">,
  input: { readonly diploma: string; readonly actors: readonly string[] } & Registered,
  /** The entry's previous actors: an invitation that has ended still belongs to it. */
  before: readonly string[] = [],
) {
  const inForce = law(input.diploma, { on: today });
  if (!inForce) return said.noLaw;
  if (!fitsCollege(inForce.diploma, input)) return refusals.college;
  const address = typeof input.address === "string" ? input.address.trim() : "";
  const wrong = address === "" ? undefined : addressIssue("address", address);
  if (wrong) return wrong;
  const doers = [...before, ...(await doersWho(tx, "examine")).map((one) => one.actor)];
  return input.actors.every((one) => doers.includes(one)) ? undefined : refusals.actor;
}

/** No college; or a college with exactly the seat or side it requires. */
function fitsCollege({ jury }: Diploma, { college, seat, side }: Registered): boolean {
  if (college === undefined) return seat === undefined && side === undefined;
  const collegeEntry = jury.colleges.find(({ key }) => key === college);
  const fits = (value: unknown, known: readonly string[] | undefined) =>
    known ? known.includes(value as string) : value === undefined;
  return (
    collegeEntry !== undefined &&
    fits(
      seat,
      collegeEntry.seats?.map((two) => two.seat),
    ) &&
    fits(
      side,
      collegeEntry.sides?.map((two) => two.side),
    )
  );
}

/** «I know this person»: declared by the examiner or member, or by the secretary they told. */
export const declareAcquaintance = defineAct({
  name: "declareAcquaintance",
  label: { fr: "Déclarer qu’on connaît un candidat", en: "Declare that one knows a candidate" },
  who: "take part in the certification",
  form: Type.Object({ entry: Id, person: Id, kind: KeySchema }, closed),
  output: output.nothing,
  writes: ["exam_link"],
  async perform({ tx, input, actor, at, law }) {
    const entry = await findEntry(tx, input.entry);
    const examSession = entry && (await sessionWithLaw({ tx, law }, entry.session));
    const person = examSession?.of.persons.find(({ id }) => id === input.person);
    const own = person && meIn([person], actor).length > 0;
    if (!examSession || !person || !(own || may(actor, "prepare the certification"))) return FORBIDDEN;
    if (!examSession.law.diploma.jury.links?.some(({ link }) => link === input.kind)) return invalid([refusals.link]);
    // A closed jury decided on the links it knew; a jury that reconsiders it may take new ones.
    const again = (await openJuries(tx, entry.session)).some(({ only }) => only === entry.id);
    if (!again && (await lastSealed(tx, [entry.id])).size > 0) return invalid([said.over("entry")]);
    const known = examSession.of.links.some(
      (one) => one.entry === input.entry && one.person === person.id && one.kind === input.kind,
    );
    if (!known)
      await keep(tx, "exam_link", {
        id: newId(),
        entry: input.entry,
        person: person.id,
        kind: input.kind,
        declared_by: actorName(actor),
        declared_at: at,
      });
    return done({}, sessionChain(entry.session));
  },
});

/** The authority's order appointing the jury, with the persons it names; or an order amending it. */
export const enterOrder = defineAct({
  name: "enterOrder",
  label: { fr: "Saisir l’arrêté qui nomme le jury", en: "Enter the order that appoints the jury" },
  who: "appoint the jury",
  form: Type.Object(
    {
      session: Id,
      number: Name,
      signedOn: DaySchema,
      persons: Type.Array(Id, { maxItems: 200 }),
      /** An upload of the account that enters the order. */
      scan: Type.Optional(Id),
    },
    closed,
  ),
  output: output.enterOrder,
  writes: ["jury_order", "exam_designation", "stored_file", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const examSession = await sessionWithLaw(context, input.session);
    if (!examSession || !(await isInSession(tx, actor, input.session))) return FORBIDDEN;
    const { persons, orders, session } = examSession.of;
    const named = input.persons.map((id) => persons.find((one) => one.id === id));
    if (named.some((one) => one === undefined)) return FORBIDDEN;
    if (named.some((one) => one!.college === null)) return invalid([refusals.notAMember]);
    if (input.signedOn > today) return invalid([said.future("signedOn")]);
    await lockChains(tx, [...input.persons.map(personChain), sessionChain(session.id)]);
    const id = newId();
    let scan: string | null = null;
    if (input.scan !== undefined) {
      if (!("account" in actor) || actor.account === undefined) return FORBIDDEN;
      const about = sessionChain(session.id);
      const attached = await attachFile(tx, {
        upload: input.scan,
        account: actor.account,
        about,
        slot: `order:${id}`,
        at,
      });
      if ("problem" in attached) return invalid([said.fileGone]);
      scan = attached.file;
    }
    const by = { entered_by: actorName(actor), entered_at: at };
    const amends = orders[0]?.id ?? null;
    const order = { id, session: session.id, number: input.number.trim(), signed_on: input.signedOn, amends, scan };
    await keep(tx, "jury_order", { ...order, ...by });
    for (const person of input.persons)
      await keep(tx, "exam_designation", {
        id: newId(),
        session: session.id,
        person,
        exam: null,
        by: "authority",
        designated_on: input.signedOn,
        jury_order: id,
        ...by,
      });
    for (const person of named) await tellDesignated(context, examSession.of.session, person!, undefined);
    return done({ order: id }, sessionChain(session.id));
  },
});

/** Who may examine one exam of a session, from which day, designated by the authority, the school or the jury. */
export const designate = defineAct({
  name: "designate",
  label: { fr: "Désigner des examinateurs", en: "Designate examiners" },
  who: "appoint the jury",
  form: Type.Object(
    {
      session: Id,
      exam: KeySchema,
      by: KeySchema,
      on: DaySchema,
      persons: Type.Array(Id, { minItems: 1, maxItems: 100 }),
    },
    closed,
  ),
  output: output.nothing,
  writes: ["exam_designation", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const examSession = await sessionWithLaw(context, input.session);
    if (!examSession || !(await isInSession(tx, actor, input.session))) return FORBIDDEN;
    const { session, exam, by, on } = input;
    const domain = examSession.law.diploma.domains.find((one) => one.domain === exam);
    if (!domain) return invalid([said.exam]);
    if (!sidesOf(domain).some((one) => one.by === by)) return invalid([said.side]);
    // The school enters what the authority signed from its paper; only the school enters its own.
    if (on > today) return invalid([said.future("on")]);
    const persons = input.persons.map((id) => examSession.of.persons.find((one) => one.id === id));
    if (persons.some((one) => one === undefined)) return FORBIDDEN;
    await lockChains(tx, [...input.persons.map(personChain), sessionChain(session)]);
    const row = { session, exam, by, designated_on: on, jury_order: null };
    for (const { id: person } of persons as Person[])
      await keep(tx, "exam_designation", {
        id: newId(),
        person,
        ...row,
        entered_by: actorName(actor),
        entered_at: at,
      });
    for (const person of persons as Person[]) await tellDesignated(context, examSession.of.session, person, domain);
    return done({}, sessionChain(session));
  },
});

/** Mails the designated person, if an address is known; the appointment itself is the authority's paper. */
async function tellDesignated(
  { tx, at, establishment }: Pick<Performing<unknown>, "tx" | "at" | "establishment">,
  session: Session,
  person: Person,
  domain: Diploma["domains"][number] | undefined,
): Promise<void> {
  const [actor] = person.actors;
  const doer = actor === undefined ? undefined : await doerNamed(tx, actor);
  const to = doer?.address ?? person.address;
  if (!to) return;
  const lang = doer?.language ?? "fr";
  const reader = actor?.startsWith("account:") ? actor : null;
  const words = designatedMail(lang, { establishment, session, domain });
  await postMail(tx, { reader, to, lang, about: sessionChain(session.id), at, ...words });
}

/** What these acts refuse, and the sentence for it. */
const refusals = {
  college: issue(
    "college",
    "Dites de quel collège il s’agit, avec le siège ou le côté que ce collège demande.",
    "Say which college it is, with the seat or the side that this college asks for.",
  ),
  actor: issue("actor", "Cette personne n’est pas de l’école.", "This person is not of the school."),
  link: issue("kind", "Ce lien n’est pas connu du référentiel.", "The référentiel does not know this link."),
  notAMember: issue(
    "persons",
    "Un membre du jury est d’un collège : complétez d’abord le registre.",
    "A member of the jury is of a college: first complete the register.",
  ),
};
