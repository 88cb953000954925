/** The checks on a jury that its schema cannot express: rules have a quota that measures them, and names exist. */
import { issue, type Issue } from "../kit/schema.ts";
import type { DiplomaFile } from "./diploma.ts";
import { once, unknown } from "./entry-consistency.ts";

type JuryFile = DiplomaFile["jury"];

export function juryIssues({ colleges, quotas, composition = [], override }: JuryFile): Issue[] {
  const names = colleges.map(({ key }) => key);
  const known = (path: string, name: string | undefined) =>
    name === undefined || names.includes(name) ? [] : [unknown(path, name, names)];
  const seats = colleges.flatMap((college, at) =>
    (college.seats ?? []).map(({ seat }, nth) => [`jury.colleges[${at}].seats[${nth}]`, seat] as const),
  );
  return [
    ...once(seats),
    ...quotas.flatMap((quota, at) => {
      const path = `jury.quotas[${at}]`;
      return [
        ...known(`${path}.share`, quota.share),
        ...known(`${path}.parity`, quota.parity),
        ...(quota.share !== undefined && !isPercent(quota.value) ? [noPercent(`${path}.value`)] : []),
        ...sidesIssues(`${path}.parity`, colleges, quota.parity),
      ];
    }),
    ...composition.flatMap((entry, index) => {
      const path = `jury.composition[${index}]`;
      if (entry.rule === "presides")
        return entry.college === undefined ? [noCollege(path)] : known(`${path}.college`, entry.college);
      const measured = entry.rule === "colleges" || quotas.some((quota) => quota[entry.rule as "share"] !== undefined);
      return measured ? [] : [unmeasured(`${path}.rule`, entry.rule)];
    }),
    ...(override?.rules ?? []).flatMap((rule, at) => {
      const declared = composition.map((one) => one.rule);
      return declared.includes(rule) ? [] : [unknown(`jury.override.rules[${at}]`, rule, declared)];
    }),
  ];
}

function isPercent(value: number | string | undefined): boolean {
  return typeof value === "number" && value >= 0 && value <= 100;
}

function sidesIssues(path: string, colleges: JuryFile["colleges"], name: string | undefined): Issue[] {
  const college = colleges.find(({ key }) => key === name);
  if (college === undefined || college.sides !== undefined) return [];
  return [
    issue(
      path,
      `Le collège « ${college.key} » n’a pas de côtés (sides) qui puissent être égaux.`,
      `The college "${college.key}" has no sides (\`sides\`) that could be equal.`,
    ),
  ];
}

function noPercent(path: string): Issue {
  return issue(
    path,
    "Une part (share) dit combien pour cent il en faut, de 0 à 100.",
    "A share (`share`) says how many in a hundred are needed, from 0 to 100.",
  );
}

function noCollege(path: string): Issue {
  return issue(
    path,
    "La règle « presides » dit de quel collège (college) est qui préside.",
    "The rule `presides` says of which college (`college`) whoever presides is.",
  );
}

function unmeasured(path: string, rule: string): Issue {
  return issue(
    path,
    `La règle « ${rule} » n’a pas de mesure : il manque un quota (quotas) qui la donne.`,
    `The rule \`${rule}\` has no measure: a quota (\`quotas\`) that gives it is missing.`,
  );
}
