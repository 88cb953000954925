/** An unavailable database: the server restarts, is unreachable or has no connection left, or the disk is full. */
import { isDiskFull } from "../kit/disk.ts";

/** Answered with 503; not a bug. */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";
  readonly statusCode = 503;
  constructor(cause: unknown) {
    super("The database does not answer", { cause });
  }
}

/**
 * SQLSTATEs: connection failure, server shutting down or starting, too many connections, and a read-only transaction: the server
 * became a standby after a failover.
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
const MESSAGES = [
  "Connection terminated",
  FULL,
  "Client has encountered a connection error",
  "Postgres connection has been discarded",
];

/** No write succeeds until space is freed; the failed write was rolled back and may be sent again. */
export class DiskFull extends DatabaseAway {
  override readonly message = "No space left on device";
}

/** Turns the driver's errors for an unavailable database into `DatabaseAway`; returns any other as it is. */
export function toldFault(fault: unknown): unknown {
  if (!(fault instanceof Error) || fault instanceof DatabaseAway) return fault;
  if (isDiskFull(fault)) return new DiskFull(fault);
  const code = (fault as { code?: unknown }).code;
  const away =
    typeof code === "string"
      ? SQLSTATE.test(code) || SYSTEM.includes(code) || (code === "ENOENT" && isConnecting(fault))
      : MESSAGES.some((start) => fault.message.startsWith(start)) || isManyAddresses(fault);
  return away ? new DatabaseAway(fault) : fault;
}

/** ENOENT of the server's socket, and not of a file. */
function isConnecting(fault: Error): boolean {
  return (fault as { syscall?: string }).syscall === "connect";
}

/** A host name with several addresses, all of which failed. */
function isManyAddresses(fault: Error): boolean {
  return fault instanceof AggregateError && fault.errors.every((error) => toldFault(error) instanceof DatabaseAway);
}
