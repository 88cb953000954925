/**
 * COPY in text format, which every PostgreSQL reads, so that one database's output loads into another. The `pg` driver implements
 * the protocol without an API for it; PGlite reads and writes one blob.
 */
import type { Transaction as PGliteTransaction } from "@electric-sql/pglite";
import type pg from "pg";

export type Copying = {
  /** The output of `copy (<select>) to stdout`. */
  readonly copyOut: (select: string) => Promise<Buffer>;
  /** Whole lines for `copy <table (columns)> from stdin`. */
  readonly copyIn: (target: string, lines: Buffer) => Promise<void>;
};

export function copyingServer(client: pg.Client): Copying {
  return {
    copyOut: (select) => ask(client, `copy (${select}) to stdout`),
    copyIn: async (target, lines) => void (await ask(client, `copy ${target} from stdin`, lines)),
  };
}

export function copyingEmbedded(tx: PGliteTransaction): Copying {
  return {
    copyOut: async (select) => {
      const { blob } = await tx.query(`copy (${select}) to '/dev/blob'`);
      // No rows, no blob.
      return blob ? Buffer.from(await blob.arrayBuffer()) : Buffer.alloc(0);
    },
    copyIn: async (target, lines) =>
      void (await tx.query(`copy ${target} from '/dev/blob'`, [], { blob: new Blob([new Uint8Array(lines)]) })),
  };
}

type Connection = {
  query: (text: string) => void;
  sendCopyFromChunk: (chunk: Buffer) => void;
  endCopyFrom: () => void;
  sendCopyFail: (why: string) => void;
};

/** Runs COPY as a custom query object, whose handlers the driver calls. */
function ask(client: pg.Client, text: string, lines?: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const statement = {
      submit: (connection: Connection) => connection.query(text),
      handleCopyInResponse: (connection: Connection) => {
        if (!lines) return connection.sendCopyFail("nothing is sent");
        connection.sendCopyFromChunk(lines);
        connection.endCopyFrom();
      },
      // Copied: the driver reuses the chunk's buffer.
      handleCopyData: ({ chunk }: { chunk: Buffer }) => void parts.push(Buffer.from(chunk)),
      handleCommandComplete: () => {},
      handleError: (fault: Error) => reject(fault),
      handleReadyForQuery: () => resolve(Buffer.concat(parts)),
    };
    client.query(statement as never);
  });
}
