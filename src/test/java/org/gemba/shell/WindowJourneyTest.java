package org.gemba.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.gemba.fx.Fx;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.tasks.TaskRecord.State;
import org.gemba.shell.FirstRunSteps.Start;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowJourneyTest {
    @TempDir
    static Path folder;

    private static ShellFixture shell;

    @BeforeAll
    static void open() {
        shell = new ShellFixture(folder);
    }

    @AfterEach
    void leave() {
        shell.firstRunNeeded = false;
        Fx.run(() -> {
            shell.window.end();
            shell.shownTheme.darkProperty().set(false);
        });
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    @Test
    void aWrongPasswordIsToldAndTheRightOneEnters() {
        shell.open(1366, 768);
        Fx.await("the login page", () -> Fx.has("#login-username"));
        Fx.settle();
        Fx.run(() -> Fx.find("#login-username").requestFocus());
        Fx.type("lin");
        Fx.run(() -> Fx.find("#login-password").requestFocus());
        Fx.type("not the password");
        Fx.key(KeyCode.ENTER);
        Fx.await("the refusal", () -> Fx.has("#login-message"));

        assertThat(((Label) Fx.find("#login-message")).getText()).startsWith("User name or password is wrong");
        Fx.type(ShellFixture.PASSWORD);
        Fx.key(KeyCode.ENTER);
        Fx.await("the workspace", () -> Fx.has("#user-menu"));
        Fx.await("the state of the ERP", () -> Fx.says("ERP online · data as of 08:42"));
    }

    @Test
    void thePaletteOpensAScreenWhoseTabClosesAndComesBack() {
        shell.open(1366, 768);
        shell.logIn("lin");
        Fx.key(KeyCode.CONTROL, KeyCode.K);
        assertThat(Fx.focusOwner().getId()).isEqualTo("palette-field");
        Fx.type("sett");
        Fx.key(KeyCode.ENTER);
        assertThat(selectedTab()).isEqualTo("Settings");

        Fx.key(KeyCode.CONTROL, KeyCode.W);
        assertThat(tabs()).doesNotContain("Settings");
        Fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        assertThat(selectedTab()).isEqualTo("Settings");
        Fx.key(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(selectedTab()).isEqualTo("Home");
    }

    @Test
    void thePaletteFindsRecordsOfFeatures() {
        shell.open(1366, 768);
        shell.logIn("lin");
        Fx.key(KeyCode.CONTROL, KeyCode.K);
        Fx.type("#2510034");
        Fx.await("the record", () -> Fx.says("AS2510034"));
        Fx.key(KeyCode.ENTER);

        assertThat(selectedTab()).isEqualTo("2510034");
        assertThat(Fx.says("order 2510034")).isTrue();
    }

    @Test
    void tabsAreFoundAgainAtTheNextLogin() {
        shell.open(1366, 768);
        shell.logIn("lin");
        Fx.click(Fx.find("#nav-shell-logs"));
        assertThat(selectedTab()).isEqualTo("Log");
        Fx.run(() -> shell.window.end());

        shell.open(1366, 768);
        shell.logIn("lin");
        assertThat(tabs()).contains("Home", "Log");
        assertThat(selectedTab()).isEqualTo("Log");
    }

    @Test
    void whoMayNotIsNotOfferedTheScreen() {
        shell.open(1366, 768);
        shell.logIn("wang");
        assertThat(Fx.has("#nav-shell-settings")).isTrue();
        assertThat(Fx.has("#nav-shell-users")).isFalse();
        assertThat(Fx.has("#nav-shell-logs")).isFalse();
    }

    @Test
    void aLockedWindowOpensForItsUserAndKeepsTheTabs() {
        shell.open(1366, 768);
        shell.logIn("lin");
        Fx.click(Fx.find("#nav-shell-users"));
        Fx.key(KeyCode.CONTROL, KeyCode.ALT, KeyCode.L);
        assertThat(Fx.has("#user-menu")).isFalse();
        assertThat(((TextField) Fx.find("#login-username")).isDisabled()).isTrue();

        Fx.run(() -> Fx.find("#login-password").requestFocus());
        Fx.type(ShellFixture.PASSWORD);
        Fx.key(KeyCode.ENTER);
        Fx.await("the workspace", () -> Fx.has("#user-menu"));
        assertThat(selectedTab()).isEqualTo("Users");
    }

    @Test
    void themeAndLanguageSwitchLiveFromTheKeyboard() {
        shell.open(1366, 768);
        shell.logIn("lin");
        Fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertThat(Fx.says("首页")).isTrue();
        assertThat(shell.window.locale()).isEqualTo(Texts.CHINESE);
        Fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        assertThat(Fx.get(() -> shell.shownTheme.darkProperty().get())).isTrue();

        Fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        Fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        assertThat(Fx.says("Home")).isTrue();
    }

    @Test
    void theTaskCentreShowsARunningTaskAndCancelsIt() throws Exception {
        shell.open(1366, 768);
        shell.logIn("lin");
        Fx.click(Fx.find("#nav-shell-tasks"));
        var id = shell.tasks.submit(shell.endless, new ShellFixture.Endless("sync"), "lin");
        assertThat(shell.working.await(20, TimeUnit.SECONDS)).isTrue();
        Fx.await("progress", () -> Fx.says("PRD_MO · 12 of 30 pieces"));
        Fx.await("the count", () -> Fx.says("Tasks: 1"));

        Fx.click(Fx.find(".task-cancel"));
        Fx.await("the end", () -> shell.tasks.find(id).orElseThrow().state() == State.CANCELLED);
        Fx.await("its line", () -> Fx.says("Cancelled"));
    }

    @Test
    void theFirstRunIsDoneByKeyboardAndKeepsTheServerClosed() {
        shell.firstRunNeeded = true;
        shell.chosen.clear();
        shell.open(1366, 768);
        Fx.await("the first step", () -> Fx.has("#firstrun-next"));
        Fx.settle();
        Fx.key(KeyCode.ENTER);
        assertThat(Fx.says("Sample factory")).isTrue();
        Fx.key(KeyCode.ENTER);
        Fx.await("the sample factory", () -> shell.sampleOpened);
        Fx.click(Fx.find("#start-LATER"));
        Fx.key(KeyCode.ENTER);
        Fx.type("chen");
        focus("#firstrun-password");
        Fx.type("short");
        Fx.key(KeyCode.ENTER);
        assertThat(Fx.says("At least 12 characters are needed.")).isTrue();
        focus("#firstrun-password");
        Fx.type(" no longer");
        focus("#firstrun-repeated");
        Fx.type("short no longer");
        Fx.key(KeyCode.ENTER);
        assertThat(Fx.has("#firstrun-lan")).isTrue();
        Fx.key(KeyCode.ENTER);
        Fx.await("the login page", () -> Fx.has("#login-username"));
        Fx.settle();

        assertThat(shell.chosen).hasSize(1);
        var choice = shell.chosen.getFirst();
        assertThat(choice.username()).isEqualTo("chen");
        assertThat(choice.start()).isEqualTo(Start.LATER);
        assertThat(choice.lan()).isFalse();
    }

    @Test
    void settingsThatTheEnvironmentFixesCannotBeTypedIn() {
        shell.open(1366, 768);
        shell.logIn("lin");
        Fx.key(KeyCode.CONTROL, KeyCode.COMMA);
        Fx.run(() -> ((TabPane) Fx.find(".settings")).getSelectionModel().select(2));
        Fx.settle();
        assertThat(Fx.get(() -> Fx.find("#KINGDEE_LCID").isDisabled())).isTrue();
        assertThat(Fx.says("Fixed by the environment variable KINGDEE_LCID.")).isTrue();

        focus("#KINGDEE_ACCT_ID");
        Fx.type("factory-7");
        Fx.run(() -> Fx.find("#save-KINGDEE_SERVER_URL").requestFocus());
        Fx.key(KeyCode.SPACE);
        Fx.await("it is stored", () -> "factory-7".equals(shell.stored.get("KINGDEE_ACCT_ID")));
    }

    @Test
    void theErpChipFollowsItsState() {
        shell.open(1366, 768);
        shell.logIn("lin");
        Fx.await("the chip", () -> chip().startsWith("ERP online"));
        shell.reach = ErpStatus.Reach.OFFLINE;
        shell.events.publish(new ShellFixture.ReachChanged());
        Fx.await("the chip follows", () -> chip().startsWith("ERP offline"));
        shell.reach = ErpStatus.Reach.ONLINE;
    }

    private static String chip() {
        return ((javafx.scene.control.Label) Fx.find("#status-erp")).getText();
    }

    @Test
    void theShortcutSheetListsWhatWorksHere() {
        shell.open(1366, 768);
        shell.logIn("lin");
        Fx.run(() -> Fx.find("#search").requestFocus());
        Fx.key(KeyCode.SHIFT, KeyCode.SLASH);
        assertThat(Fx.says("Keyboard shortcuts")).isTrue();
        assertThat(Fx.says("Reopen the closed tab")).isTrue();
        Fx.key(KeyCode.ESCAPE);
        assertThat(Fx.says("Reopen the closed tab")).isFalse();
    }

    private static void focus(String selector) {
        Fx.run(() -> {
            var field = (TextField) Fx.find(selector);
            field.requestFocus();
            field.end();
        });
    }

    private static java.util.List<String> tabs() {
        return Fx.get(() -> ((TabPane) Fx.find(".screens"))
                .getTabs().stream().map(tab -> tab.getText()).toList());
    }

    private static String selectedTab() {
        return Fx.get(() -> ((TabPane) Fx.find(".screens"))
                .getSelectionModel()
                .getSelectedItem()
                .getText());
    }
}
