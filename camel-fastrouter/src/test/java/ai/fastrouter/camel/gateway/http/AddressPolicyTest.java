package ai.fastrouter.camel.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Reply;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    private final AddressPolicy policy = AddressPolicy.publicOnly();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "3fff:1::1",
                "100::1"
            })
    void notPublic_isRefused(String address) throws Exception {
        assertThat(policy.permits(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void mappedAddress_asSixteenBytes_isRefusedToo() throws Exception {
        byte[] mapped = new byte[16];
        mapped[10] = -1;
        mapped[11] = -1;
        mapped[12] = 10;
        InetAddress address = java.net.Inet6Address.getByAddress("mapped", mapped, 0);
        assertThat(policy.permits(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.20.0.1",
                "223.255.255.254",
                "2606:4700::1111",
                "2a00:1450::1",
                "64:ff9b::8.8.8.8",
                "2002:808:808::"
            })
    void public_isPermitted(String address) throws Exception {
        assertThat(policy.permits(InetAddress.getByName(address))).isTrue();
    }

    private static DnsResolver resolving(String host, String... addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String asked) throws UnknownHostException {
                InetAddress[] found = new InetAddress[addresses.length];
                for (int i = 0; i < found.length; i++) {
                    found[i] = InetAddress.getByName(asked.equals(host) ? addresses[i] : asked);
                }
                return found;
            }

            @Override
            public String resolveCanonicalHostname(String asked) {
                return asked;
            }
        };
    }

    private void expectRefused(TestClient client, String url) {
        Answer answer = new Answer();
        client.get(url, TestClient.PATIENT, answer);
        FastRouterException failure = answer.failed();
        assertThat(failure).isNotInstanceOf(FastRouterTransientException.class);
        assertThat(failure.getCode()).isEqualTo("address_refused");
        assertThat(failure.getMessage()).contains("not allowed").doesNotContain("secret");
    }

    @Test
    void client_refusesNamesAndLiteralsOfThisMachine() {
        HttpSettings settings =
                new HttpSettings().addressPolicy(policy).dnsResolver(resolving("cdn.test", "127.0.0.1", "10.0.0.1"));
        try (LocalGateway gateway = LocalGateway.builder().unchecked().start();
                TestClient client = new TestClient(settings)) {
            String path = ":" + gateway.port() + "/audio?secret=1";
            for (String host :
                    List.of("cdn.test", "127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433")) {
                expectRefused(client, "http://" + host + path);
            }
            assertThat(gateway.peakConnections()).isZero();
        }
    }

    @Test
    void client_takesTheAllowedAddressOfSeveral() {
        HttpSettings settings = new HttpSettings()
                .addressPolicy(address -> address.getAddress()[3] == 1)
                .dnsResolver(resolving("cdn.test", "127.0.0.2", "127.0.0.1"));
        try (LocalGateway gateway = LocalGateway.builder().unchecked().start();
                TestClient client = new TestClient(settings)) {
            gateway.on().always(Reply.json("{}"));
            Answer answer = new Answer();
            client.get("http://cdn.test:" + gateway.port() + "/audio", TestClient.PATIENT, answer);
            answer.whole();
        }
    }

    @Test
    void client_behindProxy_reachesTheProxyAndJudgesLiterals() throws Exception {
        try (TestProxy proxy = new TestProxy(null, null, 503);
                TestClient client =
                        new TestClient(new HttpSettings().addressPolicy(policy).proxy("127.0.0.1", proxy.port()))) {
            for (String host : List.of(
                    "10.0.0.1", "[::1]", "[::ffff:10.0.0.1]", "2130706433", "localhost", "LocalHost.", "a.localhost")) {
                expectRefused(client, "https://" + host + "/audio?secret=1");
            }
            Answer named = new Answer();
            client.get("https://cdn.test/audio", TestClient.PATIENT, named);
            assertThat(named.failed().getMessage()).contains("503");
            assertThat(proxy.heads()).hasSize(1);
        }
    }
}
