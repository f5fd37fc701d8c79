package org.gemba.inventory.supplier;

import java.util.Set;
import org.gemba.inventory.Capability;
import org.gemba.inventory.SupplierPart;

/// One supplier's API.
public sealed interface SupplierApi permits Lcsc, DigiKey, Mouser {
    /// As it is stored with parts: `LCSC`, `DigiKey`, `Mouser`.
    String name();

    Set<Capability> capabilities();

    boolean needsKey();

    /// The settings that are missing before it can be asked; empty when it can.
    String missing();

    /// What it tells of one of its parts, found by its own number or the maker's.
    ///
    /// @throws SupplierFailed when it knows no such part, or gives no usable answer
    SupplierPart find(String number) throws SupplierFailed;
}
