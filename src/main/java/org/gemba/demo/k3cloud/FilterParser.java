package org.gemba.demo.k3cloud;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gemba.demo.k3cloud.FilterTokens.Token;
import org.gemba.demo.k3cloud.FilterTokens.Type;

/// Reads the SQL-like FilterString: AND, OR, NOT, parentheses, comparisons, IN, LIKE, BETWEEN, IS NULL. Field keys must
/// be spelled exactly; keywords may be in either case.
final class FilterParser {
    private final FormKind form;
    private final List<Token> tokens;
    private int at;

    private FilterParser(FormKind form, String filter) {
        this.form = form;
        this.tokens = FilterTokens.of(filter);
    }

    /// @throws QueryRefused naming the field that the form does not have, or where the syntax is wrong
    static Filter parse(FormKind form, String filter) {
        if (filter.isBlank()) return new Filter.All();
        var parser = new FilterParser(form, filter);
        var result = parser.either();
        if (parser.peek().type() != Type.END)
            throw QueryRefused.syntax(parser.peek().text());
        return result;
    }

    private Filter either() {
        var parts = new ArrayList<>(List.of(both()));
        while (took("OR")) parts.add(both());
        return parts.size() == 1 ? parts.getFirst() : new Filter.Or(parts);
    }

    private Filter both() {
        var parts = new ArrayList<>(List.of(single()));
        while (took("AND")) parts.add(single());
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
    }

    private Filter single() {
        if (took("NOT")) return new Filter.Not(single());
        if (took("(")) {
            var inner = either();
            expect(")");
            return inner;
        }
        if (peek().type() == Type.NUMBER) return constant();
        return condition();
    }

    /// `1=1`, which programs like to begin their filters with.
    private Filter constant() {
        var left = next().text();
        expect("=");
        return next().text().equals(left) ? new Filter.All() : new Filter.Not(new Filter.All());
    }

    private Filter condition() {
        var key = next();
        if (key.type() != Type.WORD) throw QueryRefused.syntax(key.text());
        int position = form.position(key.text());
        if (position < 0) throw QueryRefused.noField(key.text());
        if (took("NOT")) return new Filter.Not(listed(position, next()));
        return listed(position, next());
    }

    private Filter listed(int position, Token operator) {
        return switch (operator.text().toUpperCase(Locale.ROOT)) {
            case "IN" -> in(position);
            case "LIKE" -> like(position, text());
            case "BETWEEN" -> between(position);
            case "IS" -> isNull(position);
            default -> new Filter.Compare(position, Filter.Sign.of(operator.text()), value(position));
        };
    }

    private Filter in(int position) {
        expect("(");
        var values = new HashSet<Comparable<?>>();
        do values.add(value(position));
        while (took(","));
        expect(")");
        return new Filter.In(position, values);
    }

    private Filter between(int position) {
        var from = value(position);
        expect("AND");
        return new Filter.And(List.of(
                new Filter.Compare(position, Filter.Sign.GREATER_OR_EQUAL, from),
                new Filter.Compare(position, Filter.Sign.LESS_OR_EQUAL, value(position))));
    }

    private Filter isNull(int position) {
        boolean not = took("NOT");
        expect("NULL");
        return not ? new Filter.Not(new Filter.IsNull(position)) : new Filter.IsNull(position);
    }

    private static Filter like(int position, String pattern) {
        var regex = new StringBuilder();
        int literal = -1;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int close = c == '[' ? pattern.indexOf(']', i + 1) : -1;
            if (literal < 0 && (c == '%' || c == '_' || close > 0)) literal = i;
            if (c == '%') regex.append(".*");
            else if (c == '_') regex.append('.');
            else if (close > 0) {
                regex.append('[')
                        .append(Pattern.quote(pattern.substring(i + 1, close)))
                        .append(']');
                i = close;
            } else regex.append(Pattern.quote(String.valueOf(c)));
        }
        var beginning = pattern.substring(0, literal < 0 ? pattern.length() : literal);
        var whole = Pattern.compile(regex.toString(), Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return new Filter.Like(position, beginning.toLowerCase(Locale.ROOT), whole.asMatchPredicate());
    }

    private Comparable<?> value(int position) {
        // ODBC's way to write a time: {ts '2026-01-31 00:00:00'}
        if (took("{")) {
            next();
            var time = FilterValues.literal(form.column(position).kind(), text());
            expect("}");
            return time;
        }
        var token = next();
        if (token.type() == Type.SIGN || token.type() == Type.END) throw QueryRefused.syntax(token.text());
        if (token.type() == Type.WORD && !FilterValues.isFlag(token.text())) throw QueryRefused.noField(token.text());
        return FilterValues.literal(form.column(position).kind(), token.text());
    }

    private String text() {
        var token = next();
        if (token.type() != Type.TEXT) throw QueryRefused.syntax(token.text());
        return token.text();
    }

    private boolean took(String word) {
        if (!peek().is(word)) return false;
        at++;
        return true;
    }

    private void expect(String word) {
        if (!took(word)) throw QueryRefused.syntax(peek().text());
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        var token = tokens.get(at);
        if (token.type() != Type.END) at++;
        return token;
    }
}
