package org.gemba.demo.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the factory makes and from what: materials, bills of material, colours and sizes, customers, suppliers.
final class Catalogue {
    /// @param cls 1 bought, 2 made, 3 subcontract, 9 finished
    record Part(
            String code, String name, String specification, String category, String group, int cls, boolean bought) {}

    /// @param per how much of it one piece takes; below 1 for what is shared, as a carton of 24
    /// @param wholePieces whether the need is rounded up to whole pieces
    /// @param ofVariant whether it comes in the colour or size of the finished good
    record Component(String code, BigDecimal per, boolean wholePieces, boolean ofVariant) {
        BigDecimal need(BigDecimal quantity) {
            var need = quantity.multiply(per);
            return wholePieces ? need.setScale(0, RoundingMode.CEILING) : need.setScale(1, RoundingMode.HALF_UP);
        }
    }

    /// @param text the specification text, empty where only the colour is kept
    record Aux(long id, String text, String colour) {}

    record Partner(String number, String name, String shortName, String invite) {}

    private static final Map<String, String> GROUPS =
            Map.of("01", "原材料", "02", "辅料配件", "03", "包装材料", "05", "自制半成品", "07", "成品", "08", "委外加工件");

    /// code | name | specification | category | class | b when bought by default
    private static final String PARTS_TABLE = """
            01.01.001|聚碳酸酯 PC 粒料|光学级 透明|主料|1|b
            01.01.002|聚丙烯 PP 粒料|注塑级|主料|1|b
            01.01.003|TPR 粒料|65A|主料|1|b
            01.02.001|液态硅胶 LSR|40A A/B 组份|主料|1|b
            01.03.001|钢化玻璃镜片 M-22|左右成对 3.2mm|主料|1|b
            01.03.002|钢化玻璃镜片 M-40|单片 4.0mm|主料|1|b
            01.04.001|氯丁橡胶 5mm|双面尼龙 SCR|主料|1|b
            01.04.002|氯丁橡胶 3mm|双面尼龙 SCR|主料|1|b
            01.05.001|色母粒|按色卡|主料|1|b
            02.01.001|快调扣具|POM 左右成对|辅料|1|b
            02.01.002|不锈钢螺丝|M2×6|辅料|1|b
            02.01.003|O 型圈|NBR 12×1.5|辅料|1|b
            02.02.001|高强缝纫线|尼龙 210D|辅料|1|b
            02.02.002|YKK 防水拉链|15cm|辅料|1|b
            02.03.001|硅胶排水阀|Φ22 自制|辅料|2|
            03.01.001|彩盒 面镜|350g 铜版覆膜 180×110×90|外销包材|1|b
            03.01.002|彩盒 呼吸管|450×60×60|外销包材|1|b
            03.01.003|彩盒 泳镜|170×60×50|外销包材|1|b
            03.01.004|网袋 脚蹼|620×260 印 LOGO|外销包材|1|b
            03.01.005|彩盒 潜水靴|320×220×120|外销包材|1|b
            03.02.001|说明书 多语言|A5 16P|外销包材|1|b
            03.03.001|条码贴纸|40×25 EAN-13|外销包材|1|b
            03.03.002|洗水唛|多语言|外销包材|1|b
            03.04.001|外箱 K=K 24 入|600×400×420|外销包材|1|b
            03.04.002|外箱 K=K 10 入|680×420×380|外销包材|1|b
            03.05.001|PET 吸塑内托|自制 0.6mm|外销包材|2|
            05.01.001|镜框组件 M-22|PC 注塑+装配|半成品|2|
            05.01.002|硅胶裙边 M-22|LSR 一体成型|半成品|2|
            05.01.003|镜框组件 M-40|PC 注塑+装配|半成品|2|
            05.01.004|硅胶裙边 M-40|LSR 一体成型|半成品|2|
            05.01.005|镜体 M-12J|儿童 PC+LSR|半成品|2|
            05.01.006|硅胶头带|双股 14mm|半成品|2|
            05.02.001|全干阀头组件|浮球式|半成品|2|
            05.02.002|呼吸管体|Φ22 L=380|半成品|2|
            05.02.003|硅胶咬嘴|食品级|半成品|2|
            05.03.001|脚蹼鞋套|TPR 二次注塑|半成品|2|
            05.03.002|脚蹼蹼板|PP 注塑|半成品|2|
            05.04.001|泳镜镜片 G-9|PC 防雾|半成品|2|
            05.04.002|泳镜密封圈|LSR|半成品|2|
            05.05.001|靴筒裁片 5mm|激光裁切|半成品|2|
            05.05.002|硫化靴底|防滑纹|半成品|2|
            05.05.003|袜身 3mm|裁切+缝合|半成品|2|
            07.01.001|双镜片潜水面镜 M-22|165×90mm 成人|包装成品|9|
            07.01.002|大视野单镜片面镜 M-40|170×95mm 成人|包装成品|9|
            07.01.003|儿童浮潜面镜 M-12J|140×80mm 6-12 岁|包装成品|9|
            07.02.001|全干式呼吸管 S-80|成人|包装成品|9|
            07.02.002|J 型呼吸管 S-20|成人|包装成品|9|
            07.03.001|可调式脚蹼 F-60|开放式|包装成品|9|
            07.03.002|短款训练蹼 F-30|套脚式|包装成品|9|
            07.04.001|竞速泳镜 G-9|FINA 认证|包装成品|9|
            07.05.001|潜水靴 B-5|5mm 高帮|包装成品|9|
            07.05.002|潜水袜 N-3|3mm|包装成品|9|
            07.06.001|浮潜三宝套装 SET-3|面镜+呼吸管+短蹼|包装成品|9|
            07.09.001|潜水手电 L-1000|1000 流明 外购|包装成品|1|b
            07.09.002|防水袋 20L|500D PVC 外购|包装成品|1|b
            08.01.001|镜框丝印 LOGO|单色|委外加工|3|
            08.01.002|扣具电镀|枪色|委外加工|3|
            08.01.003|靴筒热转印|双色|委外加工|3|
            """;

