/**
 * The doctor's check of the year: no link outlives its survey, nobody answered who is not counted, what is published or
 * deposited is as it was, and each line of a portal stands as what was noted of it says.
 */
import { sql } from "kysely";
import type { SchoolCheck } from "../act/check.ts";
import { sayWrong } from "../billing/charges/check.ts";
import type { Tx } from "../db/school.ts";
import { frozenHashOf } from "./bpf/reading.ts";
import { allDeposits } from "./bpf/store.ts";
import { hashOf } from "./figures/reading.ts";
import { allPublications } from "./figures/store.ts";
import { lineState } from "./portals/rules/typed.ts";
import { allLines, typedOf } from "./portals/store.ts";
import { fileOf } from "./passages/reading.ts";
import { allPassageFiles, itemsOf } from "./passages/store.ts";

export const yearCheck: SchoolCheck = async (tx, school) => {
  const wrong = [
    ...(await wrongLinks(tx)),
    ...(await wrongCounts(tx)),
    ...(await wrongPublications(tx)),
    ...(await wrongDeposits(tx)),
    ...(await wrongPortalLines(tx)),
    ...(await wrongPassageFiles(tx)),
  ];
  return wrong.length > 0 ? { name: "year", ok: false, label: sayWrong(school, wrong) } : undefined;
};

/** Of one that was answered or has ended. */
async function wrongLinks(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct l.ask as id from survey_link l left join survey_ask a on a.id = l.ask
    where a.state is distinct from 'open' order by 1 limit 100`.execute(tx);
  return rows.map(({ id }) => `survey_link ${id}`);
}

/** More people were asked, or answered, than are counted. Fewer may be: who was erased stays counted. */
async function wrongCounts(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ diploma: string; year: number; campus: string; survey: string }>`
    select a.diploma, a.year, a.campus, a.survey
    from survey_ask a left join (
      select diploma, year, campus, survey, asked, answered from survey_box
      union all select diploma, year, campus, survey, asked, answered from survey_closing
    ) b using (diploma, year, campus, survey)
    where a.state <> 'unreached'
    group by a.diploma, a.year, a.campus, a.survey
    having count(*) > coalesce(max(b.asked), 0) or count(*) filter (where a.state = 'answered') > coalesce(max(b.answered), 0)
    order by a.diploma, a.year, a.campus, a.survey`.execute(tx);
  return rows.map(({ diploma, year, campus, survey }) => `survey_box ${diploma} ${String(year)} ${campus} ${survey}`);
}

async function wrongPublications(tx: Tx): Promise<string[]> {
  const all = await allPublications(tx);
  return all
    .filter(({ shown, shownHash }) => hashOf(shown) !== shownHash)
    .map(({ diploma, year, version }) => `figures_published ${diploma} ${String(year)} ${String(version)}`);
}

async function wrongDeposits(tx: Tx): Promise<string[]> {
  const all = await allDeposits(tx);
  return all
    .filter((one) => frozenHashOf(one) !== one.frozenHash)
    .map(({ year, version }) => `bpf_deposit ${String(year)} ${String(version)}`);
}

async function wrongPortalLines(tx: Tx): Promise<string[]> {
  const lines = await allLines(tx);
  const ids = lines.map(({ id }) => id);
  const noted = Map.groupBy(await typedOf(tx, ids), ({ line }) => line);
  return lines
    .filter((line) => lineState(line, noted.get(line.id) ?? []) !== line.state)
    .map(({ id }) => `portal_line ${id}`);
}

/** Those of whom somebody was erased cannot be made again. */
async function wrongPassageFiles(tx: Tx): Promise<string[]> {
  const wrong: string[] = [];
  for (const file of await allPassageFiles(tx)) {
    const items = await itemsOf(tx, file.id);
    if (items.length > file.passages || (items.length === file.passages && fileOf(file, items).sha256 !== file.sha256))
      wrong.push(`passage_file ${String(file.number)}`);
  }
  return wrong;
}
