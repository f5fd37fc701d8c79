package org.gemba.assistant.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.Distinct;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;
import org.gemba.assistant.sql.GuardRefused.Reason;
import org.jspecify.annotations.Nullable;

/// Writes a parsed SELECT anew: sub-selects, common tables and set operations in full, tables from the catalogue only.
/// For one statement only.
final class SelectWriter {
    private static final int MOST_TABLES = 8;
    private static final int MOST_OFFSET = 10_000;

    private final ReportCatalog catalog;
    private final Set<String> commonTables = new HashSet<>();
    private final Set<String> aliases = new HashSet<>();
    private final ExpressionWriter expressions = new ExpressionWriter(this);
    private int tables;

    SelectWriter(ReportCatalog catalog) {
        this.catalog = catalog;
    }

    /// Without the outermost limit.
    String write(Select select) throws GuardRefused {
        var text = with(select) + body(select) + order(select.getOrderByElements());
        var unknown = expressions.columns().stream()
                .filter(name -> !catalog.columns().contains(name) && !aliases.contains(name))
                .findFirst();
        if (unknown.isPresent()) throw new GuardRefused(Reason.COLUMN, unknown.get());
        return text + limit(select);
    }

    /// The same with a limit that never exceeds {@link SqlGuard#MOST_ROWS}.
    String limited(Select select, String written) throws GuardRefused {
        var without = written.substring(0, written.length() - limit(select).length());
        long asked = rows(select);
        return without + " limit " + (asked < 0 ? SqlGuard.DEFAULT_ROWS : Math.min(asked, SqlGuard.MOST_ROWS))
                + offset(select);
    }

    /// A select inside another.
    String inner(Select select) throws GuardRefused {
        if (select instanceof ParenthesedSelect in && in.getAlias() == null) {
            return "(" + with(in) + inner(in.getSelect()) + order(in.getOrderByElements()) + limit(in) + ")";
        }
        return with(select) + body(select) + order(select.getOrderByElements()) + limit(select);
    }

    private String with(Select select) throws GuardRefused {
        if (select.getWithItemsList() == null) return "";
        var parts = new ArrayList<String>();
        for (var item : select.getWithItemsList()) parts.add(common(item));
        return "with " + String.join(", ", parts) + " ";
    }

    private String common(WithItem<?> item) throws GuardRefused {
        if (item.isRecursive()) throw new GuardRefused(Reason.PART, "RECURSIVE");
        if (!(item.getParenthesedStatement() instanceof ParenthesedSelect body)) {
            throw new GuardRefused(Reason.NOT_SELECT, "WITH");
        }
        var name = name(item.getAlias().getName());
        if (catalog.hasView(name)) throw new GuardRefused(Reason.TABLE, name);
        var columns = "";
        if (item.getWithItemList() != null) {
            var names = new ArrayList<String>();
            for (var column : item.getWithItemList()) names.add(declared(column.toString()));
            columns = "(" + String.join(", ", names) + ")";
        }
        var text = quoted(name) + columns + " as (" + inner(body.getSelect()) + ")";
        // after its own body: a common table that reads itself is recursion without the word
        commonTables.add(name);
        return text;
    }

    private String body(Select select) throws GuardRefused {
        return switch (select) {
            case PlainSelect plain -> plain(plain);
            case SetOperationList list -> operations(list);
            case ParenthesedSelect in -> "(" + inner(in.getSelect()) + ")";
            default -> throw new GuardRefused(Reason.NOT_SELECT, "");
        };
    }

    private String operations(SetOperationList list) throws GuardRefused {
        var text = new StringBuilder(inner(list.getSelect(0)));
        for (int i = 1; i < list.getSelects().size(); i++) {
            var operation = list.getOperation(i - 1).toString().toLowerCase(Locale.ROOT);
            if (!operation.matches("(union|intersect|except)( all| distinct)?")) {
                throw new GuardRefused(Reason.PART, operation);
            }
            text.append(' ').append(operation).append(' ').append(inner(list.getSelect(i)));
        }
        return text.toString();
    }

    private String plain(PlainSelect select) throws GuardRefused {
        if (select.getIntoTables() != null || select.getForMode() != null) throw new GuardRefused(Reason.PART, "INTO");
        var text = new StringBuilder("select ").append(distinct(select.getDistinct()));
        var items = new ArrayList<String>();
        for (var item : select.getSelectItems()) items.add(item(item));
        text.append(String.join(", ", items));
        if (select.getFromItem() != null) text.append(" from ").append(from(select.getFromItem()));
        if (select.getJoins() != null) for (var join : select.getJoins()) text.append(join(join));
        text.append(clause(" where ", select.getWhere()));
        if (select.getGroupBy() != null && select.getGroupBy().getGroupByExpressionList() != null) {
            text.append(" group by ")
                    .append(expressions.list(select.getGroupBy().getGroupByExpressionList()));
        }
        return text.append(clause(" having ", select.getHaving())).toString();
    }

    private static String distinct(@Nullable Distinct distinct) throws GuardRefused {
        if (distinct == null) return "";
        if (distinct.getOnSelectItems() != null || distinct.isUseUnique()) throw new GuardRefused(Reason.PART, "ON");
        return "distinct ";
    }

