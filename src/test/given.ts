/** Compares each value that goes out, as JSON carries it, with what its act or view says that it gives. */
import type { TSchema } from "typebox";
import type { ActWorld } from "../act/act.ts";
import { type JsonSchema, sayIssues, validator } from "../kit/schema.ts";

const checks = new WeakMap<TSchema, ReturnType<typeof validator>>();

/** Of the worlds of tests: every test that does an act or reads a view then proves its declaration. */
export const given: NonNullable<ActWorld["given"]> = ({ name, output }, value) => {
  if (!output) return;
  let check = checks.get(output);
  if (!check) checks.set(output, (check = validator(output as unknown as JsonSchema)));
  const wrong = sayIssues(check(JSON.parse(JSON.stringify(value))), "en");
  if (wrong.length > 0)
    throw new Error(
      `${name} gives what it does not say: ${wrong.map(({ path, message }) => `${path}: ${message}`).join(" ")}`,
    );
};
