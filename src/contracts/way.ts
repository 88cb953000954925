/** The station of the contract, from the accepted place until it is concluded; once enrolled, the enrolment says when. */
import { sql } from "kysely";
import type { StationSeen, Way } from "../act/way.ts";
import type { Day } from "../kit/day.ts";
import { type Label, sayDay } from "../kit/lang.ts";
import { places } from "./pages/places.ts";
import { isSigned, type KeptPaper } from "./rules/contract.ts";
import type { ContractState } from "./rules/facts.ts";

type Row = {
  readonly dossier: string;
  readonly diploma: string;
  readonly state: ContractState;
  readonly papers: readonly KeptPaper[];
  readonly on: Day;
  readonly enrolled: boolean;
  /** Enrolled in a cohort that is over. */
  readonly over: boolean;
};

/** Once somebody may say who pays; before, admission says that the school prepares the enrolment. */
export const contractsWay: Way = async ({ tx, zone, today }, dossiers) => {
  const { rows } = await sql<Row>`
    select a.id as dossier, i.diploma, coalesce(c.state, 'unsaid') as state, coalesce(c.papers, '[]') as papers, e.id is not null as enrolled, coalesce(h.ends_on < ${today}::date, false) as over,
      to_char(coalesce(c.changed_at, a.changed_at) at time zone ${zone}, 'YYYY-MM-DD') as "on"
    from admission_state a join intake i on i.id = a.intake left join contract_state c on c.id = a.id left join enrolment e on e.dossier = a.id
      left join cohort h on h.id = e.cohort
    where a.id = any(${[...dossiers]}::uuid[]) and a.state = 'accepted'
      and (c.id is not null or exists (select from waiting w where w.chain = 'candidacy:' || a.id and w.key = 'sayWhoPays'))
      and (e.id is null or c.state in ('unsaid', 'to-conclude'))`.execute(tx);
  return rows.map(({ dossier, diploma, state, papers, on, enrolled, over }): StationSeen => {
    const to = places.own.to({ diploma, dossier });
    // A person whose training is over is asked nothing more: the office settles what was left open.
    if (over) return { dossier, station: "contract", state: "part", says: SETTLES, heading: SETTLES, to };
    const [says, heading] = said(state, papers, on);
    // Somebody may attend before all have signed: then the station is not passed.
    if (enrolled) return { dossier, station: "contract", state: "part", says: ATTENDS(says), heading, to };
    return { dossier, station: "contract", state: state === "withdrawn" ? "over" : "now", says, heading, to };
  });
};

function said(state: ContractState, papers: readonly KeptPaper[], on: Day): readonly [Label, Label] {
  if (state === "withdrawn")
    return [
      { fr: `Contrat rétracté le ${sayDay(on, "fr")}`, en: `Contract withdrawn from on ${sayDay(on, "en")}` },
      { fr: "Vous avez renoncé au contrat", en: "You withdrew from the contract" },
    ];
  if (state === "unsaid") return [SHARE, SHARE];
  const own = papers.find(({ paper }) => paper === "contract");
  if (own && own.signed === null) return [TO_SIGN, SIGN];
  if (papers.some(({ paper, countersigned }) => isSigned(paper) && countersigned === null))
    return own ? [SIGNED, SIGNED] : [SCHOOL, SCHOOL];
  if (state === "concluded") return [READY, READY];
  // Nothing is to be paid: nobody else is waited for.
  if (papers.every(({ amount }) => amount === 0)) return [FREE, FREE];
  return [OTHERS, OTHERS];
}

const SHARE: Label = { fr: "À vous de dire qui paie", en: "Say who pays" };
const SIGN: Label = { fr: "Votre contrat est à lire, puis à signer", en: "Your contract is to be read, then signed" };
/** Whether it is complete is no fact that is kept: these words are true before and after. */
const TO_SIGN: Label = {
  fr: "Votre contrat, à signer dès qu’il est complet",
  en: "Your contract, to be signed once complete",
};
const SCHOOL: Label = {
  fr: "Les papiers sont signés, l’école signe ensuite",
  en: "The papers are signed, the school signs next",
};
const SIGNED: Label = { fr: "Signé par vous, l’école signe ensuite", en: "Signed by you, the school signs next" };
const OTHERS: Label = { fr: "On attend qui paie avec vous", en: "Waiting for whoever pays with you" };
const READY: Label = { fr: "L’école va vous inscrire", en: "The school is about to enrol you" };

const FREE: Label = {
  fr: "Formation sans rien à régler : l’école prépare votre inscription",
  en: "Nothing to settle for the training: the school prepares your enrolment",
};
const SETTLES: Label = {
  fr: "Formation suivie : l’école règle ce qui reste du contrat",
  en: "Training followed: the school settles what is left of the contract",
};

const ATTENDS = ({ fr, en }: Label): Label => ({
  fr: `${fr}. Votre inscription est faite`,
  en: `${en}. You are enrolled`,
});
