package org.gemba.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;

/// What the entries of one order in one shift of one day sum up to. Every figure that is a ratio of sums is made from
/// these; times are in minutes, exact.
///
/// @param runMinutes line time
/// @param shiftMinutes sum of the entries' shift lengths
/// @param labourMinutes sum of shift length times people assigned
/// @param employeesAssigned sum over entries
/// @param presentEntries how many of them say who was present
public record EntryDay(
        String clientId,
        LocalDate shiftDate,
        long orderId,
        ShiftType shiftType,
        int entries,
        long unitsProduced,
        long unitsDefective,
        BigDecimal runMinutes,
        BigDecimal shiftMinutes,
        BigDecimal labourMinutes,
        long downtimeMinutes,
        long employeesAssigned,
        int presentEntries,
        long employeesPresent) {

    /// What one entry adds to its day.
    public static EntryDay of(ProductionEntry entry) {
        var shift = entry.shiftMinutes();
        var present = entry.employeesPresent();
        return new EntryDay(
                entry.clientId(),
                entry.shiftDate(),
                entry.orderId(),
                entry.shiftType(),
                1,
                entry.unitsProduced(),
                entry.unitsDefective(),
                entry.runTimeHours().multiply(BigDecimal.valueOf(60)),
                shift,
                shift.multiply(BigDecimal.valueOf(entry.employeesAssigned())),
                entry.downtimeMinutes(),
                entry.employeesAssigned(),
                present == null ? 0 : 1,
                present == null ? 0 : present);
    }

    /// Both together; the key is this one's.
    public EntryDay plus(EntryDay other) {
        return new EntryDay(
                clientId,
                shiftDate,
                orderId,
                shiftType,
                entries + other.entries,
                unitsProduced + other.unitsProduced,
                unitsDefective + other.unitsDefective,
                runMinutes.add(other.runMinutes),
                shiftMinutes.add(other.shiftMinutes),
                labourMinutes.add(other.labourMinutes),
                downtimeMinutes + other.downtimeMinutes,
                employeesAssigned + other.employeesAssigned,
                presentEntries + other.presentEntries,
                employeesPresent + other.employeesPresent);
    }

    /// What takes this away again.
    public EntryDay negated() {
        return new EntryDay(
                clientId,
                shiftDate,
                orderId,
                shiftType,
                -entries,
                -unitsProduced,
                -unitsDefective,
                runMinutes.negate(),
                shiftMinutes.negate(),
                labourMinutes.negate(),
                -downtimeMinutes,
                -employeesAssigned,
                -presentEntries,
                -employeesPresent);
    }
}
