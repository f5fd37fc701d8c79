package org.gemba.demo.k3cloud;

/// The one account that the simulated ERP knows.
public record Account(String accountId, String userName, String password, String appId, String appSecret) {
    /// The account of the demo: 潜水装备 data centre, user `demo`.
    public static final Account DEMO =
            new Account("6718e2a95d10f7", "demo", "gemba-demo", "204857_demoGembaApp", "demo-app-secret");
}
