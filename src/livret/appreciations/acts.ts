/**
 * Appreciations of the livret: requested by a day from those who taught or directed a trainee, who write and sign them; only the author
 * corrects one, by a new record with its reason.
 */
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../../act/act.ts";
import { lockChain, lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import type { Day } from "../../kit/day.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema, KeySchema } from "../../law/entry.ts";
import { shownAs, sign } from "../../issued-documents/sign.ts";
import { type Doer, doerNamed, doersWho } from "../../people/contact.ts";
import { postMails } from "../../mail/post.ts";
import { cohortChain } from "../../training/cohorts/acts.ts";
import { cohortOf } from "../../training/cohorts/cohorts.ts";
import { enrolmentsIn, findEnrolment } from "../../training/cohorts/enrolment.ts";
import { enrolmentChain } from "../../training/enrolled.ts";
import { Trainer } from "../../training/lessons/forms.ts";
import { worksOf } from "../../training/works/works.ts";
import { findRequest, insertAppreciation, insertRequest, requestsAbout, withdrawRequest } from "./store.ts";
import { ASKED_WHO, type WantedAppreciation, wantedIn } from "./wanted.ts";
import { faults } from "./words.ts";
import { askedMail } from "./mails.ts";
import * as output from "./output.ts";

export const askAppreciations = defineAct({
  name: "askAppreciations",
  label: { fr: "Demander des appréciations", en: "Ask for appreciations" },
  who: "run the training",
  /** `of`: the author; by default, each trainee's director of the mémoire. */
  form: Type.Object(
    {
      cohort: Id,
      kind: KeySchema,
      of: Type.Optional(Trainer),
      enrolments: Type.Array(Id, { minItems: 1, maxItems: 200 }),
      due: DaySchema,
    },
    closed,
  ),
  output: output.askAppreciations,
  writes: ["appreciation_request", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today, law: lawOf } = context;
    const chains = input.enrolments.map((id) => enrolmentChain(id));
    await lockChains(tx, [cohortChain(input.cohort), ...chains]);
    const cohort = await cohortOf(tx, input.cohort);
    const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
    if (!cohort || !law) return FORBIDDEN;
    const kind = wantedIn(law).find(({ appreciation }) => appreciation === input.kind);
    if (!kind) return invalid([faults.kind]);
    if (input.due < today) return invalid([faults.past]);
    const people = (await enrolmentsIn(tx, cohort.id)).filter(({ id }) => input.enrolments.includes(id));
    if (people.length < new Set(input.enrolments).size) return invalid([faults.unknown]);
    const doers = new Map((await doersWho(tx, ASKED_WHO[kind.by])).map((one) => [one.actor, one]));
    const requests = await requestsAbout(tx, input.enrolments);
    const newRequests: { readonly enrolment: string; readonly doer: Doer }[] = [];
    for (const person of people) {
      const author = input.of ?? (await directorOf(context, person, kind));
      if (author === undefined) return invalid([faults.noDirector]);
      const doer = doers.get(author);
      if (!doer) return invalid([faults.nobody]);
      const isRequested = requests.some(
        (one) => one.enrolment === person.id && one.kind === input.kind && one.askedOf === author && !one.withdrawnWhy,
      );
      if (!isRequested) newRequests.push({ enrolment: person.id, doer });
    }
    if (newRequests.length === 0) return invalid([faults.asked]);
    for (const { enrolment, doer } of newRequests) {
      const request = { id: newId(), enrolment, kind: input.kind, askedOf: doer.actor, name: doer.name };
      const row = { ...request, dueOn: input.due, by: actorName(actor), at };
      await insertRequest(tx, row, { of: enrolmentChain(enrolment) });
    }
    await tellAsked(
      context,
      newRequests.map(({ doer }) => doer),
      { kind, due: input.due },
    );
    return done({ asked: newRequests.length }, cohortChain(cohort.id));
  },
});

async function directorOf(
  context: Parameters<typeof worksOf>[0],
  person: Parameters<typeof worksOf>[1],
  { by, exam }: WantedAppreciation,
): Promise<string | undefined> {
  if (by !== "memoire-director") return undefined;
  const works = (await worksOf(context, person)).filter((one) => exam === undefined || one.exam === exam);
  return works.find(({ director }) => director !== null)?.director?.actor;
}

