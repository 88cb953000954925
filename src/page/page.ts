/** A page, declared: its path, how it is shown, what it takes. The same page serves both languages. */
import type { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import type { Law } from "../law/law.ts";
import type { Establishment } from "../law/establishment.ts";
import type { FileProblem } from "../kit/file-problem.ts";
import type { Reading } from "../act/act.ts";
import type { GuestIn, Person } from "../act/person.ts";
import type { Actor, Permission } from "../act/permissions.ts";
import type { World } from "../act/world.ts";

/**
 * The public origin of the service: from the configuration, since a sender chooses the `Host` of a request. `Host` is believed only where
 * none is configured, for links shown to that sender.
 */
export function originOf({ world, request }: OriginGiven): string {
  return world.publicUrl ?? new URL(`${request.protocol}://${request.host}`).origin;
}
type OriginGiven = {
  readonly world: Pick<World, "publicUrl">;
  readonly request: Pick<FastifyRequest, "protocol" | "host">;
};

declare module "../act/world.ts" {
  interface House {
    /** The links each subject adds to the account page, in the order shown: one's own affairs, and one's work for the school. */
    readonly entries: readonly AccountEntries[];
    readonly workEntries: readonly WorkEntries[];
    /** What each subject asks of a guest, for the guest’s first page. */
    readonly awaits: readonly GuestAwaits[];
  }
}

/** What a page knows of the request: all it may use, so that no page reads a header or a clock of its own. */
export type Visit = {
  readonly world: World;
  readonly lang: Lang;
  readonly school: Establishment;
  /** The law in force today of the diploma in the path; on pages above a diploma, of the first that the school teaches. */
  readonly law: Law;
  /** Today in the school's time zone. */
  readonly today: string;
  /** The path of the page itself, below the school, and its parameters. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** A link to a page of this school in the visit's language; `path` begins with `/`. */
  readonly link: (path: string, lang?: Lang) => string;
  /** The hidden field of the CSRF token. */
  readonly csrf: () => Html;
  /** The person signed in. */
  readonly person: Person | undefined;
  /** The browser’s session, even if it is not valid in this school: signing in over it ends it. */
  readonly session: Extract<Actor, { kind: "account" }> | undefined;
  /** The guest session of this school, beside that of the person. */
  readonly guest: GuestIn | undefined;
  /** The actor for acts and views: the person, or the guest on a page open to the guest and not to that person. */
  readonly actor: Actor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** How much waits for the reader, late or due today: counted once, in the first reading of the page. */
  readonly due?: (reading?: Reading) => Promise<number>;
  /** Where a page of many parts reads them all. */
  readonly reading?: Reading;
};

/** A visit of a signed-in person: what a page with `who` receives. */
export type SignedVisit = Visit & { readonly person: Person };

/** A file that came with a form: stored, under the id that an act attaches it by, or refused, and why. */
export type SentFile = {
  readonly field: string;
  /** The sender’s name for it: shown, never trusted. */
  readonly name: string;
} & ({ readonly upload: string } | { readonly problem: FileProblem });

/** A small file that the page reads itself and does not store. */
export type SmallFile = { readonly field: string; readonly name: string } & (
  | { readonly bytes: Buffer }
  | { readonly problem: "too-big" }
);

/** A posted form: the last value of each name, and all of them. */
export type Form = {
  readonly get: (name: string) => string;
  readonly all: (name: string) => readonly string[];
  readonly names: readonly string[];
  /** The files of a page that `takesFiles`, in the order sent; an empty file input adds none. */
  readonly files: readonly SentFile[];
  /** The files of a page that `readsFiles`. */
  readonly small?: readonly SmallFile[];
  /** Files came with it and were not taken: their sender was not known, or must be known anew. */
  readonly dropped?: true;
};

/** The form of a page that opens: nothing was sent. */
export const NO_FORM: Form = { get: () => "", all: () => [], names: [], files: [] };

export type PageResult =
  | {
      readonly html: Html;
      readonly status?: number;
      /** The browser may cache it for its back button, until who signs out clears it; the answer to a POST would otherwise be lost. */
      readonly reshown?: true;
    }
  | { readonly redirect: string }
  | {
      readonly file: Buffer;
      readonly type: string;
      readonly name: string;
      /** Not sent again to a program that has this version. */
      readonly etag?: string;
    }
  /** Streamed as a download: the browser never shows or runs it. */
  | {
      readonly download: {
        readonly stream: Readable;
        readonly size: number;
        readonly type: string;
        readonly name: string;
      };
    }
  /** For a script of the page itself. */
  | { readonly json: object; readonly status?: number }
  | { readonly notFound: true };

export type Page = {
  readonly name: string;
  /** Below the school: `/`, `/:diploma`, `/:diploma/candidater/:step`. */
  readonly path: string;
  /** Who may see it: a visitor who is not signed in is asked to sign in, one without the permission is told so. */
  readonly who?: Permission;
  readonly view: (visit: Visit) => PageResult | Promise<PageResult>;
  readonly submit?: (visit: Visit, form: Form) => PageResult | Promise<PageResult>;
  /** Shows the page with a form as it was sent, and why, and does nothing. */
  readonly again?: (visit: Visit, form: Form, why: string) => Promise<PageResult>;
  /** Its form takes files for an act that binds: those who may do it show who they are before they choose any (`act/freshness.ts`). */
  readonly asksFirst?: Permission;
  /** Its act counts in every school: an account let in by one school's sign-in service alone must show a proof of its own. */
  readonly everywhere?: true;
  /** The instant at which its form was sent counts, and is kept while the sender signs in again. */
  readonly timed?: true;
  /**
   * Its form may bring files: print it with `form(visit, content, { files: true })` and `fileField(…)`. When `submit` runs, each file is
   * stored or refused, and every other field is there: do the act with the `upload` ids of `form.files` (`attachFile` takes them inside the
   * act), and say beside the field, with `fileProblems[lang][problem]`, why the others were refused. Only for pages whose `who` asks for an
   * account.
   */
  readonly takesFiles?: true;
  /**
   * Instead of that: its form may bring a few files of at most so many bytes, held in memory for `submit` (`form.small`) and not stored.
   */
  readonly readsFiles?: number;
};

/** A link of the account page: each subject declares its own. */
type Entry = {
  /** A path below the school. */
  readonly to: string;
  readonly label: string;
  readonly why: string;
  /** How much waits behind it, in words; absent where nothing does. */
  readonly waiting?: string | undefined;
};
export type AccountEntry = Entry & {
  /** Their own affairs with the school, or how their account is kept. */
  readonly part: "mine" | "account";
};
export type AccountEntries = (visit: SignedVisit) => readonly AccountEntry[] | Promise<readonly AccountEntry[]>;
export type WorkEntries = (visit: SignedVisit) => readonly Entry[] | Promise<readonly Entry[]>;

/** What awaits a guest, according to the purpose of the invitation. */
export type GuestAwaits = (visit: Visit & { readonly guest: GuestIn }) => readonly Entry[] | Promise<readonly Entry[]>;
