package org.gemba.mto;

import java.util.List;
import org.gemba.platform.tabular.Sheet;
import org.jspecify.annotations.Nullable;

/// The lines of an MTO as a table for a file, in the twelve columns of the MTO document.
public final class MtoSheet {
    private static final List<String> HEADERS = List.of(
            "物料编码",
            "物料名称",
            "规格型号",
            "BOM简称",
            "辅助属性",
            "物料类型",
            "销售订单.数量",
            "生产入库单.应收数量",
            "采购订单.数量",
            "生产领料单.实发数量",
            "生产入库单.实收数量",
            "采购订单.累计入库数量");

    private MtoSheet() {}

    public static Sheet of(MtoStatus status) {
        return new Sheet(
                "MTO_" + status.mtoNumber(),
                HEADERS,
                status.lines().stream().map(MtoSheet::row).toList());
    }

    private static List<@Nullable Object> row(MtoLine line) {
        return List.of(
                line.materialCode(),
                line.materialName(),
                line.specification(),
                line.bomShortName(),
                line.auxText(),
                line.type().label(),
                line.salesOrdered().value(),
                line.toProduce().value(),
                line.purchaseOrdered().value(),
                line.picked().value(),
                line.produced().value(),
                line.purchaseReceived().value());
    }
}
