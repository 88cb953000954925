/**
 * A school's own sign-in service, by OpenID Connect discovery. The request carries a state, a nonce and a PKCE challenge; the library
 * checks the answer against them, and its signature, issuer and audience. If one check fails, nothing of it is trusted.
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

declare module "../../act/world.ts" {
  interface World {
    /** The school's own sign-in service. */
    readonly provider?: Provider;
  }
}

export type ProviderSettings = {
  /** The school that it vouches in, and no other. */
  readonly school: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** Its name on the button; a generic one if absent. */
  readonly name: string | undefined;
};

/** What must match on the way back. */
type Checks = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Requires signing in anew at the service, at this time or later, in seconds since the epoch. */
  readonly since?: number;
  /** The session whose owner ties their account; only that session may come back. */
  readonly link?: string;
};

/** The person that the service vouches for. */
type Vouched = {
  readonly issuer: string;
  readonly subject: string;
  readonly address: string;
  readonly name: string;
};

/**
 * Why a sign-in fails: no answer; a mismatch of settings (secret, clock, key); no request of ours; given up by the person; no verified
 * address; not signed in anew as required; another person than the signed-in one; the account is not tied; the subject is tied to another
 * account.
 */
export type NotVouched =
  | "unreachable"
  | "settings"
  | "not-held"
  | "refused"
  | "no-address"
  | "not-anew"
  | "somebody-else"
  | "not-linked"
  | "linked-elsewhere";

/** `code`, for the operator: an error code, never a message, which may quote a token. */
type Problem = { readonly problem: NotVouched; readonly code?: string };

/** Seconds of clock difference. */
const LEEWAY = 30;
/** Seconds: a person is waiting for the page. */
const PATIENCE = 10;
/** OpenID Connect Core, § 2: at most 255 ASCII characters. */
const STORABLE = /^[\x20-\x7e]{1,255}$/;
/** Errors that the person may cause by giving up; any other is one of settings, or of the service. */
const GAVE_UP = /^(?:access_denied|login_required|consent_required|interaction_required|account_selection_required)$/;

export type Provider = {
  readonly school: string;
  readonly name: string | undefined;
  readonly newChecks: () => Checks;
  /** The address to send the browser to. */
  readonly wayThere: (checks: Checks, redirect: string) => Promise<{ url: string } | Problem>;
  readonly cameBack: (url: URL, checks: Checks) => Promise<{ vouched: Vouched } | Problem>;
};

/** The service of a school; `undefined` where it has none. */
export function providerOf({ provider }: { readonly provider?: Provider }, school: string): Provider | undefined {
  return provider?.school === school ? provider : undefined;
}

export function openProvider({ school, issuer, clientId, clientSecret, name }: ProviderSettings): Provider {
  let discovered: Promise<Configuration> | undefined;
  const configuration = () => {
    // Discovered when first needed, and again after a failure: a service that is down must not block our start.
    discovered ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      // Checks the token's signature too, which the library otherwise leaves to TLS: a proxy in between must not be able to vouch.
      timeout: PATIENCE,
      execute: [enableNonRepudiationChecks, ...(issuer.startsWith("http:") ? [allowInsecureRequests] : [])],
    }).catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
    return discovered;
  };
  return {
    school,
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
      } catch (error) {
        return problemOf(error);
      }
    },
    async cameBack(url, { state, nonce, verifier, since }) {
      if (url.searchParams.get("state") !== state) return { problem: "not-held" };
      const oauthError = url.searchParams.get("error");
      if (oauthError !== null)
        return GAVE_UP.test(oauthError) ? { problem: "refused" } : problemOf({ error: oauthError });
      try {
        const config = await configuration();
        const checks = {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        };
        const tokens = await authorizationCodeGrant(config, url, checks);
        const claims = tokens.claims()!;
        // `prompt` and `max_age` stand in the address, where the browser can drop them: the signed `auth_time` counts.
        if (since !== undefined && !((claims.auth_time ?? 0) >= since - LEEWAY)) return { problem: "not-anew" };
        // Some services put the address in the token, others in the userinfo.
        const profile = "email" in claims ? claims : await fetchUserInfo(config, tokens.access_token, claims.sub);
        const { email, email_verified: verified, name: displayName } = profile;
        if (typeof email !== "string" || email === "" || verified !== true) return { problem: "no-address" };
        const subject = claims.sub;
        if (!STORABLE.test(subject)) return { problem: "settings", code: "sub" };
        return {
          vouched: {
            issuer: claims.iss,
            subject,
            address: email,
            name: typeof displayName === "string" ? displayName : "",
          },
        };
      } catch (error) {
        return problemOf(error);
      }
    },
  };
}

type Fault = {
  readonly name?: string;
  readonly message?: string;
  readonly code?: unknown;
  /** The service's OAuth error. */
  readonly error?: unknown;
  readonly status?: unknown;
  readonly cause?: unknown;
};

/** The library nests errors: each part of the answer may be in any of them. */
function problemOf(fault: unknown): Problem {
  const all = chainOf(fault);
  const codes = all.map(({ code }) => code);
  const claim = all.map((one) => (one as { claim?: unknown }).claim).find((one) => typeof one === "string");
  const status = all.map((one) => one.status).find((one) => typeof one === "number") ?? 0;
  const oauthError = all.map(({ error }) => error).find((one) => typeof one === "string");
  const errorCode = plain(oauthError ?? [...codes].reverse().find((code) => typeof code === "string") ?? all[0]?.name);
  const code = [errorCode, ...(claim ? [plain(claim)] : []), ...(status > 0 ? [status] : [])].join(" ");
  const isDown =
    oauthError === "server_error" ||
    oauthError === "temporarily_unavailable" ||
    status >= 500 ||
    all.some(({ name, message }) => name === "TypeError" && message === "fetch failed");
  if (isDown || codes.some((one) => one === "OAUTH_TIMEOUT" || one === "OAUTH_ABORT" || isOfNetwork(one)))
    return { problem: "unreachable", code };
  // The code was used already or has expired; or the token answers another request.
  if (oauthError === "invalid_grant" || claim === "nonce") return { problem: "not-held", code };
  return { problem: "settings", code };
}

function chainOf(fault: unknown): Fault[] {
  const all: Fault[] = [];
  for (let at = fault; typeof at === "object" && at !== null && all.length < 5; at = (at as Fault).cause) all.push(at);
  return all;
}

/** Error codes of the system, and of the HTTP library. */
function isOfNetwork(code: unknown): boolean {
  return typeof code === "string" && /^(?:E(?!RR_)[A-Z_]+|UND_ERR_\w+)$/.test(code);
}

function plain(word: unknown): string {
  return (typeof word === "string" ? word : "unknown").replaceAll(/\W+/g, "_").slice(0, 60);
}
