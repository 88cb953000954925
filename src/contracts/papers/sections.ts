/** What each particular of the law says on our papers. Blocks in French; nothing is said where a fact is missing. */
import { type Lang, plural, sayDay, sayEuros, sayList, sayMinutes, sayMoney, sayNumber } from "../../kit/lang.ts";
import { sayMinute } from "../../kit/moment.ts";
import { capital } from "../../kit/typography.ts";
import type { Block } from "../../documents/blocks.ts";
import type { ExamEntry } from "../../law/diploma.ts";
import type { OwnPaper, PaperFacts } from "./facts.ts";
import { paymentOf, priceBlocks, settlementOf } from "./payment.ts";
import { heading, inCohort, lacking, list, cohortPage, planPage, type Said, saying, sentence, text } from "./said.ts";
import { paperWords, wanted } from "./words.ts";

const LANG: Lang = "fr";
const LINE = "…………………………………………";

type Section = (facts: PaperFacts) => Said;

const nature: Section = (facts) => {
  const { law } = facts;
  const entry = law.establishment.money?.papers?.nature;
  if (!entry) return lacking({ key: "nature", label: wanted.nature, to: null });
  return saying(
    text(`${sentence(entry.label[LANG])} Elle prépare une certification enregistrée : ${registered(law)}.`),
    ...outlived(facts),
  );
};

/** A registration that ends before training does, or before it starts, is said wherever its last day is. */
function outlived({ law, periods, startsOn }: PaperFacts): Block[] {
  const { until } = law.diploma.registration;
  if (startsOn > until)
    return [
      text(
        `Cet enregistrement finit avant le début de la formation, le ${sayDay(startsOn, LANG)} ; son renouvellement dépend de l’État, et non de l’école.`,
      ),
    ];
  return (periods.at(-1)?.to ?? startsOn) > until
    ? [text("L’enregistrement finit avant la formation ; son renouvellement dépend de l’État, et non de l’école.")]
    : [];
}

function registered({ diploma }: PaperFacts["law"]): string {
  const { code, level, until } = diploma.registration;
  return `${code}, niveau ${level}, enregistrement jusqu’au ${sayDay(until, LANG)}`;
}

const duration: Section = (facts) => {
  if (facts.periods.length === 0)
    return {
      ...lackingPeriods("duration", facts),
      blocks: [
        text(
          `${facts.units.length === 0 ? "" : `${hoursOf(facts)} `}À partir du ${sayDay(facts.startsOn, LANG)} ; les périodes restent à fixer.`,
        ),
      ],
    };
  const [first, last] = [facts.periods[0]!, facts.periods.at(-1)!];
  return saying(
    text(`${hoursOf(facts)} Du ${sayDay(first.from, LANG)} au ${sayDay(last.to, LANG)}.`),
    periodTable(facts),
  );
};
const durationAlone: Section = (facts) =>
  facts.periods.length === 0 ? lackingPeriods("duration", facts) : saying(text(hoursOf(facts)));
const period: Section = (facts) => {
  if (facts.periods.length === 0) return lackingPeriods("period", facts);
  const [first, last] = [facts.periods[0]!, facts.periods.at(-1)!];
  return saying(text(`Du ${sayDay(first.from, LANG)} au ${sayDay(last.to, LANG)}.`), periodTable(facts));
};

function lackingPeriods(key: string, facts: PaperFacts): Said {
  return lacking({
    key,
    label: facts.cohort ? wanted.periods : wanted.cohort,
    to: planPage(facts) ?? cohortPage(facts),
  });
}

/** « 445 h à suivre ; et 175 h d’étude de terrain, qui ne sont pas facturées. » */
function hoursOf({ units }: PaperFacts): string {
  const sum = (of: typeof units) => of.reduce((total, { follows }) => total + follows, 0);
  const billed = sum(units.filter((one) => one.billed));
  const free = units.filter((one) => !one.billed && one.follows > 0);
  const also = free.map(({ label, follows }) => `${sayMinutes(follows, LANG)} (${label})`);
  const beside = also.length === 0 ? "" : ` S’y ajoutent ${sayList(also, LANG)}, qui ne sont pas facturées.`;
  return `${sayMinutes(billed, LANG)} d’enseignement, allègements et dispenses déduits.${beside}`;
}

function periodTable({ periods }: PaperFacts): Block {
  return {
    kind: "table",
    caption: paperWords.periods,
    columns: [
      { label: "Période", width: 1 },
      { label: "Du", width: 2 },
      { label: "Au", width: 2 },
      { label: "Heures", align: "end" },
    ],
    rows: periods.map(({ from, to, minutes }, nth) => [
      String(nth + 1),
      sayDay(from, LANG),
      sayDay(to, LANG),
      sayMinutes(minutes, LANG),
    ]),
    totals: [
      [
        "En tout",
        "",
        "",
        sayMinutes(
          periods.reduce((sum, { minutes }) => sum + minutes, 0),
          LANG,
        ),
      ],
    ],
  };
}

