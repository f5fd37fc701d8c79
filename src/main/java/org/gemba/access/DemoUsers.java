package org.gemba.access;

import java.util.List;

/// The people of the demo factory. Their password is printed in the documentation, so they exist only where the
/// program is started with `--demo`, which listens on loopback alone.
public final class DemoUsers {
    private static final String PASSWORD = "gemba-demo";
    private static final List<NewUser> PEOPLE = List.of(
            person("admin", "admin@gemba.example", "Ada Admin", Role.ADMIN, null),
            person("operator1", null, "李明 Li Ming", Role.OPERATOR_DATAENTRY, "BOOT-LINE-A"),
            person("operator2", null, "王芳 Wang Fang", Role.OPERATOR_DATAENTRY, "SOCK-FAC-B"),
            person("leader1", null, "陈伟 Chen Wei", Role.LEADER_DATACONFIG, "BOOT-LINE-A"),
            person("poweruser1", "manager@gemba.example", "Maria Manager", Role.POWERUSER, null),
            person("viewer1", "viewer@gemba.example", "Victor Viewer", Role.VIEWER, null));

    private DemoUsers() {}

    /// Adds those who are missing.
    public static void add(AccessService access) {
        for (var person : PEOPLE) {
            if (access.findByName(person.username()).isEmpty()) access.insert(person, "demo");
        }
    }

    private static NewUser person(
            String name,
            @org.jspecify.annotations.Nullable String email,
            String fullName,
            Role role,
            @org.jspecify.annotations.Nullable String clientId) {
        return new NewUser(name, email, fullName, PASSWORD, role, clientId == null ? List.of() : List.of(clientId));
    }
}
