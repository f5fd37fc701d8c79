package org.gemba.tracking.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.fx.print.Picture;
import org.gemba.fx.print.PrintPreview;
import org.gemba.tracking.InvitePrint;
import org.gemba.tracking.TrackingCustomers;
import org.gemba.tracking.TrackingCustomers.Invite;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// The customers with their invite codes, and the QR code of the chosen one to copy, save or print.
final class InvitesView implements Screen {
    private static final int QR_PIXELS = 220;
    private static final double CARD_EMS = 24;

    private final Desk desk;
    private final InvitesViewModel model;
    private final InvitePrint print = new InvitePrint();
    private final Grid<Invite> grid;
    private final ObjectProperty<@Nullable Invite> chosen = new SimpleObjectProperty<>();
    private final ImageView qr = new ImageView();
    private final Label customer = new Label();
    private final Label code = new Label();
    private final Label hint = Parts.quiet();
    private final VBox picture = new VBox(qr);
    private final List<Action> cardActions;
    private final List<Action> pageActions;
    private final VBox page;

    InvitesView(Desk desk, TrackingCustomers customers) {
        this.desk = desk;
        this.model = new InvitesViewModel(desk, customers);
        var hasCode = Bindings.createBooleanBinding(
                () -> {
                    var invite = chosen.get();
                    return invite != null && !invite.inviteCode().isEmpty();
                },
                chosen);
        this.cardActions = List.of(
                Action.of(
                                "tracking.invites.copy",
                                "tracking.invites.copy",
                                MaterialDesignC.CONTENT_COPY,
                                () -> onChosen(this::copyCode))
                        .enabledWhen(hasCode),
                Action.of(
                                "tracking.invites.image",
                                "tracking.invites.image",
                                MaterialDesignI.IMAGE_OUTLINE,
                                () -> Picture.of(picture).copy())
                        .enabledWhen(hasCode),
                Action.of(
                                "tracking.invites.save",
                                "tracking.invites.save",
                                MaterialDesignC.CONTENT_SAVE_OUTLINE,
                                () -> onChosen(this::save))
                        .enabledWhen(hasCode),
                Action.of(
                                "tracking.invites.print",
                                "tracking.invites.print",
                                MaterialDesignP.PRINTER,
                                () -> onChosen(invite -> print(List.of(invite), invite.inviteCode())))
                        .enabledWhen(hasCode));
        this.pageActions = List.of(
                Action.of(
                                "tracking.invites.printAll",
                                "tracking.invites.printAll",
                                MaterialDesignP.PRINTER,
                                () -> print(model.printable(), desk.language().now("tracking.invites.title")))
                        .enabledWhen(Bindings.not(model.busyProperty())),
                Action.of("tracking.refreshInvites", "tracking.refresh", MaterialDesignR.REFRESH, model::load)
                        .shortcut("F5"));
        this.grid = new Grid<>(
                desk,
                GridSpec.of("tracking.inviteList", columns())
                        .opening(model::preview)
                        .withActions(cardActions)
                        .whenEmpty("tracking.invites.none", null));
        HBox.setHgrow(grid.node(), Priority.ALWAYS);
        var middle = new HBox(12, grid.node(), card());
        VBox.setVgrow(middle, Priority.ALWAYS);
        page = new VBox(
                Parts.top(desk, title(), Parts.quiet(desk, "tracking.invites.how"), pageActions),
                Parts.problem(model.problemProperty()),
                middle);
        page.getStyleClass().add("screen");
        chosen.addListener((property, old, now) -> showChosen());
        model.invitesProperty().addListener((property, old, now) -> grid.rows(now));
        desk.language().localeProperty().addListener((property, old, now) -> showChosen());
        showChosen();
    }

    private Node card() {
        picture.setStyle("-fx-background-color: white; -fx-padding: 0.8em;");
        picture.setAlignment(Pos.CENTER);
        picture.setMaxWidth(QR_PIXELS + 24);
        customer.getStyleClass().add("chart-title");
        customer.setWrapText(true);
        code.getStyleClass().add("screen-title");
        code.setId("invite-code");
        var card = new VBox(10, customer, picture, code, hint);
        var controls = new ActionControls(desk.language());
        cardActions.forEach(action -> {
            var button = controls.button(action);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
            card.getChildren().add(button);
        });
        card.setMinWidth(CARD_EMS * 10);
        card.setPrefWidth(CARD_EMS * 12);
        return card;
    }

