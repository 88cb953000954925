/** Gathers the acts and views that modules export, so that a new one is named once, where it is declared. */
import type { Act, View } from "./act.ts";

type Module = Readonly<Record<string, unknown>>;

export function actsIn(...modules: readonly Module[]): readonly Act[] {
  return exported(modules, (value) => "perform" in value && "writes" in value) as readonly Act[];
}

export function viewsIn(...modules: readonly Module[]): readonly View[] {
  return exported(modules, (value) => "read" in value && "who" in value && "form" in value) as readonly View[];
}

function exported(modules: readonly Module[], is: (value: object) => boolean): readonly unknown[] {
  const values = modules.flatMap((module) => Object.values(module));
  return values.filter((value) => typeof value === "object" && value !== null && is(value));
}
