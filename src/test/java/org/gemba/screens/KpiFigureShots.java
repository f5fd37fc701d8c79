package org.gemba.screens;

import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gemba.fx.Fx;
import org.gemba.kpi.DowntimeReason;
import org.gemba.kpi.FigureParts;
import org.gemba.kpi.ShiftType;
import org.gemba.kpi.Shop;
import org.gemba.kpi.ui.FigureScreens;
import org.gemba.platform.db.TestDatabase;
import org.gemba.screens.ScreenShots.Subject;

/// Draws the reading screens of the KPIs into `target/screens`.
final class KpiFigureShots {
    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

    private KpiFigureShots() {}

    public static void main(String[] arguments) throws Exception {
        try (var database = TestDatabase.open(Files.createTempDirectory("kpi-screens"))) {
            var clock = Clock.fixed(Shop.NOW, ZoneOffset.UTC);
            var shop = new Shop(database, "BOOT-LINE-A", ZoneId.of("Asia/Shanghai"));
            fill(shop);
            var desk = Fx.desk(clock, (id, given) -> {}, "kpi");
            var specs = new FigureScreens(FigureParts.of(database, clock)).screens(desk);
            ScreenShots.shoot(
                    desk,
                    List.of(
                            new Subject("kpi-dashboard", specs.get(0), Map.of()),
                            new Subject("kpi-efficiency", specs.get(1), Map.of("kpi", "efficiency")),
                            new Subject("kpi-availability", specs.get(1), Map.of("kpi", "availability")),
                            new Subject("kpi-quality", specs.get(2), Map.of()),
                            new Subject("kpi-reports", specs.get(3), Map.of()),
                            new Subject("kpi-mails", specs.get(4), Map.of())));
        }
        System.exit(0);
    }

    private static void fill(Shop shop) {
        var random = new Random(3);
        var known = shop.order(
                "2025-12-01-ROPER-ABC1", "ROPER-BOOT", 900, "0.25", Shop.Plan.of(TODAY.minusDays(30), TODAY));
        var guessed = shop.order(
                "2025-12-04-WELL-Z9", "WELLINGTON", 400, null, Shop.Plan.of(TODAY.minusDays(25), TODAY.minusDays(3)));
        for (int back = 0; back < 30; back++) {
            var day = TODAY.minusDays(back);
            if (day.getDayOfWeek().getValue() == 7) continue;
            for (var order : List.of(known, guessed)) {
                var made = new Shop.Made(
                        240 + random.nextInt(110),
                        random.nextInt(6),
                        "8.5",
                        9,
                        null,
                        "9",
                        30,
                        back == 2 ? "材料晚到 late material" : null);
                shop.entry(order, null, day, order == known ? ShiftType.SHIFT_1ST : ShiftType.SHIFT_2ND, made);
            }
            shop.inspection(known, day, 120, 112 + random.nextInt(8), 2, 4);
            if (back % 2 == 0)
                shop.downtime(
                        known, day, ShiftType.SHIFT_1ST, DowntimeReason.EQUIPMENT_FAILURE, 40 + random.nextInt(60));
            if (back % 3 == 0) shop.downtime(known, day, ShiftType.SHIFT_1ST, DowntimeReason.MATERIAL_SHORTAGE, 20);
            if (back % 4 == 0) shop.downtime(guessed, day, ShiftType.SHIFT_2ND, DowntimeReason.CHANGEOVER_SETUP, 25);
        }
    }
}
