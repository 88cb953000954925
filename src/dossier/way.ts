/** The first stations of a person's way: the question, which an application answers, and the application. */
import { sql } from "kysely";
import type { StationSeen, Way } from "../act/way.ts";
import type { Day } from "../kit/day.ts";
import { type Label, sayDay } from "../kit/lang.ts";
import { dayIn } from "../kit/zone.ts";
import type { Entered } from "./rules/dossier.ts";
import { dossierAt } from "./pages/holding.ts";

type Row = {
  readonly id: string;
  readonly diploma: string;
  readonly entered: Entered;
  readonly state: string;
  readonly standing: string;
  readonly toConfirm: boolean;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly dueOn: Day | null;
  readonly closesAt: Date | null;
  readonly withdrawnAt: Date | null;
};

export const applicationWay: Way = async ({ tx, zone, today }, dossiers) => {
  const { rows } = await sql<Row>`
    select d.id, i.diploma, d.entered, s.state, s.standing, s.to_confirm as "toConfirm", d.started_at as "startedAt",
      s.submitted_at as "submittedAt", to_char(s.due_on, 'YYYY-MM-DD') as "dueOn", i.closes_at as "closesAt",
      (select f.at from dossier_fact f where f.dossier = d.id and f.kind = 'withdrawn' order by f.place desc limit 1) as "withdrawnAt"
    from dossier d join dossier_state s on s.id = d.id join intake i on i.id = s.intake
    where d.id = any(${[...dossiers]}::uuid[])`.execute(tx);
  return rows.flatMap((row): StationSeen[] => {
    const { id: dossier, diploma } = row;
    const to = dossierAt.to({ diploma, dossier });
    // Neither a question nor an application came before: their training had begun.
    if (row.entered === "carried" && row.state === "submitted")
      return [{ dossier, station: "application", ...carried(row, zone), to }];
    const question = { fr: "Passée, un dossier est commencé", en: "Behind, an application is begun" };
    return [
      { dossier, station: "question", state: "done", says: question, heading: question, to: null },
      { dossier, station: "application", ...where(row, zone, today), to },
    ];
  });
};

function carried({ startedAt }: Row, zone: string): Pick<StationSeen, "state" | "says" | "heading"> {
  const says = dated(
    { fr: "Formation commencée avant, reprise le", en: "Training begun before, carried over on" },
    dayIn(startedAt, zone),
  );
  return { state: "done", says, heading: says };
}

function where(row: Row, zone: string, today: Day): Pick<StationSeen, "state" | "says" | "heading"> {
  const on = (at: Date) => dayIn(at, zone);
  const begun = dated({ fr: "Commencé le", en: "Begun on" }, on(row.startedAt));
  const given = row.submittedAt === null ? begun : dated({ fr: "Déposé le", en: "Submitted on" }, on(row.submittedAt));
  if (row.state === "withdrawn") return ended(withdrawn(row, { zone, today }) ?? given, WITHDRAWN);
  if (row.state === "declined") return ended(given, DECLINED);
  if (row.state === "draft") {
    const by =
      row.closesAt === null ? begun : dated({ fr: "À déposer avant le", en: "To be submitted by" }, on(row.closesAt));
    return {
      state: "now",
      says: by,
      heading: { fr: "Votre dossier est à déposer", en: "Your application is to be submitted" },
    };
  }
  if (row.toConfirm) return { state: "now", says: given, heading: CONFIRM };
  if (row.state === "complement") {
    const says =
      row.dueOn === null ? given : dated({ fr: "À compléter avant le", en: "To be completed by" }, row.dueOn);
    return {
      state: "now",
      says,
      heading: { fr: "Votre dossier est à compléter", en: "Your application is to be completed" },
    };
  }
  if (row.standing === "checked") {
    return { state: "done", says: joined(given, { fr: "complet", en: "complete" }), heading: COMPLETE };
  }
  return { state: "now", says: given, heading: EXAMINED };
}

/** With until when it can be undone. */
function withdrawn(
  { withdrawnAt, closesAt }: Row,
  { zone, today }: { readonly zone: string; readonly today: Day },
): Label | undefined {
  if (withdrawnAt === null) return undefined;
  const says = dated({ fr: "Retiré le", en: "Withdrawn on" }, dayIn(withdrawnAt, zone));
  const until = closesAt === null ? undefined : dayIn(closesAt, zone);
  return until === undefined || until < today
    ? says
    : joined(says, dated({ fr: "à reprendre jusqu’au", en: "may be resumed until" }, until));
}

const WITHDRAWN: Label = { fr: "Votre candidature est retirée", en: "Your application is withdrawn" };
const DECLINED: Label = {
  fr: "Votre dossier, arrivé en retard, n’est pas retenu",
  en: "Your application came late and was not accepted",
};
const CONFIRM: Label = {
  fr: "Votre dossier est à relire et à confirmer",
  en: "Your application is to be read and confirmed",
};
const COMPLETE: Label = { fr: "Votre dossier est complet", en: "Your application is complete" };
const EXAMINED: Label = { fr: "L’école examine votre dossier", en: "The school is examining your application" };

function ended(says: Label, heading: Label): Pick<StationSeen, "state" | "says" | "heading"> {
  return { state: "over", says, heading };
}

const dated = (said: Label, day: Day): Label => ({
  fr: `${said.fr} ${sayDay(day, "fr")}`,
  en: `${said.en} ${sayDay(day, "en")}`,
});
const joined = (one: Label, other: Label): Label => ({ fr: `${one.fr}, ${other.fr}`, en: `${one.en}, ${other.en}` });
