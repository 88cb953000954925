/** What is wrong where a payer takes over from another on a day: of whom, since when, and whose minutes at a stop. */
import { issue, type Issue } from "../../kit/schema.ts";
import { notAfter, notBefore, notGiven } from "../../law/input.ts";
import type { PayerEntry } from "../../law/money.ts";
import type { Payer, ScheduleInput } from "./facts.ts";
import { idOf, turnsOf } from "./turns.ts";

type Entries = ReadonlyMap<string, PayerEntry>;

export function takeoverIssues(input: ScheduleInput, named: Entries): Issue[] {
  const { payers, stop } = input;
  const own = payers.flatMap((payer, at) => [
    ...againIssues(payers, at),
    ...(payer.takesOver === undefined && payer.since === undefined ? [] : sinceIssues(input, at, named)),
  ]);
  if (own.length > 0) return own;
  return payers.flatMap((payer, at) => {
    const path = `payers[${at}]`;
    const turns = turnsOf(payer, payers);
    if (turns.length === 1) return misplaced(payer, path);
    return [
      ...wholeIssues(payer, path),
      ...(stop ? minutesIssues(payer, { path, turns, stop }) : misplaced(payer, path)),
    ];
  });
}

/** The same kind of payer stands twice where the second takes over from somebody. */
function againIssues(payers: readonly Payer[], at: number): Issue[] {
  const { source, takesOver } = payers[at]!;
  const before = payers.slice(0, at);
  const again = before.some((one) => one.source === source && idOf(one) !== idOf(payers[at]!));
  return again && takesOver === undefined
    ? [
        issue(
          `payers[${at}].source`,
          "Ce payeur est déjà là : dites de qui il prend la suite.",
          "This payer is there already: say from whom it takes over.",
        ),
      ]
    : [];
}

function sinceIssues({ periods, payers }: ScheduleInput, at: number, named: Entries): Issue[] {
  const path = `payers[${at}]`;
  const { takesOver, since, source, amount } = payers[at]!;
  if (takesOver === undefined || since === undefined)
    return [
      issue(
        `${path}.${takesOver === undefined ? "takesOver" : "since"}`,
        "Qui prend la suite la prend de quelqu’un, un jour.",
        "Who takes over does so from somebody, on a day.",
      ),
    ];
  const issues = [
    ...notBefore(`${path}.since`, since, periods[0]!.from),
    ...notAfter(`${path}.since`, since, periods.at(-1)!.to),
  ];
  const from = payers.find((one) => idOf(one) === takesOver);
  if (!from) return [...issues, notGiven(`${path}.takesOver`, takesOver)];
  if (from.since !== undefined && since <= from.since)
    issues.push(
      issue(
        `${path}.since`,
        "Ce jour vient après celui où l’autre a commencé à payer.",
        "This day comes after that on which the other began to pay.",
      ),
    );
  if (payers.findIndex((one) => one.takesOver === takesOver) < at)
    issues.push(
      issue(`${path}.takesOver`, "Un autre prend déjà cette suite.", "Another takes over from this one already."),
    );
  const isPersonal = (name: string) => named.get(name)!.paper === "contract";
  if (isPersonal(source) && isPersonal(from.source))
    issues.push(
      issue(
        `${path}.takesOver`,
        "La personne ne prend pas la suite d’elle-même.",
        "The person does not take over from themselves.",
      ),
    );
  if (amount !== from.amount)
    issues.push(
      issue(
        `${path}.amount`,
        "Les deux disent le même montant, celui du tout.",
        "Both state the same amount, that of the whole.",
      ),
    );
  return issues;
}

/** What a fund of a turn does not pay would be owed by another for some days alone. */
function wholeIssues({ amount, granted = amount }: Payer, path: string): Issue[] {
  if (granted === amount) return [];
  return [
    issue(
      `${path}.granted`,
      "Un fonds qui paie à son tour accorde tout ce montant.",
      "A fund that pays in its turn grants all of this amount.",
    ),
  ];
}

type Turns = {
  readonly path: string;
  readonly turns: readonly Payer[];
  readonly stop: NonNullable<ScheduleInput["stop"]>;
};

function minutesIssues({ given, attended }: Payer, { path, turns, stop }: Turns): Issue[] {
  if (given === undefined || attended === undefined)
    return [
      issue(
        `${path}.${given === undefined ? "given" : "attended"}`,
        "Dites les minutes de chacun de ceux qui paient à leur tour.",
        "Say the minutes of each of those who pay in turn.",
      ),
    ];
  const sum = (key: "given" | "attended") => turns.reduce((total, one) => total + (one[key] ?? 0), 0);
  const issues: Issue[] = [];
  if (attended > given) issues.push(issue(`${path}.attended`, "Plus que ce qui a été tenu.", "More than was held."));
  for (const key of ["given", "attended"] as const)
    if (sum(key) > stop[key])
      issues.push(
        issue(`${path}.${key}`, "Ensemble, plus que ce que dit l’arrêt.", "Together, more than the stop says."),
      );
  return issues;
}

function misplaced({ given, attended }: Payer, path: string): Issue[] {
  const key = given !== undefined ? "given" : attended !== undefined ? "attended" : undefined;
  if (key === undefined) return [];
  return [
    issue(
      `${path}.${key}`,
      "Ces minutes ne se disent, à un arrêt, que de ceux qui paient à leur tour.",
      "These minutes are said, at a stop, only of those who pay in turn.",
    ),
  ];
}
