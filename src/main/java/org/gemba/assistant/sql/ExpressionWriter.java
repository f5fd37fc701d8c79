package org.gemba.assistant.sql;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.operators.arithmetic.Concat;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.Select;
import org.gemba.assistant.sql.GuardRefused.Reason;

/// Writes the expressions of one statement anew. Everything that is not in its lists is refused, and so is what one
/// row could turn into a huge text or an endless comparison, which no time-out interrupts: texts grow by `||` a few
/// times at most, `replace` never makes them longer, patterns have few wildcards, numbers few digits.
final class ExpressionWriter {
    private static final Set<String> FUNCTIONS = Set.of(
            "count",
            "sum",
            "avg",
            "min",
            "max",
            "round",
            "abs",
            "ceil",
            "ceiling",
            "floor",
            "mod",
            "sign",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "lower",
            "upper",
            "trim",
            "ltrim",
            "rtrim",
            "length",
            "char_length",
            "substring",
            "substr",
            "left",
            "right",
            "replace",
            "to_char",
            "date_trunc");
    private static final Set<String> WINDOWED = Set.of(
            "count",
            "sum",
            "avg",
            "min",
            "max",
            "row_number",
            "rank",
            "dense_rank",
            "lag",
            "lead",
            "first_value",
            "last_value");
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            entry("AndExpression", "and"),
            entry("OrExpression", "or"),
            entry("EqualsTo", "="),
            entry("NotEqualsTo", "<>"),
            entry("GreaterThan", ">"),
            entry("GreaterThanEquals", ">="),
            entry("MinorThan", "<"),
            entry("MinorThanEquals", "<="),
            entry("Addition", "+"),
            entry("Subtraction", "-"),
            entry("Multiplication", "*"),
            entry("Division", "/"),
            entry("Modulo", "%"));
    private static final Set<String> FIELDS =
            Set.of("year", "quarter", "month", "week", "day", "hour", "minute", "second", "epoch", "dow", "doy");
    private static final Set<String> NOW =
            Set.of("current_date", "current_timestamp", "current_time", "localtimestamp");
    private static final int MOST_CONCATENATIONS = 6;
    private static final int MOST_WILDCARDS = 3;
    private static final int MOST_DECIMALS = 10;

    private final SelectWriter selects;
    private final Set<String> columns = new HashSet<>();
    private int concatenations;

    ExpressionWriter(SelectWriter selects) {
        this.selects = selects;
    }

    /// The names of columns that occurred.
    Set<String> columns() {
        return columns;
    }

    String list(ExpressionList<?> expressions) throws GuardRefused {
        var parts = new ArrayList<String>();
        for (var expression : expressions) parts.add(write(expression));
        var text = SelectWriter.joined(parts);
        return expressions instanceof ParenthesedExpressionList<?> ? "(" + text + ")" : text;
    }

    String write(Expression expression) throws GuardRefused {
        return switch (expression) {
            case Column column -> column(column);
            case StringValue text -> text(text);
            case LongValue number -> digits(number.getStringValue());
            case DoubleValue number -> digits(number.toString());
            case NullValue nothing -> "null";
            case BooleanValue truth -> truth.getValue() ? "true" : "false";
            case SignedExpression signed -> signed(signed);
            case NotExpression not -> "not " + write(not.getExpression());
            case Between between -> between(between);
            case InExpression in -> write(in.getLeftExpression()) + not(in.isNot()) + " in " + in(in);
            case IsNullExpression test -> write(test.getLeftExpression()) + " is" + not(test.isNot()) + " null";
            case ExistsExpression exists ->
                (exists.isNot() ? "not " : "") + "exists " + write(exists.getRightExpression());
            case LikeExpression like -> like(like);
            case Concat concat -> concat(concat);
            case BinaryExpression binary -> binary(binary);
            case CaseExpression cases -> cases(cases);
            case CastExpression cast -> cast(cast);
            case ExtractExpression extract -> extract(extract);
            case IntervalExpression interval -> interval(interval);
            case DateTimeLiteralExpression literal -> literal(literal);
            case TimeKeyExpression now -> now(now);
            case TrimFunction trim -> trim(trim);
            case Function function -> function(function);
            case AnalyticExpression analytic -> analytic(analytic);
            case AllColumns all -> "*";
            case ExpressionList<?> list -> list(list);
            case Select select -> selects.inner(select);
            default -> throw unknown(expression);
        };
    }

    private static GuardRefused unknown(Expression expression) {
        return new GuardRefused(Reason.PART, expression.toString());
    }

    private static String not(boolean not) {
        return not ? " not" : "";
    }

    private String column(Column column) throws GuardRefused {
        var name = column.getColumnName();
        if (column.getTable() == null && name.matches("(?i)true|false")) return name.toLowerCase(Locale.ROOT);
        if (column.getArrayConstructor() != null || column.getCommentText() != null) throw unknown(column);
        var plain = SelectWriter.name(name);
        columns.add(plain);
        if (column.getTable() == null || column.getTable().getName() == null) return SelectWriter.quoted(plain);
        return SelectWriter.quoted(SelectWriter.tableAlias(column.getTable())) + "." + SelectWriter.quoted(plain);
    }

    private static String text(StringValue text) throws GuardRefused {
        var plain = text.toString();
        if (!plain.matches("(?s)'([^'\\\\]|'')*'")) throw unknown(text);
        return plain;
    }

    private static String digits(String number) throws GuardRefused {
        if (!number.matches("\\d{1,18}(\\.\\d{0,10})?|\\.\\d{1,10}")) throw new GuardRefused(Reason.PART, number);
        return number;
    }

    private String signed(SignedExpression signed) throws GuardRefused {
        if (signed.getSign() != '-' && signed.getSign() != '+') throw unknown(signed);
        // with a space, since two minus signs begin a comment
        return signed.getSign() + " " + write(signed.getExpression());
    }

    private String between(Between between) throws GuardRefused {
        return write(between.getLeftExpression()) + not(between.isNot()) + " between "
                + write(between.getBetweenExpressionStart()) + " and " + write(between.getBetweenExpressionEnd());
    }

    private String in(InExpression in) throws GuardRefused {
        var right = write(in.getRightExpression());
        return right.startsWith("(") ? right : "(" + right + ")";
    }

    private String like(LikeExpression like) throws GuardRefused {
        var word = like.getLikeKeyWord().name().toLowerCase(Locale.ROOT);
        if (!(word.equals("like") || word.equals("ilike")) || like.getEscape() != null) throw unknown(like);
        if (!(like.getRightExpression() instanceof StringValue pattern)
                || pattern.getValue().chars().filter(c -> c == '%').count() > MOST_WILDCARDS) {
            throw unknown(like);
        }
        return write(like.getLeftExpression()) + not(like.isNot()) + " " + word + " " + text(pattern);
    }

    private String concat(Concat concat) throws GuardRefused {
        if (++concatenations > MOST_CONCATENATIONS) throw new GuardRefused(Reason.TOO_COMPLEX, "||");
        return write(concat.getLeftExpression()) + " || " + write(concat.getRightExpression());
    }

    private String binary(BinaryExpression binary) throws GuardRefused {
        var operator = OPERATORS.get(binary.getClass().getSimpleName());
        if (operator == null) throw unknown(binary);
        return write(binary.getLeftExpression()) + " " + operator + " " + write(binary.getRightExpression());
    }

    private String cases(CaseExpression cases) throws GuardRefused {
        var text = new StringBuilder("case");
        if (cases.getSwitchExpression() != null) text.append(' ').append(write(cases.getSwitchExpression()));
        for (var when : cases.getWhenClauses()) {
            text.append(" when ").append(write(when.getWhenExpression()));
            text.append(" then ").append(write(when.getThenExpression()));
        }
        if (cases.getElseExpression() != null) text.append(" else ").append(write(cases.getElseExpression()));
        text.append(" end");
        return cases.isUsingBrackets() ? "(" + text + ")" : text.toString();
    }

    private String cast(CastExpression cast) throws GuardRefused {
        var type = cast.getColDataType() == null
                ? ""
                : cast.getColDataType().toString().toLowerCase(Locale.ROOT).replace(" ", "");
        if (!type.matches("(numeric|decimal)(\\((\\d|[12]\\d)(,\\d)?\\))?|varchar(\\(\\d{1,3}\\))?|text|date|timestamp"
                + "|integer|int|bigint|doubleprecision")) {
            throw new GuardRefused(Reason.PART, type);
        }
        var written = type.equals("doubleprecision") ? "double precision" : type;
        return "cast(" + write(cast.getLeftExpression()) + " as " + written + ")";
    }

    private String extract(ExtractExpression extract) throws GuardRefused {
        var field = extract.getName().toLowerCase(Locale.ROOT);
        if (!FIELDS.contains(field)) throw unknown(extract);
        return "extract(" + field + " from " + write(extract.getExpression()) + ")";
    }

    private static String interval(IntervalExpression interval) throws GuardRefused {
        var plain = interval.toString().toLowerCase(Locale.ROOT);
        if (!plain.matches("interval '\\d{1,5}' (year|month|week|day|hour|minute)")) throw unknown(interval);
        return plain;
    }

    private static String literal(DateTimeLiteralExpression literal) throws GuardRefused {
        var plain = literal.toString();
        if (!plain.matches("(?i)(date|timestamp) '[0-9 :.-]{8,26}'")) throw unknown(literal);
        return plain;
    }

    private static String now(TimeKeyExpression now) throws GuardRefused {
        var word = now.getStringValue().toLowerCase(Locale.ROOT).replace("()", "");
        if (!NOW.contains(word)) throw unknown(now);
        return word;
    }

    private String trim(TrimFunction trim) throws GuardRefused {
        if (trim.getTrimSpecification() != null || trim.getFromExpression() != null) throw unknown(trim);
        return "trim(" + write(trim.getExpression()) + ")";
    }

    private String function(Function function) throws GuardRefused {
        var name = function.getName().toLowerCase(Locale.ROOT);
        if (!FUNCTIONS.contains(name)) throw new GuardRefused(Reason.FUNCTION, name);
        if (function.getAttribute() != null || function.isEscaped() || function.getNamedParameters() != null) {
            throw unknown(function);
        }
        var parameters = function.getParameters() == null ? List.<Expression>of() : function.getParameters();
        checkSize(name, parameters, function);
        var parts = new ArrayList<String>();
        for (var parameter : parameters) parts.add(write(parameter));
        return name + "(" + (function.isDistinct() ? "distinct " : "") + SelectWriter.joined(parts) + ")";
    }

    private static void checkSize(String name, List<? extends Expression> parameters, Function function)
            throws GuardRefused {
        boolean lawful = switch (name) {
            case "replace" ->
                parameters.size() == 3
                        && parameters.get(1) instanceof StringValue from
                        && parameters.get(2) instanceof StringValue to
                        && to.getValue().length() <= from.getValue().length();
            case "round" ->
                parameters.size() == 1
                        || parameters.size() == 2
                                && parameters.get(1) instanceof LongValue places
                                && places.getStringValue().length() <= 2
                                && places.getValue() <= MOST_DECIMALS;
            case "to_char" ->
                parameters.size() == 2
                        && parameters.get(1) instanceof StringValue format
                        && format.getValue().length() <= 30;
            case "date_trunc" ->
                parameters.size() == 2
                        && parameters.get(0) instanceof StringValue field
                        && FIELDS.contains(field.getValue().toLowerCase(Locale.ROOT));
            default -> true;
        };
        if (!lawful) throw unknown(function);
    }

    private String analytic(AnalyticExpression analytic) throws GuardRefused {
        var name = analytic.getName().toLowerCase(Locale.ROOT);
        if (!WINDOWED.contains(name)) throw new GuardRefused(Reason.FUNCTION, name);
        var inside = new ArrayList<String>();
        if (analytic.isAllColumns()) inside.add("*");
        if (analytic.getExpression() != null) inside.add(write(analytic.getExpression()));
        if (analytic.getOffset() != null) inside.add(write(analytic.getOffset()));
        if (analytic.getDefaultValue() != null) inside.add(write(analytic.getDefaultValue()));
        var partition = analytic.getPartitionExpressionList();
        var over = partition == null || partition.isEmpty() ? "" : "partition by " + list(partition);
        return name + "(" + (analytic.isDistinct() ? "distinct " : "") + SelectWriter.joined(inside) + ") over (" + over
                + selects.order(analytic.getOrderByElements()) + ")";
    }
}
