/** Inputs that a form accepts, made from its own schema, with ids drawn from those given. */

type Schema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
};

/** One for each id where the form names one, else a single one. */
export function samples(form: unknown, ids: readonly string[]): unknown[] {
  const schema = form as Schema;
  const namesOne = JSON.stringify(schema).includes("0-9a-f");
  return namesOne ? ids.map((id) => sample(schema, id)) : [sample(schema, ids[0]!)];
}

function sample(schema: Schema, id: string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sample(schema.anyOf[0]!, id);
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => (schema.required ?? []).includes(name))
          .map(([name, one]) => [name, sample(one, id)]),
      );
    case "array":
      return Array.from({ length: schema.minItems ?? 1 }, () => sample(schema.items ?? {}, id));
    case "string":
      return text(schema, id);
    case "integer":
    case "number":
      return schema.minimum ?? 1;
    case "boolean":
      return true;
    default:
      return null;
  }
}

function text({ pattern = "", minLength = 1, format }: Schema, id: string): string {
  if (format === "day") return "2026-12-01";
  if (format === "date-time") return "2026-12-01T09:00:00Z";
  if (pattern.includes("0-9a-f")) return id;
  const tried = [
    "faire-ess",
    "2026-12-01",
    "2026-12-01T09:00",
    "1",
    "a@exemple.fr",
    "https://exemple.fr",
    "deis",
    "09:00",
  ];
  return tried.find((one) => new RegExp(pattern).test(one) && one.length >= minLength) ?? "x".repeat(minLength);
}
