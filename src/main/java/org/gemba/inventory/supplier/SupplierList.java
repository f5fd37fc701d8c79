package org.gemba.inventory.supplier;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gemba.platform.http.Outbound;

/// Every supplier that can be asked.
public final class SupplierList {
    private final List<SupplierApi> all;

    /// @param settings read at each question, so that a key which was stored a moment ago works
    public SupplierList(Outbound outbound, Supplier<SupplierSettings> settings, Clock clock) {
        this.all = List.of(
                new Lcsc(outbound, settings), new Mouser(outbound, settings), new DigiKey(outbound, settings, clock));
    }

    public List<SupplierApi> all() {
        return all;
    }

    /// In any letter case.
    public Optional<SupplierApi> named(String name) {
        return all.stream()
                .filter(supplier ->
                        supplier.name().equalsIgnoreCase(name.strip().replace("-", "")))
                .findFirst();
    }
}
