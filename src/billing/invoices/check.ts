/**
 * The doctor's checks of invoices: none is missing in its series, each is as it was frozen, none is credited above its
 * amount; and the data of the latest for machines fit the schema of Factur-X.
 */
import type { SchoolCheck } from "../../act/check.ts";
import type { World } from "../../act/world.ts";
import type { Tx } from "../../db/school.ts";
import { type Label, plural } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import { overBefore } from "../../retention/rules/period.ts";
import { fingerprintOf } from "./issuing.ts";
import type { InvoiceDocument } from "./rules/document.ts";
import { gapsSince, latestFrozen, overCredited, pageOfFrozen } from "./store.ts";

const PAGE = 200;

export function invoicesCheckOf({ laws, now }: Pick<World, "laws" | "now">): SchoolCheck {
  return async (tx, school) => {
    const file = laws.establishments.find(({ data }) => data.establishment === school)?.data;
    const period = file?.retention?.find(({ kind }) => kind === "accounting");
    // Older ones may have gone with their charges.
    const since = file && period ? overBefore(dayIn(now(), file.timezone), period) : "0001-01-01";
    const wrong = [...(await gapsSince(tx, since)), ...(await overCredited(tx)), ...(await thawed(tx))];
    return wrong.length === 0 ? undefined : { name: "invoices", ok: false, label: sayWrong(school, wrong) };
  };
}

/** Two thousandths of a second each; each is held against it again whenever it is printed. */
const HELD = 500;

/** `faultIn`: the first fault of the data of a document. */
export function schemaCheckOf(faultIn: (document: InvoiceDocument) => Promise<string | undefined>): SchoolCheck {
  return async (tx, school) => {
    const latest = await latestFrozen(tx, HELD);
    if (latest.length === 0) return undefined;
    const wrong: string[] = [];
    for (const document of latest) if ((await faultIn(document)) !== undefined) wrong.push(document.number);
    const label = wrong.length === 0 ? sayFits(school, latest.length) : sayMisfits(school, wrong);
    return { name: "factur-x", ok: wrong.length === 0, label };
  };
}

/** Those that are not what their hash says. */
async function thawed(tx: Tx): Promise<string[]> {
  const wrong: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await pageOfFrozen(tx, after, PAGE);
    wrong.push(...page.filter((one) => fingerprintOf(one.document) !== one.fingerprint).map(({ number }) => number));
    if (page.length < PAGE) return wrong;
    after = page.at(-1)!.id;
  }
}

function sayFits(school: string, count: number): Label {
  return {
    fr: `${school}\u00a0: les données ${plural(count, "de la dernière pièce suivent", `des ${count} dernières pièces suivent`, "fr")} le schéma de Factur-X.`,
    en: `${school}: the data of the latest ${plural(count, "document fit", `${count} documents fit`, "en")} the schema of Factur-X.`,
  };
}

function sayMisfits(school: string, wrong: readonly string[]): Label {
  const [first] = wrong;
  return {
    fr: `${school}\u00a0: les données de ${wrong.length} ${plural(wrong.length, "pièce ne suivent", "pièces ne suivent", "fr")} pas le schéma de Factur-X, dont ${first}. Signalez-le\u00a0: ce défaut est dans le programme.`,
    en: `${school}: the data of ${wrong.length} ${plural(wrong.length, "document does", "documents do", "en")} not fit the schema of Factur-X, ${first} first. Report it: the fault is in the program.`,
  };
}

function sayWrong(school: string, wrong: readonly string[]): Label {
  const [first] = wrong;
  return {
    fr: `${school}\u00a0: ${wrong.length} ${plural(wrong.length, "facture ou numéro n’est pas ce qu’il doit", "factures ou numéros ne sont pas ce qu’ils doivent", "fr")} être (numéro manquant, pièce changée, avoirs au-dessus de la facture), dont ${first}.`,
    en: `${school}: ${wrong.length} ${plural(wrong.length, "invoice or number is not what it", "invoices or numbers are not what they", "en")} must be (a number missing, a document changed, credits above their invoice), ${first} first.`,
  };
}
