package org.gemba.tracking;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.gemba.erp.CustomerDocuments;
import org.gemba.erp.SalesOrderLine;
import org.gemba.platform.tasks.TaskContext;
import org.gemba.tracking.calc.OrderRules;
import org.gemba.tracking.data.Orders;
import org.gemba.tracking.data.Orders.Key;
import org.gemba.tracking.data.Outbox;

/// Derives orders anew from the documents that a synchronisation has written, batch by batch; each batch with its
/// position and with the messages that follow from it is one write, so that a kill neither loses nor repeats any.
final class OrderRefresh {
    private static final int MTOS_AT_ONCE = 100;
    private static final int NUMBERS_AT_ONCE = 1000;

    private final CustomerDocuments erp;
    private final Orders orders;
    private final Clock clock;
    private final BiConsumer<Outbox, List<StatusChange>> announce;
    private final ReentrantLock lock = new ReentrantLock();

    /// @param announce called within the write
    OrderRefresh(CustomerDocuments erp, Orders orders, Clock clock, BiConsumer<Outbox, List<StatusChange>> announce) {
        this.erp = erp;
        this.orders = orders;
        this.clock = clock;
        this.announce = announce;
    }

    /// Whether a synchronisation has written what was not looked at yet.
    boolean isDue() {
        return !erp.changedAfter(orders.position(), 1).mtoNumbers().isEmpty();
    }

    /// @return how many orders were derived
    int run(TaskContext context) {
        lock.lock();
        try {
            int derived = 0;
            while (true) {
                context.checkCancelled();
                var changes = erp.changedAfter(orders.position(), MTOS_AT_ONCE);
                if (changes.mtoNumbers().isEmpty()) break;
                derived += derive(Set.copyOf(changes.mtoNumbers()), changes.version());
                context.progress(50, "orders", derived + " orders");
            }
            derived += gone(context);
            orders.replace(Set.of(), List.of(), orders.position(), clock.instant(), announce);
            return derived;
        } finally {
            lock.unlock();
        }
    }

    /// Orders of numbers that the ERP no longer has.
    private int gone(TaskContext context) {
        int derived = 0;
        var last = "";
        while (true) {
            context.checkCancelled();
            var numbers = orders.mtosAfter(last, NUMBERS_AT_ONCE);
            if (numbers.isEmpty()) return derived;
            var missing = new HashSet<>(numbers);
            missing.removeAll(erp.stillStored(numbers));
            if (!missing.isEmpty()) derived += derive(missing, orders.position());
            last = numbers.getLast();
        }
    }

    private int derive(Set<String> mtoNumbers, long position) {
        var concerned = orders.ofMtos(mtoNumbers);
        var bills = new HashSet<String>();
        concerned.forEach(key -> bills.add(key.orderNo()));
        for (var line : erp.stored(mtoNumbers).salesOrders()) {
            if (line.customerNumber().isEmpty()) continue;
            bills.add(line.billNo());
            concerned.add(new Key(line.customerNumber(), line.billNo()));
        }
        var lines = erp.storedSales(bills).stream()
                .filter(line -> concerned.contains(new Key(line.customerNumber(), line.billNo())))
                .toList();
        var numbers = lines.stream().map(SalesOrderLine::mtoNumber).distinct().toList();
        var derived = OrderRules.orders(lines, erp.stored(numbers));
        orders.replace(concerned, derived, position, clock.instant(), announce);
        return derived.size();
    }
}
