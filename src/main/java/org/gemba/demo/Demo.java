package org.gemba.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gemba.demo.k3cloud.K3CloudSimulator;
import org.gemba.demo.labels.LabelPrinterSimulator;
import org.gemba.demo.llm.LlmSimulator;
import org.gemba.demo.shops.DemoShops;
import org.gemba.demo.smtp.SmtpSink;
import org.gemba.demo.story.Story;
import org.gemba.demo.suppliers.SupplierSimulators;
import org.gemba.demo.wechat.DemoWechat;
import org.gemba.demo.wechat.WechatSimulator;

/// The demo: the told factory behind simulators on free loopback ports, and the settings that point the program at
/// them.
/// The program fills its data folder itself, by a first sync through its own client.
public final class Demo implements AutoCloseable {
    private static final String ORDERS = "/sample-data/suppliers/orders/";
    private static final List<String> ORDER_FILES = List.of(
            "LCSC_Exported__20260911_093015.csv", "DK_PRODUCTS_88269818.csv", "LCSC_Exported__20261106_141207.csv");

    private final K3CloudSimulator erp;
    private final LlmSimulator llm;
    private final SupplierSimulators suppliers;
    private final LabelPrinterSimulator printer;
    private final SmtpSink mails;
    private final DemoShops shops;
    private final WechatSimulator wechat;

    private Demo(
            K3CloudSimulator erp,
            LlmSimulator llm,
            SupplierSimulators suppliers,
            LabelPrinterSimulator printer,
            SmtpSink mails,
            DemoShops shops,
            WechatSimulator wechat) {
        this.erp = erp;
        this.llm = llm;
        this.suppliers = suppliers;
        this.printer = printer;
        this.mails = mails;
        this.shops = shops;
        this.wechat = wechat;
    }

    /// With printed labels in the machine's temporary folder.
    public static Demo start(Clock clock) {
        return start(clock, Path.of(System.getProperty("java.io.tmpdir"), "gemba-labels"));
    }

    /// @param clock its zone decides what day it is in the factory, and so what day the story ends
    /// @param labels where the label printer leaves what it prints, as pictures
    public static Demo start(Clock clock, Path labels) {
        var story = Story.seenFrom(LocalDate.now(clock));
        return new Demo(
                K3CloudSimulator.start(story.erp()),
                LlmSimulator.start("demo-llm-key"),
                SupplierSimulators.start(),
                LabelPrinterSimulator.start(labels),
                SmtpSink.start(clock),
                DemoShops.start(story.rows("planning/products"), clock),
                DemoWechat.start(clock));
    }

    public K3CloudSimulator erp() {
        return erp;
    }

    public LlmSimulator llm() {
        return llm;
    }

    public SupplierSimulators suppliers() {
        return suppliers;
    }

    public LabelPrinterSimulator printer() {
        return printer;
    }

    /// The mail server, which delivers nowhere.
    public SmtpSink mails() {
        return mails;
    }

    /// Order files of the suppliers, by their names.
    public Map<String, byte[]> orderFiles() {
        var files = new LinkedHashMap<String, byte[]>();
        for (var name : ORDER_FILES) {
            try (var in = Demo.class.getResourceAsStream(ORDERS + name)) {
                files.put(name, Objects.requireNonNull(in, name).readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    public WechatSimulator wechat() {
        return wechat;
    }

    /// What the settings of the same names are in the demo.
    public Map<String, String> settings() {
        var account = erp.account();
        var all = new HashMap<>(suppliers.settings());
        all.putAll(shops.settings());
        all.putAll(Map.of(
                "KINGDEE_SERVER_URL", erp.url().toString(),
                "KINGDEE_ACCT_ID", account.accountId(),
                "KINGDEE_USER_NAME", account.userName(),
                "KINGDEE_APP_ID", account.appId(),
                "KINGDEE_APP_SEC", account.appSecret(),
                "DEEPSEEK_API_KEY", llm.key(),
                "DEEPSEEK_BASE_URL", llm.url().toString(),
                "DEEPSEEK_MODEL", "gemba-demo",
                "GEMBA_LABEL_PRINTER", printer.address()));
        all.put("SMTP_HOST", "127.0.0.1");
        all.put("SMTP_PORT", Integer.toString(mails.port()));
        all.put("SMTP_FROM", "gemba@factory.example");
        all.put("SMTP_STARTTLS", "false");
        all.put("WECHAT_APP_ID", wechat.appId());
        all.put("WECHAT_APP_SECRET", wechat.appSecret());
        all.put("WECHAT_BASE_URL", wechat.url().toString());
        return all;
    }

    /// The same as a layer of a {@link org.gemba.platform.config.SettingsSource}; put before every other one.
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings().get(name));
    }

    @Override
    public void close() {
        wechat.close();
        mails.close();
        shops.close();
        printer.close();
        suppliers.close();
        llm.close();
        erp.close();
    }
}
