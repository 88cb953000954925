/** The words of the livret de formation. */
import type { Day } from "../kit/day.ts";
import { type Label, type Lang, sayDay, sayNumber } from "../kit/lang.ts";
import { capital } from "../kit/typography.ts";
import { dayIn } from "../kit/zone.ts";
import type { Livret, MISSING } from "./livret.ts";

type Missing = (typeof MISSING)[number];
type Result = NonNullable<Livret["domains"][number]["result"]>;

const fr = {
  title: "Livret de formation",
  of: (name: string) => `Livret de formation : ${name}`,
  list: "Livrets de formation",
  listLead: "Le parcours de chaque personne en formation, tel qu’il est à ce jour.",
  entryWhy: "Le parcours suivi, les allègements, les heures et les résultats de chaque personne.",
  nobody: "Personne n’est encore inscrit en formation.",
  person: "Personne",
  cohort: "Promotion",
  state: "Formation",
  next: "Suite de la liste",
  current: "Ce livret est toujours à jour : il montre ce qui est noté à l’instant.",
  issue: "Émettre le livret, avec un code",
  issued: (code: string, when: string) => `Livret émis le ${when}, code ${code}.`,
  withdraw: "Retirer le livret émis",
  why: "Raison du retrait",
  noWhy: "Dites pourquoi le livret est retiré.",
  withdrawn: "Le livret émis est retiré : son code le dit.",
  issuedNow: "Le livret est émis. La personne reçoit un courriel, ou une lettre que vous remettrez.",
  pdf: "Télécharger le livret émis (PDF)",
  missing: "Ce qui manque",
  complete: "Rien ne manque à ce livret.",
  gaps: {
    programme: "Le programme individuel n’est pas signé par la direction.",
    "programme-changed": "Le programme individuel a changé : il est à signer de nouveau.",
    hours: "Des heures du programme restent à suivre.",
    countersignature: "Des présences attendent la contresignature du formateur.",
    appreciation: "Une appréciation demandée n’est pas encore écrite :",
    result: "Un résultat d’épreuve n’est pas encore publié :",
  } satisfies Record<Missing, string>,
  mend: {
    programme: "Voir le programme",
    "programme-changed": "Voir le programme",
    hours: "Voir les séances",
    countersignature: "Voir la liste à contresigner",
    appreciation: "Voir les demandes",
    result: "Voir les sessions",
  } satisfies Record<Missing, string>,
  appreciations: "Appréciations",
  notAsked: "pas encore demandée",
  askedOf: (name: string, day: string) => `demandée à ${name} pour le ${day}`,
  signedBy: (name: string, day: string) => `signée par ${name} le ${day}`,
  partner: "Cursus de l’université partenaire",
  partnerWhy:
    "Il est suivi à côté de la formation : rien n’en est compté dans les heures ni dans les épreuves ci-dessus.",
  university: "Université",
  track: "Diplôme préparé",
  holds: "Ce qu’il comprend",
  identity: "Identité",
  birthName: "Nom de naissance",
  usedName: "Nom d’usage",
  givenNames: "Prénoms",
  bornOn: "Date de naissance",
  diploma: "Diplôme",
  version: "Version du référentiel",
  contract: "Contrat du",
  titles: "Titres",
  named: "Titre",
  awarded: "Obtenu le",
  noTitle: "Aucun titre n’est déclaré.",
  reliefs: "Allègements et dispenses",
  noRelief: "Aucun allègement.",
  unit: "Unité",
  relieved: "Heures allégées",
  by: "Au titre de",
  decidedBy: (version: number, name: string, when: string) =>
    `Selon le programme individuel, version ${version}, signé par ${name} le ${when}.`,
  works: "Travaux écrits",
  subject: "Sujet validé",
  director: "Direction",
  deposit: "Dépôt",
  deposited: "déposé",
  notDeposited: "pas encore déposé",
  counted: { pages: (n: string) => `${n} pages`, signs: (n: string) => `${n} signes déclarés` },
  study: "Étude collective",
  organisation: "Organisation",
  object: "Objet",
  studyGroup: "Groupe",
  studyMembers: (name: string, members: number) => `${name}, ${members} ${members === 1 ? "stagiaire" : "stagiaires"}`,
  agreement: "Convention",
  agreed: (from: string, until: string, signed: boolean) =>
    `du ${from} au ${until}, ${signed ? "signée par tous" : "à signer"}`,
  noAgreement: "pas encore établie",
  referents: "Référents professionnels",
  report: "Rapport collectif",
  reported: (pages: string | null, day: string) => `déposé le ${day}${pages === null ? "" : `, ${pages} pages`}`,
  noReport: "pas encore déposé",
  domains: "Domaines et épreuves",
  domain: "Domaine",
  exam: "Épreuve",
  result: "Résultat",
  exams: {
    "to-sit": "à présenter",
    dispensed: "dispensée",
    contested: "dispense à confirmer par l’autorité",
    held: "domaine déjà validé",
  },
  outcomes: {
    validated: "validée",
    "not-validated": "non validée",
    missed: "non présentée",
    dispensed: "dispensée",
    lapsed: "validation caduque",
  },
  onDay: (day: string) => `jury du ${day}`,
  lapsedOn: (day: string) => `décision du ${day}`,
  noResult: "pas encore publié",
  validated: "Domaine validé",
  facts: {
    interrupted: "Interruption",
    returned: "Reprise",
    withdrawn: "Désistement",
    abandoned: "Abandon",
    excluded: "Exclusion",
    deferred: "Report à une promotion suivante",
    transferred: "Transfert dans un autre établissement",
    "force-majeure": "Rupture pour force majeure",
    school: "Fin par l’établissement",
  },
  happened: "Interruptions et reprises",
};

