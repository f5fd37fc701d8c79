package org.gemba.fx.imports;

import java.util.List;
import java.util.Map;
import org.gemba.fx.task.Progress;

/// What can be imported from a table and how the feature's service takes it. All methods of `service` run off the FX
/// thread.
///
/// @param id stable; the mapping of columns is remembered under it, for example `inventory.parts`
/// @param fields what the service knows, in the order in which they stand
public record ImportSpec(String id, List<Field> fields, Service service) {
    /// One field that a column can be put into.
    ///
    /// @param name as the service calls it
    /// @param aliases titles that other programs give this column; capitals, blanks and signs do not matter
    public record Field(String name, String titleKey, boolean required, List<String> aliases) {
        public Field {
            aliases = List.copyOf(aliases);
        }
    }

    /// @param number as the spreadsheet counts it
    /// @param values by the names of fields; fields without a column are not in it
    public record Row(long number, Map<String, String> values) {
        public Row {
            values = Map.copyOf(values);
        }
    }

    /// What is wrong with a row.
    ///
    /// @param field the name of the field; empty when the row as a whole is refused
    /// @param sentence in the user's language
    public record Problem(long row, String field, String sentence) {}

    /// What came of an import.
    ///
    /// @param refused rows that the service did not take, although the rehearsal found nothing
    public record Outcome(int created, int updated, List<Problem> refused) {
        public Outcome {
            refused = List.copyOf(refused);
        }
    }

    /// The feature's side.
    public interface Service {
        /// A rehearsal of all rows that changes nothing.
        List<Problem> check(List<Row> rows, Progress progress);

        /// Takes the rows; `check` found nothing wrong with them.
        Outcome take(List<Row> rows, Progress progress);
    }

    public ImportSpec {
        fields = List.copyOf(fields);
    }
}
