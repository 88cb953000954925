/** Takes a valid input and spoils it, in the ways that people, spreadsheets and attackers do. Mostly invalid after. */
import * as fc from "fast-check";
import { isRealDay } from "./days.ts";
import { DECIDED, type Decision, type ORACLES, oracleOf } from "./oracles.ts";
import { shift } from "./title-arbitraries.ts";

type Inputs = { readonly [D in Decision]: (typeof ORACLES)[D]["inputs"] };
/** Valid inputs as they come out of `JSON.parse`: plain objects with the usual prototype. */
export const VALID_INPUTS = Object.fromEntries(
  DECIDED.map((decision) => [decision, oracleOf(decision).inputs.map(asParsed)]),
) as Inputs;

function asParsed<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

type Container = Record<string, unknown> | unknown[];
/** A place in the value: the object or list that holds it, and its key there. */
type Place = { holder: Container; key: string };
type Spoil = (place: Place, chosen: unknown, other: Place) => void;

const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)]);

const NUMBERS = [0, -0, -1, 1, 1.5, 20.001, 1e-7, 1e308, -1e308, 5e-324, 2 ** 53, 1e21, 0.1 + 0.2];
const WORDS = "NaN|Infinity|null|10|0.5|FR|fr|ZZ|EU|UK|constructor|__proto__|toString|deis-2|2024|UF9.9|DF4|2024-01-01";
const DAYS_THAT_ARE_NONE =
  "2023-02-29|2024-13-01|2024-00-10|1899-12-31|2200-01-01|2024-1-1|2024-01-01T00:00:00Z|2024-01-01 |+02024-01-01" +
  "|２０２４-01-01|2100-02-29|0000-00-00|2024-01-01\n|2024-01-01\u0000";
const ATTACKS = [
  "<img src=x onerror=alert(1)>",
  "'); drop table dossiers; --",
  "{{7*7}}",
  "\ud800",
  "\u202e",
  "é".repeat(201),
  "🎓".repeat(201),
  "x".repeat(100_000),
];
const SHAPES: unknown[] = [
  null,
  true,
  false,
  "",
  " ",
  [],
  {},
  [[]],
  [null],
  { length: 1 },
  { constructor: 1 },
  nested(200),
];
const HOSTILE = [...NUMBERS, ...WORDS.split("|"), ...DAYS_THAT_ARE_NONE.split("|"), ...ATTACKS, ...SHAPES];
const STRANGE_KEYS = [
  "__proto__",
  "constructor",
  "extra",
  "",
  "On",
  "titres",
  "level",
  "title",
  "amount",
  "attestation",
  "to",
  "for",
  "entrustedBy",
];
const PAST_THE_MAXIMA = [21, 51, 201, 501, 1_001];

const SPOILS: Spoil[] = [
  ({ holder, key }, chosen) => put(holder, key, chosen),
  ({ holder, key }) => drop(holder, key),
  ({ holder }, chosen) => add(holder, chosen),
  ({ holder, key }) => rename(holder, key, `${key} `),
  ({ holder, key }) => rename(holder, key, key === key.toUpperCase() ? key.toLowerCase() : key.toUpperCase()),
  ({ holder, key }) => put(holder, key, bent(get(holder, key))),
  ({ holder, key }, chosen) => put(holder, key, nudged(get(holder, key), keyNumber(chosen))),
  ({ holder, key }) => put(holder, key, [get(holder, key)]),
  ({ holder, key }) => lengthen(get(holder, key)),
  // Two values change places: days cross each other, names go where they mean something else.
  ({ holder, key }, _chosen, other) => {
    const mine = get(holder, key);
    put(holder, key, structuredClone(get(other.holder, other.key)));
    put(other.holder, other.key, structuredClone(mine));
  },
  ({ holder, key }, _chosen, other) => put(holder, key, structuredClone(get(other.holder, other.key))),
  // A key that is right elsewhere.
  ({ holder, key }, _chosen, other) => {
    if (!Array.isArray(other.holder)) put(other.holder, key, structuredClone(get(holder, key)));
  },
];

