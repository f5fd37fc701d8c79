package org.gemba.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.kpi.data.AttendanceTable;
import org.gemba.kpi.data.Books;
import org.gemba.kpi.data.DowntimeTable;
import org.gemba.kpi.data.EntryRules;
import org.gemba.kpi.data.InspectionTable;
import org.gemba.kpi.data.ShopFilter;
import org.gemba.kpi.data.WorkOrderTable;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// What the shop floor tells beside production: downtime, attendance, inspections.
public final class ShopFloorService {
    private final Books books;

    ShopFloorService(Books books) {
        this.books = books;
    }

    /// A row and the number that people know its order by.
    public record OfOrder<T>(T row, String workOrderId) {}

    /// One page of rows, and how many there are on all pages.
    public record Found<T>(List<T> rows, long total) {
        public Found {
            rows = List.copyOf(rows);
        }
    }

    /// Which rows are asked for; null means any.
    ///
    /// @param from inclusive
    /// @param to inclusive
    public record Asked(
            @Nullable String clientId,
            @Nullable String workOrderId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int limit,
            long offset) {}

    /// @throws AppError.NotFound for an unknown or a foreign order
    public OfOrder<Downtime> addDowntime(Caller caller, NewDowntime asked) {
        caller.require(Permission.ENTRIES_CREATE);
        var faults = asked.faults().found();
        var made = books.database().write(handle -> {
            var place = EntryRules.order(
                    books, handle, caller, asked.workOrderId(), asked.clientId(), asked.shiftDate(), faults);
            var order = place.order();
            var row = new Downtime(
                    0,
                    order.clientId(),
                    order.id(),
                    asked.shiftDate(),
                    asked.shiftType(),
                    asked.reason(),
                    asked.minutes(),
                    asked.notes(),
                    books.now(),
                    caller.username());
            long id = DowntimeTable.insert(handle, row);
            books.audit(handle, caller, "create", "kpi_downtime", Long.toString(id), null, AuditForm.of(row, order));
            return new OfOrder<>(row.withId(id), order.workOrderId());
        });
        announce(made.row().clientId(), made.row().shiftDate());
        return made;
    }

    /// @throws AppError.Conflict when there is a row of this person in this shift
    /// @throws AppError.Unprocessable when the floater covers somebody else in this shift already
    public Attendance addAttendance(Caller caller, NewAttendance asked) {
        caller.require(Permission.ENTRIES_CREATE);
        var faults = asked.faults().found();
        var made = books.database().write(handle -> {
            var client = books.client(handle, caller, asked.clientId(), "client_id");
            var all = new ArrayList<>(faults);
            all.addAll(WorkDays.faults(asked.shiftDate(), books.today(client), client.zone()));
            if (!all.isEmpty()) throw new AppError.InvalidInput(all);
            var others = AttendanceTable.ofShift(handle, client.clientId(), asked.shiftDate(), asked.shiftType());
            refuseDoubles(asked, others);
            var row = row(asked, client, caller);
            long id = AttendanceTable.insert(handle, row);
            books.audit(handle, caller, "create", "kpi_attendance", Long.toString(id), null, AuditForm.of(row));
            return row.withId(id);
        });
        announce(made.clientId(), made.shiftDate());
        return made;
    }

    private static void refuseDoubles(NewAttendance asked, List<Attendance> others) {
        for (var other : others) {
            if (other.employeeId().equals(asked.employeeId())) {
                throw new AppError.Conflict("The attendance of " + asked.employeeId() + " on " + asked.shiftDate()
                        + ", " + asked.shiftType() + ", is entered already");
            }
            if (asked.coveredBy() != null && asked.coveredBy().equals(other.coveredBy())) {
                throw new AppError.Unprocessable(asked.coveredBy() + " covers " + other.employeeId()
                        + " in this shift already; one floater covers one person");
            }
            if (other.absent() && other.employeeId().equals(asked.coveredBy())) {
                throw new AppError.Unprocessable(asked.coveredBy() + " is absent in this shift and can cover nobody");
            }
        }
    }

