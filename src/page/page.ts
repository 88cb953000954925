/** A page, declared: where it stands, how it is shown, what it takes. The same page serves both languages. */
import type { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import type { Law } from "../law/law.ts";
import type { Establishment } from "../law/establishment.ts";
import type { FileProblem } from "../kit/file-problem.ts";
import type { GuestIn, Person } from "../act/person.ts";
import type { Actor, Permission } from "../act/permissions.ts";
import type { World } from "../act/world.ts";

/**
 * Where people reach the service: what its operator says, since the `Host` of a request is whatever its sender wrote. Only
 * where nobody said is that believed, for links that are shown to that sender.
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
    /** What each subject adds to the first page of whoever signed in, in the order in which it is shown. */
    readonly entries: readonly AccountEntries[];
    /** What each subject has a guest do, as their first page shows it. */
    readonly awaits: readonly GuestAwaits[];
  }
}

/** What a page knows of the request: all it may use, so that no page reads a header or a clock of its own. */
export type Visit = {
  readonly world: World;
  readonly lang: Lang;
  readonly school: Establishment;
  /** What is in force today of the diploma named in the path; on pages above a diploma, of the first that the school teaches. */
  readonly law: Law;
  /** Today in the school's zone. */
  readonly today: string;
  /** The path of the page itself, below the school, and its parameters. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** A link to a page of this school in the visit's language; `path` begins with `/`. */
  readonly link: (path: string, lang?: Lang) => string;
  /** The hidden field every form carries. */
  readonly csrf: () => Html;
  /** Who is signed in. */
  readonly person: Person | undefined;
  /** The session that the browser holds, be it worth nothing in this school: whoever signs in over it ends it. */
  readonly session: Extract<Actor, { kind: "account" }> | undefined;
  /** Who is in as a guest of the school, beside that. */
  readonly guest: GuestIn | undefined;
  /** The same as acts and views take it: the person, or the guest on a page that is for guests and not for that person. */
  readonly actor: Actor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** A visit of somebody signed in: what a page that says `who` is given. */
export type SignedVisit = Visit & { readonly person: Person };

/** A file that came with a form: taken, under the id that an act attaches it by, or not, and why. */
export type SentFile = {
  readonly field: string;
  /** As its sender calls it: to be shown, and never believed. */
  readonly name: string;
} & ({ readonly upload: string } | { readonly problem: FileProblem });

/** A small file that the page reads itself, and that nothing keeps. */
export type SmallFile = { readonly field: string; readonly name: string } & (
  | { readonly bytes: Buffer }
  | { readonly problem: "too-big" }
);

/** A form as it was posted: last value of each name, and all of them. */
export type Form = {
  readonly get: (name: string) => string;
  readonly all: (name: string) => readonly string[];
  readonly names: readonly string[];
  /** Those of a page that `takesFiles`, in the order they were sent; a field where none was chosen brings none. */
  readonly files: readonly SentFile[];
  /** Those of a page that `readsFiles`. */
  readonly small?: readonly SmallFile[];
};

/** Of a page as it opens: nothing was sent. */
export const NO_FORM: Form = { get: () => "", all: () => [], names: [], files: [] };

export type PageResult =
  | {
      readonly html: Html;
      readonly status?: number;
      /** The browser may keep it to go back to, as the answer to a form is otherwise not found again. */
      readonly reshown?: true;
    }
  | { readonly redirect: string }
  | { readonly file: Buffer; readonly type: string; readonly name: string }
  /** Streamed, to be kept on the reader's disk: never shown by the browser, never run. */
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
  /** Who may see it: whoever is not signed in is asked to first, whoever may not is told so. */
  readonly who?: Permission;
  readonly view: (visit: Visit) => PageResult | Promise<PageResult>;
  readonly submit?: (visit: Visit, form: Form) => PageResult | Promise<PageResult>;
  /** What it does binds a person: see `act/freshness.ts`. */
  readonly fresh?: true;
  /** And it counts in every school: whom a school's sign-in service alone let in shows who they are by what is their own. */
  readonly everywhere?: true;
  /** The instant at which its form was sent counts, and is kept while the sender is asked who they are. */
  readonly timed?: true;
  /**
   * Its form may bring files: print it with `form(visit, content, { files: true })` and `fileField(…)`. By the time `submit`
   * runs, each file is with the store or refused, and every other field is there all the same: do the act with the
   * `upload` ids of `form.files` (`attachFile` takes them inside the act), and say beside the field, with
   * `fileProblems[lang][problem]`, why the others were not taken. Only for pages whose `who` asks for an account.
   */
  readonly takesFiles?: true;
  /**
   * Instead of that: its form may bring a few files of so many bytes at most, held in memory for `submit` to read
   * (`form.small`) and for nobody to keep.
   */
  readonly readsFiles?: number;
};

/** What a person finds in their account: each subject declares its own. */
export type AccountEntry = {
  /** Below the school. */
  readonly to: string;
  readonly label: string;
  readonly why: string;
  /** How much waits behind it, in words; absent where nothing does. */
  readonly waiting?: string | undefined;
  /** Theirs, or their work for the school. */
  readonly part: "mine" | "work";
  /** What whoever signs in came back for, where it is the only one. */
  readonly lands?: boolean;
};
export type AccountEntries = (visit: SignedVisit) => readonly AccountEntry[] | Promise<readonly AccountEntry[]>;

/** What awaits a guest, of what they were let in for. */
export type GuestAwaits = (
  visit: Visit & { readonly guest: GuestIn },
) => readonly Omit<AccountEntry, "part">[] | Promise<readonly Omit<AccountEntry, "part">[]>;