    private void showChosen() {
        var invite = chosen.get();
        boolean hasCode = invite != null && !invite.inviteCode().isEmpty();
        picture.setVisible(hasCode);
        picture.setManaged(hasCode);
        customer.setText(invite == null ? "" : invite.customer().name());
        code.setText(invite == null ? "" : invite.inviteCode());
        qr.setImage(hasCode ? QrImage.of(invite.inviteText(), QR_PIXELS) : null);
        hint.setText(desk.language().now(hintKey(invite)));
    }

    private static String hintKey(@Nullable Invite invite) {
        if (invite == null) return "tracking.invites.choose";
        if (invite.inviteCode().isEmpty()) return "tracking.invites.noCode";
        if (invite.isShared()) return "tracking.invites.shared";
        if (!invite.customer().active()) return "tracking.invites.forbidden";
        return "tracking.invites.scan";
    }

    private void onChosen(Consumer<Invite> action) {
        var invite = chosen.get();
        if (invite != null) action.accept(invite);
    }

    private void copyCode(Invite invite) {
        var content = new ClipboardContent();
        content.putString(invite.inviteCode());
        Clipboard.getSystemClipboard().setContent(content);
        desk.notices().information(desk.language().now("tracking.invites.copied", invite.inviteCode()));
    }

    private void save(Invite invite) {
        Picture.of(picture)
                .save(desk, model.jobs(), page, "invite-" + invite.customer().number());
    }

    private void print(List<Invite> invites, String name) {
        var language = desk.language();
        var locale = language.locale();
        var words = new InvitePrint.Words(
                language.now("tracking.invite.print.code"), language.now("tracking.invite.print.how"));
        model.run(progress -> PrintPreview.Pages.draw(name, print.print(invites, locale, words), progress))
                .onSuccess(pages -> new PrintPreview(desk, pages).show())
                .start();
    }

    @Override
    public String id() {
        return TrackingScreens.INVITES;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("tracking.invites.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignQ.QRCODE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        var all = new ArrayList<>(pageActions);
        all.addAll(cardActions);
        all.addAll(grid.actions());
        return all;
    }

    @Override
    public void onShow() {
        chosen.bind(grid.selectedProperty());
        model.load();
        grid.onShow();
        grid.focus();
    }

    @Override
    public void onHide() {
        chosen.unbind();
        model.onHide();
        grid.onHide();
    }

    private static List<GridColumn<Invite>> columns() {
        return List.of(
                GridColumn.<Invite>text(
                                "number",
                                "tracking.column.number",
                                invite -> invite.customer().number())
                        .width(7),
                GridColumn.<Invite>text(
                                "customer",
                                "tracking.column.customer",
                                invite -> invite.customer().name())
                        .width(18),
                GridColumn.<Invite>text("code", "tracking.column.code", Invite::inviteCode)
                        .width(10),
                GridColumn.<Invite>status("state", "tracking.column.state", InvitesView::state)
                        .width(11),
                GridColumn.<Invite>number("bound", "tracking.column.bound", Invite::bound)
                        .width(7),
                GridColumn.<Invite>number("orders", "tracking.column.orders", Invite::orders)
                        .width(6));
    }

    private static Status state(Invite invite) {
        if (!invite.customer().active()) {
            return new Status("forbidden", "tracking.invite.forbidden", Tone.STOPPED, MaterialDesignC.CANCEL, 1);
        }
        if (invite.isShared()) {
            return new Status("shared", "tracking.invite.shared", Tone.SHORT, MaterialDesignA.ALERT_OUTLINE, 0);
        }
        return invite.inviteCode().isEmpty()
                ? new Status("none", "tracking.invite.none", Tone.QUIET, MaterialDesignM.MINUS, 3)
                : new Status("ready", "tracking.invite.ready", Tone.DONE, MaterialDesignC.CHECK, 2);
    }
}
