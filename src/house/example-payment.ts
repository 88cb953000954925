/** How a school of a demonstration is paid, where its own file does not say: by invented means, whose name warns of it. */
import type { Laws } from "../law/load.ts";

/** The account that French banks print as an example: its check digits are right, and nobody holds it. */
const EXAMPLE = "FR1420041010050500013M02606";
const LONGEST = 70;

/** A demonstration takes no money, and shows how it would be paid all the same. No decision rests on it. */
export function withExamplePayment(laws: Laws): Laws {
  const establishments = laws.establishments.map((one) => {
    const { payment, name } = one.data;
    const { transfer, cheque } = payment;
    if (transfer.iban !== undefined || cheque.payableTo !== undefined) return one;
    const warned = Array.from(`Exemple, ne rien payer – ${name}`).slice(0, LONGEST).join("");
    const shown = {
      transfer: { ...transfer, holder: warned, iban: EXAMPLE },
      cheque: { ...cheque, payableTo: warned },
    };
    return { ...one, data: { ...one.data, payment: shown } };
  });
  return { ...laws, establishments };
}