const en: typeof fr = {
  title: "Livret de formation",
  of: (name) => `Livret de formation: ${name}`,
  list: "Livrets de formation",
  listLead: "The path of each person in training, as it stands today.",
  entryWhy: "The path followed, reliefs, hours and results of each person.",
  nobody: "Nobody is enrolled yet.",
  person: "Person",
  cohort: "Cohort",
  state: "Training",
  next: "Rest of the list",
  current: "This livret is always current: it shows what is recorded at this moment.",
  issue: "Issue the livret, with a code",
  issued: (code, when) => `Livret issued on ${when}, code ${code}.`,
  withdraw: "Withdraw the livret as issued",
  why: "Reason of the withdrawal",
  noWhy: "Say why the livret is withdrawn.",
  withdrawn: "The livret as issued is withdrawn: its code says so.",
  issuedNow: "The livret is issued. The person receives a mail, or a letter that you hand over.",
  pdf: "Download the livret as issued (PDF, in French)",
  missing: "What is missing",
  complete: "Nothing is missing in this livret.",
  gaps: {
    programme: "The individual programme is not signed by the direction.",
    "programme-changed": "The individual programme has changed: it is to be signed anew.",
    hours: "Hours of the programme are left to follow.",
    countersignature: "Attendance waits for the trainer’s countersignature.",
    appreciation: "An appreciation that was asked for is not written yet:",
    result: "A result of an exam is not published yet:",
  },
  mend: {
    programme: "See the programme",
    "programme-changed": "See the programme",
    hours: "See the lessons",
    countersignature: "See the list to be countersigned",
    appreciation: "See the requests",
    result: "See the sessions",
  },
  appreciations: "Appreciations",
  notAsked: "not asked yet",
  askedOf: (name, day) => `asked of ${name} for ${day}`,
  signedBy: (name, day) => `signed by ${name} on ${day}`,
  partner: "Track of the partner university",
  partnerWhy: "It is followed beside the training: nothing of it is counted in the hours or the exams above.",
  university: "University",
  track: "Degree",
  holds: "What it holds",
  identity: "Identity",
  birthName: "Name at birth",
  usedName: "Name in use",
  givenNames: "Given names",
  bornOn: "Date of birth",
  diploma: "Diploma",
  version: "Version of the référentiel",
  contract: "Contract of",
  titles: "Titles",
  named: "Title",
  awarded: "Awarded on",
  noTitle: "No title is declared.",
  reliefs: "Allègements and dispenses",
  noRelief: "No allègement.",
  unit: "Unit",
  relieved: "Hours relieved",
  by: "By",
  decidedBy: (version, name, when) => `By the individual programme, version ${version}, signed by ${name} on ${when}.`,
  works: "Written works",
  subject: "Subject validated",
  director: "Director",
  deposit: "Deposit",
  deposited: "deposited",
  notDeposited: "not deposited yet",
  counted: { pages: (n) => `${n} pages`, signs: (n) => `${n} signs stated` },
  study: "Collective study",
  organisation: "Organisation",
  object: "Object",
  studyGroup: "Group",
  studyMembers: (name, members) => `${name}, ${members} ${members === 1 ? "trainee" : "trainees"}`,
  agreement: "Agreement",
  agreed: (from, until, signed) => `from ${from} to ${until}, ${signed ? "signed by everybody" : "to be signed"}`,
  noAgreement: "not drawn up yet",
  referents: "Professional referents",
  report: "Collective report",
  reported: (pages, day) => `deposited on ${day}${pages === null ? "" : `, ${pages} pages`}`,
  noReport: "not deposited yet",
  domains: "Domains and exams",
  domain: "Domain",
  exam: "Exam",
  result: "Result",
  exams: {
    "to-sit": "to be sat",
    dispensed: "dispensed",
    contested: "dispense to be confirmed by the authority",
    held: "domain validated already",
  },
  outcomes: {
    validated: "validated",
    "not-validated": "not validated",
    missed: "missed",
    dispensed: "dispensed",
    lapsed: "lapsed",
  },
  onDay: (day) => `jury of ${day}`,
  lapsedOn: (day) => `decision of ${day}`,
  noResult: "not published yet",
  validated: "Domain validated",
  facts: {
    interrupted: "Interruption",
    returned: "Return",
    withdrawn: "Withdrawal",
    abandoned: "Given up",
    excluded: "Exclusion",
    deferred: "Deferred to a later cohort",
    transferred: "Transfer to another school",
    "force-majeure": "Broken off by force majeure",
    school: "Ended by the school",
  },
  happened: "Interruptions and returns",
};

