package org.gemba.demo.story;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The factory's store room: some 600 parts in a tree of categories and locations. Materials are those of the ERP
/// chapter, electronics those that the suppliers' simulators know.
final class StoreRoom {
    /// @param location names from the top, with ` / ` between them
    /// @param least 0 for no watch
    /// @param start what was there a year ago
    record Part(
            String name,
            String number,
            String description,
            String unit,
            String category,
            String supplier,
            String location,
            int least,
            int start,
            String properties) {}

    static final List<String> CATEGORIES = List.of(
            "Raw material|",
            "Polymers|Raw material",
            "Neoprene|Raw material",
            "Lenses|Raw material",
            "Colour|Raw material",
            "Small parts|",
            "Fasteners|Small parts",
            "Seals|Small parts",
            "Sewing|Small parts",
            "Hardware|Small parts",
            "Packaging|",
            "Boxes|Packaging",
            "Labels|Packaging",
            "Machine spares|",
            "Bearings|Machine spares",
            "Pneumatics|Machine spares",
            "Heating|Machine spares",
            "Drives|Machine spares",
            "Moulds|Machine spares",
            "Electronics|",
            "Tools and consumables|");

    private static final List<String> HALLS = List.of(
            "Raw material store|hall|原料仓",
            "Small parts store|hall|辅料仓",
            "Packaging store|hall|包材仓",
            "Maintenance workshop|hall|机修间",
            "Electronics cabinet|cabinet|电子料柜",
            "Moulding line 1|line|注塑一线",
            "Sewing line 2|line|缝纫二线",
            "Goods in|area|收货区",
            "Quarantine|area|待检区");

    private final List<Part> parts = new ArrayList<>();
    private final Dice dice = new Dice("store room");

    static List<Part> parts() {
        var room = new StoreRoom();
        room.materials();
        room.colours();
        room.fasteners();
        room.seals();
        room.sewing();
        room.packaging();
        room.spares();
        room.electronics();
        room.passives();
        room.consumables();
        return room.parts;
    }

    /// Every place that a part names, and those on the floor where nothing is kept for good.
    static List<String> locations() {
        var places = new ArrayList<String>();
        for (var hall : HALLS) {
            var cells = hall.split("\\|");
            places.add(cells[0] + "|" + cells[1] + "|" + cells[2]);
        }
        var below = new TreeMap<String, String>();
        for (var part : parts()) {
            var names = part.location().split(" / ");
            if (names.length > 1) below.put(names[0] + " / " + names[1], names.length > 2 ? "rack" : "shelf");
            if (names.length > 2) below.put(part.location(), "bin");
        }
        for (var place : new TreeMap<>(below).entrySet()) places.add(place.getKey() + "|" + place.getValue() + "|");
        return places;
    }

    private void add(
            String name,
            String number,
            String description,
            String unit,
            String category,
            String supplier,
            String location,
            int least,
            int start) {
        parts.add(new Part(name, number, description, unit, category, supplier, location, least, start, "{}"));
    }

    private void materials() {
        int count = 0;
        for (var part : Catalogue.PARTS.values()) {
            var group = part.code().substring(0, 2);
            if (!List.of("01", "02", "03").contains(group) || part.cls() != 1) continue;
            boolean isPackaging = group.equals("03");
            var location = isPackaging
                    ? "Packaging store / Rack P" + (1 + count % 4)
                    : group.equals("01")
                            ? "Raw material store / Bay R" + (1 + count % 6)
                            : "Small parts store / Rack S1 / Bin " + (1 + count % 12);
            var unit = part.name().contains("粒") || part.name().contains("硅胶") ? "kg" : "pcs";
            var category = isPackaging ? "Boxes" : group.equals("01") ? "Polymers" : "Hardware";
            int start = unit.equals("kg") ? 1200 + dice.below(900) : 4000 + dice.below(9000);
            add(
                    part.name() + " " + part.specification(),
                    part.code(),
                    "ERP " + part.code() + ", " + part.category(),
                    unit,
                    category,
                    supplier(category),
                    location,
                    start / 4,
                    start);
            count++;
        }
    }

    private String supplier(String category) {
        return switch (category) {
            case "Polymers" -> dice.pick(List.of("Dongguan Polyreach", "Formosa Resin", "深圳聚源塑料"));
            case "Boxes", "Labels" -> dice.pick(List.of("Huizhou Carton Works", "金彩印刷", "Blue Print Labels"));
            case "Fasteners" -> dice.pick(List.of("Bossworth Fasteners", "宁波紧固件"));
            case "Sewing" -> dice.pick(List.of("Golden Needle", "广州衣车配件"));
            case "Seals" -> dice.pick(List.of("Sealtec Asia", "东莞密封件"));
            default -> dice.pick(List.of("MRO Direct", "深圳机电市场", "Precision Supply"));
        };
    }

