package ai.fastrouter.camel.gateway.http;

import java.net.InetAddress;

/** Which addresses a client may connect to, asked for each address right before it is connected to. Thread-safe. */
@FunctionalInterface
public interface AddressPolicy {

    /** Whether this address may be connected to. Must not block. */
    boolean permits(InetAddress address);

    /**
     * Only addresses of the public internet: none that is private (RFC 1918, RFC 4193), loopback, link-local, shared
     * (RFC 6598), multicast, reserved or for documentation (RFC 6890), nor one of these inside an IPv6 address (mapped,
     * compatible, NAT64, 6to4, Teredo).
     */
    static AddressPolicy publicOnly() {
        return address -> isPublic(address.getAddress());
    }

    private static boolean isPublic(byte[] address) {
        return address.length == 4 ? isPublicV4(address, 0) : isPublicV6(address);
    }

    private static boolean isPublicV4(byte[] bytes, int at) {
        int a = bytes[at] & 0xff;
        int b = bytes[at + 1] & 0xff;
        int c = bytes[at + 2] & 0xff;
        return switch (a) {
            case 0, 10, 127 -> false;
            case 100 -> b < 64 || b > 127;
            case 169 -> b != 254;
            case 172 -> b < 16 || b > 31;
            case 192 -> b != 168 && !(b == 0 && (c == 0 || c == 2)) && !(b == 88 && c == 99);
            case 198 -> b != 18 && b != 19 && !(b == 51 && c == 100);
            case 203 -> !(b == 0 && c == 113);
            default -> a < 224;
        };
    }

    private static boolean isPublicV6(byte[] bytes) {
        if (isZero(bytes, 0, 10)) {
            boolean mapped = bytes[10] == -1 && bytes[11] == -1;
            return (mapped || isZero(bytes, 10, 12)) && isPublicV4(bytes, 12);
        }
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        if (first == 0x64) {
            // 64:ff9b::/96 leads to the IPv4 address in its last bytes; the rest of 64:ff9b is for local use
            return second == 0xff9b && isZero(bytes, 4, 12) && isPublicV4(bytes, 12);
        }
        if (first == 0x2002) {
            return isPublicV4(bytes, 2);
        }
        if (first == 0x2001) {
            // 2001::/23 are special purposes, Teredo among them; 2001:db8::/32 is for documentation
            return second > 0x1ff && second != 0xdb8;
        }
        // global unicast is 2000::/3; 3fff::/20 is for documentation
        return first >> 13 == 1 && !(first == 0x3fff && second < 0x1000);
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
