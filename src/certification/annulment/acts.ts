/** A jury annulled by a court, or whose decisions the State withdraws as unlawful: nothing that it decided stands, and another decides. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { keep } from "../../act/keep.ts";
import { actorName } from "../../act/permissions.ts";
import { attachFile } from "../../files/attach.ts";
import { newId } from "../../kit/id.ts";
import { sayDay } from "../../kit/lang.ts";
import { barred, leaves } from "../../kit/machine.ts";
import { issue } from "../../kit/schema.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema, oneOf } from "../../law/entry.ts";
import { postMail } from "../../mail/post.ts";
import { doersWithin } from "../../people/guests/things.ts";
import { enrolledPersons, enrolmentChain, traineeReached } from "../../training/enrolled.ts";
import { annulResults } from "../../training/results/enter.ts";
import { Ground, Name } from "../acts.ts";
import { attest, attestationOf, attestNoMore } from "../after/attesting.ts";
import { publishedLines, toPublish } from "../after/to-publish.ts";
import { noteAfter } from "../after/noting.ts";
import { certifiedChain, deliberating, juryChain, lawOf, sessionChain } from "../load.ts";
import { annulledMail, annulledToAuthorityMail, OPEN } from "../mails.ts";
import { said } from "../refusals.ts";
import type { Annulment, Deliberating } from "../rules/deliberation.ts";
import { JURY, juryState } from "../rules/jury.ts";
import { annulledJuries, findJury, listResults, type Result, resultsStandingOf, sessionsOfEntries } from "../store.ts";
import * as output from "../output.ts";

export const annulJury = defineAct({
  name: "annulJury",
  label: { fr: "Noter qu’un jury est annulé", en: "Record that a jury is annulled" },
  who: "annul a jury",
  form: Type.Object(
    {
      jury: Id,
      from: DaySchema,
      by: oneOf("court", "state"),
      authority: Name,
      reference: Name,
      ground: Ground,
      paper: Id,
    },
    closed,
  ),
  from: leaves(JURY, "annulled"),
  output: output.annulJury,
  shows: { lines: true },
  writes: ["jury_annulment", "exam_after", "exam_result", "issued_paper", "stored_file", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const deliberation = await deliberating(context, input.jury);
    if (!deliberation || actor.kind !== "account") return FORBIDDEN;
    const { jury, law, of } = deliberation;
    const no = barred(JURY, "annulled", juryState(jury));
    if (no.length > 0) return invalid(no);
    if (input.from < jury.on || input.from > today) return invalid([refusals.from(jury.on)]);
    const [authority, reference, ground] = [input.authority, input.reference, input.ground].map((one) => one.trim());
    if (!authority || !reference || !ground) return invalid([refusals.said]);
    const otherwise = context.changed(publishedLines(law.diploma, await toPublish(tx, jury.id)));
    if (otherwise) return otherwise;
    const fallen = await resultsStandingOf(tx, jury.id);
    const own = fallen.flatMap(({ enrolment }) => [certifiedChain(enrolment), enrolmentChain(enrolment)]);
    const about = juryChain(jury.id);
    await lockChains(tx, [...own, about, sessionChain(of.session.id)]);
    const file = { upload: input.paper, account: actor.account, about, slot: "annulment", at };
    const attached = await attachFile(tx, file);
    if ("problem" in attached) return invalid([{ ...said.fileGone, path: "paper" }]);
    const annulment: Annulment = { from: input.from, by: input.by, authority, reference, ground };
    const { from: void_from, ...facts } = annulment;
    const by = { recorded_by: actorName(actor), recorded_at: at };
    await keep(tx, "jury_annulment", { id: newId(), jury: jury.id, void_from, ...facts, paper: attached.file, ...by });
    for (const result of fallen) await fall(context, { deliberation, annulment, result });
    const told = await tellAuthority(context, deliberation, annulment);
    return done({ fallen: fallen.length, told }, about);
  },
});

type Falling = {
  readonly deliberation: Deliberating;
  readonly annulment: Annulment;
  readonly result: Result;
};

/** One person's result: the livret, the attestation and their own page say so, and they are told; what it had replaced stands again. */
async function fall(context: Performing<unknown>, { deliberation, annulment, result }: Falling): Promise<void> {
  const { tx, actor, at, today, establishment } = context;
  const { enrolment } = result;
  const chain = certifiedChain(enrolment);
  const { jury, of } = deliberation;
  const standing = await listResults(tx, { enrolments: [enrolment] });
  const back = standing.find(({ entry }) => entry === result.entry)?.notifiedOn ?? null;
  const parchment = result.outcome === "diploma" && !standing.some(({ outcome }) => outcome === "diploma");
  const what = { juryOn: jury.on, session: of.session.name, back, parchment };
  const { from, by, authority, reference, ground } = annulment;
  const facts = { result: result.id, from, by, authority, reference, ground, ...what };
  await noteAfter(context, { enrolment, kind: "annulled", on: today, said: facts });
  await attestAgain(context, { deliberation, enrolment, why: reference, last: standing.at(-1) });
  const annulled = new Set((await annulledJuries(tx)).map(juryChain));
  const voided = { enrolment, decision: juryChain(jury.id), on: today, annulled };
  await annulResults(tx, voided, { by: actorName(actor), at });
  const [person] = await enrolledPersons(tx, { enrolment });
  if (!person) return;
  const { reader, to, lang } = await traineeReached(tx, person);
  const link = { path: schoolPath(establishment, lang, "/mes-epreuves"), label: OPEN[lang].results };
  const words = annulledMail(lang, { ...annulment, ...what });
  await postMail(tx, { reader, to, lang, about: chain, of: chain, at, link, estate: true, ...words });
}

