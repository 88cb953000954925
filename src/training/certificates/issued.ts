/** The certificates issued about an enrolment: looked up among issued papers, which this room only reads. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { CertificateData, EntryData } from "./frozen.ts";

export const ENTRY = "entry";
/** One for each period of days: a later one of the same days replaces it. */
export const certificateKind = (from: string, to: string) => `certificate:${from}:${to}`;

export type IssuedCertificate = {
  readonly code: string;
  readonly about: string;
  readonly at: Date;
  readonly data: CertificateData | EntryData;
};

const CERTIFICATE = sql`code, about, issued_at as at, data`;
const OURS = sql`(what = ${ENTRY} or what like 'certificate:%') and replaced_by is null and withdrawn_at is null`;

/** In force, latest first. */
export async function certificatesOf(tx: Tx, about: string): Promise<readonly IssuedCertificate[]> {
  const { rows } = await sql<IssuedCertificate>`
    select ${CERTIFICATE} from issued_paper where about = ${about} and ${OURS} order by issued_at desc, id desc`.execute(
    tx,
  );
  return rows;
}

export async function certificateByCode(tx: Tx, code: string): Promise<IssuedCertificate | undefined> {
  const { rows } = await sql<IssuedCertificate>`
    select ${CERTIFICATE} from issued_paper where code = ${code} and ${OURS}`.execute(tx);
  return rows[0];
}
