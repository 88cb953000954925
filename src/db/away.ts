/** A database that does not answer just now: a server restarted, unreachable or without a place left, a disk that is full. */
import { isDiskFull } from "../kit/disk.ts";

/** The door answers it with «not available»; it is no bug. */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";
  readonly statusCode = 503;
  constructor(cause: unknown) {
    super("The database does not answer", { cause });
  }
}

/**
 * PostgreSQL's classes of a connection that fails, of a server that stops or starts, of one without a place left, and of one that
 * another has taken the place of: it reads on, and writes nothing.
 */
const SQLSTATE = /^(?:08...|57P0[1-5]|53300|25006)$/;
const SYSTEM = [
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
];
/* The driver gives these no code. */
export const FULL = "timeout exceeded when trying to connect";
const SAID = [
  "Connection terminated",
  FULL,
  "Client has encountered a connection error",
  "Postgres connection has been discarded",
];

/** Nothing can be written until somebody frees some of it; what was to be written is not, and may be sent again. */
export class DiskFull extends DatabaseAway {
  override readonly message = "No space left on device";
}

/** The fault as it is to be told, given what the driver threw. */
export function toldFault(fault: unknown): unknown {
  if (!(fault instanceof Error) || fault instanceof DatabaseAway) return fault;
  if (isDiskFull(fault)) return new DiskFull(fault);
  const code = (fault as { code?: unknown }).code;
  const away =
    typeof code === "string"
      ? SQLSTATE.test(code) || SYSTEM.includes(code) || (code === "ENOENT" && isConnecting(fault))
      : SAID.some((start) => fault.message.startsWith(start)) || isManyAddresses(fault);
  return away ? new DatabaseAway(fault) : fault;
}

/** A server's socket that is not there; a file that is missing is something else. */
function isConnecting(fault: Error): boolean {
  return (fault as { syscall?: string }).syscall === "connect";
}

/** A name with several addresses, none of which answers. */
function isManyAddresses(fault: Error): boolean {
  return fault instanceof AggregateError && fault.errors.every((one) => toldFault(one) instanceof DatabaseAway);
}
