import { ok, rejects } from "node:assert/strict";
import { subscribe } from "node:diagnostics_channel";
import type { Server } from "node:net";
import { describe, it } from "node:test";
import type { OtherSchool } from "../several-schools.ts";
import { serveSite } from "./served.ts";

describe("a Livret for the table of pages", () => {
  it("leaves no server open where it fails midway", async () => {
    const servers: Server[] = [];
    subscribe("tracing:net.server.listen:asyncEnd", (told) => servers.push((told as { server: Server }).server));
    const unreadable = { establishment: "autre", theme: null } as unknown as OtherSchool;
    const fronts = [
      { state: "full", others: [] },
      { state: "empty", others: [unreadable] },
    ] as const;
    await rejects(serveSite(fronts), TypeError);
    ok(servers.length > 1);
    ok(servers.every(({ listening }) => !listening));
  });
});
