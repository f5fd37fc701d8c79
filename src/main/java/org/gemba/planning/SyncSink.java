package org.gemba.planning;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gemba.planning.channel.Channel;
import org.gemba.planning.channel.ChannelFailed;
import org.gemba.planning.channel.ChannelFailed.Reason;
import org.gemba.planning.data.Ground;
import org.gemba.planning.data.PlaceTable;
import org.gemba.planning.data.ProductTable;
import org.gemba.planning.data.SaleTable;
import org.gemba.platform.tasks.TaskContext;

/// Stores what a channel tells, page by page. A line that is told again replaces what was told before, one that no
/// longer counts takes it back: reading twice doubles nothing.
final class SyncSink implements Channel.Sink {
    private static final int MOST_UNMATCHED = 50;
    private static final long LOOK_MILLIS = 250;
    private static final Duration MOST_PATIENCE = Duration.ofMinutes(10);

    private final Ground ground;
    private final TaskContext context;
    private final CountDownLatch closing;
    private final String source;
    private final String store;
    private final Set<String> unmatched = new LinkedHashSet<>();
    private Duration waited = Duration.ZERO;
    private int lines;
    private int levels;
    private int listed;

    /// @param source the channel's id
    /// @param closing opens when the program ends
    SyncSink(Ground ground, TaskContext context, CountDownLatch closing, String source, String store) {
        this.ground = ground;
        this.context = context;
        this.closing = closing;
        this.source = source;
        this.store = store;
    }

    int lineCount() {
        return lines;
    }

    int levelCount() {
        return levels;
    }

    int listedCount() {
        return listed;
    }

    Set<String> unmatched() {
        return unmatched;
    }

    @Override
    public void lines(List<Channel.SoldLine> told) {
        var skus = told.stream().map(Channel.SoldLine::sku).toList();
        var from = source + ":" + store;
        lines += ground.database().writeBulk(handle -> {
            var ids = ProductTable.idsBySku(handle, skus);
            var sales = new ArrayList<Sale>();
            for (var line : told) {
                SaleTable.remove(handle, from, line.externalId());
                var id = ids.get(line.sku());
                if (id == null) {
                    unknown(line.sku());
                    continue;
                }
                if (line.quantity().signum() <= 0) continue;
                var day = LocalDate.ofInstant(line.soldAt(), ground.zone().get());
                sales.add(new Sale(id, day, store, from, line.externalId(), line.quantity(), line.revenue()));
            }
            SaleTable.put(handle, sales, ground.now());
            return sales.size();
        });
    }

    @Override
    public void levels(List<Channel.Level> told) {
        levels += ground.database().writeBulk(handle -> {
            Map<String, Long> ids = ProductTable.idsBySku(
                    handle, told.stream().map(Channel.Level::sku).toList());
            var now = ground.now();
            var places = new ArrayList<StockPlace>();
            for (var level : told) {
                var id = ids.get(level.sku());
                if (id == null) unknown(level.sku());
                else places.add(place(id, level, now));
            }
            PlaceTable.put(handle, places);
            return places.size();
        });
    }

    private StockPlace place(long product, Channel.Level level, java.time.Instant now) {
        return new StockPlace(
                product,
                level.location(),
                level.available().max(BigDecimal.ZERO),
                level.reserved().max(BigDecimal.ZERO),
                null,
                source,
                now);
    }

    @Override
    public void listed(List<Channel.Listed> products) {
        listed += products.size();
        var ids = ground.database()
                .read(handle -> ProductTable.idsBySku(
                        handle, products.stream().map(Channel.Listed::sku).toList()));
        for (var product : products) if (!ids.containsKey(product.sku())) unknown(product.sku());
    }

    private void unknown(String sku) {
        if (unmatched.size() < MOST_UNMATCHED && !sku.isEmpty()) unmatched.add(sku);
    }

    @Override
    public void check() {
        context.checkCancelled();
    }

    @Override
    public void pause(Duration time) throws ChannelFailed {
        waited = waited.plus(time);
        if (waited.compareTo(MOST_PATIENCE) > 0) {
            throw new ChannelFailed(Reason.LIMITED, "They ask for more than ten minutes of waiting", time);
        }
        try {
            for (long left = time.toMillis(); left > 0; left -= LOOK_MILLIS) {
                context.checkCancelled();
                if (closing.await(Math.min(left, LOOK_MILLIS), TimeUnit.MILLISECONDS)) {
                    throw new ChannelFailed(Reason.UNREACHABLE, "The program ends");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChannelFailed(Reason.UNREACHABLE, "The reading was interrupted");
        }
    }
}