/** One or two spoils, one after the other; now and then the whole value is replaced. */
export function mutate(decision: Decision): fc.Arbitrary<unknown> {
  const spoil = fc.tuple(fc.constantFrom(...SPOILS), fc.nat(), fc.nat(), fc.constantFrom(...HOSTILE));
  const inputs: fc.Arbitrary<unknown> = VALID_INPUTS[decision];
  const spoiled = fc.tuple(inputs, fc.array(spoil, { minLength: 1, maxLength: 2 })).map(([valid, spoils]) => {
    const value = structuredClone(valid);
    for (const [apply, at, otherAt, chosen] of spoils) {
      const places = placesOf(value);
      if (places.length === 0) continue;
      apply(places[at % places.length]!, structuredClone(chosen), places[otherAt % places.length]!);
    }
    return value;
  });
  return fc.oneof({ arbitrary: spoiled, weight: 40 }, { arbitrary: fc.constantFrom(...HOSTILE), weight: 1 });
}

/** One or two slips, where the oracle names some: as often valid as not. */
export function slipped(decision: Decision): fc.Arbitrary<unknown> | undefined {
  const { slips, inputs } = oracleOf(decision);
  if (slips === undefined) return undefined;
  const slip = fc.tuple(fc.constantFrom(...slips), fc.nat());
  return fc.tuple(inputs.map(asParsed), fc.array(slip, { minLength: 1, maxLength: 2 })).map(([value, made]) => {
    for (const [apply, dice] of made) apply(value as never, dice);
    return value;
  });
}

/** Every place of the value, outermost first; the depth of hostile nests is not walked. */
function placesOf(value: unknown, depth = 0): Place[] {
  if (typeof value !== "object" || value === null || depth > 5) return [];
  const holder = value as Container;
  const own = Object.keys(holder).map((key) => ({ holder, key }));
  return [...own, ...own.flatMap(({ key }) => placesOf(get(holder, key), depth + 1))];
}

function get(holder: Container, key: string): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value as unknown;
}

/** Defined and not assigned, so that `__proto__` is a key like the others, as it is after `JSON.parse`. */
function put(holder: Container, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
}

function drop(holder: Container, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}

function add(holder: Container, chosen: unknown): void {
  if (Array.isArray(holder)) holder.push(chosen);
  else put(holder, STRANGE_KEYS[keyNumber(chosen) % STRANGE_KEYS.length]!, chosen);
}

function keyNumber(chosen: unknown): number {
  return JSON.stringify(chosen).length;
}

function rename(holder: Container, from: string, to: string): void {
  const value = get(holder, from);
  if (Array.isArray(holder)) return void holder.push(structuredClone(value));
  drop(holder, from);
  put(holder, to, value);
}

/** The same value, wrong by its type or by little. */
function bent(value: unknown): unknown {
  if (typeof value === "number")
    return [String(value), value + 0.001, value * 1_000, -value][Math.floor(value) % 4] ?? -0;
  if (typeof value === "string") return value.length % 2 === 0 ? ` ${value}` : value.toLowerCase();
  if (typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return Object.fromEntries(Object.entries(value));
  return value === null ? "null" : [value];
}

/** A day or a number beside the one that stands there: right by itself, it may cross another. */
function nudged(value: unknown, by: number): unknown {
  if (typeof value === "string" && isRealDay(value)) return shift(value, [1, -1, 500, -500][by % 4]!);
  if (typeof value === "number") return value + [1, -1][by % 2]!;
  return bent(value);
}

/** Repeats what a list holds until it is past one of the contract's maxima. */
function lengthen(value: unknown): void {
  if (!Array.isArray(value) || value.length === 0) return;
  const most = PAST_THE_MAXIMA[value.length % PAST_THE_MAXIMA.length]!;
  const first = value[0] as unknown;
  while (value.length < most) value.push(first);
}
