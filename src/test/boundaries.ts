/** The rules of the house as data, and the check that reads them. */

export type Source = { readonly name: string; readonly text: string; readonly imports: readonly string[] };

/** Acts and tables go one way: a subject may use those before it. */
const SUBJECTS = [
  "record",
  "people",
  "programme",
  "billing",
  "admission",
  "training",
  "certification",
  "indicators",
] as const;
const DOORS = ["web", "api", "cli", "jobs"] as const;
/** Layers, lowest first; a file may import its own layer and those below. */
const LAYERS = ["kit", "law", "rules", "act", "store", "acts", "pages", "door", "main"] as const;
type Layer = (typeof LAYERS)[number];

/** Roots of `src/` that are not a folder of the table below. */
const ROOT_FILES: Readonly<Record<string, Layer>> = {
  "act.ts": "act",
  "config.ts": "act",
  "settings.ts": "act",
  "decisions.ts": "acts",
  "holdings.ts": "acts",
  "acts.ts": "acts",
  "views.ts": "acts",
  "programs.ts": "acts",
  "file-readers.ts": "acts",
  "about-places.ts": "acts",
  "checks.ts": "acts",
  "world.ts": "acts",
  "law-folder.ts": "acts",
  "start-error.ts": "acts",
  "start.ts": "door",
  "main.ts": "main",
};

/** Which subject owns a table, by the name of the migration that makes it. */
const TABLE_OWNERS: Readonly<Record<string, readonly string[]>> = {
  record: [
    ..."audit_record audit_chain attempt law_file birth clock_mark".split(" "),
    ..."checkpoint checkpoint_head checkpoint_timestamp timestamp_failure".split(" "),
    ..."mail mail_sending mail_bounce mail_choice job file_opening".split(" "),
    ..."legal_hold erasure purge_report data_request data_request_work".split(" "),
    ..."file_copy upload stored_file".split(" "),
  ],
  people: [
    ..."account account_session address_code spent_ticket sign_in_failure second_factor role_grant".split(" "),
    ..."recovery_code challenge provider_identity account_help".split(" "),
    ..."api_token api_token_use guest guest_session role_offer known_browser reserved_account".split(" "),
  ],
  billing: [
    ..."charge charge_due charge_suspension charge_suspension_end charge_state charge_reminder payment payment_reversal refund waiver".split(
      " ",
    ),
    ..."bank_draft bank_file bank_line bank_line_aside bank_line_back bank_line_state cheque_slip cheque".split(" "),
    ..."online_payment online_session online_event online_settlement".split(" "),
    ..."online_refund online_refund_told refund_failure refund_again waiver_reversal".split(" "),
  ],
  admission: [
    ..."inquiry kept_answer intake intake_change".split(" "),
    ..."dossier dossier_section submission dossier_fact dossier_state".split(" "),
    ..."dossier_message dossier_reading dossier_confirmation".split(" "),
    ..."dossier_note dossier_reminder advisor_told".split(" "),
  ],
};

/** What every act writes in the record lies beneath the acts; it knows no subject. */
const BENEATH_ACTS = ["record/chain.ts", "record/attempts.ts"];

/** A page is declared with what the web gives it, and shows itself in its frame. */
const SHARED_WEB = "page document layout assets theme colour typeset form form-values sentences cookie session acting"
  .split(" ")
  .map((name) => `web/${name}.ts`);

export function violations(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => [
    ...importViolations(source),
    ...purityViolations(source),
    ...tableViolations(source),
    ...lawViolations(source),
  ]);
}

function importViolations({ name, imports }: Source): string[] {
  const from = placeOf(name);
  return imports.flatMap((target) => {
    if (!target.endsWith(".ts") && !target.endsWith(".json")) return [];
    if (target.startsWith("../") || target.endsWith(".json")) return [];
    const why = forbidden(name, from, target, placeOf(target));
    return why ? [`${name} imports ${target}: ${why}`] : [];
  });
}

type Place = { readonly layer: Layer; readonly subject: string | undefined };

