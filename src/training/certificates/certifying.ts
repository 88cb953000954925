/** Issues a certificate of what one trainee followed, for the acts of this room and of later ones: they have locked the enrolment's chain. */
import type { Performing } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { Day } from "../../kit/day.ts";
import { issuePaper } from "../../issued-documents/issue.ts";
import type { Enrolment } from "../cohorts/store.ts";
import { enrolmentChain } from "../enrolled.ts";
import { certificateOf } from "./frozen.ts";
import { certificateKind } from "./issued.ts";

type Asked = {
  readonly from: Day;
  readonly to: Day;
  /** Who pays, and its own number for this person's file; empty where it is for nobody in particular. */
  readonly payer: string;
  readonly file: string;
};

/** Undefined where no half-day between these days is countersigned. The act names `"issued_paper"` among its `writes`. */
export async function certify(
  context: Pick<Performing<unknown>, "tx" | "decide" | "law" | "today" | "actor" | "at">,
  enrolment: Enrolment,
  asked: Asked,
): Promise<string | undefined> {
  const { tx, actor, at } = context;
  const data = await certificateOf(context, enrolment, asked);
  if (!data) return undefined;
  const about = enrolmentChain(enrolment.id);
  const what = certificateKind(asked.from, asked.to);
  const paper = { about, what, name: enrolment.name, by: actorName(actor), at };
  return (await issuePaper(tx, { ...paper, data: (own) => ({ code: own, ...data }) })).code;
}