    private void colours() {
        var colours = List.of(
                "Black 黑|9005",
                "White 白|9016",
                "Signal yellow 信号黄|1003",
                "Ocean blue 海蓝|5020",
                "Coral 珊瑚|3016",
                "Lime 青柠|6018",
                "Pink 粉|3015",
                "Violet 紫|4005",
                "Titanium 钛灰|7024",
                "Turquoise 绿松石|5018",
                "Orange 橙|2004",
                "Transparent red 透红|3020");
        for (var colour : colours) {
            var cells = colour.split("\\|");
            add(
                    "Masterbatch " + cells[0],
                    "MB-" + cells[1],
                    "Colour masterbatch RAL " + cells[1] + ", 2 % dosage",
                    "kg",
                    "Colour",
                    "Dongguan Polyreach",
                    "Raw material store / Bay R7",
                    20,
                    60 + dice.below(60));
            for (var thick : List.of("3", "5")) {
                add(
                        "Neoprene " + thick + " mm " + cells[0],
                        "NEO-" + thick + "-" + cells[1],
                        "SCR neoprene sheet 1.3 × 3.3 m, nylon on both sides",
                        "sheet",
                        "Neoprene",
                        "Shei Neoprene",
                        "Raw material store / Bay N" + thick,
                        15,
                        20 + dice.below(60));
            }
        }
        for (var lens : List.of("M-22 left", "M-22 right", "M-40", "M-12J", "G-9 clear", "G-9 smoke", "G-9 mirror")) {
            add(
                    "Lens " + lens + " tempered",
                    "LN-" + lens.replace(" ", "").toUpperCase(java.util.Locale.ROOT),
                    "Tempered glass, anti-fog ready 钢化玻璃",
                    "pcs",
                    "Lenses",
                    "Optiglass Foshan",
                    "Raw material store / Bay L1",
                    800,
                    1500 + dice.below(3000));
        }
    }

    private void fasteners() {
        var kinds = List.of(
                "Cap screw|内六角螺丝|DIN 912 A2",
                "Countersunk screw|沉头螺丝|DIN 7991 A2",
                "Hex nut|六角螺母|DIN 934 A2",
                "Washer|平垫圈|DIN 125 A2",
                "Spring washer|弹簧垫圈|DIN 127 A2",
                "Set screw|紧定螺丝|DIN 913");
        for (var kind : kinds) {
            var cells = kind.split("\\|");
            for (var size : List.of("M2", "M3", "M4", "M5", "M6", "M8", "M10")) {
                boolean isLong = cells[0].contains("screw");
                for (var length : isLong ? List.of("x8", "x12", "x16", "x25") : List.of("")) {
                    add(
                            cells[0] + " " + size + length,
                            cells[2].replace(" ", "") + "-" + size + length,
                            cells[1] + " " + cells[2] + " " + size + length,
                            "pcs",
                            "Fasteners",
                            supplier("Fasteners"),
                            "Small parts store / Rack S2 / Bin " + size,
                            200,
                            300 + dice.below(1500));
                }
            }
        }
    }

    private void seals() {
        for (int inner = 4; inner <= 60; inner += 4) {
            for (var material : List.of("NBR", "FKM", "VMQ")) {
                add(
                        "O-ring " + inner + "x2 " + material,
                        "OR-" + inner + "-2-" + material,
                        "O 型圈 " + material + " 70 Shore, " + inner + " × 2 mm",
                        "pcs",
                        "Seals",
                        supplier("Seals"),
                        "Small parts store / Rack S3 / Bin " + (inner < 30 ? "small" : "large"),
                        100,
                        120 + dice.below(800));
            }
        }
    }

