package org.gemba.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.gemba.demo.k3cloud.K3CloudSimulator;
import org.gemba.demo.llm.LlmSimulator;
import org.gemba.demo.story.Story;

/// The demo: the told factory behind simulators on free loopback ports, and the settings that point the program at
/// them.
/// The program fills its data folder itself, by a first sync through its own client.
public final class Demo implements AutoCloseable {
    private final K3CloudSimulator erp;
    private final LlmSimulator llm;

    private Demo(K3CloudSimulator erp, LlmSimulator llm) {
        this.erp = erp;
        this.llm = llm;
    }

    /// @param clock its zone decides what day it is in the factory, and so what day the story ends
    public static Demo start(Clock clock) {
        return new Demo(
                K3CloudSimulator.start(Story.seenFrom(LocalDate.now(clock)).erp()), LlmSimulator.start("demo-llm-key"));
    }

    public K3CloudSimulator erp() {
        return erp;
    }

    public LlmSimulator llm() {
        return llm;
    }

    /// What the settings of the same names are in the demo.
    public Map<String, String> settings() {
        var account = erp.account();
        return Map.of(
                "KINGDEE_SERVER_URL", erp.url().toString(),
                "KINGDEE_ACCT_ID", account.accountId(),
                "KINGDEE_USER_NAME", account.userName(),
                "KINGDEE_APP_ID", account.appId(),
                "KINGDEE_APP_SEC", account.appSecret(),
                "DEEPSEEK_API_KEY", llm.key(),
                "DEEPSEEK_BASE_URL", llm.url().toString(),
                "DEEPSEEK_MODEL", "gemba-demo");
    }

    /// The same as a layer of a {@link org.gemba.platform.config.SettingsSource}; put before every other one.
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings().get(name));
    }

    @Override
    public void close() {
        llm.close();
        erp.close();
    }
}
