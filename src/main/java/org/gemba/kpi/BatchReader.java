package org.gemba.kpi;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.tabular.TableLimits;
import org.gemba.platform.tabular.TableReader;
import org.jspecify.annotations.Nullable;

/// Reads an uploaded table into entries, and says of each row everything that is wrong with it by itself.
final class BatchReader {
    /// One row of the file.
    ///
    /// @param entry null when its cells are not readable
    record Line(int line, @Nullable NewEntry entry, List<RowError> errors) {}

    private static final int MOST_UNITS = 1_000_000_000;
    private static final int MOST_PEOPLE = 100_000;
    private static final Map<String, List<String>> COMPARED_WITH = Map.of(
            "units_defective", List.of("units_produced"),
            "employees_present", List.of("employees_assigned"),
            "run_time_hours", List.of("shift_hours_scheduled"));

    private BatchReader() {}

    /// @throws AppError.InvalidInput for a file that is no table, has no rows or lacks columns
    /// @throws AppError.TooLarge for one that is too large
    static List<Line> read(byte[] content) {
        var lines = new ArrayList<Line>();
        var header = new ArrayList<BatchColumns>();
        TableReader.read(content, TableLimits.UPLOAD, row -> {
            if (header.isEmpty()) header.add(BatchColumns.of(row.cells()));
            else if (!row.cells().stream().allMatch(String::isBlank)) {
                lines.add(new Reading(header.getFirst(), row).line());
            }
        });
        if (lines.isEmpty()) {
            throw new AppError.InvalidInput(FieldError.body("file", null, new Rule.Broken("has no rows")));
        }
        return lines;
    }

    /// The cells of one row on their way to an entry. A cell that is not readable is told and stands in with a value
    /// that breaks no other rule, so that the rest of the row is judged too.
    private static final class Reading {
        private final BatchColumns columns;
        private final TableReader.Row row;
        private final List<RowError> errors = new ArrayList<>();
        private final Set<String> unreadable = new HashSet<>();

        Reading(BatchColumns columns, TableReader.Row row) {
            this.columns = columns;
            this.row = row;
        }

        Line line() {
            int number = Math.toIntExact(row.number());
            var workOrder = cell("work_order_id");
            if (workOrder.isEmpty()) missing("work_order_id");
            var entry = new NewEntry(
                    workOrder.isEmpty() ? "-" : workOrder,
                    text("client_id"),
                    text("job_id"),
                    day(),
                    shift(),
                    text("operation_id"),
                    count("units_produced", true, MOST_UNITS, 0),
                    count("units_defective", false, 0, 0),
                    hours("run_time_hours", true, new BigDecimal("0.01")),
                    count("employees_assigned", true, MOST_PEOPLE, 0),
                    cell("employees_present").isEmpty() ? null : count("employees_present", false, 0, 0),
                    cell("shift_hours_scheduled").isEmpty()
                            ? null
                            : hours("shift_hours_scheduled", false, BigDecimal.valueOf(24)),
                    count("downtime_total_minutes", false, 0, 0),
                    text("notes"));
            for (var fault : entry.faults().found()) {
                var compared = COMPARED_WITH.getOrDefault(fault.field(), List.of());
                if (unreadable.contains(fault.field()) || compared.stream().anyMatch(unreadable::contains)) continue;
                errors.add(error(fault.field(), fault.sentence()));
            }
            return new Line(number, errors.isEmpty() ? entry : null, List.copyOf(errors));
        }

        private String cell(String column) {
            return columns.cell(row.cells(), column);
        }

        private @Nullable String text(String column) {
            var cell = cell(column);
            return cell.isEmpty() ? null : cell;
        }

        private LocalDate day() {
            var cell = cell("shift_date");
            try {
                if (cell.isEmpty()) missing("shift_date");
                else if (cell.length() == 10) return LocalDate.parse(cell);
                else unreadable("shift_date", "Invalid date format. Expected YYYY-MM-DD, got '" + cell + "'");
            } catch (DateTimeException e) {
                unreadable("shift_date", "Invalid date format. Expected YYYY-MM-DD, got '" + cell + "'");
            }
            return WorkDays.FIRST;
        }

        private ShiftType shift() {
            var cell = cell("shift_type");
            if (cell.isEmpty()) missing("shift_type");
            for (var type : ShiftType.values()) if (type.name().equalsIgnoreCase(cell)) return type;
            if (!cell.isEmpty()) {
                unreadable(
                        "shift_type",
                        "Unknown shift type '" + cell + "'. Expected one of "
                                + Arrays.stream(ShiftType.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")));
            }
            return ShiftType.OTHER;
        }

        private int count(String column, boolean required, int standIn, int otherwise) {
            var cell = cell(column);
            if (cell.isEmpty()) {
                if (required) missing(column);
                return required ? standIn : otherwise;
            }
            if (!cell.matches("[+-]?[0-9]{1,18}([.]0+)?")) {
                unreadable(column, "Not a whole number: '" + cell + "'");
                return standIn;
            }
            var number = new BigDecimal(cell);
            if (number.signum() < 0) unreadable(column, "Negative value not allowed: " + cell);
            else if (number.compareTo(BigDecimal.valueOf(MOST_UNITS)) > 0) unreadable(column, "Too large: " + cell);
            else return number.intValue();
            return standIn;
        }

        private BigDecimal hours(String column, boolean required, BigDecimal standIn) {
            var cell = cell(column);
            if (cell.isEmpty()) {
                if (required) missing(column);
                return standIn;
            }
            if (!cell.matches("[+-]?[0-9]{1,12}([.][0-9]{1,30})?")) {
                unreadable(column, "Not a number: '" + cell + "'");
                return standIn;
            }
            var number = new BigDecimal(cell);
            if (number.signum() >= 0) return number;
            unreadable(column, "Negative value not allowed: " + cell);
            return standIn;
        }

        private void missing(String column) {
            unreadable(column, "Required value is missing");
        }

        private void unreadable(String column, String problem) {
            unreadable.add(column);
            errors.add(error(column, problem));
        }

        private RowError error(String column, String problem) {
            var cell = columns.cell(row.cells(), column);
            return new RowError(Math.toIntExact(row.number()), column, cell.isEmpty() ? null : cell, problem);
        }
    }
}
