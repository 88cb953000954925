/**
 * The promise of a person's first page: at each hour its heading, its station, its next step, its lines and the mails of that minute say one
 * thing. Pure; each clause is tried with a page that breaks it in `rule.test.ts`.
 */
import type { Station } from "../../act/way.ts";
import { addDays, type Day } from "../../kit/day.ts";
import type { FirstPage } from "../../house/mine.ts";
import { wallIn } from "../../kit/zone.ts";

type Payment = { readonly due: Day; readonly state: string; readonly amount: number; readonly paid: number };

export type Read = {
  readonly name: string;
  readonly at: Date;
  readonly today: Day;
  readonly zone: string;
  readonly page: Pick<FirstPage, "at" | "heading" | "lines" | "ahead" | "hidden" | "school" | "idle" | "today">;
  readonly html: string;
  /** The rows of what waits for them, whatever the page makes of them. */
  readonly waiting: readonly {
    readonly key: string;
    readonly chain: string;
    readonly part: string;
    readonly dueOn: Day | null;
  }[];
  readonly owed: readonly { readonly reference: string; readonly balance: number; readonly dueOn: Day }[];
  readonly payments: readonly Payment[];
  /** The last day of each contract that they may still withdraw from, were it not past. */
  readonly withdrawals: readonly Day[];
  /** Sent in the minute that it was read. */
  readonly mails: readonly { readonly subject: string; readonly text: string }[];
};

/** The stations at which a line of a key may be the next step: any where it is left out. A new key of a person says its own. */
const ASKED_AT: Readonly<Record<string, readonly Station[] | "any">> = {
  submit: ["application"],
  giveComplement: ["application", "interview", "admission"],
  confirmEntered: ["application"],
  confirmInterview: ["interview"],
  answerOffer: ["admission"],
  // Somebody carried over may have the diploma before the school knows who pays.
  sayWhoPays: ["contract", "training", "exams", "diploma"],
  signContract: ["contract", "training"],
  proposeSubject: ["training", "exams"],
  depositWork: ["training", "exams"],
  depositReport: ["training", "exams"],
  completeDiploma: ["exams"],
  collectParchment: ["diploma"],
  readAnswer: "any",
  answerSchool: "any",
  pay: "any",
  answerSurvey: "any",
  answerLaterSurvey: "any",
  signMyAgreement: "any",
};

/** Days ahead in which a sum that falls due stands among what waits. */
const WINDOW_DAYS = 30;

const MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
const DAY = `(?:\\p{L}+ )?(\\d{1,2})(?:er)? (${MONTHS.join("|")}) (\\d{4})`;
const AHEAD = new RegExp(`(?:jusqu’au|au plus tard le|avant le|à partir du|dès le|au plus tard) ${DAY}`, "giu");
const BEHIND = new RegExp(`(?:depuis le|passée?s? le|déposée?s? le|tenue?s? le|notifiée?s? le) ${DAY}`, "giu");
const HOUR = new RegExp(`^Le ${DAY} à (\\d{1,2}) h(?: (\\d{2}))?`, "u");
const OVER = /en retard|était|a fini|fini le|ont fini|passé|pouviez|restée/iu;

export function contradictions(read: Read): string[] {
  return CLAUSES.flatMap((clause) => clause(read));
}

