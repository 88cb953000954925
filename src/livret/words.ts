/** The words of the livret de formation. */
import { inBoth } from "../kit/in-both.ts";
import type { Day } from "../kit/day.ts";
import { type Label, type Lang, plural, sayDay, sayNumber } from "../kit/lang.ts";
import { capital } from "../kit/typography.ts";
import { dayIn } from "../kit/zone.ts";
import type { Livret, MISSING } from "./livret.ts";

type Missing = (typeof MISSING)[number];

type Result = NonNullable<Livret["domains"][number]["result"]>;

const WORDS = inBoth({
  title: ["Livret de formation", "Livret de formation"],
  of: (name: string) => [`Livret de formation : ${name}`, `Livret de formation: ${name}`],
  list: ["Livrets de formation", "Livrets de formation"],
  listLead: [
    "Le parcours de chaque personne en formation, tel qu’il est à ce jour.",
    "The path of each person in training, as it stands today.",
  ],
  entryWhy: [
    "Le parcours suivi, les allègements, les heures et les résultats de chaque personne.",
    "The path followed, reliefs, hours and results of each person.",
  ],
  nobody: ["Personne n’est encore inscrit en formation.", "Nobody is enrolled yet."],
  noneOpen: ["Aucun livret ne vous est ouvert pour l’instant.", "No livret is open to you for now."],
  person: ["Personne", "Person"],
  cohort: ["Promotion", "Cohort"],
  state: ["Formation", "Training"],
  next: ["Suite de la liste", "Rest of the list"],
  current: [
    "Ce livret est toujours à jour : il montre ce qui est noté à l’instant.",
    "This livret is always current: it shows what is recorded at this moment.",
  ],
  issue: ["Émettre le livret, avec un code", "Issue the livret, with a code"],
  issued: (code: string, when: string) => [
    `Livret émis le ${when}, code ${code}.`,
    `Livret issued on ${when}, code ${code}.`,
  ],
  withdraw: ["Retirer le livret émis", "Withdraw the livret as issued"],
  pdf: ["Télécharger le livret émis (PDF)", "Download the livret as issued (PDF, in French)"],
  missing: ["Ce qui manque", "What is missing"],
  complete: ["Rien ne manque à ce livret.", "Nothing is missing in this livret."],
  gaps: {
    programme: [
      "Le programme individuel n’est pas signé par la direction.",
      "The individual programme is not signed by the direction.",
    ],
    "programme-changed": [
      "Le programme individuel a changé : il est à signer de nouveau.",
      "The individual programme has changed: it is to be signed anew.",
    ],
    hours: ["Des heures du programme restent à suivre.", "Hours of the programme are left to follow."],
    countersignature: [
      "Des présences attendent la contresignature du formateur.",
      "Attendance waits for the trainer’s countersignature.",
    ],
    appreciation: [
      "Une appréciation demandée n’est pas encore écrite :",
      "An appreciation that was asked for is not written yet:",
    ],
    result: ["Un résultat d’épreuve n’est pas encore publié :", "A result of an exam is not published yet:"],
  } satisfies Record<Missing, readonly [string, string]>,
  mend: {
    programme: ["Voir le programme", "See the programme"],
    "programme-changed": ["Voir le programme", "See the programme"],
    hours: ["Voir les séances", "See the lessons"],
    countersignature: ["Voir la liste à contresigner", "See the list to be countersigned"],
    appreciation: ["Voir les demandes", "See the requests"],
    result: ["Voir les sessions", "See the sessions"],
  } satisfies Record<Missing, readonly [string, string]>,
  appreciations: ["Appréciations", "Appreciations"],
  notAsked: ["pas encore demandée", "not asked yet"],
  askedOf: (name: string, day: string) => [`demandée à ${name} pour le ${day}`, `asked of ${name} for ${day}`],
  signedBy: (name: string, day: string) => [`signée par ${name} le ${day}`, `signed by ${name} on ${day}`],
  partner: ["Cursus de l’université partenaire", "Track of the partner university"],
  partnerWhy: [
    "Il est suivi à côté de la formation : rien n’en est compté dans les heures ni dans les épreuves ci-dessus.",
    "It is followed beside the training: nothing of it is counted in the hours or the exams above.",
  ],
  university: ["Université", "University"],
  track: ["Diplôme préparé", "Degree"],
  holds: ["Ce qu’il comprend", "What it holds"],
  identity: ["Identité", "Identity"],
  birthName: ["Nom de naissance", "Name at birth"],
  usedName: ["Nom d’usage", "Name in use"],
  givenNames: ["Prénoms", "Given names"],
  bornOn: ["Date de naissance", "Date of birth"],
  diploma: ["Diplôme", "Diploma"],
  version: ["Version du référentiel", "Version of the référentiel"],
  contract: ["Contrat du", "Contract of"],
  titles: ["Titres", "Titles"],
  named: ["Titre", "Title"],
  awarded: ["Obtenu le", "Awarded on"],
  noTitle: ["Aucun titre n’est déclaré.", "No title is declared."],
  reliefs: ["Allègements et dispenses", "Allègements and dispenses"],
  noRelief: ["Aucun allègement.", "No allègement."],
  unit: ["Unité", "Unit"],
  relieved: ["Heures allégées", "Hours relieved"],
  by: ["Au titre de", "By"],
  decidedBy: (version: number, name: string, when: string) => [
    `Selon le programme individuel, version ${version}, signé par ${name} le ${when}.`,
    `By the individual programme, version ${version}, signed by ${name} on ${when}.`,
  ],
  works: ["Travaux écrits", "Written works"],
  subject: ["Sujet validé", "Subject validated"],
  director: ["Direction", "Director"],
  deposit: ["Dépôt", "Deposit"],
  deposited: ["déposé", "deposited"],
  notDeposited: ["pas encore déposé", "not deposited yet"],
  notHere: ["rien n’a été déposé ici", "nothing was deposited here"],
  elsewhere: ["remis hors de cette application", "handed in otherwise than here"],
  counted: {
    pages: (n: number) => [
      `${sayNumber(n, "fr")} ${plural(n, "page", "pages", "fr")}`,
      `${sayNumber(n, "en")} ${plural(n, "page", "pages", "en")}`,
    ],
    signs: (n: number) => [
      `${sayNumber(n, "fr")} ${plural(n, "signe déclaré", "signes déclarés", "fr")}`,
      `${sayNumber(n, "en")} ${plural(n, "sign", "signs", "en")} stated`,
    ],
  },
  study: ["Étude collective", "Collective study"],
  organisation: ["Organisation", "Organisation"],
  object: ["Objet", "Object"],
  studyGroup: ["Groupe", "Group"],
  studyMembers: (name: string, members: number) => [
    `${name}, ${members} ${members === 1 ? "stagiaire" : "stagiaires"}`,
    `${name}, ${members} ${members === 1 ? "trainee" : "trainees"}`,
  ],
  agreement: ["Convention", "Agreement"],
  agreed: (from: string, until: string, signed: boolean) => [
    `du ${from} au ${until}, ${signed ? "signée par tous" : "à signer"}`,
    `from ${from} to ${until}, ${signed ? "signed by everybody" : "to be signed"}`,
  ],
  noAgreement: ["pas encore établie", "not drawn up yet"],
  referents: ["Référents professionnels", "Professional referents"],
  report: ["Rapport collectif", "Collective report"],
  reported: (pages: number | null, day: string) => [
    `déposé le ${day}${pages === null ? "" : `, ${sayNumber(pages, "fr")} ${plural(pages, "page", "pages", "fr")}`}`,
    `deposited on ${day}${pages === null ? "" : `, ${sayNumber(pages, "en")} ${plural(pages, "page", "pages", "en")}`}`,
  ],
  noReport: ["pas encore déposé", "not deposited yet"],
  domains: ["Domaines et épreuves", "Domains and exams"],
  domain: ["Domaine", "Domain"],
  exam: ["Épreuve", "Exam"],
  result: ["Résultat", "Result"],
  exams: {
    "to-sit": ["à présenter", "to be sat"],
    dispensed: ["dispensée", "dispensed"],
    contested: ["dispense à confirmer par l’autorité", "dispense to be confirmed by the authority"],
    held: ["domaine déjà validé", "domain validated already"],
  },
  outcomes: {
    validated: ["validée", "validated"],
    "not-validated": ["non validée", "not validated"],
    missed: ["non présentée", "missed"],
    dispensed: ["dispensée", "dispensed"],
    lapsed: ["validation caduque", "lapsed"],
    annulled: ["décision annulée, un nouveau jury décide", "decision annulled, a new jury decides"],
  },
  onDay: (day: string) => [`jury du ${day}`, `jury of ${day}`],
  lapsedOn: (day: string) => [`décision du ${day}`, `decision of ${day}`],
  noResult: ["pas encore publié", "not published yet"],
  validated: ["Domaine validé", "Domain validated"],
  facts: {
    interrupted: ["Interruption", "Interruption"],
    returned: ["Reprise", "Return"],
    withdrawn: ["Désistement", "Withdrawal"],
    abandoned: ["Abandon", "Given up"],
    excluded: ["Exclusion", "Exclusion"],
    deferred: ["Report à une promotion suivante", "Deferred to a later cohort"],
    transferred: ["Transfert dans un autre établissement", "Transfer to another school"],
    "force-majeure": ["Rupture pour force majeure", "Broken off by force majeure"],
    school: ["Fin par l’établissement", "Ended by the school"],
  },
  happened: ["Interruptions et reprises", "Interruptions and returns"],
  fields: {
    why: {
      label: ["Raison du retrait", "Reason of the withdrawal"],
      missing: ["Dites pourquoi le livret est retiré.", "Say why the livret is withdrawn."],
    },
  },
  done: {
    emis: [
      "Le livret est émis. La personne reçoit un courriel, ou une lettre que vous remettrez.",
      "The livret is issued. The person receives a mail, or a letter that you hand over.",
    ],
    retire: ["Le livret émis est retiré : son code le dit.", "The livret as issued is withdrawn: its code says so."],
  },
});

