package org.gemba.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.AuthSecrets;
import org.gemba.platform.config.Secret;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.error.AppError;
import org.gemba.platform.security.PasswordHash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
    private static final Secret KEY = new Secret("0123456789abcdef0123456789abcdef");
    private static final String SHARED = "a shared password";
    private static final String GOOD = "correct horse battery";

    @TempDir
    private static Path folder;

    private static Database database;
    private static PasswordHash hashes;
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
    private static final Clock CLOCK = new Clock() {
        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return NOW.get();
        }
    };

    private AccessFeature feature;
    private AccessService access;

    @BeforeAll
    static void open() {
        database = TestDatabase.open(folder);
        hashes = new PasswordHash(4);
    }

    @AfterAll
    static void close() {
        hashes.close();
        database.close();
    }

    @BeforeEach
    void fresh() {
        database.write(handle -> handle.execute("delete from app_user_role")
                + handle.execute("delete from custom_role")
                + handle.execute("delete from app_user")
                + handle.execute("delete from session"));
        feature = feature("");
        access = feature.service();
    }

    private static AccessFeature feature(String readOnly) {
        var settings = new SettingsSource(
                name -> name.equals("MTO_SHARED_READ_ONLY") ? Optional.of(readOnly) : Optional.empty());
        var secrets = new AuthSecrets(new Secret(SHARED), KEY);
        return new AccessFeature(database, new Audit(CLOCK), secrets, settings, hashes, CLOCK);
    }

    private User add(String name, Role role) {
        return access.add(Caller.system(), new NewUser(name, null, "", GOOD, role, List.of()));
    }

    private String token(User user) {
        return feature.tokens().issue(user.caller(), Duration.ofHours(1)).text();
    }

    private void refused(String token, ApiFamily family) {
        assertThatThrownBy(() -> feature.tokens().of(token, family)).isInstanceOf(AppError.Unauthenticated.class);
    }

    @Test
    void aUserLogsInByNameOrEmailWhateverTheCase() {
        access.add(Caller.system(), new NewUser("Li.Ming", "li@example.com", "李明", GOOD, Role.VIEWER, List.of()));
        assertThat(access.login("li.MING", GOOD, "1.1.1.1").fullName()).isEqualTo("李明");
        assertThat(access.login("LI@example.com", GOOD, "1.1.1.1").username()).isEqualTo("Li.Ming");
        assertThatThrownBy(() -> access.login("li.ming", "wrong", "1.1.1.1"))
                .isInstanceOf(AppError.Unauthenticated.class)
                .hasMessage("Incorrect username or password");
        assertThatThrownBy(() -> access.login("nobody.here", "wrong", "1.1.1.1"))
                .hasMessage("Incorrect username or password");
    }

    @Test
    void namesAndAddressesAreUniqueWhateverTheCase() {
        access.add(Caller.system(), new NewUser("anna", "a@example.com", "", GOOD, Role.VIEWER, List.of()));
        assertThatThrownBy(() -> add("ANNA", Role.VIEWER)).isInstanceOf(AppError.Conflict.class);
        var sameAddress = new NewUser("berta", "A@Example.com", "", GOOD, Role.VIEWER, List.of());
        assertThatThrownBy(() -> access.add(Caller.system(), sameAddress)).isInstanceOf(AppError.Conflict.class);
        assertThat(access.users(Caller.system())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    short           | password must have at least 12 characters
                    passwordpassword| password is one of those that are guessed first
                    aaaaaaaaaaaaaaa | password is one of those that are guessed first
                    frederika123456 | password is one of those that are guessed first
                    """)
    void weakPasswordsAreRefused(String password, String why) {
        var user = new NewUser("frederika", null, "", password, Role.VIEWER, List.of());
        assertThatThrownBy(() -> access.add(Caller.system(), user))
                .isInstanceOf(AppError.InvalidInput.class)
                .hasMessage(why);
        assertThat(access.isEmpty()).isTrue();
    }

    @Test
    void aPasswordOfManyBytesIsRefusedAndNotCut() {
        var user = new NewUser("long", null, "", "密码很长".repeat(7), Role.VIEWER, List.of());
        assertThatThrownBy(() -> access.add(Caller.system(), user)).hasMessageContaining("72 bytes");
    }

    @Test
    void theLastActiveAdministratorStays() {
        var only = add("boss", Role.ADMIN);
        var other = add("second", Role.ADMIN);
        access.disable(Caller.system(), other.id());
        assertThatThrownBy(() -> access.disable(Caller.system(), only.id())).isInstanceOf(AppError.Conflict.class);
        assertThatThrownBy(() -> access.delete(Caller.system(), only.id())).isInstanceOf(AppError.Conflict.class);
        var demoted = UserChange.of(only).withRole(Role.VIEWER);
        assertThatThrownBy(() -> access.change(Caller.system(), only.id(), only.version(), demoted))
                .hasMessageContaining("last active administrator");
        assertThat(access.find(only.id()).orElseThrow().isActiveAdministrator()).isTrue();
    }

    @Test
    void aStaleChangeIsAConflict() {
        add("boss", Role.ADMIN);
        var user = add("anna", Role.VIEWER);
        var change = UserChange.of(user).withRole(Role.POWERUSER);
        access.change(Caller.system(), user.id(), user.version(), change);
        assertThatThrownBy(() -> access.change(Caller.system(), user.id(), user.version(), change))
                .hasMessageContaining("meanwhile");
    }

    @Test
    void everyChangeLeavesALineWithoutThePassword() {
        var user = add("anna", Role.VIEWER);
        access.setPassword(Caller.system(), user.id(), "another good one");
        var lines = database.read(handle -> handle.createQuery(
                        "select action || ' ' || coalesce(after_state, '') from audit_line where entity_id = :id order by at")
                .bind("id", user.id().toString())
                .mapTo(String.class)
                .list());
        assertThat(lines).hasSize(2);
        assertThat(lines.toString()).contains("create", "password", "anna").doesNotContain(GOOD, "$2b$");
    }

    @Test
    void onlyWhoMayAddsUsers() {
        var viewer = add("anna", Role.VIEWER).caller();
        var wanted = new NewUser("berta", null, "", GOOD, Role.ADMIN, List.of());
        assertThatThrownBy(() -> access.add(viewer, wanted)).isInstanceOf(AppError.Forbidden.class);
    }

    @Test
    void aTokenHoldsInItsFamiliesUntilItsEnd() {
        var token = token(add("anna", Role.LEADER_DATACONFIG));
        assertThat(feature.tokens().of(token, ApiFamily.KPI).role()).isEqualTo(Role.LEADER_DATACONFIG);
        refused(token, ApiFamily.TRACKING);
        NOW.updateAndGet(now -> now.plus(Duration.ofHours(1)));
        refused(token, ApiFamily.KPI);
    }

    @Test
    void theSharedPasswordMakesNobodyAnAdministrator() {
        add("admin", Role.ADMIN);
        var token = access.sharedLogin("admin", SHARED, "1.1.1.1").text();
        var caller = feature.tokens().of(token, ApiFamily.MTO);
        assertThat(caller.username()).isEqualTo("admin");
        assertThat(caller.may(Permission.SYNC_WRITE)).isTrue();
        assertThat(caller.may(Permission.USERS_READ)).isFalse();
        for (var family : List.of(ApiFamily.KPI, ApiFamily.INVENTORY, ApiFamily.PLANNING, ApiFamily.TRACKING)) {
            refused(token, family);
        }
        assertThat(feature("true").tokens().of(token, ApiFamily.MTO).may(Permission.SYNC_WRITE))
                .isFalse();
    }

    @Test
    void anotherSharedPasswordEndsTheTokensOfTheOldOne() {
        var token = access.sharedLogin("x", SHARED, "1.1.1.1").text();
        var secrets = new AuthSecrets(new Secret("another password"), KEY);
        var later = new AccessFeature(
                database, new Audit(CLOCK), secrets, new SettingsSource(name -> Optional.empty()), hashes, CLOCK);
        assertThatThrownBy(() -> later.tokens().of(token, ApiFamily.MTO)).isInstanceOf(AppError.Unauthenticated.class);
    }

    @Test
    void passwordRoleAndActivityEndSessionsAtOnce() {
        add("boss", Role.ADMIN);
        var user = add("anna", Role.VIEWER);
        var first = token(user);
        assertThat(feature.tokens().of(first, ApiFamily.MTO).username()).isEqualTo("anna");
        access.setPassword(Caller.system(), user.id(), "another good one");
        refused(first, ApiFamily.MTO);
        var second = token(user);
        feature.tokens().of(second, ApiFamily.MTO);
        access.disable(Caller.system(), user.id());
        refused(second, ApiFamily.MTO);
        assertThatThrownBy(() -> access.login("anna", "another good one", "1.1.1.1"))
                .isInstanceOf(AppError.Unauthenticated.class);
    }

    @Test
    void aRefreshTokenIsNoAccessTokenAndIsGoodForOneFamily() {
        add("anna", Role.VIEWER);
        var logins = feature.logins();
        var login = logins.login(ApiFamily.KPI, "anna", GOOD, "1.1.1.1", Duration.ofHours(1));
        var refresh = login.refresh().text();
        refused(refresh, ApiFamily.KPI);
        var next = logins.refresh(ApiFamily.KPI, refresh, Duration.ofHours(1)).text();
        assertThat(feature.tokens().of(next, ApiFamily.PLANNING).username()).isEqualTo("anna");
        for (var wrong : List.of(login.access().text(), next, "x")) {
            assertThatThrownBy(() -> logins.refresh(ApiFamily.KPI, wrong, Duration.ofHours(1)))
                    .isInstanceOf(AppError.Unauthenticated.class);
        }
        assertThatThrownBy(() -> logins.refresh(ApiFamily.PLANNING, refresh, Duration.ofHours(1)))
                .isInstanceOf(AppError.Unauthenticated.class);
        assertThat(access.findByName("anna").orElseThrow().lastLoginAt()).isEqualTo(NOW.get());
    }

    @Test
    void aLogoutEndsAllTokensOfItsLoginAndNoOthers() {
        add("anna", Role.VIEWER);
        var logins = feature.logins();
        var first = logins.login(ApiFamily.KPI, "anna", GOOD, "1.1.1.1", Duration.ofHours(1));
        var second = logins.login(ApiFamily.KPI, "anna", GOOD, "1.1.1.1", Duration.ofHours(1));
        var next = logins.refresh(ApiFamily.KPI, first.refresh().text(), Duration.ofHours(1));
        logins.logout(ApiFamily.KPI, next.text());
        refused(first.access().text(), ApiFamily.KPI);
        refused(next.text(), ApiFamily.KPI);
        assertThatThrownBy(() -> logins.refresh(ApiFamily.KPI, first.refresh().text(), Duration.ofHours(1)))
                .isInstanceOf(AppError.Unauthenticated.class);
        assertThat(feature.tokens().of(second.access().text(), ApiFamily.KPI).username())
                .isEqualTo("anna");
        logins.logout(ApiFamily.KPI, "nonsense");
    }

    @Test
    void customRolesAddRightsAndAnotherSetOfRightsEndsSessions() {
        add("boss", Role.ADMIN);
        var roles = feature.roles();
        var buyer = roles.add(Caller.system(), "Buyer", "", Set.of(Permission.CSV_IMPORT));
        var user = access.add(
                Caller.system(), new NewUser("anna", null, "", GOOD, Role.VIEWER, List.of()), Set.of(buyer.id()));
        var token = token(user);
        var caller = feature.tokens().of(token, ApiFamily.INVENTORY);
        assertThat(caller.may(Permission.CSV_IMPORT)).isTrue();
        assertThat(caller.may(Permission.PARTS_READ)).isTrue();
        assertThat(caller.may(Permission.PARTS_DELETE)).isFalse();
        var more = new CustomRole(
                buyer.id(), "Buyer", "Buys", Set.of(Permission.CSV_IMPORT, Permission.PARTS_DELETE), buyer.version());
        roles.change(Caller.system(), more);
        refused(token, ApiFamily.INVENTORY);
        assertThatThrownBy(() -> roles.change(Caller.system(), more)).isInstanceOf(AppError.Conflict.class);
        var again = access.find(user.id()).orElseThrow();
        assertThat(again.permissions()).contains(Permission.PARTS_DELETE);
        var second = token(again);
        roles.delete(Caller.system(), buyer.id());
        refused(second, ApiFamily.INVENTORY);
        assertThat(access.find(user.id()).orElseThrow().customRoles()).isEmpty();
    }

    @Test
    void nobodyGivesOrTakesRightsBeyondTheirOwn() {
        var boss = add("boss", Role.ADMIN);
        var clerk = feature.roles()
                .add(Caller.system(), "Clerk", "", Set.of(Permission.USERS_READ, Permission.USERS_WRITE));
        var anna = access.add(
                        Caller.system(),
                        new NewUser("anna", null, "", GOOD, Role.VIEWER, List.of()),
                        Set.of(clerk.id()))
                .caller();
        var wanted = new NewUser("berta", null, "", GOOD, Role.ADMIN, List.of());
        assertThatThrownBy(() -> access.add(anna, wanted)).isInstanceOf(AppError.Forbidden.class);
        assertThatThrownBy(() -> access.setPassword(anna, boss.id(), GOOD)).isInstanceOf(AppError.Forbidden.class);
        assertThatThrownBy(() -> access.delete(anna, boss.id())).isInstanceOf(AppError.Forbidden.class);
        assertThatThrownBy(() -> access.disable(anna, boss.id())).isInstanceOf(AppError.Forbidden.class);
        var rights = Set.of(Permission.BACKUP);
        assertThatThrownBy(() -> feature.roles().add(anna, "Thief", "", rights)).isInstanceOf(AppError.Forbidden.class);
        var viewer = new NewUser("cora", null, "", GOOD, Role.VIEWER, List.of());
        assertThat(access.add(anna, viewer).role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void forgedTokensAreRefused() throws Exception {
        var user = add("anna", Role.ADMIN);
        var genuine = SignedJWT.parse(token(user));
        var claims = genuine.getJWTClaimsSet();
        refused(new PlainJWT(claims).serialize(), ApiFamily.MTO);
        refused(signed(claims, JWSAlgorithm.HS256, "your-secret-key-change-in-production"), ApiFamily.MTO);
        refused(signed(claims, JWSAlgorithm.HS512, KEY.value().repeat(2)), ApiFamily.MTO);
        var unknown = new JWTClaimsSet.Builder(claims)
                .jwtID(UUID.randomUUID().toString())
                .build();
        refused(signed(unknown, JWSAlgorithm.HS256, KEY.value()), ApiFamily.MTO);
        var endless =
                new JWTClaimsSet.Builder(claims).expirationTime((Date) null).build();
        refused(signed(endless, JWSAlgorithm.HS256, KEY.value()), ApiFamily.MTO);
        for (var garbage : List.of("", "a.b.c", "....", "é", "x".repeat(10_000))) refused(garbage, ApiFamily.MTO);
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, String key) throws Exception {
        var token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(new MACSigner(key.getBytes(StandardCharsets.UTF_8)));
        return token.serialize();
    }

    @Test
    void guessingIsSlowedOverAllLoginsAndTheOwnerElsewhereStaysFree() {
        add("anna", Role.VIEWER);
        int refusals = 0;
        for (int i = 0; i < 10; i++) {
            try {
                if (i % 2 == 0) access.login("anna", "wrong", "6.6.6.6");
                else access.sharedLogin("name" + i, "wrong", "6.6.6.6");
            } catch (AppError.RateLimited e) {
                refusals++;
            } catch (AppError.Unauthenticated e) {
                assertThat(refusals).isZero();
            }
        }
        assertThat(refusals).isPositive();
        assertThat(access.login("anna", GOOD, "7.7.7.7").username()).isEqualTo("anna");
        NOW.updateAndGet(now -> now.plus(Duration.ofMinutes(16)));
        assertThat(access.login("anna", GOOD, "6.6.6.6").username()).isEqualTo("anna");
    }

    @Test
    void theDemoFactoryHasItsPeople() {
        DemoUsers.add(access);
        DemoUsers.add(access);
        assertThat(access.users(Caller.system())).hasSize(6);
        assertThat(access.login("manager@gemba.example", "gemba-demo", "1.1.1.1")
                        .role())
                .isEqualTo(Role.POWERUSER);
        assertThat(access.login("operator2", "gemba-demo", "1.1.1.1").clientId())
                .isEqualTo("SOCK-FAC-B");
    }

    @Test
    void aLeaderMayHoldSeveralClientsAndNothingBesideThem() {
        var wanted =
                new NewUser("leader", null, "", GOOD, Role.LEADER_DATACONFIG, List.of("BOOT-LINE-A", "SOCK-FAC-B"));
        var user = access.add(Caller.system(), wanted);
        var token = feature.tokens().issue(user.caller(), Duration.ofHours(1)).text();
        var caller = feature.tokens().of(token, ApiFamily.KPI);
        assertThat(caller.clientIds()).containsExactly("BOOT-LINE-A", "SOCK-FAC-B");
        assertThat(caller.clientId()).isEqualTo("BOOT-LINE-A");
        assertThat(caller.mayUseClient("SOCK-FAC-B")).isTrue();
        assertThat(caller.mayUseClient("SOCK-FAC")).isFalse();
        assertThat(Caller.system().mayUseClient("SOCK-FAC")).isTrue();
    }
}