    private static final String LISTS_TABLE = """
            07.01.001 = 05.01.001 05.01.002@ 05.01.006@ 02.01.001 03.01.001 03.02.001 03.03.001 03.05.001 03.04.001/24
            07.01.002 = 05.01.003 05.01.004@ 05.01.006@ 08.01.002 03.01.001 03.02.001 03.03.001 03.05.001 03.04.001/24
            07.01.003 = 05.01.005@ 05.01.006@ 02.01.001 03.01.001 03.02.001 03.03.001 03.04.001/24
            07.02.001 = 05.02.001 05.02.002@ 05.02.003 03.01.002 03.02.001 03.03.001 03.04.001/24
            07.02.002 = 05.02.002@ 05.02.003 03.01.002 03.03.001 03.04.001/24
            07.03.001 = 05.03.001*2@ 05.03.002*2 02.01.001*2 03.01.004 03.03.001 03.04.002/10
            07.03.002 = 05.03.001*2@ 05.03.002*2 03.01.004 03.03.001 03.04.002/10
            07.04.001 = 05.04.001@ 05.04.002 05.01.006 03.01.003 03.02.001 03.03.001 03.04.001/24
            07.05.001 = 05.05.001*2@ 05.05.002*2@ 08.01.003 02.02.002*2 03.01.005 03.03.001 03.03.002 03.04.002/10
            07.05.002 = 05.05.003*2@ 03.03.001 03.03.002 03.04.001/24
            07.06.001 = 05.01.005@ 05.02.002@ 05.02.003 05.03.001*2@ 05.03.002*2 03.01.004 03.02.001 03.03.001 03.04.002/10
            05.01.001 = 01.01.001*0.085 01.03.001 02.01.002*4 08.01.001
            05.01.002 = 01.02.001*0.062 01.05.001*0.002
            05.01.003 = 01.01.001*0.094 01.03.002 02.01.002*4
            05.01.004 = 01.02.001*0.071 01.05.001*0.002
            05.01.005 = 01.01.001*0.058 01.02.001*0.041
            05.01.006 = 01.02.001*0.018
            05.02.001 = 01.01.002*0.035 02.01.003*2 02.03.001
            05.02.002 = 01.01.003*0.088 01.05.001*0.002
            05.02.003 = 01.02.001*0.021
            05.03.001 = 01.01.003*0.31 01.05.001*0.004
            05.03.002 = 01.01.002*0.42
            05.04.001 = 01.01.001*0.024
            05.04.002 = 01.02.001*0.009
            05.05.001 = 01.04.001*0.24 02.02.001*0.01
            05.05.002 = 01.01.003*0.19
            05.05.003 = 01.04.002*0.16 02.02.001*0.01
            """;