type Attested = {
  readonly deliberation: Deliberating;
  readonly enrolment: string;
  readonly why: string;
  readonly last: Result | undefined;
};

/** The attestation of what this jury decided holds no more; what stands besides is attested anew. */
async function attestAgain(context: Performing<unknown>, { deliberation, enrolment, why, last }: Attested) {
  const { tx, at } = context;
  const { jury, of } = deliberation;
  const attested = (await attestationOf(tx, enrolment))?.attested;
  if (!attested || attested.decidedOn !== jury.on || attested.session !== of.session.name) return;
  await attestNoMore(tx, enrolment, { why, at });
  const [session] = last ? await sessionsOfEntries(tx, [last.entry]) : [];
  const law = session && lawOf(context, session);
  const decided = last && (await findJury(tx, last.jury));
  if (!last || !law || !decided) return;
  const { result, notifiedOn, outcome, completeBy } = last;
  const days = { decidedOn: decided.on, notifiedOn };
  await attest(context, law, { enrolment, result, session: session.name, ...days, outcome, completeBy });
}

/** The State’s people who were let into the session; how many, so that the school knows whether it still has to tell. */
async function tellAuthority(
  { tx, at, establishment }: Performing<unknown>,
  { jury, of }: Deliberating,
  annulment: Annulment,
): Promise<number> {
  const chain = sessionChain(of.session.id);
  const readers = await doersWithin(tx, "decide a lapse", chain);
  for (const { actor, address: to, language: lang } of readers) {
    const reader = actor.startsWith("account:") ? actor : null;
    const link = {
      path: schoolPath(establishment, lang, `/certifications/${of.session.id}`),
      label: OPEN[lang].session,
    };
    const words = annulledToAuthorityMail(lang, { ...annulment, juryOn: jury.on, session: of.session.name });
    await postMail(tx, { reader, to, lang, about: juryChain(jury.id), at, link, ...words });
  }
  return readers.length;
}

/** What this act refuses, and the sentence for it. */
const refusals = {
  from: (on: string) =>
    issue(
      "from",
      `Ce jour va de celui du jury, le ${sayDay(on, "fr")}, à aujourd’hui.`,
      `This day is between the jury’s own, ${sayDay(on, "en")}, and today.`,
    ),
  said: issue(
    "reference",
    "Dites qui annule, par quelle décision et pourquoi.",
    "Say who annuls it, by which decision and why.",
  ),
};
