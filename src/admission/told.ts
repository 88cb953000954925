/** What was decided of a candidacy, in order: the school's decisions, the authority's answers, and what the person answered. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import { may } from "../act/permissions.ts";
import { closed, Id } from "../kit/shapes.ts";
import { officeReads, ownDossier } from "../dossier/hands.ts";
import type { Dossier } from "../dossier/rules/dossier.ts";
import { staffNames } from "../people/openings/views.ts";
import * as output from "./output.ts";
import type { Fact } from "./rules/candidacy.ts";
import { factsOf } from "./store.ts";

export type ToldDecision = {
  readonly at: string;
  readonly kind: string;
  /** Of a decision that may go one way or another. */
  readonly outcome: string | null;
  /** The exam that the authority answered on. */
  readonly domain: string | null;
  readonly ground: string;
  readonly who: "self" | "clock" | "staff";
  /** Who decided, where that is known; of the authority, the name on its paper. */
  readonly name: string | null;
};

export const seeAdmissionDecisions = defineView({
  name: "seeAdmissionDecisions",
  label: { fr: "Lire tout ce qui a été décidé d’une candidature", en: "Read all that was decided of a candidacy" },
  who: "read a protocol",
  form: Type.Object({ dossier: Id }, closed),
  output: output.seeAdmissionDecisions,
  async read({ tx, input, actor }) {
    const own = await ownDossier(tx, actor, input.dossier);
    const dossier = own ?? (may(actor, "see the admissions") ? await officeReads(tx, actor, input.dossier) : undefined);
    if (!dossier) return undefined;
    const names = await staffNames(tx);
    return { decisions: (await factsOf(tx, dossier.id)).map((fact) => told(fact, dossier, names)) };
  },
});

type Details = {
  readonly outcome?: string;
  readonly decision?: string;
  readonly granted?: boolean;
  readonly domain?: string;
  readonly by?: string;
  readonly ground?: string;
  readonly grounds?: string;
  readonly reason?: string;
};

function told({ kind, at, by, details }: Fact, { account }: Dossier, names: ReadonlyMap<string, string>): ToldDecision {
  const { outcome, decision, granted, domain = null, by: person, ground, grounds, reason } = details as Details;
  const [actor = ""] = by.split(" ");
  const who = account !== null && actor === `account:${account}` ? "self" : actor === "clock" ? "clock" : "staff";
  const answered = granted === undefined ? undefined : granted ? "granted" : "refused";
  return {
    at: at.toISOString(),
    kind,
    outcome: outcome ?? decision ?? answered ?? null,
    domain,
    ground: ground ?? grounds ?? reason ?? "",
    who,
    name: kind === "authority" ? (person ?? null) : who === "staff" ? (names.get(actor) ?? null) : null,
  };
}