    private Attendance row(NewAttendance asked, Client client, Caller caller) {
        return new Attendance(
                0,
                client.clientId(),
                asked.employeeId(),
                asked.shiftDate(),
                asked.shiftType(),
                asked.scheduledHours(),
                asked.actualHours(),
                asked.absent(),
                asked.absenceType(),
                asked.absence(),
                asked.coveredBy(),
                asked.confirmed(),
                books.now(),
                caller.username());
    }

    /// @throws AppError.NotFound for an unknown or a foreign order
    public OfOrder<Inspection> addInspection(Caller caller, NewInspection asked) {
        caller.require(Permission.ENTRIES_CREATE);
        var faults = asked.faults().found();
        var made = books.database().write(handle -> {
            var place = EntryRules.order(
                    books, handle, caller, asked.workOrderId(), asked.clientId(), asked.shiftDate(), faults);
            var row = row(asked, place.order(), caller);
            long id = InspectionTable.insert(handle, row);
            var form = AuditForm.of(row, place.order());
            books.audit(handle, caller, "create", "kpi_inspection", Long.toString(id), null, form);
            return new OfOrder<>(row.withId(id), place.order().workOrderId());
        });
        announce(made.row().clientId(), made.row().shiftDate());
        return made;
    }

    private Inspection row(NewInspection asked, WorkOrder order, Caller caller) {
        return new Inspection(
                0,
                order.clientId(),
                order.id(),
                asked.shiftDate(),
                asked.operationChecked(),
                asked.method(),
                asked.unitsInspected(),
                asked.unitsPassed(),
                asked.unitsDefective(),
                asked.totalDefects(),
                asked.unitsRework(),
                asked.unitsRepair(),
                asked.defects(),
                books.now(),
                caller.username());
    }

    /// The newest day first.
    public Found<OfOrder<Downtime>> downtime(Caller caller, Asked asked) {
        caller.require(Permission.KPI_READ);
        return books.database().read(handle -> {
            var filter = ShopFilter.of(books, handle, caller, asked);
            if (filter.isEmpty()) return new Found<>(List.of(), 0);
            var rows = DowntimeTable.list(handle, filter.get());
            var numbers = WorkOrderTable.numbers(
                    handle, rows.stream().map(Downtime::orderId).toList());
            return new Found<>(
                    rows.stream()
                            .map(row -> new OfOrder<>(row, numbers.getOrDefault(row.orderId(), "")))
                            .toList(),
                    DowntimeTable.count(handle, filter.get()));
        });
    }

    /// The newest day first.
    public Found<Attendance> attendance(Caller caller, Asked asked) {
        caller.require(Permission.KPI_READ);
        return books.database().read(handle -> {
            var filter = ShopFilter.of(books, handle, caller, asked);
            if (filter.isEmpty()) return new Found<>(List.of(), 0);
            return new Found<>(AttendanceTable.list(handle, filter.get()), AttendanceTable.count(handle, filter.get()));
        });
    }

    /// The newest day first.
    public Found<OfOrder<Inspection>> inspections(Caller caller, Asked asked) {
        caller.require(Permission.KPI_READ);
        return books.database().read(handle -> {
            var filter = ShopFilter.of(books, handle, caller, asked);
            if (filter.isEmpty()) return new Found<>(List.of(), 0);
            var rows = InspectionTable.list(handle, filter.get());
            var numbers = WorkOrderTable.numbers(
                    handle, rows.stream().map(Inspection::orderId).toList());
            return new Found<>(
                    rows.stream()
                            .map(row -> new OfOrder<>(row, numbers.getOrDefault(row.orderId(), "")))
                            .toList(),
                    InspectionTable.count(handle, filter.get()));
        });
    }

    private void announce(String clientId, LocalDate day) {
        books.announce(new KpiChange.ShopFloorChanged(clientId, day));
    }
}
