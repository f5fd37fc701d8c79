package org.gemba.demo.k3cloud;

import java.util.ArrayList;
import java.util.List;

/// Cuts a FilterString into words, numbers, quoted texts and signs.
final class FilterTokens {
    /// @param text a quoted text without its quotes, doubled quotes made single
    record Token(Type type, String text) {
        boolean is(String word) {
            return type != Type.TEXT && text.equalsIgnoreCase(word);
        }
    }

    enum Type {
        WORD,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    private final String filter;
    private int at;

    private FilterTokens(String filter) {
        this.filter = filter;
    }

    static List<Token> of(String filter) {
        var tokens = new ArrayList<Token>();
        var cutter = new FilterTokens(filter);
        do tokens.add(cutter.next());
        while (tokens.getLast().type() != Type.END);
        return tokens;
    }

    private Token next() {
        while (at < filter.length() && Character.isWhitespace(filter.charAt(at))) at++;
        if (at == filter.length()) return new Token(Type.END, "");
        char c = filter.charAt(at);
        if (c == '\'') return quoted();
        if (Character.isDigit(c) || c == '-' && at + 1 < filter.length() && Character.isDigit(filter.charAt(at + 1)))
            return run(Type.NUMBER);
        if (Character.isLetter(c) || c == '_') return run(Type.WORD);
        return sign();
    }

    private Token quoted() {
        var text = new StringBuilder();
        for (at++; at < filter.length(); at++) {
            char c = filter.charAt(at);
            if (c == '\'') {
                if (at + 1 == filter.length() || filter.charAt(at + 1) != '\'') {
                    at++;
                    return new Token(Type.TEXT, text.toString());
                }
                at++;
            }
            text.append(c);
        }
        throw new QueryRefused(9, "字符串 '" + text + "' 后的引号不完整。");
    }

    private Token run(Type type) {
        int from = at++;
        while (at < filter.length() && isPartOfWord(filter.charAt(at))) at++;
        return new Token(type, filter.substring(from, at));
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private Token sign() {
        for (var sign : List.of("<=", ">=", "<>", "!=", "=", "<", ">", "(", ")", ",", "{", "}")) {
            if (filter.startsWith(sign, at)) {
                at += sign.length();
                return new Token(Type.SIGN, sign.equals("!=") ? "<>" : sign);
            }
        }
        throw QueryRefused.syntax(filter.substring(at, at + 1));
    }
}