const WORDS = { fr, en } as const;

export function livretWords(lang: Lang): typeof fr {
  return WORDS[lang];
}

export function issuedMail(lang: Lang) {
  return lang === "fr"
    ? {
        subject: "Votre livret de formation est émis",
        paragraphs: ["L’école a émis votre livret de formation, avec un code qui permet à chacun de le vérifier."],
        open: "Ouvrir ma formation",
      }
    : {
        subject: "Your livret de formation is issued",
        paragraphs: ["The school has issued your livret de formation, with a code by which anybody may verify it."],
        open: "Open my training",
      };
}

type Said = {
  readonly state: "not-asked" | "asked" | "written";
  readonly name: string | null;
  readonly dueOn: Day | null;
  readonly at: string | null;
};

/** Of whom it is asked and for when, or who signed it. */
type Work = Livret["works"][number];
/** A livret that was issued earlier does not say of what it counts. */
type Deposit = Pick<Work, "deposited" | "count"> & Partial<Pick<Work, "length">>;

/** With how long it is, where that is known. */
export function sayDeposit({ deposited, count, length }: Deposit, lang: Lang): string {
  const words = livretWords(lang);
  if (!deposited) return words.notDeposited;
  if (count === null) return words.deposited;
  const number = sayNumber(count, lang);
  return `${words.deposited}, ${length === undefined ? number : words.counted[length](number)}`;
}

export function sayAppreciation({ state, name, dueOn, at }: Said, lang: Lang, zone: string): string {
  const words = livretWords(lang);
  if (state === "not-asked" || name === null) return words.notAsked;
  if (at !== null) return words.signedBy(name, sayDay(dayIn(new Date(at), zone), lang));
  return words.askedOf(name, sayDay(dueOn!, lang));
}

type Exam = {
  readonly examLabel: Label;
  readonly exam: keyof (typeof fr)["exams"];
  readonly result: object | null;
  /** From whom it was taken over, where it was. */
  readonly from?: string | null;
};

/** What is to be done about it, while a jury has said nothing of it. */
export function sayExam({ examLabel, exam, result, from }: Exam, lang: Lang): string {
  const label = capital(examLabel[lang]);
  return result ? label : `${label} : ${livretWords(lang).exams[exam]}${from ? ` – ${from}` : ""}`;
}

/** The jury’s, or that of the authority’s decision. */
export function sayResultDay({ outcome, on }: Result, lang: Lang): string {
  const words = livretWords(lang);
  return outcome === "lapsed" ? words.lapsedOn(sayDay(on, lang)) : words.onDay(sayDay(on, lang));
}

/** A mark of so many hundredths: « 11,25 ». */
export function sayMark(hundredths: number, lang: Lang): string {
  const said = (hundredths / 100).toFixed(2);
  return lang === "fr" ? said.replace(".", ",") : said;
}

/** What the livret says of a collective study, line by line; `day` says a moment as the day it is in the school’s zone. */
export function studyRows(study: NonNullable<Livret["study"]>, lang: Lang, day: (at: string) => string) {
  const words = livretWords(lang);
  const { organisation, place, object, group, members, agreement, report } = study;
  const referents = agreement?.referents.map(({ name, qualification }) => `${name}, ${qualification}`) ?? [];
  const pages = report?.pages == null ? null : sayNumber(report.pages, lang);
  return [
    { label: words.organisation, value: `${organisation}, ${place}` },
    { label: words.object, value: object },
    { label: words.studyGroup, value: words.studyMembers(group, members) },
    {
      label: words.agreement,
      value: agreement
        ? words.agreed(sayDay(agreement.from, lang), sayDay(agreement.until, lang), agreement.signed)
        : words.noAgreement,
    },
    ...(referents.length > 0 ? [{ label: words.referents, value: referents.join(lang === "fr" ? " ; " : "; ") }] : []),
    { label: words.report, value: report ? words.reported(pages, day(report.at)) : words.noReport },
  ];
}
