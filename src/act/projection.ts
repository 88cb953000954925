/** What the output schema of an act or view does not declare does not leave it, by any door: `docs/decisions/declared-output.md`. */
import type { TSchema } from "typebox";

/** A type after JSON serialization: a `Date` is a string, and undefined properties are left out. */
export type Sent<T> = unknown extends T
  ? T
  : T extends Date
    ? string
    : T extends readonly (infer I)[]
      ? Sent<I>[]
      : T extends object
        ? { [K in keyof T as Optional<T[K]> extends true ? never : K]: Sent<T[K]> } & {
            [K in keyof T as Optional<T[K]> extends true ? K : never]?: Sent<Exclude<T[K], undefined>>;
          }
        : T;
type Optional<T> = unknown extends T ? false : undefined extends T ? true : false;

/** The value `V`, of which only what `S` declares is left; its own types stay (a state is narrower than a text). */
export type Projected<V, S> = unknown extends S
  ? V
  : unknown extends V
    ? V
    : V extends string | number | boolean | null | undefined | Date
      ? V
      : V extends readonly unknown[]
        ? { [I in keyof V]: Projected<V[I], S extends readonly (infer J)[] ? J : never> }
        : { [K in keyof V as K extends Keys<Member<V, S>> ? K : never]: Projected<V[K], At<Member<V, S>, K>> };
/** The members of a union that `V` can be. */
type Member<V, S> = S extends object ? (Sent<V> extends S ? S : never) : never;
type Keys<S> = S extends unknown ? keyof S : never;
type At<S, K> = S extends unknown ? (K extends keyof S ? Exclude<S[K], undefined> : never) : never;

/** Only what is declared of a value. Absent: every value of the schema is declared whole. */
type Project = (value: unknown) => unknown;
type Schema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
};

const compiled = new WeakMap<TSchema, { readonly project: Project | undefined }>();

/** The declared part of a value; the whole of it without a schema. */
export function projected(schema: TSchema | undefined, value: unknown): unknown {
  if (!schema) return value;
  let known = compiled.get(schema);
  if (!known) compiled.set(schema, (known = { project: projection(schema) }));
  return known.project ? known.project(value) : value;
}

function projection(schema: Schema): Project | undefined {
  if (schema.anyOf) return ofUnion(schema.anyOf);
  if (schema.properties) return ofObject(schema.properties, schema.additionalProperties === true);
  if (schema.patternProperties) return ofRecord(schema.patternProperties);
  const item = schema.items && projection(schema.items);
  return item && ((value) => (Array.isArray(value) ? value.map(item) : value));
}

function ofObject(properties: Readonly<Record<string, Schema>>, open: boolean): Project {
  const parts = Object.entries(properties).map(([key, schema]) => [key, projection(schema)] as const);
  return (value) => {
    if (!isObject(value)) return value;
    const declared: Record<string, unknown> = open ? { ...value } : {};
    for (const [key, project] of parts) {
      const part = value[key];
      if (part !== undefined) declared[key] = project ? project(part) : part;
    }
    return declared;
  };
}

function ofRecord(patterns: Readonly<Record<string, Schema>>): Project | undefined {
  const [project, ...others] = Object.values(patterns).map(projection);
  if (others.length > 0) throw new Error("The projection of a record knows one pattern");
  return (
    project &&
    ((value) =>
      isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, project(part)])) : value)
  );
}

/** Of several shapes, the one that has the value’s constants or, without constants, whose required properties the value has. */
function ofUnion(members: readonly Schema[]): Project | undefined {
  const shapes = members.flatMap((member) => {
    const project = projection(member);
    return project ? [{ member, project }] : [];
  });
  if (shapes.length === 0) return undefined;
  return (value) => {
    if (!isObject(value)) return value;
    const shape = shapes.length === 1 ? shapes[0]! : shapes.find(({ member }) => fits(member, value));
    if (!shape) throw new Error("A value is of no shape that its output schema declares");
    return shape.project(value);
  };
}

function fits({ type, properties = {}, required = [] }: Schema, value: Readonly<Record<string, unknown>>): boolean {
  if ((type === "array") !== Array.isArray(value)) return false;
  const constants = Object.entries(properties).filter(([, part]) => part.const !== undefined);
  return constants.length > 0
    ? constants.every(([key, part]) => value[key] === part.const)
    : required.every((key) => value[key] !== undefined);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
