/** The words of the path, in both languages. */
import { type Lang, plural, sayNumber } from "../../kit/lang.ts";

const hours = (count: number, lang: Lang) => `${sayNumber(count, lang)} h`;

const fr = {
  start: {
    lead: (diploma: string) =>
      `D’après vos titres : les heures du ${diploma} qui vous resteraient, les épreuves à passer, et le prix selon qui paie.`,
    needs: "Ce qu’il vous faut",
    needsList: [
      "vos diplômes et leur date",
      "si vous en avez : les domaines déjà validés, le protocole d’allègement",
      "environ trois minutes",
    ],
    shared:
      "Ce que vous avez déclaré pour savoir si vous pouvez candidater sert aussi ici : rien n’est demandé deux fois.",
  },
  result: {
    title: "Mon parcours et son prix : le résultat",
    verdict: (theory: number, practice: number) =>
      `Il vous resterait ${hours(theory, "fr")} de théorie${practice > 0 ? ` et ${hours(practice, "fr")} de pratique` : ""}.`,
    exams: (toSit: number, contested: number) =>
      `${toSit === 0 ? "Aucune épreuve à passer" : `${toSit} ${plural(toSit, "épreuve", "épreuves", "fr")} à passer`}${contested > 0 ? `, et ${contested} à confirmer par l’autorité régionale` : ""}.`,
    nature: "C’est une estimation d’après ce que vous avez déclaré : ni un devis signé, ni une décision d’allègement.",
    counted: "Ce que nous avons compté",
    titles: "Titres",
    held: "Domaines déjà acquis",
    grants: "Allègement accordé par l’établissement",
    declined: "Allègements refusés par vous",
    track: "Cursus",
    funding: "Financement",
    none: "Aucun",
    notEntitled: "Vos titres n’y ouvrent pas droit",
    changeTitles: "les titres",
    changeHeld: "les domaines acquis",
    changeGrants: "l’allègement accordé",
    changeDeclined: "les allègements refusés",
    changeTrack: "le cursus",
    changeFunding: "le financement",
    hours: "Les heures, unité par unité",
    hoursCaption: "Heures de chaque unité : total, allègement, reste",
    unit: "Unité",
    total: "Heures",
    relief: "Allègement",
    by: "Au titre de",
    remaining: "Reste",
    sum: "Ensemble",
    chart: "Heures qui restent et heures allégées, pour chaque unité ; le tableau donne les nombres.",
    chartRemaining: "reste à suivre",
    chartRelief: "allégé ou dispensé",
    examsHeading: "Les épreuves, domaine par domaine",
    apply: "Puis-je candidater ?",
    applyWhy: "Si vous ne l’avez pas encore demandé : vos titres y sont déjà.",
    states: {
      "to-sit": "Épreuve à passer",
      dispensed: "Épreuve dispensée",
      contested: "Épreuve à confirmer",
      held: "Acquis",
    },
    grant: (protocol: string) => `protocole ${protocol}`,
    heldBy: (domain: string) => `${domain} acquis`,
  },
  held: {
    heading: "Avez-vous déjà validé un domaine de ce diplôme ?",
    hint: "Par un jury du diplôme ou par la validation des acquis de l’expérience. Un domaine acquis ne se suit plus et ne se repasse plus.",
    no: "Non",
    date: (domain: string) => `${domain} : date de la validation, si oui`,
    future: "Cette date ne peut pas être dans l’avenir.",
    choose: "Dites comment ce domaine a été validé, ou non.",
  },
  grants: {
    heading: "L’établissement vous a-t-il accordé un allègement ?",
    hint: "Seulement s’il l’a écrit dans un protocole. Sans protocole, répondez non.",
    protocol: "Nom ou numéro du protocole",
    hours: "Heures allégées, unité par unité",
    hoursOf: (unit: string) => `${unit} : heures`,
    choose: "Dites si un allègement vous a été accordé.",
    protocolMissing: "Donnez le nom ou le numéro du protocole.",
    hoursMissing: "Donnez les heures allégées d’au moins une unité.",
    fault: (step: number) => `Indiquez des heures par pas de ${sayNumber(step, "fr")} h.`,
  },
  declined: {
    heading: "Voulez-vous suivre en entier une unité qui pourrait être allégée ?",
    hint: "Cochez les unités dont vous ne voulez pas l’allègement. Ne cochez rien pour les garder tous.",
  },
};