function placeOf(name: string): Place {
  const [room = "", ...rest] = name.split("/");
  if (rest.length === 0) return { layer: ROOT_FILES[name] ?? "main", subject: undefined };
  if (room === "kit") return { layer: "kit", subject: undefined };
  if (room === "law") return { layer: "law", subject: undefined };
  if (room === "db") return { layer: "act", subject: undefined };
  if (BENEATH_ACTS.includes(name)) return { layer: "act", subject: room };
  if ((DOORS as readonly string[]).includes(room))
    return { layer: SHARED_WEB.includes(name) ? "acts" : "door", subject: undefined };
  // The machinery of all documents, which knows none of them.
  if (name.startsWith("record/documents/")) return { layer: "act", subject: "record" };
  return { layer: layerInSubject(rest), subject: room };
}

/** A large subject has rooms of its own (`admission/dossier/`), each with the same few names. */
function layerInSubject(rest: readonly string[]): Layer {
  if (rest.includes("rules")) return "rules";
  if (rest.includes("pages") || rest.includes("documents")) return "pages";
  return rest.at(-1) === "store.ts" ? "store" : "acts";
}

function forbidden(name: string, from: Place, target: string, to: Place): string | undefined {
  if (target.startsWith("test/") || target.endsWith(".test.ts")) return "production code does not use tests";
  if (LAYERS.indexOf(to.layer) > LAYERS.indexOf(from.layer)) return `${from.layer} may not reach up to ${to.layer}`;
  if (to.layer === "store" && (from.layer === "pages" || from.layer === "door"))
    return "nothing reaches a store around an act";
  if (from.subject === undefined || to.subject === undefined || from.subject === to.subject) return undefined;
  if (to.layer === "store") return "nobody imports another's store";
  if (to.layer === "rules" || isWords(target) || isDecision(target)) return undefined;
  const order = SUBJECTS as readonly string[];
  return order.indexOf(to.subject) > order.indexOf(from.subject) && from.layer !== "pages"
    ? `${from.subject} comes before ${to.subject}`
    : undefined;
}

/** Catalogues and declared decisions are as pure as the rules they speak for. */
function isWords(target: string): boolean {
  return /^[a-z]+\/(sentences|words)\.ts$/.test(target);
}
function isDecision(target: string): boolean {
  return /^[a-z]+\/(eligibility|pathway|quote|certification)\.ts$/.test(target);
}

/** Rules and the law's own folder are pure, but for the one file that loads the data. */
function purityViolations({ name, text, imports }: Source): string[] {
  const pure = /\/rules\//.test(name) || (name.startsWith("law/") && !["law/load.ts", "law/cases.ts"].includes(name));
  if (!pure) return [];
  const found = imports
    .filter((target) => target.startsWith("node:"))
    .map((target) => `${name} is pure and imports ${target}`);
  if (/\bDate\.now\(|new Date\(\)|Math\.random\(|process\./.test(text))
    found.push(`${name} is pure and reads a clock, chance or the environment`);
  return found;
}

/** A table is written by its subject alone, in SQL or in Kysely's words for it. */
const WRITES =
  /\b(?:insert into|update|delete from)\s+([a-z_]+)|\b(?:insertInto|updateTable|deleteFrom)\("([a-z_]+)"/gi;

function tableViolations({ name, text }: Source): string[] {
  if (name.startsWith("db/")) return [];
  return [...text.matchAll(WRITES)].flatMap(([, inSql, inKysely]) => {
    const table = (inSql ?? inKysely)!;
    const owner = Object.keys(TABLE_OWNERS).find((subject) => TABLE_OWNERS[subject]!.includes(table));
    return owner !== undefined && !name.startsWith(`${owner}/`) ? [`${name} writes ${table}, which is ${owner}'s`] : [];
  });
}

/** The law is data: no unit, domain, title or exam by name in code. */
function lawViolations({ name, text }: Source): string[] {
  const named = text.match(/\b(?:DF[1-9]|UF[1-9]\.[1-9]|DC[1-9]\.[1-9]|CAFERUIS|CAFDES|DSTS|DEASS|DEIS|RNCP\d+)\b/);
  return named ? [`${name} names the law: ${named[0]}`] : [];
}
