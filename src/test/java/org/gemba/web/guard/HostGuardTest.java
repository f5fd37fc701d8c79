package org.gemba.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.NetworkInterface;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.gemba.web.WebSettings;
import org.junit.jupiter.api.Test;

class HostGuardTest {
    private static HostGuard guard(String bind, String... hosts) {
        var settings = new WebSettings(bind, 8080, Set.of(), Set.of(), Set.of(hosts), true, ZoneOffset.UTC, false);
        return new HostGuard(settings, Clock.systemUTC());
    }

    @Test
    void openedToTheLanItKnowsItsOwnAddressesAndNoOthers() throws Exception {
        var guard = guard("0.0.0.0");
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address.getAddress().length == 4)
                .forEach(address -> assertThat(guard.allows(address.getHostAddress() + ":8080"))
                        .isTrue());
        assertThat(guard.allows("203.0.113.9")).isFalse();
        assertThat(guard.allows("evil.example")).isFalse();
        assertThat(guard.allows("localhost:8080")).isTrue();
    }

    @Test
    void configuredNamesCountWhateverTheCase() {
        var guard = guard("127.0.0.1", "gemba.factory.example");
        assertThat(guard.allows("Gemba.Factory.example:443")).isTrue();
        assertThat(guard.allows("x.gemba.factory.example")).isFalse();
    }

    @Test
    void otherSpellingsOfAnAddressAreNotAccepted() {
        var guard = guard("127.0.0.1");
        for (var host :
                new String[] {"127.1", "2130706433", "0x7f.1", "127.0.0.1.", "localhost.", "a b", "[::1", ":80", ""}) {
            assertThat(guard.allows(host)).as(host).isFalse();
        }
        assertThat(guard.allows(null)).isFalse();
    }
}
