package org.gemba.erp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import org.gemba.erp.data.CustomerOrders;
import org.gemba.erp.data.Masters;
import org.gemba.platform.Threads;
import org.gemba.platform.db.Database;

/// {@link CustomerDocuments} over the connection and the store.
final class StoredAndLiveCustomers implements CustomerDocuments, AutoCloseable {
    private static final int NUMBERS_AT_ONCE = 50;

    private final ErpConnection connection;
    private final CustomerOrders stored;
    private final Masters masters;
    private final ExecutorService threads = Threads.virtual("erp-customers");

    StoredAndLiveCustomers(ErpConnection connection, Database database) {
        this.connection = connection;
        this.stored = new CustomerOrders(database);
        this.masters = new Masters(database);
    }

    @Override
    public List<Customer> invitedBy(String inviteCode) {
        return connection.live().invitedBy(inviteCode);
    }

    @Override
    public List<Customer> customers() {
        return masters.customers();
    }

    @Override
    public List<SalesOrderLine> liveSales(String customerNumber, String billNo) {
        return connection.live().salesOf(customerNumber, billNo);
    }

    @Override
    public DocumentSet live(Collection<String> mtoNumbers) {
        var erp = connection.live();
        var numbers = mtoNumbers.stream()
                .filter(number -> !number.isBlank())
                .distinct()
                .sorted()
                .toList();
        var asked = new ArrayList<CompletableFuture<DocumentSet>>();
        for (int from = 0; from < numbers.size(); from += NUMBERS_AT_ONCE) {
            var part = numbers.subList(from, Math.min(numbers.size(), from + NUMBERS_AT_ONCE));
            asked.add(CompletableFuture.supplyAsync(() -> erp.of(part), threads));
        }
        return DocumentSet.together(
                asked.stream().map(StoredAndLiveCustomers::joined).toList());
    }

    private static DocumentSet joined(CompletableFuture<DocumentSet> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException own) throw own;
            throw e;
        }
    }

    @Override
    public DocumentSet stored(Collection<String> mtoNumbers) {
        return stored.documents(mtoNumbers);
    }

    @Override
    public List<SalesOrderLine> storedSales(Collection<String> billNos) {
        return stored.sales(billNos);
    }

    @Override
    public Map<Long, String> auxTexts(Collection<Long> ids) {
        return stored.auxTexts(ids);
    }

    @Override
    public Changes changedAfter(long version, int limit) {
        return stored.changedAfter(version, limit);
    }

    @Override
    public Set<String> stillStored(Collection<String> mtoNumbers) {
        return stored.stillStored(mtoNumbers);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
