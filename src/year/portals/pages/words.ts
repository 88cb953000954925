/** The words of what is declared on portals. */
import { inBoth } from "../../../kit/in-both.ts";
import { plural, sayDay } from "../../../kit/lang.ts";

export const portalWords = inBoth({
  copy: ["Copier", "Copy"],
  copied: ["Copié.", "Copied."],
  unknown: ["non connu", "not known"],
  hours: (said: string) => [` (${said})`, ` (${said})`],
  list: {
    title: ["À déclarer", "To declare"],
    lead: [
      "Ce qui se recopie sur les portails des financeurs et de l’État. Une déclaration n’est comptée faite qu’avec son accusé de réception.",
      "What is copied on the portals of funds and of the State. A declaration counts as made only with its receipt.",
    ],
    filters: ["Où en sont les saisies", "Where they stand"],
    states: {
      "to-type": ["À saisir", "To type"],
      differs: ["À corriger", "To correct"],
      typed: ["Accusé non reçu", "No receipt yet"],
      received: ["Déclaré", "Declared"],
    },
    none: [
      "L’école ne dit pas sur quels portails elle déclare.",
      "The school does not say on which portals it declares.",
    ],
    titled: (title: string, state: string) => [`${title} : ${state.toLowerCase()}`, `${title}: ${state.toLowerCase()}`],
    about: {
      "to-type": ["À recopier sur le portail, puis à noter ici.", "To be copied on the portal, then noted here."],
      differs: [
        "Déjà saisi, mais les faits ont changé depuis : à corriger sur le portail.",
        "Typed already, but the facts have changed since: to be corrected on the portal.",
      ],
      typed: [
        "Saisi sur le portail. Son accusé de réception est encore à noter.",
        "Typed on the portal. Its receipt is still to be noted.",
      ],
      received: ["Saisi, accusé reçu : plus rien à faire.", "Typed, with its receipt: nothing more to do."],
    },
    empty: {
      "to-type": ["Rien à saisir aujourd’hui.", "Nothing to type today."],
      differs: [
        "Rien à corriger : les faits n’ont pas changé depuis les saisies.",
        "Nothing to correct: the facts have not changed since they were typed.",
      ],
      typed: ["Aucun accusé de réception n’est à noter.", "No receipt is to be noted."],
      received: [
        "Rien n’est encore déclaré : il y faut une saisie et son accusé de réception.",
        "Nothing is declared yet: it takes what was typed and its receipt.",
      ],
    },
    nothing: ["Rien à saisir sur ces portails aujourd’hui.", "Nothing to type on these portals today."],
    expected: ["Ce qui s’affichera ici, et quand", "What will be shown here, and when"],
    forPeople: (payers: string) => [
      `Pour chaque personne dont la formation est payée, même en partie, par : ${payers}.`,
      `For each person whose training is paid, even in part, by: ${payers}.`,
    ],
    forYears: ["Pour chaque année de diplômes.", "For each year of diplomas."],
    when: {
      entry: [
        "dès que sa première demi-journée de présence est notée ; la date se recopie une fois contresignée",
        "as soon as their first half-day there is noted; its day is copied once countersigned",
      ],
      exit: [
        "à son départ, ou le lendemain du dernier jour de sa promotion",
        "when they leave, or on the day after the last of their cohort",
      ],
      done: [
        "à son départ, ou le lendemain du dernier jour de sa promotion",
        "when they leave, or on the day after the last of their cohort",
      ],
      month: ["après chaque mois où elle avait cours", "after each month in which they had lessons"],
      insertion: ["quand ses taux sont publiés", "when its rates are published"],
    },
    within: (days: number, working: boolean) => [
      `à saisir sous ${days} ${plural(days, "jour", "jours", "fr")}${working ? plural(days, " ouvré", " ouvrés", "fr") : ""}`,
      `to be typed within ${days} ${working ? "working " : ""}${plural(days, "day", "days", "en")}`,
    ],
    contract: [
      "Un contrat conclu ne suffit pas : rien n’est à déclarer tant que la personne n’est pas venue.",
      "A contract that is concluded is not enough: nothing is to be declared until the person came.",
    ],
    bpf: ["Bilan pédagogique et financier", "Yearly declaration (BPF)"],
    bpfElsewhere: [
      "Il se dépose à part, sur Mon Activité Formation.",
      "It is deposited apart, on Mon Activité Formation.",
    ],
    bpfYear: (year: number) => [`Bilan de ${year}`, `Declaration of ${year}`],
    bpfDue: (day: string) => [`à déposer avant le ${sayDay(day, "fr")}`, `to be deposited by ${sayDay(day, "en")}`],
    bpfYears: ["Voir les bilans", "See the declarations"],
    count: (count: number, late: number) => [
      late === 0 ? `${count} à saisir` : `${count} à saisir, dont ${late} en retard`,
      late === 0 ? `${count} to type` : `${count} to type, ${late} late`,
    ],
    captions: {
      "to-type": ["Les premiers dus d’abord", "The first due first"],
      differs: ["Les faits ont changé depuis la saisie", "The facts have changed since they were typed"],
      typed: ["Saisi, accusé non reçu", "Typed, receipt not received"],
      received: ["Déclaré, accusé reçu", "Declared, receipt received"],
    },
    what: ["Déclaration", "Declaration"],
    who: ["Pour qui", "For whom"],
    happened: ["Fait du", "Happened on"],
    due: ["Au plus tard", "By"],
    noDelay: ["délai non connu", "no known delay"],
    late: ["en retard", "late"],
    note: ["À savoir", "To know"],
    unsigned: (count: number) => [
      count === 1 ? "1 demi-journée non contresignée" : `${count} demi-journées non contresignées`,
      count === 1 ? "1 half-day not countersigned" : `${count} half-days not countersigned`,
    ],
    next: ["Les suivantes", "The next ones"],
    together: ["Noter plusieurs saisies", "Note several"],
    open: ["Ouvrir le portail", "Open the portal"],
    year: (year: string) => [`année ${year}`, `year ${year}`],
    of: (what: string, part: string) => [`${what}, ${part}`, `${what}, ${part}`],
  },
  one: {
    heading: ["À recopier", "To copy"],
    portal: ["Portail", "Portal"],
    due: (day: string) => [`À saisir au plus tard le ${sayDay(day, "fr")}.`, `To be typed by ${sayDay(day, "en")}.`],
    lateSince: (day: string) => [
      `En retard : c’était dû le ${sayDay(day, "fr")}.`,
      `Late: it was due on ${sayDay(day, "en")}.`,
    ],
    noDelay: [
      "Le délai n’est pas connu ici : lisez-le sur le portail.",
      "No delay is known here: read it on the portal.",
    ],
    typed: (day: string) => [
      `Saisi le ${sayDay(day, "fr")}, accusé non reçu.`,
      `Typed on ${sayDay(day, "en")}, receipt not received.`,
    ],
    received: (day: string) => [
      `Déclaré le ${sayDay(day, "fr")}, accusé reçu.`,
      `Declared on ${sayDay(day, "en")}, receipt received.`,
    ],
    differs: [
      "Les faits ont changé depuis la saisie : corrigez sur le portail, puis notez-le.",
      "The facts have changed since it was typed: correct it on the portal, then note it.",
    ],
    gone: [
      "Ce qui est déclaré n’a plus lieu d’être : retirez-le sur le portail, puis notez-le.",
      "What is declared has no more object: take it back on the portal, then note it.",
    ],
    was: (value: string) => [`saisi : ${value}`, `typed: ${value}`],
    cannot: ["Il manque des présences contresignées :", "Countersigned attendance is missing:"],
    beside: [
      "Ces demi-journées ne sont pas comptées, faute de contreseing :",
      "These half-days are not counted, for want of a countersignature:",
    ],
    there: ["présence à contresigner", "attendance to countersign"],
    unheld: ["liste non tenue", "list not kept"],
    hoursUnknown: [
      "Les heures ne se calculent pas : regardez les périodes de la promotion et le programme de la personne.",
      "The hours cannot be computed: look at the periods of the cohort and the programme of the person.",
    ],
    contract: ["Son contrat", "Their contract"],
    numberMissing: [
      "Le numéro du dossier n’est pas noté : il se note avec la réponse du financeur, sur le contrat.",
      "The number of the file is not noted: it is noted with the answer of the fund, on the contract.",
    ],
    paper: ["À joindre", "To attach"],
    papers: {
      entry: ["Attestation d’entrée", "Attestation of entry"],
      certificate: ["Certificat de réalisation", "Certificate of attendance"],
    },
    issue: ["Émettre le certificat", "Issue the certificate"],
    issueOn: ["L’émettre", "Issue it"],
    nothing: [
      "Aucune demi-journée de ces jours n’est contresignée : il n’y a rien à certifier.",
      "No half-day of these days is countersigned: there is nothing to certify.",
    ],
    done: {
      saisi: ["La saisie est notée.", "It is noted as typed."],
      accuse: ["L’accusé est noté.", "The receipt is noted."],
      emis: ["Le certificat est émis.", "The certificate is issued."],
    },
    between: (from: string, to: string) => [
      `du ${sayDay(from, "fr")} au ${sayDay(to, "fr")}`,
      `from ${sayDay(from, "en")} to ${sayDay(to, "en")}`,
    ],
    until: (to: string) => [`jusqu’au ${sayDay(to, "fr")}`, `until ${sayDay(to, "en")}`],
    note: ["Noter la saisie", "Note that it is typed"],
    again: ["Noter une correction", "Note a correction"],
    receipt: ["Noter l’accusé", "Note the receipt"],
    history: ["Ce qui est noté", "What is noted"],
    on: ["Jour", "Day"],
    what: ["Fait", "Fact"],
    number: ["Accusé", "Receipt"],
    by: ["Par", "By"],
    ground: ["Motif", "Ground"],
    kinds: { typed: ["Saisi", "Typed"], received: ["Accusé reçu", "Receipt received"] },
    file: ["Fichier", "File"],
    none: ["–", "–"],
    why: ["D’où vient cette demande", "Where this comes from"],
  },
  typed: {
    title: ["Noter la saisie", "Note that it is typed"],
    lead: [
      "Une fois les valeurs saisies sur le portail. Sans accusé, la ligne continue d’attendre.",
      "Once the values are typed on the portal. Without a receipt the line keeps waiting.",
    ],
    fields: {
      on: ["Jour de la saisie", "Day on which it was typed"],
      receipt: ["Numéro de l’accusé", "Number of the receipt"],
      upload: ["Fichier de l’accusé", "File of the receipt"],
      ground: ["Pourquoi est-ce saisi de nouveau ?", "Why is it typed again?"],
    },
    hint: ["Laissez vide tant que le portail n’en donne pas.", "Leave it empty until the portal gives one."],
    go: ["Noter la saisie", "Note that it is typed"],
    stale: [
      "Les valeurs ont changé pendant que vous lisiez : comparez avec le portail, puis notez.",
      "The values changed while you were reading: compare with the portal, then note it.",
    ],
  },
  receipt: {
    title: ["Noter l’accusé", "Note the receipt"],
    lead: ["Son numéro, son fichier, ou les deux.", "Its number, its file, or both."],
    fields: {
      on: ["Jour de l’accusé", "Day of the receipt"],
      receipt: ["Numéro de l’accusé", "Number of the receipt"],
      upload: ["Fichier de l’accusé", "File of the receipt"],
    },
    go: ["Noter l’accusé", "Note the receipt"],
  },
  together: {
    title: ["Noter plusieurs saisies", "Note several"],
    lead: (portal: string) => [`Sur ${portal}, en une fois.`, `On ${portal}, at once.`],
    none: ["Rien n’est à saisir ensemble.", "Nothing is to be typed together."],
    fields: {
      lines: ["Ce qui est saisi", "What is typed"],
      on: ["Jour de la saisie", "Day on which it was typed"],
      receipt: ["Numéro de l’accusé", "Number of the receipt"],
    },
    go: ["Noter ces saisies", "Note these"],
    stale: [
      "Des valeurs ont changé pendant que vous lisiez : comparez avec le portail, puis notez.",
      "Some values changed while you were reading: compare with the portal, then note them.",
    ],
  },
  person: {
    title: ["Déclaré à qui paie", "Declared to who pays"],
    caption: ["Déclarations aux financeurs", "Declarations to funds"],
    state: ["Où ça en est", "Where it stands"],
  },
});
