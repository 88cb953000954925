/** A trainee who leaves the training leaves the study group too: staff who run it are told. */
import { sql } from "kysely";
import { type Standing, standing } from "../../act/standing.ts";
import type { Row } from "../../kit/sql.ts";
import { enrolmentChain } from "../enrolled.ts";
import { ENROLMENT } from "../rules/enrolment.ts";

export const studyStanding: readonly Standing[] = [
  standing<string>({
    on: ENROLMENT,
    moves: Object.keys(ENROLMENT.moves),
    does: "tells",
    told: "run the training",
    among: async (tx, ids) => {
      const { rows } = await sql<{ enrolment: string; name: string }>`
        select one.enrolment, g.name from (
          select distinct on (enrolment) enrolment, study_group, kind from study_member
          where enrolment = any(${ids}::uuid[]) order by enrolment, number desc
        ) one join study_group g on g.id = one.study_group where one.kind = 'joined'`.execute(tx);
      return new Map(rows.map(({ enrolment, name }) => [enrolment, name]));
    },
    says: (name) => ({
      fr: `Cette personne est du groupe d’étude «\u00a0${name}\u00a0».`,
      en: `This person is in the study group “${name}”.`,
    }),
    chain: enrolmentChain,
    laid: (table: string, { enrolment }: Row) => (table === "study_member" ? String(enrolment) : undefined),
  }),
];
