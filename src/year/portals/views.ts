/** What is declared on portals: the lists, one line with its values and what was noted of it, several at once, and those of a person. */
import { Type } from "typebox";
import { defineView, type Performing } from "../../act/act.ts";
import { closed, Id } from "../../kit/shapes.ts";
import type { Label } from "../../kit/lang.ts";
import { KeySchema, oneOf } from "../../law/entry.ts";
import type { DeclareEntry } from "../../law/portals.ts";
import { noteOpening } from "../../openings/openings.ts";
import { doerNamed } from "../../people/contact.ts";
import { certificatesOf } from "../../training/certificates/issued.ts";
import { cohortOf } from "../../training/cohorts/cohorts.ts";
import { findEnrolment } from "../../training/cohorts/enrolment.ts";
import { enrolmentChain } from "../../training/enrolled.ts";
import { mayDeclare } from "./acts.ts";
import { declareEntry, portalEntry } from "./entries.ts";
import { schoolOf } from "./gathering.ts";
import * as output from "./output.ts";
import { goesWith, paperFor } from "./rules/paper.ts";
import { unknownIn } from "./rules/lines.ts";
import { differing, hasReceipt, LINE_STATES } from "./rules/typed.ts";
import { shownHash } from "./shown.ts";
import { countOpen, type ListedLine, listedAbout, listedLine, listedLines, type TypedFact, typedOf } from "./store.ts";

const AT_ONCE = 50;

export const listPortals = defineView({
  name: "listPortals",
  label: { fr: "Voir ce qui est à saisir sur les portails", en: "See what is to be typed on portals" },
  who: "see the accounts",
  form: Type.Object(
    {
      state: Type.Optional(oneOf(...LINE_STATES)),
      /** One of them, from so many lines on. */
      portal: Type.Optional(KeySchema),
      after: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
    },
    closed,
  ),
  output: output.listPortals,
  async read(context) {
    const { tx, today, input } = context;
    const { state = "to-type", after = 0 } = input;
    const all = schoolOf(context)?.portals ?? [];
    const chosen = all.filter(({ portal }) => input.portal === undefined || portal === input.portal);
    const counts = await countOpen(
      tx,
      chosen.map(({ portal }) => portal),
      today,
    );
    const portals = [];
    const known = context.payee?.money?.payers ?? [];
    for (const { portal, label, url, payers, declares } of chosen) {
      const lines = await listedLines(tx, { portal, state, after }, AT_ONCE + 1);
      portals.push({
        portal,
        label,
        url: url ?? null,
        counts: counts
          .filter((one) => one.portal === portal)
          .map(({ state: of, count, late }) => ({ state: of, count, late })),
        lines: lines.slice(0, AT_ONCE).map((line) => lineOf(context, line)),
        next: lines.length > AT_ONCE ? after + AT_ONCE : null,
        payers: known.filter(({ payer }) => payers.includes(payer)).map((payer) => payer.label),
        declares: declares.map(({ declare, event, label: called, within = null }) => ({
          declare,
          event,
          label: called,
          within,
        })),
        together: declares.filter(({ together }) => together).map(({ declare }) => declare),
      });
    }
    return { state, portals };
  },
});

