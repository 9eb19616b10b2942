/** Which addresses a request to a name that people gave may reach: public ones, and what the operator allows. */
import { BlockList, isIP, isIPv4 } from 'node:net';
import { parseAddressRange } from '../../core/address-range.js';

/**
 * IPv4 ranges that are nobody's on the Internet, and two services of clouds that answer inside of them.
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const REFUSED_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10', // shared by carriers; a cloud's metadata at 100.100.100.200
  '127.0.0.0/8',
  '168.63.129.16/32', // Azure's wire server, in a public range
  '169.254.0.0/16', // link-local; metadata of most clouds at 169.254.169.254
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3', // multicast, reserved, broadcast
];

/** Only global unicast is anybody's; that leaves out loopback, link-local, unique local, multicast and IPv4-mapped. */
const GLOBAL_V6 = '2000::/3';

/**
 * Within it: protocol assignments (Teredo among them), documentation, and 6to4, which holds an IPv4 address of any kind.
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const REFUSED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

/** True when a request may go to the address, which is an IP address as `dns.lookup` tells it. */
export type AddressGuard = (address: string) => boolean;

/** @param allowed ranges such as `10.20.0.0/16` or single addresses that are let through. @throws UserError naming one that is no range. */
export function createAddressGuard(allowed: readonly string[] = []): AddressGuard {
  const exceptions = listOf(allowed);
  const refused = listOf([...REFUSED_V4, ...REFUSED_V6]);
  const global = listOf([GLOBAL_V6]);
  return (address) => {
    if (isIP(address) === 0) return false;
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (exceptions.check(address, family)) return true;
    return !refused.check(address, family) && (family === 'ipv4' || global.check(address, family));
  };
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const { address, bits, family } = parseAddressRange(range);
    list.addSubnet(address, bits, family);
  }
  return list;
}
