package org.gemba.inventory;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The kinds of tasks of the inventory's document, and for those that people may start, who may and how often.
public enum TaskType {
    CSV_ENRICHMENT(
            "CSV enrichment",
            "Completes the parts of an import",
            new TaskPolicy(
                    TaskPolicy.Level.POWER_USER,
                    TaskPolicy.Risk.HIGH,
                    1,
                    3,
                    10,
                    500,
                    null,
                    null,
                    "parts:write",
                    "csv:import",
                    "tasks:power_user")),
    PRICE_UPDATE(
            "Price update",
            "Asks the suppliers for prices",
            new TaskPolicy(
                    TaskPolicy.Level.POWER_USER,
                    TaskPolicy.Risk.MEDIUM,
                    1,
                    5,
                    20,
                    null,
                    null,
                    null,
                    "parts:write",
                    "pricing:update",
                    "tasks:power_user")),
    DATABASE_CLEANUP(
            "Database clean-up",
            "Removes what refers to nothing",
            new TaskPolicy(
                    TaskPolicy.Level.ADMIN,
                    TaskPolicy.Risk.CRITICAL,
                    1,
                    1,
                    3,
                    null,
                    null,
                    null,
                    "admin",
                    "database:cleanup",
                    "tasks:admin")),
    FILE_DOWNLOAD("File download", "Fetches a file", null),
    DATA_SYNC(
            "Data synchronisation",
            "Brings data of another system",
            new TaskPolicy(
                    TaskPolicy.Level.SYSTEM,
                    TaskPolicy.Risk.MEDIUM,
                    1,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "system",
                    "data:sync")),
    INVENTORY_AUDIT(
            "Inventory audit",
            "Compares stock with its ledger",
            new TaskPolicy(
                    TaskPolicy.Level.SYSTEM,
                    TaskPolicy.Risk.LOW,
                    1,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "system",
                    "inventory:audit")),
    PART_VALIDATION(
            "Part validation",
            "Looks for what is missing or wrong in parts",
            new TaskPolicy(
                    TaskPolicy.Level.USER,
                    TaskPolicy.Risk.LOW,
                    2,
                    20,
                    null,
                    null,
                    null,
                    null,
                    "parts:read",
                    "tasks:user")),
    BACKUP_CREATION(
            "Backup",
            "Writes a copy of database and files",
            new TaskPolicy(
                    TaskPolicy.Level.ADMIN,
                    TaskPolicy.Risk.HIGH,
                    1,
                    2,
                    5,
                    null,
                    null,
                    null,
                    "admin",
                    "backup:create",
                    "tasks:admin")),
    EMAIL_NOTIFICATION("E-mail", "Sends an e-mail", null),
    REPORT_GENERATION(
            "Report",
            "Sums up stock, low stock and value",
            new TaskPolicy(
                    TaskPolicy.Level.USER,
                    TaskPolicy.Risk.LOW,
                    2,
                    10,
                    50,
                    null,
                    null,
                    null,
                    "reports:generate",
                    "tasks:user")),
    PART_ENRICHMENT(
            "Part enrichment",
            "Completes a part by its supplier",
            new TaskPolicy(
                    TaskPolicy.Level.USER, TaskPolicy.Risk.MEDIUM, 2, 10, 50, 1, 5, null, "parts:write", "tasks:user")),
    DATASHEET_FETCH(
            "Data sheet",
            "Fetches the data sheet of a part",
            new TaskPolicy(
                    TaskPolicy.Level.USER,
                    TaskPolicy.Risk.LOW,
                    3,
                    20,
                    100,
                    1,
                    null,
                    null,
                    "parts:write",
                    "tasks:user")),
    IMAGE_FETCH(
            "Picture",
            "Fetches the picture of a part",
            new TaskPolicy(
                    TaskPolicy.Level.USER, TaskPolicy.Risk.LOW, 3, 15, 75, 1, null, null, "parts:write", "tasks:user")),
    PRICING_FETCH("Prices", "Fetches the prices of a part", null),
    STOCK_FETCH("Supplier's stock", "Fetches what the supplier has", null),
    SPECIFICATIONS_FETCH("Specifications", "Fetches the parameters of a part", null),
    PART_VALIDATION_ENRICHMENT("Number check", "Asks the supplier whether the number exists", null),
    SUPPLIER_DATA_SYNC("Supplier data", "Brings a supplier's catalogue", null),
    BULK_ENRICHMENT(
            "Bulk enrichment",
            "Completes many parts",
            new TaskPolicy(
                    TaskPolicy.Level.POWER_USER,
                    TaskPolicy.Risk.HIGH,
                    1,
                    2,
                    5,
                    100,
                    null,
                    10,
                    "parts:write",
                    "tasks:power_user"));

    private final String title;
    private final String description;
    private final @Nullable TaskPolicy policy;

    TaskType(String title, String description, @Nullable TaskPolicy policy) {
        this.title = title;
        this.description = description;
        this.policy = policy;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    /// Who may start it and how often; none when nobody may.
    public Optional<TaskPolicy> policy() {
        return Optional.ofNullable(policy);
    }

    /// The lower-case name, for example `part_enrichment`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The engine's kind of work.
    String kind() {
        return "inventory." + id();
    }

    /// In any letter case.
    public static Optional<TaskType> named(String text) {
        for (var type : values()) if (type.name().equalsIgnoreCase(text)) return Optional.of(type);
        return Optional.empty();
    }

    /// The type under which the work of any feature is shown.
    static TaskType ofKind(String kind) {
        for (var type : values()) if (type.kind().equals(kind)) return type;
        return switch (kind) {
            case "inventory.enrichment" -> BULK_ENRICHMENT;
            case "inventory.csv_import" -> CSV_ENRICHMENT;
            default -> {
                if (kind.contains("mail")) yield EMAIL_NOTIFICATION;
                if (kind.contains("report") || kind.contains("label") || kind.contains("print")) {
                    yield REPORT_GENERATION;
                }
                if (kind.contains("backup")) yield BACKUP_CREATION;
                yield DATA_SYNC;
            }
        };
    }
}
