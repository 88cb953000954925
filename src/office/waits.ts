/** What waits for the office on a dossier: to examine it, to judge a complement, to accept what came late. */
import { sql } from "kysely";
import { type WaitingKey, type WaitingRow, type Waits, waits } from "../act/waiting.ts";
import { addDays, addYears, type Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import { dayIn } from "../kit/zone.ts";
import type { Law } from "../law/law.ts";
import { nearer, promisedBy } from "../law/promises.ts";
import { officeDossierAt } from "./pages/dossier.ts";

type Key = "examine" | "judgeComplement" | "judgeLate";

type Handed = {
  readonly id: string;
  readonly account: string | null;
  readonly officer: string | null;
  readonly state: string;
  readonly standing: string;
  readonly submittedAt: Date | null;
  readonly answeredAt: Date | null;
  /** The day by which the intake says that everybody is decided on. */
  readonly decidesBy: Day | null;
  readonly diploma: string;
  readonly version: string;
};

type Doing = { readonly verb: Label; readonly says: Label; readonly why?: Label };

const toDo = (
  answeredBy: readonly string[],
  { verb, says, why }: Doing,
  many: (count: number) => Label,
): WaitingKey => ({
  answeredBy,
  words: () => ({ verb, ...(why && { why }) }),
  says,
  to: (dossier) => officeDossierAt.to({ dossier }),
  takenBy: ["handle the dossiers"],
  standIn: true,
  mails: [-7, 0, 7],
  many,
});

export const officeWaits: readonly Waits[] = [
  waits({
    readBy: "see the dossiers",
    on: "dossier",
    version: 2,
    after: ["dossier", "dossier_fact", "submission"],
    keys: {
      examine: toDo(
        ["judgeRest", "askComplement"],
        {
          verb: { fr: "Examiner le dossier", en: "Examine the application" },
          says: { fr: "L’école examine votre dossier.", en: "The school examines your application." },
        },
        (count) => ({ fr: `${count} dossiers à examiner`, en: `${count} applications to examine` }),
      ),
      judgeComplement: toDo(
        ["judgeRest", "askComplement"],
        {
          verb: { fr: "Examiner le complément reçu", en: "Examine the complement received" },
          says: { fr: "L’école examine ce que vous avez ajouté.", en: "The school examines what you added." },
        },
        (count) => ({ fr: `${count} compléments à examiner`, en: `${count} complements to examine` }),
      ),
      judgeLate: toDo(
        ["acceptLate", "declineLate"],
        {
          verb: { fr: "Accepter ou écarter un dépôt tardif", en: "Accept or decline a late application" },
          says: {
            fr: "L’école dit si elle accepte votre dossier en retard.",
            en: "The school says whether it accepts your late application.",
          },
          why: { fr: "Il n’est pas examiné avant.", en: "It is not examined before." },
        },
        (count) => ({
          fr: `${count} dépôts tardifs à accepter ou à écarter`,
          en: `${count} late applications to accept or decline`,
        }),
      ),
    },
    async rows({ tx, zone, law }, ids) {
      const { rows } = await sql<Handed>`
        select d.id, d.account, s.officer, s.state, s.standing, s.submitted_at as "submittedAt",
          (select max(b.submitted_at) from submission b where b.dossier = d.id and b.kind = 'complement') as "answeredAt",
          i.settings ->> 'decidesBy' as "decidesBy", i.diploma, i.law_version as version
        from dossier d join dossier_state s on s.id = d.id join intake i on i.id = d.intake
        where d.id = any(${ids}::uuid[]) and s.standing in ('submitted', 'examining', 'late', 'answered')`.execute(tx);
      return rows.flatMap((row) => waitingOn(row, { zone, law: law(row.diploma, { version: row.version }) }));
    },
  }),
];

/** Without a day to be done by, an officer's own becomes everybody's after this many. */
const WITHOUT_DUE = 30;

type Examining = { readonly zone: string; readonly law: Law | undefined };

/** An officer's own from the first day; everybody's who handles dossiers once it is late, since an officer may be gone. */
function waitingOn(dossier: Handed, { zone, law }: Examining): WaitingRow<Key>[] {
  const { id, account, officer, state, standing, submittedAt, answeredAt, decidesBy } = dossier;
  const isAnswered = standing === "answered" && state !== "late";
  const key: Key = state === "late" ? "judgeLate" : isAnswered ? "judgeComplement" : "examine";
  const from = dayIn(((isAnswered && answeredAt) || submittedAt)!, zone);
  // What the school promised; the day on which all are decided only where it promised nothing, or that is nearer.
  const due = nearer(promisedBy(law, "examination", from), decidesBy !== null && decidesBy >= from ? decidesBy : null);
  const person = account === null ? `dossier:${id}` : `account:${account}`;
  const row = { id, key, person, due, until: addYears(due ?? from, 1) };
  const all = "may:handle the dossiers";
  if (officer === null) return [{ ...row, who: all, from }];
  const own = { ...row, who: `account:${officer}`, from } as const;
  return [own, { ...row, who: all, from: addDays(due ?? addDays(from, WITHOUT_DUE), 1) }];
}