    private void sewing() {
        for (var size : List.of("70/10", "80/12", "90/14", "100/16", "110/18")) {
            for (var system : List.of("DPx5", "DBx1", "DCx27")) {
                add(
                        "Needle " + system + " " + size,
                        "ND-" + system + "-" + size.replace("/", ""),
                        "机针 " + system + " Nm " + size,
                        "pcs",
                        "Sewing",
                        supplier("Sewing"),
                        "Small parts store / Rack S4 / Bin needles",
                        100,
                        150 + dice.below(600));
            }
        }
        for (var colour : List.of("black 黑", "white 白", "blue 蓝", "yellow 黄", "pink 粉", "grey 灰", "red 红")) {
            add(
                    "Thread 210D " + colour,
                    "TH-210-" + colour.split(" ")[0].toUpperCase(java.util.Locale.ROOT),
                    "Bonded nylon thread 3000 m 高强线",
                    "cone",
                    "Sewing",
                    supplier("Sewing"),
                    "Sewing line 2 / Thread shelf",
                    12,
                    20 + dice.below(60));
        }
        for (int length = 10; length <= 40; length += 5) {
            add(
                    "Waterproof zip " + length + " cm",
                    "ZIP-W-" + length,
                    "防水拉链 " + length + " cm, black, auto lock",
                    "pcs",
                    "Sewing",
                    "YKX Zippers",
                    "Small parts store / Rack S4 / Bin zips",
                    200,
                    300 + dice.below(900));
        }
    }

    private void packaging() {
        for (var brand : List.of("Blue Lagoon", "Nordic Frog", "海豚", "Reef & Co", "瑞弧", "Coral Kids", "Atoll")) {
            for (var good : List.of("mask 面镜", "snorkel 呼吸管", "fins 脚蹼", "goggles 泳镜", "set 套装")) {
                add(
                        "Box " + brand + " " + good,
                        "BX-" + Math.abs((brand + good).hashCode()) % 10_000,
                        "Printed folding box 350 g, " + brand,
                        "pcs",
                        "Boxes",
                        supplier("Boxes"),
                        "Packaging store / Rack P" + (1 + dice.below(6)),
                        500,
                        400 + dice.below(4000));
            }
            add(
                    "Hang tag " + brand,
                    "HT-" + Math.abs(brand.hashCode()) % 10_000,
                    "吊牌 with EAN-13, " + brand,
                    "pcs",
                    "Labels",
                    supplier("Labels"),
                    "Packaging store / Label drawers",
                    1000,
                    1500 + dice.below(6000));
        }
        for (var size : List.of("20x30", "30x40", "40x60", "60x90")) {
            add(
                    "Poly bag " + size,
                    "PB-" + size,
                    "PE bag 0.05 mm with warning text 胶袋",
                    "pcs",
                    "Boxes",
                    supplier("Boxes"),
                    "Packaging store / Rack P7",
                    2000,
                    3000 + dice.below(9000));
        }
    }

    private void spares() {
        for (var series : List.of(
                "6000", "6001", "6002", "6003", "6004", "6005", "6200", "6201", "6202", "6203", "6204", "6205", "6206",
                "6304", "6305")) {
            for (var seal : List.of("2RS", "ZZ")) {
                add(
                        "Bearing " + series + "-" + seal,
                        series + "-" + seal,
                        "深沟球轴承 deep groove ball bearing " + series,
                        "pcs",
                        "Bearings",
                        supplier("x"),
                        "Maintenance workshop / Cabinet B / Drawer " + series.charAt(1),
                        2,
                        2 + dice.below(10));
            }
        }
        for (int watts = 300; watts <= 1500; watts += 200) {
            for (int diameter = 80; diameter <= 140; diameter += 20) {
                add(
                        "Heater band " + diameter + " mm " + watts + " W",
                        "HB-" + diameter + "-" + watts,
                        "Mica heater band 230 V for MA1600 注塑机发热圈",
                        "pcs",
                        "Heating",
                        "Haitong Machine Spares",
                        "Maintenance workshop / Cabinet A / Heaters",
                        1,
                        dice.below(5));
            }
        }
        for (int bore = 12; bore <= 63; bore += bore < 32 ? 4 : 8) {
            for (int stroke : List.of(25, 50, 100)) {
                add(
                        "Cylinder " + bore + "x" + stroke,
                        "CY-" + bore + "-" + stroke,
                        "Compact pneumatic cylinder, magnetic 薄型气缸",
                        "pcs",
                        "Pneumatics",
                        "Airmatic",
                        "Maintenance workshop / Cabinet C / Cylinders",
                        1,
                        dice.below(4));
            }
        }
        for (var fitting : List.of("straight", "elbow", "tee", "union")) {
            for (int tube : List.of(4, 6, 8, 10, 12)) {
                add(
                        "Push-in fitting " + fitting + " " + tube + " mm",
                        "PF-" + fitting.charAt(0) + tube,
                        "气动快插接头 " + fitting,
                        "pcs",
                        "Pneumatics",
                        "Airmatic",
                        "Maintenance workshop / Cabinet C / Fittings",
                        10,
                        8 + dice.below(40));
            }
        }
        for (int length = 600; length <= 1600; length += 100) {
            add(
                    "V-belt A" + length,
                    "A" + length,
                    "三角带 A section, " + length + " mm",
                    "pcs",
                    "Drives",
                    supplier("x"),
                    "Maintenance workshop / Wall hooks",
                    1,
                    1 + dice.below(4));
        }
        for (double diameter = 1.5; diameter <= 8; diameter += 0.5) {
            for (int length : List.of(100, 150)) {
                add(
                        "Ejector pin " + diameter + "x" + length,
                        "EP-" + diameter + "-" + length,
                        "顶针 SKD61 nitrided, " + diameter + " mm",
                        "pcs",
                        "Moulds",
                        "Mouldmate",
                        "Maintenance workshop / Cabinet D / Pins",
                        6,
                        4 + dice.below(30));
            }
        }
        for (var spring : List.of("10x25", "12x40", "16x50", "20x60", "25x75")) {
            for (var force : List.of("blue 轻", "red 中", "green 重")) {
                add(
                        "Die spring " + spring + " " + force,
                        "DS-" + spring + "-" + force.charAt(0),
                        "模具弹簧 ISO 10243",
                        "pcs",
                        "Moulds",
                        "Mouldmate",
                        "Maintenance workshop / Cabinet D / Springs",
                        4,
                        4 + dice.below(20));
            }
        }
    }

