/** The input schema of the pathway, built from the law, and the checks that a schema cannot express. The quote extends it. */
import type { CommonInput, Rejection } from "../../law/decision.ts";
import { invalid } from "../../law/decision.ts";
import type { Lang } from "../../kit/lang.ts";
import { issue, type Issue, type JsonSchema } from "../../kit/schema.ts";
import type { Diploma } from "../../law/diploma.ts";
import {
  among,
  day,
  LIMITS,
  listOf,
  notAfter,
  onlyOnce,
  record,
  text,
  titlesIssues,
  titlesSchema,
} from "../../law/input.ts";
import type { Law } from "../../law/law.ts";
import { maquetteIssues } from "../../law/maquette.ts";
import { titleReader } from "../../law/titles.ts";
import { countsForRelief, grantRuleOf, type PathwayInput } from "./brought.ts";

export function pathwayProperties(law: Diploma): Record<string, JsonSchema> {
  const domain = among(law.domains.map((entry) => entry.domain));
  const units = law.domains.flatMap((entry) => entry.units.map((one) => one.unit));
  const unit = among(units);
  const title = among(law.catalogue.map((entry) => entry.title));
  // No lower bound: hours below the range, even negative, are the `maquette` fault, not invalid input.
  const unitHours: JsonSchema = { type: "integer", maximum: mostHours(law) };
  return {
    titles: titlesSchema(law),
    maquette: record(Object.fromEntries(units.map((name) => [name, unitHours])), units),
    domains: { type: "array", items: domain, minItems: 1 },
    ...(law.grants && { grants: grantsSchema(unit, law.grants.step) }),
    held: {
      type: "array",
      items: record({ domain, validatedOn: day, by: among(law.held.map((entry) => entry.by)) }, [
        "domain",
        "validatedOn",
        "by",
      ]),
    },
    confirmations: {
      type: "array",
      items: record({ title, domain, granted: { type: "boolean" }, by: text, on: day }, [
        "title",
        "domain",
        "granted",
        "by",
        "on",
      ]),
    },
    declined: { type: "array", items: unit },
  };
}

function grantsSchema(unit: JsonSchema, step: number): JsonSchema {
  const hours: JsonSchema = { type: "number", minimum: step, maximum: LIMITS.hours, multipleOf: step };
  return listOf(record({ unit, hours, protocol: text }, ["unit", "hours", "protocol"]), LIMITS.grants);
}

/** A course of several years may have a unit longer than the general limit of a maquette. */
function mostHours({ domains }: Diploma): number {
  return Math.max(LIMITS.hours, ...domains.flatMap(({ units }) => units.map(({ hours }) => hours.max)));
}

/** The first rejection that applies: `invalid`, then `maquette`, then `grant`. */
export function pathwayRejection(law: Law, input: PathwayInput & CommonInput): Rejection | undefined {
  return pathwayInvalid(law, input) ?? maquetteRejection(law, input) ?? grantRejection(law, input);
}

function pathwayInvalid({ diploma }: Law, input: PathwayInput): Rejection | undefined {
  return invalid(pathwayIssues(diploma, input));
}

export function pathwayIssues(law: Diploma, input: PathwayInput): Issue[] {
  const contested = new Set(
    law.reliefs.flatMap((relief) =>
      relief.dispenses.filter((one) => one.exam === "contested").map((one) => `${relief.title} ${one.domain}`),
    ),
  );
  const grants = input.grants ?? [];
  const held = input.held ?? [];
  return [
    ...titlesIssues(law, input.titles),
    ...onlyOnce(
      grants.map((one) => one.unit),
      (at) => `grants[${at}].unit`,
    ),
    ...onlyOnce(
      held.map((one) => one.domain),
      (at) => `held[${at}].domain`,
    ),
    ...held.flatMap((held, index) => notAfter(`held[${index}].validatedOn`, held.validatedOn, input.on)),
    ...(input.confirmations ?? []).flatMap((confirmation, index) => [
      ...notAfter(`confirmations[${index}].on`, confirmation.on, input.on),
      ...(contested.has(`${confirmation.title} ${confirmation.domain}`)
        ? []
        : [notContested(`confirmations[${index}]`, contested)]),
    ]),
  ];
}

function notContested(path: string, contested: ReadonlySet<string>): Issue {
  const known = [...contested].join(", ");
  return issue(
    path,
    `Rien n’est contesté ici ; à confirmer : ${known}.`,
    `Nothing is contested here; to be confirmed: ${known}.`,
  );
}

export function maquetteRejection({ diploma }: Law, input: PathwayInput): Rejection | undefined {
  const issues = input.maquette ? maquetteIssues(diploma, input.maquette) : [];
  return issues.length === 0 ? undefined : { code: "maquette", issues };
}

export function grantRejection({ diploma }: Law, input: PathwayInput): Rejection | undefined {
  const grants = input.grants ?? [];
  if (grants.length === 0) return undefined;
  const read = titleReader(diploma);
  const counted = input.titles.map(read).filter((title) => countsForRelief(title, input.on));
  const entitling = (lang: Lang) =>
    diploma.grants!.opens.map(({ label }) => label[lang]).join(lang === "fr" ? " ; " : "; ");
  const entitled = grantRuleOf(diploma, counted) !== undefined;
  const issues = grants.flatMap((grant, index) => {
    if (diploma.grants!.never.includes(grant.unit)) {
      return [issue(`grants[${index}].unit`, `${grant.unit} ne s’allège jamais.`, `${grant.unit} is never relieved.`)];
    }
    if (entitled) return [];
    return [
      issue(
        `grants[${index}]`,
        `Aucun titre français obtenu à ce jour ne permet un allègement accordé : il en faut un de ceux-ci : ${entitling("fr")}.`,
        `No French title awarded by that day allows a granted relief: it takes one of these: ${entitling("en")}.`,
      ),
    ];
  });
  return issues.length === 0 ? undefined : { code: "grant", issues };
}
