/**
 * A school's own sign-in service, by OpenID Connect: any provider that can be discovered. The way there carries a state, a
 * nonce and a proof key (PKCE); what comes back is checked against all three, the signature, the issuer and the audience by
 * the library, and none of it is believed where one check fails.
 */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";

export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** As its users call it, on the button; in words of the page where none is given. */
  readonly name: string | undefined;
};

/** What must be the same when somebody comes back. */
type Checks = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** They are to show who they are there anew, however lately they did: in seconds of the epoch, from when it counts. */
  readonly since?: number;
};

/** Whom the provider says it is. */
type Vouched = {
  readonly issuer: string;
  readonly subject: string;
  readonly address: string;
  readonly name: string;
};

/** Why nobody is let in: what came back does not hold, or the provider does not vouch for an address. */
export type NotVouched = "unreachable" | "not-held" | "refused" | "no-address" | "not-anew" | "somebody-else";

/** Two machines' clocks differ. */
const LEEWAY = 30;

export type Provider = {
  readonly name: string | undefined;
  readonly newChecks: () => Checks;
  /** Where to send the browser. */
  readonly wayThere: (checks: Checks, redirect: string) => Promise<{ url: string } | { problem: NotVouched }>;
  readonly cameBack: (url: URL, checks: Checks) => Promise<{ vouched: Vouched } | { problem: NotVouched }>;
};

export function openProvider({ issuer, clientId, clientSecret, name }: ProviderSettings): Provider {
  let found: Promise<Configuration> | undefined;
  const configuration = () => {
    // Asked when first needed, and again after a failure: a provider that is down must not keep the service from starting.
    found ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      // The signature too, which the library leaves to TLS unless told: a proxy in between must not be able to vouch.
      execute: [enableNonRepudiationChecks, ...(issuer.startsWith("http:") ? [allowInsecureRequests] : [])],
    }).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  return {
    name,
    newChecks: () => ({ state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }),
    async wayThere({ state, nonce, verifier, since }, redirect) {
      try {
        const url = buildAuthorizationUrl(await configuration(), {
          redirect_uri: redirect,
          scope: "openid email profile",
          code_challenge: await calculatePKCECodeChallenge(verifier),
          code_challenge_method: "S256",
          state,
          nonce,
          ...(since !== undefined && { prompt: "login", max_age: "0" }),
        });
        return { url: url.href };
      } catch {
        return { problem: "unreachable" };
      }
    },
    async cameBack(url, { state, nonce, verifier, since }) {
      if (url.searchParams.has("error")) return { problem: "refused" };
      let config: Configuration;
      try {
        config = await configuration();
      } catch {
        return { problem: "unreachable" };
      }
      try {
        const checks = {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        };
        const tokens = await authorizationCodeGrant(config, url, checks);
        const claims = tokens.claims()!;
        // Asked for in the address that the browser was sent to, where anybody may take it out: what comes back is signed.
        if (since !== undefined && !((claims.auth_time ?? 0) >= since - LEEWAY)) return { problem: "not-anew" };
        // Some providers put the address in the token, others say it only when asked.
        const said = "email" in claims ? claims : await fetchUserInfo(config, tokens.access_token, claims.sub);
        const { email, email_verified: verified, name: called } = said;
        if (typeof email !== "string" || email === "" || verified !== true) return { problem: "no-address" };
        const subject = claims.sub;
        return {
          vouched: { issuer: claims.iss, subject, address: email, name: typeof called === "string" ? called : email },
        };
      } catch {
        return { problem: "not-held" };
      }
    },
  };
}