export const seePortalLine = defineView({
  name: "seePortalLine",
  label: { fr: "Voir ce qui est à saisir d’une ligne", en: "See what is to be typed of a line" },
  who: "see the accounts",
  form: Type.Object({ line: Id }, closed),
  output: output.seePortalLine,
  async read(context) {
    const { tx, actor, at, input } = context;
    const line = await listedLine(tx, input.line);
    if (!line) return undefined;
    const { enrolment, account } = line;
    const what = { fr: "ce qui est déclaré à qui paie", en: "what is declared to who pays" };
    const whose = account === null ? null : `account:${account}`;
    if (enrolment !== null) await noteOpening(tx, { about: enrolmentChain(enrolment), whose, actor, what, at });
    const noted = await typedOf(tx, [line.id]);
    const portal = portalEntry(context, line.portal);
    const entry = declareEntry(context, line);
    const person = enrolment === null ? undefined : await findEnrolment(tx, enrolment);
    const began = person && (await cohortOf(tx, person.cohort))?.startsOn;
    const asked = entry?.paper && paperFor(entry.paper, line, began ?? null);
    const issued = enrolment === null || !asked ? [] : await certificatesOf(tx, enrolmentChain(enrolment));
    const paper = issued.find(({ data }) => asked && goesWith(data, asked, line));
    const history = [];
    for (const { values: _, line: __, id: ___, at: moment, by, ...one } of noted)
      history.push({ ...one, by: (await doerNamed(tx, by))?.name ?? "–", at: moment.toISOString() });
    return {
      ...lineOf(context, line),
      enrolment,
      portalLabel: portal?.label ?? plain(line.portal),
      url: portal?.url ?? null,
      source: entry ? cited(entry) : plain(""),
      note: entry?.source.note ?? null,
      values: valuesOf(context, line, noted),
      unsignedHalfDays: [...line.unsigned],
      paper: asked ? { ...asked, code: paper?.code ?? null } : null,
      noted: history,
      received: hasReceipt(noted),
      shown: shownHash(line),
      mayNote:
        mayDeclare(actor, line) && !("account" in actor && actor.account !== undefined && actor.account === account),
    };
  },
});

export const portalTogether = defineView({
  name: "portalTogether",
  label: { fr: "Voir ce qui se saisit ensemble sur un portail", en: "See what is typed together on a portal" },
  who: "keep the accounts",
  form: Type.Object({ portal: KeySchema, declare: KeySchema }, closed),
  output: output.portalTogether,
  async read(context) {
    const { tx, input } = context;
    const portal = portalEntry(context, input.portal);
    const entry = declareEntry(context, input);
    if (!portal || !entry?.together) return undefined;
    const open = await listedLines(tx, { portal: input.portal, state: "to-type", after: 0 }, AT_ONCE);
    const lines = open.filter(
      (line) =>
        line.declare === input.declare && unknownIn(line.values).length === 0 && mayDeclare(context.actor, line),
    );
    return {
      ...input,
      portalLabel: portal.label,
      label: entry.label,
      lines: lines.map((line) => ({
        ...lineOf(context, line),
        values: valuesOf(context, line, []),
        shown: shownHash(line),
      })),
    };
  },
});

export const portalLinesOf = defineView({
  name: "portalLinesOf",
  label: { fr: "Voir ce qui est déclaré d’une personne", en: "See what is declared of somebody" },
  who: "see the accounts",
  form: Type.Object({ dossiers: Type.Array(Id, { minItems: 1, maxItems: 50 }) }, closed),
  output: output.portalLinesOf,
  async read(context) {
    const lines = await listedAbout(context.tx, context.input.dossiers);
    return { lines: lines.map((line) => lineOf(context, line)) };
  },
});

const cited = ({ citation, source: { article } }: DeclareEntry): Label => ({
  fr: `${citation.fr}, ${article}`,
  en: `${citation.en}, ${article}`,
});
const plain = (text: string): Label => ({ fr: text, en: text });

type Context = Pick<Performing<unknown>, "payee">;

function lineOf(context: Context, line: ListedLine) {
  const { values, unsigned, file: _, enrolment: __, account: ___, diploma: ____, year: _____, ...one } = line;
  return {
    ...one,
    name: line.name ?? (typeof values.person === "string" ? values.person : null),
    label: declareEntry(context, line)?.label ?? plain(line.declare),
    unknown: line.asked && unknownIn(values).length > 0,
    unsigned: unsigned.length,
  };
}

/** In the order of the portal; of a line that nothing asks for any more, as they were typed. */
function valuesOf(context: Context, line: ListedLine, noted: readonly TypedFact[]) {
  const typed = noted.findLast(({ kind }) => kind === "typed")?.values ?? undefined;
  const differs = typed ? differing(line, typed) : [];
  const labels = declareEntry(context, line)?.fields ?? [];
  const known = labels.filter(({ field }) => line.values[field] !== undefined);
  return known.map(({ field, label }) => ({
    field,
    label,
    value: line.asked ? (line.values[field] ?? null) : null,
    typed: differs.includes(field) ? (typed?.[field] ?? null) : null,
    differs: differs.includes(field),
  }));
}