export type PathWords = typeof fr;

const en: PathWords = {
  start: {
    lead: (diploma) =>
      `From your titles: the hours of the ${diploma} that would be left to you, the exams to sit, and the price depending on who pays.`,
    needs: "What you need",
    needsList: [
      "your diplomas and their dates",
      "if you have any: domains already validated, the protocol of allègement",
      "about three minutes",
    ],
    shared: "What you declared to learn whether you may apply serves here too: nothing is asked twice.",
  },
  result: {
    title: "My path and its price: the result",
    verdict: (theory, practice) =>
      `${hours(theory, "en")} of theory${practice > 0 ? ` and ${hours(practice, "en")} of practice` : ""} would be left to you.`,
    exams: (toSit, contested) =>
      `${toSit === 0 ? "No exam to sit" : `${toSit} ${plural(toSit, "exam", "exams", "en")} to sit`}${contested > 0 ? `, and ${contested} to be confirmed by the regional authority` : ""}.`,
    nature: "This is an estimate from what you declared: neither a signed quote nor a decision on relief.",
    counted: "What we counted",
    titles: "Titles",
    held: "Domains already held",
    grants: "Allègement granted by the school",
    declined: "Relief you declined",
    track: "Track",
    funding: "Funding",
    none: "None",
    notEntitled: "Your titles do not allow it",
    changeTitles: "the titles",
    changeHeld: "the domains held",
    changeGrants: "the allègement granted",
    changeDeclined: "the relief declined",
    changeTrack: "the track",
    changeFunding: "the funding",
    hours: "The hours, unit by unit",
    hoursCaption: "Hours of each unit: total, relief, left",
    unit: "Unit",
    total: "Hours",
    relief: "Relief",
    by: "On account of",
    remaining: "Left",
    sum: "All",
    chart: "Hours left and hours relieved, for each unit; the table gives the numbers.",
    chartRemaining: "left to follow",
    chartRelief: "relieved or dispensed",
    examsHeading: "The exams, domain by domain",
    apply: "May I apply?",
    applyWhy: "If you have not asked yet: your titles are already there.",
    states: { "to-sit": "Exam to sit", dispensed: "Exam dispensed", contested: "Exam to be confirmed", held: "Held" },
    grant: (protocol) => `protocol ${protocol}`,
    heldBy: (domain) => `${domain} held`,
  },
  held: {
    heading: "Have you already validated a domain of this diploma?",
    hint: "By a jury of the diploma or by the validation of experience. A domain held is neither followed nor sat again.",
    no: "No",
    date: (domain) => `${domain}: date of the validation, if so`,
    future: "This date cannot be in the future.",
    choose: "Say how this domain was validated, or that it was not.",
  },
  grants: {
    heading: "Has the school granted you an allègement?",
    hint: "Only if it wrote so in a protocol. Without a protocol, answer no.",
    protocol: "Name or number of the protocol",
    hours: "Hours relieved, unit by unit",
    hoursOf: (unit) => `${unit}: hours`,
    choose: "Say whether an allègement was granted to you.",
    protocolMissing: "Give the name or number of the protocol.",
    hoursMissing: "Give the hours relieved for at least one unit.",
    fault: (step) => `Give hours in steps of ${sayNumber(step, "en")} h.`,
  },
  declined: {
    heading: "Do you want to follow in full a unit that could be relieved?",
    hint: "Tick the units whose relief you do not want. Tick nothing to keep it all.",
  },
};

const WORDS: Readonly<Record<Lang, PathWords>> = { fr, en };

export function pathWords(lang: Lang): PathWords {
  return WORDS[lang];
}