/** One mail each, however many they are to write. */
async function tellAsked(
  { tx, at, establishment, input }: Performing<{ readonly cohort: string }>,
  doers: readonly Doer[],
  { kind, due }: { readonly kind: WantedAppreciation; readonly due: Day },
): Promise<void> {
  const by = Map.groupBy(doers, ({ actor }) => actor);
  const mails = [...by.values()].map((ofDoer) => {
    const { actor, address: to, language: lang } = ofDoer[0]!;
    const guest = actor.startsWith("guest:");
    const { open, ...letter } = askedMail(lang, { count: ofDoer.length, kind: kind.label[lang], due });
    const link = { path: schoolPath(establishment, lang, guest ? "/invite" : "/appreciations"), label: open };
    return { reader: guest ? null : actor, to, lang, about: cohortChain(input.cohort), at, link, ...letter };
  });
  await postMails(tx, mails);
}

export const withdrawAppreciation = defineAct({
  name: "withdrawAppreciation",
  label: { fr: "Retirer une demande d’appréciation", en: "Withdraw a request for an appreciation" },
  who: "run the training",
  form: Type.Object({ request: Id, why: Type.String({ minLength: 1, maxLength: 500 }) }, closed),
  output: output.withdrawAppreciation,
  writes: ["appreciation_request"],
  async perform({ tx, input }) {
    const unlocked = await findRequest(tx, input.request);
    if (!unlocked || !(await lockChain(tx, enrolmentChain(unlocked.enrolment)))) return FORBIDDEN;
    const request = (await findRequest(tx, input.request))!;
    if (request.withdrawnWhy !== null) return invalid([faults.withdrawn]);
    if (request.written) return invalid([faults.written]);
    await withdrawRequest(tx, request.id, input.why);
    return done({}, enrolmentChain(request.enrolment));
  },
});

export const writeAppreciation = defineAct({
  name: "writeAppreciation",
  label: { fr: "Écrire et signer une appréciation", en: "Write and sign an appreciation" },
  who: "write appreciations",
  /** `number`: of the record displayed, 0 if there is none; `declaration`: the words beside the button. */
  form: Type.Object(
    {
      request: Id,
      number: Type.Integer({ minimum: 0, maximum: 10_000 }),
      words: Type.String({ minLength: 1, maxLength: 2_000 }),
      reason: Type.Optional(Type.String({ maxLength: 500 })),
      declaration: Type.String({ minLength: 1, maxLength: 500 }),
    },
    closed,
  ),
  output: output.writeAppreciation,
  shows: { as: "number" },
  writes: ["appreciation", "signature"],
  async perform({ tx, input, actor, at }) {
    const by = actorName(actor);
    const unlocked = await findRequest(tx, input.request);
    if (unlocked?.askedOf !== by) return FORBIDDEN;
    const about = enrolmentChain(unlocked.enrolment);
    const enrolment = (await lockChain(tx, about)) ? await findEnrolment(tx, unlocked.enrolment) : undefined;
    const request = await findRequest(tx, input.request);
    if (!enrolment || !request) return FORBIDDEN;
    if (request.withdrawnWhy !== null) return invalid([faults.withdrawn]);
    const standing = request.written?.number ?? 0;
    if (standing !== input.number) return stale({ number: standing });
    const { reason = "" } = input;
    const words = input.words.trim();
    if (standing > 0 && reason.trim() === "") return invalid([faults.reason]);
    if (words === "" || words === request.written?.words) return invalid([faults.same]);
    const name = (await doerNamed(tx, by))?.name ?? request.name;
    const number = standing + 1;
    const row = { id: newId(), enrolment: enrolment.id, request: request.id, number, words, reason, name };
    await insertAppreciation(tx, { ...row, by, at });
    const shown = shownAs({ enrolment: enrolment.id, kind: request.kind, number, words });
    await sign(tx, { about, what: "appreciation", shown, words: input.declaration, name, at, actor });
    return done({ number }, about);
  },
});
