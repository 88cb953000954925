/** The input schema of the agreement: who pays what, what is signed, and what the papers say. */
import { invalid, type Rejection } from "../../law/decision.ts";
import {
  among,
  day,
  decisionInput,
  integer,
  LIMITS,
  listOf,
  notAfter,
  notBefore,
  onlyOnce,
  record,
} from "../../law/input.ts";
import type { Money, ParticularEntry } from "../../law/money.ts";
import { issue, type Issue, type JsonSchema } from "../../kit/schema.ts";
import { type AgreementInput, PLACES, type Share } from "./rule.ts";

const flag: JsonSchema = { type: "boolean" };

export function agreementSchema({ payers, agreement: { particulars } }: Money): JsonSchema {
  const set = (list: readonly ParticularEntry[]): JsonSchema => ({
    type: "array",
    items: among(list.map((one) => one.particular)),
  });
  const share = {
    source: among(payers.map((one) => one.payer)),
    amount: integer(0, LIMITS.cents),
    signedOn: day,
    grantedOn: day,
    platform: flag,
  };
  return decisionInput(
    {
      startsOn: day,
      shares: listOf(record(share, ["source", "amount"]), LIMITS.funders, 1),
      concluded: among(PLACES),
      startRequested: flag,
      letterOn: day,
      stated: record(
        {
          contract: set(particulars.contract),
          convention: set(particulars.convention),
          before: set(particulars.before),
        },
        [],
      ),
    },
    ["startsOn", "shares"],
  );
}

export function agreementRejection({ payers }: Money): (input: AgreementInput) => Rejection | undefined {
  const named = new Map(payers.map((one) => [one.payer, one]));
  return (input) => {
    const { on, shares, concluded, letterOn } = input;
    const given = shares.map((share, at) => ({ share, payer: named.get(share.source)!, path: `shares[${at}]` }));
    const platform = given.some(({ share, payer }) => payer.paper === "platform" && share.amount > 0);
    const contract = given.find(
      ({ share, payer }) =>
        payer.paper === "contract" && !share.platform && share.amount > 0 && share.signedOn !== undefined,
    );
    const granted = given.find(({ share, payer }) => payer.paper === "grant" && share.amount > 0);
    return invalid([
      ...onlyOnce(
        shares.map(({ source }) => source),
        (at) => `shares[${at}].source`,
      ),
      ...given.flatMap(({ share, payer, path }) => [
        ...dayIssues(share, payer.paper === "grant", path, on),
        ...platformIssues(share, { contract: payer.paper === "contract", platform, path }),
      ]),
      ...(granted && !given.some(({ payer }) => payer.employer) ? [noEmployer(granted.path)] : []),
      ...(contract && concluded === undefined ? [NOT_CONCLUDED] : []),
      ...(letterOn === undefined
        ? []
        : contract
          ? [...notBefore("letterOn", letterOn, contract.share.signedOn!), ...notAfter("letterOn", letterOn, on)]
          : [NOTHING_SIGNED]),
    ]);
  };
}

/** An accord is granted, any other paper is signed; neither later than the day of the question. */
function dayIssues({ signedOn, grantedOn }: Share, grant: boolean, path: string, on: string): Issue[] {
  return [
    ...notAfter(`${path}.signedOn`, signedOn, on),
    ...notAfter(`${path}.grantedOn`, grantedOn, on),
    ...(grant && signedOn !== undefined
      ? [
          issue(
            `${path}.signedOn`,
            "Ce financeur donne un accord : il ne signe rien.",
            "This payer gives an accord: it signs nothing.",
          ),
        ]
      : []),
    ...(!grant && grantedOn !== undefined
      ? [
          issue(
            `${path}.grantedOn`,
            "Ce payeur signe : il ne donne pas d’accord.",
            "This payer signs: it gives no accord.",
          ),
        ]
      : []),
  ];
}

type Beside = { readonly contract: boolean; readonly platform: boolean; readonly path: string };

function platformIssues(share: Share, { contract, platform, path }: Beside): Issue[] {
  if (share.platform && !(contract && platform)) {
    return [
      issue(
        `${path}.platform`,
        "Seule la part d’une personne, à côté de celle de la plateforme, se paie sur celle-ci.",
        "Only a person’s part, beside that of the platform, is paid on it.",
      ),
    ];
  }
  if (contract && platform && share.amount > 0 && !share.platform) {
    return [
      issue(
        `${path}.platform`,
        "À côté de la plateforme, ce que la personne paie passe par elle.",
        "Beside the platform, what the person pays goes through it.",
      ),
    ];
  }
  return [];
}

function noEmployer(path: string): Issue {
  return issue(
    path,
    "Un accord paie pour un employeur : sa part manque, fût-elle de 0.",
    "An accord pays for an employer: its share is missing, be it 0.",
  );
}

const NOT_CONCLUDED = issue(
  "concluded",
  "Un contrat est signé : il faut dire où il a été conclu.",
  "A contract is signed: say where it was concluded.",
);
const NOTHING_SIGNED = issue(
  "letterOn",
  "On ne se rétracte que d’un contrat signé.",
  "Only a contract that is signed can be withdrawn from.",
);
