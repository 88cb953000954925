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

declare module "../../act/world.ts" {
  interface World {
    /** The school's own sign-in service. */
    readonly provider?: Provider;
  }
}

export type ProviderSettings = {
  /** Whose it is: its word counts in that school and in no other. */
  readonly school: string;
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
  /** The session whose owner ties their account to the service; nobody else's comes back for that. */
  readonly link?: string;
};

/** Whom the provider says it is. */
type Vouched = {
  readonly issuer: string;
  readonly subject: string;
  readonly address: string;
  readonly name: string;
};

/**
 * Why nobody is let in: the provider does not answer, it and we do not agree (a secret, a clock, a key), what came back is
 * of no request of ours, they gave up there, the provider vouches for no address, it did not ask them anew as it was told to,
 * it knows them as another than whoever is signed in, their account is not tied to it, or another's is.
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

/** `code`, for whoever runs the service: the machine's word for what is wrong, never a sentence, which may quote a token. */
type Problem = { readonly problem: NotVouched; readonly code?: string };

/** Two machines' clocks differ. */
const LEEWAY = 30;
/** Seconds: a person waits before a page. */
const PATIENCE = 10;
/** OpenID Connect Core, § 2: at most 255 signs of ASCII. */
const STORABLE = /^[\x20-\x7e]{1,255}$/;
/** What a person may do there on their own; any other error is of its settings, or its own. */
const GAVE_UP = /^(?:access_denied|login_required|consent_required|interaction_required|account_selection_required)$/;

export type Provider = {
  readonly school: string;
  readonly name: string | undefined;
  readonly newChecks: () => Checks;
  /** Where to send the browser. */
  readonly wayThere: (checks: Checks, redirect: string) => Promise<{ url: string } | Problem>;
  readonly cameBack: (url: URL, checks: Checks) => Promise<{ vouched: Vouched } | Problem>;
};

/** The service of a school; `undefined` where it has none, whatever others have. */
export function providerOf({ provider }: { readonly provider?: Provider }, school: string): Provider | undefined {
  return provider?.school === school ? provider : undefined;
}

export function openProvider({ school, issuer, clientId, clientSecret, name }: ProviderSettings): Provider {
  let found: Promise<Configuration> | undefined;
  const configuration = () => {
    // Asked when first needed, and again after a failure: a provider that is down must not keep the service from starting.
    found ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      // The signature too, which the library leaves to TLS unless told: a proxy in between must not be able to vouch.
      timeout: PATIENCE,
      execute: [enableNonRepudiationChecks, ...(issuer.startsWith("http:") ? [allowInsecureRequests] : [])],
    }).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
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
      const said = url.searchParams.get("error");
      if (said !== null) return GAVE_UP.test(said) ? { problem: "refused" } : problemOf({ error: said });
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
        // Asked for in the address that the browser was sent to, where anybody may take it out: what comes back is signed.
        if (since !== undefined && !((claims.auth_time ?? 0) >= since - LEEWAY)) return { problem: "not-anew" };
        // Some providers put the address in the token, others say it only when asked.
        const told = "email" in claims ? claims : await fetchUserInfo(config, tokens.access_token, claims.sub);
        const { email, email_verified: verified, name: called } = told;
        if (typeof email !== "string" || email === "" || verified !== true) return { problem: "no-address" };
        const subject = claims.sub;
        if (!STORABLE.test(subject)) return { problem: "settings", code: "sub" };
        return {
          vouched: { issuer: claims.iss, subject, address: email, name: typeof called === "string" ? called : "" },
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
  /** What the provider calls it, in OAuth's own words. */
  readonly error?: unknown;
  readonly status?: unknown;
  readonly cause?: unknown;
};

/** The library puts one fault into another: what is known of each is told by one of them. */
function problemOf(fault: unknown): Problem {
  const all = chainOf(fault);
  const codes = all.map(({ code }) => code);
  const claim = all.map((one) => (one as { claim?: unknown }).claim).find((one) => typeof one === "string");
  const status = all.map((one) => one.status).find((one) => typeof one === "number") ?? 0;
  const said = all.map(({ error }) => error).find((one) => typeof one === "string");
  const word = plain(said ?? [...codes].reverse().find((code) => typeof code === "string") ?? all[0]?.name);
  const code = [word, ...(claim ? [plain(claim)] : []), ...(status > 0 ? [status] : [])].join(" ");
  const off =
    said === "server_error" ||
    said === "temporarily_unavailable" ||
    status >= 500 ||
    all.some(({ name, message }) => name === "TypeError" && message === "fetch failed");
  if (off || codes.some((one) => one === "OAUTH_TIMEOUT" || one === "OAUTH_ABORT" || isOfNetwork(one)))
    return { problem: "unreachable", code };
  // The code that came back served already or waited too long; or the token answers another request.
  if (said === "invalid_grant" || claim === "nonce") return { problem: "not-held", code };
  return { problem: "settings", code };
}

function chainOf(fault: unknown): Fault[] {
  const all: Fault[] = [];
  for (let at = fault; typeof at === "object" && at !== null && all.length < 5; at = (at as Fault).cause) all.push(at);
  return all;
}

/** As this machine's system calls them, or the library that speaks HTTP. */
function isOfNetwork(code: unknown): boolean {
  return typeof code === "string" && /^(?:E(?!RR_)[A-Z_]+|UND_ERR_\w+)$/.test(code);
}

function plain(word: unknown): string {
  return (typeof word === "string" ? word : "unknown").replaceAll(/\W+/g, "_").slice(0, 60);
}
