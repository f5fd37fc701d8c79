package org.gemba.kpi;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.kpi.data.Books;
import org.gemba.kpi.data.ClientTable;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.Faults;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;

/// The clients of the factory.
public final class ClientService {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{3,20}");

    private final Books books;

    ClientService(Books books) {
        this.books = books;
    }

    /// Those that the caller may see, by id.
    public List<Client> list(Caller caller) {
        caller.require(Permission.KPI_READ);
        var scope = ClientScope.of(caller);
        return books.database().read(handle -> ClientTable.list(handle, scope.clients()));
    }

    /// @throws AppError.Conflict when there is one of this id
    public Client create(Caller caller, NewClient asked) {
        caller.require(Permission.CLIENTS_WRITE);
        var faults = new Faults();
        if (!FORM.matcher(asked.clientId()).matches()) {
            faults.add(
                    "client_id",
                    asked.clientId(),
                    new Rule.Pattern(FORM.pattern(), "3 to 20 letters, digits and hyphens"));
        }
        faults.text("name", asked.name(), 1, 200);
        faults.text("location", asked.location(), 0, 200);
        var zone = zone(asked.timezone(), faults);
        faults.check();
        var client = new Client(
                asked.clientId(),
                asked.name().strip(),
                asked.location(),
                zone,
                asked.kind() == null ? ClientKind.OTHER : asked.kind(),
                true,
                books.now(),
                caller.username(),
                1);
        books.database().write(handle -> {
            if (ClientTable.find(handle, client.clientId()).isPresent()) {
                throw new AppError.Conflict("Client " + client.clientId() + " already exists");
            }
            ClientTable.insert(handle, client);
            books.audit(handle, caller, "create", "kpi_client", client.clientId(), null, AuditForm.of(client));
            return client;
        });
        books.announce(new KpiChange.ClientChanged(client.clientId()));
        return client;
    }

    private ZoneId zone(@Nullable String name, Faults faults) {
        if (name == null) return books.factoryZone();
        if (ZoneId.getAvailableZoneIds().contains(name)) return ZoneId.of(name);
        faults.broken(true, "timezone", name, "must be an IANA time zone, for example Asia/Shanghai");
        return ZoneOffset.UTC;
    }
}
