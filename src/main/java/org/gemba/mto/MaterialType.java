package org.gemba.mto;

/// What a line is and how it comes to be, which decides what its demand and its fulfilment are.
///
/// @param code 1 made, 2 bought, 3 subcontracted; anything else as the ERP has it
/// @param label the Chinese label that the API sends in every language
public record MaterialType(Route route, int code, String label) {
    /// How a thing comes to be.
    public enum Route {
        /// Ordered by a customer: demand is the sales order.
        FINISHED,
        /// Made here: demand is the production order.
        MADE,
        BOUGHT,
        SUBCONTRACT,
        /// Nobody says; treated as made.
        UNKNOWN
    }

    public static final MaterialType FINISHED = new MaterialType(Route.FINISHED, 1, "成品");
    public static final MaterialType MADE = new MaterialType(Route.MADE, 1, "自制");
    public static final MaterialType BOUGHT = new MaterialType(Route.BOUGHT, 2, "包材");
    public static final MaterialType SUBCONTRACT = new MaterialType(Route.SUBCONTRACT, 3, "委外");

    /// What the ERP's own digit says, for materials whose category nobody knows.
    public static MaterialType ofDigit(int digit) {
        return switch (digit) {
            case 1 -> MADE;
            case 2 -> BOUGHT;
            case 3 -> SUBCONTRACT;
            default -> new MaterialType(Route.UNKNOWN, digit, "未知");
        };
    }
}
