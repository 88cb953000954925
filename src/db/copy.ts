/**
 * COPY, a piece at a time: as text, which any PostgreSQL reads, so that what one database gave another takes. The driver knows the
 * protocol and has no word for it; PGlite reads and writes one blob.
 */
import type { Transaction as PGliteTransaction } from "@electric-sql/pglite";
import type pg from "pg";

export type Copying = {
  /** What `copy (<select>) to stdout` gives. */
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
      // There is none where there are no rows.
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

/** A statement as the driver runs them: it is told what the server answers. */
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
      // A copy: the driver reads what comes next into the same place.
      handleCopyData: ({ chunk }: { chunk: Buffer }) => void parts.push(Buffer.from(chunk)),
      handleCommandComplete: () => {},
      handleError: (fault: Error) => reject(fault),
      handleReadyForQuery: () => resolve(Buffer.concat(parts)),
    };
    client.query(statement as never);
  });
}
