/** Plays the table of sixty people: each line by the acts that a school does, on the day on which it does them. */
import { Readable } from "node:stream";
import { type Actor, view, type View } from "../../act/act.ts";
import { decideRelief } from "../../admission/decide-acts.ts";
import { setMarkAnew, reopenDecision, closeJury } from "../../certification/juries/acts.ts";
import { publishResults } from "../../certification/after/acts.ts";
import { creditInvoice } from "../../billing/invoices/acts.ts";
import { seeInvoice } from "../../billing/invoices/views.ts";
import { addPayer } from "../../billing/payers/acts.ts";
import { handOver, noteGrant, noteWhoPays } from "../../contracts/acts.ts";
import { enrol, enrolAnyway } from "../../contracts/enrolling-acts.ts";
import { noteSigned } from "../../contracts/signing-acts.ts";
import { issueProposed } from "../../contracts/invoicing/acts.ts";
import { listProposals } from "../../contracts/invoicing/views.ts";
import { withSchool } from "../../db/school.ts";
import { addFile, saveSection } from "../../dossier/acts.ts";
import { enterDossier } from "../../dossier/entering/acts.ts";
import { submitDossier } from "../../dossier/submit-acts.ts";
import { openDossier } from "../../dossier/views.ts";
import { receiveUpload } from "../../files/receive.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { lawWorld } from "../../house/world.ts";
import { openIntake, prepareIntake, saveIntake } from "../../intake/acts.ts";
import { seeIntake } from "../../intake/views.ts";
import { addDays, type Day } from "../../kit/day.ts";
import type { Laws } from "../../law/load.ts";
import { countersign, markAttendance } from "../../training/attendance/acts.ts";
import { seeList } from "../../training/attendance/views.ts";
import { endTraining, interruptTraining, openCohort, resumeTraining } from "../../training/cohorts/acts.ts";
import { planCohort } from "../../training/cohorts/plan-acts.ts";
import { seeCohortPlan } from "../../training/cohorts/views.ts";
import { planLessons } from "../../training/lessons/acts.ts";
import { answerSurvey } from "../../year/surveys/acts.ts";
import { askSurveys, closeSurveys, endSurveyAsks } from "../../year/surveys/duties.ts";
import { mySurveys } from "../../year/surveys/views.ts";
import { runDue } from "../../worker/run-due.ts";
import type { Answerer } from "../attack.ts";
import {
  adopts,
  aGroup,
  allMarked,
  arranged,
  aSession,
  closed,
  decided,
  type Held,
  marked,
  president,
  type Sheet,
  sits,
} from "../certifying.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../dossiers.ts";
import { WHOLE } from "../intakes.ts";
import { deed, freshly, type Invented, makeAccount } from "../people.ts";
import { pdf } from "../sent-files.ts";
import { LAWS, testWorldOf } from "../server.ts";
import { employed } from "../trainees.ts";
import { type Line, type Outcome, PAYS, SIXTY } from "./table.ts";

export const SCHOOL = "faire-ess";
/** As the DEIS in all but its name, its speciality and its site. */
export const OTHER_DIPLOMA = "deis-bis";

/** A second site, and a second diploma. */
function twoSites(laws: Laws): Laws {
  const [deis] = laws.diplomas;
  const registration = {
    ...deis!.data.registration,
    nsfCode: "315",
    nsf: { fr: "ressources humaines", en: "human resources" },
  };
  const other = { ...deis!, data: { ...deis!.data, diploma: OTHER_DIPLOMA, registration } };
  const establishments = laws.establishments.map((school) => {
    const { campuses, diplomas } = school.data;
    const taught = diplomas.map((one) => ({ ...one, diploma: OTHER_DIPLOMA }));
    const data = {
      ...school.data,
      campuses: [...campuses, { campus: "nimes", name: "Nîmes" }],
      diplomas: [...diplomas, ...taught],
    };
    return { ...school, data };
  });
  return { ...laws, diplomas: [...laws.diplomas, other], establishments };
}

