package org.gemba.demo.story;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.gemba.demo.k3cloud.Forms;

/// Writes `sample-data/`, always the same. After a change of the story: `mvn -q test-compile`, then
/// `java -cp target/classes:target/test-classes org.gemba.demo.story.StoryGenerator sample-data`.
public final class StoryGenerator {
    private StoryGenerator() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments.length == 0 ? "sample-data" : arguments[0]);
        for (var file : files().entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /// The text of each file by its path in the folder.
    static Map<String, String> files() {
        var files = new TreeMap<>(ledger().files());
        files.putAll(ShopFloorStory.files(files.get("erp/PRD_MO.csv")));
        files.putAll(StoreYear.files());
        files.put("story.properties", """
                # The day that the story calls today. Every date in the files is moved by as many days as have passed since.
                last.day=%s
                """.formatted(OrderBook.LAST_DAY));
        return files;
    }

    static Ledger ledger() {
        var ledger = new Ledger(OrderBook.LAST_DAY);
        masters(ledger);
        var purchases = new Purchases(ledger);
        OrderBook.orders().forEach(order -> Telling.of(ledger, purchases, order));
        return ledger;
    }

    private static void masters(Ledger ledger) {
        var begun = OrderBook.FIRST_DAY.atTime(9, 0);
        for (var part : Catalogue.PARTS.values())
            ledger.master(
                    Forms.MATERIAL,
                    "FNumber",
                    part.code(),
                    "FName",
                    part.name(),
                    "FSpecification",
                    part.specification(),
                    "FCategoryID.FName",
                    part.category(),
                    "FMaterialGroup",
                    part.group(),
                    "FErpClsID",
                    part.cls(),
                    "FIsPurchase",
                    part.bought(),
                    "FDocumentStatus",
                    "C",
                    "FForbidStatus",
                    "A",
                    "FCreateDate",
                    begun,
                    "FModifyDate",
                    begun);
        for (var customer : Catalogue.CUSTOMERS)
            ledger.master(
                    Forms.CUSTOMER,
                    "FNumber",
                    customer.number(),
                    "FName",
                    customer.name(),
                    "FShortName",
                    customer.shortName(),
                    "F_QWJI_WXYQM",
                    customer.invite(),
                    "FDocumentStatus",
                    "C",
                    "FForbidStatus",
                    "A",
                    "FCreateDate",
                    begun,
                    "FModifyDate",
                    begun);
        for (var aux : Catalogue.COLOURS)
            ledger.master(Forms.AUX_TEXT, "FID", aux.id(), "FF100001", aux.text(), "FF100002.FName", aux.colour());
        for (var aux : Catalogue.SIZES)
            ledger.master(Forms.AUX_TEXT, "FID", aux.id(), "FF100001", aux.text(), "FF100002.FName", aux.colour());
        stock(ledger);
    }

    private static void stock(Ledger ledger) {
        for (var part : Catalogue.PARTS.values()) {
            var dice = new Dice("stock " + part.code());
            boolean isFinished = part.code().startsWith("07.");
            for (int lot = 0; lot <= dice.below(3); lot++)
                ledger.master(
                        Forms.STOCK,
                        "FMaterialId.FNumber",
                        part.code(),
                        "FStockId.FNumber",
                        isFinished ? "CK01" : "CK02",
                        "FStockId.FName",
                        isFinished ? "成品仓" : "原料半成品仓",
                        "FLot.FNumber",
                        "L25%02d%02d".formatted(1 + dice.below(12), 1 + dice.below(28)),
                        "FStockOrgId.FName",
                        "潮汐潜水用品（深圳）有限公司",
                        "FAuxPropId",
                        isFinished ? dice.pick(Catalogue.COLOURS).id() : 0,
                        "FBaseQty",
                        new BigDecimal(20 + dice.below(900)),
                        "FModifyDate",
                        OrderBook.LAST_DAY.minusDays(dice.below(60)).atTime(10, 0));
        }
    }
}
