package org.gemba.tracking;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.access.LoginThrottle;
import org.gemba.access.Permission;
import org.gemba.access.Role;
import org.gemba.access.RolePermissions;
import org.gemba.access.Tokens;
import org.gemba.erp.Customer;
import org.gemba.erp.CustomerDocuments;
import org.gemba.platform.error.AppError;
import org.gemba.tracking.TrackingUser.Binding;
import org.gemba.tracking.data.Users;
import org.gemba.tracking.wechat.WechatDoor;
import org.gemba.tracking.wechat.WechatFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a WeChat user comes in and is tied to a customer of the ERP.
public final class TrackingLogin {
    /// How long a token is good for; it ends earlier when it is revoked.
    public static final Duration LIFE = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(TrackingLogin.class);
    private static final Pattern OPENID = Pattern.compile("[A-Za-z0-9_-]{11,99}");
    private static final int LONGEST_CODE = 200;
    /// Codes that WeChat does not know, that were used, or whose owner it distrusts.
    private static final Set<Integer> BAD_CODE = Set.of(40029, 40163, 40226, 41008);

    private final Users users;
    private final WechatDoor wechat;
    private final CustomerDocuments erp;
    private final Tokens tokens;
    private final LoginThrottle throttle;
    private final Clock clock;

    /// Somebody who has come in.
    public record Login(Tokens.Issued token, TrackingUser user) {}

    /// @param isNew false when the user was bound before, whatever code was given now
    public record Bound(Binding binding, boolean isNew) {}

    TrackingLogin(
            Users users, WechatDoor wechat, CustomerDocuments erp, Tokens tokens, LoginThrottle throttle, Clock clock) {
        this.users = users;
        this.wechat = wechat;
        this.erp = erp;
        this.tokens = tokens;
        this.throttle = throttle;
        this.clock = clock;
    }

    /// @param code what `wx.login` gave the mini program, good once
    /// @param nickName null when it was not told
    /// @param address where the login comes from
    /// @throws AppError.Unprocessable when WeChat does not take the code
    /// @throws AppError.UpstreamUnavailable when WeChat does not answer, or refuses us
    public Login login(String code, @Nullable String nickName, @Nullable String avatarUrl, String address) {
        if (code.isBlank()) throw TrackingProblem.NO_CODE.error();
        var account = "wx-login " + address;
        throttle.check(account, address);
        var openid = openid(code.strip(), account, address);
        if (!OPENID.matcher(openid).matches()) throw TrackingProblem.NO_OPENID.error();
        throttle.succeeded(account, address);
        var user = users.login(openid, nickName, avatarUrl, clock.instant());
        return new Login(tokens.issue(caller(user), LIFE), user);
    }

    private String openid(String code, String account, String address) {
        if (code.length() > LONGEST_CODE) throw TrackingProblem.NO_OPENID.error();
        try {
            return wechat.client().openid(code);
        } catch (WechatFailure e) {
            if (e.code().isPresent() && BAD_CODE.contains(e.code().getAsInt())) {
                throttle.failed(account, address);
                throw TrackingProblem.NO_OPENID.error();
            }
            throw new AppError.UpstreamUnavailable("wechat", String.valueOf(e.getMessage()), e);
        }
    }

    static Caller caller(TrackingUser user) {
        return new Caller(
                user.subject(),
                "wx " + user.id(),
                Role.CUSTOMER,
                RolePermissions.of(Role.CUSTOMER),
                Set.of(ApiFamily.TRACKING),
                List.of(),
                null);
    }

    /// The user behind a token. Whose orders he sees is looked up now, never taken from the token.
    ///
    /// @throws AppError.NotFound when he was taken away meanwhile
    public TrackingUser user(Caller caller) {
        caller.require(Permission.TRACKING_OWN);
        var subject = caller.subject();
        if (!subject.startsWith(TrackingUser.SUBJECT)) throw TrackingProblem.NO_USER.error();
        return users.find(subject.substring(TrackingUser.SUBJECT.length())).orElseThrow(TrackingProblem.NO_USER::error);
    }

    /// The customer whose orders the caller sees.
    ///
    /// @throws AppError.Unprocessable when none is bound
    public Binding binding(Caller caller) {
        var binding = user(caller).binding();
        if (binding == null) throw TrackingProblem.NOT_BOUND.error();
        return binding;
    }

    /// Ties the caller to the customer with this invite code, by what the ERP says of it at this moment. Guessing is
    /// slowed down by user and by address.
    ///
    /// @param userId when given it must be the caller's own
    /// @param address where the request comes from
    public Bound bind(Caller caller, String inviteCode, @Nullable String userId, String address) {
        var user = user(caller);
        if (userId != null && !userId.equals(user.id().toString())) throw TrackingProblem.OTHER_USER.error();
        var code = inviteCode.strip();
        if (code.isEmpty()) throw TrackingProblem.INVITE_INVALID.error();
        var bound = user.binding();
        if (bound != null) return new Bound(bound, false);
        var account = "invite " + user.subject();
        throttle.check(account, address);
        Customer customer;
        try {
            customer = invited(code);
        } catch (AppError.Unprocessable e) {
            throttle.failed(account, address);
            throw e;
        }
        throttle.succeeded(account, address);
        return bind(user.id(), customer);
    }

    private Customer invited(String code) {
        if (code.length() > LONGEST_CODE) throw TrackingProblem.INVITE_INVALID.error();
        var found = erp.invitedBy(code).stream().filter(Customer::active).toList();
        if (found.isEmpty()) throw TrackingProblem.INVITE_UNKNOWN.error();
        List<Customer> same = found.stream()
                .filter(customer -> customer.inviteCode().equals(code))
                .toList();
        if (same.isEmpty()) throw TrackingProblem.INVITE_MISMATCH.error();
        if (same.size() > 1) {
            LOG.warn("{} customers of the ERP have the same invite code; it binds to none", same.size());
            throw TrackingProblem.INVITE_INVALID.error();
        }
        return same.getFirst();
    }

    private Bound bind(UUID id, Customer customer) {
        var binding = new Binding(
                customer.number(),
                customer.id().isEmpty() ? customer.number() : customer.id(),
                customer.name(),
                clock.instant());
        var after = users.bind(id, binding).orElseThrow(TrackingProblem.NO_USER::error);
        var now = after.binding();
        if (now == null) throw TrackingProblem.NO_USER.error();
        return new Bound(now, now.customerNumber().equals(binding.customerNumber()));
    }
}