const COHORTS = {
  M27: { campus: "montpellier", diploma: "deis", startsOn: "2027-01-11", endsOn: "2027-12-17" },
  M28: { campus: "montpellier", diploma: "deis", startsOn: "2028-01-10", endsOn: "2028-12-15" },
  N28: { campus: "nimes", diploma: "deis", startsOn: "2028-01-10", endsOn: "2028-12-15" },
  X28: { campus: "montpellier", diploma: OTHER_DIPLOMA, startsOn: "2028-01-10", endsOn: "2028-12-15" },
  Z28: { campus: null, diploma: "deis", startsOn: "2028-01-10", endsOn: "2028-12-15" },
  M29: { campus: "montpellier", diploma: "deis", startsOn: "2028-09-04", endsOn: "2029-06-29" },
} as const;
type CohortName = keyof typeof COHORTS;

/** Who teaches, and whether the list was countersigned; of the field study, which no line of hours counts, `UF2.4`. */
const LESSONS = [
  { cohort: "M27", on: "2027-02-08", from: "09:00", to: "12:00", by: "inside" },
  { cohort: "M28", on: "2028-02-07", from: "09:00", to: "12:00", by: "inside" },
  { cohort: "N28", on: "2028-03-06", from: "09:00", to: "12:00", by: "inside" },
  { cohort: "M28", on: "2028-04-03", from: "09:00", to: "12:00", by: "inside" },
  { cohort: "X28", on: "2028-05-15", from: "09:00", to: "13:00", by: "inside" },
  { cohort: "Z28", on: "2028-05-22", from: "09:00", to: "11:00", by: "outside" },
  { cohort: "M28", on: "2028-06-06", from: "14:00", to: "17:00", by: "inside" },
  { cohort: "M28", on: "2028-09-11", from: "09:00", to: "12:30", by: "outside" },
  { cohort: "N28", on: "2028-10-02", from: "09:00", to: "13:00", by: "outside" },
  { cohort: "M29", on: "2028-10-09", from: "09:00", to: "12:00", by: "outside" },
  { cohort: "M28", on: "2028-10-16", from: "09:00", to: "12:00", by: "outside", unit: "UF2.4" },
  { cohort: "M28", on: "2028-11-06", from: "09:00", to: "12:00", by: "inside", unsigned: true },
  { cohort: "M29", on: "2029-03-05", from: "09:00", to: "12:00", by: "inside" },
] as const;

const SHEETS: Readonly<Record<Outcome, Sheet>> = {
  diploma: [12, 11, 11, 11.5, 13],
  partial: [8, 9, 11, 11.5, 9],
  none: [8, 8, 11, 8, 8],
};
/** One oral typed wrong, one report failed: each then stands in the way alone. */
const ORAL_WRONG: Sheet = [12, 11, 11, 8, 13];
const REPORT_FAILED: Sheet = [12, 11, 11, 11.5, 8];

type InTraining = Line & { readonly account: string | null; readonly dossier: string; readonly enrolment: string };
export type Sixty = Awaited<ReturnType<typeof openSixty>>;