export function livretWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}

type Said = {
  readonly state: "not-asked" | "asked" | "written";
  readonly name: string | null;
  readonly dueOn: Day | null;
  readonly at: string | null;
};

/** Who it is requested from and by when, or who signed it. */
type Work = Livret["works"][number];

/** An older issued livret lacks the unit of `count`. */
type Deposit = Pick<Work, "deposited" | "count"> & Partial<Pick<Work, "length" | "elsewhere" | "closed">>;

/** With its length, if known. */
export function sayDeposit({ deposited, count, length, elsewhere, closed }: Deposit, lang: Lang): string {
  const words = livretWords(lang);
  if (!deposited && elsewhere) return words.elsewhere;
  if (!deposited) return closed ? words.notHere : words.notDeposited;
  if (count === null) return words.deposited;
  return `${words.deposited}, ${length === undefined ? sayNumber(count, lang) : words.counted[length](count)}`;
}

export function sayAppreciation({ state, name, dueOn, at }: Said, lang: Lang, zone: string): string {
  const words = livretWords(lang);
  if (state === "not-asked" || name === null) return words.notAsked;
  if (at !== null) return words.signedBy(name, sayDay(dayIn(new Date(at), zone), lang));
  return words.askedOf(name, sayDay(dueOn!, lang));
}

