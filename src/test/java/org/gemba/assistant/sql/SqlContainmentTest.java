package org.gemba.assistant.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gemba.platform.db.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a language model may be talked into writing, against the real database: refused by the guard, and when run
/// past the guard on the report user's connection, still without effect.
class SqlContainmentTest {
    @TempDir
    static Path folder;

    private static Database database;
    private static SqlGuard guard;
    private static QueryRunner runner;

    @BeforeAll
    static void open() {
        database = ReportDatabase.open(folder);
        guard = new SqlGuard(ReportCatalog.read(database));
        runner = new QueryRunner(database.reportSource(), 2);
    }

    @AfterAll
    static void close() {
        runner.close();
        guard.close();
        database.close();
    }

    static Stream<String> hostile() throws IOException {
        return lines("hostile.sql");
    }

    static Stream<String> costly() throws IOException {
        return lines("costly.sql");
    }

    static Stream<String> honest() throws IOException {
        return lines("honest.sql");
    }

    static Stream<String> odd() throws IOException {
        return lines("odd.sql");
    }

    private static Stream<String> lines(String file) throws IOException {
        try (var in = SqlContainmentTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("-- ") && !line.isBlank()).toList().stream();
        }
    }

    @Test
    void theCorpusIsLarge() throws IOException {
        assertThat(hostile().distinct().count()).isGreaterThan(150);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theGuardRefuses(String sql) {
        assertThatThrownBy(() -> guard.check(sql)).isInstanceOf(GuardRefused.class);
    }

    @ParameterizedTest
    @MethodSource("honest")
    void anHonestQuestionPassesAndRuns(String sql) throws Exception {
        var result = runner.run(guard.check(sql));
        assertThat(result.columns()).isNotEmpty();
        assertThat(result.rows()).hasSizeLessThanOrEqualTo(SqlGuard.MOST_ROWS);
    }

    @Test
    void whatComesPastTheGuardChangesNothing() throws Exception {
        var before = ReportDatabase.fingerprint(database);
        var files = files();
        var forReal = hostile()
                .filter(sql ->
                        !sql.matches("(?i).*(repeat|rpad|lpad|space|recursive|_range|series|1e9|hash|WITH r|round).*"))
                .toList();
        for (var sql : forReal) runRaw(sql);
        assertThat(ReportDatabase.fingerprint(database)).isEqualTo(before);
        assertThat(files()).isEqualTo(files);
        assertThat(Path.of("stolen.txt")).doesNotExist();
        assertThat(Path.of("stolen.csv")).doesNotExist();
        assertThat(Path.of("stolen.sql")).doesNotExist();
        assertThat(Path.of("stolen.zip")).doesNotExist();
    }

    /// As if there were no guard: the user's rights alone.
    private static void runRaw(String sql) {
        try (var connection = database.reportSource().getConnection();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(2);
            statement.setMaxRows(5);
            statement.execute(sql);
        } catch (SQLException e) {
            // refused, as it should be
        }
    }

    @Test
    void theReportUserSeesNoTableOfTheProgram() throws Exception {
        try (var connection = database.reportSource().getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select * from public.audit_line"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.execute("select file_read('/etc/hostname')"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.execute("create alias x for 'java.lang.System.exit'"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("costly")
    void aCostlyQuestionIsStopped(String sql) throws Exception {
        var guarded = guard.check(sql);
        long begin = System.nanoTime();
        var failure = catchThrowable(() -> runner.run(guarded));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(failure).isInstanceOf(QueryFailed.class);
        assertThat(runner.run(guard.check("SELECT count(*) FROM cached_sales_orders"))
                        .rows())
                .isEqualTo(List.of(List.of(300L)));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void anOddValueEndsSoonAndHurtsNobody(String sql) throws Exception {
        var guarded = guard.check(sql);
        long begin = System.nanoTime();
        try {
            assertThat(runner.run(guarded).rows()).hasSizeLessThanOrEqualTo(SqlGuard.MOST_ROWS);
        } catch (QueryFailed e) {
            assertThat(e.reason()).isIn(QueryFailed.Reason.WRONG, QueryFailed.Reason.TOO_SLOW);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        assertThat(runner.run(guard.check("SELECT count(*) FROM cached_sales_orders"))
                        .rows())
                .isEqualTo(List.of(List.of(300L)));
    }

    @Test
    void theViewsAreThoseThatPeopleKnow() {
        assertThat(ReportCatalog.read(database).views().keySet())
                .containsExactlyInAnyOrder(
                        "cached_sales_orders",
                        "cached_production_orders",
                        "cached_production_bom",
                        "cached_purchase_orders",
                        "cached_subcontracting_orders",
                        "cached_production_receipts",
                        "cached_purchase_receipts",
                        "cached_material_picking",
                        "cached_sales_delivery",
                        "sync_history");
    }

    @Test
    void limitsAreSetAndCapped() throws GuardRefused {
        assertThat(guard.check("SELECT qty FROM cached_sales_orders")).endsWith(" limit 100");
        assertThat(guard.check("SELECT qty FROM cached_sales_orders LIMIT 999999"))
                .endsWith(" limit 200");
        assertThat(guard.check("SELECT qty FROM cached_sales_orders LIMIT 7")).endsWith(" limit 7");
        assertThat(guard.check("SELECT qty FROM cached_sales_orders FETCH FIRST 7 ROWS ONLY"))
                .endsWith(" limit 7");
        assertThat(guard.check("SELECT qty FROM cached_sales_orders WHERE material_name = 'limit 5'"))
                .endsWith(" limit 100");
        assertThat(guard.check("(SELECT qty FROM cached_sales_orders LIMIT 900)"))
                .endsWith(" limit 100");
    }

    @Test
    void tooLongIsRefused() {
        var sql = "SELECT qty FROM cached_sales_orders WHERE material_name = '" + "x".repeat(2000) + "'";
        assertThatThrownBy(() -> guard.check(sql))
                .isInstanceOf(GuardRefused.class)
                .hasMessageContaining("TOO_LONG");
    }

    @Test
    void wideRowsAreCutAtTheByteLimit() throws Exception {
        var sql = guard.check("SELECT a.*, b.*, c.*, d.* FROM cached_sales_orders a, cached_sales_orders b,"
                + " cached_sales_orders c, cached_sales_orders d LIMIT 200");
        var result = runner.run(sql);
        assertThat(result.rows()).hasSize(200);
        assertThat(result.columns()).hasSize(52);
    }

    private static List<String> files() throws IOException {
        try (var files = Files.walk(folder)) {
            return List.copyOf(new TreeSet<>(files.map(Path::toString).toList()));
        }
    }
}
