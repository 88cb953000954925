/** Which page and which charge belong together: the wish that was written before the provider was asked. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { payingOnline } from "../../test/paying-online.ts";
import { announcement } from "../../test/stripe.ts";
import { keepOnlineSession } from "./acts.ts";

describe("the wish to pay online", () => {
  const { act, announce, peer, set, stands, wishOf } = payingOnline();
  const provider = { kind: "payment-provider" } as const;
  const pageOf = (wish: string, session: string) => ({
    wish,
    session,
    url: `${peer().origin}/pay/${session}`,
    expiresAt: "2026-11-25T10:00:00.000Z",
  });

  it("is of the page that the provider opened for it, whatever page whoever owes names", async () => {
    const { account, wish } = await wishOf();
    const named = await act(keepOnlineSession, pageOf(wish, "cs_test_shop"), account);
    deepEqual(
      [named.kind, (await act(keepOnlineSession, pageOf(wish, "cs_test_own"), provider)).kind],
      ["forbidden", "done"],
    );
    // Kept for one wish, a page is not another's.
    const other = await wishOf();
    equal((await act(keepOnlineSession, pageOf(other.wish, "cs_test_own"), provider)).kind, "forbidden");
  });

  for (const [what, order] of [
    ["an order of the school’s shop", () => null],
    ["somebody else’s wish", (other: string) => other],
  ] as const)
    it(`is not counted where its page is told to be of ${what}`, async () => {
      const mine = await wishOf();
      const other = await wishOf();
      const session = `cs_test_disagrees_${other.number}`;
      await act(keepOnlineSession, pageOf(mine.wish, session), provider);
      const told = { id: session, amount_total: 16000, currency: "eur", payment_status: "paid" as const };
      const event = announcement({ ...told, client_reference_id: order(other.wish) }, { at: set.now });
      deepEqual(await announce(event), { status: 200, outcome: "unknown" });
      deepEqual([(await stands(mine)).paid, (await stands(other)).paid], [0, 0]);
    });

  it("is not counted from a second page under a name whose page is known", async () => {
    const { id, wish, number } = await wishOf();
    await act(keepOnlineSession, pageOf(wish, `cs_test_first_${number}`), provider);
    const told = { client_reference_id: wish, amount_total: 16000, currency: "eur", payment_status: "paid" as const };
    const second = announcement({ ...told, id: `cs_test_second_${number}` }, { at: set.now });
    deepEqual(await announce(second), { status: 200, outcome: "unknown" });
    equal((await stands({ id })).paid, 0);
  });

  it("keeps no page that ends on no day", async () => {
    const { wish } = await wishOf();
    for (const expiresAt of ["x", "2026-11-31T10:00:00.000Z", "2026-11-25T24:00:00.000Z"])
      equal(
        (await act(keepOnlineSession, { ...pageOf(wish, "cs_test_endless"), expiresAt }, provider)).kind,
        "invalid",
      );
  });
});
