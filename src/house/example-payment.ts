/** Example payment details in a demonstration, for a school whose file has none; the name of the payee warns of it. */
import type { Laws } from "../law/load.ts";

/** The account that French banks print as an example: valid check digits, no holder. */
const EXAMPLE = "FR1420041010050500013M02606";
const LONGEST = 70;

/** A demonstration takes no money, and still shows how to pay. No decision rests on it. */
export function withExamplePayment(laws: Laws): Laws {
  const establishments = laws.establishments.map((school) => {
    const { payment, name } = school.data;
    const { transfer, cheque } = payment;
    if (transfer.iban !== undefined || cheque.payableTo !== undefined) return school;
    const warned = Array.from(`Exemple, ne rien payer – ${name}`).slice(0, LONGEST).join("");
    const shown = {
      transfer: { ...transfer, holder: warned, iban: EXAMPLE },
      cheque: { ...cheque, payableTo: warned },
    };
    return { ...school, data: { ...school.data, payment: shown } };
  });
  return { ...laws, establishments };
}
