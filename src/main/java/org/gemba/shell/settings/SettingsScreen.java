package org.gemba.shell.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Part;
import org.gemba.fx.Screen;
import org.gemba.shell.ShellParts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Settings by page: appearance for everybody, connections and server for who may, then what features add.
public final class SettingsScreen implements Screen {
    private final Desk desk;
    private final TabPane pages = new TabPane();
    private final List<SettingsViewModel> models = new ArrayList<>();
    private final Map<Tab, Screen> ofFeatures = new LinkedHashMap<>();

    public SettingsScreen(Desk desk, ShellParts parts, Appearance appearance) {
        this.desk = desk;
        pages.getStyleClass().add("settings");
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        add("shell.settings.appearance", new AppearancePage(appearance).node());
        add("shell.settings.scanner", new ScannerPage(desk).node());
        add("shell.settings.erp", new SettingsGroup(desk, model(SettingField.ERP, parts), parts.erpTest()).node());
        add("shell.settings.assistant", new SettingsGroup(desk, model(SettingField.ASSISTANT, parts), null).node());
        add("shell.settings.server", server(parts));
        parts.features().stream()
                .flatMap(feature -> feature.settingsPages(desk).stream())
                .filter(part -> part.permission() == null || desk.caller().get().may(part.permission()))
                .forEach(this::add);
    }

    private SettingsViewModel model(List<SettingField> fields, ShellParts parts) {
        var model = new SettingsViewModel(desk, fields, parts.settings());
        models.add(model);
        return model;
    }

    private Node server(ShellParts parts) {
        var fields = new Fields(desk.language());
        var form = new SettingsGroup(desk, model(SettingField.SERVER, parts), null).node();
        var box = new VBox(fields.quiet("shell.settings.server.help"), form);
        box.getStyleClass().add("form");
        return box;
    }

    private Tab add(String key, Node content) {
        var inner = new VBox(content);
        inner.getStyleClass().add("settings-page");
        var scroll = new ScrollPane(inner);
        scroll.setFitToWidth(true);
        var tab = new Tab();
        tab.textProperty().bind(desk.language().text(key));
        tab.setContent(scroll);
        pages.getTabs().add(tab);
        return tab;
    }

    private void add(Part part) {
        var screen = part.create().get();
        ofFeatures.put(add(part.titleKey(), screen.node()), screen);
    }

    @Override
    public String id() {
        return "shell.settings";
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("shell.settings.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.COG_OUTLINE;
    }

    @Override
    public Node node() {
        return pages;
    }

    @Override
    public void onShow() {
        ofFeatures.values().forEach(Screen::onShow);
    }

    @Override
    public void onHide() {
        models.forEach(SettingsViewModel::end);
        ofFeatures.values().forEach(Screen::onHide);
    }

    @Override
    public Map<String, String> saveState() {
        return Map.of("page", "" + pages.getSelectionModel().getSelectedIndex());
    }

    @Override
    public void restoreState(Map<String, String> state) {
        var page = state.getOrDefault("page", "0");
        if (page.matches("\\d{1,2}")) pages.getSelectionModel().select(Integer.parseInt(page));
    }
}