    private String item(SelectItem<?> item) throws GuardRefused {
        var text = switch (item.getExpression()) {
            case AllTableColumns all -> quoted(tableAlias(all.getTable())) + ".*";
            case AllColumns all -> "*";
            case Expression expression -> expressions.write(expression);
        };
        return item.getAlias() == null
                ? text
                : text + " as " + declared(item.getAlias().getName());
    }

    private String from(FromItem from) throws GuardRefused {
        if (++tables > MOST_TABLES) throw new GuardRefused(Reason.TOO_COMPLEX, "");
        return switch (from) {
            case ParenthesedSelect in -> "(" + inner(in.getSelect()) + ")" + alias(in.getAlias());
            case Table table -> table(table) + alias(table.getAlias());
            default -> throw new GuardRefused(Reason.TABLE, from.toString());
        };
    }

    private String table(Table table) throws GuardRefused {
        if (table.getNameParts().size() != 1) throw new GuardRefused(Reason.TABLE, table.getFullyQualifiedName());
        var name = name(table.getName());
        if (commonTables.contains(name)) return quoted(name);
        if (!catalog.hasView(name)) throw new GuardRefused(Reason.TABLE, name);
        return "\"report\"." + quoted(name);
    }

    private String join(Join join) throws GuardRefused {
        var kind = join.toString().toLowerCase(Locale.ROOT);
        if (join.isSimple()) return ", " + from(join.getFromItem());
        var word = kind.matches("(?s)left\\b.*") ? "left " : kind.matches("(?s)right\\b.*") ? "right " : "";
        if (kind.matches("(?s)cross\\b.*")) word = "cross ";
        var text = new StringBuilder(" ").append(word).append("join ").append(from(join.getFromItem()));
        for (var on : join.getOnExpressions()) text.append(" on ").append(expressions.write(on));
        if (!join.getUsingColumns().isEmpty()) {
            var columns = new ArrayList<String>();
            for (var column : join.getUsingColumns()) columns.add(expressions.write(column));
            text.append(" using (").append(String.join(", ", columns)).append(')');
        }
        return text.toString();
    }

    private String clause(String word, @Nullable Expression condition) throws GuardRefused {
        return condition == null ? "" : word + expressions.write(condition);
    }

    String order(@Nullable List<OrderByElement> elements) throws GuardRefused {
        if (elements == null || elements.isEmpty()) return "";
        var parts = new ArrayList<String>();
        for (var element : elements) {
            var nulls = element.getNullOrdering() == null
                    ? ""
                    : element.getNullOrdering() == OrderByElement.NullOrdering.NULLS_FIRST
                            ? " nulls first"
                            : " nulls last";
            parts.add(expressions.write(element.getExpression()) + (element.isAsc() ? "" : " desc") + nulls);
        }
        return " order by " + String.join(", ", parts);
    }

    private String limit(Select select) throws GuardRefused {
        if (select.getFetch() != null) {
            return offset(select) + " fetch first " + rows(select) + " rows only";
        }
        long rows = rows(select);
        return (rows < 0 ? "" : " limit " + rows) + offset(select);
    }

    private static long rows(Select select) throws GuardRefused {
        if (select.getFetch() != null) return number(select.getFetch().getExpression());
        if (select.getLimit() == null) return -1;
        if (select.getLimit().getOffset() != null || select.getLimit().getByExpressions() != null) {
            throw new GuardRefused(Reason.PART, "LIMIT");
        }
        return number(select.getLimit().getRowCount());
    }

    private static String offset(Select select) throws GuardRefused {
        if (select.getOffset() == null) return "";
        long offset = number(select.getOffset().getOffset());
        if (offset > MOST_OFFSET) throw new GuardRefused(Reason.PART, "OFFSET");
        return " offset " + offset;
    }

    private static long number(@Nullable Expression expression) throws GuardRefused {
        if (expression instanceof LongValue number && number.getStringValue().matches("\\d{1,9}")) {
            return number.getValue();
        }
        throw new GuardRefused(Reason.PART, "LIMIT");
    }

    private String alias(@Nullable Alias alias) throws GuardRefused {
        if (alias == null) return "";
        if (alias.getAliasColumns() != null) throw new GuardRefused(Reason.PART, alias.toString());
        return " as " + quoted(name(alias.getName()));
    }

    static String tableAlias(Table table) throws GuardRefused {
        if (table.getNameParts().size() != 1) throw new GuardRefused(Reason.TABLE, table.getFullyQualifiedName());
        return name(table.getName());
    }

    private String declared(String alias) throws GuardRefused {
        var name = name(alias);
        aliases.add(name);
        return quoted(name);
    }

    /// An identifier as the database reads it: small letters unless it stands in quotes.
    static String name(String written) throws GuardRefused {
        if (written.matches("\"[^\"\\p{Cntrl}\\\\]{1,60}\"")) return written.substring(1, written.length() - 1);
        if (written.matches("[\\p{L}_][\\p{L}\\p{N}_]{0,59}")) return written.toLowerCase(Locale.ROOT);
        throw new GuardRefused(Reason.PART, written);
    }

    static String quoted(String name) {
        return "\"" + name + "\"";
    }

    static String joined(List<String> parts) {
        return parts.stream().collect(Collectors.joining(", "));
    }
}
