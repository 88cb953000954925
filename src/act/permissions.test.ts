import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { type Actor, actorKey, actorName, may, recordedName, type Role, tokenLacks } from "./permissions.ts";

const account = (...roles: Role[]): Actor => ({
  kind: "account",
  account: "a1",
  session: "s1",
  roles,
  authenticatedAt: new Date("2026-12-01T09:00:00Z"),
});

describe("who may", () => {
  it("is a kind of actor, or a person with one role at least that holds the permission", () => {
    equal(may({ kind: "anyone" }, "ask about oneself"), true);
    equal(may(account(), "apply"), true);
    equal(may(account("interviewer", "finance"), "keep the accounts"), true);
    equal(may({ kind: "clock", day: "2026-12-01" }, "let time pass"), true);
  });

  it("is the operator in somebody’s name with what that somebody may, and not without a name", () => {
    const named = { kind: "operator", account: "a1", roles: ["finance"] } as const satisfies Actor;
    equal(may(named, "apply"), true);
    equal(may(named, "keep the accounts"), true);
    equal(may(named, "see the intakes"), true);
    equal(may(named, "hold an erasure"), false);
    equal(may({ kind: "operator" }, "apply"), false);
    equal(may({ kind: "operator" }, "keep the accounts"), false);
    equal(may({ kind: "operator", account: "a1" }, "keep the accounts"), false);
    equal(may({ kind: "proven", account: "a1", means: ["code"] }, "apply"), false);
    equal(may({ kind: "operator", account: "a1" }, "let time pass"), false);
  });

  it("is a guest with what guests are let in for", () => {
    const guest = {
      kind: "guest",
      guest: "g1",
      session: "s1",
      roles: ["interviewer"],
      authenticatedAt: new Date(0),
    } as const satisfies Actor;
    equal(may(guest, "be a guest"), true);
    equal(may(guest, "keep the accounts"), false);
    // A role of theirs opens what it opens to anybody who has it.
    const odd: object = { ...guest, roles: ["finance"] };
    equal(may(odd as Actor, "keep the accounts"), true);
  });

  it("is nobody else", () => {
    equal(may({ kind: "anyone" }, "apply"), false);
    equal(may(account(), "keep the accounts"), false);
    equal(may(account("interviewer"), "keep the accounts"), false);
    // A role only counts with a person in it.
    equal(may({ ...account("finance"), kind: "holder", secret: "x" } as unknown as Actor, "keep the accounts"), false);
    equal(may(account("administrator"), "let time pass"), false);
  });
});

describe("a token", () => {
  const program = (token: object): Actor => ({ ...account("director"), token: { id: "t1", ...token } }) as Actor;
  const view = { name: "dossiers", kind: "view" } as const;
  const act = { name: "judge", kind: "act" } as const;
  const binding = { name: "admit", kind: "act", binds: true } as const;

  it("lacks nothing where there is none: the person is there", () => {
    for (const one of [view, act, binding]) equal(tokenLacks(account("director"), one), undefined);
    const odd: object = { kind: "operator", account: "a1", token: { id: "t1", reach: "read" } };
    equal(tokenLacks(odd as Actor, act), undefined);
  });

  it("lets a program read, or do all but what binds", () => {
    const lacks = (reach: string) => [view, act, binding].map((one) => tokenLacks(program({ reach }), one));
    deepEqual(lacks("read"), [undefined, "reads-only", "reads-only"]);
    deepEqual(lacks("all"), [undefined, undefined, "binds"]);
  });

  it("lets a program do what was chosen by name, reading too, and nothing that binds though it was chosen", () => {
    const lacks = (...chosen: string[]) =>
      [view, act, binding].map((one) => tokenLacks(program({ reach: "chosen", chosen }), one));
    deepEqual(lacks("dossiers"), [undefined, "not-chosen", "binds"]);
    deepEqual(lacks("judge", "admit"), ["not-chosen", undefined, "binds"]);
    equal(tokenLacks(program({ reach: "chosen" }), view), "not-chosen");
  });
});

describe("the name of an actor in the record", () => {
  it("is the account of a person, and never how it was proven", () => {
    equal(actorName(account("director")), "account:a1");
    equal(actorName({ kind: "proven", account: "a2", means: ["code"] }), "account:a2");
    equal(actorName({ kind: "operator", account: "a3" }), "operator:a3");
    equal(actorName({ kind: "operator" }), "operator");
    equal(actorName({ kind: "holder", secret: "hidden" }), "holder");
    equal(actorName({ kind: "holder", secret: "hidden", account: "a4" } as unknown as Actor), "holder");
  });

  it("is the guest’s own, in the record and for their attempts", () => {
    const guest = {
      kind: "guest",
      guest: "g1",
      session: "s1",
      roles: ["interviewer"],
      authenticatedAt: new Date(0),
    } as const satisfies Actor;
    equal(actorName(guest), "guest:g1");
    deepEqual(actorKey(guest), { kind: "guest", guest: "g1" });
    const odd: object = { kind: "holder", secret: "x", guest: "g1", roles: ["finance"] };
    equal(actorName(odd as Actor), "holder");
    deepEqual(actorKey(odd as Actor), odd);
    equal(may(odd as Actor, "keep the accounts"), false);
  });

  it("is followed by the token, where a program did it in their name", () => {
    const token = { id: "t1", reach: "all" } as const;
    const program: object = { ...account("director"), token };
    equal(recordedName(program as Actor), "account:a1 token:t1");
    equal(recordedName(account("director")), "account:a1");
    equal(recordedName({ kind: "operator", account: "a3" }), "operator:a3");
    const odd: object = { kind: "operator", account: "a3", token };
    equal(recordedName(odd as Actor), "operator:a3");
  });

  it("is the same for a person’s attempts in any session, and each holder’s own", () => {
    deepEqual(actorKey(account("director")), { kind: "account", account: "a1" });
    deepEqual(actorKey({ kind: "holder", secret: "x" }), { kind: "holder", secret: "x" });
    deepEqual(actorKey({ kind: "proven", account: "a1", means: [] }), { kind: "proven", account: "a1", means: [] });
  });
});