type Exam = {
  readonly examLabel: Label;
  readonly exam: keyof (typeof WORDS.fr)["exams"];
  readonly result: object | null;
  /** Where it was taken over from, if it was. */
  readonly from?: string | null;
};

/** What remains to be done about it, as long as there is no jury result. */
export function sayExam({ examLabel, exam, result, from }: Exam, lang: Lang): string {
  const label = capital(examLabel[lang]);
  return result ? label : `${label} : ${livretWords(lang).exams[exam]}${from ? ` – ${from}` : ""}`;
}

/** The jury’s day, or that of the authority’s decision. */
export function sayResultDay({ outcome, on }: Result, lang: Lang): string {
  const words = livretWords(lang);
  return outcome === "lapsed" || outcome === "annulled"
    ? words.lapsedOn(sayDay(on, lang))
    : words.onDay(sayDay(on, lang));
}

/** A mark in hundredths: « 11,25 ». */
export function sayMark(hundredths: number, lang: Lang): string {
  const mark = (hundredths / 100).toFixed(2);
  return lang === "fr" ? mark.replace(".", ",") : mark;
}

/** The collective study row by row; `day` formats an instant as a day in the school’s zone. */
export function studyRows(study: NonNullable<Livret["study"]>, lang: Lang, day: (at: string) => string) {
  const words = livretWords(lang);
  const { organisation, place, object, group, members, agreement, report } = study;
  const referents = agreement?.referents.map(({ name, qualification }) => `${name}, ${qualification}`) ?? [];
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
    { label: words.report, value: report ? words.reported(report.pages, day(report.at)) : words.noReport },
  ];
}
