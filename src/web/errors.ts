/** Pages for what went wrong. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { html } from "../kit/html.ts";
import type { World } from "../world.ts";

export function errorPage(_world: World, _request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply {
  return reply.status(status).type("text/html; charset=utf-8").send(html`<!doctype html><html lang="fr"><title>${status}</title><h1>${status}</h1></html>`.text);
}
