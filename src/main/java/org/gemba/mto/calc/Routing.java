package org.gemba.mto.calc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gemba.mto.MaterialType;
import org.gemba.mto.MaterialType.Route;

/// Which type a material has. The category's name decides: code prefixes, the ERP's own type digit and its class digit
/// were all found to be wrong for a third or more of the materials.
///
/// @param rules the first that holds wins
/// @param finishedPrefixes how the codes of finished goods begin
public record Routing(List<CategoryRule> rules, List<String> finishedPrefixes) {
    private static final String HEADER = "category,purchased,type,label";

    public Routing {
        rules = List.copyOf(rules);
        finishedPrefixes = List.copyOf(finishedPrefixes);
    }

    /// Reads the table from lines of `category,purchased,type,label`: purchased is yes, no or any; type is made, bought
    /// or subcontract.
    ///
    /// @throws IllegalArgumentException naming the line that is wrong
    public static Routing parse(List<String> lines, List<String> finishedPrefixes) {
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
            throw new IllegalArgumentException("the category table must begin with the line " + HEADER);
        }
        var rules = new ArrayList<CategoryRule>();
        for (var line : lines.subList(1, lines.size())) {
            if (!line.isBlank()) rules.add(rule(line));
        }
        return new Routing(rules, finishedPrefixes);
    }

    boolean isFinished(String code) {
        return finishedPrefixes.stream().anyMatch(code::startsWith);
    }

    Optional<MaterialType> byCategory(String category, boolean purchased) {
        return rules.stream()
                .filter(rule -> rule.holds(category, purchased))
                .map(CategoryRule::type)
                .findFirst();
    }

    private static CategoryRule rule(String line) {
        var parts = line.split(",", -1);
        if (parts.length != 4) throw wrong(line);
        var route = route(parts[2].strip(), line);
        return new CategoryRule(
                parts[0].strip(),
                switch (parts[1].strip().toLowerCase(Locale.ROOT)) {
                    case "yes" -> true;
                    case "no" -> false;
                    case "any" -> null;
                    default -> throw wrong(line);
                },
                new MaterialType(route, code(route), parts[3].strip()));
    }

    private static Route route(String word, String line) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "made" -> Route.MADE;
            case "bought" -> Route.BOUGHT;
            case "subcontract" -> Route.SUBCONTRACT;
            default -> throw wrong(line);
        };
    }

    private static int code(Route route) {
        return switch (route) {
            case FINISHED, MADE, UNKNOWN -> 1;
            case BOUGHT -> 2;
            case SUBCONTRACT -> 3;
        };
    }

    private static IllegalArgumentException wrong(String line) {
        return new IllegalArgumentException("no line of a category table: " + line);
    }
}
