/** Does the table of pages hold every page that the server registers, and no other? */
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { FastifyInstance, RouteOptions } from "fastify";
import type { PageTable } from "./pages.ts";

export type Route = { readonly method: string; readonly url: string };

/** Builds a server and returns it with every route it registered. Fastify announces each instance before its first route. */
export async function recordRoutes<T>(build: () => Promise<T>): Promise<{ server: T; routes: readonly Route[] }> {
  const routes: Route[] = [];
  const attach = (message: unknown) => {
    (message as { fastify: FastifyInstance }).fastify.addHook("onRoute", ({ method, url }: RouteOptions) => {
      for (const one of [method].flat()) routes.push({ method: one, url });
    });
  };
  subscribe("fastify.initialization", attach);
  try {
    return { server: await build(), routes };
  } finally {
    unsubscribe("fastify.initialization", attach);
  }
}

/** One sentence for each gap between the server and the table. */
export function gapsOf(routes: readonly Route[], table: PageTable): string[] {
  const shown = urls(routes, "GET").filter((url) => !table.notPages.some(({ path }) => covers(path, url)));
  const posted = new Set(urls(routes, "POST"));
  const states = Map.groupBy(table.rows, ({ path }) => path);
  const has = (url: string, state: string) => states.get(url)?.some((row) => row.state === state) ?? false;
  return [
    ...shown.filter((url) => !states.has(url)).map((url) => `${url} is registered but not in the table of pages`),
    ...shown.filter((url) => states.has(url) && !has(url, "full")).map((url) => `${url} has no row "full"`),
    ...shown
      .filter((url) => states.has(url) && posted.has(url) && !has(url, "error"))
      .map((url) => `${url} takes a form but has no row "error"`),
    ...[...states.keys()]
      .filter((path) => !path.startsWith("(") && !shown.includes(path))
      .map((path) => `${path} is in the table, but the server has no such page`),
    ...table.notPages
      .filter(({ path }) => !urls(routes, "GET").some((url) => covers(path, url)))
      .map(({ path }) => `${path} is said to be no page, but the server has no such route`),
  ];
}

/** True where `path`, as a browser has it, is one that `pattern` serves. */
export function serves(pattern: string, path: string): boolean {
  const segments = pattern.split("/").map((segment) => {
    if (segment.startsWith(":")) return "[^/]+";
    return segment.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  });
  return new RegExp(`^${segments.join("/")}/?$`).test(path);
}

function urls(routes: readonly Route[], method: string): string[] {
  return [...new Set(routes.filter((route) => route.method === method).map(({ url }) => url))];
}

function covers(path: string, url: string): boolean {
  return path.endsWith("*") ? url.startsWith(path.slice(0, -1)) : url === path;
}