    private void electronics() {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(SampleFiles.FOLDER.resolve("suppliers/parts.csv"))) {
            reader.forEach(row -> {
                var supplier = dice.pick(List.of("LCSC", "LCSC", "DigiKey", "Mouser"));
                var number = row.getField(supplier.toLowerCase(java.util.Locale.ROOT));
                if (number.isEmpty()) {
                    supplier = "LCSC";
                    number = row.getField("lcsc");
                }
                if (number.isEmpty()) return;
                var pack = row.getField("package");
                parts.add(new Part(
                        row.getField("mpn"),
                        row.getField("mpn"),
                        row.getField("description"),
                        "pcs",
                        "Electronics",
                        supplier,
                        "Electronics cabinet / Drawer " + (pack.isEmpty() ? "other" : pack),
                        50,
                        40 + dice.below(900),
                        "{\"" + supplier.toLowerCase(java.util.Locale.ROOT) + "_part_number\":\"" + number
                                + "\",\"manufacturer\":\"" + row.getField("maker") + "\",\"package\":\"" + pack
                                + "\"}"));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The usual values of a drawer of resistors and capacitors.
    private void passives() {
        var decades = List.of("R", "K", "M");
        int number = 22_700;
        for (var value : List.of(10, 12, 15, 18, 22, 27, 33, 39, 47, 56, 68, 82)) {
            for (var decade : decades) {
                for (var size : List.of("0402", "0603")) {
                    number += 7;
                    var mpn = "RC" + size + "FR-07" + value + decade + "L";
                    passive(mpn, "Chip resistor " + size + " 1 % " + value + decade + " 贴片电阻", "C" + number, size);
                }
            }
        }
        for (var value : List.of("100p", "220p", "470p", "1n", "2n2", "4n7", "10n", "22n", "47n", "220n", "470n")) {
            number += 7;
            passive("CC0603KRX7R-" + value, "Ceramic capacitor 0603 X7R 50 V " + value + " 贴片电容", "C" + number, "0603");
        }
    }

    private void passive(String mpn, String description, String number, String size) {
        parts.add(new Part(
                mpn,
                mpn,
                description,
                "pcs",
                "Electronics",
                "LCSC",
                "Electronics cabinet / Drawer " + size,
                100,
                150 + dice.below(3000),
                "{\"lcsc_part_number\":\"" + number + "\",\"manufacturer\":\"YAGEO\",\"package\":\"" + size + "\"}"));
    }

    private void consumables() {
        var things = Map.of(
                "Nitrile gloves", "丁腈手套|box",
                "Mould release spray", "脱模剂|can",
                "Silicone glue RTV", "硅橡胶胶水|tube",
                "Neoprene cement", "氯丁胶水|can",
                "Isopropanol 99 %", "异丙醇|l",
                "Cutter blades 18 mm", "美工刀片|box",
                "Ear plugs", "耳塞|box",
                "Packing tape 48 mm", "封箱胶带|roll",
                "Stretch film", "拉伸膜|roll",
                "Wiping cloth", "抹布|kg");
        new TreeMap<>(things).forEach((name, about) -> {
            var cells = about.split("\\|");
            add(
                    name,
                    "CN-" + Math.abs(name.hashCode()) % 10_000,
                    cells[0],
                    cells[1],
                    "Tools and consumables",
                    "MRO Direct",
                    "Goods in / Consumables",
                    10,
                    12 + dice.below(60));
        });
    }
}
