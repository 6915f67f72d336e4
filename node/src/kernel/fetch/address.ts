import { BlockList, isIP } from 'node:net';

type Range = readonly [network: string, prefix: number];

// One list per family: a v4-mapped network in a shared list would match every IPv4 address.
function listOf(family: 'ipv4' | 'ipv6', ranges: readonly Range[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family);
  return list;
}

/** IANA IPv4 Special-Purpose Address Registry, and multicast. */
const specialV4 = listOf('ipv4', [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // shared by carriers (CGNAT)
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, cloud metadata
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
]);

/** Global unicast: loopback, mapped, NAT64, unique local, link-local and multicast addresses all lie outside. */
const globalV6 = listOf('ipv6', [['2000::', 3]]);
const specialV6 = listOf('ipv6', [
  ['2001::', 23], // protocol assignments: Teredo, benchmarks, ORCHID
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4, which carries an IPv4 address
  ['3fff::', 20], // documentation
]);

const loopbackV4 = listOf('ipv4', [['127.0.0.0', 8]]);
const loopbackV6 = listOf('ipv6', [['::1', 128]]);

/** Whether an address is one that anyone on the internet can have; everything that is no address is not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !specialV4.check(address, 'ipv4');
  // A zone (`fe80::1%eth0`) marks a link-local address, which BlockList cannot read.
  if (family !== 6 || address.includes('%')) return false;
  return globalV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6');
}

/** 127.0.0.0/8 and ::1; the v4-mapped spelling is refused everywhere. */
export function isLoopbackAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return loopbackV4.check(address, 'ipv4');
  return family === 6 && !address.includes('%') && loopbackV6.check(address, 'ipv6');
}
