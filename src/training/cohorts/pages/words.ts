/** The words of the pages of cohorts and their trainees. */
import { withKind } from "../../../kit/with-kind.ts";
import { inBoth } from "../../../kit/in-both.ts";
import type { Lang } from "../../../kit/lang.ts";

const WORDS = inBoth({
  cohorts: {
    heading: ["Promotions", "Cohorts"],
    lead: [
      "Qui est en formation, de quand à quand, et sous quelle version du référentiel.",
      "Who is in training, from when to when, and under which version of the référentiel.",
    ],
    entryWhy: [
      "Ouvrir une promotion, inscrire, planifier les séances, suivre les heures.",
      "Open a cohort, enrol, plan lessons, follow hours.",
    ],
    caption: ["Promotions", "Cohorts"],
    name: ["Promotion", "Cohort"],
    dates: ["Dates", "Dates"],
    version: ["Référentiel", "Référentiel"],
    people: ["Inscrits", "Enrolled"],
    none: ["Aucune promotion n’est ouverte.", "No cohort is open."],
    open: ["Ouvrir une promotion", "Open a cohort"],
    go: ["Ouvrir cette promotion", "Open this cohort"],
    fields: {
      diploma: ["Diplôme", "Diploma"],
      name: {
        label: ["Nom de la promotion", "Name of the cohort"],
        hint: ["Par exemple « 2027-2030 ».", "For example “2027-2030”."],
      },
      startsOn: ["Premier jour", "First day"],
      endsOn: ["Dernier jour", "Last day"],
    },
  },
  cohort: {
    spans: (from: string, until: string) => [`Du ${from} au ${until}.`, `From ${from} to ${until}.`],
    pinned: (version: string) => [
      `Référentiel ${version} et répartition des heures de l’établissement, tels qu’ils étaient à l’ouverture.`,
      `Référentiel ${version} and the school’s distribution of hours, as they were when it was opened.`,
    ],
    lessons: ["Séances, semaine par semaine", "Lessons, week by week"],
    plan: ["Lieu et périodes", "Site and periods"],
    trainers: ["Formateurs", "Trainers"],
    appreciations: ["Appréciations du livret", "Appreciations of the livret"],
    people: ["Inscrits", "Enrolled"],
    peopleCaption: ["Personnes inscrites", "Persons enrolled"],
    carried: ["reprise : en formation avant", "carried over: in training before"],
    person: ["Personne", "Person"],
    contract: ["Contrat", "Contract"],
    state: ["Formation", "Training"],
    programme: ["Programme individuel", "Individual programme"],
    notSigned: ["à signer", "to be signed"],
    noProgramme: ["sans objet", "not applicable"],
    signed: (version: number) => [
      version === 1 ? "signé" : `signé, version ${version}`,
      version === 1 ? "signed" : `signed, version ${version}`,
    ],
    nobody: ["Personne n’est encore inscrit.", "Nobody is enrolled yet."],
    enrol: ["Inscrire", "Enrol"],
    toEnrol: ["Inscrire ceux dont le contrat est conclu", "Enrol those whose contract is concluded"],
    noContract: ["aucun", "none"],
    noRelief: (name: string) => [
      `${name} : les allègements sont à décider avant l’inscription, même s’il n’y en a aucun.`,
      `${name}: reliefs are to be decided before the enrolment, even where there is none.`,
    ],
    contested: (name: string, domains: string) => [
      `${name} : l’autorité n’a pas répondu sur la dispense de ${domains} ; l’épreuve reste à passer jusque-là.`,
      `${name}: the authority has not answered on the dispense of ${domains}; until then the exam stays to be sat.`,
    ],
    nobodyLeft: [
      "Personne d’autre n’a accepté de place pour ce diplôme.",
      "Nobody else has accepted a place for this diploma.",
    ],
    hours: ["Répartition des heures", "Distribution of hours"],
    unit: ["Unité", "Unit"],
    hoursHead: ["Heures", "Hours"],
    partner: ["Université partenaire", "Partner university"],
    partnerWhy: [
      "Ce que l’université enseigne et délivre à côté. Rien n’en est compté avec nos heures.",
      "What the university teaches and awards beside. Nothing of it is counted with our hours.",
    ],
    partnerGo: ["Noter ce cursus", "Record this track"],
    partnerChange: ["Noter autre chose", "Record something else"],
    fields: {
      university: ["Université", "University"],
      title: ["Diplôme préparé", "Degree prepared for"],
      holds: {
        label: ["Ce que ce cursus contient", "What this track holds"],
        missing: ["Dites ce que ce cursus contient.", "Say what this track holds."],
      },
    },
    done: {
      ouverte: ["La promotion est ouverte.", "The cohort is open."],
      cursus: ["Le cursus de l’université partenaire est noté.", "The partner university’s track is recorded."],
    },
  },
  plan: {
    heading: (cohort: string) => [
      `Lieu et périodes de la ${withKind("promotion", cohort)}`,
      `Site and periods of the cohort ${cohort}`,
    ],
    lead: [
      "Où la promotion est formée, et combien d’heures de chaque unité dans chaque période. Le contrat les dit, et l’on paie période par période.",
      "Where the cohort is taught, and how many hours of each unit in each period. The contract says them, and it is paid period by period.",
    ],
    proposal: [
      "Rien n’est fixé. Ce qui suit partage la maquette par semestre, à la durée de chacun : corrigez, puis enregistrez.",
      "Nothing is set. What follows shares the maquette by semester, by the length of each: correct it, then save.",
    ],
    planned: (day: string) => [`Fixés le ${day}.`, `Set on ${day}.`],
    site: ["Lieu", "Site"],
    caption: ["Heures de chaque unité, période par période", "Hours of each unit, period by period"],
    period: ["Période", "Period"],
    numbered: (number: number, from: string, to: string) => [
      `${number}, du ${from} au ${to}`,
      `${number}, from ${from} to ${to}`,
    ],
    sum: ["Somme des périodes", "Sum of the periods"],
    maquette: ["Maquette", "Maquette"],
    total: ["En tout", "In all"],
    change: ["Changer le lieu ou les périodes", "Change the site or the periods"],
    changeWhy: [
      "Un contrat déjà signé garde les périodes qu’il dit.",
      "A contract that is signed already keeps the periods that it says.",
    ],
    legend: (number: number) => [`Période ${number}`, `Period ${number}`],
    periods: ["Périodes", "Periods"],
    hoursOf: (unit: string) => [`Heures de ${unit}`, `Hours of ${unit}`],
    hoursFault: (unit: string) => [
      `Donnez les heures de ${unit} en nombre, par exemple 12 ou 12,5, ou laissez vide.`,
      `Give the hours of ${unit} as a number, such as 12 or 12.5, or leave it empty.`,
    ],
    none: ["Donnez au moins une période.", "Give at least one period."],
    go: ["Enregistrer le lieu et les périodes", "Save the site and the periods"],
    more: ["Ajouter des périodes", "Add periods"],
    fields: {
      campus: ["Lieu", "Site"],
      from: ["Premier jour", "First day"],
      to: ["Dernier jour", "Last day"],
    },
    done: { fixe: ["Le lieu et les périodes sont enregistrés.", "The site and the periods are saved."] },
  },
  whole: {
    title: (cohort: string) => [`Formation, ${cohort}`, `Training, ${cohort}`],
    enrolment: ["Inscription", "Enrolment"],
    hours: ["Heures", "Hours"],
    works: ["Travaux", "Works"],
    kind: ["Formation", "Training"],
    enrolled: (cohort: string) => [`Inscription en formation, ${cohort}`, `Enrolled, ${cohort}`],
    work: {
      proposed: (work: string) => [`Sujet proposé\u00a0: ${work}`, `Subject proposed: ${work}`],
      validated: (work: string) => [`Sujet validé\u00a0: ${work}`, `Subject validated: ${work}`],
      refused: (work: string) => [`Sujet refusé\u00a0: ${work}`, `Subject refused: ${work}`],
      directed: (work: string) => [`Direction confiée\u00a0: ${work}`, `Director named: ${work}`],
      deposited: (work: string) => [`Travail déposé\u00a0: ${work}`, `Work deposited: ${work}`],
      withdrawn: (work: string) => [`Dépôt retiré\u00a0: ${work}`, `Deposit withdrawn: ${work}`],
    },
  },
  person: {
    cohort: ["Promotion", "Cohort"],
    contract: ["Contrat du", "Contract of"],
    noContract: ["aucun", "none"],
    given: ["Informations remises le", "Information given on"],
    state: ["Formation", "Training"],
    links: ["Ce qui la concerne", "About them"],
    programme: ["Programme individuel", "Individual programme"],
    works: ["Travaux écrits", "Written works"],
    study: (organisation: string) => [`Étude collective : ${organisation}`, `Collective study: ${organisation}`],
    livret: ["Livret de formation", "Livret de formation"],
    certificates: ["Certificats de réalisation", "Certificates of attendance"],
    dossier: ["Dossier d’admission", "Application"],
    happened: ["Ce qui s’est passé", "What happened"],
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
    into: (name: string) => [`dans la ${withKind("promotion", name)}`, `into the cohort ${name}`],
    contested: (domains: string) => [
      `L’autorité n’a pas répondu sur la dispense de ${domains} : l’épreuve reste à passer jusque-là.`,
      `The authority has not answered on the dispense of ${domains}: until then the exam stays to be sat.`,
    ],
    there: ["En séance", "In lessons"],
    lastThere: (day: string) => [`Le ${day} pour la dernière fois`, `Last on ${day}`],
    never: ["Jamais", "Never"],
    paperHint: (kinds: readonly string[]) => [
      `La lettre, la décision ou le justificatif, et son jour. Il en faut un pour : ${kinds.join(", ").toLowerCase()}.`,
      `The letter, the decision or the proof, and its day. It is needed for: ${kinds.join(", ").toLowerCase()}.`,
    ],
    go: ["Noter ce changement", "Record this change"],
    confirm: {
      title: ["Vérifiez ce que cela change", "Check what this changes"],
      on: ["Jour", "Day"],
    },
    done: { note: ["C’est noté ; un courriel le dit à la personne.", "It is recorded; a mail tells the person."] },
    fields: {
      kind: ["Noter un changement", "Record a change"],
      cohort: ["Promotion", "Cohort"],
      on: ["Jour", "Day"],
      destination: ["Établissement où la formation se poursuit", "School in which the training goes on"],
      paper: ["Document", "Document"],
      reason: {
        label: ["Raison", "Reason"],
        hint: [
          "Elle est gardée avec l’inscription ; elle n’est pas envoyée.",
          "It is kept with the enrolment; it is not sent.",
        ],
      },
    },
  },
});

export function cohortWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
