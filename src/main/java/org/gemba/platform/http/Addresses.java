package org.gemba.platform.http;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Which addresses belong to the open internet, by the special-purpose registries of IANA. Everything else (this
/// machine, its neighbours, the carrier's inside, documentation, multicast, cloud metadata) does not.
final class Addresses {
    private static final List<Block> CLOSED = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // a cloud's metadata service in otherwise public space
            "168.63.129.16/32",
            // of the open part of IPv6: protocol assignments with Teredo, documentation, 6to4
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");
    private static final Block OPEN_IPV6 = Block.of("2000::/3");

    private Addresses() {}

    /// An IPv4 address that hides in IPv6 (`::ffff:127.0.0.1`) is read as what it is.
    static boolean isOpen(InetAddress address) {
        if (!(address instanceof Inet4Address) && !OPEN_IPV6.contains(address)) return false;
        return CLOSED.stream().noneMatch(block -> block.contains(address));
    }

    static boolean isLoopback(InetAddress address) {
        return address.isLoopbackAddress();
    }

    private static List<Block> blocks(String... texts) {
        return Arrays.stream(texts).map(Block::of).toList();
    }

    private record Block(BigInteger prefix, int bytes, int length) {
        static Block of(String text) {
            int slash = text.indexOf('/');
            try {
                var address = InetAddress.getByName(text.substring(0, slash)).getAddress();
                int length = Integer.parseInt(text.substring(slash + 1));
                return new Block(cut(address, length), address.length, length);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text, e);
            }
        }

        boolean contains(InetAddress address) {
            var raw = address.getAddress();
            return raw.length == bytes && cut(raw, length).equals(prefix);
        }

        private static BigInteger cut(byte[] raw, int length) {
            return new BigInteger(1, raw).shiftRight(raw.length * 8 - length);
        }
    }
}
