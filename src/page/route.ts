/** A typed route: the pattern that serves a page also makes every link to it, and neither forgets a parameter. */

type Names<T extends string> = T extends `${string}/:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : T extends `${string}/:${infer Name}`
    ? Name
    : never;
export type Params<T extends string> = { readonly [Name in Names<T>]: string };

/** The query; an `undefined` value is left out. */
type Query = Readonly<Record<string, string | undefined>>;
/** A route without parameters takes none. */
type Given<T extends string> = [Names<T>] extends [never]
  ? [params?: Params<T>, query?: Query]
  : [params: Params<T>, query?: Query];

export type Route<T extends string = string> = {
  readonly path: T;
  /** The path below the school, which `visit.link` makes an address. */
  readonly to: (...given: Given<T>) => string;
};

/** The parameters that this route names; the school before it is no input of an act. */
export function ownParams<T extends string>({ path }: Route<T>, all: Readonly<Record<string, string>>): Params<T> {
  const names = [...path.matchAll(/:([a-z]+)/g)].map(([, name = ""]) => name);
  return Object.fromEntries(names.map((name) => [name, all[name] ?? ""])) as Params<T>;
}

export function route<const T extends string>(path: T): Route<T> {
  return {
    path,
    to: (...given) => {
      const [params, query] = given;
      const values: Readonly<Record<string, string | undefined>> = params ?? {};
      const to = path.replace(/:([a-z]+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
      const asked = Object.entries(query ?? {}).filter((pair): pair is [string, string] => pair[1] !== undefined);
      return asked.length === 0 ? to : `${to}?${new URLSearchParams(asked).toString()}`;
    },
  };
}
