package org.gemba.erp;

import java.util.List;
import java.util.Optional;

/// The documents of the ERP, live or as last synchronised. The one source for MTO and tracking.
public interface ErpDocuments {
    /// Asks the ERP for everything about one MTO number (and its sub-orders `MTO-1`, `MTO-2`, …).
    ///
    /// @throws AppError.UpstreamUnavailable when the ERP cannot be reached, refuses the login or answers nonsense
    /// @throws AppError.NotConfigured when no ERP is set up
    MtoDocuments live(String mtoNumber);

    /// What the last synchronisations stored for one MTO number; empty when they stored nothing.
    Optional<MtoDocuments> cached(String mtoNumber);

    /// Cached production orders whose MTO number or material name contains the words, the most recently synchronised
    /// first. `%`, `_` and `\` are literal; letters match in either case.
    Found search(String words, int limit, int offset);

    /// MTO numbers, those synchronised last first.
    List<String> recent(int count);

    /// Issued against needed by MTO and material, where something was issued, over all cached documents.
    List<PickBalance> pickBalances();

    /// Delivered against ordered by MTO and material, over all cached documents.
    List<ShipBalance> shipBalances();

    /// One page of search results.
    ///
    /// @param total how many there are in all
    record Found(List<Hit> hits, int total) {}

    /// One production order that a search found.
    record Hit(String mtoNumber, String materialCode, String materialName, java.math.BigDecimal orderQuantity) {}
}
