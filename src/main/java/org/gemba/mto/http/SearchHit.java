package org.gemba.mto.http;

import java.math.BigDecimal;
import org.gemba.erp.ErpDocuments;
import org.gemba.mto.Quantity;

/// One entry of `GET /api/search`.
record SearchHit(String mtoNumber, String materialName, BigDecimal orderQty, String status) {
    static SearchHit of(ErpDocuments.Hit hit) {
        return new SearchHit(hit.mtoNumber(), hit.materialName(), Quantity.plain(hit.orderQuantity()), "cached");
    }
}
