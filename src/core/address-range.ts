/** Ranges of IP addresses as people write them. */
import { isIP, isIPv4 } from 'node:net';
import { UserError } from './user-error.js';

export interface AddressRange {
  readonly address: string;
  /** Leading bits that count. */
  readonly bits: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** @param text such as `10.20.0.0/16`, or a single address. @throws UserError naming it when it is none. */
export function parseAddressRange(text: string): AddressRange {
  const [address = '', length, ...rest] = text.trim().split('/');
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  const most = family === 'ipv4' ? 32 : 128;
  const bits = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  if (isIP(address) === 0 || rest.length > 0 || !(bits <= most))
    throw new UserError(`${JSON.stringify(text.trim())} is no range of addresses, such as 10.0.0.0/8`);
  return { address, bits, family };
}
