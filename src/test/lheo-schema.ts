/**
 * `node src/test/lheo-schema.ts lheo.xsd`: holds an example offer, and each way of spoiling it, against the schema of LHÉO itself. It comes
 * without a licence and is not in this repository; `docs/decisions/lheo-export.md` says how it is made. Nothing that the house takes may be
 * refused there; what the house alone refuses is listed.
 */
import { judgedBy } from "../kit/xml-schema.ts";
import { offerOf } from "../year/lheo/rules/offer.ts";
import { faultsIn, type Element, writtenXml } from "../year/lheo/rules/tree.ts";
import { placesIn, replaced, wholeOffer } from "./offers.ts";

const [schema] = process.argv.slice(2);
if (schema === undefined) throw new Error("node src/test/lheo-schema.ts lheo.xsd");
const judge = judgedBy(schema);
const { root } = offerOf(wholeOffer());

/** The whole, then each element gone, empty, too long, of another table, or standing eleven times. */
function* offers(): Generator<readonly [string, Element]> {
  yield ["whole", root];
  for (const { element, inside, path } of placesIn(root)) {
    yield [`${path} gone`, replaced(root, element, undefined)];
    yield [
      `${path} eleven times`,
      replaced(root, inside, { ...inside, inside: [...inside.inside!, ...Array.from({ length: 10 }, () => element)] }),
    ];
    if (element.value === undefined) continue;
    for (const value of ["", "x", "99", "x".repeat(51), "x".repeat(256), "x".repeat(601), "x".repeat(3_001)])
      yield [`${path} as ${String(value.length)} characters`, replaced(root, element, { ...element, value })];
  }
}

let [agreed, stricter, wrong] = [0, 0, 0];
for (const [what, offer] of offers()) {
  const [here, there] = [faultsIn(offer).length === 0, (await judge(writtenXml(offer))) === undefined];
  if (here === there) agreed += 1;
  else if (there) {
    stricter += 1;
    console.log(`refused here alone: ${what}`);
  } else {
    wrong += 1;
    console.log(`taken here, refused there: ${what}`);
  }
}
console.log(
  `${String(agreed)} agreed, ${String(stricter)} refused here alone, ${String(wrong)} taken here and refused there`,
);
process.exitCode = wrong > 0 ? 1 : 0;
