package org.gemba.inventory.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gemba.inventory.PartQuery;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;

/// What `POST /parts/search` takes.
record SearchBody(
        @Nullable String searchTerm,
        @Nullable Integer minQuantity,
        @Nullable Integer maxQuantity,
        @Nullable List<String> categoryNames,
        @Nullable String locationId,
        @Nullable String supplier,
        @Nullable String sortBy,
        @Nullable String sortOrder,
        @Nullable Integer page,
        @Nullable Integer pageSize) {
    private static final int STANDARD_SIZE = 10;
    private static final int MOST = 1000;
    private static final List<String> ORDERS = List.of("asc", "desc");

    int pageOrFirst() {
        return page == null ? 1 : page;
    }

    int sizeOrStandard() {
        return pageSize == null ? STANDARD_SIZE : pageSize;
    }

    /// @throws AppError.InvalidInput when page, size or order break their rules
    PartQuery query() {
        var faults = new ArrayList<FieldError>();
        if (pageOrFirst() < 1) faults.add(FieldError.body("page", page, new Rule.AtLeast(1)));
        if (sizeOrStandard() < 1) faults.add(FieldError.body("page_size", pageSize, new Rule.AtLeast(1)));
        if (sizeOrStandard() > MOST) faults.add(FieldError.body("page_size", pageSize, new Rule.AtMost(MOST)));
        if (sortOrder != null && !ORDERS.contains(sortOrder)) {
            faults.add(FieldError.body("sort_order", sortOrder, new Rule.OneOf(ORDERS)));
        }
        var sort = sort(faults);
        if (!faults.isEmpty()) throw new AppError.InvalidInput(faults);
        return new PartQuery(
                searchTerm,
                minQuantity == null ? null : BigDecimal.valueOf(minQuantity),
                maxQuantity == null ? null : BigDecimal.valueOf(maxQuantity),
                categoryNames == null ? List.of() : categoryNames,
                Wire.reference("Location", locationId),
                supplier,
                sort,
                "desc".equals(sortOrder),
                pageOrFirst(),
                sizeOrStandard());
    }

    private PartQuery.@Nullable Sort sort(List<FieldError> faults) {
        if (sortBy == null) return null;
        for (var sort : PartQuery.Sort.values()) if (word(sort).equals(sortBy)) return sort;
        faults.add(FieldError.body(
                "sort_by",
                sortBy,
                new Rule.OneOf(Arrays.stream(PartQuery.Sort.values())
                        .map(SearchBody::word)
                        .toList())));
        return null;
    }

    private static String word(PartQuery.Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }
}
