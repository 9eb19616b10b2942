/** Which addresses may be reached, and that no spelling of an inner one gets by. */
import { UserError } from '../../../src/core/user-error.js';
import { createAddressGuard } from '../../../src/infra/net/address-guard.js';
import { Refused } from '../../../src/infra/net/errors.js';
import { addressesOf, type Resolve } from '../../../src/infra/net/reach.js';

const mayReach = createAddressGuard();
const noDns: Resolve = async (name) => {
  throw new Error(`nobody should look up ${name}`);
};

describe('the address guard', () => {
  test.each(['93.184.216.34', '1.1.1.1', '172.15.0.1', '172.32.0.1', '2606:2800:220:1::1', '2a00:1450::1'])(
    '%s is public',
    (address) => {
      expect(mayReach(address)).toBe(true);
    },
  );

  test.each([
    ['loopback', '127.0.0.1'],
    ['all of loopback', '127.255.0.9'],
    ['this network', '0.0.0.0'],
    ['private, class A', '10.1.2.3'],
    ['private, class B', '172.31.255.255'],
    ['private, class C', '192.168.0.1'],
    ['shared by carriers', '100.64.0.1'],
    ['metadata of most clouds', '169.254.169.254'],
    ['metadata of Alibaba', '100.100.100.200'],
    ['metadata of Oracle', '192.0.0.192'],
    ["Azure's wire server", '168.63.129.16'],
    ['benchmarks', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['IPv6 loopback', '::1'],
    ['IPv6 unspecified', '::'],
    ['IPv4-mapped', '::ffff:127.0.0.1'],
    ['IPv4-mapped and public: written that way only to get by', '::ffff:93.184.216.34'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['link-local', 'fe80::1'],
    ['unique local', 'fd00:ec2::254'],
    ['6to4 round a private address', '2002:0a00:0001::1'],
    ['Teredo', '2001:0:4136:e378::1'],
    ['documentation', '2001:db8::1'],
    ['IPv6 multicast', 'ff02::1'],
    ['no address', 'example.com'],
  ])('%s is refused: %s', (_, address) => {
    expect(mayReach(address)).toBe(false);
  });

  test('an operator lets a range or a single address through, and nothing beside it', () => {
    const guard = createAddressGuard(['10.20.0.0/16', '127.0.0.1', 'fd12::/16']);
    expect(['10.20.3.4', '127.0.0.1', 'fd12::1'].map(guard)).toEqual([true, true, true]);
    expect(['10.21.0.1', '127.0.0.2', 'fd13::1'].map(guard)).toEqual([false, false, false]);
  });

  test.each(['10.0.0.0/33', '10.0.0.0/x', 'example.com', '::/129', ''])('%p is no range', (range) => {
    expect(() => createAddressGuard([range])).toThrow(UserError);
  });
});

describe('where a request may go', () => {
  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://0/',
    'http://①②⑦.⓪.⓪.①/',
    'http://[::1]/',
    'http://[0:0:0:0:0:ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
  ])('%s is refused without a look-up', async (address) => {
    const reach = { mayReach, resolve: noDns, isProxied: false };
    await expect(addressesOf(new URL(address), reach)).rejects.toThrow(Refused);
  });

  test.each([
    'ftp://example.com/',
    'file:///etc/passwd',
    'gopher://example.com/',
    'https://user@example.com/',
    'https://:word@example.com/',
  ])('%s is nothing we ask', async (address) => {
    await expect(addressesOf(new URL(address), { mayReach, resolve: noDns, isProxied: false })).rejects.toThrow(
      Refused,
    );
  });

  test('a name that leads outside and inside is refused', async () => {
    const resolve: Resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    await expect(
      addressesOf(new URL('https://both.example/'), { mayReach, resolve, isProxied: false }),
    ).rejects.toThrow('both.example leads to an address that is not on the public Internet');
  });

  test('a name that nobody knows is said to be none', async () => {
    await expect(
      addressesOf(new URL('https://nowhere.example/'), { mayReach, resolve: noDns, isProxied: false }),
    ).rejects.toThrow('nowhere.example is no name that can be found');
  });

  test('behind a proxy a name of the outside is left to the proxy; one of the inside never is', async () => {
    const reach = { mayReach, resolve: noDns, isProxied: true };
    await expect(addressesOf(new URL('https://example.com/'), reach)).resolves.toBeNull();
    for (const inside of ['https://intranet/', 'https://db.internal/', 'http://localhost/', 'http://printer.local./'])
      await expect(addressesOf(new URL(inside), reach)).rejects.toThrow(Refused);
  });
});