    static final Map<String, Part> PARTS = parts();
    static final Map<String, List<Component>> LISTS = lists();
    static final List<Aux> COLOURS = aux("""
            100101|黑色 Black|黑色
            100102|深海蓝 Deep blue|蓝色
            100103||粉色
            100104||透明
            100105|荧光黄 Neon yellow|黄色
            """);
    static final List<Aux> SIZES = aux("""
            100201|S (36-38)|
            100202|M (39-41)|
            100203|L (42-44)|
            100204|XL (45-47)|
            """);
    /// Export, domestic and 瑞弧 customers by the first letter of their number.
    static final List<Partner> CUSTOMERS = partners("""
            A001|Blue Lagoon Divers Ltd.|Blue Lagoon|INVITE001
            A002|Nordic Frog Group AB|Nordic Frog|INVITE002
            A003|Océan Loisirs SARL|Océan Loisirs|
            A004|Pacific Reef Outfitters Inc.|Pacific Reef|
            A005|Tauchwelt Handels GmbH|Tauchwelt|
            A006|Kaimana Surf & Dive|Kaimana|
            A007|Mar Azul Deportes S.L.|Mar Azul|
            A008|青木マリン株式会社|Aoki Marine|
            A009|O'Brien Watersports|O'Brien|
            A010|Golfo Sub S.r.l.|Golfo Sub|
            A011|Redsea Pro Trading|Redsea Pro|
            A012|Southern Cross Aquatics Pty|Southern Cross|
            D001|广州海豚体育用品有限公司|广州海豚|INVITE003
            D002|三亚蓝梦潜水俱乐部|三亚蓝梦|
            D003|上海泳者汇商贸有限公司|上海泳者汇|
            D004|青岛深蓝户外用品有限公司|青岛深蓝|
            D005|厦门鹭岛水上运动中心|厦门鹭岛|
            D006|杭州优泳电子商务有限公司|杭州优泳|
            W001|瑞弧运动科技（深圳）有限公司|瑞弧|
            """);
    static final Map<String, String> SUPPLIERS = Map.of(
            "01.", "东莞恒塑高分子材料有限公司",
            "02.", "惠州精扣五金塑胶制品厂",
            "03.", "深圳彩印通包装有限公司",
            "05.", "中山百佳硅胶制品厂",
            "07.", "宁波亮海照明有限公司",
            "08.", "东莞宏达表面处理厂",
            "09.", "深圳市福田区文博标识社");

    private Catalogue() {}

    private static Map<String, Part> parts() {
        var parts = new LinkedHashMap<String, Part>();
        for (var line : PARTS_TABLE.lines().toList()) {
            var cells = line.split("\\|", -1);
            var group = GROUPS.get(cells[0].substring(0, 2));
            parts.put(
                    cells[0],
                    new Part(
                            cells[0],
                            cells[1],
                            cells[2],
                            cells[3],
                            group,
                            Integer.parseInt(cells[4]),
                            cells[5].equals("b")));
        }
        return parts;
    }

    private static Map<String, List<Component>> lists() {
        var lists = new LinkedHashMap<String, List<Component>>();
        for (var line : LISTS_TABLE.lines().toList()) {
            var components = new ArrayList<Component>();
            var words = line.split("\\s+", -1);
            for (var word : List.of(words).subList(2, words.length)) components.add(component(word));
            lists.put(words[0], List.copyOf(components));
        }
        return lists;
    }

    /// `code`, `code@` in the variant's colour, `code*2` two a piece, `code*0.08` by weight, `code/24` one for 24.
    private static Component component(String word) {
        boolean ofVariant = word.contains("@");
        var plain = word.replace("@", "");
        if (plain.contains("/")) {
            var per = BigDecimal.ONE.divide(new BigDecimal(plain.split("/", -1)[1]), 8, RoundingMode.HALF_UP);
            return new Component(plain.split("/", -1)[0], per, true, ofVariant);
        }
        var per = plain.contains("*") ? new BigDecimal(plain.split("\\*", -1)[1]) : BigDecimal.ONE;
        return new Component(plain.split("\\*", -1)[0], per, per.scale() <= 0, ofVariant);
    }

    private static List<Aux> aux(String table) {
        return table.lines()
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Aux(Long.parseLong(cells[0]), cells[1], cells[2]))
                .toList();
    }

    private static List<Partner> partners(String table) {
        return table.lines()
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Partner(cells[0], cells[1], cells[2], cells[3]))
                .toList();
    }
}
