/** A posted form: fields alone, or fields and files, each file streamed to the store as it arrives. */
import type { Multipart, MultipartFile } from "@fastify/multipart";
import { type FileProblem, MOST_BYTES, MOST_FILES } from "../kit/file-problem.ts";
import { type Received, receiveUpload } from "../files/receive.ts";
import { csrfHolds } from "./csrf.ts";
import type { Form, Page, SentFile, SmallFile, Visit } from "../page/page.ts";

/** Fields are as small as in other forms; one byte more than the largest file tells a file too big from one cut short. */
export const FORM_WITH_FILES = {
  fieldNameSize: 100,
  fieldSize: 64 * 1024,
  fields: 500,
  fileSize: MOST_BYTES + 1,
  files: MOST_FILES * 3,
  parts: 500 + MOST_FILES * 3,
  headerPairs: 20,
};
/** The largest form, in bytes. */
const WHOLE_FORM = (MOST_FILES + 2) * MOST_BYTES;

export function formOf(body: unknown): Form {
  const fields = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const all = (name: string) => (Object.hasOwn(fields, name) ? [fields[name]].flat().map(typed) : []);
  return { get: (name) => all(name).at(-1) ?? "", all, names: Object.keys(fields), files: [] };
}

/** As it was typed: a form sends each line break as two characters, while limits count one. */
function typed(value: unknown): string {
  return String(value).replaceAll("\r\n", "\n");
}

/** The form, or the HTTP status to answer with instead. Without `takes`, its files are passed over: their sender must first be known. */
export async function formWithFiles(visit: Visit, page: Page, takes: boolean): Promise<Form | number> {
  const { request, actor } = visit;
  if (!page.takesFiles && page.readsFiles === undefined) return 415;
  if (actor.kind === "guest") return 403;
  // Browsers send a length; a request without one could go on for ever.
  const length = request.headers["content-length"];
  if (length === undefined) return 411;
  if (Number(length) > WHOLE_FORM) return 413;
  const fields = new Map<string, string[]>();
  const files: SentFile[] = [];
  const small: SmallFile[] = [];
  let ours: boolean | undefined = takes && actor.kind === "account" ? undefined : false;
  let dropped = false;
  for await (const part of partsOf(visit, page.readsFiles)) {
    if (part.type === "field") {
      // A truncated value would be stored as if it were whole.
      if (part.valueTruncated || part.fieldnameTruncated) return 413;
      fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), typed(part.value)]);
      continue;
    }
    ours ??= csrfHolds(request, fields.get("_csrf")?.at(-1) ?? "");
    const named = { field: part.fieldname, name: part.filename ?? "" };
    dropped ||= !ours && named.name !== "";
    if (ours && page.readsFiles !== undefined) {
      if (named.name && small.length < MOST_SMALL)
        small.push({ ...named, ...(await readSmall(part, page.readsFiles)) });
      else await refuse(part, undefined);
      continue;
    }
    const received =
      ours && actor.kind === "account"
        ? await receive(visit, actor.account, part, files.length)
        : await refuse(part, undefined);
    if (received) files.push({ ...named, ...received });
  }
  const all = (name: string) => fields.get(name) ?? [];
  return {
    get: (name) => all(name).at(-1) ?? "",
    all,
    names: [...fields.keys()],
    files,
    small,
    ...(dropped && { dropped }),
  };
}

/** The most files that a page reads itself, in memory. */
const MOST_SMALL = 3;

async function readSmall({ file }: MultipartFile, most: number): Promise<{ bytes: Buffer } | { problem: "too-big" }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of file as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
  }
  return size <= most ? { bytes: Buffer.concat(chunks) } : { problem: "too-big" };
}

/** A body that is no form, or is cut short, is the sender’s fault: 400. */
class BrokenForm extends Error {
  readonly statusCode = 400;
}

/** The content of a small file may also be pasted as text. */
const MOST_PASTED = 320 * 1024;

async function* partsOf({ request }: Visit, reads: number = 0): AsyncGenerator<Multipart> {
  const fieldSize = Math.max(FORM_WITH_FILES.fieldSize, Math.min(reads, MOST_PASTED));
  try {
    yield* request.parts({ limits: { ...FORM_WITH_FILES, fieldSize } });
  } catch (error) {
    throw (error as { statusCode?: number }).statusCode === undefined ? new BrokenForm() : error;
  }
}

/** `undefined` where no file was chosen: browsers then send an empty one without a name. */
async function receive(
  { world, school, request }: Visit,
  account: string,
  { file, filename }: MultipartFile,
  sofar: number,
): Promise<Received | undefined> {
  if (!filename) return refuse({ file }, undefined);
  if (sofar >= MOST_FILES) return refuse({ file }, "too-many");
  const establishment = school.establishment;
  const received = await receiveUpload(world, { establishment, account, stream: file, name: filename }).catch(
    (error: unknown) => {
      throw file.errored ? new BrokenForm() : error;
    },
  );
  if ("upload" in received) return received;
  const { problem, fault } = received;
  if (fault !== undefined) request.log.error({ fault: fault.name, code: fault.code }, "files");
  return { problem };
}

/** Reads the file to its end and discards it, so that the rest of the form arrives. */
async function refuse<P extends FileProblem | undefined>(
  { file }: Pick<MultipartFile, "file">,
  problem: P,
): Promise<P extends FileProblem ? Received : undefined> {
  for await (const _ of file);
  return (problem && { problem }) as P extends FileProblem ? Received : undefined;
}
