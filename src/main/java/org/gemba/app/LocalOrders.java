package org.gemba.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.gemba.access.Caller;
import org.gemba.access.NewUser;
import org.gemba.access.Role;
import org.gemba.access.User;
import org.gemba.app.cli.ExitCode;
import org.gemba.app.control.Order;
import org.gemba.app.control.Orders;
import org.gemba.erp.SyncRun;
import org.gemba.platform.error.AppError;

/// Carries out the orders of the terminal in the process that has the data folder. Whoever can open the folder may do
/// everything, so orders run as the program itself.
final class LocalOrders implements Orders {
    private static final int CHUNK_DAYS = 7;

    private final Gemba gemba;
    private final Caller caller = Caller.system();

    LocalOrders(Gemba gemba) {
        this.gemba = gemba;
    }

    @Override
    public int carryOut(Order order, Consumer<String> say) {
        try {
            return switch (order.command()) {
                case "user.add" -> add(order, say);
                case "user.list" -> list(say);
                case "user.password" -> password(order, say);
                case "user.disable" -> disable(order, say);
                case "sync" -> sync(order, say);
                case "backup" -> backup(order, say);
                default -> {
                    say.accept("This version does not know the command " + order.command() + ".");
                    yield ExitCode.WRONG_USE;
                }
            };
        } catch (AppError.InvalidInput e) {
            e.fields().forEach(field -> say.accept(field.sentence() + "."));
            return ExitCode.WRONG_USE;
        } catch (AppError e) {
            say.accept(String.valueOf(e.getMessage()));
            return ExitCode.FAILED;
        }
    }

    private int add(Order order, Consumer<String> say) {
        var user = gemba.access()
                .service()
                .add(
                        caller,
                        new NewUser(
                                order.argument("username"),
                                order.arguments().get("email"),
                                order.arguments().getOrDefault("full_name", ""),
                                order.argument("password"),
                                Role.valueOf(order.argument("role")),
                                clients(order.arguments().getOrDefault("client", ""))));
        say.accept("User " + user.username() + " was created with the role " + user.role() + ".");
        return ExitCode.DONE;
    }

    private static List<String> clients(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private int list(Consumer<String> say) {
        for (var user : gemba.access().service().users(caller)) {
            say.accept(String.format(
                    "%-20s %-20s %-9s %-12s %s",
                    user.username(),
                    user.role(),
                    user.active() ? "active" : "disabled",
                    user.clientIds().isEmpty() ? "-" : String.join(",", user.clientIds()),
                    user.email() == null ? "-" : user.email()));
        }
        return ExitCode.DONE;
    }

    private int password(Order order, Consumer<String> say) {
        var user = user(order);
        gemba.access().service().setPassword(caller, user.id(), order.argument("password"));
        say.accept("The password of " + user.username() + " was set; its sessions are ended.");
        return ExitCode.DONE;
    }

    private int disable(Order order, Consumer<String> say) {
        var user = user(order);
        gemba.access().service().disable(caller, user.id());
        say.accept("User " + user.username() + " is disabled; its sessions are ended.");
        return ExitCode.DONE;
    }

    private User user(Order order) {
        var name = order.argument("username");
        return gemba.access().service().findByName(name).orElseThrow(() -> new AppError.NotFound("User", name));
    }

    private int backup(Order order, Consumer<String> say) {
        var file = Path.of(order.argument("file"));
        if (Files.exists(file)) {
            say.accept("The file " + file + " exists already.");
            return ExitCode.WRONG_USE;
        }
        var manifest = gemba.backup().write(file);
        say.accept("Backup of " + manifest.totalRows() + " rows written to " + file + ".");
        return ExitCode.DONE;
    }

    private int sync(Order order, Consumer<String> say) {
        int days = Integer.parseInt(order.argument("days_back"));
        boolean force = Boolean.parseBoolean(order.argument("force"));
        try {
            var run = gemba.erp()
                    .sync()
                    .runNow(
                            caller,
                            days,
                            CHUNK_DAYS,
                            force,
                            progress -> say.accept(progress.percent() + " %  " + progress.message()));
            say.accept("Sync " + run.status().name().toLowerCase(Locale.ROOT) + ": " + run.documents() + " documents"
                    + (run.error() == null ? "." : "; " + run.error()));
            return run.status() == SyncRun.Status.COMPLETED ? ExitCode.DONE : ExitCode.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }
}
