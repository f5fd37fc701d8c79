package org.gemba.kpi.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.ScreenSpec;
import org.gemba.fx.ScreenSpec.Area;
import org.gemba.kpi.KpiDoor;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/// What the shop floor brings to the window. A class of its own, so that a server never loads JavaFX.
public final class KpiScreens {
    public static final String SHEET = "kpi.sheet";
    public static final String ENTRIES = "kpi.entries";
    public static final String FILE = "kpi.file";
    public static final String ORDERS = "kpi.orders";
    public static final String BOARD = "kpi.board";
    public static final String DOWNTIME = "kpi.downtime";
    public static final String ATTENDANCE = "kpi.attendance";
    public static final String QUALITY = "kpi.quality";
    public static final String STANDARDS = "kpi.standards";

    private KpiScreens() {}

    public static List<ScreenSpec> screens(Desk desk, KpiDoor kpi) {
        return List.of(
                spec(
                        SHEET,
                        MaterialDesignC.CLIPBOARD_EDIT_OUTLINE,
                        Permission.ENTRIES_CREATE,
                        given -> new SheetView(desk, kpi)),
                spec(
                        ENTRIES,
                        MaterialDesignV.VIEW_LIST_OUTLINE,
                        Permission.KPI_READ,
                        given -> EntriesScreen.of(desk, kpi)),
                spec(
                        FILE,
                        MaterialDesignF.FILE_IMPORT_OUTLINE,
                        Permission.ENTRIES_CREATE,
                        given -> new FileScreen(desk, kpi)),
                spec(
                        ORDERS,
                        MaterialDesignC.CLIPBOARD_LIST_OUTLINE,
                        Permission.KPI_READ,
                        given -> OrdersScreen.of(desk, kpi)),
                spec(
                        BOARD,
                        MaterialDesignV.VIEW_COLUMN_OUTLINE,
                        Permission.KPI_READ,
                        given -> new BoardScreen(desk, kpi)),
                spec(
                        DOWNTIME,
                        MaterialDesignT.TIMER_OFF_OUTLINE,
                        Permission.KPI_READ,
                        given -> DowntimeScreen.of(desk, kpi)),
                spec(
                        ATTENDANCE,
                        MaterialDesignA.ACCOUNT_CLOCK_OUTLINE,
                        Permission.KPI_READ,
                        given -> AttendanceScreen.of(desk, kpi)),
                spec(QUALITY, MaterialDesignM.MAGNIFY_SCAN, Permission.KPI_READ, given -> QualityScreen.of(desk, kpi)),
                spec(
                        STANDARDS,
                        MaterialDesignB.BULLSEYE_ARROW,
                        Permission.KPI_READ,
                        given -> new StandardsScreen(desk, kpi)));
    }

    private static ScreenSpec spec(
            String id, Ikon icon, Permission needed, Function<Map<String, String>, Screen> create) {
        return new ScreenSpec(id, id + ".title", icon, Area.PRODUCTION, needed, create);
    }
}
