/**
 * Reads what the embedded PostgreSQL answers into rows, and writes the values of a prepared statement. PGlite's own reader and writer
 * take as long as most statements run.
 */
import { type PGlite, protocol } from "@electric-sql/pglite";

type Column = { readonly name: string; readonly dataTypeID: number };
export type Answer = {
  readonly rows: Record<string, unknown>[];
  readonly fields: Column[];
  readonly affectedRows: number;
  /** The types of the parameters, where a statement was described. */
  readonly types: readonly number[];
};

/** The kinds of message that matter: an answer has others, which say nothing more. */
const KIND = { row: 0x44, columns: 0x54, types: 0x74, complete: 0x43, fault: 0x45 } as const;
const CHANGES = new Set(["INSERT", "UPDATE", "DELETE", "COPY", "MERGE"]);

/** Throws the fault that PostgreSQL reports. `known`: the columns of a statement that was described before. */
export function readAnswer(
  bytes: Buffer,
  parsers: PGlite["parsers"],
  known: { readonly fields: Column[]; readonly types: readonly number[] } = { fields: [], types: [] },
): Answer {
  let { fields, types } = known;
  let rows: Record<string, unknown>[] = [];
  let affectedRows = 0;
  let isComplete = false;
  for (let at = 0; at < bytes.length; ) {
    const body = at + 5;
    const end = at + 1 + bytes.readInt32BE(at + 1);
    switch (bytes[at]) {
      case KIND.row:
        rows.push(readRow(bytes, body, fields, parsers));
        break;
      case KIND.columns:
        // The rows of the last of several statements are the answer.
        [rows, isComplete] = [[], false];
        fields = readColumns(bytes, body);
        break;
      case KIND.types:
        types = Array.from({ length: bytes.readInt16BE(body) }, (_, index) => bytes.readInt32BE(body + 2 + 4 * index));
        break;
      case KIND.complete: {
        if (isComplete) rows = [];
        isComplete = true;
        const words = bytes.toString("latin1", body, end - 1).split(" ");
        if (CHANGES.has(words[0]!)) affectedRows += Number(words.at(-1));
        break;
      }
      case KIND.fault:
        throw faultOf(bytes.subarray(at, end));
    }
    at = end;
  }
  return { rows, fields, affectedRows, types };
}

function readRow(bytes: Buffer, body: number, fields: readonly Column[], parsers: PGlite["parsers"]) {
  const row: Record<string, unknown> = {};
  let at = body + 2;
  for (const { name, dataTypeID } of fields) {
    const length = bytes.readInt32BE(at);
    at += 4;
    if (length < 0) {
      row[name] = null;
      continue;
    }
    const text = bytes.toString("utf8", at, at + length);
    const parse = parsers[dataTypeID];
    row[name] = parse ? parse(text, dataTypeID) : text;
    at += length;
  }
  return row;
}

/** A column's name is followed by its table (4 bytes), its number there (2), its type (4), and the type's length (2), modifier (4), format (2). */
function readColumns(bytes: Buffer, body: number): Column[] {
  let at = body + 2;
  return Array.from({ length: bytes.readInt16BE(body) }, () => {
    const end = bytes.indexOf(0, at);
    const name = bytes.toString("utf8", at, end);
    at = end + 19;
    return { name, dataTypeID: bytes.readInt32BE(end + 7) };
  });
}

function faultOf(message: Buffer): unknown {
  let fault: unknown;
  new protocol.Parser().parse(message, (read) => {
    fault = read;
  });
  return fault;
}

const BIND = 0x42;

/** Binds the values, as text, to a prepared statement of this name. */
export function bound(name: string, values: readonly (string | null)[]): Buffer {
  const lengths = values.map((value) => (value === null ? -1 : Buffer.byteLength(value)));
  const size = lengths.reduce((sum, length) => sum + 4 + Math.max(length, 0), name.length + 12);
  const bytes = Buffer.allocUnsafe(1 + size);
  let at = bytes.writeUInt8(BIND, 0);
  at = bytes.writeInt32BE(size, at);
  // The portal has no name.
  at = bytes.writeUInt8(0, at);
  at += bytes.write(name, at, "latin1");
  at = bytes.writeUInt8(0, at);
  at = bytes.writeInt16BE(0, at);
  at = bytes.writeInt16BE(values.length, at);
  for (const [index, value] of values.entries()) {
    at = bytes.writeInt32BE(lengths[index]!, at);
    if (value !== null) at += bytes.write(value, at);
  }
  bytes.writeInt16BE(0, at);
  return bytes;
}
