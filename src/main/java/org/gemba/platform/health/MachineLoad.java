package org.gemba.platform.health;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;

/// How busy the machine is, in percent with one decimal.
///
/// @param disk how full the disk is that holds the data
public record MachineLoad(BigDecimal cpu, BigDecimal memory, BigDecimal disk) {
    public static MachineLoad now(Path data) {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
            return new MachineLoad(BigDecimal.ZERO, BigDecimal.ZERO, disk(data));
        }
        double memory = 1 - (double) system.getFreeMemorySize() / Math.max(1, system.getTotalMemorySize());
        return new MachineLoad(percent(Math.max(0, system.getCpuLoad())), percent(memory), disk(data));
    }

    private static BigDecimal disk(Path data) {
        try {
            var store = Files.getFileStore(data);
            return percent(1 - (double) store.getUsableSpace() / Math.max(1, store.getTotalSpace()));
        } catch (IOException e) {
            return BigDecimal.ZERO;
        }
    }

    private static BigDecimal percent(double fraction) {
        return Double.isFinite(fraction)
                ? BigDecimal.valueOf(fraction * 100).setScale(1, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
    }
}
