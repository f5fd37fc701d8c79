package org.gemba.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.fx.Desk;
import org.gemba.fx.ScreenSpec;
import org.gemba.inventory.InventoryFeature.Ground;
import org.gemba.inventory.data.ConfigTable;
import org.gemba.inventory.data.ImportTable;
import org.gemba.inventory.data.TemplateTable;
import org.gemba.inventory.http.AiRoutes;
import org.gemba.inventory.http.CsvRoutes;
import org.gemba.inventory.http.PrinterRoutes;
import org.gemba.inventory.supplier.SupplierList;
import org.gemba.inventory.supplier.SupplierSettings;
import org.gemba.inventory.ui.edge.EdgeScreens;
import org.gemba.platform.http.GuardedFetch;
import org.gemba.platform.llm.LlmProvider;
import org.gemba.platform.security.SecretBox;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.web.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wires the part of the inventory that meets the world outside: order files, suppliers, label printers, language
/// models. {@link InventoryFeature} builds it and hands out what it has.
public final class InventoryEdgeFeature {
    private static final Logger LOG = LoggerFactory.getLogger(InventoryEdgeFeature.class);

    private final CsvImport csv;
    private final Enrichment enrichment;
    private final Labels labels;
    private final InventoryAi ai;
    private final PartService parts;
    private final PartSearch search;
    private final LocationService locations;

    InventoryEdgeFeature(Ground ground, InventoryCore core, InventoryFeature inventory) {
        this.parts = inventory.parts();
        this.search = inventory.search();
        this.locations = inventory.locations();
        var settings = ground.settings();
        SupplierSettings.read(settings);
        var configs = new Configs(ground.database(), new ConfigTable(ground.database(), ground.clock()), core.trail());
        var fetch = new GuardedFetch(ground.outbound());
        Supplier<Set<String>> fileHosts = () -> Set.copyOf(settings.list("GEMBA_FILE_HOSTS"));
        var files = new SupplierFiles(fetch, inventory.datasheets(), inventory.images(), fileHosts);
        this.enrichment = new Enrichment(
                core,
                new SupplierList(ground.outbound(), () -> SupplierSettings.read(settings), ground.clock()),
                new PartWriter(parts, files, ground.clock()),
                ground.tasks());
        var imports = new ImportTable(ground.database());
        var writer =
                new ImportWriter(core, imports, parts, inventory.orders(), inventory.stock(), this::enrichImported);
        this.csv = new CsvImport(core, imports, writer, configs, ground.tasks());
        this.labels = new Labels(
                core,
                new TemplateTable(ground.database(), ground.clock()),
                configs,
                () -> settings.text("GEMBA_LABEL_PRINTER")
                        .map(PrinterConfig::network)
                        .orElseGet(PrinterConfig::standard),
                ground.tasks(),
                ground.folder().path().resolve("labels"));
        this.ai = new InventoryAi(
                configs,
                SecretBox.with(ground.folder().keyFile()),
                fetch,
                () -> Set.copyOf(settings.list("GEMBA_PRIVATE_HOSTS")),
                new InventoryFacts(
                        parts,
                        inventory.search(),
                        inventory.categories(),
                        locations,
                        inventory.stock(),
                        inventory.orders()));
    }

    /// After an import the suppliers that can be asked are asked for what the configuration wants.
    private void enrichImported(ImportWriter.ImportedParts imported) {
        var config = csv.config(imported.caller());
        var wanted = new ArrayList<String>();
        if (config.downloadDatasheets()) wanted.add(Capability.FETCH_DATASHEET.id());
        if (config.downloadImages()) wanted.add(Capability.FETCH_IMAGE.id());
        if (wanted.isEmpty()) return;
        var first = parts.find(imported.caller(), imported.parts().getFirst()).map(Part::supplier);
        var supplier = enrichment.suppliers().stream()
                .filter(state -> state.name().equalsIgnoreCase(first.orElse(""))
                        && state.missing().isEmpty())
                .findFirst();
        if (supplier.isEmpty()) return;
        wanted.removeIf(id ->
                !supplier.get().capabilities().contains(Capability.named(id).orElseThrow()));
        if (wanted.isEmpty()) return;
        var order = new Enrichment.Order(imported.parts(), null, wanted, config.overwriteExistingFiles(), "");
        LOG.info(
                "{} imported parts are completed by {}",
                imported.parts().size(),
                supplier.get().name());
        enrichment.submit(imported.caller(), order);
    }

    /// Imports the demo's order files and points the chat at the demo's model, once.
    ///
    /// @param files by name
    public void fillDemo(Map<String, byte[]> files, String modelUrl, String modelKey) {
        var system = Caller.system();
        if (csv.list(system, 1).isEmpty()) {
            files.forEach((name, content) ->
                    csv.start(system, new CsvImport.Upload(name, content, null, Map.of(), OrderInfo.none())));
        }
        if (!ai.isConfigured()) {
            var standard = AiConfig.standard();
            var config = new AiConfig(
                    true,
                    LlmProvider.OPENAI,
                    modelUrl,
                    standard.apiKey(),
                    "gemba-demo",
                    standard.temperature(),
                    standard.maxTokens(),
                    standard.systemPrompt(),
                    Map.of());
            ai.configure(system, config, modelKey);
        }
    }

    public CsvImport csv() {
        return csv;
    }

    public Enrichment enrichment() {
        return enrichment;
    }

    public Labels labels() {
        return labels;
    }

    public InventoryAi ai() {
        return ai;
    }

    List<TaskKind<?>> taskKinds() {
        return List.of(csv.kind(), enrichment.kind(), labels.kind());
    }

    public List<ScreenSpec> screens(Desk desk) {
        return EdgeScreens.of(desk, this, parts, search, locations);
    }

    List<Route> routes() {
        var routes = new ArrayList<Route>();
        routes.addAll(CsvRoutes.of(csv));
        routes.addAll(AiRoutes.of(ai));
        routes.addAll(PrinterRoutes.of(labels, parts, locations));
        return routes;
    }
}
