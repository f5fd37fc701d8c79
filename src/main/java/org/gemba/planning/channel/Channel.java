package org.gemba.planning.channel;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A shop or the books, as planning reads them.
public interface Channel {
    /// Stable, for example `shopify_multi`.
    String id();

    String name();

    /// `sales_channel`, `ecommerce` or `accounting`.
    String type();

    /// The settings that are missing; empty when it is set up.
    String missing();

    List<Store> stores();

    /// What people may see of its settings: never a secret.
    Map<String, Object> configuration();

    List<Entity> entities();

    /// A few cheap calls, timed.
    Tested test() throws ChannelFailed;

    /// Reads everything that changed in a span, page by page.
    void pull(Store store, Entity entity, Span span, Sink sink) throws ChannelFailed;

    /// One shop, market or company of the channel.
    record Store(String id, String url) {}

    /// @param until null for up to now
    record Span(Instant from, @Nullable Instant until) {}

    /// @param version which the other side says it speaks; empty when it says nothing
    record Tested(String version, @Nullable RateState rate, List<Probe> probes) {
        public Tested {
            probes = List.copyOf(probes);
        }
    }

    record RateState(long remaining, Instant resetAt) {}

    /// One call of a test.
    record Probe(String endpoint, boolean isGood, long millis, String problem) {}

    /// One line of an order.
    ///
    /// @param externalId of the line, unique within the store
    /// @param quantity what still counts: cancelled pieces are taken off
    /// @param revenue null when not told
    record SoldLine(
            String externalId,
            String sku,
            Instant soldAt,
            BigDecimal quantity,
            @Nullable BigDecimal revenue) {}

    /// What lies at a place.
    record Level(String sku, String location, BigDecimal available, BigDecimal reserved) {}

    /// A product that the channel lists.
    record Listed(String sku, String title) {}

    /// Takes what is read; every call is stored when it returns.
    interface Sink {
        void lines(List<SoldLine> lines);

        void levels(List<Level> levels);

        void listed(List<Listed> products);

        /// Ends the reading when somebody cancelled it.
        void check();

        /// Waits, unless the program ends or somebody cancels.
        void pause(Duration time) throws ChannelFailed;
    }
}