/** A school with its staff, and nobody in it yet; `until` plays the table up to a day, that day included. */
export async function openSixty() {
  let now = new Date("2026-11-25T09:00:00Z");
  const on = (day: Day, time = "09:00") => void (now = new Date(`${day}T${time}:00Z`));
  const laws = twoSites(withExampleLegal(LAWS));
  const told = lawWorld(laws, { diploma: undefined, establishment: undefined });
  const { world, close } = await testWorldOf({ ...told, now: () => now });
  const staff = {
    officer: await employed(world, "Odile Officier", "admission-officer", "finance"),
    head: await employed(world, "Henri Responsable", "head-of-training"),
    director: await employed(world, "Dora Directrice", "director"),
    secretary: await employed(world, "Sophie Secrétaire", "certification-secretary"),
    inside: await employed(world, "Tom Salarié", "trainer"),
    outside: await employed(world, "Zita Extérieure", "trainer"),
  };
  const as = (who: keyof typeof staff) => freshly(world, staff[who]);
  const seen = async <F extends Parameters<typeof view>[1]>(what: F, actor: Actor, input: object) => {
    const found = await view(world, what as View, { actor, establishment: SCHOOL, input });
    if (found.kind !== "found") throw new Error(`${what.name}: ${found.kind}`);
    return found.value as NonNullable<Awaited<ReturnType<F["read"]>>>;
  };
  let amandiers: string | undefined;
  const cohorts = new Map<string, string>();
  const lessons = new Map<string, string>();
  const people = new Map<string, InTraining>();
  /** Numbers, in the order in which they were issued. */
  const invoices = new Map<string, readonly string[]>();
  /** Of the surveys at the end, in the order in which they answered; their words are in another. */
  const answerers: Answerer[] = [];
  const round = () => runDue(world, SCHOOL, [askSurveys, endSurveyAsks, closeSurveys]);

  async function cohort(name: CohortName): Promise<void> {
    const { campus, ...days } = COHORTS[name];
    const head = await as("head");
    const opened = await deed(world, openCohort, head, { name, ...days });
    cohorts.set(name, opened.cohort);
    if (campus !== null) {
      const { proposed } = await seen(seeCohortPlan, head, { cohort: opened.cohort });
      const periods = proposed.map(({ from, to, units }) => ({ from, to, units: [...units] }));
      await deed(world, planCohort, head, { cohort: opened.cohort, version: 0, campus, periods });
    }
    for (const lesson of LESSONS.filter((one) => one.cohort === name)) {
      const trainer = `account:${staff[lesson.by].account}`;
      const { on: day, from, to } = lesson;
      const unit = "unit" in lesson ? lesson.unit : "UF1.3";
      const made = await deed(world, planLessons, head, {
        cohort: opened.cohort,
        lessons: [{ unit, on: day, from, to, trainer }],
      });
      lessons.set(`${name} ${day}`, made.lessons[0]!);
    }
  }

  /** Open for a month from today; the training begins on the day given. */
  async function intake(diploma: string, entryOn: Day): Promise<string> {
    const day = now.toISOString().slice(0, 10);
    const head = await as("head");
    const { id } = await deed(world, prepareIntake, head, { diploma });
    const { intake: prepared } = await seen(seeIntake, head, { id });
    const settings = {
      ...prepared.settings,
      ...WHOLE,
      label: { fr: `Rentrée du ${entryOn}`, en: `Intake of ${entryOn}` },
      opens: { day: addDays(day, -1), time: "09:00" },
      closes: { day: addDays(day, 10), time: "23:59" },
      interviewsFrom: addDays(day, 15),
      interviewsTo: addDays(day, 18),
      decidesBy: addDays(day, 25),
      entryOn,
      places: 60,
    };
    const { version } = await deed(world, saveIntake, head, { id, version: 1, settings });
    await deed(world, openIntake, head, { id, version });
    return id;
  }

  async function accepted(line: Line, intakeId: string): Promise<{ account: string | null; dossier: string }> {
    const [given = "", birthName = ""] = line.name.split(" ");
    const identity = { ...FULL_SECTIONS.identity, birthName, givenNames: given };
    const sections = { ...FULL_SECTIONS, identity };
    if (!line.addressed) return { account: null, dossier: await onPaper(sections, intakeId) };
    const who = await makeAccount(world, {
      name: line.name,
      address: `${line.name.toLowerCase().replace(" ", ".")}@exemple.fr`,
    });
    const dossier = await aDossier(world, who, {
      declared: DECLARED_IN_FULL,
      sections,
      files: FULL_FILES,
      intake: intakeId,
    });
    await handedIn(world, who, dossier);
    return { account: who.account, dossier };
  }

  /** At the counter: neither an account nor an address. */
  async function onPaper(sections: typeof FULL_SECTIONS, intakeId: string): Promise<string> {
    const officer = await as("officer");
    const { dossier } = await deed(world, enterDossier, officer, {
      intake: intakeId,
      entered: "paper",
      language: "fr",
    });
    for (const [section, contents] of Object.entries({ declared: DECLARED_IN_FULL, ...sections }))
      await deed(world, saveSection, officer, { dossier, section, version: 0, contents: { ...contents } });
    const papers = [...FULL_FILES, ["paper-form", "formulaire.pdf", pdf({ pages: 1 })] as const];
    for (const [piece, name, bytes] of papers)
      await deed(world, addFile, officer, { dossier, piece, upload: await upload(name, Buffer.from(bytes)) });
    const { signing } = (await seen(openDossier, officer, { dossier })) as {
      signing: { words: string; shown: string } | null;
    };
    await deed(world, submitDossier, officer, { dossier, shown: signing!.shown, words: signing!.words });
    return dossier;
  }

  async function upload(name: string, bytes: Uint8Array = pdf({})): Promise<string> {
    const { account } = staff.officer;
    const received = await receiveUpload(world, {
      establishment: SCHOOL,
      account,
      stream: Readable.from([Buffer.from(bytes)]),
      name,
    });
    if ("problem" in received) throw new Error(`${name}: ${received.problem}`);
    return received.upload;
  }

  /** From the dossier to the first day, as the line says who pays. */
  async function enters(line: Line, intakeId: string): Promise<void> {
    const { account, dossier } = await accepted(line, intakeId);
    await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .insertInto("admission_state")
        .values({ id: dossier, intake: intakeId, state: "accepted", changed_at: now })
        .execute(),
    );
    await deed(world, decideRelief, await as("head"), { dossier });
    const officer = await as("officer");
    const { status, others } = PAYS[line.pays];
    await deed(world, noteWhoPays, officer, {
      dossier,
      status: line.apprentice ? "apprentice" : status,
      others: others.map(([source, amount]) => ({ source, amount, ...(line.signed && { payer: amandiers! }) })),
    });
    if (line.signed) return signs(line, { account, dossier });
    const { payers } = laws.establishments[0]!.data.money!;
    const day = now.toISOString().slice(0, 10);
    for (const [source] of others)
      if (payers.some(({ payer, fund }) => payer === source && fund))
        await deed(world, noteGrant, officer, { dossier, source, answer: "granted", on: day });
    const ground = "Le contrat est en cours de signature.";
    const input = { cohort: cohorts.get(line.cohort)!, dossier, ground };
    const { enrolment } = await deed(world, enrolAnyway, await as("director"), input);
    people.set(line.name, { ...line, account, dossier, enrolment });
  }

  /** Whoever pays signs on paper, and is invoiced period by period. */
  async function signs(line: Line, { account, dossier }: { account: string | null; dossier: string }): Promise<void> {
    const officer = await as("officer");
    const day = now.toISOString().slice(0, 10);
    const { particulars } = laws.establishments[0]!.data.money!.agreement;
    const keys = particulars.before.map(({ particular }) => particular);
    await deed(world, handOver, officer, { dossier, keys, on: day });
    const [source, paper] =
      line.pays === "own" ? (["personal", "contract"] as const) : (["employer-plan", "convention"] as const);
    const stated = particulars[paper].map(({ particular }) => particular);
    const signed = { on: day, concluded: "premises", by: "Qui paie", forSchool: "La direction", stated } as const;
    await deed(
      world,
      noteSigned,
      { ...officer, roles: ["director"] },
      {
        dossier,
        source,
        upload: await upload("papier.pdf"),
        ...signed,
      },
    );
    const { enrolled } = await deed(world, enrol, await as("head"), {
      cohort: cohorts.get(line.cohort)!,
      dossiers: [dossier],
    });
    people.set(line.name, { ...line, account, dossier, enrolment: enrolled[0]!.enrolment });
  }

  const enterAll = async (intakeId: string, ...names: readonly CohortName[]) => {
    for (const line of SIXTY) if (names.some((one) => one === line.cohort)) await enters(line, intakeId);
  };

  async function teach({ cohort: name, on: day, to, by, ...more }: (typeof LESSONS)[number]): Promise<void> {
    on(day, to);
    const lesson = lessons.get(`${name} ${day}`)!;
    const hand = await as(by);
    const { people: listed } = await seen(seeList, hand, { lesson });
    const away = new Set(
      SIXTY.filter(({ absent }) => absent.includes(day)).map((one) => people.get(one.name)!.enrolment),
    );
    const marks = listed.map(({ enrolment }) => ({
      enrolment,
      number: 0,
      status: away.has(enrolment) ? ("absent" as const) : ("present" as const),
    }));
    await deed(world, markAttendance, hand, { lesson, marks });
    if ("unsigned" in more) return;
    const { shown } = await seen(seeList, hand, { lesson });
    await deed(world, countersign, hand, { lesson, shown, words: "Je contresigne." });
  }

  async function happens({ enrolment }: InTraining, { kind, on: day, into }: Line["happened"][number]): Promise<void> {
    on(day);
    const head = await as("head");
    const moved = { enrolment, on: day, reason: "Dit à l’école." };
    if (kind === "interrupted") await deed(world, interruptTraining, head, moved);
    else if (kind === "back") await deed(world, resumeTraining, head, { ...moved, cohort: cohorts.get(into!)! });
    else {
      const more = { paper: "sa lettre", destination: "une autre école" };
      await deed(world, endTraining, head, { ...moved, ...more, kind: kind as "abandoned" });
    }
  }

  type Sitting = { readonly tag: string; readonly jury: Day; readonly of: (line: Line) => boolean };
  const sheetOf = ({ jury, corrected }: Line) =>
    corrected ? ORAL_WRONG : jury.length > 1 ? REPORT_FAILED : SHEETS[jury[0]!];
  /** As lists have it: the family name first. */
  const listed = ({ name }: Pick<Line, "name">) => name.split(" ").toReversed().join(" ");
  const held = new Map<string, Held>();

  async function sitting({ tag, jury, of }: Sitting): Promise<void> {
    const lines = SIXTY.filter((line) => line.jury.length > 0 && of(line));
    const trainees = lines.map(({ name }) => trainee(name));
    on(addDays(jury, -44), "08:00");
    const session = await aSession(world, { secretary: staff.secretary, trainees, name: `Session ${tag}`, tag });
    held.set(tag, session);
    const groups = await arranged(world, session, { day: addDays(jury, -14), tag });
    on(addDays(jury, -13), "08:00");
    await allMarked(world, session, groups, Object.fromEntries(lines.map((line) => [listed(line), sheetOf(line)])));
    on(jury, "08:00");
    await decided(world, session);
  }

  const trainee = (name: string): Invented & { enrolment: string } => {
    const { account, enrolment } = people.get(name)!;
    return { account: account ?? "", name, address: "", enrolment };
  };

  /** The report that failed in February, sat again. */
  async function satAgain(name: string, jury: Day): Promise<void> {
    on(addDays(jury, -44), "08:00");
    const session = await aSession(world, {
      secretary: staff.secretary,
      trainees: [trainee(name)],
      name: "Session encore",
      tag: "encore",
    });
    const [a, , c] = session.examiners;
    const examiners = [
      { person: a!.id, by: "authority" },
      { person: c!.id, by: "establishment" },
    ];
    const day = addDays(jury, -14);
    const group = await aGroup(world, session, { exam: "DF3", day, from: "09:00", until: "12:00", examiners });
    on(addDays(jury, -13), "08:00");
    for (const one of [a!, c!]) await marked(world, one, group, { [listed({ name })]: { "": 13 } });
    on(jury, "08:00");
    await decided(world, session);
  }

  async function corrected(name: string, tag: string, day: Day): Promise<void> {
    on(day, "08:00");
    const session = held.get(tag)!;
    const entry = session.entries.get(name)!;
    const ground = "L’oral a été saisi 8 pour 11.";
    const by = await session.secretary();
    const { jury } = await deed(world, reopenDecision, by, { entry, on: day, ground });
    await sits(world, session, jury);
    await deed(world, setMarkAnew, by, { jury, entry, exam: "DF2", component: "oral", mark: 1_100, ground });
    await adopts(world, session, jury);
    await deed(world, closeJury, president(world, session), await closed(world, session, jury));
    await deed(world, publishResults, by, { jury, notifiedOn: day });
  }

  async function answers(day: Day, survey: "end" | "six-months", ...names: readonly string[]): Promise<void> {
    on(day);
    await round();
    for (const line of SIXTY.filter((one) => names.includes(one.cohort))) {
      const answer = survey === "end" ? line.end : line.sixMonths;
      if (answer === "") continue;
      const { account, enrolment } = people.get(line.name)!;
      const own = await freshly(world, { account: account! });
      const { surveys } = await seen(mySurveys, own, {});
      const { ask } = surveys.find((one) => one.state === "open" && one.survey === survey)!;
      const wrote = `mot${String((SIXTY.indexOf(line) * 37) % 60).padStart(2, "0")}x`;
      const answers = survey === "end" ? { overall: answer, text: wrote } : { situation: answer };
      await deed(world, answerSurvey, own, { ask, answers });
      if (survey === "end") answerers.push({ known: [enrolment, account!, line.name, ask], wrote });
    }
  }

  /** All that is proposed of a person on this day. */
  async function invoiced(name: string, day: Day): Promise<void> {
    on(day);
    const officer = await as("officer");
    const { dossier } = people.get(name)!;
    const { proposals } = await seen(listProposals, officer, { dossier });
    const keys = proposals.map(({ key }) => key);
    const { numbers } = await deed(world, issueProposed, officer, { dossier, keys });
    invoices.set(name, [...(invoices.get(name) ?? []), ...numbers]);
  }

  /** Part of the nth invoice of a person, given up. */
  async function credited(
    name: string,
    { nth, amount, day }: { nth: number; amount: number; day: Day },
  ): Promise<void> {
    on(day);
    const officer = await as("officer");
    const { id } = await seen(seeInvoice, officer, { number: invoices.get(name)![nth]! });
    const reason = "Une semaine sans cours, remise.";
    await deed(world, creditInvoice, officer, { invoice: id, amount, reason, then: "remitted" });
  }

  type Step = readonly [Day, () => Promise<unknown>];
  const steps: readonly Step[] = (
    [
      [
        "2026-11-25",
        async () => {
          const employer = { name: "Les Amandiers", siren: "552100554", address: "2 rue Bleue\n34000 Montpellier" };
          ({ payer: amandiers } = await deed(world, addPayer, await as("officer"), employer));
          await cohort("M27");
          await enterAll(await intake("deis", "2027-01-11"), "M27");
        },
      ],
      [
        "2027-11-08",
        async () => {
          on("2027-11-08");
          for (const name of ["M28", "N28", "X28", "Z28"] as const) await cohort(name);
          await enterAll(await intake("deis", "2028-01-10"), "M28", "N28", "Z28");
          await enterAll(await intake(OTHER_DIPLOMA, "2028-01-10"), "X28");
        },
      ],
      ["2028-01-16", () => sitting({ tag: "M27", jury: "2028-02-29", of: (one) => one.cohort === "M27" })],
      [
        "2028-07-03",
        async () => {
          on("2028-07-03");
          await cohort("M29");
          await enterAll(await intake("deis", "2028-09-04"), "M29");
        },
      ],
      ["2028-09-05", () => answers("2028-09-05", "six-months", "M27")],
      ...LESSONS.map((lesson) => [lesson.on, () => teach(lesson)] as const),
      ...SIXTY.flatMap((line) =>
        line.happened.map((what) => [what.on, () => happens(people.get(line.name)!, what)] as const),
      ),
      [
        "2028-11-07",
        async () => {
          const december = SIXTY.filter((one) => one.cohort === "M28" && one.jury.length > 0);
          const [first, second] = [december.slice(0, 7), december.slice(7)];
          await sitting({ tag: "M28a", jury: "2028-12-19", of: (one) => first.includes(one) });
          await sitting({ tag: "M28b", jury: "2028-12-19", of: (one) => second.includes(one) });
          await sitting({ tag: "N28", jury: "2028-12-19", of: (one) => one.cohort === "N28" });
          await satAgain("Eli Esteve", "2028-12-19");
        },
      ],
      ["2028-07-20", () => invoiced("Anna Abel", "2028-07-20")],
      ["2028-07-21", () => invoiced("Carla Coste", "2028-07-21")],
      ["2028-11-20", () => credited("Anna Abel", { nth: 0, amount: 50_000, day: "2028-11-20" })],
      ["2029-01-15", () => invoiced("Anna Abel", "2029-01-15")],
      ["2029-03-12", () => invoiced("Abel Arnaud", "2029-03-12")],
      ["2029-05-10", () => invoiced("Carla Coste", "2029-05-10")],
      ["2029-06-01", () => credited("Carla Coste", { nth: 1, amount: 100_000, day: "2029-06-01" })],
      ["2029-07-10", () => invoiced("Abel Arnaud", "2029-07-10")],
      ["2029-01-08", () => answers("2029-01-08", "end", "M28", "N28")],
      ["2029-01-16", () => corrected("Jean Kerr", "M28b", "2029-01-16")],
      ["2029-05-07", () => sitting({ tag: "M29", jury: "2029-06-20", of: (one) => one.cohort === "M29" })],
      ["2029-06-25", () => answers("2029-06-25", "six-months", "M28", "N28")],
      ["2029-07-16", () => answers("2029-07-16", "end", "M29")],
      ["2030-01-07", () => answers("2030-01-07", "six-months", "M29")],
    ] satisfies readonly Step[]
  ).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  let played = 0;

  async function until(day: Day): Promise<void> {
    for (; steps[played] && steps[played]![0] <= day; played += 1) await steps[played]![1]();
    on(day);
  }

  return { world, close, on, as, seen, staff, people, answerers, until, round };
}
