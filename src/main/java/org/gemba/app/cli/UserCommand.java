package org.gemba.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gemba.access.Role;
import org.gemba.app.control.Order;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Users of this data folder: add, list, password, disable.")
final class UserCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Faces faces;

    UserCommand(Faces faces) {
        this.faces = faces;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: user add, list, password or disable");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Creates a user.")
    int add(
            @Mixin FolderOption folder,
            @Option(names = "--username", required = true, paramLabel = "U") String username,
            @Option(names = "--role", required = true, paramLabel = "R", description = "${COMPLETION-CANDIDATES}")
                    StoredRole role,
            @Option(
                            names = "--client",
                            paramLabel = "C",
                            description = "The KPI client that the user belongs to; several with commas.")
                    @Nullable
                    String client,
            @Option(names = "--email", paramLabel = "E") @Nullable String email,
            @Option(names = "--full-name", paramLabel = "N") @Nullable String fullName,
            @Option(names = "--password-stdin", required = true, description = "Reads the password from the input.")
                    boolean passwordStdin) {
        var arguments = new LinkedHashMap<String, String>();
        arguments.put("username", username);
        arguments.put("role", role.name());
        if (client != null) arguments.put("client", client);
        if (email != null) arguments.put("email", email);
        if (fullName != null) arguments.put("full_name", fullName);
        arguments.put("password", password());
        return faces.order(folder.data, new Order("user.add", arguments));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the users.")
    int list(@Mixin FolderOption folder) {
        return faces.order(folder.data, new Order("user.list", Map.of()));
    }

    @Command(name = "password", mixinStandardHelpOptions = true, description = "Sets a password; ends all sessions.")
    int password(
            @Mixin FolderOption folder,
            @Option(names = "--username", required = true, paramLabel = "U") String username,
            @Option(names = "--password-stdin", required = true, description = "Reads the password from the input.")
                    boolean passwordStdin) {
        return faces.order(
                folder.data, new Order("user.password", Map.of("username", username, "password", password())));
    }

    @Command(name = "disable", mixinStandardHelpOptions = true, description = "Disables a user; ends all sessions.")
    int disable(
            @Mixin FolderOption folder,
            @Option(names = "--username", required = true, paramLabel = "U") String username) {
        return faces.order(folder.data, new Order("user.disable", Map.of("username", username)));
    }

    private String password() {
        return faces.terminal()
                .readLine()
                .filter(line -> !line.isEmpty())
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "No password came on the input"));
    }

    /// The roles that a stored user can have.
    enum StoredRole {
        OPERATOR_DATAENTRY,
        LEADER_DATACONFIG,
        POWERUSER,
        ADMIN,
        VIEWER;

        Role role() {
            return Role.valueOf(name());
        }
    }
}
