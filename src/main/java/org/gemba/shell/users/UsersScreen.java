package org.gemba.shell.users;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.access.AccessService;
import org.gemba.access.Permission;
import org.gemba.access.Role;
import org.gemba.access.User;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.form.Shown;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.shell.settings.Fields;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Who may log in, and as what: the list, and a form for a new user or the chosen one.
public final class UsersScreen implements Screen {
    private static final EnumSet<Role> ROLES = EnumSet.complementOf(EnumSet.of(Role.MTO_SHARED, Role.CUSTOMER));

    private final Desk desk;
    private final UsersViewModel model;
    private final Fields fields;
    private final Grid<User> grid;
    private final Action add;
    private final TextField username = new TextField();
    private final VBox page = new VBox();

    public UsersScreen(Desk desk, AccessService access) {
        this.desk = desk;
        this.model = new UsersViewModel(desk, access);
        this.fields = new Fields(desk.language());
        this.add = Action.of("shell.users.new", "shell.users.new", MaterialDesignA.ACCOUNT_PLUS_OUTLINE, this::begin)
                .shortcut("Shortcut+N");
        this.grid = new Grid<>(desk, GridSpec.of("shell.userList", columns()));
        grid.selectedProperty().addListener((property, old, now) -> {
            if (now != null) model.choose(now);
        });
        model.onListed(grid::rows);
        build();
    }

    private void build() {
        var title = new Label();
        title.textProperty().bind(title());
        title.getStyleClass().add("screen-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(title, new ActionControls(desk).button(add));
        head.getStyleClass().add("toolbar-row");
        HBox.setHgrow(grid.node(), Priority.ALWAYS);
        var scroll = new ScrollPane(form());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("side-form");
        scroll.setMinWidth(ScrollPane.USE_PREF_SIZE);
        var body = new HBox(grid.node(), scroll);
        body.getStyleClass().add("beside");
        VBox.setVgrow(body, Priority.ALWAYS);
        page.getStyleClass().add("screen");
        page.getChildren().addAll(head, body);
    }

    private List<GridColumn<User>> columns() {
        return List.of(
                GridColumn.text("username", "shell.login.username", User::username),
                GridColumn.<User>text("fullName", "shell.users.fullName", User::fullName)
                        .width(13),
                GridColumn.<User>text(
                                "role",
                                "shell.users.role",
                                user -> desk.language()
                                        .now("shell.role." + user.role().name()))
                        .width(12),
                GridColumn.<User>status("active", "shell.users.state", user -> state(user.active()))
                        .width(8),
                GridColumn.<User>text("email", "shell.users.email", User::email).width(16),
                GridColumn.<User>text("clientId", "shell.users.clientId", user -> String.join(", ", user.clientIds()))
                        .width(10));
    }

    private static Status state(boolean active) {
        return active
                ? new Status("active", "shell.users.active", Tone.DONE, MaterialDesignC.CHECK_CIRCLE_OUTLINE, 0)
                : new Status("disabled", "shell.users.disabled", Tone.QUIET, MaterialDesignC.CANCEL, 1);
    }

    private Node form() {
        var heading = new Label();
        heading.textProperty()
                .bind(Bindings.when(model.chosenProperty().isNull())
                        .then(desk.language().text("shell.users.new"))
                        .otherwise(model.usernameProperty()));
        heading.getStyleClass().add("section-title");
        username.disableProperty().bind(model.chosenProperty().isNotNull());
        var active = fields.check("shell.users.mayLogIn", model.activeProperty());
        active.setId("user-active");
        active.disableProperty().bind(model.chosenProperty().isNull());
        var message = Fields.fault(model.messageProperty());
        message.setId("user-message");
        var form = new VBox(
                heading,
                field("shell.login.username", username, "username", model.usernameProperty()),
                field("shell.users.fullName", new TextField(), "full_name", model.fullNameProperty()),
                field("shell.users.email", new TextField(), "email", model.emailProperty()),
                role(),
                field("shell.users.clientId", new TextField(), "client_id", model.clientIdProperty()),
                field("shell.login.password", new PasswordField(), "password", model.passwordProperty()),
                fields.quiet("shell.users.password.help", AccessService.SHORTEST_PASSWORD),
                active,
                message,
                save());
        form.getStyleClass().add("form");
        form.setDisable(!desk.caller().get().may(Permission.USERS_WRITE));
        return form;
    }

    private Node field(String key, TextField input, String name, StringProperty value) {
        input.setId("user-" + name);
        input.textProperty().bindBidirectional(value);
        return fields.of(key, input, "", Bindings.valueAt(model.faults(), name));
    }

    private Node role() {
        var label = new Label();
        label.textProperty().bind(desk.language().text("shell.users.role"));
        var box = new ComboBox<Role>();
        box.setId("user-role");
        box.getItems().setAll(ROLES);
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().bindBidirectional(model.roleProperty());
        box.setConverter(Shown.as(role -> desk.language().now("shell.role." + role.name())));
        var column = new VBox(label, box);
        column.getStyleClass().add("field");
        return column;
    }

    private Node save() {
        var button = new Button();
        button.setId("user-save");
        button.textProperty()
                .bind(Bindings.when(model.chosenProperty().isNull())
                        .then(desk.language().text("shell.users.add"))
                        .otherwise(desk.language().text("shell.users.save")));
        button.getStyleClass().add(Styles.ACCENT);
        button.disableProperty().bind(model.busyProperty());
        button.setOnAction(event -> model.save());
        return button;
    }

    private void begin() {
        model.choose(null);
        username.requestFocus();
    }

    @Override
    public String id() {
        return "shell.users";
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("shell.users.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignA.ACCOUNT_MULTIPLE_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        var actions = new ArrayList<>(grid.actions());
        actions.add(add);
        return actions;
    }

    @Override
    public void onShow() {
        grid.onShow();
        model.list();
        grid.focus();
    }

    @Override
    public void onHide() {
        model.end();
        grid.onHide();
    }
}