const programme =
  (key: string): Section =>
  (facts) => {
    const { units, law } = facts;
    if (units.length === 0) return lacking({ key, label: wanted.cohort, to: cohortPage(facts) });
    const said = (minutes: number) => (minutes === 0 ? "–" : sayMinutes(minutes, LANG));
    const sum = (of: (unit: (typeof units)[number]) => number) =>
      sayMinutes(
        units.reduce((all, unit) => all + of(unit), 0),
        LANG,
      );
    const table: Block = {
      kind: "table",
      caption: paperWords.programme,
      columns: [
        { label: "Unité de formation", width: 3 },
        { label: "Prévu", align: "end" },
        { label: "Allégé", align: "end" },
        { label: "À suivre", align: "end" },
      ],
      rows: units.map(({ unit, label, planned, follows }) => [
        `${unit} – ${capital(label)}`,
        said(planned),
        said(planned - follows),
        said(follows),
      ]),
      totals: [
        ["En tout", sum((one) => one.planned), sum((one) => one.planned - one.follows), sum((one) => one.follows)],
      ],
    };
    const domains = law.diploma.domains.filter(({ competences }) => competences.length > 0);
    const aims = domains.flatMap(({ label, competences }): Block[] => [
      heading(capital(label[LANG])),
      list(competences.map((one) => sentence(one.label[LANG]))),
    ]);
    return saying(table, ...aims);
  };

/** The purpose of the diploma by its own text, else as the school's page says it. */
const purpose =
  (key: string): Section =>
  ({ law }) => {
    const stated = law.diploma.training.filter((one) => one.key === "purpose").map(({ label }) => label[LANG]);
    const said = stated.length > 0 ? stated : law.school.page.objectives.map(({ label }) => label[LANG]);
    if (said.length === 0) return lacking({ key, label: wanted.purpose, to: null });
    return saying(text(`Préparer ${leOf(law)}.`), ...said.map((one) => text(sentence(one))));
  };

/** « le diplôme d’État d’ingénierie sociale » */
function leOf({ diploma }: PaperFacts["law"]): string {
  const label = diploma.label[LANG];
  return /^[aeiouéèêh]/i.test(label) ? `l’${label}` : `le ${label}`;
}

const title: Section = ({ law, cohort }) =>
  saying(text(`${capital(law.diploma.label[LANG])} (${registered(law)})${cohort ? inCohort(cohort.name) : ""}.`));

/** What is promised to one is true of all: with more people in the cohort than places, no number is. */
const headcount: Section = ({ places, others }) =>
  places === null || others >= places
    ? lacking({
        key: "headcount",
        label: places === null ? wanted.places : wanted.morePlaces(others + 1),
        to: "/rentrees",
      })
    : saying(
        text(`La promotion compte au plus ${sayNumber(places, LANG)} ${places === 1 ? "personne" : "personnes"}.`),
      );

const priorLevel: Section = ({ law }) =>
  saying(
    text("Il faut remplir l’une de ces conditions, ce que l’école a vérifié avant l’admission :"),
    list(law.diploma.doors.map(({ label }) => sentence(label[LANG]))),
  );

const delivery: Section = (facts) => {
  const { site, law, lessons } = facts;
  const entry = law.school.teaching?.delivery;
  const missing = [
    ...(entry ? [] : [{ key: "delivery", label: wanted.delivery, to: null }]),
    ...(site ? [] : lackingPeriods("delivery", facts).missing),
  ];
  if (!entry || !site) return lacking(...missing);
  const { first } = lessons;
  return saying(
    text(`Lieu : ${[site.name, ...site.address].join(", ")}.`),
    text(sentence(entry.label[LANG])),
    ...(first
      ? [
          text(
            `${plural(lessons.count, "Une séance est planifiée", `${sayNumber(lessons.count, LANG)} séances sont planifiées`, LANG)} à ce jour. La première a lieu le ${sayDay(first.on, LANG)}, de ${sayMinute({ time: first.from }, LANG)} à ${sayMinute({ time: first.to }, LANG)}.`,
          ),
        ]
      : []),
  );
};

const means: Section = ({ law }) => {
  const entry = law.school.teaching?.means;
  return entry ? saying(text(sentence(entry.label[LANG]))) : lacking({ key: "means", label: wanted.means, to: null });
};

const assessment: Section = ({ law, exams }) =>
  saying(
    text("Chaque domaine a son épreuve, validée à part."),
    list(
      law.diploma.domains.map(({ domain, label, exam }) => {
        const named = `${domain}, ${label[LANG]}`;
        switch (exams[domain]) {
          case "held":
            return `${named} : domaine déjà validé, l’épreuve n’est pas à passer.`;
          case "dispensed":
            return `${named} : épreuve dispensée.`;
          case "contested":
            return `${named} : ${examSaid(exam)} L’autorité n’a pas encore dit si l’épreuve est dispensée ; elle est à passer jusque-là.`;
          default:
            return `${named} : ${examSaid(exam)}`;
        }
      }),
    ),
  );

function examSaid({ label, form, threshold, outOf }: ExamEntry): string {
  return `${label[LANG]} (${form[LANG]}), validée à partir de ${sayNumber(threshold, LANG)} sur ${sayNumber(outOf, LANG)}.`;
}

