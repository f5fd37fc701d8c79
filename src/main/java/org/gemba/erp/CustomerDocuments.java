package org.gemba.erp;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the ERP knows of customers and their orders, live or as last synchronised.
public interface CustomerDocuments {
    /// Asks the ERP which customers have this invite code. Its comparison may be less strict than equality.
    ///
    /// @throws AppError.UpstreamUnavailable when the ERP cannot be asked
    /// @throws AppError.NotConfigured when no ERP is set up, or its customer form has no such field
    List<Customer> invitedBy(String inviteCode);

    /// Every customer as the last synchronisation found it, by number.
    List<Customer> customers();

    /// Asks the ERP for the sales order lines of one customer.
    ///
    /// @param billNo only of this order; empty for all of them
    List<SalesOrderLine> liveSales(String customerNumber, String billNo);

    /// Asks the ERP for the documents of exactly these MTO numbers, any number of them.
    DocumentSet live(Collection<String> mtoNumbers);

    /// The stored documents of exactly these MTO numbers.
    DocumentSet stored(Collection<String> mtoNumbers);

    /// The stored sales order lines of these orders, whatever their MTO number.
    List<SalesOrderLine> storedSales(Collection<String> billNos);

    /// Texts of auxiliary attributes as stored; ids without one are absent.
    Map<Long, String> auxTexts(Collection<Long> ids);

    /// MTO numbers whose stored documents were written after a version, the oldest change first.
    Changes changedAfter(long version, int limit);

    /// Those of the numbers of which anything is stored.
    Set<String> stillStored(Collection<String> mtoNumbers);

    /// @param version up to which the numbers reach; ask again from there
    record Changes(List<String> mtoNumbers, long version) {}
}
