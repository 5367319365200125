import { BlockList, isIP } from 'node:net';

/**
 * Networks that no address given by a stranger may lead to: this machine, the networks behind it, the metadata service
 * of a cloud, and whatever is no single host on the public internet (IANA special-purpose address registries,
 * RFC 6890 and its updates).
 */
const inside = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // The metadata addresses of Alibaba Cloud and Azure's platform that stand outside link-local ones.
  ['100.100.100.200', 32],
  ['168.63.129.16', 32],
] as const) {
  inside.addSubnet(network, prefix, 'ipv4');
}

/** Global unicast is 2000::/3; everything else is inside. Parts of it that carry IPv4 or are no hosts are named. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
const insideSix = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  insideSix.addSubnet(network, prefix, 'ipv6');
}

/** The IPv4 address within an IPv4-mapped (::ffff:0:0/96) or NAT64 (64:ff9b::/96) one. */
function embedded(address: string): string | undefined {
  const groups = expand(address);
  if (!groups) return undefined;
  const head = groups.slice(0, 6).join(':');
  if (head !== '0:0:0:0:0:ffff' && head !== '64:ff9b:0:0:0:0') return undefined;
  const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
}

/** The eight groups of an IPv6 address, without leading zeros. */
function expand(address: string): string[] | undefined {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const [, before = '', a, b, c, d] = dotted ?? [];
  const hex = (high: unknown, low: unknown): string => (Number(high) * 256 + Number(low)).toString(16);
  const plain = dotted ? `${before}${hex(a, b)}:${hex(c, d)}` : address;
  const [left = '', right] = plain.toLowerCase().split('::');
  const split = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const [head, tail] = [split(left), split(right ?? '')];
  const missing = 8 - head.length - tail.length;
  if (missing < 0 || (right === undefined && missing !== 0)) return undefined;
  return [...head, ...Array.from({ length: missing }, () => '0'), ...tail].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
}

/** Whether a resolved IP address lies where the fetcher does not go. What is no IP address is forbidden as well. */
export function isForbiddenAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const family = isIP(bare);
  if (family === 4) return inside.check(bare, 'ipv4');
  if (family !== 6) return true;
  const four = embedded(bare);
  if (four !== undefined) return inside.check(four, 'ipv4');
  return !globalUnicast.check(bare, 'ipv6') || insideSix.check(bare, 'ipv6');
}
