/** Luhn's check digit, as SIREN and SIRET numbers have it. */
export function hasCheckDigit(digits: string): boolean {
  const sum = digits
    .split("")
    .reverse()
    .reduce((total, digit, place) => {
      const twice = place % 2 === 0 ? Number(digit) : Number(digit) * 2;
      return total + (twice > 9 ? twice - 9 : twice);
    }, 0);
  return /^\d+$/.test(digits) && sum % 10 === 0;
}
