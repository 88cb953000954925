/** The words of the questions on the path, in both languages. */
import { type Lang, sayNumber, du } from "../../kit/lang.ts";

/** What a path may rest on besides titles, as far as the law knows of it. */
type Asks = { readonly held: boolean; readonly grants: boolean };

function ifAny(lead: string, some: readonly (string | false)[]): string[] {
  const said = some.filter((one) => one !== false);
  return said.length === 0 ? [] : [lead + said.join(", ")];
}

const fr = {
  start: {
    lead: (diploma: string) =>
      `D’après vos titres : les heures ${du(diploma)} qui vous resteraient, les épreuves à passer, et le prix selon qui paie.`,
    needs: "Ce qu’il vous faut",
    needsList: (asks: Asks) => [
      "vos diplômes et leur date",
      ...ifAny("si vous en avez : ", [
        asks.held && "les domaines déjà validés",
        asks.grants && "le protocole d’allègement",
      ]),
      "environ trois minutes",
    ],
    shared:
      "Ce que vous avez déclaré pour savoir si vous pouvez candidater sert aussi ici : rien n’est demandé deux fois.",
  },
  result: {
    title: "Mon parcours et son prix : le résultat",
    inDossier: "Allègements, cursus et financement",
    half: "à compléter",
    changeTitles: "les titres",
    changeHeld: "les domaines acquis",
    changeGrants: "l’allègement accordé",
    changeDeclined: "les allègements refusés",
    changeTrack: "le cursus",
    changeFunding: "le financement",
    chart: "Heures qui restent et heures allégées, pour chaque unité ; le tableau donne les nombres.",
    chartRemaining: "reste à suivre",
    chartRelief: "allégé ou dispensé",
    pdf: "Télécharger mon parcours et son prix (PDF)",
    keep: "Conserver mon parcours et son prix 30 jours",
    keepWithAnswer: "La réponse à « Puis-je candidater ? », que vous avez déjà demandée, est conservée avec lui.",
    apply: "Puis-je candidater ?",
    toTasks: "Revenir au dossier",
    applyWhy: "Si vous ne l’avez pas encore demandé : vos titres y sont déjà.",
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

type PlanWords = typeof fr;

const en: PlanWords = {
  start: {
    lead: (diploma) =>
      `From your titles: the hours of the ${diploma} that would be left to you, the exams to sit, and the price depending on who pays.`,
    needs: "What you need",
    needsList: (asks) => [
      "your diplomas and their dates",
      ...ifAny("if you have any: ", [
        asks.held && "domains already validated",
        asks.grants && "the protocol of allègement",
      ]),
      "about three minutes",
    ],
    shared: "What you declared to learn whether you may apply serves here too: nothing is asked twice.",
  },
  result: {
    title: "My path and its price: the result",
    inDossier: "Relief, track and funding",
    half: "to be completed",
    changeTitles: "the titles",
    changeHeld: "the domains held",
    changeGrants: "the allègement granted",
    changeDeclined: "the relief declined",
    changeTrack: "the track",
    changeFunding: "the funding",
    chart: "Hours left and hours relieved, for each unit; the table gives the numbers.",
    chartRemaining: "left to follow",
    chartRelief: "relieved or dispensed",
    pdf: "Download my path and its price (PDF)",
    keep: "Keep my path and its price for 30 days",
    keepWithAnswer: "The answer to “May I apply?”, which you have already asked for, is kept with it.",
    apply: "May I apply?",
    toTasks: "Back to the application",
    applyWhy: "If you have not asked yet: your titles are already there.",
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

const WORDS: Readonly<Record<Lang, PlanWords>> = { fr, en };

export function planWords(lang: Lang): PlanWords {
  return WORDS[lang];
}