const sanction: Section = (facts) => {
  const { law } = facts;
  const { clock, label } = law.diploma;
  return saying(
    text(`${capital(label[LANG])} (${registered(law)}), délivré sur décision d’un jury.`),
    ...outlived(facts),
    ...(clock ? [text(sentence(clock.label[LANG]))] : []),
    text("L’école remet à la fin un certificat de réalisation, qui dit les heures suivies."),
  );
};

const trainers: Section = ({ trainers: all, cohort, dossier }) => {
  if (!cohort) return lacking({ key: "trainers", label: wanted.cohort, to: cohortPage({ dossier }) });
  if (all.length === 0)
    return lacking({ key: "trainers", label: wanted.lessons, to: `/promotions/${cohort.id}/seances` });
  const unsaid = all.filter(({ reference }) => reference === null);
  if (unsaid.length > 0)
    return lacking(
      ...unsaid.map(({ name }) => ({
        key: "trainers",
        label: wanted.trainer(name),
        to: `/promotions/${cohort.id}/formateurs`,
      })),
    );
  return saying({
    kind: "table",
    caption: "Formateurs",
    columns: [
      { label: "Nom", width: 2 },
      { label: "Unités", width: 2 },
      { label: "Diplômes, titres ou références", width: 4 },
    ],
    rows: all.map(({ name, units, reference }) => [name, units.join(", "), capital(reference!)]),
  });
};

const earlyEnd: Section = ({ law, schedule, source }) => {
  const papers = law.establishment.money?.papers;
  const { earlyEnd: clause, forceMajeure, givenBack } = papers ?? {};
  const more =
    clause && clause.percent > 0
      ? `et ${sayNumber(clause.percent, LANG)} % du prix des heures qui ne l’ont pas été`
      : "et rien de plus";
  return saying(
    list([
      `Vous vous rétractez dans le délai : rien n’est dû, même pour les heures déjà données.${givenBack ? ` ${sentence(givenBack.label[LANG])}` : ""}`,
      ...(forceMajeure ? [sentence(forceMajeure.label[LANG])] : []),
      "L’école arrête la formation : seules les heures données sont dues, à proportion des heures prévues.",
      `Vous abandonnez, ou vous êtes exclu : les heures données sont dues, à proportion des heures prévues, ${more}.`,
    ]),
    text(
      schedule?.get(source)?.some(({ kind }) => kind === "third")
        ? "Ce qui a été payé au-delà est rendu. L’inscription auprès d’un tiers, si elle est échue, lui reste due."
        : "Ce qui a été payé au-delà est rendu.",
    ),
  );
};

const withdrawalForm: Section = ({ law }) => {
  const entry = law.establishment.money?.papers?.withdrawalForm;
  if (!entry) return lacking({ key: "withdrawal-form", label: wanted.withdrawalForm, to: null });
  const { name, legalName, address } = law.establishment;
  return saying(
    text(`À l’attention de ${legalName ?? name}, ${address.join(", ")}.`),
    ...entry.label[LANG].split("\n").map((line) => text(line.endsWith(":") ? `${line} ${LINE}` : line)),
  );
};

const followUp: Section = ({ law }) => {
  const { attendance } = law.school;
  if (!attendance) return lacking({ key: "follow-up", label: wanted.attendance, to: null });
  const livret = law.diploma.training
    .filter(({ key }) => key === "livret")
    .map(({ label }) => text(sentence(label[LANG])));
  return saying(
    text(sentence(attendance.label[LANG])),
    ...livret,
    text(
      "La présence est signée par demi-journée, par la personne et par le formateur. Le certificat de réalisation ne compte que ces demi-journées.",
    ),
  );
};

const price: Section = (facts) => {
  const { price: priced, shares, source } = facts;
  if (!priced) return lacking({ key: "price", label: wanted.price, to: `/dossiers/${facts.dossier}` });
  const own = shares.find((one) => one.source === source)?.amount ?? 0;
  const granted = shares.filter(({ paper }) => paper === "grant").reduce((sum, { amount }) => sum + amount, 0);
  const covers =
    granted > 0
      ? `La présente convention porte sur ${sayMoney(own + granted, LANG)} : ${sayEuros(own, LANG)} payés par l’employeur, ${sayEuros(granted, LANG)} demandés pour lui à son fonds.`
      : `La présente convention porte sur ${sayMoney(own, LANG)}.`;
  return saying(text(covers), ...priceBlocks(facts));
};

export const SECTIONS: Readonly<Record<OwnPaper, Readonly<Record<string, Section>>>> = {
  contract: {
    nature,
    duration,
    programme: programme("programme"),
    object: purpose("object"),
    headcount,
    "prior-level": priorLevel,
    delivery,
    means,
    assessment,
    sanction,
    trainers,
    payment: paymentOf,
    "early-end": earlyEnd,
    "withdrawal-form": withdrawalForm,
  },
  convention: {
    title,
    objective: purpose("objective"),
    content: programme("content"),
    means,
    duration: durationAlone,
    period,
    delivery,
    "follow-up": followUp,
    sanction,
    price,
    settlement: settlementOf,
  },
};
