package org.gemba.mto.ui;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gemba.erp.ErpDocuments.Hit;
import org.gemba.erp.Material;
import org.gemba.erp.PickBalance;
import org.gemba.erp.ShipBalance;
import org.gemba.mto.Documents;
import org.gemba.mto.FakeErp;
import org.gemba.mto.MtoService;
import org.gemba.mto.MtoSettings;
import org.gemba.mto.MtoTraveller;
import org.gemba.mto.cache.QueryHistory;
import org.gemba.mto.data.QueryCounts;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.print.Reports;

/// One order with everything that can be wrong with one, and the alerts that come of it.
public final class MtoRoom {
    public static final String MTO = "AS2511001";
    public static final Clock CLOCK = Clock.fixed(Documents.NOW, ZoneOffset.UTC);

    public final FakeErp erp = new FakeErp();
    public final MtoService service;
    public final MtoTraveller traveller;

    public MtoRoom(Database database) {
        var history = new QueryHistory(new QueryCounts(database), CLOCK);
        var settings = MtoSettings.read(new SettingsSource(name -> Optional.empty()));
        service = new MtoService(erp, history, settings, CLOCK, () -> ZoneId.of("Asia/Shanghai"));
        traveller = new MtoTraveller(new Reports(), new Texts(List.of("mto")), () -> ZoneId.of("Asia/Shanghai"));
        erp.store(order(), Documents.NOW.minusSeconds(1080));
        erp.live.put(MTO, order());
        erp.hits.add(new Hit(MTO, "07.01.001", "潜水面镜 Diving mask", BigDecimal.valueOf(1200)));
        erp.hits.add(new Hit("AS2511002", "07.01.002", "呼吸管 Snorkel", BigDecimal.valueOf(800)));
        alerts();
    }

    private static Documents order() {
        return new Documents(MTO)
                .aux(101, "蓝色 Blue")
                .aux(102, "红色 Red")
                .sold("07.01.001", 101, "700")
                .sold("07.01.001", 102, "500")
                .received("07.01.001", 101, "700")
                .received("07.01.001", 102, "120")
                .order("05.02.010", 0, "1200")
                .component("05.02.010", 0, "1200", "半成品", false)
                .received("05.02.010", 0, "900")
                .picked("05.02.010", 0, "1450")
                .component("03.11.005", 0, "1200", "外销包材", true)
                .bought("03.11.005", 0, "1200", "300")
                .component("03.11.006", 0, "2400", "外销包材", true)
                .bought("03.11.006", 0, "2400", "2400")
                .picked("03.11.006", 0, "2400")
                .component("06.04.002", 0, "1200", "委外加工", false)
                .subcontract("06.04.002", 0, "1200", "0")
                .delivered("07.01.001", 101, "600");
    }

    private void alerts() {
        erp.picks.add(pick("05.02.010", "Frame", "1200", "1450", 0));
        erp.picks.add(pick("03.11.009", "Label", "0", "300", 2));
        erp.ships.add(new ShipBalance(
                "DS2510044",
                new Material("07.02.003", "脚蹼 Fins", ""),
                "杭州客户",
                LocalDate.of(2026, 11, 30),
                new BigDecimal("100"),
                new BigDecimal("100"),
                new BigDecimal("120"),
                false));
        erp.ships.add(new ShipBalance(
                MTO,
                new Material("07.01.001", "潜水面镜 Diving mask", ""),
                "Example Corp",
                LocalDate.of(2026, 11, 20),
                new BigDecimal("1200"),
                new BigDecimal("820"),
                new BigDecimal("600"),
                false));
    }

    private static PickBalance pick(String code, String name, String applied, String issued, int unclear) {
        return new PickBalance(
                MTO,
                new Material(code, name, ""),
                "Example Corp",
                LocalDate.of(2026, 11, 20),
                new BigDecimal(applied),
                new BigDecimal(issued),
                unclear);
    }
}
