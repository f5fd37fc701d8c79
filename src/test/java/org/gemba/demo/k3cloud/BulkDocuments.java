package org.gemba.demo.k3cloud;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A factory of any size whose documents are computed when they are asked for: no row is held in memory. Every MTO has
/// the same number of documents of each form; MTO n is created on day `n * days / mtos` of the span.
///
/// With the default shape one MTO has 93 documents, so 10,054 MTOs make 935,022.
public final class BulkDocuments implements DocumentSource {
    private static final Map<String, Integer> ROWS_PER_MTO = Map.of(
            "SAL_SaleOrder", 2,
            "PRD_MO", 6,
            "PRD_PPBOM", 40,
            "PRD_INSTOCK", 8,
            "PUR_PurchaseOrder", 8,
            "STK_InStock", 8,
            "SUB_SUBREQORDER", 1,
            "PRD_PickMtrl", 18,
            "SAL_OUTSTOCK", 2);
    private static final int MATERIALS = 4000;

    private final int mtos;
    private final LocalDate firstDay;
    private final int days;

    /// @param days how many days the creation dates are spread over, beginning with the first day
    public BulkDocuments(int mtos, LocalDate firstDay, int days) {
        this.mtos = mtos;
        this.firstDay = firstDay;
        this.days = days;
    }

    /// How many documents (rows of bills) there are in all.
    public int size() {
        return mtos * ROWS_PER_MTO.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// The number of MTO `index`, from 0.
    public static String mtoNumber(int index) {
        return "AK%07d".formatted(index);
    }

    @Override
    public FormTable table(FormKind form) {
        return new BulkTable(form, ROWS_PER_MTO.getOrDefault(form.id(), 0));
    }

    private final class BulkTable implements FormTable {
        private final FormKind form;
        private final int perMto;

        private BulkTable(FormKind form, int perMto) {
            this.form = form;
            this.perMto = perMto;
        }

        @Override
        public int size() {
            return form == Forms.MATERIAL ? MATERIALS : perMto * mtos;
        }

        @Override
        public Object value(int row, int position) {
            var column = form.column(position);
            if (form == Forms.MATERIAL) return material(column.key(), row);
            return switch (column.kind()) {
                case ID -> column.key().equals("FAuxPropId") ? row % 7 == 0 ? 1001L + row % 3 : 0L : row + 1L;
                case NUMBER ->
                    column.key().equals("FNoPickedQty") ? BigDecimal.ZERO : BigDecimal.valueOf(10 + row % 90);
                case TIME -> time(row);
                case FLAG -> false;
                case TEXT -> text(column.key(), row);
            };
        }

        private LocalDateTime time(int row) {
            long mto = row / perMto;
            return firstDay.plusDays(mto * days / mtos).atTime((int) (mto % 10) + 8, row % 60, row % 60);
        }

        private String text(String key, int row) {
            int mto = row / perMto;
            if (key.equalsIgnoreCase("FMtoNo")) return mtoNumber(mto);
            if (key.startsWith("FMaterialId."))
                return material(key.substring(12), row * 37 % MATERIALS).toString();
            return switch (key) {
                case "FBillNo" -> form == Forms.PRODUCTION_ORDER ? order(row) : form.id() + row / 4;
                case "FMOBillNO", "FMoBillNo" -> order(mto * 6 + row % perMto * 6 / perMto);
                case "FDocumentStatus" -> "C";
                case "FCancelStatus", "FCloseStatus", "FMrpCloseStatus", "FMRPCloseStatus" -> "A";
                case "FStatus" -> "4";
                case "FMaterialType" -> "1";
                case "FBillTypeID.FNumber" -> "RKD01_SYS";
                case "FPPBomBillNo" -> "PPBOM" + mto * 6 + row % perMto * 6 / perMto;
                case "FCustId.FNumber", "FCustomerID.FNumber" -> "C" + mto % 50;
                case "FCustId.FName", "FCustomerID.FName" -> "Customer " + mto % 50;
                case "FWorkShopID.FName" -> "总装车间";
                default -> "";
            };
        }

        private Object material(String key, int index) {
            boolean bought = index % 2 == 0;
            return switch (key) {
                case "FMATERIALID" -> index + 1L;
                case "FNumber" -> (bought ? "03." : "05.") + "%02d.%04d".formatted(index % 40, index);
                case "FName" -> "物料 " + index;
                case "FSpecification" -> "规格 " + index % 100;
                case "FCategoryID.FName", "FCategoryId" -> bought ? "外销包材" : "半成品";
                case "FMaterialGroup" -> "组 " + index % 20;
                case "FErpClsID" -> bought ? "1" : "2";
                case "FIsPurchase" -> bought;
                case "FCreateDate", "FModifyDate" -> firstDay.atStartOfDay();
                default -> "C";
            };
        }

        private static String order(int index) {
            return "SCDD" + index;
        }

        @Override
        public Optional<int[]> rowsWith(int position, String value) {
            var key = form.column(position).key();
            if (key.equalsIgnoreCase("FMtoNo")) return Optional.of(ofMto(index(value, "ak"), value.length() == 9));
            if (key.equals("FMOBillNO") || form == Forms.PRODUCTION_ORDER && key.equals("FBillNo"))
                return Optional.of(ofMto(index(value, "scdd") / 6, value.length() > 4));
            return Optional.empty();
        }

        @Override
        public Optional<int[]> rowsBeginningWith(int position, String value) {
            return value.replace("-", "").length() == 9 ? rowsWith(position, value) : Optional.empty();
        }

        @Override
        public Optional<int[]> rowsBetween(int position, LocalDateTime from, LocalDateTime to) {
            if (form == Forms.MATERIAL) return Optional.empty();
            long first = Math.max(0, firstMto(from.toLocalDate()));
            long last = Math.min(mtos, firstMto(to.toLocalDate()) + mtos / days + 2);
            return Optional.of(IntStream.range((int) first * perMto, (int) Math.max(first, last) * perMto)
                    .toArray());
        }

        private long firstMto(LocalDate day) {
            long days = Math.clamp(day.toEpochDay() - firstDay.toEpochDay(), 0, BulkDocuments.this.days);
            return days * mtos / BulkDocuments.this.days - 1;
        }

        private int[] ofMto(int mto, boolean known) {
            if (!known || mto < 0 || mto >= mtos) return new int[0];
            return IntStream.range(mto * perMto, (mto + 1) * perMto).toArray();
        }

        private static int index(String value, String prefix) {
            var text = value.toLowerCase(Locale.ROOT);
            var digits = text.startsWith(prefix) ? text.substring(prefix.length()) : "";
            return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
        }
    }
}