const CLAUSES: readonly ((read: Read) => readonly string[])[] = [
  // The heading and the line of the way are one place.
  ({ page: { at }, html }) => {
    const line = /<p class="says-line">[^<]*<strong>([^<]*)</.exec(html)?.[1];
    const now = /aria-current="step"><span class="name">([^<]*)</.exec(html)?.[1];
    return at && at.state !== "done" && now !== undefined && line !== undefined && now.toLowerCase() !== line
      ? [`the line stands at ${now}, the sentence at ${line}`]
      : [];
  },
  // The next step is of the place where they stand.
  ({ page: { at, lines } }) =>
    lines.flatMap(({ key, verb }) => {
      const stations = ASKED_AT[key];
      if (stations === undefined) return [`no station is said of the key ${key}`];
      return stations === "any" || !at || stations.includes(at.station)
        ? []
        : [`asks «${verb.fr}» at the station ${at.station}`];
    }),
  // What is ahead has not begun, and is said where the page begins.
  ({ page: { at }, html, at: now, zone }) => {
    if (at?.state !== "now") return [];
    const found = HOUR.exec(plain(at.says.fr));
    if (!found) return [];
    const [, day, month, year, hour, minute = "00"] = found;
    const { day: today, time } = wallIn(now, zone);
    const on = dayOf([day!, month!, year!]);
    const before = on < today || (on === today && `${hour!.padStart(2, "0")}:${minute}` < time);
    const elsewhere = plain(html.replace(/<details[\s\S]*?<\/details>/g, ""));
    return [
      ...(before ? [`«${at.heading.fr}» (${at.says.fr}), which is past`] : []),
      ...(elsewhere.includes(`${day} ${month} ${year}`) ? [] : [`«${at.heading.fr}» without its day`]),
    ];
  },
  // Nothing waits only where nothing waits.
  ({ page: { idle }, waiting, owed, html }) => [
    ...(idle && waiting.length > 0
      ? [`says that nothing waits, and ${waiting.map(({ key }) => key).join()} does`]
      : []),
    ...(idle && owed.length > 0 ? [`says that nothing waits, and ${owed[0]!.balance} are owed`] : []),
    ...(/rien à payer/iu.test(plain(html)) && owed.length > 0
      ? ["says that nothing is to be paid, and a sum is owed"]
      : []),
    ...(/rien à faire/iu.test(plain(html)) && waiting.length > 0
      ? ["says that nothing is to be done, and something waits"]
      : []),
  ],
  // Each row stands there, or a part in its place.
  ({ page: { lines, hidden }, waiting }) =>
    waiting
      .filter(
        (row) =>
          ![...lines, ...hidden].some((one) => one.key === row.key && one.chain === row.chain && one.part === row.part),
      )
      .map(({ key }) => `does not show ${key}`),
  // What is owed within its window stands among what waits.
  ({ page: { lines }, owed, payments, today, html }) => [
    ...owed
      .filter(({ dueOn }) => dueOn <= addDays(today, WINDOW_DAYS))
      .filter(({ reference }) => !lines.some(({ why, key }) => key === "pay" && (why?.fr ?? "").includes(reference)))
      .map(({ balance, dueOn }) => `does not ask for ${balance}, due on ${dueOn}`),
    ...payments
      .filter(({ due, state }) => state === "to-come" && due >= today && due <= addDays(today, WINDOW_DAYS))
      .filter(({ due }) => !waitsSection(html).includes(sayShort(due)))
      .map(({ due, amount }) => `does not say that ${amount} fall due on ${due}`),
  ],
  // What is late says what follows otherwise.
  ({ page: { lines }, html }) =>
    lines
      .filter(({ late, otherwise }) => late && otherwise && !plain(html).includes(plain(otherwise.fr)))
      .map(({ verb }) => `asks «${verb.fr}», which is late, and does not say what follows otherwise`),
  // As long as they may withdraw from what they signed, the last day is said.
  ({ withdrawals, today, html }) =>
    withdrawals
      .filter((lastDay) => today <= lastDay && !plain(html).includes(sayShort(lastDay)))
      .map((lastDay) => `does not say that they may withdraw until ${lastDay}`),
  // The day by which an appeal is answered is one, wherever it stands.
  ({ html }) => {
    const days = sentencesOf(html)
      .filter((sentence) => /répond à votre recours|vous répond par écrit/iu.test(sentence))
      .flatMap((sentence) => [...sentence.matchAll(AHEAD)].map(([, ...day]) => dayOf(day)));
    const different = new Set(days);
    return different.size > 1 ? [`says that an appeal is answered by ${[...different].join(" and by ")}`] : [];
  },
  // What is past is not said as to come, nor what is to come as past.
  ({ html, today }) =>
    sentencesOf(html).flatMap((sentence) => [
      ...[...sentence.matchAll(AHEAD)]
        .filter(([, ...day]) => dayOf(day) < today && !OVER.test(sentence))
        .map(([said]) => `«${said}», which is past: ${sentence}`),
      ...[...sentence.matchAll(BEHIND)]
        .filter(([, ...day]) => dayOf(day) > today)
        .map(([said]) => `«${said}», which is to come: ${sentence}`),
    ]),
  // Nothing is asked or said twice.
  ({ html, page: { lines, ahead } }) => {
    // The list of one's pages names again what the page shows.
    const main = (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html).replace(
      /<details[\s\S]*?<\/details>|<section aria-labelledby="pages"[\s\S]*/g,
      "",
    );
    // Two sums of one amount are told apart by their reference, which stands below.
    const names = [
      ...main.matchAll(/<h[123][^>]*>([\s\S]*?)<\/h[123]>|<li><(?:a|span)[^>]*>([\s\S]*?)<\/(?:a|span)>/g),
    ];
    const said = names.map(([, head, row]) => plain((head ?? row)!)).filter((one) => one.length > 0);
    const sums = [...lines.filter(({ key }) => key === "pay"), ...ahead];
    const times = (text: string) => sums.filter(({ verb }) => plain(verb.fr) === text).length;
    return [...Map.groupBy(said, (one) => one)]
      .filter(([text, all]) => all.length > Math.max(1, times(text)))
      .map(([text]) => `says «${text}» ${TWICE}`);
  },
  // A mail does not say that all is paid or done while it is not.
  ({ mails, owed, payments, waiting }) => {
    const left = payments.filter(({ state }) => state !== "paid");
    return mails.flatMap(({ subject, text }) => [
      ...(/reste rien à payer/iu.test(text) && owed.length + left.length > 0
        ? [`the mail «${subject}» says that nothing is left to pay, and ${owed.length + left.length} sums are`]
        : []),
      ...(/rien à faire/iu.test(text) && owed.length + waiting.length > 0
        ? [`the mail «${subject}» says that nothing is to be done, and something is`]
        : []),
    ]);
  },
];

const TWICE = "twice";
const waitsSection = (html: string) =>
  plain(
    /aria-labelledby="(?:step|waits)"[\s\S]*?<\/section>(?:[\s\S]*?aria-labelledby="waits"[\s\S]*?<\/section>)?/.exec(
      html,
    )?.[0] ?? "",
  );
const plain = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/[\s\u00a0\u202f]+/g, " ")
    .trim();
const sentencesOf = (html: string) =>
  html
    .split(/<\/?(?:p|li|td|th|tr|h\d|dd|dt|section|div|a|address|summary)\b[^>]*>|(?<=\.)\s/)
    .map(plain)
    .filter((one) => one !== "");

function dayOf([day, month, year]: readonly (string | undefined)[]): Day {
  const number = MONTHS.indexOf(month!) + 1;
  return `${year}-${String(number).padStart(2, "0")}-${day!.padStart(2, "0")}`;
}

function sayShort(day: Day): string {
  const [, month, date] = day.split("-");
  return `${Number(date) === 1 ? "1er" : Number(date)} ${MONTHS[Number(month) - 1]}`;
}
