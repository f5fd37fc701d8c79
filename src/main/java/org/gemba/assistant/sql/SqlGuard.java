package org.gemba.assistant.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.Select;
import org.gemba.assistant.sql.GuardRefused.Reason;
import org.gemba.platform.Threads;

/// Lets one SELECT over the report views pass. What is run is never the text that came in: {@link SelectWriter} writes
/// the statement anew from the parts that it knows, with every name in quotes, and a part that it does not know ends
/// the matter.
public final class SqlGuard implements AutoCloseable {
    static final int LONGEST = 2000;
    static final int DEFAULT_ROWS = 100;
    static final int MOST_ROWS = 200;
    private static final int DEEPEST = 15;
    private static final int PARSE_MILLIS = 1500;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    /// Words that may be written or left out.
    private static final Set<String> NOISE = Set.of("as", "asc", "inner", "outer", "report", "cast");

    private final ReportCatalog catalog;
    private final ExecutorService parsing = Threads.virtual("sql-guard");

    public SqlGuard(ReportCatalog catalog) {
        this.catalog = catalog;
    }

    /// @return the statement to run, with a limit of at most 200 rows
    public String check(String sql) throws GuardRefused {
        var text = sql.strip();
        if (text.isEmpty()) throw new GuardRefused(Reason.EMPTY, "");
        if (text.length() > LONGEST) throw new GuardRefused(Reason.TOO_LONG, "" + LONGEST);
        if (depth(text) > DEEPEST) throw new GuardRefused(Reason.TOO_COMPLEX, "");
        var select = single(text);
        var writer = new SelectWriter(catalog);
        var written = writer.write(select);
        if (!words(select.toString()).equals(words(written))) throw new GuardRefused(Reason.PART, "");
        return writer.limited(select, written);
    }

    private Select single(String text) throws GuardRefused {
        List<Statement> statements;
        try {
            var parsed = CCJSqlParserUtil.parseStatements(
                    text, parsing, parser -> parser.withTimeOut(PARSE_MILLIS).withErrorRecovery(false));
            statements = parsed == null ? List.of() : parsed;
        } catch (JSQLParserException | RuntimeException e) {
            throw new GuardRefused(Reason.UNREADABLE, "");
        }
        if (statements.isEmpty()) throw new GuardRefused(Reason.EMPTY, "");
        if (statements.size() > 1) throw new GuardRefused(Reason.SEVERAL, "");
        if (statements.getFirst() instanceof Select select) return select;
        throw new GuardRefused(Reason.NOT_SELECT, "");
    }

    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '(') deepest = Math.max(deepest, ++depth);
            if (text.charAt(i) == ')') depth--;
        }
        return deepest;
    }

    /// A part that the writer passed over shows as missing words.
    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(match -> match.group())
                .filter(word -> !NOISE.contains(word))
                .toList();
    }

    @Override
    public void close() {
        parsing.shutdownNow();
    }
}
