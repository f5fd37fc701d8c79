package org.gemba.tracking.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.db.Database;
import org.gemba.tracking.TrackingUser;
import org.gemba.tracking.TrackingUser.Binding;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// WeChat users. Every request asks who its caller is, so they are remembered: for a few seconds, as another
/// workstation may change them in the same database; what changes here is seen at once.
public final class Users {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 20_000;
    private static final String TYPE = "tracking_user";

    private final Database database;
    private final Audit audit;
    private final Cache<String, Optional<TrackingUser>> byOpenid = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    /// What the audit keeps of a user.
    private record State(@Nullable String customer, boolean wantsMessages) {
        static State of(TrackingUser user) {
            var binding = user.binding();
            return new State(binding == null ? null : binding.customerNumber(), user.wantsMessages());
        }
    }

    public Users(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    public Optional<TrackingUser> find(String openid) {
        return byOpenid.get(openid, wanted -> database.read(handle -> find(handle, "openid", wanted)));
    }

    public Optional<TrackingUser> find(UUID id) {
        return database.read(handle -> find(handle, "id", id));
    }

    private static Optional<TrackingUser> find(Handle handle, String column, Object wanted) {
        return handle.createQuery("select * from tracking_user where " + column + " = :wanted")
                .bind("wanted", wanted)
                .map(Users::user)
                .findOne();
    }

    /// Those who logged in last come first.
    public List<TrackingUser> list() {
        return database.read(handle -> handle.createQuery("select * from tracking_user order by last_login_at desc, id")
                .map(Users::user)
                .list());
    }

    /// Those of a customer who want to hear of their orders.
    static List<TrackingUser> listening(Handle handle, String customerNumber) {
        return handle.createQuery("select * from tracking_user where customer_number = :number and wants_messages"
                        + " order by created_at, id")
                .bind("number", customerNumber)
                .map(Users::user)
                .list();
    }

    /// Creates the user at the first login; keeps name and picture where the login brought none.
    public TrackingUser login(String openid, @Nullable String nickName, @Nullable String avatarUrl, Instant now) {
        var user = database.write(handle -> {
            var known = find(handle, "openid", openid);
            if (known.isEmpty()) return insert(handle, openid, text(nickName), text(avatarUrl), now);
            var old = known.get();
            var seen = new TrackingUser(
                    old.id(),
                    openid,
                    nickName == null ? old.nickName() : nickName,
                    avatarUrl == null ? old.avatarUrl() : avatarUrl,
                    old.binding(),
                    old.wantsMessages(),
                    old.createdAt(),
                    now);
            handle.execute(
                    "update tracking_user set nick_name = ?, avatar_url = ?, last_login_at = ? where id = ?",
                    seen.nickName(),
                    seen.avatarUrl(),
                    now,
                    seen.id());
            return seen;
        });
        byOpenid.put(openid, Optional.of(user));
        return user;
    }

    private TrackingUser insert(Handle handle, String openid, String nickName, String avatarUrl, Instant now) {
        var user = new TrackingUser(UUID.randomUUID(), openid, nickName, avatarUrl, null, false, now, now);
        handle.execute(
                "insert into tracking_user (id, openid, nick_name, avatar_url, wants_messages, created_at,"
                        + " last_login_at) values (?, ?, ?, ?, false, ?, ?)",
                user.id(),
                openid,
                nickName,
                avatarUrl,
                now,
                now);
        audit.record(handle, who(user), "create", TYPE, user.id().toString(), null, State.of(user));
        return user;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /// Binds a user who is not bound yet; one who is stays as he is.
    ///
    /// @return the user as it is now; empty when there is none any more
    public Optional<TrackingUser> bind(UUID id, Binding binding) {
        return change(
                id,
                null,
                "bind",
                handle -> handle.execute(
                        "update tracking_user set customer_number = ?, customer_id = ?, customer_name = ?, bound_at = ?"
                                + " where id = ? and customer_number is null",
                        binding.customerNumber(),
                        binding.customerId(),
                        binding.customerName(),
                        binding.boundAt(),
                        id));
    }

    public Optional<TrackingUser> unbind(UUID id, String who) {
        return change(
                id,
                who,
                "unbind",
                handle -> handle.execute(
                        "update tracking_user set customer_number = null, customer_id = null, customer_name = null,"
                                + " bound_at = null, wants_messages = false where id = ?",
                        id));
    }

    /// @param who null for the user
    public Optional<TrackingUser> wantMessages(UUID id, boolean wanted, @Nullable String who) {
        return change(
                id,
                who,
                "notify",
                handle -> handle.execute("update tracking_user set wants_messages = ? where id = ?", wanted, id));
    }

    private Optional<TrackingUser> change(UUID id, @Nullable String who, String action, Consumer<Handle> work) {
        var changed = database.write(handle -> {
            var before = find(handle, "id", id);
            if (before.isEmpty()) return before;
            work.accept(handle);
            var after = find(handle, "id", id);
            var old = State.of(before.get());
            var now = State.of(after.orElseThrow());
            if (!old.equals(now)) {
                audit.record(handle, who == null ? who(before.get()) : who, action, TYPE, id.toString(), old, now);
            }
            return after;
        });
        changed.ifPresent(user -> byOpenid.put(user.openid(), Optional.of(user)));
        return changed;
    }

    private static String who(TrackingUser user) {
        return "wx " + user.id();
    }

    private static TrackingUser user(ResultSet row, StatementContext context) throws SQLException {
        var number = row.getString("customer_number");
        var bound = row.getObject("bound_at", java.time.OffsetDateTime.class);
        return new TrackingUser(
                row.getObject("id", UUID.class),
                row.getString("openid"),
                row.getString("nick_name"),
                row.getString("avatar_url"),
                number == null || bound == null
                        ? null
                        : new Binding(
                                number,
                                row.getString("customer_id"),
                                row.getString("customer_name"),
                                bound.toInstant()),
                row.getBoolean("wants_messages"),
                row.getObject("created_at", java.time.OffsetDateTime.class).toInstant(),
                row.getObject("last_login_at", java.time.OffsetDateTime.class).toInstant());
    }
}
