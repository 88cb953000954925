/** The words of the questions on the path, in both languages. */
import { inBoth } from "../../kit/in-both.ts";
import { type Lang, sayNumber, du } from "../../kit/lang.ts";

/** The inputs besides titles that the law has. */
type Asks = { readonly held: boolean; readonly grants: boolean };

function ifAny(lead: string, some: readonly (string | false)[]): string[] {
  const parts = some.filter((one) => one !== false);
  return parts.length === 0 ? [] : [lead + parts.join(", ")];
}

const WORDS = inBoth({
  start: {
    whole: ["La formation entière, sans allègement :", "The whole course, without relief:"],
    lead: (diploma: string) => [
      `D’après vos titres : les heures ${du(diploma)} qui vous resteraient, les épreuves à passer, et le prix selon qui paie.`,
      `From your titles: the hours of the ${diploma} that would be left to you, the exams to sit, and the price depending on who pays.`,
    ],
    needs: ["Ce qu’il vous faut", "What you need"],
    needsList: (asks: Asks) => [
      [
        "vos diplômes et leur date",
        ...ifAny("si vous en avez : ", [
          asks.held && "les domaines déjà validés",
          asks.grants && "le protocole d’allègement",
        ]),
        "environ trois minutes",
      ],
      [
        "your diplomas and their dates",
        ...ifAny("if you have any: ", [
          asks.held && "domains already validated",
          asks.grants && "the protocol of allègement",
        ]),
        "about three minutes",
      ],
    ],
    shared: [
      "Ce que vous avez déclaré pour savoir si vous pouvez candidater sert aussi ici : rien n’est demandé deux fois.",
      "What you declared to learn whether you may apply serves here too: nothing is asked twice.",
    ],
  },
  result: {
    title: ["Mes heures et mon prix : le résultat", "My hours and my price: the result"],
    inDossier: ["Allègements, cursus et financement", "Relief, track and funding"],
    half: ["à compléter", "to be completed"],
    changeTitles: ["les titres", "the titles"],
    changeHeld: ["les domaines acquis", "the domains held"],
    changeGrants: ["l’allègement accordé", "the allègement granted"],
    changeDeclined: ["les allègements refusés", "the relief declined"],
    changeTrack: ["le cursus", "the track"],
    changeFunding: ["le financement", "the funding"],
    chart: [
      "Heures qui restent et heures allégées, pour chaque unité ; le tableau donne les nombres.",
      "Hours left and hours relieved, for each unit; the table gives the numbers.",
    ],
    chartRemaining: ["reste à suivre", "left to follow"],
    chartRelief: ["allégé ou dispensé", "relieved or dispensed"],
    pdf: ["Télécharger mes heures et mon prix (PDF)", "Download my hours and my price (PDF)"],
    keep: ["Garder mes heures et mon prix", "Keep my hours and my price"],
    keepWithAnswer: [
      "La réponse à « Puis-je candidater ? », que vous avez déjà demandée, est conservée avec lui.",
      "The answer to “May I apply?”, which you have already asked for, is kept with it.",
    ],
    apply: ["Puis-je candidater ?", "May I apply?"],
  },
  held: {
    heading: [
      "Avez-vous déjà validé un domaine de ce diplôme ?",
      "Have you already validated a domain of this diploma?",
    ],
    hint: [
      "Par un jury du diplôme ou par la validation des acquis de l’expérience. Un domaine acquis ne se suit plus et ne se repasse plus.",
      "By a jury of the diploma or by the validation of experience. A domain held is neither followed nor sat again.",
    ],
    no: ["Non", "No"],
    date: (domain: string) => [`${domain} : date de la validation, si oui`, `${domain}: date of the validation, if so`],
    future: ["Cette date ne peut pas être dans l’avenir.", "This date cannot be in the future."],
    choose: [
      "Dites comment ce domaine a été validé, ou non.",
      "Say how this domain was validated, or that it was not.",
    ],
  },
  grants: {
    heading: ["L’établissement vous a-t-il accordé un allègement ?", "Has the school granted you an allègement?"],
    hint: [
      "Seulement s’il l’a écrit dans un protocole. Sans protocole, répondez non.",
      "Only if it wrote so in a protocol. Without a protocol, answer no.",
    ],
    protocol: ["Nom ou numéro du protocole", "Name or number of the protocol"],
    hours: ["Heures allégées, unité par unité", "Hours relieved, unit by unit"],
    hoursOf: (unit: string) => [`${unit} : heures`, `${unit}: hours`],
    choose: ["Dites si un allègement vous a été accordé.", "Say whether an allègement was granted to you."],
    protocolMissing: ["Donnez le nom ou le numéro du protocole.", "Give the name or number of the protocol."],
    hoursMissing: [
      "Donnez les heures allégées d’au moins une unité.",
      "Give the hours relieved for at least one unit.",
    ],
    fault: (step: number) => [
      `Indiquez des heures par pas de ${sayNumber(step, "fr")} h.`,
      `Give hours in steps of ${sayNumber(step, "en")} h.`,
    ],
  },
  declined: {
    heading: [
      "Voulez-vous suivre en entier une unité qui pourrait être allégée ?",
      "Do you want to follow in full a unit that could be relieved?",
    ],
    hint: [
      "Cochez les unités dont vous ne voulez pas l’allègement. Ne cochez rien pour les garder tous.",
      "Tick the units whose relief you do not want. Tick nothing to keep it all.",
    ],
  },
});

type PlanWords = typeof WORDS.fr;

export function planWords(lang: Lang): PlanWords {
  return WORDS[lang];
}
