/** Addresses as the protocol has them (`0x` and 16 digits), as they are shown. Pure. */

export function isNull(address: string): boolean {
  return /^0x0*$/.test(address);
}

/** `0xFFFF800000123456`, its leading zeros left out; `NULL` for 0. */
export function shortAddress(address: string): string {
  return isNull(address) ? 'NULL' : `0x${address.replace(/^0x0*/, '')}`;
}
