/** The words of the year's rates. */
import { inBoth } from "../../../kit/in-both.ts";
import { sayDay, sayNumber } from "../../../kit/lang.ts";

export const figureWords = inBoth({
  percent: (n: number) => [`${sayNumber(n, "fr")} %`, `${sayNumber(n, "en")}%`],
  /** Of few people: the count first. */
  countFirst: (n: number, of: number, percent: number) => [
    `${sayNumber(n, "fr")} sur ${sayNumber(of, "fr")}, soit ${sayNumber(percent, "fr")} %`,
    `${sayNumber(n, "en")} out of ${sayNumber(of, "en")}, or ${sayNumber(percent, "en")}%`,
  ],
  percentFirst: (n: number, of: number, percent: number) => [
    `${sayNumber(percent, "fr")} %, soit ${sayNumber(n, "fr")} sur ${sayNumber(of, "fr")}`,
    `${sayNumber(percent, "en")}%, or ${sayNumber(n, "en")} out of ${sayNumber(of, "en")}`,
  ],
  polled: (answered: number, asked: number) => [
    `${sayNumber(answered, "fr")} réponses pour ${sayNumber(asked, "fr")} personnes interrogées`,
    `${sayNumber(answered, "en")} answers of ${sayNumber(asked, "en")} people asked`,
  ],
  rate: ["Taux", "Rate"],
  value: ["Valeur", "Value"],
  whole: ["Tous les sites", "All sites"],
  year: ["Année", "Year"],
  definitions: ["Comment ces taux sont calculés", "How these rates are computed"],
  picture: ["Les taux publiés, année par année", "The published rates, year by year"],
  quotedMark: ["cité, sans effectif", "quoted, without head-count"],
  public: {
    title: ["Résultats", "Results"],
    lead: (diploma: string) => [
      `Les taux de cette école pour le ${diploma}.`,
      `The rates of this school for the ${diploma}.`,
    ],
    none: [
      "L’école n’a pas encore publié de taux calculés ici.",
      "The school has not yet published rates computed here.",
    ],
    of: (year: number) => [`Année ${year}`, `Year ${year}`],
    at: (year: number, site: string) => [`Les taux de ${year}, ${site}`, `The rates of ${year}, ${site}`],
    on: (day: string, version: number) => [
      `Publiés le ${sayDay(day, "fr")}${version > 1 ? ` (version ${version})` : ""}.`,
      `Published on ${sayDay(day, "en")}${version > 1 ? ` (version ${version})` : ""}.`,
    ],
    proof: (hash: string) => [`Empreinte de ce qui est publié : ${hash}`, `Fingerprint of what is published: ${hash}`],
    quoted: (cohort: string) => [`Taux cités de ${cohort}`, `Rates quoted of ${cohort}`],
    back: ["La page du diplôme", "The diploma’s page"],
    all: ["Toutes les années, avec les définitions", "All years, with the definitions"],
    brief: (text: string, label: string, year: number) => [`${label} ${year} : ${text}`, `${label} ${year}: ${text}`],
    later: (year: number, version: number) => [
      `Les taux de ${year} dans leur version ${version}, comme ils furent publiés. Une autre, plus récente, se lit peut-être à la page des résultats.`,
      `The rates of ${year} in their version ${version}, as they were published. A later one may stand on the page of the results.`,
    ],
  },
  years: {
    title: ["Taux de l’année", "Rates of the year"],
    lead: [
      "Calculés d’après les jurys, les formations et les enquêtes. Rien n’est publié sans vous.",
      "Computed from juries, trainings and surveys. Nothing is published without you.",
    ],
    none: ["Aucune formation n’a encore d’année.", "No training has a year yet."],
    diploma: ["Diplôme", "Diploma"],
    published: ["Publiés le", "Published on"],
    not: ["pas encore", "not yet"],
    running: ["l’année n’est pas finie", "the year is not over"],
    surveys: ["Les enquêtes", "The surveys"],
  },
  one: {
    title: (year: number) => [`Taux de ${year}`, `Rates of ${year}`],
    lead: (diploma: string) => [
      `Pour le ${diploma}, à côté de l’année d’avant.`,
      `For the ${diploma}, beside the year before.`,
    ],
    before: (year: number) => [`${year}, aujourd’hui`, `${year}, today`],
    who: ["Qui compte", "Who is counted"],
    open: {
      end: [
        "L’enquête de fin de formation n’est pas close : son taux n’a pas encore de réponses.",
        "The survey at the end of the course is not closed: its rate has no answers yet.",
      ],
      "six-months": [
        "L’enquête des six mois n’est pas close : son taux n’a pas encore de réponses.",
        "The survey after six months is not closed: its rate has no answers yet.",
      ],
    },
    unsited: (count: number) => [
      count === 1
        ? "1 personne n’est dans aucun taux : sa promotion n’a pas de site."
        : `${count} personnes ne sont dans aucun taux : leur promotion n’a pas de site.`,
      count === 1
        ? "1 person is in no rate: their cohort has no site."
        : `${count} people are in no rate: their cohort has no site.`,
    ],
    withdrawn: (count: number) => [
      count === 1
        ? "1 personne s’est désistée avant d’être en formation : elle n’est dans aucun taux."
        : `${count} personnes se sont désistées avant d’être en formation : elles ne sont dans aucun taux.`,
      count === 1
        ? "1 person withdrew before they were in training, and is in no rate."
        : `${count} people withdrew before they were in training, and are in no rate.`,
    ],
    blocks: [
      "Qui s’inscrit à un seul bloc serait compté à part : l’école n’y inscrit personne ici.",
      "Those who enrol for a single bloc would be counted apart: the school enrols nobody so here.",
    ],
    notOver: [
      "L’année n’est pas finie : ces taux peuvent encore changer, et ne se publient pas.",
      "The year is not over: these rates may still change, and are not published.",
    ],
    publish: ["Publier ces taux", "Publish these rates"],
    anonymous: ["Réponses sans nom : les enquêtes", "Answers without a name: the surveys"],
    same: [
      "Ces taux sont publiés, et rien n’a changé depuis.",
      "These rates are published, and nothing has changed since.",
    ],
    changed: ["Des faits ont changé depuis la dernière publication.", "Facts have changed since the last publication."],
    versions: ["Ce qui est publié", "What is published"],
    version: ["Version", "Version"],
    day: ["Jour", "Day"],
    hash: ["Empreinte de la page", "Fingerprint of the page"],
    input: ["Empreinte de ce qui est compté", "Fingerprint of what is counted"],
    public: ["La page publique", "The public page"],
    done: ["C’est publié.", "It is published."],
  },
  publish: {
    title: (year: number) => [`Publier les taux de ${year}`, `Publish the rates of ${year}`],
    lead: [
      "Ils se lisent aussitôt sur la page publique, avec leur définition et le jour. Ce qui est publié ne s’efface pas : si des faits changent, une nouvelle version se met à côté.",
      "They are read at once on the public page, with their definition and the day. What is published is not erased: if facts change, a new version stands beside it.",
    ],
    go: ["Publier", "Publish"],
    stale: [
      "Des faits ont changé pendant que vous lisiez : relisez les taux, puis publiez.",
      "Facts changed while you were reading: read the rates again, then publish.",
    ],
  },
  counted: {
    title: (label: string, year: number) => [`Qui compte : ${label} ${year}`, `Who is counted: ${label} ${year}`],
    name: ["Personne", "Person"],
    cohort: ["Promotion", "Cohort"],
    why: ["Pourquoi", "Why"],
    numerator: ["Compte au numérateur", "In the numerator"],
    denominator: ["Compte au dénominateur seul", "In the denominator alone"],
    later: ["Comptera à sa fin prévue, si rien ne change", "Counted at the planned end, if nothing changes"],
    not: ["N’est pas compté", "Not counted"],
    none: ["Personne.", "Nobody."],
    left: (kind: string, day: string) => [`${kind} le ${sayDay(day, "fr")}`, `${kind} on ${sayDay(day, "en")}`],
    ruled: (outcome: string, day: string) => [
      `${outcome}, jury du ${sayDay(day, "fr")}`,
      `${outcome}, jury of ${sayDay(day, "en")}`,
    ],
    stayed: ["est resté jusqu’à la fin prévue", "stayed until the planned end"],
    unruled: ["aucune décision du jury cette année", "no ruling of a jury this year"],
    ends: (day: string) => [`fin prévue le ${sayDay(day, "fr")}`, `planned end on ${sayDay(day, "en")}`],
    outcomes: {
      diploma: ["diplôme", "diploma"],
      partial: ["validation partielle", "partial validation"],
      none: ["aucune validation", "no validation"],
    },
    kinds: {
      abandoned: ["abandon", "abandoned"],
      excluded: ["exclusion", "excluded"],
      interrupted: ["interruption", "interrupted"],
      deferred: ["report", "deferred"],
      transferred: ["départ vers une autre école", "moved to another school"],
      "force-majeure": ["force majeure, ou arrêt par l’école", "force majeure, or stopped by the school"],
    },
  },
});
