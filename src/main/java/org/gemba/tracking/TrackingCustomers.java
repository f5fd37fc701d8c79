package org.gemba.tracking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.access.Tokens;
import org.gemba.erp.Customer;
import org.gemba.erp.CustomerDocuments;
import org.gemba.tracking.data.Orders;
import org.gemba.tracking.data.Users;

/// What the people who look after customers see and do: who is bound to whom, and with which codes others can be.
public final class TrackingCustomers {
    private final Users users;
    private final Orders orders;
    private final CustomerDocuments erp;
    private final Tokens tokens;
    private final TrackingSettings settings;

    /// @param orders how many orders he sees; 0 when he is not bound
    public record UserRow(TrackingUser user, int orders) {}

    /// A customer of the ERP and the way in.
    ///
    /// @param inviteCode empty when the ERP has none for it
    /// @param inviteText what the QR code holds; empty without a code
    /// @param isShared whether another customer has the same code, so that it binds nobody
    /// @param bound how many users are bound to it
    public record Invite(
            Customer customer, String inviteCode, String inviteText, boolean isShared, int bound, int orders) {}

    TrackingCustomers(Users users, Orders orders, CustomerDocuments erp, Tokens tokens, TrackingSettings settings) {
        this.users = users;
        this.orders = orders;
        this.erp = erp;
        this.tokens = tokens;
        this.settings = settings;
    }

    /// Those who logged in last come first.
    public List<UserRow> users(Caller caller) {
        caller.require(Permission.TRACKING_MANAGE);
        var counts = orders.counts();
        return users.list().stream()
                .map(user -> new UserRow(user, count(counts, user)))
                .toList();
    }

    private static int count(Map<String, Integer> counts, TrackingUser user) {
        var binding = user.binding();
        return binding == null ? 0 : counts.getOrDefault(binding.customerNumber(), 0);
    }

    /// Every customer as the last synchronisation found it.
    public List<Invite> invites(Caller caller) {
        caller.require(Permission.TRACKING_MANAGE);
        var bound = new HashMap<String, Integer>();
        for (var user : users.list()) {
            var binding = user.binding();
            if (binding != null) bound.merge(binding.customerNumber(), 1, Integer::sum);
        }
        var customers = erp.customers();
        var sameCode = new HashMap<String, Integer>();
        customers.forEach(customer -> sameCode.merge(customer.inviteCode(), 1, Integer::sum));
        var counts = orders.counts();
        return customers.stream()
                .map(customer -> {
                    var code = customer.inviteCode();
                    return new Invite(
                            customer,
                            code,
                            code.isEmpty() ? "" : settings.inviteLink().replace("{code}", code),
                            !code.isEmpty() && sameCode.getOrDefault(code, 0) > 1,
                            bound.getOrDefault(customer.number(), 0),
                            counts.getOrDefault(customer.number(), 0));
                })
                .toList();
    }

    /// Takes a user's orders away at once. Who still has an invite code can bind himself again.
    public void unbind(Caller caller, UUID userId) {
        caller.require(Permission.TRACKING_MANAGE);
        if (users.unbind(userId, caller.username()).isEmpty()) throw TrackingProblem.NO_USER.error();
    }

    /// Ends every session of a user at once; he has to log in again.
    public void signOut(Caller caller, UUID userId) {
        caller.require(Permission.TRACKING_MANAGE);
        var user = users.find(userId).orElseThrow(TrackingProblem.NO_USER::error);
        tokens.revokeAll(user.subject());
    }

    /// Says on the customer's behalf whether changes of orders are to be told.
    public void wantMessages(Caller caller, UUID userId, boolean wanted) {
        caller.require(Permission.TRACKING_MANAGE);
        if (users.wantMessages(userId, wanted, caller.username()).isEmpty()) {
            throw TrackingProblem.NO_USER.error();
        }
    }
}
